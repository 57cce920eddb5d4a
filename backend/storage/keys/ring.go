package keys

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"os"
	"path/filepath"

	"filippo.io/age"
	"github.com/google/uuid"
	"golang.org/x/crypto/chacha20poly1305"
)

// RingName is the file beside the database that names where the key is held
// and carries its wrapping by the recovery code. It is useless without either.
const RingName = "keyring.json"

// Ring is the content of keyring.json.
type Ring struct {
	Version  int      `json:"version"`
	ID       string   `json:"id"` // of this key, not of a person
	Holder   Holder   `json:"holder"`
	Named    bool     `json:"named,omitempty"` // in a file that the caller must name each time
	Recovery wrapping `json:"recovery"`
	Backup   []byte   `json:"backup"` // the age identity of the backups, closed with the data key
}

func newRing(key []byte, code string) (Ring, error) {
	recovery, err := wrap(key, code)
	if err != nil {
		return Ring{}, err
	}
	r := Ring{Version: 1, ID: uuid.Must(uuid.NewV7()).String(), Recovery: recovery}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return Ring{}, cannotKeep.Because(err)
	}
	aead, err := backupSeal(key)
	if err != nil {
		return Ring{}, err
	}
	nonce := make([]byte, aead.NonceSize())
	_, _ = rand.Read(nonce)
	r.Backup = aead.Seal(nonce, nonce, []byte(identity.String()), []byte(r.ID))
	return r, nil
}

func backupSeal(key []byte) (cipher.AEAD, error) {
	own, err := hkdf.Key(sha256.New, key, nil, "yayuan backup identity", chacha20poly1305.KeySize)
	if err != nil {
		return nil, cannotKeep.Because(err)
	}
	return chacha20poly1305.NewX(own)
}

// Identity opens the age identity that the backups of this key are written to
// and read with. Its public half stands nowhere in the clear: whoever could
// write a backup holds the data key.
func (r Ring) Identity(key []byte) (*age.X25519Identity, error) {
	aead, err := backupSeal(key)
	if err != nil {
		return nil, err
	}
	size := aead.NonceSize()
	if len(r.Backup) < size {
		return nil, ringMissing
	}
	text, err := aead.Open(nil, r.Backup[:size], r.Backup[size:], []byte(r.ID))
	if err != nil {
		return nil, otherRing.Because(err)
	}
	identity, err := age.ParseX25519Identity(string(text))
	if err != nil {
		return nil, ringMissing.Because(err)
	}
	return identity, nil
}

// Key opens the data key with the recovery code.
func (r Ring) Key(code string) ([]byte, error) { return unwrap(r.Recovery, code) }

// Parse reads a keyring that came from elsewhere, such as out of a backup.
func Parse(raw []byte) (Ring, error) {
	var r Ring
	if err := json.Unmarshal(raw, &r); err != nil {
		return Ring{}, ringMissing.Because(err)
	}
	if r.Version != 1 || r.ID != filepath.Base(r.ID) || r.ID == "." {
		return Ring{}, ringMissing
	}
	return r, nil
}

// Bytes is the keyring as it is written.
func (r Ring) Bytes() ([]byte, error) {
	raw, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return nil, cannotKeep.Because(err)
	}
	return append(raw, '\n'), nil
}

func ringIn(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, RingName))
	return err == nil
}

// Read reads the keyring of a data folder.
func Read(dir string) (Ring, error) {
	raw, err := os.ReadFile(filepath.Join(dir, RingName))
	if err != nil {
		return Ring{}, ringMissing.Because(err)
	}
	return Parse(raw)
}

func (r Ring) write(dir string) error {
	raw, err := r.Bytes()
	if err != nil {
		return err
	}
	return replace(filepath.Join(dir, RingName), raw)
}
