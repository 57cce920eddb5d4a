package storage

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
)

// journalFor tries WAL on a scratch file in the same folder: network drives
// and some layers under Windows do not have it, a rollback journal works there.
// A full disk would fail the trial and tell nothing: "" then, and the file
// stays as it is.
func journalFor(ctx context.Context, dir string) string {
	if nearlyFull(dir) {
		return ""
	}
	scratch := filepath.Join(dir, ".journal-probe.db")
	defer removeDatabase(scratch)
	removeDatabase(scratch)
	pool, err := sql.Open("sqlite3", plain(scratch)+"?_pragma=busy_timeout(1000)")
	if err != nil {
		return "delete"
	}
	defer func() { _ = pool.Close() }()
	pool.SetMaxOpenConns(1)
	var mode string
	if err := pool.QueryRowContext(ctx, "PRAGMA journal_mode=wal").Scan(&mode); err != nil || mode != "wal" {
		return "delete"
	}
	for _, statement := range []string{"CREATE TABLE probe (x)", "INSERT INTO probe VALUES (1)", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if _, err := pool.ExecContext(ctx, statement); err != nil {
			return "delete"
		}
	}
	return "wal"
}

// removeDatabase removes a scratch database with whatever lies beside it.
func removeDatabase(path string) {
	for _, suffix := range companions {
		_ = os.Remove(path + suffix)
	}
}

// companions are the endings of the files that make up one database.
var companions = []string{"", "-wal", "-shm", "-journal"}
