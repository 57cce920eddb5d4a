package storage

import (
	"errors"

	"github.com/ncruces/go-sqlite3"

	"yayuan/backend/fault"
)

var (
	exists     = fault.Define(fault.Conflict, "storage.exists")
	missing    = fault.Define(fault.NotFound, "storage.missing")
	wrongKey   = fault.Define(fault.Invalid, "storage.wrong_key")
	newerFile  = fault.Define(fault.Conflict, "storage.newer_file")
	cannotOpen = fault.Define(fault.Unavailable, "storage.cannot_open")
	damaged    = fault.Define(fault.Unavailable, "storage.damaged")
	notMoved   = fault.Define(fault.Unavailable, "storage.migration_failed")
	diskFull   = fault.Define(fault.Unavailable, "storage.disk_full")
	busy       = fault.Define(fault.Unavailable, "storage.busy")
	mismatch   = fault.Define(fault.Conflict, "storage.idempotency_mismatch")
	inUse      = fault.Define(fault.Locked, "storage.in_use")
	erased     = fault.Define(fault.NotFound, "storage.erased")
)

// IsUnique tells whether a write failed because such a row exists.
func IsUnique(err error) bool {
	return errors.Is(err, sqlite3.CONSTRAINT_UNIQUE) || errors.Is(err, sqlite3.CONSTRAINT_PRIMARYKEY)
}

// IsForeign tells whether a write failed because the row that it refers to
// does not exist, or because others refer to the row that it would remove.
func IsForeign(err error) bool { return errors.Is(err, sqlite3.CONSTRAINT_FOREIGNKEY) }

// translate turns what the engine says about the machine into a fault. A full
// disk often shows as a plain input/output error, so the disk is asked.
func translate(err error, dir string) error {
	if _, isFault := fault.As(err); err == nil || isFault {
		return err
	}
	switch {
	case errors.Is(err, sqlite3.FULL), errors.Is(err, sqlite3.IOERR) && nearlyFull(dir):
		return diskFull.Because(err)
	case errors.Is(err, sqlite3.BUSY), errors.Is(err, sqlite3.LOCKED):
		return busy.Because(err)
	case errors.Is(err, sqlite3.CORRUPT):
		return damaged.Because(err)
	}
	return err
}

// atOpening is what is said of files that do not open: what is known about
// the machine, else only that. Opening makes files, and a full disk says of
// these that they cannot be opened.
func atOpening(err error, dir string) error {
	if known, ok := fault.As(translate(err, dir)); ok {
		return known
	}
	if errors.Is(err, sqlite3.CANTOPEN) && nearlyFull(dir) {
		return diskFull.Because(err)
	}
	return cannotOpen.Because(err)
}

// margin is what must be left on a disk beside what is going to be written.
const margin = 1 << 20

// freeBytes is a variable for the tests, which cannot fill a disk.
var freeBytes = FreeBytes

func nearlyFull(dir string) bool { return !roomFor(dir, 0) }

// roomFor tells whether so many bytes can be written; where the disk does not
// say, they are tried.
func roomFor(dir string, bytes uint64) bool {
	free, err := freeBytes(dir)
	return err != nil || free >= bytes+margin
}
