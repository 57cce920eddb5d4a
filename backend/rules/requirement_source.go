package rules

import (
	"cmp"
	"context"
	"slices"

	"yayuan/backend/day"
	"yayuan/backend/identity"
)

// Source is how an area hands in its subjects and facts as they are known
// now, for reckoning on a day. It is called after the right was asked for, on
// one read snapshot. With a kind or a subject named it may hand in those alone.
type Source func(ctx context.Context, of Ref, on day.Day) ([]Subject, []Fact, error)

// FactKind is a kind of fact that an area can hand in, and about whom.
type FactKind struct {
	Kind    string      `json:"kind"`
	Subject SubjectKind `json:"subject" enum:"person,child,class,room,nursery"`
}

// Register adds a source with the kinds of fact that it can hand in; only
// while the areas are wired. Several sources may hand in the same subject:
// attributes, stays and leaves are joined. What no source can hand in nobody
// can fulfil, so it is never called overdue.
func (s *Requirements) Register(source Source, kinds ...FactKind) {
	s.sources, s.kinds = append(s.sources, source), append(s.kinds, kinds...)
}

// sourced tells whether some area can hand in what fulfils a row.
func (s *Requirements) sourced(r Requirement) bool {
	return slices.ContainsFunc(s.kinds, func(k FactKind) bool { return k.Subject == r.Subject && slices.Contains(r.Facts, k.Kind) })
}

// Evaluate reckons for subjects that an area hands in, also for those whose
// page is open before their source would be asked. It tells no more than what
// was handed in and the rules, which everybody may read.
func (s *Requirements) Evaluate(ctx context.Context, subjects []Subject, facts []Fact, on day.Day) ([]Result, error) {
	if err := identity.Require(ctx, identity.ReadNursery); err != nil {
		return nil, err
	}
	_, rows, err := s.rows(ctx)
	if err != nil {
		return nil, err
	}
	return reckonAll(rows, subjects, facts, on), nil
}

func reckonAll(rows []Requirement, subjects []Subject, facts []Fact, on day.Day) []Result {
	of := map[Ref][]Fact{}
	for _, fact := range facts {
		of[fact.Subject] = append(of[fact.Subject], fact)
	}
	keys, groups := byKey(rows)
	var results []Result
	for _, subject := range subjects {
		results = append(results, evaluateAll(keys, groups, subject, of[subject.Ref], on)...)
	}
	return results
}

// Results reckons for every subject of every source, for those of a kind, or
// for one of them.
func (s *Requirements) Results(ctx context.Context, of Ref, on day.Day) ([]Result, error) {
	if err := identity.Require(ctx, identity.ReadRequirements); err != nil {
		return nil, err
	}
	if !on.Valid() {
		return nil, requirementDay.At("on")
	}
	var results []Result
	err := s.store.Read(ctx, func(ctx context.Context) error {
		_, rows, err := s.rows(ctx)
		if err != nil {
			return err
		}
		subjects, facts, err := s.gather(ctx, of, on)
		if err != nil {
			return err
		}
		subjects = slices.DeleteFunc(subjects, func(each Subject) bool {
			return of.Kind != "" && each.Kind != of.Kind || of.ID != "" && each.ID != of.ID
		})
		results = s.unsourced(rows, reckonAll(rows, subjects, facts, on))
		return nil
	})
	return results, err
}

// unsourced marks what is asked for but cannot be recorded yet.
func (s *Requirements) unsourced(rows []Requirement, results []Result) []Result {
	without := map[Version]bool{}
	for _, row := range rows {
		without[row.id()] = !s.sourced(row)
	}
	for i, r := range results {
		if r.State != NotApplicable && without[r.Version] {
			r.State, r.Why, r.Due, r.Since, r.Missing, r.Belated = Unknown, NoSource, "", "", "", false
			results[i] = r
		}
	}
	return results
}

// Open gives what is overdue, and what is due within some days, over all
// sources: the longest overdue first.
func (s *Requirements) Open(ctx context.Context, on day.Day, days int) ([]Result, error) {
	results, err := s.Results(ctx, Ref{}, on)
	if err != nil {
		return nil, err
	}
	return opened(results, on, days), nil
}

func opened(results []Result, on day.Day, days int) []Result {
	open := slices.DeleteFunc(results, func(r Result) bool {
		return r.State != Overdue && (r.State != Due || r.Due == "" || r.Due > on.Add(days))
	})
	slices.SortStableFunc(open, func(a, b Result) int { return cmp.Compare(a.Due, b.Due) })
	return open
}

// gather asks every source and joins what several say of one subject.
func (s *Requirements) gather(ctx context.Context, of Ref, on day.Day) ([]Subject, []Fact, error) {
	var subjects []Subject
	var facts []Fact
	place := map[Ref]int{}
	for _, source := range s.sources {
		more, dated, err := source(ctx, of, on)
		if err != nil {
			return nil, nil, err
		}
		facts = append(facts, dated...)
		for _, subject := range more {
			i, known := place[subject.Ref]
			if !known {
				place[subject.Ref] = len(subjects)
				subjects = append(subjects, subject)
				continue
			}
			subjects[i] = subjects[i].join(subject)
		}
	}
	return subjects, facts, nil
}

// join adds what another source knows of the same subject.
func (s Subject) join(other Subject) Subject {
	attributes := map[string][]string{}
	for _, each := range []Subject{s, other} {
		for name, values := range each.Attributes {
			attributes[name] = append(slices.Clone(attributes[name]), values...)
		}
	}
	s.Attributes = attributes
	s.Name, s.Born = cmp.Or(s.Name, other.Name), cmp.Or(s.Born, other.Born)
	s.Stays = slices.Concat(s.Stays, other.Stays)
	s.Leaves = slices.Concat(s.Leaves, other.Leaves)
	return s
}
