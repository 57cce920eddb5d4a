package roster

import (
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// SetHold keeps a child away until a day, and until a proof where one is
// needed. Areas that know why set it; source is their name.
func (s *Service) SetHold(ctx context.Context, hold Hold) (string, error) {
	if err := s.RequireChild(ctx, identity.WriteHold, hold.ChildID, s.store.Today()); err != nil {
		return "", err
	}
	if err := hold.check(); err != nil {
		return "", err
	}
	if hold.Source == "" {
		hold.Source = "roster"
	}
	hold.ReleasedOn, hold.Proof, hold.Note = "", "", ""
	err := s.store.Do(ctx, func(ctx context.Context) error {
		var err error
		if hold.ID, err = fresh[holdRow](ctx, s.store, hold.ID); err != nil {
			return err
		}
		hold.Episode = hold.ID
		if _, err := s.live(ctx, hold.ChildID); err != nil {
			return err
		}
		rows, err := s.store.holdsWithin(ctx, hold.From, hold.Until, hold.ChildID)
		if err != nil {
			return err
		}
		if len(rows) > 0 {
			return holdStands.At("from").With("from", string(rows[0].FromDay)).With("until", string(rows[0].UntilDay))
		}
		return s.insertHold(ctx, hold, nil)
	})
	return hold.ID, err
}

// ChangeHold sets another last day, or whether a proof is needed, while the
// hold stands.
func (s *Service) ChangeHold(ctx context.Context, changed Hold) error {
	return s.overHold(ctx, changed.ID, func(hold Hold) (Hold, error) {
		hold.Until, hold.NeedsProof, hold.Wanted = changed.Until, changed.NeedsProof, changed.Wanted
		if clean(changed.Reason) != "" {
			hold.Reason = changed.Reason
		}
		return hold, hold.check()
	})
}

// ReleaseHold lets a child come again from a day on. Without the proof that
// was asked for, or before the last day, it says why.
func (s *Service) ReleaseHold(ctx context.Context, release Release) error {
	return s.overHold(ctx, release.Hold, func(hold Hold) (Hold, error) {
		if err := release.check(hold, s.store.Today()); err != nil {
			return hold, err
		}
		hold.ReleasedOn, hold.Proof, hold.Note = release.On, release.Proof, release.Note
		return hold, nil
	})
}

// overHold writes what a hold becomes over what it was.
func (s *Service) overHold(ctx context.Context, id string, next func(Hold) (Hold, error)) error {
	if err := identity.Require(ctx, identity.WriteHold); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		row, found, err := s.store.liveHold(ctx, id)
		switch {
		case err != nil:
			return err
		case !found:
			return holdUnknown
		case row.ReleasedOn != "":
			return holdOver.With("day", string(row.ReleasedOn))
		}
		if err := s.RequireChild(ctx, identity.WriteHold, row.ChildID, s.store.Today()); err != nil {
			return err
		}
		hold, err := s.openHold(ctx, row)
		if err != nil {
			return err
		}
		if hold, err = next(hold); err != nil {
			return err
		}
		if err := s.store.retireHold(ctx, id); err != nil {
			return err
		}
		hold.ID = storage.NewID()
		return s.insertHold(ctx, hold, &row)
	})
}

func (s *Service) openHold(ctx context.Context, row holdRow) (Hold, error) {
	hold := row.hold()
	var err error
	if hold.Reason, err = s.store.unseal(ctx, row.ChildID, row.ReasonSeal); err != nil {
		return hold, err
	}
	if hold.Wanted, err = s.store.unseal(ctx, row.ChildID, row.WantedSeal); err != nil {
		return hold, err
	}
	hold.Note, err = s.store.unseal(ctx, row.ChildID, row.NoteSeal)
	return hold, err
}

func (s *Service) insertHold(ctx context.Context, hold Hold, before *holdRow) error {
	actor, _ := audit.ActorOf(ctx)
	row := holdRow{NurseryID: s.store.Nursery(), ID: hold.ID, ChildID: hold.ChildID, Episode: hold.Episode, Source: hold.Source,
		FromDay: hold.From, UntilDay: hold.Until, ReleasedOn: hold.ReleasedOn, Proof: hold.Proof, Live: 1,
		EnteredAt: stamp(s.store.Now()), ActorID: actor.ID, ActorName: actor.Name}
	if hold.NeedsProof {
		row.NeedsProof = 1
	}
	var err error
	if row.ReasonSeal, err = s.store.seal(ctx, hold.ChildID, clean(hold.Reason)); err != nil {
		return err
	}
	if !hold.NeedsProof {
		hold.Wanted = ""
	}
	if row.WantedSeal, err = s.store.seal(ctx, hold.ChildID, clean(hold.Wanted)); err != nil {
		return err
	}
	if row.NoteSeal, err = s.store.seal(ctx, hold.ChildID, clean(hold.Note)); err != nil {
		return err
	}
	entry := audit.Entry{Verb: "roster.set_hold", Kind: "child", Subject: hold.ChildID, Day: hold.From,
		Changes: []audit.Change{{Field: "from", New: string(hold.From)}, {Field: "until", New: string(hold.Until)}}}
	if before != nil {
		row.Supersedes = &before.ID
		entry.Verb, entry.Changes = "roster.change_hold", audit.Diff(nil, "until", string(before.UntilDay), string(hold.Until))
		if hold.ReleasedOn != "" {
			entry.Verb = "roster.release_hold"
			entry.Changes = []audit.Change{{Field: "releasedOn", New: string(hold.ReleasedOn)}, {Field: "proof", New: string(hold.Proof)}}
		}
	}
	if err := s.store.insert(ctx, &row); err != nil {
		return err
	}
	return s.record(ctx, entry)
}

// holdsOf lists a child's holds as they stand; why is for those who read the log.
func (s *Service) holdsOf(ctx context.Context, child string) ([]Hold, error) {
	rows, err := s.store.holdRows(ctx, child)
	if err != nil {
		return nil, err
	}
	holds := make([]Hold, 0, len(rows))
	for _, row := range rows {
		hold, err := s.openHold(ctx, row)
		if err != nil {
			return nil, err
		}
		if identity.ScopeOf(ctx, identity.ReadLog) == identity.None {
			hold.Reason, hold.Wanted, hold.Note = "", "", ""
		}
		holds = append(holds, hold)
	}
	return holds, nil
}
