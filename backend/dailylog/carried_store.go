package dailylog

import (
	"context"
	"fmt"
)

// Carries tells which of some children have entries in the log, live or not:
// taking such a child out of the roster would take the log's ground away.
func (s *Service) Carries(ctx context.Context, children []string) (map[string]bool, error) {
	var ids []string
	err := s.store.With(ctx).Table("entry").Where("nursery_id = ? AND child_id IN ?", s.store.Nursery(), children).
		Distinct().Pluck("child_id", &ids).Error
	if err != nil {
		return nil, fmt.Errorf("dailylog carries: %w", err)
	}
	carried := make(map[string]bool, len(ids))
	for _, id := range ids {
		carried[id] = true
	}
	return carried, nil
}

// everyEntry reads the live rows of a child in the order of its days.
func (s store) everyEntry(ctx context.Context, child string) ([]Entry, error) {
	return s.filled(ctx, s.db(ctx).Where("child_id = ? AND live = 1", child).Order("day, happened_at, id"))
}
