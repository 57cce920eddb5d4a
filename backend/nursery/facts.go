package nursery

import (
	"context"

	"yayuan/backend/day"
	"yayuan/backend/rules"
)

// Facts hands the nursery, its rooms and its papers to the requirements
// engine as dated facts.
func (s *Service) Facts(ctx context.Context, on day.Day) ([]rules.Subject, []rules.Fact, error) {
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
	subjects := []rules.Subject{subject(self, p, on)}
	for _, room := range rooms {
		if room.ClosedOn == "" {
			subjects = append(subjects, rules.Subject{Ref: rules.Ref{Kind: rules.Room, ID: room.ID},
				Attributes: map[string][]string{"kind": {room.Kind}}, Stays: subjects[0].Stays})
		}
	}
	return subjects, factsOf(self, p, documents), nil
}

// mealsAttribute answers whether the nursery itself provides meals.
var mealsAttribute = map[string]string{"kitchen": "yes", "delivered": "delivered", "none": "no"}

func subject(self rules.Ref, p Profile, on day.Day) rules.Subject {
	attributes := map[string][]string{}
	if p.Premises != "" {
		attributes["premises"] = []string{p.Premises}
	}
	if p.Meals != "" {
		attributes["meals"] = []string{mealsAttribute[p.Meals]}
	}
	// Without a recorded beginning it is reckoned as if it opened today:
	// nothing is overdue by a guess.
	since := on
	for _, known := range []day.Day{p.RegisteredOn, p.OpenedOn} {
		if known != "" {
			since = known
		}
	}
	return rules.Subject{Ref: self, Attributes: attributes, Stays: []rules.Span{{From: since}}}
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
