package storage

import (
	"context"
	"crypto/cipher"
	"crypto/rand"
	"fmt"
	"sync"

	"golang.org/x/crypto/chacha20poly1305"
)

// personKeys remembers opened keys of committed rows.
type personKeys struct {
	mu     sync.Mutex
	open   map[string]cipher.AEAD
	erased map[string]bool // never remembered again: a reader may still hold a snapshot from before
}

func (k *personKeys) get(person string) (cipher.AEAD, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	key, ok := k.open[person]
	return key, ok
}

func (k *personKeys) learn(person string, key cipher.AEAD) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.erased[person] {
		return
	}
	if k.open == nil {
		k.open = map[string]cipher.AEAD{}
	}
	k.open[person] = key
}

func (k *personKeys) forget(person string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.erased == nil {
		k.erased = map[string]bool{}
	}
	k.erased[person] = true
	delete(k.open, person)
}

// EraseKey makes everything sealed for a person unreadable for ever, in this
// folder; backups made before keep it until they are replaced.
func (s *Store) EraseKey(ctx context.Context, person string) error {
	return s.Do(ctx, func(ctx context.Context) error {
		s.sealer.known.forget(person)
		tx, _ := s.current(ctx)
		delete(tx.fresh, person)
		err := s.With(ctx).Exec("DELETE FROM person_key WHERE nursery_id = ? AND person_id = ?", s.nursery, person).Error
		if err != nil {
			return fmt.Errorf("storage: erase: %w", err)
		}
		return nil
	})
}

// personKey finds the key of a person. A key that the running write has made
// is known to that write alone until it commits: remembered any earlier, it
// would seal values whose key a rollback has taken away.
func (s *Store) personKey(ctx context.Context, person string, create bool) (cipher.AEAD, error) {
	if tx, ok := s.current(ctx); ok {
		if key, ok := tx.fresh[person]; ok {
			return key, nil
		}
	}
	if key, ok := s.sealer.known.get(person); ok {
		return key, nil
	}
	key, err := s.readPersonKey(ctx, person)
	if err != nil {
		return nil, err
	}
	if key != nil {
		s.sealer.known.learn(person, key)
		return key, nil
	}
	if !create {
		return nil, erased
	}
	err = s.Do(ctx, func(ctx context.Context) error {
		if key, err = s.readPersonKey(ctx, person); err != nil || key != nil {
			return err
		}
		key, err = s.newPersonKey(ctx, person)
		return err
	})
	return key, err
}

// readPersonKey gives nil when the person has no key.
func (s *Store) readPersonKey(ctx context.Context, person string) (cipher.AEAD, error) {
	var wrapped [][]byte
	err := s.With(ctx).Raw("SELECT wrapped FROM person_key WHERE nursery_id = ? AND person_id = ?", s.nursery, person).Scan(&wrapped).Error
	if err != nil {
		return nil, fmt.Errorf("storage: person key: %w", err)
	}
	if len(wrapped) == 0 {
		return nil, nil
	}
	raw, err := openWith(s.sealer.wrap, wrapped[0], person)
	if err != nil {
		return nil, damaged.Because(fmt.Errorf("storage: person key: %w", err))
	}
	return chacha20poly1305.NewX(raw)
}

func (s *Store) newPersonKey(ctx context.Context, person string) (cipher.AEAD, error) {
	raw := make([]byte, chacha20poly1305.KeySize)
	_, _ = rand.Read(raw)
	key, err := chacha20poly1305.NewX(raw)
	if err != nil {
		return nil, fmt.Errorf("storage: person key: %w", err)
	}
	err = s.With(ctx).Exec("INSERT INTO person_key (nursery_id, person_id, wrapped) VALUES (?, ?, ?)",
		s.nursery, person, closeWith(s.sealer.wrap, raw, person)).Error
	if err != nil {
		return nil, fmt.Errorf("storage: person key: %w", err)
	}
	if tx, ok := s.current(ctx); ok {
		tx.fresh[person] = key
	}
	return key, nil
}
