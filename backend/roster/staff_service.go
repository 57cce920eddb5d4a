package roster

import (
	"context"
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
	JoinedOn day.Day
	LeftOn   day.Day // last day, empty while here
	Revision int64
}

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
	return fault.Join(faults)
}

// AddStaff adds a member of staff without a login.
func (s *Service) AddStaff(ctx context.Context, m Staff) (string, error) {
	if err := identity.Require(ctx, identity.WriteStaff); err != nil {
		return "", err
	}
	m.Name, m.Phone, m.Revision = clean(m.Name), clean(m.Phone), 1
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

// ChangeStaff changes a member of staff; the phone, which lists show masked,
// can be kept. Who has left can no longer sign in.
func (s *Service) ChangeStaff(ctx context.Context, m Staff, keepPhone bool) error {
	if err := identity.Require(ctx, identity.WriteStaff); err != nil {
		return err
	}
	m.Name, m.Phone = clean(m.Name), clean(m.Phone)
	if err := m.Check(); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		old, found, err := s.store.staffMember(ctx, m.ID)
		switch {
		case err != nil:
			return err
		case !found:
			return staffUnknown
		case old.Revision != m.Revision:
			return changedSince
		}
		if keepPhone {
			m.Phone = old.Phone
		}
		here := m.LeftOn == "" || m.LeftOn >= s.store.Today()
		if m.LeftOn != "" { // also a day to come: nobody is asked again when it is over
			if err := s.people.RefuseLastDirector(ctx, m.ID); err != nil {
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

// Gone tells whether the last day of a member of staff is over; identity asks.
func (s *Service) Gone(ctx context.Context, person string) (bool, error) {
	m, found, err := s.store.staffMember(ctx, person)
	return found && m.LeftOn != "" && m.LeftOn < s.store.Today(), err
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
	var here []Staff
	for _, member := range everyone {
		if (member.JoinedOn == "" || member.JoinedOn <= on) && (member.LeftOn == "" || member.LeftOn >= on) {
			here = append(here, member)
		}
	}
	return here, nil
}
