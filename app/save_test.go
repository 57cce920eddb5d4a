package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yayuan/backend/fault"
)

func TestFileNames(t *testing.T) {
	for header, want := range map[string]string{
		"%E5%84%BF%E7%AB%A5%E5%90%8D%E5%86%8C.xlsx": "儿童名册.xlsx",
		"plain.csv":              "plain.csv",
		"..%2F..%2Fetc%2Fpasswd": ".._.._etc_passwd",
		"C:\\a\\b.xlsx":          "C__a_b.xlsx",
		"a%00b%0A.xlsx":          "ab.xlsx",
		"name.xlsx.%20":          "name.xlsx",
		"%zz":                    "",
		"":                       "",
		"..":                     "",
		"%2F":                    "",
	} {
		if got := fileName(header); got != want {
			t.Errorf("%q: %q, want %q", header, got, want)
		}
	}
}

func TestSavingReplacesWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xlsx")
	for _, text := range []string{"first and longer", "second"} {
		if err := writeAtomically(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if raw, err := os.ReadFile(path); err != nil || string(raw) != text {
			t.Fatalf("%q %v", raw, err)
		}
	}
	onlyFile(t, path)
}

func TestAFailedSaveLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "taken")
	if err := os.MkdirAll(filepath.Join(path, "inside"), 0o700); err != nil {
		t.Fatal(err)
	}
	err := writeAtomically(path, []byte("x"), 0o600)
	if err == nil {
		t.Fatal("a folder was overwritten")
	}
	if f := saveFault(err); f.Code != "shell.save_failed" && f.Code != "shell.save_denied" {
		t.Error(f.Code)
	}
	onlyFile(t, path)
	if f := saveFault(os.ErrPermission); f.Code != "shell.save_denied" {
		t.Error(f.Code)
	}
}

func onlyFile(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 || entries[0].Name() != filepath.Base(path) {
		t.Errorf("left behind: %v %v", entries, err)
	}
}

func TestEveryFaultHasItsSentences(t *testing.T) {
	known := map[string]bool{}
	for _, code := range fault.Codes() {
		known[code] = true
	}
	for _, language := range []string{"zh", "en"} {
		for code := range known {
			if fault.Sentences(language)[code] == "" {
				t.Errorf("%s has no sentence in %s", code, language)
			}
		}
		for code := range fault.Sentences(language) {
			if strings.HasPrefix(code, "shell.") && !known[code] {
				t.Errorf("%s has a sentence for %s, which nobody defines", language, code)
			}
		}
	}
}
