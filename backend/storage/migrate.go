package storage

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/pressly/goose/v3"

	"yayuan/backend/fault"
)

//go:embed migrations/*.sql
var mainFiles embed.FS

//go:embed migrations_photos/*.sql
var photoFiles embed.FS

var (
	mainSet   = set{mainFiles, "migrations"}
	photosSet = set{photoFiles, "migrations_photos"}
)

// set is the numbered migrations of one kind of database.
type set struct {
	files  fs.FS
	folder string
}

func (m set) provider(d *database) (*goose.Provider, error) {
	files, err := fs.Sub(m.files, m.folder)
	if err != nil {
		return nil, fmt.Errorf("storage: migrations: %w", err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, d.writePool, files)
	if err != nil {
		return nil, fmt.Errorf("storage: migrations: %w", err)
	}
	return provider, nil
}

// newest is the highest number in the set.
func (m set) newest() (int64, error) {
	names, err := fs.Glob(m.files, m.folder+"/*.sql")
	if err != nil || len(names) == 0 {
		return 0, fmt.Errorf("storage: migrations: none found: %w", err)
	}
	sort.Strings(names)
	return goose.NumericComponent(names[len(names)-1])
}

// migrate brings a file to the program's version. A file newer than the
// program is refused: an older program would not know what it must keep. A
// file that holds data is copied first, and the migrations are rehearsed on a
// second copy: when they fail there, the file itself was never touched.
func (s *Store) migrate(ctx context.Context, d *database, m set) error {
	provider, err := m.provider(d)
	if err != nil {
		return err
	}
	have, want, err := provider.GetVersions(ctx)
	switch {
	case err != nil:
		return fmt.Errorf("storage: versions: %w", err)
	case have > want:
		return newerFile
	case have == want:
		return nil
	}
	if have > 0 {
		if err := s.prepare(ctx, d, m, have); err != nil {
			return err
		}
	}
	if _, err := provider.Up(ctx); err != nil {
		if known, ok := fault.As(translate(err, s.opt.Dir)); ok { // a full disk has a remedy of its own
			return known
		}
		return notMoved.Because(err)
	}
	return nil
}

// kept is how many copies from before a migration stay.
const kept = 3

// prepare copies the file, checks the copy and rehearses the migrations.
func (s *Store) prepare(ctx context.Context, d *database, m set, have int64) error {
	folder := filepath.Join(s.opt.Dir, BackupFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return cannotOpen.Because(err)
	}
	stem := "before-migration-" + strings.TrimSuffix(filepath.Base(d.path), ".db") + "-"
	name := fmt.Sprintf("%s%s-%04d.db", stem, s.Now().Format("20060102T150405Z"), have)
	path := filepath.Join(folder, name)
	if err := d.copyTo(ctx, path); err != nil {
		return err
	}
	if err := checkFile(ctx, path, d.key); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	if err := rehearse(ctx, path, d.key, m); err != nil {
		return notMoved.Because(err)
	}
	return prune(folder, stem, kept)
}

func rehearse(ctx context.Context, path string, key []byte, m set) error {
	twin := &database{path: path + ".rehearsal", key: key, journal: "delete"}
	defer removeDatabase(twin.path)
	removeDatabase(twin.path)
	if err := copyFile(path, twin.path); err != nil {
		return err
	}
	if err := twin.connect(ctx); err != nil {
		return err
	}
	provider, err := m.provider(twin)
	if err == nil {
		_, err = provider.Up(ctx)
	}
	return errors.Join(err, twin.close())
}

// prune removes all but the newest copies; their names sort by time.
func prune(folder, stem string, keep int) error {
	names, err := filepath.Glob(filepath.Join(folder, stem+"*.db"))
	if err != nil {
		return err
	}
	sort.Strings(names)
	for len(names) > keep {
		if err := os.Remove(names[0]); err != nil {
			return err
		}
		names = names[1:]
	}
	return nil
}
