// Package nursery is what the institution says of itself: the head of every
// return.
package nursery

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// Profile is the nursery's own description; an empty field is not recorded.
type Profile struct {
	Name               string
	CreditCode         string // 统一社会信用代码
	Address            string
	LegalPerson        string // 法定代表人
	Principal          string // 负责人
	Phone              string
	RegistrationNumber string // 备案编号
	RegisteredOn       day.Day
	Nature             string // public, private, public_private_run, private_subsidised
	AreaDM2            *int64 // building area in square decimetres
	Revision           int64
}

var (
	nameMissing  = fault.Define(fault.Invalid, "nursery.name_missing")
	tooLong      = fault.Define(fault.Invalid, "nursery.too_long")
	creditBad    = fault.Define(fault.Invalid, "nursery.credit_code_bad")
	dayBad       = fault.Define(fault.Invalid, "nursery.day_bad")
	natureBad    = fault.Define(fault.Invalid, "nursery.nature_bad")
	areaBad      = fault.Define(fault.Invalid, "nursery.area_bad")
	changedSince = fault.Define(fault.Conflict, "nursery.changed_since")
)

var creditCode = regexp.MustCompile(`^[0-9A-HJ-NPQRTUWXY]{18}$`)

// Check refuses what cannot stand in a return.
func (p Profile) Check() error {
	var faults []*fault.Fault
	if strings.TrimSpace(p.Name) == "" {
		faults = append(faults, nameMissing.At("name"))
	}
	for field, value := range map[string]string{"name": p.Name, "address": p.Address, "legalPerson": p.LegalPerson,
		"principal": p.Principal, "phone": p.Phone, "registrationNumber": p.RegistrationNumber} {
		if utf8.RuneCountInString(value) > 200 {
			faults = append(faults, tooLong.At(field).With("max", 200))
		}
	}
	if p.CreditCode != "" && !validCreditCode(p.CreditCode) {
		faults = append(faults, creditBad.At("creditCode"))
	}
	if p.RegisteredOn != "" && !p.RegisteredOn.Valid() {
		faults = append(faults, dayBad.At("registeredOn"))
	}
	switch p.Nature {
	case "", "public", "private", "public_private_run", "private_subsidised":
	default:
		faults = append(faults, natureBad.At("nature"))
	}
	if p.AreaDM2 != nil && *p.AreaDM2 <= 0 {
		faults = append(faults, areaBad.At("areaDm2"))
	}
	return fault.Join(faults)
}

const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// validCreditCode checks the last character by GB 32100-2015: weights are
// powers of 3 modulo 31.
func validCreditCode(code string) bool {
	if !creditCode.MatchString(code) {
		return false
	}
	return creditCheck(code[:17]) == code[17]
}

func creditCheck(seventeen string) byte {
	sum, weight := 0, 1
	for _, char := range seventeen {
		sum += strings.IndexRune(creditAlphabet, char) * weight
		weight = weight * 3 % 31
	}
	return creditAlphabet[(31-sum%31)%31]
}

func areaText(area *int64) string {
	if area == nil {
		return ""
	}
	return strconv.FormatInt(*area, 10)
}

// WithCheck completes the first seventeen characters of a credit code by its
// check character (GB 32100-2015).
func WithCheck(seventeen string) string { return seventeen + string(creditCheck(seventeen)) }
