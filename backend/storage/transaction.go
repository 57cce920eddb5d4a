package storage

import (
	"context"
	"crypto/cipher"
	"errors"
	"maps"
	"time"

	"gorm.io/gorm"
)

// patience is how long a call without a deadline of its own may take; a pool
// of one connection must never wait for ever.
const patience = 2 * time.Minute

var errWriteInRead = errors.New("storage: write inside a read snapshot")

type txKey struct{}

type transaction struct {
	db    *gorm.DB
	store *Store
	write bool
	fresh map[string]cipher.AEAD // the persons' keys that this write has made
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
	return s.main.reader.WithContext(ctx)
}

// Do runs fn in one write transaction, or joins the one of the context. An
// error or a panic rolls all of it back; when it returns nil the write is on
// the disk.
func (s *Store) Do(ctx context.Context, fn func(context.Context) error) error {
	if tx, ok := s.current(ctx); ok {
		if !tx.write {
			return errWriteInRead
		}
		return fn(ctx)
	}
	fresh := map[string]cipher.AEAD{}
	err := s.run(ctx, s.main.writer, transaction{store: s, write: true, fresh: fresh}, fn)
	if err == nil {
		for person, key := range fresh {
			s.sealer.known.learn(person, key)
		}
	}
	return err
}

// Try runs fn inside a write so that its error takes back what fn wrote and
// nothing else: whoever brings in many rows can go on after one.
func (s *Store) Try(ctx context.Context, fn func(context.Context) error) error {
	tx, ok := s.current(ctx)
	if !ok {
		return s.Do(ctx, fn)
	}
	if !tx.write {
		return errWriteInRead
	}
	before := maps.Clone(tx.fresh)
	err := tx.db.WithContext(ctx).Transaction(func(inner *gorm.DB) error {
		with := tx
		with.db = inner
		return fn(context.WithValue(ctx, txKey{}, with))
	})
	if err != nil { // a key that was made in what is taken back opens nothing
		clear(tx.fresh)
		maps.Copy(tx.fresh, before)
	}
	return err
}

var errRehearsed = errors.New("storage: rehearsed")

// Rehearse runs fn as a write and takes all of it back, whatever fn returns.
func (s *Store) Rehearse(ctx context.Context, fn func(context.Context) error) error {
	var failed error
	err := s.Try(ctx, func(ctx context.Context) error {
		failed = fn(ctx)
		return errRehearsed
	})
	if errors.Is(err, errRehearsed) {
		return failed
	}
	return errors.Join(failed, err)
}

// Read runs fn on one snapshot, or joins the transaction of the context.
func (s *Store) Read(ctx context.Context, fn func(context.Context) error) error {
	if _, ok := s.current(ctx); ok {
		return fn(ctx)
	}
	return s.run(ctx, s.main.reader, transaction{store: s}, fn)
}

func (s *Store) run(ctx context.Context, db *gorm.DB, with transaction, fn func(context.Context) error) error {
	ctx, cancel := limit(ctx)
	defer cancel()
	err := db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		with.db = tx
		return fn(context.WithValue(ctx, txKey{}, with))
	})
	return translate(err, s.opt.Dir)
}

func limit(ctx context.Context) (context.Context, context.CancelFunc) {
	if _, ok := ctx.Deadline(); ok {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, patience)
}
