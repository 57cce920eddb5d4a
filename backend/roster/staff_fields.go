package roster

import (
	"slices"
	"unicode/utf8"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/idcard"
)

// The values of fields of staff besides empty: 学历 and 用工形式.
var (
	Educations = []string{"primary", "junior", "senior", "college", "bachelor", "master"}
	HireTypes  = []string{"contract", "dispatch", "part_time", "retired", "intern", "other"}
)

// StaffFields is what the register of staff asks for besides name and post.
type StaffFields struct {
	Number         string // 编号
	BirthDate      day.Day
	IDNumber       string
	Education      string
	Major          string
	Title          string // 职称
	HireType       string
	WorksSince     day.Day // in childcare, from which the years are reckoned
	ContractNumber string
	ContractFrom   day.Day
	ContractUntil  day.Day
}

// Years is how many completed years somebody has worked in childcare; -1 when
// nobody knows.
func (f StaffFields) Years(on day.Day) int {
	if f.WorksSince == "" {
		return -1
	}
	return max(day.Months(f.WorksSince, on), 0) / 12
}

func (m Staff) checkFields() []*fault.Fault {
	var faults []*fault.Fault
	for field, text := range map[string]string{"number": m.Number, "major": m.Major, "title": m.Title, "contractNumber": m.ContractNumber} {
		if utf8.RuneCountInString(text) > nameMax {
			faults = append(faults, tooLong.At(field).With("max", nameMax))
		}
	}
	for field, on := range map[string]day.Day{"birthDate": m.BirthDate, "worksSince": m.WorksSince, "contractFrom": m.ContractFrom, "contractUntil": m.ContractUntil} {
		if on != "" && !on.Valid() {
			faults = append(faults, dayBad.At(field))
		}
	}
	if m.ContractUntil != "" && m.ContractUntil < m.ContractFrom {
		faults = append(faults, untilBeforeFrom.At("contractUntil"))
	}
	if m.Education != "" && !slices.Contains(Educations, m.Education) {
		faults = append(faults, educationUnknown.At("education"))
	}
	if m.HireType != "" && !slices.Contains(HireTypes, m.HireType) {
		faults = append(faults, hireTypeUnknown.At("hireType"))
	}
	if f := m.checkID(); f != nil {
		faults = append(faults, f)
	}
	return faults
}

// checkID refuses a number that contradicts itself or the person.
func (m Staff) checkID() *fault.Fault {
	if m.IDNumber == "" {
		return nil
	}
	number, problem := idcard.Read(m.IDNumber)
	switch {
	case problem != idcard.None:
		return idNumberBad.At("idNumber")
	case m.BirthDate != "" && number.Birth != m.BirthDate:
		return idNumberBirth.At("idNumber").With("birth", string(number.Birth))
	case m.Sex == Male && !number.Male, m.Sex == Female && number.Male:
		return idNumberSex.At("idNumber")
	}
	return nil
}

// filled takes from the ID number what nobody has typed.
func (m Staff) filled() Staff {
	number, problem := idcard.Read(m.IDNumber)
	if m.IDNumber == "" || problem != idcard.None {
		return m
	}
	if m.BirthDate == "" {
		m.BirthDate = number.Birth
	}
	if m.Sex == "" {
		m.Sex = Female
		if number.Male {
			m.Sex = Male
		}
	}
	return m
}

// Stay is a time in which somebody works here; without a first day nobody
// knows since when, without a last one it lasts.
type Stay struct {
	ID     string
	From   day.Day
	Until  day.Day
	Reason string // of leaving
}

// On tells whether the stay covers a day.
func (t Stay) On(on day.Day) bool { return t.From <= on && (t.Until == "" || on <= t.Until) }

// left tells whether somebody with these stays, oldest first, has left by a
// day: between two stays one is gone, before the first one is only expected.
func left(stays []Stay, on day.Day) bool {
	if len(stays) == 0 || on < stays[0].From {
		return false
	}
	return !slices.ContainsFunc(stays, func(t Stay) bool { return t.On(on) })
}

func fieldsDiff(changes []audit.Change, person string, old, now StaffFields) []audit.Change {
	for _, field := range []struct{ name, old, now string }{
		{"number", old.Number, now.Number}, {"birthDate", string(old.BirthDate), string(now.BirthDate)},
		{"education", old.Education, now.Education}, {"major", old.Major, now.Major}, {"title", old.Title, now.Title},
		{"hireType", old.HireType, now.HireType}, {"worksSince", string(old.WorksSince), string(now.WorksSince)},
		{"contractNumber", old.ContractNumber, now.ContractNumber}, {"contractFrom", string(old.ContractFrom), string(now.ContractFrom)},
		{"contractUntil", string(old.ContractUntil), string(now.ContractUntil)},
	} {
		changes = audit.Diff(changes, field.name, field.old, field.now)
	}
	return audit.DiffSealed(changes, person, "idNumber", old.IDNumber, now.IDNumber)
}
