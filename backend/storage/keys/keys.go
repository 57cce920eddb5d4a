// Package keys holds the data key of a nursery: random, never shown, and
// wrapped twice. The system's keychain (or a key file where there is none)
// opens it every day; the recovery code opens it on any other computer.
package keys

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"

	"github.com/google/uuid"
	"github.com/zalando/go-keyring"

	"yayuan/backend/fault"
)

// RingName is the file beside the database that names where the key is held
// and carries its wrapping by the recovery code. It is useless without either.
const RingName = "keyring.json"

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

// ring is the content of keyring.json.
type ring struct {
	Version  int      `json:"version"`
	ID       string   `json:"id"` // of this key, not of a person
	Holder   Holder   `json:"holder"`
	Recovery wrapping `json:"recovery"`
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
	cannotKeep   = fault.Define(fault.Unavailable, "keys.cannot_keep")
	wrongCode    = fault.Define(fault.Invalid, "keys.wrong_code")
	mistypedCode = fault.Define(fault.Invalid, "keys.mistyped_code")
)

// Create makes a data key for a folder that has none. A folder with a keyring
// is refused: a second key would make the data unreadable.
func Create(dir string, opt Options) (Made, error) {
	path := filepath.Join(dir, RingName)
	if _, err := os.Stat(path); err == nil {
		return Made{}, ringExists
	}
	key := make([]byte, 32)
	_, _ = rand.Read(key)
	code := newCode()
	wrapped, err := wrap(key, code)
	if err != nil {
		return Made{}, err
	}
	r := ring{Version: 1, ID: uuid.Must(uuid.NewV7()).String(), Recovery: wrapped}
	kept, err := keep(r.ID, key, opt)
	if err != nil {
		return Made{}, err
	}
	r.Holder = kept.Holder
	return Made{Opened: kept, RecoveryCode: code}, write(dir, r)
}

// Open fetches the key from where the keyring says that it is held.
func Open(dir string, opt Options) (Opened, error) {
	r, err := read(dir)
	if err != nil {
		return Opened{}, err
	}
	if opt.KeyFile != "" {
		return fromFile(opt.KeyFile)
	}
	if r.Holder == KeyFile {
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
	key, err := base64.StdEncoding.DecodeString(secret)
	if err != nil || len(key) != 32 {
		return Opened{}, keyMissing
	}
	return Opened{Key: key, Holder: Keychain}, nil
}

// Recover opens the key with the recovery code and keeps it on this computer.
func Recover(dir, code string, opt Options) (Opened, error) {
	r, err := read(dir)
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
	r.Holder = kept.Holder
	return kept, write(dir, r)
}

// UnwrapRing opens the key of a keyring that came in a backup.
func UnwrapRing(raw []byte, code string) ([]byte, error) {
	var r ring
	if err := json.Unmarshal(raw, &r); err != nil {
		return nil, ringMissing.Because(err)
	}
	return unwrap(r.Recovery, code)
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
		if err := service.Set(id, base64.StdEncoding.EncodeToString(key)); err == nil {
			return Opened{Key: key, Holder: Keychain}, nil
		}
	}
	path, err := ownFile(id)
	if err != nil {
		return Opened{}, cannotKeep.Because(err)
	}
	return toFile(path, key)
}

func read(dir string) (ring, error) {
	raw, err := os.ReadFile(filepath.Join(dir, RingName))
	if err != nil {
		return ring{}, ringMissing.Because(err)
	}
	var r ring
	if err := json.Unmarshal(raw, &r); err != nil {
		return ring{}, ringMissing.Because(err)
	}
	return r, nil
}

func write(dir string, r ring) error {
	raw, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return cannotKeep.Because(err)
	}
	return replace(filepath.Join(dir, RingName), raw)
}
