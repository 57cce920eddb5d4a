package main

import (
	"crypto/sha256"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yayuan/backend"
)

// answerOf runs a command for its JSON.
func answerOf(t *testing.T, args ...string) map[string]any {
	t.Helper()
	code, out, text := call(t, append(args, "--json")...)
	if code != 0 {
		t.Fatalf("%v: %s", args, text)
	}
	answer := map[string]any{}
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

// digest of every file of a folder but the lock, which every look takes.
func digest(t *testing.T, dir string) map[string][32]byte {
	t.Helper()
	all := map[string][32]byte{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		all[path] = sha256.Sum256(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestBackupVerifyRestoreFromAScript(t *testing.T) {
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	dir := t.TempDir()
	data, key, stick, codeFile := filepath.Join(dir, "data"), filepath.Join(dir, "a.key"), filepath.Join(dir, "stick.yayuan"), filepath.Join(dir, "code.txt")
	demo := answerOf(t, "demo", "--data", data, "--key-file", key, "--children", "8", "--days", "2", "--until", "2026-11-20")
	if err := os.WriteFile(codeFile, []byte(demo["recoveryCode"].(string)+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	here := []string{"--data", data, "--key-file", key}
	made := answerOf(t, append([]string{"backup"}, here...)...)
	if made["checked"] != true || filepath.Dir(made["file"].(string)) != filepath.Join(data, "backups") {
		t.Errorf("%v", made)
	}
	answerOf(t, append([]string{"backup", "--out", stick}, here...)...)
	if code, _, text := call(t, append([]string{"backup", "--out", stick}, here...)...); code != 1 || !strings.Contains(text, "已经存在") {
		t.Errorf("over a file that is there: %d %q", code, text)
	}
	answerOf(t, append([]string{"verify", stick}, here...)...)
	if answer := answerOf(t, "verify", stick, "--recovery-code-file", codeFile); answer["whole"] != true {
		t.Errorf("%v", answer)
	}

	elsewhere := filepath.Join(dir, "elsewhere")
	there := []string{"restore", stick, "--data", elsewhere, "--key-file", filepath.Join(dir, "b.key"), "--recovery-code-file", codeFile}
	answerOf(t, there...)
	before := digest(t, elsewhere)
	if code, _, text := call(t, there...); code != 1 || !strings.Contains(text, "没有任何改动") {
		t.Errorf("over a nursery: %d %q", code, text)
	}
	after := digest(t, elsewhere)
	if len(before) != len(after) {
		t.Errorf("%d files before, %d after", len(before), len(after))
	}
	for path, sum := range before {
		if after[path] != sum {
			t.Errorf("%s was changed", path)
		}
	}
	answerOf(t, "export", "REG-CHILD", "--data", elsewhere, "--key-file", filepath.Join(dir, "b.key"), "--period", "2026-11",
		"--template", filepath.Join("..", "..", "filing", "testdata", "a_在托婴幼儿花名册.xlsx"), "--out", filepath.Join(dir, "out.xlsx"))
}

func TestARestoreAsksForTheCode(t *testing.T) {
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	dir := t.TempDir()
	data, key, stick := filepath.Join(dir, "data"), filepath.Join(dir, "a.key"), filepath.Join(dir, "stick.yayuan")
	demo := answerOf(t, "demo", "--data", data, "--key-file", key, "--children", "3", "--days", "1", "--until", "2026-11-20")
	answerOf(t, "backup", "--out", stick, "--data", data, "--key-file", key)
	target := filepath.Join(dir, "target")
	args := []string{stick, "--data", target, "--key-file", filepath.Join(dir, "b.key")}
	for typed, want := range map[string]string{"": "keys.mistyped_code", "00000-00000-00000-00000-00000\n": "keys.wrong_code"} {
		p := &program{in: strings.NewReader(typed), out: &strings.Builder{}, err: &strings.Builder{}}
		if err := restore(t.Context(), p, args); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", typed, err)
		}
	}
	p := &program{in: strings.NewReader(demo["recoveryCode"].(string) + "\n"), out: &strings.Builder{}, err: &strings.Builder{}}
	if err := restore(t.Context(), p, args); err != nil {
		t.Fatal(err)
	}
}

func TestABackupWhileTheWindowIsOpenSaysSo(t *testing.T) {
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	dir := t.TempDir()
	b, err := backend.Open(t.Context(), backend.Config{Dir: dir, KeyFile: dir + ".key"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = b.Close(t.Context()) }()
	code, _, text := call(t, "backup", "--data", dir, "--key-file", dir+".key")
	if code != 1 || !strings.Contains(text, "已经在另一个窗口") {
		t.Errorf("%d %q", code, text)
	}
}
