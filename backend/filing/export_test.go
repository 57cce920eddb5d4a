package filing

import "context"

// FillWhile fills, lets something happen, and only then freezes.
func (s *Service) FillWhile(ctx context.Context, form, period, template string, meanwhile func()) (Done, error) {
	done, row, err := s.prepare(ctx, form, period, template, "")
	if err != nil {
		return done, err
	}
	meanwhile()
	done.Filed, err = s.freeze(ctx, done.Draft, row, done.Bytes)
	return done, err
}
