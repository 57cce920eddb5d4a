package dailylog

import (
	"context"
	"slices"

	"yayuan/backend/identity"
)

// OfChild reads every record of a child that stands, oldest first.
func (s *Service) OfChild(ctx context.Context, child string) ([]Entry, error) {
	if err := s.roster.RequireChild(ctx, identity.ReadLog, child, s.store.Today()); err != nil {
		return nil, err
	}
	entries, err := s.store.everyEntry(ctx, child)
	return slices.DeleteFunc(entries, func(e Entry) bool { return e.Void }), err
}
