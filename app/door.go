package app

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"yayuan/backend/fault"
)

// door routes what the page asks: /api to the backend, /shell to the desktop,
// all else to the page's own files.
type door struct {
	places  places
	version string
	log     *slog.Logger
	api     http.Handler  // nil when the data could not be opened
	failure *failure      // why not
	folder  func() string // where the open nursery lies; nil when nothing is open
	adopt   func(ctx context.Context, dir, code string) error
	probe   *probe // the smoke test, nil otherwise

	assets http.Handler

	mu     sync.Mutex
	native native
	ready  chan struct{}   // closed when native is there
	saved  map[string]bool // files that this window wrote and may show again
	chosen string          // the folder that a recovery code is being asked for
}

func newDoor(p places, version string, log *slog.Logger, probe *probe) *door {
	return &door{places: p, version: version, log: log, probe: probe,
		ready: make(chan struct{}), saved: map[string]bool{}}
}

type windowKey struct{}

// fromWindow says whether a request came from the window itself: addresses and
// lengths that webviews report mean nothing, so the mark is made here.
func fromWindow(ctx context.Context) bool {
	is, _ := ctx.Value(windowKey{}).(bool)
	return is
}

// middleware is the outermost handler of the window's asset server.
func (d *door) middleware(assets http.Handler) http.Handler {
	d.assets = assets
	return d
}

// home is the data folder of the open nursery.
func (d *door) home() string {
	if d.folder == nil {
		return d.places.data
	}
	return d.folder()
}

// backups is where its backups lie.
func (d *door) backups() string { return filepath.Join(d.home(), "backups") }

// ServeHTTP never panics: a panic here would end the program.
func (d *door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if p := recover(); p != nil {
			d.log.Error("panic", "panic", p, "stack", string(debug.Stack()))
			writeFault(w, failed)
		}
	}()
	// The page's address in the window; a development server has another one.
	if r.Host == "wails" || r.Host == "wails.localhost" {
		r = r.WithContext(context.WithValue(r.Context(), windowKey{}, true))
	}
	switch {
	case strings.HasPrefix(r.URL.Path, "/shell/"):
		d.shell(w, r)
	case d.failure != nil:
		d.failure.ServeHTTP(w, r)
	case r.URL.Path == "/api" || strings.HasPrefix(r.URL.Path, "/api/"):
		d.api.ServeHTTP(w, r)
	default:
		d.assets.ServeHTTP(w, r)
	}
}

// shell answers the desktop's own calls and logs them as the backend logs its.
func (d *door) shell(w http.ResponseWriter, r *http.Request) {
	start, status, route := time.Now(), http.StatusOK, "(unknown)"
	call, known := shellCalls[r.Method+" "+r.URL.Path]
	if known {
		route = r.Method + " " + r.URL.Path
	}
	answer, err := d.answer(call, r)
	w.Header().Set("Cache-Control", "no-store")
	if err != nil {
		f, ok := fault.As(err)
		if !ok {
			f = failed.Because(err)
		}
		if cause := f.Unwrap(); cause != nil {
			d.log.Warn("refused", "route", route, "code", f.Code, "cause", withoutPaths(cause))
		}
		status = writeFault(w, f)
	} else {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(answer)
	}
	d.log.Info("request", "route", route, "status", status, "ms", time.Since(start).Milliseconds())
}

func (d *door) answer(call shellCall, r *http.Request) (any, error) {
	if !fromWindow(r.Context()) {
		return nil, notWindow
	}
	if call == nil {
		return nil, noCall
	}
	desk, err := d.desk()
	if err != nil {
		return nil, err
	}
	return call(d, desk, r)
}

// desk waits for the window: a quick page may ask before start-up is through.
func (d *door) desk() (native, error) {
	select {
	case <-d.ready:
		d.mu.Lock()
		defer d.mu.Unlock()
		return d.native, nil
	case <-time.After(10 * time.Second):
		return nil, failed
	}
}

// attach hands over the desktop once the window exists.
func (d *door) attach(n native) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.native == nil {
		d.native = n
		close(d.ready)
	}
}

var statusOf = map[fault.Kind]int{
	fault.Invalid:     http.StatusUnprocessableEntity,
	fault.Forbidden:   http.StatusForbidden,
	fault.NotFound:    http.StatusNotFound,
	fault.Conflict:    http.StatusConflict,
	fault.TooLarge:    http.StatusRequestEntityTooLarge,
	fault.Locked:      http.StatusLocked,
	fault.Unavailable: http.StatusInternalServerError,
}

// writeFault answers with problem+json in the shape of the backend's door.
func writeFault(w http.ResponseWriter, f *fault.Fault) int {
	args := f.Args
	if args == nil {
		args = map[string]any{}
	}
	part := map[string]any{"code": f.Code, "field": f.Field, "args": args}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(statusOf[f.Kind])
	_ = json.NewEncoder(w).Encode(map[string]any{
		"status": statusOf[f.Kind], "code": f.Code, "field": f.Field, "args": args, "faults": []any{part},
	})
	return statusOf[f.Kind]
}
