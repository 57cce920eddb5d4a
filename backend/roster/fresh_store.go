package roster

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"yayuan/backend/storage"
)

// fresh gives the id under which something new is kept: the one that whoever
// acts has made, or a new one. An id in use is refused, for writing under it
// would overwrite what it names.
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
	return id, nil
}

// freshOr is fresh for a row of a file: a number that is none, or is in use by
// something that is on no list any more, gives way to a new one.
func freshOr[T any](ctx context.Context, s store, id string) (string, error) {
	if uuid.Validate(id) != nil {
		id = ""
	}
	found, err := fresh[T](ctx, s, id)
	if errors.Is(err, idTaken) {
		return storage.NewID(), nil
	}
	return found, err
}
