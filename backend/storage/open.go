package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Create makes a new store and refuses where one exists.
func Create(ctx context.Context, opt Options) (*Store, error) {
	if Exists(opt.Dir) {
		return nil, exists
	}
	if err := os.MkdirAll(opt.Dir, 0o700); err != nil {
		return nil, cannotOpen.Because(err)
	}
	if opt.Nursery == "" {
		opt.Nursery = NewID()
	}
	s, err := begin(ctx, opt)
	if err != nil {
		return nil, err
	}
	err = s.main.writer.WithContext(ctx).Exec("INSERT INTO store (nursery_id, created_at) VALUES (?, ?)",
		opt.Nursery, s.Now().Format(time.RFC3339Nano)).Error
	if err != nil {
		return nil, errors.Join(translate(fmt.Errorf("storage: create: %w", err), opt.Dir), s.Close())
	}
	s.nursery = opt.Nursery
	return s, nil
}

// Open opens an existing store. The key is tried first on a connection that
// cannot write; a file newer than the program is refused, an older one is
// copied and migrated.
func Open(ctx context.Context, opt Options) (*Store, error) {
	main, photos := filepath.Join(opt.Dir, FileName), filepath.Join(opt.Dir, PhotosName)
	newest, err := mainSet.newest()
	if err != nil {
		return nil, err
	}
	if err := probe(ctx, main, opt.Key, newest); err != nil {
		return nil, err
	}
	s, err := begin(ctx, opt)
	if err != nil {
		return nil, err
	}
	if err := s.readIdentity(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if _, err := os.Stat(photos); err == nil {
		if s.photos, err = s.openPhotos(ctx, photos); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	return s, nil
}

// begin opens the main database and brings it to the program's version.
func begin(ctx context.Context, opt Options) (*Store, error) {
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	if opt.Journal == "" {
		opt.Journal = journalFor(ctx, opt.Dir)
	}
	sealer, err := newSealer(opt.Key)
	if err != nil {
		return nil, err
	}
	main := &database{path: filepath.Join(opt.Dir, FileName), key: opt.Key, journal: opt.Journal}
	if err := main.connect(ctx); err != nil {
		return nil, err
	}
	opt.Journal = main.journal
	s := &Store{opt: opt, sealer: sealer, main: main}
	if err := s.migrate(ctx, main, mainSet); err != nil {
		return nil, errors.Join(translate(err, opt.Dir), s.Close())
	}
	return s, nil
}
