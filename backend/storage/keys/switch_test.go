package keys_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"yayuan/backend/storage"
	"yayuan/backend/storage/keys"
)

// locked is a keychain that answers and takes nothing, as one whose owner
// waved the question away.
type locked struct{ chain }

func (*locked) Set(string, string) error { return errors.New("dismissed") }

// filesIn is every file under a folder.
func filesIn(t *testing.T, dir string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func private(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil || (runtime.GOOS != "windows" && info.Mode().Perm() != 0o600) {
		t.Errorf("%s: %v %v", path, info, err)
	}
}

func TestAKeychainThatTakesNothingIsNoKeychain(t *testing.T) {
	own := home(t)
	dir, service := t.TempDir(), &locked{*working()}
	made, err := keys.Create(dir, keys.Options{Keychain: service})
	if err != nil || made.Holder != keys.KeyFile {
		t.Fatalf("%v %v", made.Holder, err)
	}
	if found := filesIn(t, own); len(found) != 1 || found[0] != made.Path {
		t.Fatalf("key files: %v", found)
	}
	private(t, made.Path)
	private(t, filepath.Join(dir, keys.RingName))
	ring, err := keys.Read(dir)
	if err != nil || ring.Holder != keys.KeyFile {
		t.Errorf("the keyring names %s: %v", ring.Holder, err)
	}
}

// TestBesideADatabaseNoKeyIsMade: a new key would take the place of the one
// that the data needs.
func TestBesideADatabaseNoKeyIsMade(t *testing.T) {
	for name, named := range map[string]string{"keychain": "", "named file": filepath.Join(t.TempDir(), "own.key")} {
		t.Run(name, func(t *testing.T) {
			own, dir, service := home(t), t.TempDir(), working()
			if err := os.WriteFile(filepath.Join(dir, storage.FileName), nil, 0o600); err != nil { // even an empty one
				t.Fatal(err)
			}
			opt := keys.Options{KeyFile: named, Keychain: service}
			if _, err := keys.Create(dir, opt); code(err) != "keys.ring_exists" {
				t.Errorf("create: %v", err)
			}
			if _, err := keys.Open(dir, opt); code(err) != "keys.ring_missing" {
				t.Errorf("open: %v", err)
			}
			if found := append(filesIn(t, own), filesIn(t, dir)...); len(found) != 1 || len(service.held) != 0 {
				t.Errorf("made: %v, %d keys in the keychain", found, len(service.held))
			}
			if _, err := os.Stat(named); err == nil {
				t.Error("the named file was made")
			}
		})
	}
}

// TestOpeningLooksNowhereElse: neither a keychain for a key that a file held,
// nor a file for a key that the keychain held.
func TestOpeningLooksNowhereElse(t *testing.T) {
	own := home(t)
	inFile, inChain, service := t.TempDir(), t.TempDir(), working()
	filed, err := keys.Create(inFile, keys.Options{Keychain: &chain{down: true}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := keys.Create(inChain, keys.Options{Keychain: service}); err != nil {
		t.Fatal(err)
	}
	before := len(filesIn(t, own))
	if _, err := keys.Open(inChain, keys.Options{Keychain: &chain{down: true}}); code(err) != "keys.key_missing" {
		t.Errorf("without its keychain: %v", err)
	}
	if err := os.Remove(filed.Path); err != nil {
		t.Fatal(err)
	}
	if _, err := keys.Open(inFile, keys.Options{Keychain: service}); code(err) != "keys.key_missing" {
		t.Errorf("without its file: %v", err)
	}
	if after := len(filesIn(t, own)); after != before-1 || len(service.held) != 1 {
		t.Errorf("%d key files and %d keys in the keychain", after, len(service.held))
	}
}

func TestRecoveringWithoutAKeychainKeepsAFileAndSaysSo(t *testing.T) {
	home(t)
	dir := t.TempDir()
	made, err := keys.Create(dir, keys.Options{Keychain: working()})
	if err != nil {
		t.Fatal(err)
	}
	found, err := keys.Recover(dir, made.RecoveryCode, keys.Options{Keychain: &chain{down: true}})
	if err != nil || found.Holder != keys.KeyFile || !bytes.Equal(found.Key, made.Key) {
		t.Fatalf("%v %v", found.Holder, err)
	}
	private(t, found.Path)
	opened, err := keys.Open(dir, keys.Options{Keychain: working()})
	if err != nil || opened.Holder != keys.KeyFile || !bytes.Equal(opened.Key, made.Key) {
		t.Errorf("the next day: %v %v", opened.Holder, err)
	}
}

func TestRecoveringDoesNotWriteOverAnotherKey(t *testing.T) {
	home(t)
	dir, path := t.TempDir(), filepath.Join(t.TempDir(), "own.key")
	if _, err := keys.Create(t.TempDir(), keys.Options{KeyFile: path}); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	made, err := keys.Create(dir, keys.Options{Keychain: working()})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := keys.Recover(dir, made.RecoveryCode, keys.Options{KeyFile: path}); code(err) != "keys.other_key" {
		t.Errorf("%v", err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("another nursery's key was written over: %v", err)
	}
}
