package backup

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"
)

// ready makes the folder and clears what an interrupted backup left.
func (s *Service) ready() error {
	if err := os.MkdirAll(s.folder(), 0o700); err != nil {
		return cannotWrite.Because(bare(err))
	}
	return tidy(s.folder())
}

// produce writes a backup and keeps what came of it.
func (s *Service) produce(ctx context.Context) (Backup, error) {
	if !s.Kept() {
		return Backup{}, notInTheDemo
	}
	s.making.Lock()
	defer s.making.Unlock()
	b, err := s.produceNamed(ctx)
	if err == nil || ctx.Err() != nil {
		return b, err
	}
	failing := s.store.Do(ctx, func(ctx context.Context) error { return s.store.insertRun(ctx, "", 0, codeOf(err)) })
	return b, errors.Join(err, failing)
}

func (s *Service) produceNamed(ctx context.Context) (Backup, error) {
	if err := s.ready(); err != nil {
		return Backup{}, err
	}
	before, err := s.store.Mark(ctx)
	if err != nil {
		return Backup{}, err
	}
	now := s.store.Now()
	path := s.free(now)
	if err := s.write(ctx, path); err != nil {
		return Backup{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return Backup{}, cannotWrite.Because(bare(err))
	}
	b := Backup{Name: filepath.Base(path), At: now.Truncate(time.Second), Size: info.Size(), CheckedAt: now}
	if err := s.keep(ctx, b.Name, before); err != nil {
		return Backup{}, err
	}
	return b, s.thin(ctx)
}

// keep writes down that a backup was made. Its mark is the store's after that
// act itself, unless something else was written since the copy began.
func (s *Service) keep(ctx context.Context, name string, before int64) error {
	return s.store.Do(ctx, func(ctx context.Context) error {
		mark, err := s.store.Mark(ctx)
		if err != nil {
			return err
		}
		if err := s.tell(ctx, "backup.made", name, nil); err != nil {
			return err
		}
		if mark == before {
			if before, err = s.store.Mark(ctx); err != nil {
				return err
			}
		}
		return s.store.insertRun(ctx, name, before, "")
	})
}

// thin removes the backups that need not be kept any longer.
func (s *Service) thin(ctx context.Context) error {
	all, _, err := s.known(ctx)
	if err != nil {
		return err
	}
	for _, name := range surplus(s.store.Now(), all) {
		if err := os.Remove(filepath.Join(s.folder(), name)); err != nil {
			return cannotWrite.Because(bare(err))
		}
	}
	return nil
}

// free is a path for a backup of a moment that no file has yet.
func (s *Service) free(now time.Time) string {
	for turn := 1; ; turn++ {
		path := filepath.Join(s.folder(), nameAt(now, turn))
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return path
		}
	}
}
