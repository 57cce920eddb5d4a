package roster

import (
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Place puts a child into a class and mode from a day on. The placement that
// covers the day ends the day before; one that the new one would meet later
// stands in the way. The past is never rewritten. A child that comes back
// after months away brings a new examination, or the plan says why not (R14).
func (s *Service) Place(ctx context.Context, p Placement) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.live(ctx, p.ChildID); err != nil {
			return err
		}
		return s.place(ctx, p)
	})
}

func (s *Service) place(ctx context.Context, p Placement) error {
	if err := s.checkPlacement(ctx, p); err != nil {
		return err
	}
	rows, err := s.store.placementRows(ctx, p.ChildID)
	if err != nil {
		return err
	}
	if err := s.examined(ctx, p, rows); err != nil {
		return err
	}
	var before Placement
	for _, row := range rows {
		old := row.placement()
		switch {
		case !old.meets(p):
		case old.From >= p.From:
			return placementOverlaps.At("from").With("day", string(old.From))
		default:
			before = old
			if err := s.endPlacement(ctx, row, p.From.Add(-1), p.Reason); err != nil {
				return err
			}
		}
	}
	if p.ID, err = fresh[placementRow](ctx, s.store, p.ID); err != nil {
		return err
	}
	if err := s.insertPlacement(ctx, p, nil); err != nil {
		return err
	}
	changes := audit.Diff(nil, "class", before.ClassID, p.ClassID)
	changes = audit.Diff(changes, "mode", string(before.Mode), string(p.Mode))
	changes = audit.Diff(changes, "from", "", string(p.From))
	changes = audit.Diff(changes, "trialUntil", string(before.TrialUntil), string(p.TrialUntil))
	changes = audit.Diff(changes, "feePlan", before.FeePlan, p.FeePlan)
	return s.record(ctx, audit.Entry{Verb: "roster.place", Kind: "child", Subject: p.ChildID, Class: p.ClassID,
		Day: p.From, Reason: p.Reason, Changes: audit.Diff(changes, "examOn", "", string(p.ExamOn))})
}

func (s *Service) checkPlacement(ctx context.Context, p Placement) error {
	if err := p.check(); err != nil {
		return err
	}
	_, found, err := s.store.class(ctx, p.ClassID)
	switch {
	case err != nil:
		return err
	case !found:
		return classUnknown.At("classId")
	}
	return s.refuseClosed(ctx, p.ClassID, p.From, p.Until)
}

func (s *Service) insertPlacement(ctx context.Context, p Placement, supersedes *string) error {
	actor, _ := audit.ActorOf(ctx)
	return s.store.insert(ctx, &placementRow{NurseryID: s.store.Nursery(), ID: p.ID, ChildID: p.ChildID,
		ClassID: p.ClassID, Mode: p.Mode, FromDay: p.From, UntilDay: p.Until, TrialUntil: p.TrialUntil,
		FeePlan: clean(p.FeePlan), ExamOn: p.ExamOn, Reason: clean(p.Reason),
		Supersedes: supersedes, Live: 1, EnteredAt: stamp(s.store.Now()), ActorID: actor.ID})
}

// endPlacement supersedes a placement by one that ends on a day.
func (s *Service) endPlacement(ctx context.Context, row placementRow, last day.Day, reason string) error {
	if err := s.store.retirePlacement(ctx, row.ID); err != nil {
		return err
	}
	ended := row.placement()
	ended.ID, ended.Until, ended.Reason = storage.NewID(), last, reason
	if ended.TrialUntil > last {
		ended.TrialUntil = last
	}
	return s.insertPlacement(ctx, ended, &row.ID)
}

// End takes a child out of the nursery after a last day.
func (s *Service) End(ctx context.Context, child string, last day.Day, reason string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	if !last.Valid() {
		return dayBad.At("lastDay")
	}
	if clean(reason) == "" {
		return reasonMissing.At("reason")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.live(ctx, child); err != nil {
			return err
		}
		rows, err := s.store.placementRows(ctx, child)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if !row.placement().On(last) {
				continue
			}
			if err := s.endPlacement(ctx, row, last, reason); err != nil {
				return err
			}
			return s.record(ctx, audit.Entry{Verb: "roster.leave_nursery", Kind: "child", Subject: child,
				Class: row.ClassID, Day: last, Reason: clean(reason),
				Changes: audit.Diff(nil, "until", string(row.UntilDay), string(last))})
		}
		return placementNone.At("lastDay")
	})
}
