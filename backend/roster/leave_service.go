package roster

import (
	"context"
	"slices"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// TakeLeave keeps that a child will be away, both days included.
func (s *Service) TakeLeave(ctx context.Context, leave Leave) error {
	if err := s.RequireChild(ctx, identity.WriteLeave, leave.ChildID, s.store.Today()); err != nil {
		return err
	}
	leave.Act, leave.ReturnedOn, leave.Proof = LeaveTaken, "", ""
	if err := checkLeave(leave); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.live(ctx, leave.ChildID); err != nil {
			return err
		}
		var err error
		if leave.ID, err = fresh[leaveRow](ctx, s.store, leave.ID); err != nil {
			return err
		}
		leave.Episode = leave.ID
		if err := s.freeOfLeave(ctx, leave); err != nil {
			return err
		}
		return s.insertLeave(ctx, leave, nil)
	})
}

// freeOfLeave refuses a leave that meets another one of the child.
func (s *Service) freeOfLeave(ctx context.Context, leave Leave) error {
	rows, err := s.store.leavesWithin(ctx, leave.From, leave.Until, leave.ChildID)
	for _, row := range rows {
		if row.Episode != leave.Episode {
			return leaveOverlaps.At("from").With("from", string(row.FromDay)).With("until", string(row.UntilDay))
		}
	}
	return err
}

// TellLeave keeps what is said of a leave later on: that it lasts longer, ends
// sooner, or that the child is back, with or without a proof. What was said
// before stays.
func (s *Service) TellLeave(ctx context.Context, step LeaveStep) error {
	if err := identity.Require(ctx, identity.WriteLeave); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		row, leave, err := s.liveLeave(ctx, step.Leave)
		if err != nil {
			return err
		}
		next, err := leave.next(step)
		if err != nil {
			return err
		}
		if step.Act == LeaveReturned && step.Day > s.store.Today() {
			return leaveReturnFuture.At("day")
		}
		if err := s.freeOfLeave(ctx, next); err != nil {
			return err
		}
		if err := s.store.retireLeave(ctx, row.ID); err != nil {
			return err
		}
		next.ID = storage.NewID()
		return s.insertLeave(ctx, next, &row)
	})
}

// liveLeave opens a leave's last act for somebody who may write it.
func (s *Service) liveLeave(ctx context.Context, id string) (leaveRow, Leave, error) {
	row, found, err := s.store.liveLeave(ctx, id)
	if err == nil && !found {
		err = leaveUnknown
	}
	if err != nil {
		return row, Leave{}, err
	}
	if err := s.RequireChild(ctx, identity.WriteLeave, row.ChildID, s.store.Today()); err != nil {
		return row, Leave{}, err
	}
	leave, err := s.openLeave(ctx, row)
	return row, leave, err
}

func (s *Service) openLeave(ctx context.Context, row leaveRow) (Leave, error) {
	leave := row.leave()
	var err error
	if leave.Symptoms, err = s.store.unseal(ctx, row.ChildID, row.SymptomsSeal); err != nil {
		return leave, err
	}
	leave.Note, err = s.store.unseal(ctx, row.ChildID, row.NoteSeal)
	return leave, err
}

func (s *Service) insertLeave(ctx context.Context, leave Leave, before *leaveRow) error {
	actor, _ := audit.ActorOf(ctx)
	row := leaveRow{NurseryID: s.store.Nursery(), ID: leave.ID, ChildID: leave.ChildID, Episode: leave.Episode, Act: leave.Act,
		Live: 1, FromDay: leave.From, UntilDay: leave.Until, Kind: leave.Kind, ToldBy: clean(leave.ToldBy),
		ToldTo: clean(leave.ToldTo), ToldHow: leave.ToldHow, ReturnedOn: leave.ReturnedOn, Proof: leave.Proof,
		EnteredAt: stamp(s.store.Now()), ActorID: actor.ID, ActorName: actor.Name}
	var err error
	if row.NoteSeal, err = s.store.seal(ctx, leave.ChildID, clean(leave.Note)); err != nil {
		return err
	}
	if row.SymptomsSeal, err = s.store.seal(ctx, leave.ChildID, clean(leave.Symptoms)); err != nil {
		return err
	}
	if before != nil {
		row.Supersedes = &before.ID
	}
	if err := s.store.insert(ctx, &row); err != nil {
		return err
	}
	return s.record(ctx, leaveEntry(leave, before))
}

// leaveEntry is what the history says of an act.
func leaveEntry(leave Leave, before *leaveRow) audit.Entry {
	entry := audit.Entry{Verb: "roster.take_leave", Kind: "child", Subject: leave.ChildID, Day: leave.From,
		Changes: []audit.Change{{Field: "from", New: string(leave.From)}, {Field: "until", New: string(leave.Until)},
			{Field: "kind", New: leave.Kind}}}
	if before == nil {
		return entry
	}
	entry.Verb = "roster.leave_" + string(leave.Act)
	entry.Changes = audit.Diff(nil, "until", string(before.UntilDay), string(leave.Until))
	entry.Changes = audit.Diff(entry.Changes, "returnedOn", string(before.ReturnedOn), string(leave.ReturnedOn))
	entry.Changes = audit.Diff(entry.Changes, "proof", string(before.Proof), string(leave.Proof))
	return entry
}

// VoidLeave takes a leave back with a reason; the rows stay.
func (s *Service) VoidLeave(ctx context.Context, id, reason string) error {
	if err := identity.Require(ctx, identity.WriteLeave); err != nil {
		return err
	}
	if clean(reason) == "" {
		return reasonMissing.At("reason")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		row, _, err := s.liveLeave(ctx, id)
		if err != nil {
			return err
		}
		if err := s.store.voidLeave(ctx, id, clean(reason)); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.void_leave", Kind: "child", Subject: row.ChildID,
			Day: row.FromDay, Reason: clean(reason)})
	})
}

// leavesOf lists a child's leaves as they stand.
func (s *Service) leavesOf(ctx context.Context, child string) ([]Leave, error) {
	acts, err := s.leaveActs(ctx, child)
	return slices.DeleteFunc(acts, func(l Leave) bool { return !l.Live }), err
}

// leaveActs lists every act of a child's leaves. What the child has is for
// those who read the log, what was said beside it also for who keeps leaves.
func (s *Service) leaveActs(ctx context.Context, child string) ([]Leave, error) {
	rows, err := s.store.leaveRows(ctx, child)
	if err != nil {
		return nil, err
	}
	cares := identity.ScopeOf(ctx, identity.ReadLog) != identity.None
	keeps := identity.ScopeOf(ctx, identity.WriteLeave) != identity.None
	leaves := make([]Leave, 0, len(rows))
	for _, row := range rows {
		leave, err := s.openLeave(ctx, row)
		if err != nil {
			return nil, err
		}
		if !cares {
			leave.Symptoms = ""
		}
		if !cares && !keeps {
			leave.Note = ""
		}
		leaves = append(leaves, leave)
	}
	return leaves, nil
}
