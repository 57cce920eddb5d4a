package storage

import (
	"context"
	"database/sql"
	"encoding/hex"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
)

// CopyTo writes a consistent copy of the open database to a new file, with
// the same key, while others read and write.
func (s *Store) CopyTo(ctx context.Context, path string) error {
	conn, err := s.pools[1].Conn(ctx)
	if err != nil {
		return fmt.Errorf("storage: copy: %w", err)
	}
	defer func() { _ = conn.Close() }()
	target := "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" +
		url.Values{"vfs": {"adiantum"}, "hexkey": {hex.EncodeToString(s.opt.Key)}}.Encode()
	err = conn.Raw(func(raw any) error {
		source, ok := raw.(driver.Conn)
		if !ok {
			return fmt.Errorf("unexpected connection %T", raw)
		}
		return backup(source.Raw(), target)
	})
	if err != nil {
		return fmt.Errorf("storage: copy: %w", err)
	}
	return nil
}

func backup(source *sqlite3.Conn, target string) error { return source.Backup("main", target) }

// CheckFile opens a copy read-only and lets SQLite look through all of it.
func CheckFile(ctx context.Context, path string, key []byte) error {
	pool, err := sql.Open("sqlite3", "file:"+(&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()+"?"+
		url.Values{"vfs": {"adiantum"}, "hexkey": {hex.EncodeToString(key)}, "mode": {"ro"}, "immutable": {"1"}}.Encode())
	if err != nil {
		return fmt.Errorf("storage: check: %w", err)
	}
	defer func() { _ = pool.Close() }()
	var verdict string
	if err := pool.QueryRowContext(ctx, "PRAGMA integrity_check").Scan(&verdict); err != nil {
		return fmt.Errorf("storage: check: %w", err)
	}
	if verdict != "ok" {
		return fmt.Errorf("storage: check: %s", verdict)
	}
	rows, err := pool.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return fmt.Errorf("storage: check: %w", err)
	}
	defer func() { _ = rows.Close() }()
	if rows.Next() {
		return fmt.Errorf("storage: check: a row refers to nothing")
	}
	return rows.Err()
}

func (s *Store) copyBeforeMigration(ctx context.Context, version int64) error {
	folder := filepath.Join(s.opt.Dir, "backups")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return cannotOpen.Because(err)
	}
	path := filepath.Join(folder, fmt.Sprintf("before-migration-%04d-%s.db", version, s.Now().Format("20060102T150405Z")))
	if err := s.CopyTo(ctx, path); err != nil {
		return err
	}
	return CheckFile(ctx, path, s.opt.Key)
}
