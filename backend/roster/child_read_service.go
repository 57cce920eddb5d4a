package roster

import (
	"context"
	"slices"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/identity"
)

// ChildFile is one child with everything the page shows.
type ChildFile struct {
	Child
	Guardians  []Guardian
	Siblings   map[string][]Child // by guardian, for who keeps the roster
	Placements []Placement
	Leaves     []Leave
	Merged     []Merged // registrations that point here
	Card       CardState
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
		if file.Child, err = s.kept(ctx, id); err != nil {
			return err
		}
		id := file.Child.ID
		guardians, err := s.store.guardians(ctx, []string{id})
		if err != nil {
			return err
		}
		file.Guardians = guardians[id]
		if file.Siblings, err = s.siblings(ctx, id, file.Guardians); err != nil {
			return err
		}
		places, err := s.store.placementsOf(ctx, []string{id})
		if err != nil {
			return err
		}
		file.Placements = places[id]
		if file.Merged, err = s.mergedHere(ctx, id); err != nil {
			return err
		}
		cards, err := s.store.cards(ctx, []string{id})
		if err != nil {
			return err
		}
		file.Card = StateOfCard(file.Child, cards[id])
		file.Leaves, err = s.leavesOf(ctx, id)
		return err
	})
	if identity.ScopeOf(ctx, identity.ReadHealth) == identity.None {
		file.Card = CardNone
	}
	if identity.ScopeOf(ctx, identity.ReadGuardians) == identity.None {
		file.Guardians = nil
	}
	file.Child = s.mayKnow(ctx, file.Child)
	return file, err
}

// mayKnow leaves out what the asking person has no need to know of a child:
// illnesses and an early birth are for those who care for it, allergies also
// for office and kitchen, and where it lives is for who may reach its family.
func (s *Service) mayKnow(ctx context.Context, child Child) Child {
	if identity.ScopeOf(ctx, identity.ReadAllergies) == identity.None {
		child.Allergies, child.Note, child.Health = "", "", Health{}
	}
	if identity.ScopeOf(ctx, identity.ReadGuardians) == identity.None {
		child.Household, child.Residence, child.Address = "", "", ""
	}
	if identity.ScopeOf(ctx, identity.ReadHealth) == identity.None {
		child.Health.Illness, child.Health.Illnesses, child.Health.IllnessNote, child.Health.Gestation = NotAsked, nil, "", 0
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
	all, err := s.store.placementsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	places := map[string]*Placement{}
	for child, stays := range all {
		for i := range stays {
			if known := places[child]; known == nil || !known.On(on) {
				places[child] = &stays[i]
			}
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
		case "certificate":
			value = file.Certificate
		case "insurance":
			value = file.Insurance.Number
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
	records, err := s.audit.Of(ctx, "child", child)
	if identity.ScopeOf(ctx, identity.ReadHealth) != identity.None {
		return records, err
	}
	// What became of its health, and why, is not for everybody who keeps the roster.
	return slices.DeleteFunc(records, func(r audit.Record) bool { return aboutHealth[r.Verb] }), err
}

var aboutHealth = map[string]bool{"roster.change_health": true, "roster.save_card": true, "roster.open_card": true}
