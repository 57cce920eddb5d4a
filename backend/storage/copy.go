package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3/driver"
)

// CopyTo writes consistent copies of the open databases into a folder under
// their own names and with their own keys, while others read and write. The
// main one comes first: a photo is written before the row that refers to it,
// so a photo that comes later is only one too many.
func (s *Store) CopyTo(ctx context.Context, dir string) error {
	if err := s.main.copyTo(ctx, filepath.Join(dir, FileName)); err != nil {
		return translate(err, dir)
	}
	s.aside.Lock()
	photos := s.photos
	s.aside.Unlock()
	if photos == nil {
		return nil
	}
	return translate(photos.copyTo(ctx, filepath.Join(dir, PhotosName)), dir)
}

func (d *database) copyTo(ctx context.Context, path string) error {
	if err := private(path); err != nil {
		return fmt.Errorf("storage: copy: %w", err)
	}
	conn, err := d.readPool.Conn(ctx)
	if err != nil {
		return fmt.Errorf("storage: copy: %w", err)
	}
	defer func() { _ = conn.Close() }()
	err = conn.Raw(func(raw any) error {
		source, ok := raw.(driver.Conn)
		if !ok {
			return fmt.Errorf("unexpected connection %T", raw)
		}
		return source.Raw().Backup("main", encrypted(path, d.key, url.Values{}))
	})
	if err != nil {
		removeDatabase(path)
		return fmt.Errorf("storage: copy: %w", err)
	}
	return nil
}

// CheckCopy looks through all of the databases in a folder that CopyTo wrote,
// without changing them: their key, their pages, their references, and that
// this program is not too old for them.
func CheckCopy(ctx context.Context, dir string, key []byte) error {
	files := []struct {
		name string
		key  func([]byte) ([]byte, error)
		set  set
	}{
		{FileName, func(key []byte) ([]byte, error) { return key, nil }, mainSet},
		{PhotosName, photosKey, photosSet},
	}
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		if _, err := os.Stat(path); f.name == PhotosName && errors.Is(err, os.ErrNotExist) {
			continue
		}
		own, err := f.key(key)
		if err != nil {
			return err
		}
		newest, err := f.set.newest()
		if err != nil {
			return err
		}
		if err := probe(ctx, path, own, newest); err != nil {
			return err
		}
		if err := checkFile(ctx, path, own); err != nil {
			return err
		}
	}
	return nil
}

// checkFile lets SQLite look through a whole file that nobody writes.
func checkFile(ctx context.Context, path string, key []byte) error {
	pool, err := sql.Open("sqlite3", encrypted(path, key, url.Values{"mode": {"ro"}, "immutable": {"1"}}))
	if err != nil {
		return fmt.Errorf("storage: check: %w", err)
	}
	defer func() { _ = pool.Close() }()
	var verdict string
	if err := pool.QueryRowContext(ctx, "PRAGMA integrity_check").Scan(&verdict); err != nil {
		return damaged.Because(fmt.Errorf("storage: check: %w", err))
	}
	if verdict != "ok" {
		return damaged.Because(errors.New("storage: check: the pages do not fit together"))
	}
	rows, err := pool.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return damaged.Because(fmt.Errorf("storage: check: %w", err))
	}
	defer func() { _ = rows.Close() }()
	if rows.Next() {
		return damaged.Because(errors.New("storage: check: a row refers to nothing"))
	}
	return rows.Err()
}
