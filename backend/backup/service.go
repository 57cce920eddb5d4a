package backup

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"

	"yayuan/backend/audit"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
	"yayuan/backend/storage/keys"
)

// Key fetches the keyring and the data key from where they are kept; the
// service holds neither.
type Key func() (keys.Ring, []byte, error)

// Service holds the verbs of backups.
type Service struct {
	store  store
	audit  *audit.Log
	unlock Key        // nil in the demo, which is not backed up
	making sync.Mutex // one at a time
}

// New makes the service; without a key nothing is backed up.
func New(s *storage.Store, a *audit.Log, unlock Key) *Service {
	return &Service{store: store{s}, audit: a, unlock: unlock}
}

// Kept says whether this nursery is backed up at all.
func (s *Service) Kept() bool { return s.unlock != nil }

func (s *Service) folder() string { return filepath.Join(s.store.Dir(), storage.BackupFolder) }

// Overview is the list of backups, newest first.
type Overview struct {
	Backups  []Backup
	FailedAt time.Time // when one could last not be made, zero when a later one was
	Failure  string    // code of the fault
}

// List reads the folder of backups and what is known of each file.
func (s *Service) List(ctx context.Context) (Overview, error) {
	if err := identity.Require(ctx, identity.ManageBackups); err != nil {
		return Overview{}, err
	}
	all, failed, err := s.known(ctx)
	if err != nil {
		return Overview{}, err
	}
	out := Overview{Backups: all}
	if at := failed.at().Truncate(time.Second); at.After(newestGood(all).At) {
		out.FailedAt, out.Failure = at, failed.Failure
	}
	return out, nil
}

// Make makes a backup now, in the folder of backups, and lets old ones go.
func (s *Service) Make(ctx context.Context) (Backup, error) {
	if err := identity.Require(ctx, identity.ManageBackups); err != nil {
		return Backup{}, err
	}
	return s.produce(ctx)
}

// MakeFile makes a backup as a file of the caller's choice.
func (s *Service) MakeFile(ctx context.Context, path string) (Backup, error) {
	if err := identity.Require(ctx, identity.ManageBackups); err != nil {
		return Backup{}, err
	}
	if _, err := os.Lstat(path); err == nil {
		return Backup{}, fileExists.With("path", path)
	}
	if !s.Kept() {
		return Backup{}, notInTheDemo
	}
	s.making.Lock()
	defer s.making.Unlock()
	if err := s.ready(); err != nil {
		return Backup{}, err
	}
	if err := s.write(ctx, path); err != nil {
		return Backup{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return Backup{}, cannotWrite.Because(bare(err))
	}
	b := Backup{Name: filepath.Base(path), At: s.store.Now(), Size: info.Size(), CheckedAt: s.store.Now()}
	return b, s.store.Do(ctx, func(ctx context.Context) error { return s.tell(ctx, "backup.made", "elsewhere", nil) })
}

// Verify opens one backup of the folder as a restore would.
func (s *Service) Verify(ctx context.Context, name string) (Backup, error) {
	if err := identity.Require(ctx, identity.ManageBackups); err != nil {
		return Backup{}, err
	}
	at, ok := timeOf(name)
	if !ok || !s.Kept() {
		return Backup{}, notFound
	}
	s.making.Lock()
	defer s.making.Unlock()
	info, err := os.Stat(filepath.Join(s.folder(), name))
	if err != nil {
		return Backup{}, notFound.Because(bare(err))
	}
	_, key, err := s.unlock()
	if err != nil {
		return Backup{}, err
	}
	_, checking := checkFile(ctx, filepath.Join(s.folder(), name), WithKey(key), s.folder())
	if ctx.Err() != nil {
		return Backup{}, ctx.Err()
	}
	b := Backup{Name: name, At: at, Size: info.Size(), CheckedAt: s.store.Now(), Failure: codeOf(checking)}
	changes := audit.Diff(nil, "failure", "", b.Failure)
	keeping := s.store.Do(ctx, func(ctx context.Context) error {
		runs, err := s.store.runs(ctx)
		if err != nil {
			return err
		}
		if err := s.tell(ctx, "backup.checked", name, changes); err != nil {
			return err
		}
		return s.store.insertRun(ctx, name, runs[name].Mark, b.Failure)
	})
	return b, errors.Join(checking, keeping)
}

// Restored writes down that this nursery came out of a backup of a moment.
func (s *Service) Restored(ctx context.Context, c Content) error {
	if err := identity.Require(ctx, identity.ManageBackups); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		return s.tell(ctx, "backup.restored", "", audit.Diff(nil, "at", "", c.At.Format(time.RFC3339)))
	})
}

// tell writes the audit and the change feed.
func (s *Service) tell(ctx context.Context, verb, subject string, changes []audit.Change) error {
	if err := s.audit.Write(ctx, audit.Entry{Verb: verb, Kind: "backup", Subject: subject, Changes: changes}); err != nil {
		return err
	}
	return s.store.Note(ctx, storage.Change{Area: "backup", ID: subject})
}

func codeOf(err error) string {
	if err == nil {
		return ""
	}
	if f, ok := fault.As(err); ok {
		return f.Code
	}
	return "web.internal"
}
