// Package storage keeps one nursery's data: SQLite in encrypted files,
// numbered migrations, one writer and several readers, the change feed, and
// writes that happen at most once.
package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/google/uuid"

	"yayuan/backend/day"
)

const (
	// FileName of the main database in the data folder.
	FileName = "yayuan.db"
	// PhotosName of the database of photos, made with the first photo.
	PhotosName = "photos.db"
	// BackupFolder in the data folder, for backups and the copies before migrations.
	BackupFolder = "backups"
)

// Options say where a store is and how it is opened.
type Options struct {
	Dir     string
	Key     []byte           // 32 random bytes
	Clock   func() time.Time // the program's clock; time.Now when nil
	Journal string           // "wal", "delete", or "" to try WAL first
	Nursery string           // only for Create: the nursery's id, made when empty
}

// Store is an open data folder.
type Store struct {
	opt     Options
	nursery string
	main    *database
	sealer  *sealer

	aside  sync.Mutex // guards photos while it is being made
	photos *database  // nil as long as there is no photo
}

// NewID makes a UUIDv7 as text.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// IsID tells whether a text is an id as we write them: braces, a prefix or
// capitals would make another text of the same number.
func IsID(text string) bool {
	id, err := uuid.Parse(text)
	return err == nil && id.String() == text
}

// Exists tells whether a data folder holds a database.
func Exists(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, FileName))
	return err == nil
}

// Nursery is the id that every row carries.
func (s *Store) Nursery() string { return s.nursery }

// Dir is the data folder.
func (s *Store) Dir() string { return s.opt.Dir }

// Journal is how commits are made safe here: "wal", or "delete" where the
// folder cannot do it.
func (s *Store) Journal() string { return s.opt.Journal }

// Now is the program's clock in UTC.
func (s *Store) Now() time.Time { return s.opt.Clock().UTC() }

// Today is the day in the nursery's zone.
func (s *Store) Today() day.Day { return day.Of(s.opt.Clock()) }

// Close writes what is pending into the main files and closes them.
func (s *Store) Close() error {
	s.aside.Lock()
	defer s.aside.Unlock()
	return errors.Join(s.photos.close(), s.main.close())
}

func (s *Store) readIdentity(ctx context.Context) error {
	var ids []string
	if err := s.main.reader.WithContext(ctx).Raw("SELECT nursery_id FROM store").Scan(&ids).Error; err != nil {
		return translate(fmt.Errorf("storage: identity: %w", err), s.opt.Dir)
	}
	if len(ids) != 1 {
		return damaged.Because(fmt.Errorf("%d nurseries in the file", len(ids)))
	}
	s.nursery = ids[0]
	return nil
}
