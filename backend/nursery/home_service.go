package nursery

import (
	"context"
	"strconv"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// AtHome tells whether the nursery is a home nursery (家庭托育点), which has
// limits of its own. Callers have required their right.
func (s *Service) AtHome(ctx context.Context) (bool, error) { return s.store.home(ctx) }

// SetAtHome says whether the nursery is a home nursery.
func (s *Service) SetAtHome(ctx context.Context, home bool) error {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		old, err := s.store.home(ctx)
		if err != nil || old == home {
			return err
		}
		if err := s.store.saveHome(ctx, home); err != nil {
			return err
		}
		if err := s.store.Note(ctx, storage.Change{Area: "nursery", ID: s.store.Nursery()}); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "nursery.change", Kind: "nursery", Subject: s.store.Nursery(),
			Changes: audit.Diff(nil, "home", strconv.FormatBool(old), strconv.FormatBool(home))})
	})
}
