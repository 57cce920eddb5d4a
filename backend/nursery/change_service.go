package nursery

import (
	"context"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// noteChanges opens an item for each change of what was registered. A field
// has one open item: a further change moves its new value, and who goes back
// to the registered value has nothing left to tell.
func (s *Service) noteChanges(ctx context.Context, old, next Profile, on day.Day) error {
	for _, change := range registrationChanges(old, next) {
		open, found, err := s.store.openChange(ctx, change.Field)
		if err != nil {
			return err
		}
		if !found {
			change.ID, change.HappenedOn, change.Revision = storage.NewID(), on, 1
		} else {
			open.New, open.HappenedOn = change.New, on
			if open.New == open.Old {
				open.State, open.Reason = ChangeWithdrawn, "back"
			}
			open.Revision++
			change = open
		}
		if err := s.store.saveChange(ctx, change); err != nil {
			return err
		}
	}
	return nil
}

// Changes lists what was to be registered again, the open ones first.
func (s *Service) Changes(ctx context.Context) ([]RegistrationChange, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return nil, err
	}
	return s.store.changes(ctx)
}

// FileChange closes an item by the day and the number under which the
// authority has it.
func (s *Service) FileChange(ctx context.Context, id string, filedOn day.Day, number string, revision int64) error {
	return s.closeChange(ctx, id, revision, "nursery.file_change", func(c *RegistrationChange) error {
		if !filedOn.Valid() || filedOn < c.HappenedOn || filedOn > s.store.Today() {
			return filedOnBad.At("filedOn").With("from", string(c.HappenedOn))
		}
		c.State, c.FiledOn, c.Number = ChangeFiled, filedOn, strings.TrimSpace(number)
		if c.Number == "" {
			return receiptMissing.At("number")
		}
		return nil
	})
}

// WithdrawChange closes an item that was none: a slip of the pen, put right.
func (s *Service) WithdrawChange(ctx context.Context, id, reason string, revision int64) error {
	return s.closeChange(ctx, id, revision, "nursery.withdraw_change", func(c *RegistrationChange) error {
		c.State, c.Reason = ChangeWithdrawn, strings.TrimSpace(reason)
		if c.Reason == "" {
			return reasonMissing.At("reason")
		}
		return nil
	})
}

func (s *Service) closeChange(ctx context.Context, id string, revision int64, verb string, close func(*RegistrationChange) error) error {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		change, err := s.store.change(ctx, id)
		if err != nil {
			return err
		}
		if change.State != ChangeOpen {
			return changeClosed
		}
		if change.Revision != revision {
			return changedSince
		}
		before := change
		if err := close(&change); err != nil {
			return err
		}
		if faults := checkTexts(map[string]string{"number": change.Number, "reason": change.Reason}); len(faults) > 0 {
			return faults[0]
		}
		change.Revision++
		if err := s.store.saveChange(ctx, change); err != nil {
			return err
		}
		changes := []audit.Change{{Field: "state", Old: string(before.State), New: string(change.State)}}
		changes = audit.Diff(changes, "filedOn", "", string(change.FiledOn))
		changes = audit.Diff(changes, "number", "", change.Number)
		return s.kept(ctx, verb, "nursery_change", id, change.Reason, changes)
	})
}
