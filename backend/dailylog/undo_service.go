package dailylog

import (
	"context"

	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Undone is the outcome of an undo: how many cells went back, and how many had
// been written over since and stay.
type Undone struct {
	ActID    string
	Restored int
	Kept     int
}

// Undo takes an act of the asking person back as a new act: each cell that
// shows it gets what it had before, or a void; what was itself taken back does
// not come up again. A director may take back anybody's. After the day is
// closed an undo is a change like any other and needs a reason.
func (s *Service) Undo(ctx context.Context, id, undone, reason string) (Undone, error) {
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
		a, err := s.begin(ctx, act{id: id, kind: "undo", day: row.Day, slot: row.Slot, reason: reason}, row.ClassID)
		if err != nil {
			return err
		}
		if a.reason == "" {
			a.reason = "undo"
		}
		entries, written, err := s.restored(ctx, a, undone)
		if err != nil {
			return err
		}
		out.ActID, out.Restored, out.Kept = a.id, len(entries), written-len(entries)
		if len(entries) == 0 {
			return actUndone
		}
		return s.save(ctx, a, entries, &undone)
	})
	return out, err
}

// restored makes the entries that bring the cells which show an act back to
// what they were, and tells how many cells the act had written.
func (s *Service) restored(ctx context.Context, a act, undone string) ([]Entry, int, error) {
	written, err := s.store.entriesOfAct(ctx, undone)
	if err != nil {
		return nil, 0, err
	}
	var children []string
	for _, e := range written {
		children = append(children, e.ChildID)
	}
	live, err := s.store.liveEntries(ctx, a.day, children)
	if err != nil {
		return nil, 0, err
	}
	history, err := s.store.past(ctx, live)
	if err != nil {
		return nil, 0, err
	}
	standing := byCell(live)
	entries := make([]Entry, 0, len(written))
	for i := range written {
		e := standing[written[i].cell()]
		if shown := history.shown(e); shown == nil || shown.ID != written[i].ID {
			continue
		}
		entries = append(entries, a.back(e, history.under(&written[i])))
	}
	return entries, len(written), nil
}

// back makes the entry that puts an earlier record over a live one, or a void
// where there is none.
func (a act) back(live, was *Entry) Entry {
	back := a.entry("", live.ChildID, live.Register, live.Slot, live.HappenedAt, live)
	if was == nil {
		back.Void, back.Corrected = true, false
		return back
	}
	back.HappenedAt, back.ByDefault, back.Corrected = was.HappenedAt, was.ByDefault, was.Corrected
	back.Late, back.lateVersion = was.Late, was.lateVersion
	back.Mark, back.Check, back.Amount = was.Mark, was.Check, was.Amount
	return back
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
