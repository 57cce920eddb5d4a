package storage

import (
	"context"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"

	"golang.org/x/crypto/chacha20poly1305"
)

// sealer seals single values once more with a key per person, so that a
// reader of the database alone, or after an erasure, learns nothing of them.
type sealer struct {
	wrap  cipher.AEAD
	index []byte
	known personKeys
}

func newSealer(key []byte) (*sealer, error) {
	if len(key) != chacha20poly1305.KeySize {
		return nil, errors.New("storage: the data key must have 32 bytes")
	}
	wrapKey, err := hkdf.Key(sha256.New, key, nil, "yayuan person keys", chacha20poly1305.KeySize)
	if err != nil {
		return nil, fmt.Errorf("storage: seal: %w", err)
	}
	index, err := hkdf.Key(sha256.New, key, nil, "yayuan equality index", sha256.Size)
	if err != nil {
		return nil, fmt.Errorf("storage: seal: %w", err)
	}
	wrap, err := chacha20poly1305.NewX(wrapKey)
	if err != nil {
		return nil, fmt.Errorf("storage: seal: %w", err)
	}
	return &sealer{wrap: wrap, index: index}, nil
}

// Index is the keyed digest under which equal values are found.
func (s *Store) Index(value string) []byte {
	mac := hmac.New(sha256.New, s.sealer.index)
	mac.Write([]byte(value))
	return mac.Sum(nil)
}

// Seal closes a value with the person's key, made when there is none yet.
func (s *Store) Seal(ctx context.Context, person, plain string) ([]byte, error) {
	key, err := s.personKey(ctx, person, true)
	if err != nil {
		return nil, err
	}
	return closeWith(key, []byte(plain), person), nil
}

// Unseal opens a value. An erased person's value cannot be opened by anybody:
// that is the fault which IsErased knows.
func (s *Store) Unseal(ctx context.Context, person string, sealed []byte) (string, error) {
	key, err := s.personKey(ctx, person, false)
	if err != nil {
		return "", err
	}
	plain, err := openWith(key, sealed, person)
	if err != nil {
		// A person may have a new key after the erasure of the old one.
		return "", erased.Because(fmt.Errorf("storage: unseal: %w", err))
	}
	return string(plain), nil
}

// IsErased tells whether a sealed value is gone because its person was erased.
func IsErased(err error) bool { return errors.Is(err, erased) }

// closeWith seals under a random nonce, which stands in front; the person is
// bound to it, so that one person's value cannot be passed off as another's.
func closeWith(key cipher.AEAD, plain []byte, person string) []byte {
	nonce := make([]byte, key.NonceSize(), key.NonceSize()+len(plain)+key.Overhead())
	_, _ = rand.Read(nonce)
	return key.Seal(nonce, nonce, plain, []byte(person))
}

func openWith(key cipher.AEAD, sealed []byte, person string) ([]byte, error) {
	size := key.NonceSize()
	if len(sealed) < size {
		return nil, errors.New("sealed value too short")
	}
	return key.Open(nil, sealed[:size], sealed[size:], []byte(person))
}
