package nursery

import (
	"strings"

	"yayuan/backend/audit"
)

type pair struct{ field, old, new string }

func differences(pairs []pair) []audit.Change {
	var changes []audit.Change
	for _, each := range pairs {
		changes = audit.Diff(changes, each.field, each.old, each.new)
	}
	return changes
}

// diff tells what changed in a profile, for the audit.
func diff(old, p Profile) []audit.Change {
	return differences([]pair{
		{"name", old.Name, p.Name}, {"creditCode", old.CreditCode, p.CreditCode}, {"address", old.Address, p.Address},
		{"legalPerson", old.LegalPerson, p.LegalPerson}, {"principal", old.Principal, p.Principal},
		{"contact", old.Contact, p.Contact}, {"phone", old.Phone, p.Phone}, {"filingMode", old.FilingMode, p.FilingMode},
		{"registrationNumber", old.RegistrationNumber, p.RegistrationNumber},
		{"registeredOn", string(old.RegisteredOn), string(p.RegisteredOn)}, {"nature", old.Nature, p.Nature},
		{"legalForm", old.LegalForm, p.LegalForm}, {"registrar", old.Registrar, p.Registrar},
		{"registrarName", old.RegistrarName, p.RegistrarName}, {"scopeHasCare", old.ScopeHasCare, p.ScopeHasCare},
		{"serviceModes", strings.Join(old.ServiceModes, ","), strings.Join(p.ServiceModes, ",")},
		{"classKinds", strings.Join(old.ClassKinds, ","), strings.Join(p.ClassKinds, ",")}, {"premises", old.Premises, p.Premises},
		{"areaDm2", number(old.AreaDM2), number(p.AreaDM2)}, {"indoorDm2", number(old.IndoorDM2), number(p.IndoorDM2)},
		{"outdoorDm2", number(old.OutdoorDM2), number(p.OutdoorDM2)}, {"floors", old.Floors, p.Floors},
		{"openedOn", string(old.OpenedOn), string(p.OpenedOn)}, {"meals", old.Meals, p.Meals},
		{"hours", hoursText(old.Hours), hoursText(p.Hours)},
		{"registeredPlaces", number(old.RegisteredPlaces), number(p.RegisteredPlaces)},
		{"inclusivePlaces", number(old.InclusivePlaces), number(p.InclusivePlaces)},
		{"usablePlaces", number(old.UsablePlaces), number(p.UsablePlaces)},
	})
}
