package storage

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "github.com/ncruces/go-sqlite3/driver"       // the "sqlite3" driver
	_ "github.com/ncruces/go-sqlite3/vfs/adiantum" // the encrypting VFS

	"yayuan/backend/fault"
)

var (
	exists     = fault.Define(fault.Conflict, "storage.exists")
	missing    = fault.Define(fault.NotFound, "storage.missing")
	wrongKey   = fault.Define(fault.Invalid, "storage.wrong_key")
	newerFile  = fault.Define(fault.Conflict, "storage.newer_file")
	cannotOpen = fault.Define(fault.Unavailable, "storage.cannot_open")
)

const readers = 4

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
	s, err := connect(ctx, opt)
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	err = s.writer.WithContext(ctx).Exec("INSERT INTO store (nursery_id, created_at) VALUES (?, ?)",
		opt.Nursery, s.Now().Format(time.RFC3339Nano)).Error
	if err != nil {
		return nil, errors.Join(fmt.Errorf("storage: %w", err), s.Close())
	}
	s.nursery = opt.Nursery
	return s, nil
}

// Open opens an existing store. The key is tried first on a connection that
// cannot write: SQLite would delete the left-over journal of a crash when a
// wrong key makes the file unreadable.
func Open(ctx context.Context, opt Options) (*Store, error) {
	if !Exists(opt.Dir) {
		return nil, missing
	}
	if err := probe(ctx, opt); err != nil {
		return nil, err
	}
	s, err := connect(ctx, opt)
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if err := s.readIdentity(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func probe(ctx context.Context, opt Options) error {
	pool, err := sql.Open("sqlite3", uri(opt, url.Values{"mode": {"ro"}, "immutable": {"1"}}))
	if err != nil {
		return cannotOpen.Because(err)
	}
	defer func() { _ = pool.Close() }()
	var version int
	if err := pool.QueryRowContext(ctx, "PRAGMA schema_version").Scan(&version); err != nil {
		return wrongKey.Because(err)
	}
	return nil
}

func connect(ctx context.Context, opt Options) (*Store, error) {
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	if opt.Journal == "" {
		opt.Journal = journalFor(ctx, opt)
	}
	sealer, err := newSealer(opt.Key)
	if err != nil {
		return nil, err
	}
	s := &Store{opt: opt, sealer: sealer}
	common := []string{"busy_timeout(10000)", "foreign_keys(on)", "cache_size(-24000)"}
	writing := append([]string{}, common...)
	writing = append(writing, "journal_mode("+opt.Journal+")", "synchronous(full)")
	write, err := sql.Open("sqlite3", uri(opt, url.Values{"_txlock": {"immediate"}, "_pragma": writing}))
	if err != nil {
		return nil, cannotOpen.Because(err)
	}
	write.SetMaxOpenConns(1)
	s.pools = append(s.pools, write)
	if err := write.PingContext(ctx); err != nil {
		return nil, errors.Join(cannotOpen.Because(err), s.Close())
	}
	read, err := sql.Open("sqlite3", uri(opt, url.Values{"_txlock": {"deferred"}, "_pragma": append(common, "query_only(on)")}))
	if err != nil {
		return nil, errors.Join(cannotOpen.Because(err), s.Close())
	}
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	s.pools = append(s.pools, read)
	if s.writer, err = open(write); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if s.reader, err = open(read); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func uri(opt Options, query url.Values) string {
	query.Set("vfs", "adiantum")
	query.Set("hexkey", hex.EncodeToString(opt.Key))
	path := filepath.ToSlash(filepath.Join(opt.Dir, FileName))
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + query.Encode()
}

// journalFor tries WAL on a scratch file in the same folder: network drives
// and some layers under Windows do not have it, a rollback journal works there.
func journalFor(ctx context.Context, opt Options) string {
	scratch := filepath.Join(opt.Dir, ".journal-probe.db")
	defer func() {
		for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
			_ = os.Remove(scratch + suffix)
		}
	}()
	pool, err := sql.Open("sqlite3", "file:"+(&url.URL{Path: filepath.ToSlash(scratch)}).EscapedPath()+"?_pragma=busy_timeout(1000)")
	if err != nil {
		return "delete"
	}
	defer func() { _ = pool.Close() }()
	var mode string
	if err := pool.QueryRowContext(ctx, "PRAGMA journal_mode=wal").Scan(&mode); err != nil || mode != "wal" {
		return "delete"
	}
	if _, err := pool.ExecContext(ctx, "CREATE TABLE probe (x); INSERT INTO probe VALUES (1)"); err != nil {
		return "delete"
	}
	return "wal"
}
