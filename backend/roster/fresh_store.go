package roster

import (
	"context"
	"errors"
	"fmt"

	"yayuan/backend/storage"
)

// fresh gives the id under which something new is kept: the one that whoever
// acts has made, or a new one. An id in use is refused, for writing under it
// would overwrite what it names; so is one of another kind, for what is known of
// a person is sealed with a key that goes by the id, and two would share it.
func fresh[T any](ctx context.Context, s store, id string) (string, error) {
	if id == "" {
		return storage.NewID(), nil
	}
	var taken int64
	if err := s.db(ctx).Model(new(T)).Where("id = ?", id).Count(&taken).Error; err != nil {
		return "", fmt.Errorf("roster fresh: %w", err)
	}
	if taken > 0 {
		return "", idTaken
	}
	elsewhere, err := s.known(ctx, id)
	if err != nil {
		return "", err
	}
	if elsewhere {
		return "", idTaken
	}
	return id, nil
}

// known tells whether an id names anybody, or a class, or has sealed something.
func (s store) known(ctx context.Context, id string) (bool, error) {
	at := map[string]any{"home": s.Nursery(), "id": id}
	var found bool
	err := s.With(ctx).Raw(`SELECT
		EXISTS (SELECT 1 FROM person WHERE nursery_id = @home AND id = @id) OR
		EXISTS (SELECT 1 FROM child WHERE nursery_id = @home AND id = @id) OR
		EXISTS (SELECT 1 FROM guardian WHERE nursery_id = @home AND id = @id) OR
		EXISTS (SELECT 1 FROM pickup WHERE nursery_id = @home AND id = @id) OR
		EXISTS (SELECT 1 FROM class WHERE nursery_id = @home AND id = @id) OR
		EXISTS (SELECT 1 FROM person_key WHERE nursery_id = @home AND person_id = @id)`, at).Scan(&found).Error
	if err != nil {
		return false, fmt.Errorf("roster known: %w", err)
	}
	return found, nil
}

// freshOr is fresh for a row of a file: a number that is none, or is in use by
// something else, gives way to a new one.
func freshOr[T any](ctx context.Context, s store, id string) (string, error) {
	if !storage.IsID(id) {
		id = ""
	}
	found, err := fresh[T](ctx, s, id)
	if errors.Is(err, idTaken) {
		return storage.NewID(), nil
	}
	return found, err
}
