package backend

import (
	"context"
	"errors"
	"io"
	"time"

	"yayuan/backend/backup"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/storage/keys"
)

// lookEvery is how often an open nursery looks whether a backup is due.
const lookEvery = 10 * time.Minute

// backupKey fetches what a nursery's backups are sealed with, each time anew.
func (at place) backupKey() (keys.Ring, []byte, error) {
	ring, err := keys.Read(at.dir)
	if err != nil {
		return ring, nil, err
	}
	opened, err := keys.Open(at.dir, at.keys)
	return ring, opened.Key, err
}

// backUpDaily looks now and then whether a backup is due, until the returned
// function has come back.
func (b *Backend) backUpDaily(h *House) (stop func()) {
	if h.Store == nil || !h.Backups.Kept() {
		return func() {}
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		looks := b.cfg.Looks
		if looks == nil {
			ticker := time.NewTicker(lookEvery)
			defer ticker.Stop()
			looks = ticker.C
		}
		for {
			select {
			case <-ctx.Done():
				return
			case <-looks:
				b.report("daily", h.Backups.Daily(ctx))
			}
		}
	}()
	return func() {
		cancel()
		<-done
	}
}

// shut ends a house: its daily backups, a last one, its store. A backup that
// fails must not stand in the way.
func (b *Backend) shut(ctx context.Context, h *House) error {
	if h == nil || h.Store == nil {
		return nil
	}
	h.stop()
	b.report("close", h.Backups.AtClose(ctx))
	return h.Store.Close()
}

// report logs a backup that could not be made.
func (b *Backend) report(when string, err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	code, cause := "web.internal", err
	if f, ok := fault.As(err); ok {
		code, cause = f.Code, f.Unwrap()
	}
	b.cfg.Log.Error("backup", "when", when, "code", code, "cause", cause)
}

// Restore brings a backup back with the recovery code and opens it. It is open
// to anybody as long as there is no nursery; afterwards only as a further
// nursery, in a folder of its own.
func (b *Backend) Restore(ctx context.Context, in io.Reader, code string, another bool) (backup.Content, error) {
	b.starting.Lock()
	defer b.starting.Unlock()
	at, hold, err := b.prepare(another)
	if err != nil {
		return backup.Content{}, err
	}
	content, err := backup.Restore(ctx, in, at.dir, code, at.keys)
	if err != nil {
		return content, errors.Join(err, b.abandon(at, hold))
	}
	store, err := b.open(ctx, at.dir, at.keys)
	if err != nil {
		return content, errors.Join(err, release(hold))
	}
	h := b.newHouse(store, at)
	if err := b.settle(ctx, at, hold, h); err != nil {
		return content, err
	}
	return content, h.Backups.Restored(identity.WithActor(ctx, identity.Operator()), content)
}
