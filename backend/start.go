package backend

import (
	"context"
	"errors"
	"time"

	"yayuan/backend/demo"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
	"yayuan/backend/storage/keys"
)

// Founding is what the first start asks for.
type Founding struct {
	NurseryName  string
	DirectorName string
	UserName     string
	Password     string
	Another      bool // a further nursery of this computer, in a folder of its own
}

var foundTwice = fault.Define(fault.Conflict, "start.found_twice")

// StartState is what the first page needs to know.
type StartState struct {
	Open       string // none, nursery, demo
	Name       string
	HasNursery bool
	HasDemo    bool
	Several    bool // this computer may hold several
	Nurseries  []Shelved
	Version    string
	Now        time.Time
}

// Start tells what is open and what could be.
func (b *Backend) Start(ctx context.Context) (StartState, error) {
	state := StartState{Open: "none", HasNursery: storage.Exists(b.place().dir), HasDemo: storage.Exists(demoDir(b.cfg.Dir)),
		Several: b.shelf.kept(), Nurseries: b.Nurseries(),
		Version: b.cfg.Version, Now: b.cfg.Clock().UTC()}
	h := b.House()
	if h == nil || h.Store == nil {
		return state, nil
	}
	state.Open = "nursery"
	if h.demo {
		state.Open = "demo"
	}
	var err error
	state.Name, err = h.Nursery.Name(ctx)
	return state, err
}

// Founded is a new nursery with its first session and the recovery code,
// which is shown once and kept nowhere.
type Founded struct {
	Session identity.Session
	Made    keys.Made
	House   *House
}

// prepare locks where a nursery is to come: the data folder, or a new one of
// its own below it.
func (b *Backend) prepare(another bool) (place, *storage.FolderLock, error) {
	at := b.mainFolder()
	if another {
		if !b.shelf.kept() {
			return at, nil, oneNursery
		}
		at = b.newPlace()
	}
	hold, err := b.take(at)
	return at, hold, err
}

// Found sets up the nursery and its director in the data folder. It is open
// to anybody as long as there is no nursery; afterwards only for a further
// one, in a folder of its own.
func (b *Backend) Found(ctx context.Context, f Founding) (Founded, error) {
	b.starting.Lock()
	defer b.starting.Unlock()
	if storage.Exists(b.cfg.Dir) && !f.Another {
		return Founded{}, foundTwice
	}
	if err := checkFounding(f); err != nil {
		return Founded{}, err
	}
	at, hold, err := b.prepare(f.Another)
	if err != nil {
		return Founded{}, err
	}
	store, made, err := b.build(ctx, at, b.cfg.Clock, func(h *House) error {
		_, err := h.Found(ctx, f)
		return err
	})
	if err != nil {
		return Founded{}, errors.Join(err, b.abandon(at, hold))
	}
	h := b.newHouse(store, at)
	if err := b.settle(ctx, at, hold, h); err != nil {
		return Founded{}, err
	}
	session, err := h.Identity.SignIn(ctx, f.UserName, f.Password, "")
	return Founded{Session: session, Made: made, House: h}, err
}

// checkFounding tells what is missing before a key and a file are made.
func checkFounding(f Founding) error {
	return identity.CheckFounding(f.NurseryName, f.DirectorName, f.UserName, f.Password)
}

// Demo opens the demo nursery, made on the first visit, and signs its
// director in.
func (b *Backend) Demo(ctx context.Context) (identity.Session, *House, error) {
	b.starting.Lock()
	defer b.starting.Unlock()
	h := b.House()
	if h == nil || !h.demo {
		var err error
		if h, err = b.demoHouse(ctx); err != nil {
			return identity.Session{}, nil, err
		}
		if err := b.enter(ctx, h); err != nil {
			return identity.Session{}, nil, err
		}
	}
	session, err := h.Identity.SignIn(ctx, demo.UserName, demo.Password, "")
	return session, h, err
}

func (b *Backend) demoHouse(ctx context.Context) (*House, error) {
	at := b.demoFolder()
	if storage.Exists(at.dir) {
		store, err := b.open(ctx, at.dir, at.keys)
		if err != nil {
			return nil, err
		}
		return b.newHouse(store, at), nil
	}
	h, _, err := b.newDemo(ctx, at, demo.Options{Children: 60, Days: 20, Seed: 7, Until: b.today(), Now: b.cfg.Clock()})
	return h, err
}

// Switch goes from the demo back to the nursery before it, or to the first page.
func (b *Backend) Switch(ctx context.Context) error {
	b.starting.Lock()
	defer b.starting.Unlock()
	h := b.House()
	if h == nil || !h.demo {
		return nil
	}
	at := b.place()
	if !storage.Exists(at.dir) {
		return b.enter(ctx, nil)
	}
	return b.move(ctx, at)
}
