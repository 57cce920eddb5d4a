package backend

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"yayuan/backend/day"
	"yayuan/backend/demo"
	"yayuan/backend/storage"
	"yayuan/backend/storage/keys"
)

// demoDir is where the demo nursery lies, in files of its own.
func demoDir(dir string) string { return filepath.Join(dir, "demo") }

// demoKeys keeps the demo's key beside the demo: it guards nothing personal.
func (b *Backend) demoKeys() keys.Options {
	return keys.Options{KeyFile: filepath.Join(demoDir(b.cfg.Dir), "demo.key")}
}

func (b *Backend) today() day.Day { return day.Of(b.cfg.Clock()) }

// open opens an existing data folder with the key that its keyring names.
func (b *Backend) open(ctx context.Context, dir string, opt keys.Options) (*storage.Store, error) {
	opened, err := keys.Open(dir, opt)
	if err != nil {
		return nil, err
	}
	return storage.Open(ctx, storage.Options{Dir: dir, Key: opened.Key, Clock: b.cfg.Clock})
}

// build makes a new nursery beside its place and moves it there when it is
// whole: a first start that is cut off leaves nothing behind that would stand
// in the way of the next.
func (b *Backend) build(ctx context.Context, at place, clock func() time.Time, fill func(*House) error) (*storage.Store, keys.Made, error) {
	dir := at.dir
	scratch := filepath.Join(dir, ".founding")
	if err := os.RemoveAll(scratch); err != nil {
		return nil, keys.Made{}, err
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	made, err := keys.Create(scratch, at.keys)
	if err != nil {
		return nil, made, err
	}
	store, err := storage.Create(ctx, storage.Options{Dir: scratch, Key: made.Key, Clock: clock})
	if err != nil {
		return nil, made, err
	}
	err = fill(b.newHouse(store, at))
	if err = errors.Join(err, store.Close()); err != nil {
		return nil, made, err
	}
	// The database comes last: it is what makes the folder a nursery.
	for _, name := range []string{keys.RingName, storage.PhotosName, storage.FileName} {
		err := os.Rename(filepath.Join(scratch, name), filepath.Join(dir, name))
		if err != nil && !(name == storage.PhotosName && errors.Is(err, os.ErrNotExist)) {
			return nil, made, err
		}
	}
	opened, err := storage.Open(ctx, storage.Options{Dir: dir, Key: made.Key, Clock: b.cfg.Clock})
	return opened, made, err
}

// newDemo writes a demo nursery into a folder.
func (b *Backend) newDemo(ctx context.Context, at place, what demo.Options) (*House, keys.Made, error) {
	clock := demo.NewClock(what)
	store, made, err := b.build(ctx, at, clock.Now, func(h *House) error {
		founding := Founding{NurseryName: demo.NurseryName, DirectorName: demo.DirectorName, UserName: demo.UserName, Password: demo.Password}
		director, err := h.Found(ctx, founding)
		if err != nil {
			return err
		}
		areas := demo.Areas{Store: h.Store, Identity: h.Identity, Nursery: h.Nursery, Roster: h.Roster, Consents: h.Consents, Requirements: h.Requirements, Log: h.Log, Director: director}
		return demo.Write(ctx, areas, clock, what)
	})
	if err != nil {
		return nil, made, err
	}
	return b.newHouse(store, at), made, nil
}

// WriteDemo makes a demo nursery as the nursery of an empty folder.
func WriteDemo(ctx context.Context, cfg Config, what demo.Options) (keys.Made, error) {
	b := &Backend{cfg: cfg}
	if storage.Exists(cfg.Dir) {
		return keys.Made{}, foundTwice
	}
	lock, err := storage.Lock(cfg.Dir)
	if err != nil {
		return keys.Made{}, err
	}
	h, made, err := b.newDemo(ctx, b.mainFolder(), what)
	if err == nil {
		err = h.Store.Close()
	}
	return made, errors.Join(err, lock.Release())
}
