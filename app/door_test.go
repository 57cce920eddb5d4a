package app

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"yayuan/backend/fault"
)

// desk is the desktop of the tests.
type desk struct {
	answers  []string // of the save dialog, in turn
	asked    []string
	revealed []string
	printed  int
	scripts  []string
	left     chan bool
}

func (d *desk) askWhere(_, name string) (string, error) {
	d.asked = append(d.asked, name)
	answer := d.answers[0]
	d.answers = d.answers[1:]
	return answer, nil
}

func (d *desk) askFolder(string) (string, error) { return d.askWhere("", "") }

func (d *desk) reveal(path string, isFile bool) error {
	kind := "folder "
	if isFile {
		kind = "file "
	}
	d.revealed = append(d.revealed, kind+path)
	return nil
}
func (d *desk) print()            { d.printed++ }
func (d *desk) run(script string) { d.scripts = append(d.scripts, script) }
func (d *desk) quit()             { d.left <- true }

// opened gives a door on a backend and a page that say who they are.
func opened(t *testing.T, desk *desk) (*door, *bytes.Buffer) {
	t.Helper()
	logged := &bytes.Buffer{}
	dir := t.TempDir()
	d := newDoor(places{data: dir, backups: dir + "/backups", logs: dir + "/logs"}, "1.2.3", slog.New(slog.NewTextHandler(logged, nil)), nil)
	d.api = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/api/panic" {
			panic("secret name")
		}
		if !fromWindow(r.Context()) {
			t.Error("the backend does not learn that the window asks")
		}
		_, _ = io.WriteString(w, "backend")
	})
	d.middleware(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "page") }))
	if desk != nil {
		d.attach(desk)
	}
	return d, logged
}

func ask(d *door, method, path, body string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://wails"+path, strings.NewReader(body))
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	d.ServeHTTP(w, r)
	return w
}

func TestOneDoor(t *testing.T) {
	d, _ := opened(t, &desk{})
	for path, want := range map[string]string{
		"/api": "backend", "/api/today": "backend", "/": "page", "/assets/a.js": "page", "/apiary": "page", "/shellfish": "page",
	} {
		if got := ask(d, "GET", path, "").Body.String(); got != want {
			t.Errorf("%s went to %q, want %q", path, got, want)
		}
	}
}

func TestAPanicDoesNotEndTheProgram(t *testing.T) {
	d, _ := opened(t, &desk{})
	w := ask(d, "GET", "/api/panic", "")
	if w.Code != 500 || codeOf(t, w) != "shell.failed" || strings.Contains(w.Body.String(), "secret") {
		t.Error(w.Code, w.Body)
	}
}

func TestOnlyTheWindowMayUseTheDesktop(t *testing.T) {
	d, _ := opened(t, &desk{})
	for call := range shellCalls {
		method, path, _ := strings.Cut(call, " ")
		w := httptest.NewRecorder()
		d.ServeHTTP(w, httptest.NewRequest(method, "http://127.0.0.1:8123"+path, nil))
		if w.Code != 403 || codeOf(t, w) != "shell.not_window" {
			t.Error(call, w.Code, w.Body)
		}
	}
}

func TestUnknownCalls(t *testing.T) {
	d, _ := opened(t, &desk{})
	for _, call := range []string{"GET /shell/save", "POST /shell/nothing", "POST /shell/smoke", "GET /shell/"} {
		method, path, _ := strings.Cut(call, " ")
		if w := ask(d, method, path, "{}"); w.Code != 404 || codeOf(t, w) != "shell.no_call" {
			t.Error(call, w.Code, w.Body)
		}
	}
}

func TestWithoutDataThePageSaysWhy(t *testing.T) {
	d, _ := opened(t, &desk{})
	d.failure = failureOf(dataClosed, d.places)
	page := ask(d, "GET", "/", "")
	if !strings.Contains(page.Body.String(), fault.Sentence(dataClosed, "zh")) || !strings.Contains(page.Header().Get("Content-Type"), "text/html") {
		t.Error(page.Body)
	}
	if w := ask(d, "GET", "/api/start", ""); w.Code != 500 || codeOf(t, w) != "shell.data_closed" {
		t.Error(w.Code, w.Body)
	}
	if w := ask(d, "POST", "/shell/open-folder", `{"path":`+quoted(d.places.data)+`}`); w.Code != 200 {
		t.Error(w.Code, w.Body)
	}
}

func codeOf(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	var p struct {
		Status int    `json:"status"`
		Code   string `json:"code"`
		Faults []any  `json:"faults"`
	}
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Status != w.Code || len(p.Faults) != 1 {
		t.Errorf("%s: %v", w.Body, err)
	}
	return p.Code
}

func quoted(s string) string {
	raw, _ := json.Marshal(s)
	return string(raw)
}
