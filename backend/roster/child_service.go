package roster

import (
	"context"
	"strconv"

	"yayuan/backend/audit"
	"yayuan/backend/day"
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
	for _, text := range []*string{&child.Name, &child.Nickname, &child.Household, &child.Address, &child.Allergies, &child.Note} {
		*text = clean(*text)
	}
	child.IDNumber = NormalID(child.IDNumber)
	switch {
	case child.IDNumber != "":
		child.IDState = IDGiven
	case child.IDState != IDLost:
		child.IDState = IDMissing
	}
	return child
}

// ChangeChild changes the fields of a child; the revision seen must be the
// last. A nil ID number keeps the present one, which the page shows masked.
// Every field's old and new value goes to the audit.
func (s *Service) ChangeChild(ctx context.Context, child Child, idNumber *string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		old, err := s.live(ctx, child.ID)
		if err != nil {
			return err
		}
		if old.Revision != child.Revision {
			return changedSince
		}
		child.IDNumber, child.IDState = old.IDNumber, old.IDState
		if idNumber != nil {
			child.IDNumber = *idNumber
		}
		return s.changeChild(ctx, old, child)
	})
}

func (s *Service) changeChild(ctx context.Context, old, child Child) error {
	child = cleaned(child)
	if err := child.Check(s.store.Today()); err != nil {
		return err
	}
	changes := childDiff(old, child)
	if len(changes) == 0 {
		return nil
	}
	child.Revision = old.Revision + 1
	if err := s.store.saveChild(ctx, child, ""); err != nil {
		return err
	}
	return s.record(ctx, audit.Entry{Verb: "roster.change_child", Kind: "child", Subject: child.ID, Changes: changes})
}

func childDiff(old, child Child) []audit.Change {
	changes := audit.Diff(nil, "name", old.Name, child.Name)
	changes = audit.Diff(changes, "nickname", old.Nickname, child.Nickname)
	changes = audit.Diff(changes, "sex", string(old.Sex), string(child.Sex))
	changes = audit.Diff(changes, "birthDate", string(old.BirthDate), string(child.BirthDate))
	changes = audit.Diff(changes, "household", old.Household, child.Household)
	changes = audit.Diff(changes, "address", old.Address, child.Address)
	changes = audit.DiffSealed(changes, child.ID, "idNumber", old.IDNumber, child.IDNumber)
	changes = audit.DiffSealed(changes, child.ID, "allergies", old.Allergies, child.Allergies)
	return audit.DiffSealed(changes, child.ID, "note", old.Note, child.Note)
}

func (s *Service) live(ctx context.Context, id string) (Child, error) {
	child, found, err := s.store.child(ctx, id)
	if err == nil && !found {
		err = childUnknown
	}
	return child, err
}

// ChildFile is one child with everything the page shows.
type ChildFile struct {
	Child
	Guardians  []Guardian
	Siblings   map[string][]Child // by guardian, for who keeps the roster
	Placements []Placement
	Leaves     []Leave
}

// File reads one child's page. Who has the right for own classes only sees
// the children placed there today.
func (s *Service) File(ctx context.Context, id string) (ChildFile, error) {
	if err := s.RequireChild(ctx, identity.ReadRoster, id, s.store.Today()); err != nil {
		return ChildFile{}, err
	}
	var file ChildFile
	err := s.store.Read(ctx, func(ctx context.Context) error {
		var err error
		if file.Child, err = s.live(ctx, id); err != nil {
			return err
		}
		guardians, err := s.store.guardians(ctx, []string{id})
		if err != nil {
			return err
		}
		file.Guardians = guardians[id]
		if file.Siblings, err = s.siblings(ctx, id, file.Guardians); err != nil {
			return err
		}
		rows, err := s.store.placements(ctx, []string{id})
		if err != nil {
			return err
		}
		for _, row := range rows {
			file.Placements = append(file.Placements, row.placement())
		}
		file.Leaves, err = s.leavesOf(ctx, id)
		return err
	})
	if identity.ScopeOf(ctx, identity.ReadGuardians) == identity.None {
		file.Guardians = nil
	}
	file.Child = s.mayKnow(ctx, file.Child)
	return file, err
}

// mayKnow leaves out a child's allergies and note where the asking person
// neither keeps the roster nor reads the log: they are about its health.
func (s *Service) mayKnow(ctx context.Context, child Child) Child {
	if identity.ScopeOf(ctx, identity.ReadLog) == identity.None && identity.ScopeOf(ctx, identity.WriteRoster) == identity.None {
		child.Allergies, child.Note = "", ""
	}
	return child
}

// Listed is one line of a list of children.
type Listed struct {
	Child
	Placement *Placement // on the day asked for, else the last one
	Guardian  *Guardian  // the first to call
}

// Find lists children by text, class and state, at most 200 at a time.
func (s *Service) Find(ctx context.Context, q Search) ([]Listed, int64, error) {
	if err := identity.Require(ctx, identity.ReadRoster); err != nil {
		return nil, 0, err
	}
	var err error
	if q.within, err = s.within(ctx, identity.ReadRoster); err != nil {
		return nil, 0, err
	}
	if q.Day == "" {
		q.Day = s.store.Today()
	}
	if q.Limit <= 0 || q.Limit > 200 {
		q.Limit = 200
	}
	var listed []Listed
	var total int64
	err = s.store.Read(ctx, func(ctx context.Context) error {
		rows, n, err := s.store.search(ctx, q)
		if err != nil {
			return err
		}
		total = n
		children, err := s.store.openAll(ctx, rows)
		if err != nil {
			return err
		}
		listed, err = s.withPlaces(ctx, children, q.Day)
		return err
	})
	return listed, total, err
}

func (s *Service) withPlaces(ctx context.Context, children []Child, on day.Day) ([]Listed, error) {
	ids := make([]string, len(children))
	for i, child := range children {
		ids[i] = child.ID
	}
	rows, err := s.store.placements(ctx, ids)
	if err != nil {
		return nil, err
	}
	places := map[string]*Placement{}
	for _, row := range rows {
		placement := row.placement()
		if known := places[row.ChildID]; known == nil || !known.On(on) {
			places[row.ChildID] = &placement
		}
	}
	guardians := map[string][]Guardian{}
	if identity.ScopeOf(ctx, identity.ReadGuardians) != identity.None {
		if guardians, err = s.GuardiansOf(ctx, ids); err != nil {
			return nil, err
		}
	}
	listed := make([]Listed, 0, len(children))
	for _, child := range children {
		line := Listed{Child: s.mayKnow(ctx, child), Placement: places[child.ID]}
		if first := guardians[child.ID]; len(first) > 0 {
			line.Guardian = &first[0]
		}
		listed = append(listed, line)
	}
	return listed, nil
}

// Reveal opens a masked value: the ID number, or one of the numbers of a
// guardian or collector. Each opening is kept with its reason.
func (s *Service) Reveal(ctx context.Context, child, what, person string, which int, reason string) (string, error) {
	right := identity.RevealID
	if what == "phone" {
		right = identity.RevealPhone
	}
	if err := s.RequireChild(ctx, right, child, s.store.Today()); err != nil {
		return "", err
	}
	if clean(reason) == "" {
		return "", reasonMissing.At("reason")
	}
	value := ""
	err := s.store.Do(ctx, func(ctx context.Context) error {
		file, err := s.live(ctx, child)
		if err != nil {
			return err
		}
		switch what {
		case "idNumber":
			value = file.IDNumber
		case "phone":
			if _, value, err = s.reachable(ctx, child, person, which); err != nil {
				return err
			}
		default:
			return revealUnknown.At("what")
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "roster.reveal_" + what, Kind: "child", Subject: child, Reason: clean(reason)})
	})
	return value, err
}

// History reads who changed what of a child.
func (s *Service) History(ctx context.Context, child string) ([]audit.Record, error) {
	if err := identity.Require(ctx, identity.ReadHistory); err != nil {
		return nil, err
	}
	return s.audit.Of(ctx, "child", child)
}
