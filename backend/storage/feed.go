package storage

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Change is one line of the change feed: what a page that shows it has to
// read anew.
type Change struct {
	Seq   int64
	Class string // id, empty when it concerns no single class
	Day   string // YYYY-MM-DD, empty when it concerns no single day
	Area  string
	ID    string // of what changed
}

// Note writes to the change feed; only inside Do.
func (s *Store) Note(ctx context.Context, c Change) error {
	tx, ok := s.current(ctx)
	if !ok || !tx.write {
		return errors.New("storage: note outside a write")
	}
	err := s.With(ctx).Exec("INSERT INTO change (nursery_id, class_id, day, area, ref_id, at) VALUES (?, ?, ?, ?, ?, ?)",
		s.nursery, c.Class, c.Day, c.Area, c.ID, s.Now().Format(time.RFC3339Nano)).Error
	if err != nil {
		return fmt.Errorf("storage: note: %w", err)
	}
	return nil
}

// Changes reads at most limit changes after since, and the number of the last
// one there is.
func (s *Store) Changes(ctx context.Context, since int64, limit int) (changes []Change, last int64, err error) {
	err = s.Read(ctx, func(ctx context.Context) error {
		if last, err = s.Seq(ctx); err != nil {
			return err
		}
		err := s.With(ctx).Raw("SELECT seq, class_id AS class, day, area, ref_id AS id FROM change WHERE nursery_id = ? AND seq > ? ORDER BY seq LIMIT ?",
			s.nursery, since, limit).Scan(&changes).Error
		if err != nil {
			return fmt.Errorf("storage: changes: %w", err)
		}
		return nil
	})
	return changes, last, err
}

// Seq is the number of the last change.
func (s *Store) Seq(ctx context.Context) (int64, error) {
	var last int64
	if err := s.With(ctx).Raw("SELECT COALESCE(MAX(seq), 0) FROM change").Scan(&last).Error; err != nil {
		return 0, fmt.Errorf("storage: seq: %w", err)
	}
	return last, nil
}

// Mark is a number that grows with every change and every audited act: a
// backup with the same mark holds the same records.
func (s *Store) Mark(ctx context.Context) (int64, error) {
	var mark int64
	if err := s.With(ctx).Raw("SELECT COALESCE(SUM(seq), 0) FROM sqlite_sequence").Scan(&mark).Error; err != nil {
		return 0, fmt.Errorf("storage: mark: %w", err)
	}
	return mark, nil
}
