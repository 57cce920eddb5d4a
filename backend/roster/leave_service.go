package roster

import (
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// leaveDaysMax keeps a typing error in the year from hiding a child for ever.
const leaveDaysMax = 184

// TakeLeave keeps that a child will be away, both days included.
func (s *Service) TakeLeave(ctx context.Context, leave Leave) error {
	if err := s.RequireChild(ctx, identity.WriteLeave, leave.ChildID, s.store.Today()); err != nil {
		return err
	}
	if err := checkLeave(leave); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.live(ctx, leave.ChildID); err != nil {
			return err
		}
		rows, err := s.store.leavesWithin(ctx, leave.From, leave.Until, leave.ChildID)
		if err != nil {
			return err
		}
		if len(rows) > 0 {
			return leaveOverlaps.At("from").With("from", string(rows[0].FromDay)).With("until", string(rows[0].UntilDay))
		}
		return s.insertLeave(ctx, leave)
	})
}

func checkLeave(leave Leave) error {
	switch {
	case !leave.From.Valid():
		return dayBad.At("from")
	case !leave.Until.Valid():
		return dayBad.At("until")
	case leave.Until < leave.From:
		return untilBeforeFrom.At("until")
	case leave.Until > leave.From.Add(leaveDaysMax):
		return leaveTooLong.At("until").With("max", leaveDaysMax)
	}
	for _, kind := range LeaveKinds {
		if kind == leave.Kind {
			return nil
		}
	}
	return leaveKindUnknown.At("kind")
}

func (s *Service) insertLeave(ctx context.Context, leave Leave) error {
	if leave.ID == "" {
		leave.ID = storage.NewID()
	}
	actor, _ := audit.ActorOf(ctx)
	note, err := s.store.seal(ctx, leave.ChildID, clean(leave.Note))
	if err != nil {
		return err
	}
	err = s.store.insert(ctx, &leaveRow{NurseryID: s.store.Nursery(), ID: leave.ID, ChildID: leave.ChildID,
		FromDay: leave.From, UntilDay: leave.Until, Kind: leave.Kind, ToldBy: clean(leave.ToldBy), NoteSeal: note,
		EnteredAt: stamp(s.store.Now()), ActorID: actor.ID})
	if err != nil {
		return err
	}
	return s.record(ctx, audit.Entry{Verb: "roster.take_leave", Kind: "child", Subject: leave.ChildID, Day: leave.From,
		Changes: []audit.Change{{Field: "from", New: string(leave.From)}, {Field: "until", New: string(leave.Until)},
			{Field: "kind", New: leave.Kind}}})
}

// VoidLeave takes a leave back with a reason; the row stays.
func (s *Service) VoidLeave(ctx context.Context, id, reason string) error {
	if err := identity.Require(ctx, identity.WriteLeave); err != nil {
		return err
	}
	if clean(reason) == "" {
		return reasonMissing.At("reason")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		row, found, err := s.store.liveLeave(ctx, id)
		if err != nil {
			return err
		}
		if !found {
			return leaveUnknown
		}
		if err := s.RequireChild(ctx, identity.WriteLeave, row.ChildID, s.store.Today()); err != nil {
			return err
		}
		if err := s.store.voidLeave(ctx, id, clean(reason)); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.void_leave", Kind: "child", Subject: row.ChildID,
			Day: row.FromDay, Reason: clean(reason)})
	})
}

func (s *Service) leavesOf(ctx context.Context, child string) ([]Leave, error) {
	rows, err := s.store.leaveRows(ctx, child)
	if err != nil {
		return nil, err
	}
	leaves := make([]Leave, 0, len(rows))
	for _, row := range rows {
		leave := row.leave()
		if leave.Note, err = s.store.unseal(ctx, child, row.NoteSeal); err != nil {
			return nil, err
		}
		leaves = append(leaves, leave)
	}
	return leaves, nil
}
