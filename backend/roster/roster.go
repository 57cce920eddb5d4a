// Package roster keeps who belongs to the nursery: children, guardians,
// classes, staff, who is placed where on which day, and who is on leave.
// 'Who, where, in which mode on day D' is answered here, once.
package roster

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// Sex of a child or a member of staff; empty is not recorded.
type Sex string

// The recorded sexes.
const (
	Male   Sex = "male"
	Female Sex = "female"
)

// Kind of a class.
type Kind string

// The kinds of class: 乳儿班, 托小班, 托大班, 混合班.
const (
	Infant Kind = "infant"
	Small  Kind = "small"
	Large  Kind = "large"
	Mixed  Kind = "mixed"
)

// Mode of care.
type Mode string

// The modes: 全日托, 半日托, 计时托, 临时托.
const (
	FullDay Mode = "full"
	HalfDay Mode = "half"
	Hourly  Mode = "hourly"
	DropIn  Mode = "dropin"
)

// IDState says what is known of an ID number.
type IDState string

// The states: recorded, never given, or lost by the file it came in.
const (
	IDGiven   IDState = "given"
	IDMissing IDState = "missing"
	IDLost    IDState = "lost"
)

// Class is a group of children with a room of its own.
type Class struct {
	ID       string
	Name     string
	Kind     Kind
	Places   int
	Room     string
	Position int
	Revision int64
}

// Child as the roster keeps it; numbers, health and note are sealed in the
// file and open here.
type Child struct {
	ID           string
	Name         string
	Nickname     string // 小名
	Sex          Sex
	BirthDate    day.Day // empty while it is only expected
	ExpectedDate day.Day // 预产期
	IDState      IDState
	IDNumber     string
	Certificate  string // 出生医学证明编号
	BirthOrder   int    // 孩次, 0 when not known
	Household    string // 户籍
	Residence    string // 居住地: the district; Address is the door
	Address      string
	Insurance    Insurance
	Allergies    string // free text; AllergyAlert joins it with Health
	Health       Health
	Note         string
	Revision     int64
	MergedInto   string // the child that is kept, when this one is the same
	Photo        string // id of the kept photo, empty without one
}

// Insurance of a child.
type Insurance struct {
	Kind   string // one of InsuranceKinds, empty when not known
	Number string
	Until  day.Day
}

// InsuranceKinds: 城乡居民医保, 商业医疗险, 意外险, 其他.
var InsuranceKinds = []string{"resident", "commercial", "accident", "other"}

// AgeMonths is a child's age in completed months on a day, 0 before birth.
func (c Child) AgeMonths(on day.Day) int {
	if c.BirthDate == "" || on < c.BirthDate {
		return 0
	}
	return day.Months(c.BirthDate, on)
}

// Guardian of one or several children.
type Guardian struct {
	ID       string
	Name     string
	Phone    string
	Photo    string   // id of the kept face, empty without one
	Others   []string // further numbers
	Relation string   // to the child in question
	Position int      // the lowest is the first to call
	From     day.Day  // of being the child's guardian, empty when not known
	Until    day.Day  // the last day, empty while it lasts
}

// On tells whether somebody is the child's guardian on a day.
func (g Guardian) On(d day.Day) bool { return g.From <= d && (g.Until == "" || d <= g.Until) }

const (
	nameMax = 50
	textMax = 500
)

// Check refuses a child that cannot be kept; what is merely missing is no
// fault, it shows as a gap where it is needed.
func (c Child) Check(today day.Day) error {
	var faults []*fault.Fault
	if strings.TrimSpace(c.Name) == "" {
		faults = append(faults, nameMissing.At("name"))
	}
	for field, text := range map[string]string{"name": c.Name, "nickname": c.Nickname} {
		if utf8.RuneCountInString(text) > nameMax {
			faults = append(faults, tooLong.At(field).With("max", nameMax))
		}
	}
	for field, text := range map[string]string{"household": c.Household, "residence": c.Residence, "address": c.Address,
		"allergies": c.Allergies, "note": c.Note} {
		if utf8.RuneCountInString(text) > textMax {
			faults = append(faults, tooLong.At(field).With("max", textMax))
		}
	}
	if c.Sex != "" && c.Sex != Male && c.Sex != Female {
		faults = append(faults, sexUnknown.At("sex"))
	}
	for _, f := range []*fault.Fault{checkBirth(c, today), checkExpected(c.ExpectedDate, today), checkIDNumber(c), checkCertificate(c.Certificate)} {
		if f != nil {
			faults = append(faults, f)
		}
	}
	if c.BirthOrder < 0 || c.BirthOrder > 20 {
		faults = append(faults, birthOrderBad.At("birthOrder"))
	}
	return fault.Join(append(append(faults, c.Insurance.check()...), checkHealth(c)...))
}

func (i Insurance) check() []*fault.Fault {
	var faults []*fault.Fault
	if i.Kind != "" && !slices.Contains(InsuranceKinds, i.Kind) {
		faults = append(faults, insuranceUnknown.At("insuranceKind"))
	}
	if i.Kind == "" && (i.Number != "" || i.Until != "") {
		faults = append(faults, insuranceKindMissing.At("insuranceKind"))
	}
	if utf8.RuneCountInString(i.Number) > nameMax {
		faults = append(faults, tooLong.At("insuranceNumber").With("max", nameMax))
	}
	if i.Until != "" && !i.Until.Valid() {
		faults = append(faults, dayBad.At("insuranceUntil"))
	}
	return faults
}

// expectedAhead is how many days ahead a birth can be expected at most.
const expectedAhead = 300

func checkExpected(expected, today day.Day) *fault.Fault {
	switch {
	case expected == "":
		return nil
	case !expected.Valid():
		return dayBad.At("expectedDate")
	case expected > today.Add(expectedAhead):
		return expectedFar.At("expectedDate")
	}
	return nil
}

// certificateForm is loose on purpose: certificates of other countries are
// kept here too, and no check character of ours is published.
var certificateForm = regexp.MustCompile(`^[A-Z0-9][A-Z0-9-]{4,29}$`)

func checkCertificate(number string) *fault.Fault {
	if number != "" && !certificateForm.MatchString(number) {
		return certificateBad.At("certificate")
	}
	return nil
}

func checkBirth(c Child, today day.Day) *fault.Fault {
	birth := c.BirthDate
	switch {
	case birth == "" && c.ExpectedDate != "":
		return nil
	case birth == "":
		return birthMissing.At("birthDate")
	case !birth.Valid():
		return dayBad.At("birthDate")
	case birth > today:
		return birthFuture.At("birthDate")
	case day.Months(birth, today) > 7*12:
		return birthTooOld.At("birthDate")
	}
	return nil
}

// Check refuses a class that cannot be kept.
func (c Class) Check() error {
	var faults []*fault.Fault
	if strings.TrimSpace(c.Name) == "" {
		faults = append(faults, classNameMissing.At("name"))
	}
	for field, text := range map[string]string{"name": c.Name, "room": c.Room} {
		if utf8.RuneCountInString(text) > nameMax {
			faults = append(faults, tooLong.At(field).With("max", nameMax))
		}
	}
	switch c.Kind {
	case Infant, Small, Large, Mixed:
	default:
		faults = append(faults, kindUnknown.At("kind"))
	}
	if c.Places < 1 || c.Places > 100 {
		faults = append(faults, placesBad.At("places"))
	}
	return fault.Join(faults)
}

// Check refuses a guardian without a name or with a phone that nobody can call.
func (g Guardian) Check(field string) []*fault.Fault {
	var faults []*fault.Fault
	if strings.TrimSpace(g.Name) == "" {
		faults = append(faults, guardianNameMissing.At(field+".name"))
	}
	if utf8.RuneCountInString(g.Name) > nameMax {
		faults = append(faults, tooLong.At(field+".name").With("max", nameMax))
	}
	if g.Phone != "" && !callable(g.Phone) {
		faults = append(faults, phoneBad.At(field+".phone"))
	}
	return append(faults, g.checkMore(field)...)
}

func callable(phone string) bool {
	digits := 0
	for _, char := range phone {
		switch {
		case char >= '0' && char <= '9':
			digits++
		case char != '-' && char != '+' && char != ' ':
			return false
		}
	}
	return digits >= 7 && digits <= 15
}

// MaskPhone keeps the first three and the last four digits.
func MaskPhone(phone string) string {
	if len(phone) < 8 {
		return strings.Repeat("*", len(phone))
	}
	return phone[:3] + strings.Repeat("*", len(phone)-7) + phone[len(phone)-4:]
}

// MaskID keeps the first three and the last two characters of an ID number.
func MaskID(number string) string {
	if len(number) < 8 {
		return strings.Repeat("*", len(number))
	}
	return number[:3] + strings.Repeat("*", len(number)-5) + number[len(number)-2:]
}

// clean trims and drops control characters, which only a broken file brings,
// and marks that turn the reading direction: a name must look like what it is.
func clean(text string) string {
	return strings.TrimSpace(strings.Map(func(char rune) rune {
		if unicode.IsControl(char) && char != '\n' || unicode.Is(unicode.Bidi_Control, char) {
			return -1
		}
		return char
	}, text))
}
