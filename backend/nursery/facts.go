package nursery

import (
	"context"

	"yayuan/backend/day"
	"yayuan/backend/rules"
)

// FactKinds are the kinds of fact that the nursery hands in: its registration
// and every kind of paper.
func FactKinds() []rules.FactKind {
	var kinds []rules.FactKind
	for _, document := range DocumentKinds {
		kinds = append(kinds, rules.FactKind{Kind: "nursery." + document.Kind, Subject: rules.Nursery})
	}
	return kinds
}

// Facts hands the nursery, its rooms and its papers to the requirements
// engine as dated facts.
func (s *Service) Facts(ctx context.Context, _ rules.Ref, _ day.Day) ([]rules.Subject, []rules.Fact, error) {
	p, _, err := s.store.read(ctx)
	if err != nil {
		return nil, nil, err
	}
	documents, err := s.store.documents(ctx)
	if err != nil {
		return nil, nil, err
	}
	rooms, err := s.store.rooms(ctx)
	if err != nil {
		return nil, nil, err
	}
	self := rules.Ref{Kind: rules.Nursery, ID: s.store.Nursery()}
	subjects := []rules.Subject{subject(self, p)}
	for _, room := range rooms {
		if room.ClosedOn == "" {
			subjects = append(subjects, rules.Subject{Ref: rules.Ref{Kind: rules.Room, ID: room.ID}, Name: room.Name,
				Attributes: map[string][]string{"kind": {room.Kind}}, Stays: subjects[0].Stays})
		}
	}
	return subjects, factsOf(self, p, documents), nil
}

// mealsAttribute answers whether the nursery itself provides meals.
var mealsAttribute = map[string]string{"kitchen": "yes", "delivered": "delivered", "none": "no"}

func subject(ref rules.Ref, p Profile) rules.Subject {
	attributes := map[string][]string{}
	self := rules.Subject{Ref: ref, Name: p.Name, Attributes: attributes}
	if p.Premises != "" {
		attributes["premises"] = []string{p.Premises}
	}
	if p.Meals != "" {
		attributes["meals"] = []string{mealsAttribute[p.Meals]}
	}
	// Without a recorded beginning nothing can be reckoned: the engine says
	// 'unknown', which is never a pass.
	for _, known := range []day.Day{p.RegisteredOn, p.OpenedOn} {
		if known != "" {
			self.Stays = []rules.Span{{From: known}}
		}
	}
	return self
}

func factsOf(self rules.Ref, p Profile, documents []Document) []rules.Fact {
	facts := []rules.Fact{}
	if p.RegisteredOn != "" {
		facts = append(facts, rules.Fact{Subject: self, Kind: "nursery.registration", Day: p.RegisteredOn,
			Record: rules.Record{Area: "nursery", ID: "profile"}})
	}
	for _, d := range documents {
		facts = append(facts, rules.Fact{Subject: self, Kind: "nursery." + d.Kind, Day: d.IssuedOn, Until: d.ValidUntil,
			Record: rules.Record{Area: "nursery", ID: d.ID}, Void: d.VoidReason != ""})
	}
	return facts
}
