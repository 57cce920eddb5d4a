package roster

import (
	"context"
	"slices"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Suspects lists registrations that may be the same child.
func (s *Service) Suspects(ctx context.Context) ([]Suspect, error) {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return nil, err
	}
	suspects := []Suspect{}
	err := s.store.Read(ctx, func(ctx context.Context) error {
		pairs, err := s.store.suspects(ctx)
		if err != nil || len(pairs) == 0 {
			return err
		}
		ids := []string{}
		for _, pair := range pairs {
			ids = append(ids, pair.First, pair.Second)
		}
		children, err := s.store.children(ctx, ids)
		if err != nil {
			return err
		}
		byID := map[string]Child{}
		for _, child := range children {
			byID[child.ID] = s.mayKnow(ctx, child)
		}
		for _, pair := range pairs {
			first, second := byID[pair.First], byID[pair.Second]
			if mayBeOne(first, second) {
				suspects = append(suspects, Suspect{First: first, Second: second, Why: pair.Why})
			}
		}
		return nil
	})
	return suspects, err
}

// NotSame keeps that two registrations are two children; the pair is not
// shown again.
func (s *Service) NotSame(ctx context.Context, child, other string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	if child == other {
		return mergeSelf
	}
	actor, _ := audit.ActorOf(ctx)
	return s.store.Do(ctx, func(ctx context.Context) error {
		for _, id := range []string{child, other} {
			if _, err := s.live(ctx, id); err != nil {
				return err
			}
		}
		row := notSameRow{NurseryID: s.store.Nursery(), ChildID: min(child, other), OtherID: max(child, other),
			ActorID: actor.ID, At: stamp(s.store.Now())}
		if err := s.store.insert(ctx, &row); storage.IsUnique(err) {
			return nil
		} else if err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.not_same", Kind: "child", Subject: child})
	})
}

// Merge points one registration to the one that is kept, with a reason. No
// record is moved or rewritten: readers follow the pointer. Two registrations
// that are placed on one day are refused, for they would count twice.
func (s *Service) Merge(ctx context.Context, child, into, reason string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	reason = clean(reason)
	if reason == "" {
		return reasonMissing.At("reason")
	}
	if child == into {
		return mergeSelf.At("into")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		from, err := s.live(ctx, child)
		if err != nil {
			return err
		}
		kept, err := s.live(ctx, into)
		if err != nil {
			return err
		}
		if err := s.mayMerge(ctx, from, kept); err != nil {
			return err
		}
		if err := s.store.point(ctx, child, &into); err != nil {
			return err
		}
		changes := []audit.Change{{Field: "mergedInto", New: kept.Name}}
		if err := s.record(ctx, audit.Entry{Verb: "roster.merge", Kind: "child", Subject: child, Reason: reason, Changes: changes}); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.merged_here", Kind: "child", Subject: into, Reason: reason,
			Changes: []audit.Change{{Field: "mergedFrom", New: from.Name}}})
	})
}

func (s *Service) mayMerge(ctx context.Context, from, kept Child) error {
	known, err := s.store.family(ctx)
	if err != nil {
		return err
	}
	switch {
	case from.MergedInto != "":
		return mergeAgain.With("name", from.Name)
	case kept.MergedInto != "":
		return mergeAgain.With("name", kept.Name)
	case len(known.of(from.ID)) > 1:
		return mergeInto.With("name", from.Name)
	}
	places, err := s.store.placementsOf(ctx, []string{from.ID, kept.ID})
	if err != nil {
		return err
	}
	on, by, twice := both(places[kept.ID], places[from.ID])
	if !twice {
		return nil
	}
	class, _, err := s.store.class(ctx, by.ClassID)
	if err != nil {
		return err
	}
	return mergeBothPlaced.With("day", string(on)).With("name", from.Name).With("class", class.Name).With("from", string(by.From))
}

// Unmerge takes a pointer away again, with a reason: both registrations stand
// as they stood.
func (s *Service) Unmerge(ctx context.Context, child, reason string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	reason = clean(reason)
	if reason == "" {
		return reasonMissing.At("reason")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		from, err := s.live(ctx, child)
		if err != nil {
			return err
		}
		if from.MergedInto == "" {
			return mergeNone
		}
		kept, err := s.live(ctx, from.MergedInto)
		if err != nil {
			return err
		}
		if err := s.store.point(ctx, child, nil); storage.IsUnique(err) {
			return unmergeNumber
		} else if err != nil {
			return err
		}
		for _, side := range []audit.Entry{
			{Subject: child, Changes: []audit.Change{{Field: "mergedInto", Old: kept.Name}}},
			{Subject: kept.ID, Changes: []audit.Change{{Field: "mergedFrom", Old: from.Name}}},
		} {
			side.Verb, side.Kind, side.Reason = "roster.unmerge", "child", reason
			if err := s.record(ctx, side); err != nil {
				return err
			}
		}
		return nil
	})
}

// kept reads a child, or the one that it was merged into.
func (s *Service) kept(ctx context.Context, id string) (Child, error) {
	child, err := s.live(ctx, id)
	if err != nil || child.MergedInto == "" {
		return child, err
	}
	return s.live(ctx, child.MergedInto)
}

// Merged is a registration that points to the child of a page.
type Merged struct{ ID, Name, BirthDate string }

func (s *Service) mergedHere(ctx context.Context, id string) ([]Merged, error) {
	known, err := s.store.family(ctx)
	if err != nil || len(known) == 0 {
		return nil, err
	}
	ids := slices.DeleteFunc(known.of(id), func(each string) bool { return each == id })
	children, err := s.store.children(ctx, ids)
	merged := make([]Merged, 0, len(children))
	for _, child := range children {
		merged = append(merged, Merged{ID: child.ID, Name: child.Name, BirthDate: string(child.BirthDate)})
	}
	return merged, err
}

// Canonical gives what turns the id of a registration into that of the child
// that is kept, for counting over a span of days.
func (s *Service) Canonical(ctx context.Context) (func(id string) string, error) {
	known, err := s.store.family(ctx)
	return known.root, err
}
