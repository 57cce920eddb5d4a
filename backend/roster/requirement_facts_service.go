package roster

import (
	"context"
	"slices"

	"yayuan/backend/day"
	"yayuan/backend/rules"
)

// ChildFacts hands the children who are placed on a day or later to the
// requirements engine: their stays, examinations, agreement and consents, and
// what is on file. Named alone, also a child that has left.
func (s *Service) ChildFacts(ctx context.Context, of rules.Ref, on day.Day) ([]rules.Subject, []rules.Fact, error) {
	if of.Kind != "" && of.Kind != rules.Child {
		return nil, nil, nil
	}
	ids, err := s.childrenFrom(ctx, of.ID, on)
	if err != nil {
		return nil, nil, err
	}
	rows, err := s.store.filed(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	places, err := s.store.placementsOf(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	acts, err := s.store.consents(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	cards, err := s.store.cardDays(ctx, ids)
	var subjects []rules.Subject
	var facts []rules.Fact
	for _, k := range rows {
		k.stays, k.cardOn = places[k.child.ID], cards[k.child.ID]
		for _, row := range acts[k.child.ID] {
			k.acts = append(k.acts, row.consent())
		}
		subject, dated := k.facts(on)
		subjects, facts = append(subjects, subject), append(facts, dated...)
	}
	return subjects, facts, err
}

// childrenFrom lists the children placed on a day or later, each once under
// the registration that is kept.
func (s *Service) childrenFrom(ctx context.Context, child string, on day.Day) ([]string, error) {
	family, err := s.store.family(ctx)
	if err != nil {
		return nil, err
	}
	if child != "" {
		return []string{family.root(child)}, nil
	}
	ids, err := s.store.placedSince(ctx, on)
	for i, id := range ids {
		ids[i] = family.root(id)
	}
	slices.Sort(ids)
	return slices.Compact(ids), err
}

// StaffFacts hands those who work here on a day or later to the requirements
// engine: their stays, position and contract.
func (s *Service) StaffFacts(ctx context.Context, of rules.Ref, on day.Day) ([]rules.Subject, []rules.Fact, error) {
	if of.Kind != "" && of.Kind != rules.Person {
		return nil, nil, nil
	}
	everyone, err := s.store.staffList(ctx, "", true, on)
	if err != nil {
		return nil, nil, err
	}
	everyone = slices.DeleteFunc(everyone, func(m Staff) bool { return of.ID != "" && m.ID != of.ID })
	ids := make([]string, 0, len(everyone))
	for _, m := range everyone {
		ids = append(ids, m.ID)
	}
	stays, err := s.store.stays(ctx, ids)
	var subjects []rules.Subject
	var facts []rules.Fact
	for _, m := range everyone {
		ended := !slices.ContainsFunc(stays[m.ID], func(t Stay) bool { return t.Until == "" || t.Until >= on })
		if ended && of.ID == "" {
			continue
		}
		subject, dated := m.facts(stays[m.ID])
		subjects, facts = append(subjects, subject), append(facts, dated...)
	}
	return subjects, facts, err
}
