package roster

import (
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/identity"
)

// LeaveStaff gives a member of staff a last day: from the next one on there
// is no sign-in, and open sessions are over.
func (s *Service) LeaveStaff(ctx context.Context, id string, last day.Day, reason string) error {
	if err := identity.Require(ctx, identity.WriteStaff); err != nil {
		return err
	}
	switch {
	case !last.Valid():
		return dayBad.At("lastDay")
	case clean(reason) == "":
		return reasonMissing.At("reason")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		m, stays, err := s.staffWithStays(ctx, id)
		if err != nil {
			return err
		}
		present := stays[len(stays)-1]
		switch {
		case present.Until != "" && present.Until < s.store.Today():
			return staffLeft.At("lastDay").With("day", string(present.Until))
		case last < present.From:
			return lastDayEarly.At("lastDay").With("day", string(present.From))
		}
		if err := s.people.RequireOver(ctx, id); err != nil {
			return err
		}
		if err := s.people.RefuseLastDirector(ctx, id); err != nil {
			return err
		}
		old := present.Until
		present.Until, present.Reason = last, clean(reason)
		if err := s.store.saveStay(ctx, id, present); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.staff_leave", Kind: "person", Subject: m.ID, Day: last, Reason: present.Reason,
			Changes: audit.Diff(nil, "leftOn", string(old), string(last))})
	})
}

// Rehire takes somebody back who has left. Classes and roles do not come back
// by themselves: what was open ends with the earlier stay.
func (s *Service) Rehire(ctx context.Context, id string, from day.Day) error {
	if err := identity.Require(ctx, identity.WriteStaff); err != nil {
		return err
	}
	if !from.Valid() {
		return dayBad.At("from")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		m, stays, err := s.staffWithStays(ctx, id)
		if err != nil {
			return err
		}
		last := stays[len(stays)-1].Until
		if last == "" || last >= s.store.Today() || from <= last {
			return staffHere.At("from")
		}
		if err := s.store.endAssignments(ctx, "staff_id", id, last.Add(1)); err != nil {
			return err
		}
		if err := s.people.EndStanding(ctx, id, last); err != nil {
			return err
		}
		if err := s.people.ChangePerson(ctx, id, m.Name, true); err != nil {
			return err
		}
		if err := s.store.saveStay(ctx, id, Stay{From: from}); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.rehire", Kind: "person", Subject: id, Day: from,
			Changes: audit.Diff(nil, "joinedOn", "", string(from))})
	})
}

func (s *Service) staffWithStays(ctx context.Context, id string) (Staff, []Stay, error) {
	m, found, err := s.store.staffMember(ctx, id)
	switch {
	case err != nil:
		return m, nil, err
	case !found:
		return m, nil, staffUnknown
	}
	stays, err := s.store.stays(ctx, []string{id})
	return m, stays[id], err
}

// Gone tells whether somebody has left by a day and is not back; identity asks.
func (s *Service) Gone(ctx context.Context, person string, by day.Day) (bool, error) {
	stays, err := s.store.stays(ctx, []string{person})
	return left(stays[person], by), err
}

// StaffFile is one member of staff with everything the page shows.
type StaffFile struct {
	Staff
	Stays       []Stay
	Assignments []Assignment // past ones too, latest first
	Account     *identity.AccountState
}

// StaffFile reads the page of one member of staff.
func (s *Service) StaffFile(ctx context.Context, id string) (StaffFile, error) {
	var file StaffFile
	if err := identity.Require(ctx, identity.ReadStaff); err != nil {
		return file, err
	}
	err := s.store.Read(ctx, func(ctx context.Context) error {
		var err error
		if file.Staff, file.Stays, err = s.staffWithStays(ctx, id); err != nil {
			return err
		}
		if file.Assignments, err = s.store.assignmentsOf(ctx, id); err != nil {
			return err
		}
		accounts, err := s.people.Accounts(ctx, []string{id})
		if account, has := accounts[id]; has {
			file.Account = &account
		}
		return err
	})
	return file, err
}

// StaffHistory reads who changed what of a member of staff; signing in is no
// change.
func (s *Service) StaffHistory(ctx context.Context, id string) ([]audit.Record, error) {
	for _, right := range []identity.Right{identity.ReadHistory, identity.WriteStaff} {
		if err := identity.Require(ctx, right); err != nil {
			return nil, err
		}
	}
	records, err := s.audit.Of(ctx, "person", id)
	changes := make([]audit.Record, 0, len(records))
	for _, record := range records {
		if record.Verb != "identity.sign_in" {
			changes = append(changes, record)
		}
	}
	return changes, err
}

// RevealStaffID opens the ID number of a member of staff, with a reason.
func (s *Service) RevealStaffID(ctx context.Context, id, reason string) (string, error) {
	for _, right := range []identity.Right{identity.RevealID, identity.WriteStaff} {
		if err := identity.Require(ctx, right); err != nil {
			return "", err
		}
	}
	if clean(reason) == "" {
		return "", reasonMissing.At("reason")
	}
	number := ""
	err := s.store.Do(ctx, func(ctx context.Context) error {
		member, found, err := s.store.staffMember(ctx, id)
		switch {
		case err != nil:
			return err
		case !found:
			return staffUnknown
		case member.IDNumber == "":
			return staffIDNone
		}
		number = member.IDNumber
		return s.audit.Write(ctx, audit.Entry{Verb: "roster.reveal_idNumber", Kind: "person", Subject: id, Reason: clean(reason)})
	})
	return number, err
}
