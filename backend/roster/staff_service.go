package roster

import (
	"context"
	"slices"
	"unicode/utf8"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Positions are the posts of staff as returns count them: 负责人, 保育人员,
// 保健人员, 炊事人员, 保安人员, 其他.
var Positions = []string{"director", "caregiver", "health", "cook", "guard", "other"}

// Staff is a member of staff; sign-in and roles belong to identity.
type Staff struct {
	ID       string
	Name     string
	Sex      Sex
	Position string
	Phone    string
	JoinedOn day.Day // of the latest stay
	LeftOn   day.Day // its last day, empty while here
	Revision int64
	StaffFields
}

// Keep says which fields of a change stay as they are: those that pages show
// masked or not at all.
type Keep struct{ Phone, IDNumber, Fields bool }

// Assignment puts a member of staff into a class from a day until a last day.
type Assignment struct {
	ID      string
	StaffID string
	ClassID string
	Class   string // its name, for reading
	Duty    string // lead 主班, assist 配班
	From    day.Day
	Until   day.Day
}

// Check refuses staff that cannot be kept.
func (m Staff) Check() error {
	var faults []*fault.Fault
	if clean(m.Name) == "" {
		faults = append(faults, nameMissing.At("name"))
	}
	if utf8.RuneCountInString(m.Name) > nameMax {
		faults = append(faults, tooLong.At("name").With("max", nameMax))
	}
	known := false
	for _, position := range Positions {
		known = known || position == m.Position
	}
	if !known {
		faults = append(faults, positionUnknown.At("position"))
	}
	if m.Phone != "" && !callable(m.Phone) {
		faults = append(faults, phoneBad.At("phone"))
	}
	if m.JoinedOn != "" && !m.JoinedOn.Valid() {
		faults = append(faults, dayBad.At("joinedOn"))
	}
	if m.LeftOn != "" && !m.LeftOn.Valid() {
		faults = append(faults, dayBad.At("leftOn"))
	}
	if m.LeftOn != "" && m.LeftOn < m.JoinedOn {
		faults = append(faults, lastDayEarly.At("leftOn").With("day", string(m.JoinedOn)))
	}
	return fault.Join(append(faults, m.checkFields()...))
}

// tidy cleans what was typed and takes from the ID number what was not.
func (m Staff) tidy() Staff {
	for _, text := range []*string{&m.Name, &m.Phone, &m.Number, &m.Major, &m.Title, &m.ContractNumber} {
		*text = clean(*text)
	}
	m.IDNumber = NormalID(m.IDNumber)
	return m.filled()
}

// AddStaff adds a member of staff without a login.
func (s *Service) AddStaff(ctx context.Context, m Staff) (string, error) {
	if err := identity.Require(ctx, identity.WriteStaff); err != nil {
		return "", err
	}
	m = m.tidy()
	m.Revision = 1
	if err := m.Check(); err != nil {
		return "", err
	}
	err := s.store.Do(ctx, func(ctx context.Context) error {
		var err error
		if m.ID, err = fresh[staffRow](ctx, s.store, m.ID); err != nil {
			return err
		}
		if err := s.people.NewPerson(ctx, m.ID, m.Name); err != nil {
			return err
		}
		return s.saveStaff(ctx, "roster.add_staff", Staff{}, m)
	})
	return m.ID, err
}

// Enlist makes an existing person a member of staff, inside the caller's
// transaction: the first director of a new nursery.
func (s *Service) Enlist(ctx context.Context, m Staff) error {
	m.Revision = 1
	if err := m.Check(); err != nil {
		return err
	}
	return s.saveStaff(ctx, "roster.add_staff", Staff{}, m)
}

// ChangeStaff changes a member of staff; what pages show masked can be kept.
// Who has left can no longer sign in.
func (s *Service) ChangeStaff(ctx context.Context, m Staff, keep Keep) error {
	if err := identity.Require(ctx, identity.WriteStaff); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		old, stays, err := s.staffWithStays(ctx, m.ID)
		if err != nil {
			return err
		}
		if old.Revision != m.Revision {
			return changedSince
		}
		m := keeping(m, old, keep).tidy()
		if err := m.Check(); err != nil {
			return err
		}
		if before := len(stays) - 2; before >= 0 && m.JoinedOn <= stays[before].Until {
			return staffHere.At("joinedOn")
		}
		here := m.LeftOn == "" || m.LeftOn >= s.store.Today()
		if m.LeftOn != "" { // also a day to come: nobody is asked again when it is over
			if err := s.people.RefuseLastDirector(ctx, m.ID); err != nil {
				return err
			}
		}
		if m.LeftOn != old.LeftOn || m.JoinedOn != old.JoinedOn {
			if err := s.people.RequireOver(ctx, m.ID); err != nil {
				return err
			}
		}
		if here && left(stays, s.store.Today()) { // comes back: what one may do is decided anew
			if err := s.people.EndStanding(ctx, m.ID, old.LeftOn); err != nil {
				return err
			}
		}
		if err := s.people.ChangePerson(ctx, m.ID, m.Name, here); err != nil {
			return err
		}
		m.Revision = old.Revision + 1
		return s.saveStaff(ctx, "roster.change_staff", old, m)
	})
}

func keeping(m, old Staff, keep Keep) Staff {
	typed := m.IDNumber
	if keep.Fields {
		m.StaffFields = old.StaffFields
	}
	if m.IDNumber = typed; keep.IDNumber {
		m.IDNumber = old.IDNumber
	}
	if keep.Phone {
		m.Phone = old.Phone
	}
	return m
}

func (s *Service) saveStaff(ctx context.Context, verb string, old, m Staff) error {
	if err := s.store.saveStaff(ctx, m); err != nil {
		return err
	}
	changes := audit.Diff(nil, "name", old.Name, m.Name)
	changes = audit.Diff(changes, "sex", string(old.Sex), string(m.Sex))
	changes = audit.Diff(changes, "position", old.Position, m.Position)
	changes = audit.Diff(changes, "joinedOn", string(old.JoinedOn), string(m.JoinedOn))
	changes = audit.Diff(changes, "leftOn", string(old.LeftOn), string(m.LeftOn))
	changes = audit.DiffSealed(changes, m.ID, "phone", old.Phone, m.Phone)
	changes = fieldsDiff(changes, m.ID, old.StaffFields, m.StaffFields)
	return s.record(ctx, audit.Entry{Verb: verb, Kind: "person", Subject: m.ID, Changes: changes})
}

// Assign puts a member of staff into a class from a day on.
func (s *Service) Assign(ctx context.Context, a Assignment) error {
	if err := identity.Require(ctx, identity.WriteStaff); err != nil {
		return err
	}
	switch {
	case a.Duty != "lead" && a.Duty != "assist":
		return dutyUnknown.At("duty")
	case !a.From.Valid():
		return dayBad.At("from")
	case a.Until != "" && a.Until < a.From:
		return untilBeforeFrom.At("until")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.Class(ctx, a.ClassID); err != nil {
			return err
		}
		if _, found, err := s.store.staffMember(ctx, a.StaffID); err != nil {
			return err
		} else if !found {
			return staffUnknown
		}
		if a.ID == "" {
			a.ID = storage.NewID()
		}
		if err := s.store.replaceAssignment(ctx, a); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.assign", Kind: "person", Subject: a.StaffID, Class: a.ClassID,
			Day: a.From, Changes: audit.Diff([]audit.Change{{Field: "duty", New: a.Duty}, {Field: "from", New: string(a.From)}}, "until", "", string(a.Until))})
	})
}

// StaffLine is one line of the list of staff.
type StaffLine struct {
	Staff
	Classes []Assignment // that cover today or begin later
	Account *identity.AccountState
}

// FindStaff lists staff by name or pinyin; who has left only when asked for.
func (s *Service) FindStaff(ctx context.Context, text string, everyone bool) ([]StaffLine, error) {
	if err := identity.Require(ctx, identity.ReadStaff); err != nil {
		return nil, err
	}
	var lines []StaffLine
	err := s.store.Read(ctx, func(ctx context.Context) error {
		today := s.store.Today()
		staff, err := s.store.staffList(ctx, text, everyone, today)
		if err != nil {
			return err
		}
		rows, err := s.store.assignments(ctx, today, true)
		if err != nil {
			return err
		}
		classes, ids := map[string][]Assignment{}, make([]string, len(staff))
		for _, row := range rows {
			classes[row.StaffID] = append(classes[row.StaffID], Assignment{ID: row.ID, StaffID: row.StaffID,
				ClassID: row.ClassID, Class: row.ClassName, Duty: row.Duty, From: row.FromDay, Until: row.UntilDay})
		}
		for i, member := range staff {
			ids[i] = member.ID
		}
		accounts, err := s.people.Accounts(ctx, ids)
		if err != nil {
			return err
		}
		for _, member := range staff {
			line := StaffLine{Staff: member, Classes: classes[member.ID]}
			if account, ok := accounts[member.ID]; ok {
				line.Account = &account
			}
			lines = append(lines, line)
		}
		return nil
	})
	return lines, err
}

// StaffOn counts the staff here on a day by position, for returns.
func (s *Service) StaffOn(ctx context.Context, on day.Day) ([]Staff, error) {
	everyone, err := s.store.staffList(ctx, "", true, on)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(everyone))
	for i, member := range everyone {
		ids[i] = member.ID
	}
	stays, err := s.store.stays(ctx, ids)
	var here []Staff
	for _, member := range everyone {
		if slices.ContainsFunc(stays[member.ID], func(t Stay) bool { return t.On(on) }) {
			here = append(here, member)
		}
	}
	return here, err
}
