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
	"runtime"
	"strings"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"         // and with it "sqlite3" for database/sql
	_ "github.com/ncruces/go-sqlite3/vfs/adiantum" // the encrypting VFS
	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// readers is how many connections may read while one writes.
const readers = 4

// database is one encrypted file, opened for one writer and several readers.
type database struct {
	path      string
	key       []byte
	journal   string // "" to leave it as the file has it
	writer    *gorm.DB
	reader    *gorm.DB
	writePool *sql.DB
	readPool  *sql.DB
}

// connect opens the pools. The key must have been probed before where the
// file exists.
func (d *database) connect(ctx context.Context) error {
	if err := private(d.path); err != nil {
		return atOpening(err, filepath.Dir(d.path))
	}
	common := []string{"busy_timeout(10000)", "foreign_keys(on)", "cache_size(-24000)"}
	// secure_delete: what is erased must not stay behind in free pages.
	writing := append(append([]string{}, common...), "synchronous(full)", "secure_delete(on)")
	if d.journal != "" {
		writing = append(writing, "journal_mode("+d.journal+")")
	}
	var err error
	d.writePool, err = sql.Open("sqlite3", d.uri(url.Values{"_txlock": {"immediate"}, "_pragma": writing}))
	if err != nil {
		return cannotOpen.Because(err)
	}
	d.writePool.SetMaxOpenConns(1)
	if err := d.writePool.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&d.journal); err != nil {
		return errors.Join(atOpening(err, filepath.Dir(d.path)), d.close())
	}
	reading := append(append([]string{}, common...), "query_only(on)")
	d.readPool, err = sql.Open("sqlite3", d.uri(url.Values{"_txlock": {"deferred"}, "_pragma": reading}))
	if err != nil {
		return errors.Join(cannotOpen.Because(err), d.close())
	}
	d.readPool.SetMaxOpenConns(readers)
	d.readPool.SetMaxIdleConns(readers)
	if d.writer, err = onPool(d.writePool); err != nil {
		return errors.Join(err, d.close())
	}
	if d.reader, err = onPool(d.readPool); err != nil {
		return errors.Join(err, d.close())
	}
	return nil
}

// private makes a new file one that only this user may read; uri has the
// engine give its journals the same rights.
func private(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return file.Close()
}

// onPool keeps no prepared statements: gorm's would be prepared anew at each
// use within a transaction and live until its end, and a connection has
// 256 MiB in all.
func onPool(pool *sql.DB) (*gorm.DB, error) {
	db, err := gorm.Open(sqlite.New(sqlite.Config{Conn: pool}), &gorm.Config{
		SkipDefaultTransaction: true,
		Logger:                 logger.Discard, // errors are returned; values are personal
	})
	if err != nil {
		return nil, fmt.Errorf("storage: gorm: %w", err)
	}
	return db, nil
}

// close ends the readers first, so that the writer finds nobody in the way of
// the checkpoint.
func (d *database) close() error {
	if d == nil {
		return nil
	}
	var err error
	if d.readPool != nil {
		err = d.readPool.Close()
	}
	if d.writePool == nil {
		return err
	}
	if d.journal == "wal" {
		err = errors.Join(err, d.settle())
	}
	return errors.Join(err, d.writePool.Close())
}

// settle brings the journal into the file, so that one whole file is left. On
// a disk too full for that the journal stays for the next time: half of it in
// the file would save nothing and make the file look damaged.
func (d *database) settle() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if roomFor(filepath.Dir(d.path), size(d.path+"-wal")) {
		_, err := d.writePool.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
		return err
	}
	conn, err := d.writePool.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	return conn.Raw(func(raw any) error { // the last to close would bring it in unasked
		last, ok := raw.(driver.Conn)
		if !ok {
			return fmt.Errorf("unexpected connection %T", raw)
		}
		_, err := last.Raw().Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, true)
		return err
	})
}

func (d *database) uri(query url.Values) string {
	if runtime.GOOS != "windows" { // there the folder decides who may read
		query.Set("modeof", d.path)
	}
	return encrypted(d.path, d.key, query)
}

// encrypted is the address of an encrypted file for the engine. It carries the
// key: it must never get into an error or a log.
func encrypted(path string, key []byte, query url.Values) string {
	query.Set("vfs", "adiantum")
	query.Set("hexkey", hex.EncodeToString(key))
	return plain(path) + "?" + query.Encode()
}

func plain(path string) string {
	path = filepath.ToSlash(path)
	if strings.HasPrefix(path, "//") {
		path = "//" + path // a Windows share: with two slashes it would be read as a host
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath()
}
