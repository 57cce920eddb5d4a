package lists

import (
	"context"
	"slices"

	"yayuan/backend/fault"
)

// back undoes rows, the last one first, and names those that it leaves: what
// was changed by somebody since stays as it is.
func (l *list[T]) back(ctx context.Context, s *Service, kept []keptRow, back Back) (undone int, refused []NotUndone, err error) {
	rows, err := l.Rows(ctx)
	if err != nil {
		return 0, nil, err
	}
	byID := make(map[string]T, len(rows))
	for _, now := range rows {
		byID[l.ID(now)] = now
	}
	for _, row := range slices.Backward(kept) {
		code := changedSince.Code
		now, there := byID[row.ID]
		switch {
		case row.Outcome == Added && l.TakeBack == nil:
			code = stays.Code
		case there:
			if code, err = l.backOne(ctx, s, now, row, back); err != nil {
				return 0, nil, err
			}
		}
		if code == "" {
			undone++
		} else {
			refused = append(refused, NotUndone{Row: row.Number, Code: code})
		}
	}
	return undone, refused, nil
}

// backOne undoes one row and gives the code of why it did not.
func (l *list[T]) backOne(ctx context.Context, s *Service, now T, row keptRow, back Back) (string, error) {
	before := now
	for _, c := range l.Columns {
		after, named := row.Values.After[c.Key]
		if !named {
			continue
		}
		if c.Get(now) != after {
			return changedSince.Code, nil
		}
		if row.Outcome == Changed {
			if err := c.Set(&before, row.Values.Before[c.Key]); err != nil {
				return codeOf(err)
			}
		}
	}
	err := s.store.Try(ctx, func(ctx context.Context) error {
		if row.Outcome == Added {
			return l.TakeBack(ctx, now, back)
		}
		return l.Change(ctx, now, before, back.Reason)
	})
	if err != nil {
		return codeOf(err)
	}
	return "", nil
}

// codeOf is why a verb refused; what is no refusal stays an error.
func codeOf(err error) (string, error) {
	if f, ok := fault.As(err); ok && f.Kind != fault.Unavailable {
		return f.Code, nil
	}
	return "", err
}
