package backup

import (
	"context"
	"fmt"
	"time"

	"yayuan/backend/audit"
)

// program is who makes the backups that nobody asked for.
var program = audit.Actor{ID: "program", Name: "yayuan"}

// closingPatience is how long the window waits for a last backup; one that
// takes longer is made the next day while the program is open.
const closingPatience = 20 * time.Second

// retry is how long a backup that could not be made is left alone.
const retry = time.Hour

// Daily makes a backup when a day has gone by since the last good one.
func (s *Service) Daily(ctx context.Context) error {
	if !s.Kept() {
		return nil
	}
	now, err := s.state(ctx)
	if err != nil || !now.due() || now.now.Sub(now.failed).Abs() < retry {
		return err
	}
	return s.unasked(ctx)
}

// AtClose makes a backup when anything was written since the last good one.
func (s *Service) AtClose(ctx context.Context) error {
	if !s.Kept() {
		return nil
	}
	// The one who closes may be gone already; the backup is made all the same.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), closingPatience)
	defer cancel()
	all, _, err := s.known(ctx)
	if err != nil {
		return err
	}
	mark, err := s.store.Mark(ctx)
	if err != nil || newestGood(all).mark == mark {
		return err
	}
	return s.unasked(ctx)
}

// unasked makes a backup as the program. The engine panics when it runs out of
// memory; that must not take the program with it.
func (s *Service) unasked(ctx context.Context) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("backup: panic: %v", p)
		}
	}()
	_, err = s.produce(audit.WithActor(ctx, program))
	return err
}
