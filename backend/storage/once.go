package storage

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Response is a finished answer, kept so that it can be given again.
type Response struct {
	Status      int
	ContentType string
	Body        []byte
}

// memory is how long an answered write is remembered.
const memory = 30 * 24 * time.Hour

var (
	errRefused = errors.New("storage: refused")
	errInside  = errors.New("storage: once inside a transaction: what it refuses could not be rolled back alone")
)

// Once runs fn at most once for an actor and a key, in one transaction with
// the memory of its answer. When fn says not to keep it, everything it wrote
// is rolled back and its answer is given all the same.
func (s *Store) Once(ctx context.Context, actor, key, digest string, fn func(context.Context) (Response, bool, error)) (Response, bool, error) {
	if _, ok := s.current(ctx); ok {
		return Response{}, false, errInside
	}
	var response Response
	replayed := false
	err := s.Do(ctx, func(ctx context.Context) error {
		known, found, err := s.remembered(ctx, actor, key, digest)
		if err != nil {
			return err
		}
		if found {
			response, replayed = known, true
			return nil
		}
		answer, keep, err := fn(ctx)
		response = answer
		if err != nil {
			return err
		}
		if !keep {
			return errRefused
		}
		return s.remember(ctx, actor, key, digest, answer)
	})
	if errors.Is(err, errRefused) {
		err = nil
	}
	return response, replayed, err
}

func (s *Store) remembered(ctx context.Context, actor, key, digest string) (Response, bool, error) {
	var rows []struct {
		Digest      string
		Status      int
		ContentType string
		Body        []byte
	}
	err := s.With(ctx).Raw("SELECT digest, status, content_type, body FROM idempotency WHERE nursery_id = ? AND actor = ? AND key = ? AND at >= ?",
		s.nursery, actor, key, s.forgetBefore()).Scan(&rows).Error
	if err != nil {
		return Response{}, false, fmt.Errorf("storage: once: %w", err)
	}
	if len(rows) == 0 {
		return Response{}, false, nil
	}
	if rows[0].Digest != digest {
		return Response{}, false, mismatch
	}
	return Response{Status: rows[0].Status, ContentType: rows[0].ContentType, Body: rows[0].Body}, true, nil
}

func (s *Store) remember(ctx context.Context, actor, key, digest string, r Response) error {
	db := s.With(ctx)
	body := r.Body
	if body == nil {
		body = []byte{}
	}
	// Forgetting comes first: the key itself may be one that was used long ago.
	if err := db.Exec("DELETE FROM idempotency WHERE at < ?", s.forgetBefore()).Error; err != nil {
		return fmt.Errorf("storage: once: %w", err)
	}
	err := db.Exec("INSERT INTO idempotency (nursery_id, actor, key, digest, status, content_type, body, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		s.nursery, actor, key, digest, r.Status, r.ContentType, body, s.Now().Format(time.RFC3339)).Error
	if err != nil {
		return fmt.Errorf("storage: once: %w", err)
	}
	return nil
}

func (s *Store) forgetBefore() string { return s.Now().Add(-memory).Format(time.RFC3339) }
