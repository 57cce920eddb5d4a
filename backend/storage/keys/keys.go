// Package keys holds the data key of a nursery: random, never shown, and
// wrapped twice. The system's keychain (or a key file where there is none)
// opens it every day; the recovery code opens it on any other computer.
package keys

import (
	"crypto/rand"
	"errors"
	"os"

	"github.com/zalando/go-keyring"

	"yayuan/backend/fault"
	"yayuan/backend/storage"
)

// Holder is where the key is kept on this computer.
type Holder string

// The holders.
const (
	Keychain Holder = "keychain"
	KeyFile  Holder = "file"
)

// Options say where a key may be kept.
type Options struct {
	KeyFile  string // an explicit file; overrides the keychain
	Keychain Chain  // the system's when nil
}

// Chain is a keychain; the system's, or a fake in tests.
type Chain interface {
	Get(id string) (string, error)
	Set(id, secret string) error
}

// Opened is a data key and where it is kept.
type Opened struct {
	Key    []byte
	Holder Holder
	Path   string // of the key file, empty for the keychain
}

// Made is a new key with the recovery code, which is shown once.
type Made struct {
	Opened
	RecoveryCode string
}

var (
	ringExists   = fault.Define(fault.Conflict, "keys.ring_exists")
	ringMissing  = fault.Define(fault.NotFound, "keys.ring_missing")
	keyMissing   = fault.Define(fault.Unavailable, "keys.key_missing")
	fileNeeded   = fault.Define(fault.Unavailable, "keys.file_needed")
	notAKeyFile  = fault.Define(fault.Invalid, "keys.not_a_key_file")
	otherKey     = fault.Define(fault.Conflict, "keys.other_key")
	otherRing    = fault.Define(fault.Invalid, "keys.other_ring")
	cannotKeep   = fault.Define(fault.Unavailable, "keys.cannot_keep")
	wrongCode    = fault.Define(fault.Invalid, "keys.wrong_code")
	mistypedCode = fault.Define(fault.Invalid, "keys.mistyped_code")
)

// Create makes a data key for a folder that has none. A folder with a keyring
// or a database is refused: a second key would make the data unreadable.
func Create(dir string, opt Options) (Made, error) {
	if storage.Exists(dir) || ringIn(dir) {
		return Made{}, ringExists
	}
	key, err := first(opt)
	if err != nil {
		return Made{}, err
	}
	code := newCode()
	r, err := newRing(key, code)
	if err != nil {
		return Made{}, err
	}
	kept, err := keep(r.ID, key, opt)
	if err != nil {
		return Made{}, err
	}
	r.Holder, r.Named = kept.Holder, opt.KeyFile != ""
	return Made{Opened: kept, RecoveryCode: code}, r.write(dir)
}

// first is the key of a new nursery: random, or that of the named file when
// it exists, as after a first start that was cut off.
func first(opt Options) ([]byte, error) {
	if opt.KeyFile != "" {
		if _, err := os.Lstat(opt.KeyFile); err == nil {
			named, err := fromFile(opt.KeyFile)
			return named.Key, err
		}
	}
	key := make([]byte, 32)
	_, _ = rand.Read(key)
	return key, nil
}

// Open fetches the key from where the keyring says that it is held, or from
// the file that the caller names; it never looks anywhere else.
func Open(dir string, opt Options) (Opened, error) {
	r, err := Read(dir)
	switch {
	case err != nil:
		return Opened{}, err
	case opt.KeyFile != "":
		return fromFile(opt.KeyFile)
	case r.Named:
		return Opened{}, fileNeeded
	case r.Holder == KeyFile:
		path, err := ownFile(r.ID)
		if err != nil {
			return Opened{}, keyMissing.Because(err)
		}
		return fromFile(path)
	}
	secret, err := chain(opt).Get(r.ID)
	if err != nil {
		return Opened{}, keyMissing.Because(err)
	}
	key, err := decode(secret)
	if err != nil {
		return Opened{}, keyMissing.Because(err)
	}
	return Opened{Key: key, Holder: Keychain}, nil
}

// Whereabouts tells where the key of a folder is kept, without fetching it;
// the path is that of a key file.
func Whereabouts(dir string, opt Options) (holder Holder, path string, err error) {
	r, err := Read(dir)
	switch {
	case err != nil:
		return "", "", err
	case opt.KeyFile != "":
		return KeyFile, opt.KeyFile, nil
	case r.Holder == KeyFile && !r.Named:
		path, err = ownFile(r.ID)
		return KeyFile, path, err
	}
	return r.Holder, "", nil
}

// Recover opens the key with the recovery code and keeps it on this computer.
func Recover(dir, code string, opt Options) (Opened, error) {
	r, err := Read(dir)
	if err != nil {
		return Opened{}, err
	}
	key, err := unwrap(r.Recovery, code)
	if err != nil {
		return Opened{}, err
	}
	kept, err := keep(r.ID, key, opt)
	if err != nil {
		return Opened{}, err
	}
	r.Holder, r.Named = kept.Holder, opt.KeyFile != ""
	return kept, r.write(dir)
}

// keep puts the key into the explicit file, the keychain, or, where there is
// no keychain service, a file of the user's own with mode 0600.
func keep(id string, key []byte, opt Options) (Opened, error) {
	if opt.KeyFile != "" {
		return toFile(opt.KeyFile, key)
	}
	service := chain(opt)
	// ErrNotFound means that the service answers and has no such key yet; any
	// other error means that there is no service.
	if _, err := service.Get(id); err == nil || errors.Is(err, keyring.ErrNotFound) {
		if err := service.Set(id, encode(key)); err == nil {
			return Opened{Key: key, Holder: Keychain}, nil
		}
	}
	path, err := ownFile(id)
	if err != nil {
		return Opened{}, cannotKeep.Because(err)
	}
	return toFile(path, key)
}
