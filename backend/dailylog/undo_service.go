package dailylog

import (
	"context"

	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Undone is the outcome of an undo: which cells went back, and which had been
// written over since and stay.
type Undone struct {
	ActID    string
	Restored int
	Kept     int
}

// Undo takes an act of the asking person back as a new act: each of its cells
// that still stands gets what it had before, or a void. A director may take
// back anybody's.
func (s *Service) Undo(ctx context.Context, id, undone string) (Undone, error) {
	if err := identity.Require(ctx, identity.WriteLog); err != nil {
		return Undone{}, err
	}
	out := Undone{ActID: id}
	err := s.store.Do(ctx, func(ctx context.Context) error {
		row, found, err := s.store.act(ctx, undone)
		if err != nil {
			return err
		}
		if !found {
			return actUnknown
		}
		if err := s.roster.RequireClass(ctx, identity.WriteLog, row.ClassID, s.store.Today()); err != nil {
			return err
		}
		actor, _ := identity.ActorOf(ctx)
		if row.ActorID != actor.ID && identity.ScopeOf(ctx, identity.CloseDay) != identity.All {
			return actNotOwn
		}
		if row.Kind == "undo" || row.Kind == "void" {
			return actUndone
		}
		a, err := s.begin(ctx, act{id: id, kind: "undo", day: row.Day, slot: row.Slot, reason: "undo"}, row.ClassID)
		if err != nil {
			return err
		}
		entries, err := s.restored(ctx, a, undone)
		if err != nil {
			return err
		}
		out.ActID, out.Restored = a.id, len(entries)
		if len(entries) == 0 {
			return actUndone
		}
		written, err := s.store.countOfAct(ctx, undone)
		out.Kept = written - len(entries)
		if err != nil {
			return err
		}
		return s.save(ctx, a, entries, &undone)
	})
	return out, err
}

// restored makes the entries that bring the standing cells of an act back to
// what they were.
func (s *Service) restored(ctx context.Context, a act, undone string) ([]Entry, error) {
	standing, err := s.store.entriesOfAct(ctx, undone)
	if err != nil {
		return nil, err
	}
	var before []string
	for _, e := range standing {
		if e.Supersedes != "" {
			before = append(before, e.Supersedes)
		}
	}
	old, err := s.store.entriesByID(ctx, before)
	if err != nil {
		return nil, err
	}
	byID := map[string]Entry{}
	for _, e := range old {
		byID[e.ID] = e
	}
	entries := make([]Entry, 0, len(standing))
	for i := range standing {
		e := &standing[i]
		back := a.entry("", e.ChildID, e.Register, e.Slot, e.HappenedAt, e)
		if was, had := byID[e.Supersedes]; had && !was.Void {
			back.HappenedAt, back.Late, back.ByDefault, back.Corrected = was.HappenedAt, was.Late, was.ByDefault, was.Corrected
			back.Mark, back.Check, back.Amount = was.Mark, was.Check, was.Amount
		} else {
			back.Void, back.Corrected = true, false
		}
		entries = append(entries, back)
	}
	return entries, nil
}

// Void takes one entry back with a reason; the cell is blank again and its
// history stays.
func (s *Service) Void(ctx context.Context, id, reason string) error {
	if err := identity.Require(ctx, identity.WriteLog); err != nil {
		return err
	}
	if reason == "" {
		return reasonMissing.At("reason")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		found, err := s.store.entriesByID(ctx, []string{id})
		if err != nil {
			return err
		}
		if len(found) == 0 || found[0].Void {
			return entryUnknown
		}
		live, err := s.store.liveEntries(ctx, found[0].Day, []string{found[0].ChildID})
		if err != nil {
			return err
		}
		e := byCell(live)[cell{found[0].ChildID, found[0].Register, found[0].Slot}]
		if e == nil || e.ID != id {
			return seenOld.With("name", "")
		}
		right := identity.WriteLog
		if e.Register != Meal {
			right = identity.WriteGate
		}
		if err := s.roster.RequireClass(ctx, right, e.ClassID, s.store.Today()); err != nil {
			return err
		}
		a, err := s.begin(ctx, act{id: storage.NewID(), kind: "void", day: e.Day, slot: e.Slot, reason: reason}, e.ClassID)
		if err != nil {
			return err
		}
		void := a.entry("", e.ChildID, e.Register, e.Slot, e.HappenedAt, e)
		void.Void, void.Corrected = true, false
		return s.save(ctx, a, []Entry{void}, nil)
	})
}
