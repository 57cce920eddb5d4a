package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ncruces/go-sqlite3"
	"gorm.io/gorm"

	"yayuan/backend/fault"
)

var diskFull = fault.Define(fault.Unavailable, "storage.disk_full")

// patience is how long a call without a deadline of its own may take; a pool
// of one connection must never wait for ever.
const patience = 2 * time.Minute

type txKey struct{}

type transaction struct {
	db    *gorm.DB
	store *Store
	write bool
}

func (s *Store) current(ctx context.Context) (transaction, bool) {
	tx, ok := ctx.Value(txKey{}).(transaction)
	return tx, ok && tx.store == s
}

// With gives the transaction of the context, else the readers' pool.
func (s *Store) With(ctx context.Context) *gorm.DB {
	if tx, ok := s.current(ctx); ok {
		return tx.db.WithContext(ctx)
	}
	return s.reader.WithContext(ctx)
}

// Do runs fn in one write transaction, or joins the one of the context. An
// error or a panic rolls all of it back.
func (s *Store) Do(ctx context.Context, fn func(context.Context) error) error {
	if tx, ok := s.current(ctx); ok {
		if !tx.write {
			return errors.New("storage: write inside a read snapshot")
		}
		return fn(ctx)
	}
	return s.run(ctx, s.writer, true, fn)
}

// Read runs fn on one snapshot, or joins the transaction of the context.
func (s *Store) Read(ctx context.Context, fn func(context.Context) error) error {
	if _, ok := s.current(ctx); ok {
		return fn(ctx)
	}
	return s.run(ctx, s.reader, false, fn)
}

func (s *Store) run(ctx context.Context, db *gorm.DB, write bool, fn func(context.Context) error) error {
	if _, ok := ctx.Deadline(); !ok {
		limited, cancel := context.WithTimeout(ctx, patience)
		defer cancel()
		ctx = limited
	}
	if write {
		defer s.sealer.settle()
	}
	err := db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		return fn(context.WithValue(ctx, txKey{}, transaction{db: tx, store: s, write: write}))
	})
	if _, isFault := fault.As(err); isFault {
		return err
	}
	if errors.Is(err, sqlite3.FULL) || (errors.Is(err, sqlite3.IOERR) && s.full()) {
		return diskFull.Because(err)
	}
	return err
}

// IsUnique tells whether a write failed because such a row exists.
func IsUnique(err error) bool {
	return errors.Is(err, sqlite3.CONSTRAINT_UNIQUE) || errors.Is(err, sqlite3.CONSTRAINT_PRIMARYKEY)
}

// Change is one line of the change feed.
type Change struct {
	Seq   int64
	Class string
	Day   string
	Area  string
	ID    string
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
func (s *Store) Changes(ctx context.Context, since int64, limit int) ([]Change, int64, error) {
	last, err := s.Seq(ctx)
	if err != nil {
		return nil, 0, err
	}
	var changes []Change
	err = s.With(ctx).Raw("SELECT seq, class_id AS class, day, area, ref_id AS id FROM change WHERE seq > ? ORDER BY seq LIMIT ?",
		since, limit).Scan(&changes).Error
	if err != nil {
		return nil, 0, fmt.Errorf("storage: changes: %w", err)
	}
	return changes, last, nil
}

// Seq is the number of the last change.
func (s *Store) Seq(ctx context.Context) (int64, error) {
	var last int64
	if err := s.With(ctx).Raw("SELECT COALESCE(MAX(seq), 0) FROM change").Scan(&last).Error; err != nil {
		return 0, fmt.Errorf("storage: seq: %w", err)
	}
	return last, nil
}
