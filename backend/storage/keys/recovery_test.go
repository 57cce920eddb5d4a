package keys_test

import (
	"bytes"
	"strings"
	"testing"

	"yayuan/backend/storage/keys"
)

func TestRecoveryCodeOpensTheKeyElsewhere(t *testing.T) {
	home(t)
	dir := t.TempDir()
	made, err := keys.Create(dir, keys.Options{Keychain: working()})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Split(made.RecoveryCode, "-"); len(got) != 5 || len(got[0]) != 5 {
		t.Fatalf("hard to read: %s", made.RecoveryCode)
	}
	elsewhere := working()
	typed := " " + strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(made.RecoveryCode, "-", " "), "0", "o"))
	found, err := keys.Recover(dir, typed, keys.Options{Keychain: elsewhere})
	if err != nil || !bytes.Equal(found.Key, made.Key) {
		t.Fatal(err)
	}
	opened, err := keys.Open(dir, keys.Options{Keychain: elsewhere})
	if err != nil || !bytes.Equal(opened.Key, made.Key) {
		t.Fatal("the next day:", err)
	}
}

func TestEveryMistypedCodeIsFound(t *testing.T) {
	const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	home(t)
	dir := t.TempDir()
	made, err := keys.Create(dir, keys.Options{Keychain: working()})
	if err != nil {
		t.Fatal(err)
	}
	refused := func(typed string) {
		t.Helper()
		if _, err := keys.Recover(dir, typed, keys.Options{Keychain: working()}); code(err) != "keys.mistyped_code" {
			t.Errorf("%s for %s: %v", typed, made.RecoveryCode, err)
		}
	}
	right := []byte(strings.ReplaceAll(made.RecoveryCode, "-", ""))
	for at := range right {
		for i := range len(symbols) {
			if wrong := bytes.Clone(right); wrong[at] != symbols[i] {
				wrong[at] = symbols[i]
				refused(string(wrong))
			}
		}
		for other := at + 1; other < len(right)-1; other++ {
			if wrong := bytes.Clone(right); wrong[at] != wrong[other] {
				wrong[at], wrong[other] = wrong[other], wrong[at]
				refused(string(wrong))
			}
		}
	}
	refused(string(right[:24]))
	refused("")
}

func TestAnotherNurserysCode(t *testing.T) {
	home(t)
	dir, other := t.TempDir(), t.TempDir()
	if _, err := keys.Create(dir, keys.Options{Keychain: working()}); err != nil {
		t.Fatal(err)
	}
	theirs, err := keys.Create(other, keys.Options{Keychain: working()})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := keys.Recover(dir, theirs.RecoveryCode, keys.Options{Keychain: working()}); code(err) != "keys.wrong_code" {
		t.Errorf("%v", err)
	}
	ring, err := keys.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ring.Identity(theirs.Key); code(err) != "keys.other_ring" {
		t.Errorf("their key opens our backups: %v", err)
	}
}
