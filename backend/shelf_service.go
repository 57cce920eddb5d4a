package backend

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"yayuan/backend/storage"
	"yayuan/backend/storage/keys"
)

// Shelved is one nursery of this computer, as the sign-in page lists it.
type Shelved struct {
	ID    string
	Name  string
	Open  bool
	There bool // its folder can be reached
}

// Nurseries lists the nurseries of this computer, the data folder's own first.
func (b *Backend) Nurseries() []Shelved {
	list := []Shelved{}
	if !b.shelf.kept() {
		return list
	}
	open := b.place()
	add := func(each shelved) {
		at, _ := b.placeOf(each.ID)
		list = append(list, Shelved{ID: each.ID, Name: each.Name, Open: each.ID == open.id, There: storage.Exists(at.dir)})
	}
	known := b.shelf.read().Nurseries
	own := slices.IndexFunc(known, func(each shelved) bool { return each.ID == mainPlace })
	if storage.Exists(b.cfg.Dir) {
		each := shelved{ID: mainPlace}
		if own >= 0 {
			each = known[own]
		}
		add(each)
	}
	for _, each := range known {
		if each.ID != mainPlace {
			add(each)
		}
	}
	return list
}

// place is the nursery that is open, or would be after the demo.
func (b *Backend) place() place {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.at
}

// Folder is where the open nursery lies, for the shell to show.
func (b *Backend) Folder() string {
	if h := b.House(); h != nil && h.demo {
		return demoDir(b.cfg.Dir)
	}
	return b.place().dir
}

// OpenNursery closes the open nursery and opens another one of the list.
// Nobody is signed in there: sessions stay in their own files.
func (b *Backend) OpenNursery(ctx context.Context, id string) error {
	b.starting.Lock()
	defer b.starting.Unlock()
	if !b.shelf.kept() {
		return oneNursery
	}
	at, known := b.placeOf(id)
	if !known {
		return nurseryGone
	}
	return b.move(ctx, at)
}

// Adopt opens a folder that already holds a nursery and puts it on the list.
// The recovery code is needed when this computer does not have its key. Only
// the window calls it, with a folder that a person chose there.
func (b *Backend) Adopt(ctx context.Context, dir, code string) error {
	b.starting.Lock()
	defer b.starting.Unlock()
	if !b.shelf.kept() {
		return oneNursery
	}
	dir, err := filepath.Abs(dir)
	if err != nil || !storage.Exists(dir) || dir == demoDir(b.cfg.Dir) {
		return notANursery
	}
	at := b.besides(storage.NewID(), dir)
	for _, each := range append(b.shelf.read().Nurseries, shelved{ID: mainPlace, Dir: b.cfg.Dir}) {
		if each.Dir == dir {
			at, _ = b.placeOf(each.ID)
		}
	}
	if code != "" {
		if _, err := keys.Recover(dir, code, at.keys); err != nil {
			return err
		}
	}
	return b.move(ctx, at)
}

// Forget takes a nursery off the list; its files stay where they are.
func (b *Backend) Forget(id string) error {
	b.starting.Lock()
	defer b.starting.Unlock()
	if !b.shelf.kept() {
		return oneNursery
	}
	if id == mainPlace || id == b.place().id {
		return nurseryOpen
	}
	list := b.shelf.read()
	list.Nurseries = slices.DeleteFunc(list.Nurseries, func(each shelved) bool { return each.ID == id })
	return b.shelf.write(list)
}

// move opens the nursery of a place and closes the one before. When anything
// is wrong, what was open stays open.
func (b *Backend) move(ctx context.Context, to place) error {
	if h := b.House(); h != nil && h.Store != nil && !h.demo && b.place().id == to.id {
		return nil
	}
	if !storage.Exists(to.dir) {
		return nurseryGone
	}
	hold, err := b.take(to)
	if err != nil {
		return err
	}
	store, err := b.open(ctx, to.dir, to.keys)
	if err != nil {
		return errors.Join(err, release(hold))
	}
	return b.settle(ctx, to, hold, b.newHouse(store, to))
}

// take locks a folder for this process. The data folder is locked as long as
// the program runs, and the folder of the open nursery as long as it is open.
func (b *Backend) take(at place) (*storage.FolderLock, error) {
	if at.id == mainPlace || (b.hold != nil && b.place().id == at.id) {
		return nil, nil
	}
	return storage.Lock(at.dir)
}

func release(hold *storage.FolderLock) error {
	if hold == nil {
		return nil
	}
	return hold.Release()
}

// settle makes a house of a place the open one and lets the folder before go.
func (b *Backend) settle(ctx context.Context, at place, hold *storage.FolderLock, h *House) error {
	before := b.hold
	same := b.place().id == at.id
	b.mu.Lock()
	b.at = at
	b.mu.Unlock()
	err := b.enter(ctx, h)
	if !same {
		err = errors.Join(err, release(before))
		b.hold = hold
	} else if hold != nil {
		b.hold = hold
	}
	if b.shelf.kept() && err == nil {
		name, nameErr := h.Nursery.Name(ctx)
		err = errors.Join(nameErr, b.shelf.remember(at.id, name, at.dir))
	}
	return err
}

// abandon lets a new place go that came to nothing, and leaves no trace of it.
func (b *Backend) abandon(at place, hold *storage.FolderLock) error {
	err := release(hold)
	if at.id == mainPlace || storage.Exists(at.dir) {
		return err
	}
	_ = os.Remove(filepath.Join(at.dir, storage.LockName))
	_ = os.Remove(at.dir)
	return err
}
