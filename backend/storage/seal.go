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
	"sync"

	"golang.org/x/crypto/chacha20poly1305"
)

// sealer seals single values once more with a key per person, so that a
// reader of the database alone, or after an erasure, learns nothing of them.
type sealer struct {
	wrap  cipher.AEAD
	index []byte
	mu    sync.Mutex
	known map[string]cipher.AEAD // opened person keys of committed rows
	fresh map[string]bool        // keys made by the write that is running
}

var errErased = errors.New("storage: the person's key is erased")

func newSealer(key []byte) (*sealer, error) {
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
	return &sealer{wrap: wrap, index: index, known: map[string]cipher.AEAD{}, fresh: map[string]bool{}}, nil
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
	nonce := make([]byte, key.NonceSize())
	_, _ = rand.Read(nonce)
	return key.Seal(nonce, nonce, []byte(plain), []byte(person)), nil
}

// Unseal opens a value; an erased person's value cannot be opened by anybody.
func (s *Store) Unseal(ctx context.Context, person string, sealed []byte) (string, error) {
	key, err := s.personKey(ctx, person, false)
	if err != nil {
		return "", err
	}
	if len(sealed) < key.NonceSize() {
		return "", errors.New("storage: sealed value too short")
	}
	plain, err := key.Open(nil, sealed[:key.NonceSize()], sealed[key.NonceSize():], []byte(person))
	if err != nil {
		return "", fmt.Errorf("storage: unseal: %w", err)
	}
	return string(plain), nil
}

// EraseKey makes everything sealed for a person unreadable for ever.
func (s *Store) EraseKey(ctx context.Context, person string) error {
	return s.Do(ctx, func(ctx context.Context) error {
		s.sealer.forget(person)
		err := s.With(ctx).Exec("DELETE FROM person_key WHERE nursery_id = ? AND person_id = ?", s.nursery, person).Error
		if err != nil {
			return fmt.Errorf("storage: erase: %w", err)
		}
		return nil
	})
}

// learn keeps an opened key in memory, but for one that the running write has
// made: that may be rolled back yet. There is one writer at a time.
func (s *sealer) learn(person string, key cipher.AEAD) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.fresh[person] {
		s.known[person] = key
	}
}

// settle ends a write: what it made is committed or gone.
func (s *sealer) settle() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.fresh)
}

func (s *sealer) forget(person string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.known, person)
}

func (s *Store) personKey(ctx context.Context, person string, make bool) (cipher.AEAD, error) {
	s.sealer.mu.Lock()
	key, ok := s.sealer.known[person]
	s.sealer.mu.Unlock()
	if ok {
		return key, nil
	}
	var wrapped [][]byte
	err := s.With(ctx).Raw("SELECT wrapped FROM person_key WHERE nursery_id = ? AND person_id = ?", s.nursery, person).Scan(&wrapped).Error
	if err != nil {
		return nil, fmt.Errorf("storage: person key: %w", err)
	}
	if len(wrapped) == 0 {
		if !make {
			return nil, errErased
		}
		return s.newPersonKey(ctx, person)
	}
	nonce := s.sealer.wrap.NonceSize()
	raw, err := s.sealer.wrap.Open(nil, wrapped[0][:nonce], wrapped[0][nonce:], []byte(person))
	if err != nil {
		return nil, fmt.Errorf("storage: person key: %w", err)
	}
	key, err = chacha20poly1305.NewX(raw)
	if err != nil {
		return nil, fmt.Errorf("storage: person key: %w", err)
	}
	s.sealer.learn(person, key)
	return key, nil
}

func (s *Store) newPersonKey(ctx context.Context, person string) (cipher.AEAD, error) {
	raw := make([]byte, chacha20poly1305.KeySize)
	_, _ = rand.Read(raw)
	nonce := make([]byte, s.sealer.wrap.NonceSize())
	_, _ = rand.Read(nonce)
	wrapped := s.sealer.wrap.Seal(nonce, nonce, raw, []byte(person))
	err := s.Do(ctx, func(ctx context.Context) error {
		s.sealer.mu.Lock()
		s.sealer.fresh[person] = true
		s.sealer.mu.Unlock()
		return s.With(ctx).Exec("INSERT INTO person_key (nursery_id, person_id, wrapped) VALUES (?, ?, ?)", s.nursery, person, wrapped).Error
	})
	if err != nil {
		return nil, fmt.Errorf("storage: person key: %w", err)
	}
	key, err := chacha20poly1305.NewX(raw)
	if err != nil {
		return nil, fmt.Errorf("storage: person key: %w", err)
	}
	return key, nil
}
