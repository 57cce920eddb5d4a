package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLogsRotateBySizeAndKeepSome(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.log")
	r, err := openRotating(path, 100, 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"one", "two", "three", "four"} {
		line := word + strings.Repeat(".", 80) + "\n"
		if n, err := r.Write([]byte(line)); err != nil || n != len(line) {
			t.Fatal(n, err)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	for name, word := range map[string]string{path: "four", path + ".1": "three", path + ".2": "two"} {
		raw, err := os.ReadFile(name)
		if err != nil || !bytes.HasPrefix(raw, []byte(word)) || bytes.Count(raw, []byte("\n")) != 1 {
			t.Errorf("%s: %q %v", filepath.Base(name), raw, err)
		}
	}
	if _, err := os.Stat(path + ".3"); err == nil {
		t.Error("more old logs than asked for")
	}
}

func TestALogGoesOnAfterARestart(t *testing.T) {
	dir := t.TempDir()
	for range 2 {
		l, err := openLogs(dir)
		if err != nil {
			t.Fatal(err)
		}
		l.logger().Info("start")
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	raw, err := os.ReadFile(filepath.Join(dir, "yayuan.log"))
	if err != nil || bytes.Count(raw, []byte(`"msg":"start"`)) != 2 {
		t.Errorf("%s %v", raw, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "crash.log")); err != nil {
		t.Error(err)
	}
}
