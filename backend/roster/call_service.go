package roster

import (
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Contact is one call that was made for a child; the number is not kept.
type Contact struct {
	Name     string
	Relation string
	At       string // instant
	By       string
}

// contactsShown is how many of the latest calls a page shows.
const contactsShown = 5

// Call opens a number for one tap of the class staff of the day, and keeps
// who called whom. Everybody else opens numbers with a reason.
func (s *Service) Call(ctx context.Context, child, person string, which int) (string, error) {
	today := s.store.Today()
	if err := s.RequireChild(ctx, identity.RevealPhone, child, today); err != nil {
		return "", err
	}
	if err := s.requireOnDuty(ctx, child, today); err != nil {
		return "", err
	}
	phone := ""
	err := s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.live(ctx, child); err != nil {
			return err
		}
		whom, number, err := s.reachable(ctx, child, person, which)
		if err != nil {
			return err
		}
		phone = number
		actor, _ := audit.ActorOf(ctx)
		err = s.store.insert(ctx, &contactRow{NurseryID: s.store.Nursery(), ID: storage.NewID(), ChildID: child, PersonID: person,
			Name: whom.Name, Relation: whom.Relation, At: stamp(s.store.Now()), ActorID: actor.ID, ActorName: actor.Name})
		if err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.call", Kind: "child", Subject: child,
			Changes: []audit.Change{{Field: "called", New: whom.Name}}})
	})
	return phone, err
}

// requireOnDuty refuses who is not assigned today to the class of a child.
func (s *Service) requireOnDuty(ctx context.Context, child string, today day.Day) error {
	own, err := s.OwnClasses(ctx, today)
	if err != nil {
		return err
	}
	for _, class := range own {
		rows, err := s.store.placedOn(ctx, today, Who{Class: class, Child: child})
		if err != nil || len(rows) > 0 {
			return err
		}
	}
	return callOnDuty
}

// reachable finds a guardian or a collector of a child with one of its numbers.
func (s *Service) reachable(ctx context.Context, child, person string, which int) (Collector, string, error) {
	guardians, err := s.store.guardians(ctx, []string{child})
	if err != nil {
		return Collector{}, "", err
	}
	for _, g := range guardians[child] {
		if g.ID == person {
			phone, ok := g.phone(which)
			if !ok {
				return Collector{}, "", phoneNone
			}
			return Collector{ID: g.ID, Name: g.Name, Relation: g.Relation}, phone, nil
		}
	}
	c, found, err := s.store.pickup(ctx, person)
	switch {
	case err != nil:
		return c, "", err
	case !found || c.ChildID != child:
		return c, "", guardianUnknown
	case c.Phone == "" || which != 0:
		return c, "", phoneNone
	}
	return c, c.Phone, nil
}

// Contacts lists the latest calls for a child.
func (s *Service) Contacts(ctx context.Context, child string) ([]Contact, error) {
	if err := s.RequireChild(ctx, identity.ReadGuardians, child, s.store.Today()); err != nil {
		return nil, err
	}
	rows, err := s.store.contacts(ctx, child, contactsShown)
	contacts := make([]Contact, 0, len(rows))
	for _, row := range rows {
		contacts = append(contacts, Contact{Name: row.Name, Relation: row.Relation, At: row.At, By: row.ActorName})
	}
	return contacts, err
}

// RevealStaffPhone opens the number of a member of staff, with a reason.
func (s *Service) RevealStaffPhone(ctx context.Context, id, reason string) (string, error) {
	if err := identity.Require(ctx, identity.WriteStaff); err != nil {
		return "", err
	}
	if clean(reason) == "" {
		return "", reasonMissing.At("reason")
	}
	phone := ""
	err := s.store.Do(ctx, func(ctx context.Context) error {
		member, found, err := s.store.staffMember(ctx, id)
		switch {
		case err != nil:
			return err
		case !found:
			return staffUnknown
		case member.Phone == "":
			return phoneNone
		}
		phone = member.Phone
		return s.audit.Write(ctx, audit.Entry{Verb: "roster.reveal_phone", Kind: "person", Subject: id, Reason: clean(reason)})
	})
	return phone, err
}
