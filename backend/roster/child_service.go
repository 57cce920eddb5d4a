package roster

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
)

// NewChild is everything that is entered when a child comes.
type NewChild struct {
	Child
	Guardians []Guardian
	Placement Placement
}

// AddChild adds a child with guardians and the first placement, all or nothing.
func (s *Service) AddChild(ctx context.Context, in NewChild) (string, error) {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return "", err
	}
	err := s.store.Do(ctx, func(ctx context.Context) error {
		var err error
		in.Child, err = s.addChild(ctx, in.Child)
		if err != nil {
			return err
		}
		for i, guardian := range in.Guardians {
			guardian.Position = i
			if _, err := s.addGuardian(ctx, in.Child.ID, guardian, "guardians."+strconv.Itoa(i)); err != nil {
				return err
			}
		}
		if in.Placement.ClassID == "" {
			return nil
		}
		in.Placement.ChildID = in.Child.ID
		return s.place(ctx, in.Placement)
	})
	return in.Child.ID, err
}

func (s *Service) addChild(ctx context.Context, child Child) (Child, error) {
	child = cleaned(child)
	var err error
	if child.ID, err = fresh[childRow](ctx, s.store, child.ID); err != nil {
		return child, err
	}
	child.Revision = 1
	if err := child.Check(s.store.Today()); err != nil {
		return child, err
	}
	if err := s.store.saveChild(ctx, child, stamp(s.store.Now())); err != nil {
		return child, err
	}
	return child, s.record(ctx, audit.Entry{Verb: "roster.add_child", Kind: "child", Subject: child.ID,
		Changes: childDiff(Child{}, child)})
}

func cleaned(child Child) Child {
	for _, text := range []*string{&child.Name, &child.Nickname, &child.Household, &child.Residence, &child.Address, &child.Allergies,
		&child.Note, &child.Insurance.Number} {
		*text = clean(*text)
	}
	child.Certificate = strings.ToUpper(strings.Join(strings.Fields(width.Narrow.String(child.Certificate)), ""))
	child.IDNumber = NormalID(child.IDNumber)
	switch {
	case child.IDNumber != "":
		child.IDState = IDGiven
	case child.IDState != IDLost:
		child.IDState = IDMissing
	}
	return child.settled()
}

// Numbers are what a child's page shows masked; nil keeps the present one.
type Numbers struct{ IDNumber, Certificate, Insurance *string }

// ChangeChild changes the fields of a child but its health; the revision seen
// must be the last. A value that is corrected, not filled for the first time,
// asks for a reason. Every field's old and new value goes to the audit.
func (s *Service) ChangeChild(ctx context.Context, child Child, numbers Numbers, reason string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		old, err := s.changeable(ctx, child.ID)
		if err != nil {
			return err
		}
		if old.Revision != child.Revision {
			return changedSince
		}
		child.IDState, child.Allergies, child.Health = old.IDState, old.Allergies, old.Health
		child.IDNumber, child.Certificate, child.Insurance.Number = old.IDNumber, old.Certificate, old.Insurance.Number
		for _, number := range []struct{ given, kept *string }{{numbers.IDNumber, &child.IDNumber},
			{numbers.Certificate, &child.Certificate}, {numbers.Insurance, &child.Insurance.Number}} {
			if number.given != nil {
				*number.kept = *number.given
			}
		}
		return s.changeChild(ctx, old, child, "roster.change_child", reason)
	})
}

// changeChild writes what differs; fields that had a value before ask why.
func (s *Service) changeChild(ctx context.Context, old, child Child, verb, reason string) error {
	child, reason = cleaned(child), clean(reason)
	if err := child.Check(s.store.Today()); err != nil {
		return err
	}
	changes := childDiff(old, child)
	if len(changes) == 0 {
		return nil
	}
	if reason == "" && slices.ContainsFunc(changes, func(c audit.Change) bool { return c.Old != "" }) {
		return correctionReason.At("reason")
	}
	child.Revision = old.Revision + 1
	if err := s.store.saveChild(ctx, child, ""); err != nil {
		return err
	}
	return s.record(ctx, audit.Entry{Verb: verb, Kind: "child", Subject: child.ID, Reason: reason, Changes: changes})
}

func childDiff(old, child Child) []audit.Change {
	changes := audit.Diff(nil, "name", old.Name, child.Name)
	changes = audit.Diff(changes, "nickname", old.Nickname, child.Nickname)
	changes = audit.Diff(changes, "sex", string(old.Sex), string(child.Sex))
	changes = audit.Diff(changes, "birthDate", string(old.BirthDate), string(child.BirthDate))
	changes = audit.Diff(changes, "expectedDate", string(old.ExpectedDate), string(child.ExpectedDate))
	changes = audit.Diff(changes, "birthOrder", counted(old.BirthOrder), counted(child.BirthOrder))
	changes = audit.Diff(changes, "household", old.Household, child.Household)
	changes = audit.Diff(changes, "residence", old.Residence, child.Residence)
	changes = audit.Diff(changes, "address", old.Address, child.Address)
	changes = audit.Diff(changes, "insuranceKind", old.Insurance.Kind, child.Insurance.Kind)
	changes = audit.Diff(changes, "insuranceUntil", string(old.Insurance.Until), string(child.Insurance.Until))
	for _, sealed := range []struct{ field, old, new string }{
		{"idNumber", old.IDNumber, child.IDNumber},
		{"certificate", old.Certificate, child.Certificate},
		{"insuranceNumber", old.Insurance.Number, child.Insurance.Number},
		{"allergies", AllergyWords(old), AllergyWords(child)},
		{"diet", old.Health.DietWords(), child.Health.DietWords()},
		{"illnesses", old.Health.IllnessWords(), child.Health.IllnessWords()},
		{"gestation", old.Health.GestationWords(), child.Health.GestationWords()},
		{"note", old.Note, child.Note},
	} {
		changes = audit.DiffSealed(changes, child.ID, sealed.field, sealed.old, sealed.new)
	}
	return changes
}

// counted writes a number that is 0 when it is not known.
func counted(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (s *Service) live(ctx context.Context, id string) (Child, error) {
	child, found, err := s.store.child(ctx, id)
	if err == nil && !found {
		err = childUnknown
	}
	return child, err
}
