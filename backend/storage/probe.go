package storage

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"
)

// probe tries the key on a connection that cannot write, and looks at the
// file's version. With a wrong key SQLite refuses the file but deletes the
// left-over journal of a crash, and acknowledged writes with it: nothing may
// be opened for writing before this has passed.
func probe(ctx context.Context, path string, key []byte, newest int64) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return missing
	case err != nil:
		return cannotOpen.Because(err)
	case info.Size() == 0:
		return damaged // an empty file would take any key
	}
	version, err := peek(ctx, path, key)
	switch {
	case errors.Is(err, sqlite3.CORRUPT) && size(path+"-wal") > 0:
		// The first page may count pages that a full disk kept out of the file,
		// and that are in the journal alone. It was read, so the key is right.
		err = look(ctx, path, key, url.Values{"mode": {"ro"}})
	case errors.Is(err, sqlite3.CORRUPT) && size(path+"-journal") > 0, errors.Is(err, sqlite3.NOTADB) && hasJournal(path):
		// The first page may be half written, with the whole one in the journal.
		err = tryCopy(ctx, path, key)
	}
	switch {
	case errors.Is(err, sqlite3.NOTADB):
		return wrongKey.Because(err)
	case errors.Is(err, sqlite3.CORRUPT):
		return damaged.Because(err)
	case err != nil:
		return atOpening(err, filepath.Dir(path))
	case version > newest:
		return newerFile
	}
	return nil
}

// peek reads the schema version, which needs the key, and the migration that
// the main file has reached.
func peek(ctx context.Context, path string, key []byte) (int64, error) {
	pool, err := sql.Open("sqlite3", encrypted(path, key, url.Values{"mode": {"ro"}, "immutable": {"1"}}))
	if err != nil {
		return 0, err
	}
	defer func() { _ = pool.Close() }()
	var schema, version int64
	if err := pool.QueryRowContext(ctx, "PRAGMA schema_version").Scan(&schema); err != nil {
		return 0, err
	}
	err = pool.QueryRowContext(ctx, "SELECT MAX(version_id) FROM goose_db_version").Scan(&version)
	if err != nil {
		return 0, nil // still in the journal: asked again when that is read
	}
	return version, nil
}

// tryCopy lets SQLite bring a copy of the files back from their journal and
// tells whether the key opens what comes out.
func tryCopy(ctx context.Context, path string, key []byte) error {
	if !roomForCopy(path) {
		return diskFull
	}
	scratch, err := os.MkdirTemp(filepath.Dir(path), ".probe-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	twin := filepath.Join(scratch, filepath.Base(path))
	for _, suffix := range []string{"", "-wal", "-journal"} {
		if err := copyFile(path+suffix, twin+suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			if nearlyFull(filepath.Dir(path)) {
				return diskFull.Because(err)
			}
			return err
		}
	}
	return look(ctx, twin, key, url.Values{})
}

// look reads a file together with its journal and tells whether all of it is
// there: what makes good a page count does not make good lost pages.
func look(ctx context.Context, path string, key []byte, query url.Values) error {
	pool, err := sql.Open("sqlite3", encrypted(path, key, query))
	if err != nil {
		return err
	}
	defer func() { _ = pool.Close() }()
	var verdict string
	if err := pool.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return sqlite3.CORRUPT
	}
	return nil
}

// roomForCopy counts the journal twice: beside the copy, and in it.
func roomForCopy(path string) bool {
	return roomFor(filepath.Dir(path), size(path)+2*(size(path+"-wal")+size(path+"-journal")))
}

func hasJournal(path string) bool { return size(path+"-wal")+size(path+"-journal") > 0 }

// size of a file, nothing where there is none.
func size(path string) uint64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return uint64(info.Size())
}

// copyFile copies to a new file that only this user may read.
func copyFile(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = source.Close() }()
	target, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(target, source)
	return errors.Join(err, target.Close())
}
