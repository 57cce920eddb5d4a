// Package nursery is what the institution says of itself: its registration
// (备案书), its sites and rooms, its papers with their expiry, and the changes
// that the authority has yet to be told.
package nursery

import (
	"slices"
	"strconv"
	"strings"

	"yayuan/backend/day"
)

// Profile is the nursery's own description; an empty field is not recorded.
// Its fields are those of the registration form as they are remembered: the
// form itself has not been seen.
type Profile struct {
	Name               string
	CreditCode         string // 统一社会信用代码
	Address            string
	LegalPerson        string // 法定代表人
	HasLegalPersonID   bool   // the number itself is sealed
	Principal          string // 负责人
	Contact            string // 联系人
	Phone              string
	FilingMode         string // registration 备案 or licence 许可
	RegistrationNumber string // 备案编号
	RegisteredOn       day.Day
	Nature             string // public, private, public_private_run, private_subsidised
	LegalForm          string // profit, nonprofit, institution
	Registrar          string // market, civil, staffing
	RegistrarName      string
	ScopeHasCare       string // yes or no: the licence's scope names childcare
	ServiceModes       []string
	ClassKinds         []string
	Premises           string // owned, rented, lent
	AreaDM2            *int64 // building area in square decimetres
	IndoorDM2          *int64
	OutdoorDM2         *int64
	Floors             string
	OpenedOn           day.Day
	Meals              string // kitchen, delivered, none
	Hours              []Hours
	RegisteredPlaces   *int64 // 备案托位
	InclusivePlaces    *int64 // 普惠托位
	UsablePlaces       *int64 // 可用托位; free ones are reckoned, never typed
	Revision           int64
}

// Hours is when the nursery is open on a day of the week.
type Hours struct {
	Weekday int    `json:"weekday" minimum:"1" maximum:"7" doc:"1 is Monday"`
	From    string `json:"from" maxLength:"5" doc:"HH:MM"`
	Until   string `json:"until" maxLength:"5"`
}

// The values that a field may have besides empty.
var (
	natures      = []string{"public", "private", "public_private_run", "private_subsidised"}
	filingModes  = []string{"registration", "licence"}
	legalForms   = []string{"profit", "nonprofit", "institution"}
	registrars   = []string{"market", "civil", "staffing"}
	serviceModes = []string{"full", "half", "hourly", "dropin"}
	classKinds   = []string{"infant", "small", "large", "mixed"}
	premises     = []string{"owned", "rented", "lent"}
	meals        = []string{"kitchen", "delivered", "none"}
)

// registrarOf says which authority registers a legal form.
var registrarOf = map[string]string{"profit": "market", "nonprofit": "civil", "institution": "staffing"}

// Registered tells whether the authority has the nursery on its list.
func (p Profile) Registered() bool { return p.RegisteredOn != "" || p.RegistrationNumber != "" }

// tidy puts lists into the order of the form and drops what stands twice.
func (p Profile) tidy() Profile {
	p.ServiceModes, p.ClassKinds = inOrder(serviceModes, p.ServiceModes), inOrder(classKinds, p.ClassKinds)
	p.Hours = slices.Clone(p.Hours)
	slices.SortFunc(p.Hours, func(a, b Hours) int { return a.Weekday - b.Weekday })
	if p.Hours == nil {
		p.Hours = []Hours{}
	}
	for _, text := range []*string{&p.Name, &p.CreditCode, &p.Address, &p.LegalPerson, &p.Principal, &p.Contact, &p.Phone,
		&p.RegistrationNumber, &p.RegistrarName, &p.Floors} {
		*text = strings.TrimSpace(*text)
	}
	if p.FilingMode == "" {
		p.FilingMode = filingModes[0]
	}
	return p
}

// inOrder keeps what is unknown, for the check to refuse.
func inOrder(order, chosen []string) []string {
	out := []string{}
	for _, each := range order {
		if slices.Contains(chosen, each) {
			out = append(out, each)
		}
	}
	for _, each := range chosen {
		if !slices.Contains(order, each) {
			out = append(out, each)
		}
	}
	return out
}

func number(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

func hoursText(hours []Hours) string {
	parts := make([]string, 0, len(hours))
	for _, each := range hours {
		parts = append(parts, strconv.Itoa(each.Weekday)+" "+each.From+"-"+each.Until)
	}
	return strings.Join(parts, ", ")
}
