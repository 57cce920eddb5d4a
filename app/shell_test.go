package app

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yayuan/backend/fault"
)

func TestInfo(t *testing.T) {
	d, _ := opened(t, &desk{})
	var in Info
	if err := json.Unmarshal(ask(d, "GET", "/shell/info", "").Body.Bytes(), &in); err != nil {
		t.Fatal(err)
	}
	if in.Version != "1.2.3" || in.DataDir != d.places.data || in.BackupDir != d.places.backups || in.System == "" {
		t.Errorf("%+v", in)
	}
}

func TestSaveAsksWritesAndTellsWhere(t *testing.T) {
	target := filepath.Join(t.TempDir(), "李小雨.xlsx")
	fake := &desk{answers: []string{target}}
	d, logged := opened(t, fake)
	w := ask(d, "POST", "/shell/save", "workbook", "X-File-Name", "%E5%90%8D%E5%86%8C.xlsx")
	if w.Code != 200 || fake.asked[0] != "名册.xlsx" {
		t.Fatal(w.Code, w.Body, fake.asked)
	}
	var saved Saved
	if err := json.Unmarshal(w.Body.Bytes(), &saved); err != nil || saved.Path != target || saved.Cancelled {
		t.Errorf("%+v %v", saved, err)
	}
	if raw, err := os.ReadFile(target); err != nil || string(raw) != "workbook" {
		t.Errorf("%q %v", raw, err)
	}
	if w := ask(d, "POST", "/shell/open-folder", `{"path":`+quoted(target)+`}`); w.Code != 200 || fake.revealed[0] != "file "+target {
		t.Error(w.Code, w.Body, fake.revealed)
	}
	if text := logged.String(); strings.Contains(text, "李小雨") || strings.Contains(text, "名册") || !strings.Contains(text, "POST /shell/save") {
		t.Error("the log holds names, or not the call:", text)
	}
}

func TestSaveCanBeGivenUp(t *testing.T) {
	d, _ := opened(t, &desk{answers: []string{""}})
	w := ask(d, "POST", "/shell/save", "x", "X-File-Name", "a.xlsx")
	if w.Code != 200 || !strings.Contains(w.Body.String(), `"cancelled":true`) {
		t.Error(w.Code, w.Body)
	}
}

func TestSaveAddsTheEndingButOverwritesNothingUnasked(t *testing.T) {
	dir := t.TempDir()
	typed, taken := filepath.Join(dir, "typed"), filepath.Join(dir, "typed.xlsx")
	if err := os.WriteFile(taken, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	fake := &desk{answers: []string{typed, filepath.Join(dir, "other")}}
	d, _ := opened(t, fake)
	if w := ask(d, "POST", "/shell/save", "new", "X-File-Name", "a.xlsx"); w.Code != 200 {
		t.Fatal(w.Code, w.Body)
	}
	if old, _ := os.ReadFile(taken); string(old) != "old" || len(fake.asked) != 2 || fake.asked[1] != "typed.xlsx" {
		t.Errorf("%q %v", old, fake.asked)
	}
	if raw, err := os.ReadFile(filepath.Join(dir, "other.xlsx")); err != nil || string(raw) != "new" {
		t.Errorf("%q %v", raw, err)
	}
}

func TestSaveRefusals(t *testing.T) {
	d, logged := opened(t, &desk{answers: []string{filepath.Join(t.TempDir(), "gone-李小雨", "a.xlsx")}})
	if w := ask(d, "POST", "/shell/save", "x"); w.Code != http.StatusUnprocessableEntity || codeOf(t, w) != "shell.no_name" {
		t.Error(w.Code, w.Body)
	}
	if w := ask(d, "POST", "/shell/save", "x", "X-File-Name", "a.xlsx"); w.Code != 500 || codeOf(t, w) != "shell.save_failed" {
		t.Error(w.Code, w.Body)
	}
	if text := logged.String(); !strings.Contains(text, "shell.save_failed") || strings.Contains(text, "李小雨") {
		t.Error("the log lacks the refusal or names a file:", text)
	}
}

func TestOnlyOwnFoldersOpen(t *testing.T) {
	fake := &desk{}
	d, _ := opened(t, fake)
	for _, path := range []string{"/etc", "", d.places.data + "/..", "/usr/bin/xterm"} {
		if w := ask(d, "POST", "/shell/open-folder", `{"path":`+quoted(path)+`}`); w.Code != 403 || codeOf(t, w) != "shell.unknown_path" {
			t.Error(path, w.Code, w.Body)
		}
	}
	if w := ask(d, "POST", "/shell/open-folder", "not json"); w.Code != 403 {
		t.Error(w.Code)
	}
	if w := ask(d, "POST", "/shell/open-folder", `{"path":`+quoted(d.places.backups)+`}`); w.Code != 500 || codeOf(t, w) != "shell.not_opened" {
		t.Error("a folder that is not there:", w.Code, w.Body)
	}
	if w := ask(d, "POST", "/shell/open-folder", `{"path":`+quoted(d.places.data)+`}`); w.Code != 200 || len(fake.revealed) != 1 {
		t.Error(w.Code, w.Body, fake.revealed)
	}
}

func TestPrint(t *testing.T) {
	fake := &desk{}
	d, _ := opened(t, fake)
	if w := ask(d, "POST", "/shell/print", ""); w.Code != 200 || fake.printed != 1 {
		t.Error(w.Code, fake.printed)
	}
}

func TestTheProbeRunsOnceAndClosesTheWindow(t *testing.T) {
	fake := &desk{left: make(chan bool)}
	d, _ := opened(t, fake)
	d.probe = newProbe()
	d.probe.start(d)
	d.probe.start(d)
	if len(fake.scripts) != 1 {
		t.Fatal("scripts:", len(fake.scripts))
	}
	if w := ask(d, "POST", "/shell/smoke", `{"ok":true,"sentence":"fine"}`); w.Code != 200 {
		t.Fatal(w.Code, w.Body)
	}
	<-fake.left
	silence(t)
	if o := <-d.probe.report; !o.OK || o.Sentence != "fine" {
		t.Errorf("%+v", o)
	}
}

func TestRevealCommands(t *testing.T) {
	for _, c := range []struct {
		system string
		isFile bool
		want   string
	}{
		{"windows", true, "explorer.exe /select, /a/b.xlsx"},
		{"windows", false, "explorer.exe /a/b.xlsx"},
		{"darwin", true, "open -R /a/b.xlsx"},
		{"darwin", false, "open /a/b.xlsx"},
		{"linux", true, "xdg-open /a"},
		{"linux", false, "xdg-open /a/b.xlsx"},
	} {
		got := filepath.ToSlash(strings.Join(revealCommand(c.system, "/a/b.xlsx", c.isFile).Args, " "))
		if got != c.want {
			t.Errorf("%s: %s", c.system, got)
		}
	}
}

func TestAFolderIsChosenInTheWindowAndNowhereElse(t *testing.T) {
	d, logged := opened(t, &desk{answers: []string{"", "/disk/小芽", "/disk/other"}})
	var adopted []string
	d.adopt = func(_ context.Context, dir, code string) error {
		adopted = append(adopted, dir+" "+code)
		if code == "" {
			return fault.Define(fault.Unavailable, "shell.test_key_missing")
		}
		return nil
	}
	if w := ask(d, "POST", "/shell/adopt", `{"code":"a"}`); w.Code != 200 || !strings.Contains(w.Body.String(), `"cancelled":true`) {
		t.Error(w.Code, w.Body)
	}
	if w := ask(d, "POST", "/shell/adopt", `{"path":"/etc"}`); w.Code != 500 || !strings.Contains(w.Body.String(), "test_key_missing") {
		t.Error(w.Code, w.Body)
	}
	if w := ask(d, "POST", "/shell/adopt", `{"code":"12345"}`); w.Code != 200 {
		t.Error(w.Code, w.Body)
	}
	if !slices.Equal(adopted, []string{"/disk/小芽 ", "/disk/小芽 12345"}) {
		t.Errorf("%v", adopted)
	}
	if strings.Contains(logged.String(), "小芽") || strings.Contains(logged.String(), "12345") {
		t.Error("the log holds the folder or the code:", logged)
	}
}

func TestInfoFollowsTheOpenNursery(t *testing.T) {
	d, _ := opened(t, &desk{})
	d.folder = func() string { return "/disk/other" }
	var in Info
	if err := json.Unmarshal(ask(d, "GET", "/shell/info", "").Body.Bytes(), &in); err != nil {
		t.Fatal(err)
	}
	if in.DataDir != "/disk/other" || in.BackupDir != filepath.Join("/disk/other", "backups") {
		t.Errorf("%+v", in)
	}
}
