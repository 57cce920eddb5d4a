package nursery

import (
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// ChangeState is where a change of what was registered stands.
type ChangeState string

// The states.
const (
	ChangeOpen      ChangeState = "open"
	ChangeFiled     ChangeState = "filed"
	ChangeWithdrawn ChangeState = "withdrawn" // taken back, or it was only a slip of the pen
)

// RegistrationChange is one field that differs from what the authority has on
// its list, until it is told (R30).
type RegistrationChange struct {
	ID         string
	Field      string // a field of the profile
	Old        string // as the profile writes it: modes parted by commas
	New        string
	HappenedOn day.Day
	State      ChangeState
	FiledOn    day.Day
	Number     string // of the receipt
	Reason     string // why it was withdrawn
	Revision   int64
}

// Again tells whether the whole registration is to be made again: a move is
// more than a change.
func (c RegistrationChange) Again() bool { return c.Field == "address" }

var (
	changedOnBad   = fault.Define(fault.Invalid, "nursery.changed_on_bad")
	changeUnknown  = fault.Define(fault.NotFound, "nursery.change_unknown")
	changeClosed   = fault.Define(fault.Conflict, "nursery.change_closed")
	filedOnBad     = fault.Define(fault.Invalid, "nursery.filed_on_bad")
	receiptMissing = fault.Define(fault.Invalid, "nursery.receipt_missing")
	reasonMissing  = fault.Define(fault.Invalid, "nursery.reason_missing")
)

// watched are the fields whose change is told to the authority.
func watched(p Profile) map[string]string {
	return map[string]string{"name": p.Name, "address": p.Address, "legalPerson": p.LegalPerson, "principal": p.Principal,
		"serviceModes": strings.Join(p.ServiceModes, ","), "registeredPlaces": number(p.RegisteredPlaces)}
}

// watchedOrder is the order of the form.
var watchedOrder = []string{"name", "address", "legalPerson", "principal", "serviceModes", "registeredPlaces"}

// registrationChanges tells what has to be registered again: only a nursery
// that is registered has something that differs, and a value that was never
// recorded has not changed.
func registrationChanges(old, next Profile) []RegistrationChange {
	if !old.Registered() {
		return nil
	}
	before, after := watched(old), watched(next)
	var found []RegistrationChange
	for _, field := range watchedOrder {
		if before[field] != "" && before[field] != after[field] {
			found = append(found, RegistrationChange{Field: field, Old: before[field], New: after[field], State: ChangeOpen})
		}
	}
	return found
}
