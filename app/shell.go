package app

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
)

// saveLimit bounds one saved file: a year's workbooks with photos stay far below.
const saveLimit = 256 << 20

type shellCall func(d *door, desk native, r *http.Request) (any, error)

var shellCalls = map[string]shellCall{
	"GET /shell/info":         (*door).info,
	"POST /shell/save":        (*door).save,
	"POST /shell/open-folder": (*door).openFolder,
	"POST /shell/print":       (*door).print,
	"POST /shell/adopt":       (*door).adoptFolder,
	"POST /shell/smoke":       (*door).smoke,
}

// Info is what the page may know of the machine it runs on.
type Info struct {
	Version   string `json:"version"`
	System    string `json:"system"` // windows, darwin or linux
	DataDir   string `json:"dataDir"`
	BackupDir string `json:"backupDir"`
	LogDir    string `json:"logDir"`
}

func (d *door) info(native, *http.Request) (any, error) {
	return Info{Version: d.version, System: runtime.GOOS,
		DataDir: d.home(), BackupDir: d.backups(), LogDir: d.places.logs}, nil
}

// Saved tells where a file went, or that the person closed the dialog.
type Saved struct {
	Path      string `json:"path"`
	Cancelled bool   `json:"cancelled"`
}

// save takes the bytes first and asks then: a page that is closed meanwhile
// must not leave half a file.
func (d *door) save(desk native, r *http.Request) (any, error) {
	name := fileName(r.Header.Get("X-File-Name"))
	if name == "" {
		return nil, noName.At("name")
	}
	data, err := io.ReadAll(io.LimitReader(r.Body, saveLimit+1))
	if err != nil {
		return nil, err
	}
	if len(data) > saveLimit {
		return nil, tooLarge.With("max", saveLimit>>20)
	}
	path, err := where(desk, name)
	if err != nil {
		return nil, err
	}
	if path == "" {
		return Saved{Cancelled: true}, nil
	}
	if err := writeAtomically(path, data, 0o600); err != nil {
		return nil, saveFault(err)
	}
	d.remember(path)
	return Saved{Path: path}, nil
}

// where asks until the name is final: Linux and macOS let a person type it
// without its ending, and the dialog has then not asked about the file that
// the whole name would overwrite.
func where(desk native, name string) (string, error) {
	ask := name
	for {
		path, err := desk.askWhere("保存 "+name, ask)
		if err != nil || path == "" || filepath.Ext(path) != "" {
			return path, err
		}
		path += filepath.Ext(name)
		if _, err := os.Stat(path); os.IsNotExist(err) || filepath.Ext(path) == "" {
			return path, nil
		}
		ask = filepath.Base(path)
	}
}

// openFolder shows what this program itself has written, and nothing else: the
// page must not be a way to start things on the machine.
func (d *door) openFolder(desk native, r *http.Request) (any, error) {
	var in struct {
		Path string `json:"path"`
	}
	if err := json.NewDecoder(io.LimitReader(r.Body, 1<<16)).Decode(&in); err != nil {
		return nil, unknownPath.Because(err)
	}
	isFile := d.wrote(in.Path)
	if !isFile && in.Path != d.home() && in.Path != d.backups() && in.Path != d.places.logs {
		return nil, unknownPath
	}
	if _, err := os.Stat(in.Path); err != nil {
		return nil, notOpened.Because(err)
	}
	if err := desk.reveal(in.Path, isFile); err != nil {
		return nil, notOpened.Because(err)
	}
	return done{Done: true}, nil
}

// Adopted tells whether a folder was opened, or that the person gave up.
type Adopted struct {
	Cancelled bool `json:"cancelled"`
}

// adoptFolder lets a person choose a folder that already holds a nursery. A
// recovery code is for the folder that was chosen just before: the path never
// comes from the page.
func (d *door) adoptFolder(desk native, r *http.Request) (any, error) {
	var in struct {
		Code string `json:"code"`
	}
	if err := json.NewDecoder(io.LimitReader(r.Body, 1<<12)).Decode(&in); err != nil || d.adopt == nil {
		return nil, notOpened.Because(err)
	}
	d.mu.Lock()
	dir := d.chosen
	d.mu.Unlock()
	if in.Code == "" || dir == "" {
		var err error
		if dir, err = desk.askFolder("选择装有芽园数据的文件夹"); err != nil || dir == "" {
			return Adopted{Cancelled: true}, err
		}
	}
	d.mu.Lock()
	d.chosen = dir
	d.mu.Unlock()
	if err := d.adopt(r.Context(), dir, in.Code); err != nil {
		return nil, err
	}
	return Adopted{}, nil
}

func (d *door) print(desk native, _ *http.Request) (any, error) {
	desk.print()
	return done{Done: true}, nil
}

type done struct {
	Done bool `json:"done"`
}

func (d *door) remember(path string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.saved[path] = true
}

func (d *door) wrote(path string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.saved[path]
}

// withoutPaths keeps the reason of a file error and drops its path: people put
// children's names into file names.
func withoutPaths(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Op + ": " + path.Err.Error()
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Op + ": " + link.Err.Error()
	}
	return err.Error()
}
