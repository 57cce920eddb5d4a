package nursery

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

var (
	nameMissing  = fault.Define(fault.Invalid, "nursery.name_missing")
	tooLong      = fault.Define(fault.Invalid, "nursery.too_long")
	creditBad    = fault.Define(fault.Invalid, "nursery.credit_code_bad")
	dayBad       = fault.Define(fault.Invalid, "nursery.day_bad")
	natureBad    = fault.Define(fault.Invalid, "nursery.nature_bad")
	choiceBad    = fault.Define(fault.Invalid, "nursery.choice_bad")
	areaBad      = fault.Define(fault.Invalid, "nursery.area_bad")
	placesBad    = fault.Define(fault.Invalid, "nursery.places_bad")
	inclusiveBad = fault.Define(fault.Invalid, "nursery.inclusive_above_registered")
	hoursBad     = fault.Define(fault.Invalid, "nursery.hours_bad")
	idBad        = fault.Define(fault.Invalid, "nursery.legal_person_id_bad")
	changedSince = fault.Define(fault.Conflict, "nursery.changed_since")
)

const (
	longest    = 200 // characters of a field
	mostPlaces = 2000
)

// Check refuses what cannot stand in a return.
func (p Profile) Check() error {
	var faults []*fault.Fault
	if strings.TrimSpace(p.Name) == "" {
		faults = append(faults, nameMissing.At("name"))
	}
	faults = append(faults, checkTexts(map[string]string{"name": p.Name, "address": p.Address, "legalPerson": p.LegalPerson,
		"principal": p.Principal, "contact": p.Contact, "phone": p.Phone, "registrationNumber": p.RegistrationNumber,
		"registrarName": p.RegistrarName, "floors": p.Floors})...)
	if p.CreditCode != "" && !validCreditCode(p.CreditCode) {
		faults = append(faults, creditBad.At("creditCode"))
	}
	for field, on := range map[string]day.Day{"registeredOn": p.RegisteredOn, "openedOn": p.OpenedOn} {
		if on != "" && !on.Valid() {
			faults = append(faults, dayBad.At(field))
		}
	}
	faults = append(faults, p.checkChoices()...)
	faults = append(faults, p.checkFigures()...)
	return fault.Join(append(faults, checkHours(p.Hours)...))
}

func checkTexts(texts map[string]string) []*fault.Fault {
	var faults []*fault.Fault
	for field, value := range texts {
		if utf8.RuneCountInString(value) > longest {
			faults = append(faults, tooLong.At(field).With("max", longest))
		}
	}
	return faults
}

func (p Profile) checkChoices() []*fault.Fault {
	var faults []*fault.Fault
	if p.Nature != "" && !slices.Contains(natures, p.Nature) {
		faults = append(faults, natureBad.At("nature"))
	}
	for _, each := range []struct {
		field, value string
		allowed      []string
	}{
		{"filingMode", p.FilingMode, filingModes}, {"legalForm", p.LegalForm, legalForms}, {"registrar", p.Registrar, registrars},
		{"scopeHasCare", p.ScopeHasCare, []string{"yes", "no"}}, {"premises", p.Premises, premises}, {"meals", p.Meals, meals},
	} {
		if each.value != "" && !slices.Contains(each.allowed, each.value) {
			faults = append(faults, choiceBad.At(each.field))
		}
	}
	for _, each := range []struct {
		field           string
		values, allowed []string
	}{{"serviceModes", p.ServiceModes, serviceModes}, {"classKinds", p.ClassKinds, classKinds}} {
		for _, value := range each.values {
			if !slices.Contains(each.allowed, value) {
				faults = append(faults, choiceBad.At(each.field))
				break
			}
		}
	}
	return faults
}

func (p Profile) checkFigures() []*fault.Fault {
	var faults []*fault.Fault
	for field, area := range map[string]*int64{"areaDm2": p.AreaDM2, "indoorDm2": p.IndoorDM2} {
		if area != nil && *area <= 0 {
			faults = append(faults, areaBad.At(field))
		}
	}
	if p.OutdoorDM2 != nil && *p.OutdoorDM2 < 0 {
		faults = append(faults, areaBad.At("outdoorDm2"))
	}
	for field, places := range map[string]*int64{"registeredPlaces": p.RegisteredPlaces, "inclusivePlaces": p.InclusivePlaces, "usablePlaces": p.UsablePlaces} {
		least := int64(0)
		if field == "registeredPlaces" {
			least = 1
		}
		if places != nil && (*places < least || *places > mostPlaces) {
			faults = append(faults, placesBad.At(field).With("least", least).With("most", mostPlaces))
		}
	}
	if p.InclusivePlaces != nil && p.RegisteredPlaces != nil && *p.InclusivePlaces > *p.RegisteredPlaces {
		faults = append(faults, inclusiveBad.At("inclusivePlaces").With("registered", *p.RegisteredPlaces))
	}
	return faults
}

// checkHours wants one time a day that ends after it begins.
func checkHours(hours []Hours) []*fault.Fault {
	seen := map[int]bool{}
	for _, each := range hours {
		from, fromErr := time.Parse("15:04", each.From)
		until, untilErr := time.Parse("15:04", each.Until)
		if each.Weekday < 1 || each.Weekday > 7 || seen[each.Weekday] || fromErr != nil || untilErr != nil || !from.Before(until) {
			return []*fault.Fault{hoursBad.At("hours")}
		}
		seen[each.Weekday] = true
	}
	return nil
}
