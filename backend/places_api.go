package backend

import (
	"context"
	"net/http"
	"path/filepath"

	"yayuan/backend/identity"
	"yayuan/backend/storage/keys"
	"yayuan/backend/web"
)

// Places tells where the open nursery's files and its key lie.
type Places struct {
	DataDir string
	Holder  keys.Holder
	KeyPath string // of the key file, empty for the keychain
}

// Places tells the director what has to be kept safe on this computer.
func (b *Backend) Places(ctx context.Context) (Places, error) {
	if err := identity.Require(ctx, identity.ReadKeys); err != nil {
		return Places{}, err
	}
	at := b.place()
	if h := b.House(); h != nil && h.demo {
		at = b.demoFolder()
	}
	dir, opt := at.dir, at.keys
	holder, path, err := keys.Whereabouts(dir, opt)
	if err != nil {
		return Places{}, err
	}
	if path != "" {
		path, err = filepath.Abs(path)
	}
	if err == nil {
		dir, err = filepath.Abs(dir)
	}
	return Places{DataDir: dir, Holder: holder, KeyPath: path}, err
}

type placesJSON struct {
	DataDir  string `json:"dataDir"`
	KeyStore string `json:"keyStore" enum:"keychain,file"`
	KeyPath  string `json:"keyPath" doc:"of the key file where there is no keychain"`
}

func (b *Backend) registerPlaces(door *web.Door) {
	op := web.Op{Method: http.MethodGet, Path: "/api/places", ID: "places", Area: "start", Summary: "Where the data and its key lie"}
	web.Handle(door, op, func(ctx context.Context, _ *struct{}) (*web.Body[placesJSON], error) {
		p, err := b.Places(ctx)
		return web.Answer(placesJSON{DataDir: p.DataDir, KeyStore: string(p.Holder), KeyPath: p.KeyPath}, err)
	})
}
