package backend

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"yayuan/backend/fault"
	"yayuan/backend/storage"
	"yayuan/backend/storage/keys"
)

// place is where one nursery lies and how its key is kept.
type place struct {
	id   string // mainPlace, or the key of the shelf
	dir  string
	keys keys.Options
	demo bool
}

// mainPlace is the data folder itself.
const mainPlace = "main"

// shelf is the list of the nurseries of one computer: what they are called and
// where they lie, and nothing about people. It is a convenience: a list that is
// lost or broken costs no data.
type shelf struct{ path string }

type shelved struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Dir  string `json:"dir"`
}

type shelfList struct {
	Last      string    `json:"last"`
	Nurseries []shelved `json:"nurseries"`
}

var (
	oneNursery    = fault.Define(fault.Conflict, "start.one_nursery")
	nurseryGone   = fault.Define(fault.NotFound, "start.nursery_gone")
	notANursery   = fault.Define(fault.Invalid, "start.not_a_nursery")
	nurseryOpen   = fault.Define(fault.Conflict, "start.nursery_open")
	shelfUnwriten = fault.Define(fault.Unavailable, "start.shelf_unwritten")
)

// kept tells whether this computer may hold several nurseries.
func (s shelf) kept() bool { return s.path != "" }

func (s shelf) read() shelfList {
	var list shelfList
	if raw, err := os.ReadFile(s.path); err != nil || json.Unmarshal(raw, &list) != nil {
		return shelfList{}
	}
	return list
}

// write replaces the list whole.
func (s shelf) write(list shelfList) error {
	raw, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return shelfUnwriten.Because(err)
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return shelfUnwriten.Because(err)
	}
	beside := s.path + ".part"
	if err := os.WriteFile(beside, append(raw, '\n'), 0o600); err != nil {
		return shelfUnwriten.Because(err)
	}
	if err := os.Rename(beside, s.path); err != nil {
		return shelfUnwriten.Because(err)
	}
	return nil
}

// remember puts a nursery on the list, or its name right, as the last one.
func (s shelf) remember(id, name, dir string) error {
	list := s.read()
	list.Last = id
	at := slices.IndexFunc(list.Nurseries, func(each shelved) bool { return each.ID == id })
	if at < 0 {
		list.Nurseries = append(list.Nurseries, shelved{})
		at = len(list.Nurseries) - 1
	}
	list.Nurseries[at] = shelved{ID: id, Name: name, Dir: dir}
	return s.write(list)
}

// mainFolder is the place of the data folder itself.
func (b *Backend) mainFolder() place {
	return place{id: mainPlace, dir: b.cfg.Dir, keys: keys.Options{KeyFile: b.cfg.KeyFile}}
}

// besides is another place; a key file that was named for the main folder is
// never shared: each nursery has a key of its own.
func (b *Backend) besides(id, dir string) place {
	at := place{id: id, dir: dir}
	if b.cfg.KeyFile != "" {
		at.keys.KeyFile = b.cfg.KeyFile + "." + id
	}
	return at
}

func (b *Backend) demoFolder() place {
	return place{dir: demoDir(b.cfg.Dir), keys: b.demoKeys(), demo: true}
}

// placeOf finds a nursery of the list.
func (b *Backend) placeOf(id string) (place, bool) {
	if id == mainPlace {
		return b.mainFolder(), true
	}
	for _, each := range b.shelf.read().Nurseries {
		if each.ID == id {
			return b.besides(id, each.Dir), true
		}
	}
	return place{}, false
}

// newPlace is a folder below the data folder that does not exist yet. Its name
// is Latin: Chinese paths trip other people's backup tools.
func (b *Backend) newPlace() place {
	if !storage.Exists(b.cfg.Dir) {
		return b.mainFolder()
	}
	for n := 2; ; n++ {
		id := "nursery-" + strconv.Itoa(n)
		dir := filepath.Join(b.cfg.Dir, "nurseries", id)
		_, err := os.Stat(dir)
		if _, listed := b.placeOf(id); !listed && os.IsNotExist(err) {
			return b.besides(id, dir)
		}
	}
}
