// Package backend opens a data folder and wires the areas on it: one
// http.Handler, the door, that serves the window, the headless server and the
// tests.
package backend

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"yayuan/backend/storage"
	"yayuan/backend/version"
	"yayuan/backend/web"
)

// Config is what the program around decides.
type Config struct {
	Dir     string           // the data folder; may be empty or missing before the first start
	KeyFile string           // explicit key file, else keychain or the user's own key folder
	Clock   func() time.Time // time.Now when nil
	Log     *slog.Logger     // nothing when nil
	Version string           // of the program, version.Text when empty
	Shelf   string           // file that lists the nurseries of this computer; empty: this data folder alone
	Looks   <-chan time.Time // when to look whether the day's backup is due; every ten minutes when nil
}

// Backend is a data folder being served. The nursery and the demo lie in
// files of their own; one of them is open at a time.
type Backend struct {
	Handler http.Handler

	cfg      Config
	lock     *storage.FolderLock
	shelf    shelf
	hold     *storage.FolderLock // of the open nursery when it lies elsewhere
	mu       sync.RWMutex
	at       place      // where the open nursery lies, or the one behind the demo
	starting sync.Mutex // one first start, demo or switch at a time
	house    *House     // nil before the first start
}

// Open locks the data folder and opens the nursery that was open last, or the
// folder's own, if there is one.
func Open(ctx context.Context, cfg Config) (*Backend, error) {
	if cfg.Clock == nil {
		cfg.Clock = time.Now
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.NewTextHandler(io.Discard, nil))
	}
	if cfg.Version == "" {
		cfg.Version = version.Text
	}
	lock, err := storage.Lock(cfg.Dir)
	if err != nil {
		return nil, err
	}
	b := &Backend{cfg: cfg, lock: lock, shelf: shelf{cfg.Shelf}}
	b.Handler = http.HandlerFunc(b.serve)
	b.at = b.mainFolder()
	if b.openLast(ctx) {
		return b, nil
	}
	if storage.Exists(cfg.Dir) {
		store, err := b.open(ctx, cfg.Dir, b.at.keys)
		if err != nil {
			return nil, errors.Join(err, lock.Release())
		}
		if err := b.settle(ctx, b.at, nil, b.newHouse(store, b.at)); err != nil {
			return nil, errors.Join(err, b.Close(ctx))
		}
		return b, nil
	}
	return b, b.enter(ctx, nil)
}

// openLast opens the nursery that was open last when it lies elsewhere. One
// that cannot be opened now, as on a stick that was taken out, does not keep
// the program from starting: the list shows it.
func (b *Backend) openLast(ctx context.Context) bool {
	if !b.shelf.kept() {
		return false
	}
	last, known := b.placeOf(b.shelf.read().Last)
	if !known || last.id == mainPlace {
		return false
	}
	if err := b.move(ctx, last); err != nil {
		b.cfg.Log.Warn("last nursery not opened", "err", err)
		return false
	}
	return true
}

// House is the open nursery, nil before the first start.
func (b *Backend) House() *House {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.house
}

// enter makes a house the open one; the one before is closed.
func (b *Backend) enter(ctx context.Context, next *House) error {
	door := b.door(next)
	b.mu.Lock()
	before := b.house
	if next == nil {
		next = &House{handler: door}
	}
	next.handler, next.stop = door, b.backUpDaily(next)
	b.house = next
	b.mu.Unlock()
	var err error
	if next.Store != nil {
		err = errors.Join(next.Rules.Seed(ctx), next.Requirements.Seed(ctx))
	}
	return errors.Join(err, b.shut(ctx, before))
}

// door builds the routes of a house; without one only the first start's.
func (b *Backend) door(h *House) http.Handler {
	cfg := web.Config{Version: b.cfg.Version, Log: b.cfg.Log}
	if h == nil {
		cfg.Authenticate = func(ctx context.Context, _, _ string) context.Context { return ctx }
		cfg.Actor = func(context.Context) string { return "" }
	} else {
		cfg.Authenticate, cfg.Actor, cfg.Once = h.authenticate(b.cfg.Log), actorID, h.once
	}
	door := web.NewDoor(cfg)
	b.registerStart(door)
	b.registerRestore(door)
	if h != nil {
		b.registerPlaces(door)
		h.register(door)
	}
	return door.Handler()
}

func (b *Backend) serve(w http.ResponseWriter, r *http.Request) {
	b.mu.RLock()
	handler := b.house.handler
	b.mu.RUnlock()
	handler.ServeHTTP(w, r)
}

// Document is the OpenAPI document of every route.
func Document() ([]byte, error) {
	b := &Backend{cfg: Config{Version: "1", Log: slog.New(slog.NewTextHandler(io.Discard, nil))}}
	door := web.NewDoor(web.Config{Version: "1", Log: b.cfg.Log})
	b.registerStart(door)
	b.registerRestore(door)
	b.registerPlaces(door)
	b.newHouse(nil, place{}).register(door)
	return door.OpenAPI()
}

// Close closes what is open, with a backup of what was written, and lets the
// folder go.
func (b *Backend) Close(ctx context.Context) error {
	b.mu.Lock()
	before := b.house
	b.house = &House{handler: http.NotFoundHandler()}
	b.mu.Unlock()
	return errors.Join(b.shut(ctx, before), release(b.hold), b.lock.Release())
}
