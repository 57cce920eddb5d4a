package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"yayuan/backend/fault"
)

// call runs the program as a script would.
func call(t *testing.T, args ...string) (code int, out, errOut string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(t.Context(), args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func TestFaultsAreOneSentenceAndACode(t *testing.T) {
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	empty := t.TempDir()
	code, _, text := call(t, "export", "MON-1", "--data", empty, "--period", "2026-10", "--template", filepath.Join(empty, "none.xlsx"), "--out", filepath.Join(empty, "o.xlsx"))
	if code != 1 || !strings.Contains(text, "none.xlsx") || strings.Count(text, "\n") != 1 {
		t.Errorf("code %d, %q", code, text)
	}
	for _, args := range [][]string{{}, {"fly"}, {"export", "MON-1"}, {"serve", "--nope"}, {"demo", "--data", empty, "--until", "yesterday"}} {
		if code, _, text := call(t, args...); code != 2 || text == "" {
			t.Errorf("%v: code %d, %q", args, code, text)
		}
	}
}

func TestVersionForScripts(t *testing.T) {
	code, out, _ := call(t, "version", "--json")
	var answer map[string]string
	if err := json.Unmarshal([]byte(out), &answer); err != nil || code != 0 || answer["version"] == "" {
		t.Errorf("code %d, %q, %v", code, out, err)
	}
}

func TestADemoIsWrittenOnceAndGivesTheSameContent(t *testing.T) {
	figures := func(dir string) string {
		demo := []string{"demo", "--data", dir, "--key-file", dir + ".key", "--children", "12", "--days", "3", "--seed", "5", "--until", "2026-11-20"}
		if code, _, text := call(t, demo...); code != 0 {
			t.Fatal(text)
		}
		if code, _, text := call(t, demo...); code != 1 || text == "" {
			t.Errorf("a second demo in the same folder: %d %q", code, text)
		}
		template := filepath.Join("..", "..", "filing", "testdata", "c_基本情况月报表.xlsx")
		code, out, text := call(t, "export", "MON-1", "--json", "--data", dir, "--key-file", dir+".key", "--period", "2026-11",
			"--clock", "2026-11-23T09:00:00+08:00", "--template", template, "--out", dir+".xlsx")
		if code != 0 {
			t.Fatal(text)
		}
		var answer struct{ SHA256 string }
		if err := json.Unmarshal([]byte(out), &answer); err != nil {
			t.Fatal(err)
		}
		return answer.SHA256
	}
	dir := t.TempDir()
	if a, b := figures(filepath.Join(dir, "a")), figures(filepath.Join(dir, "b")); a != b {
		t.Errorf("the same demo filed two different returns: %s and %s", a, b)
	}
}

func TestEverySentenceOfTheProgram(t *testing.T) {
	for _, code := range fault.Codes() {
		if strings.HasPrefix(code, "cli.") && (fault.Sentences("zh")[code] == "" || fault.Sentences("en")[code] == "") {
			t.Errorf("%s has no sentence", code)
		}
	}
}
