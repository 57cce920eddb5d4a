// Package storage keeps one nursery's data: SQLite in an encrypted file,
// numbered migrations, one writer and several readers, the change feed, and
// writes that happen at most once.
package storage

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"
	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"yayuan/backend/day"
)

// FileName of the main database in the data folder.
const FileName = "yayuan.db"

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
	writer  *gorm.DB
	reader  *gorm.DB
	pools   []*sql.DB
	sealer  *sealer
}

// NewID makes a UUIDv7 as text.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// Exists tells whether a data folder holds a database.
func Exists(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, FileName))
	return err == nil
}

// Nursery is the id that every row carries.
func (s *Store) Nursery() string { return s.nursery }

// Dir is the data folder.
func (s *Store) Dir() string { return s.opt.Dir }

// Now is the program's clock in UTC.
func (s *Store) Now() time.Time { return s.opt.Clock().UTC() }

// Today is the day in the nursery's zone.
func (s *Store) Today() day.Day { return day.Of(s.opt.Clock()) }

// Close writes what is pending into the main file and closes it.
func (s *Store) Close() error {
	var first error
	keep := func(err error) {
		if first == nil {
			first = err
		}
	}
	if s.writer != nil {
		keep(s.writer.Exec("PRAGMA wal_checkpoint(TRUNCATE)").Error)
	}
	for _, pool := range s.pools {
		keep(pool.Close())
	}
	return first
}

// open puts GORM on a pool.
func open(pool *sql.DB) (*gorm.DB, error) {
	db, err := gorm.Open(sqlite.New(sqlite.Config{Conn: pool}), &gorm.Config{
		SkipDefaultTransaction: true,
		PrepareStmt:            true,
		Logger:                 logger.Discard, // errors are returned; values are personal
	})
	if err != nil {
		return nil, fmt.Errorf("storage: gorm: %w", err)
	}
	return db, nil
}

func (s *Store) readIdentity(ctx context.Context) error {
	row := s.reader.WithContext(ctx).Raw("SELECT nursery_id FROM store LIMIT 1").Row()
	if err := row.Scan(&s.nursery); err != nil {
		return fmt.Errorf("storage: identity: %w", err)
	}
	return nil
}
