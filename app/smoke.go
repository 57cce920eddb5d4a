package app

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// smokeLimit is for all of it: start, report and a clean close.
const smokeLimit = 60 * time.Second

//go:embed smoke.js
var smokeScript string

// probe is the self-test of the window: the page looks at itself, writes and
// reads one record through the same door as always, and reports.
type probe struct {
	once   sync.Once
	report chan outcome
}

// outcome is one sentence and whether it is good news.
type outcome struct {
	OK       bool   `json:"ok"`
	Sentence string `json:"sentence"`
}

func newProbe() *probe { return &probe{report: make(chan outcome, 1)} }

// start is called at each paint of a page; only the first one counts.
func (p *probe) start(d *door) {
	p.once.Do(func() { d.withDesk(func(desk native) { desk.run(smokeScript) }) })
}

// tell keeps the first outcome.
func (p *probe) tell(o outcome) {
	select {
	case p.report <- o:
	default:
	}
}

// smoke takes the page's report and closes the window.
func (d *door) smoke(desk native, r *http.Request) (any, error) {
	if d.probe == nil {
		return nil, noCall
	}
	var o outcome
	if err := json.NewDecoder(io.LimitReader(r.Body, 1<<16)).Decode(&o); err != nil {
		return nil, err
	}
	d.probe.tell(o)
	time.AfterFunc(100*time.Millisecond, desk.quit) // after this answer has left
	return done{Done: true}, nil
}

// runSmoke tests the window on an empty folder that is gone afterwards; nothing
// of the person's own settings, keychain or data is touched.
func runSmoke(o flags, version string) int {
	dir, err := os.MkdirTemp("", "yayuan-smoke-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	o.data, o.keyFile = filepath.Join(dir, "data"), filepath.Join(dir, "key")
	for _, place := range []string{"XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"} {
		if err := os.Setenv(place, filepath.Join(dir, place)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	p, begun := newProbe(), time.Now()
	limit := time.AfterFunc(smokeLimit, func() {
		p.tell(outcome{Sentence: fmt.Sprintf("the window did not report within %v", smokeLimit)})
		os.Exit(p.verdict(1, dir, begun))
	})
	defer limit.Stop()
	return p.verdict(open(o, version, p), dir, begun)
}

// verdict clears up, prints one sentence and gives the exit code.
func (p *probe) verdict(code int, dir string, begun time.Time) int {
	_ = os.RemoveAll(dir)
	p.tell(outcome{Sentence: "the window closed before it reported"})
	o := <-p.report
	switch {
	case !o.OK:
		fmt.Fprintln(os.Stderr, "smoke: failed: "+o.Sentence)
	case code != 0:
		fmt.Fprintln(os.Stderr, "smoke: failed: the program did not close cleanly")
	default:
		fmt.Printf("smoke: %s (%.1f s)\n", o.Sentence, time.Since(begun).Seconds())
		return 0
	}
	return 1
}
