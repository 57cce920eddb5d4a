package roster

import (
	"context"
	"slices"

	"yayuan/backend/day"
	"yayuan/backend/identity"
)

// Eater is one line of the list for the kitchen: what a child must not and
// does not eat, and what to do; no phones, no illnesses.
type Eater struct {
	Child   Child // with its allergies and diet only
	ClassID string
	Alert   string
	Diet    string
	Card    *Card // its part on allergy
}

// Asking is how many children of a class are placed, and of how many nobody
// has asked yet what they must not eat: the list is silent about these.
type Asking struct {
	ClassID string
	Placed  int
	Unasked int
}

// FoodList is the list for kitchen and rooms on a day, severe allergies first.
type FoodList struct {
	Day     day.Day
	Eaters  []Eater
	Classes []Asking // those with children placed
}

// Eaters lists the children placed today who have an allergy or a food that is
// not wanted, for kitchen and rooms.
func (s *Service) Eaters(ctx context.Context) (FoodList, error) {
	list := FoodList{Day: s.store.Today(), Eaters: []Eater{}, Classes: []Asking{}}
	if err := identity.Require(ctx, identity.ReadAllergies); err != nil {
		return list, err
	}
	within, err := s.within(ctx, identity.ReadAllergies)
	if err != nil {
		return list, err
	}
	err = s.store.Read(ctx, func(ctx context.Context) error {
		placed, err := s.PlacedOn(ctx, list.Day, Who{})
		for _, child := range placed {
			if within == nil || slices.Contains(within, child.ClassID) {
				list.seat(child)
			}
		}
		return err
	})
	slices.SortStableFunc(list.Eaters, func(a, b Eater) int { return a.weight() - b.weight() })
	return list, err
}

// seat counts a child and, if there is something to mind, lists it.
func (l *FoodList) seat(child Placed) {
	at := slices.IndexFunc(l.Classes, func(a Asking) bool { return a.ClassID == child.ClassID })
	if at < 0 {
		at, l.Classes = len(l.Classes), append(l.Classes, Asking{ClassID: child.ClassID})
	}
	l.Classes[at].Placed++
	if eater, eats := eaterOf(child); eats {
		l.Eaters = append(l.Eaters, eater)
	} else if child.Health.Allergy == NotAsked {
		l.Classes[at].Unasked++
	}
}

// eaterOf tells whether there is something to mind of what a child eats.
func eaterOf(child Placed) (Eater, bool) {
	alert, diet := AllergyAlert(child.Child), child.Health.DietWords()
	return Eater{Child: child.Child, ClassID: child.ClassID, Alert: alert, Diet: diet, Card: child.card}, alert != "" || diet != ""
}

func (e Eater) weight() int {
	switch {
	case e.Child.Severely():
		return 0
	case e.Alert != "":
		return 1
	}
	return 2
}

// requireFace refuses who may not see a child's face. Besides those who read
// the roster, whoever minds its food or hands it over recognises it by that.
func (s *Service) requireFace(ctx context.Context, id string) error {
	today := s.store.Today()
	refused := s.RequireChild(ctx, identity.ReadRoster, id, today)
	if refused == nil || s.RequireChild(ctx, identity.ReadCollectors, id, today) == nil {
		return nil
	}
	if s.RequireChild(ctx, identity.ReadAllergies, id, today) != nil {
		return refused
	}
	placed, err := s.PlacedOn(ctx, today, Who{Child: id})
	if err != nil {
		return err
	}
	for _, child := range placed {
		if _, eats := eaterOf(child); eats {
			return nil
		}
	}
	return refused
}
