package keys_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"

	"yayuan/backend/fault"
	"yayuan/backend/storage"
	"yayuan/backend/storage/keys"
)

// chain is a keychain in memory; down stands for a system without one.
type chain struct {
	held map[string]string
	down bool
}

func (c *chain) Get(id string) (string, error) {
	if c.down {
		return "", errors.New("no such service")
	}
	if secret, ok := c.held[id]; ok {
		return secret, nil
	}
	return "", keyring.ErrNotFound
}

func (c *chain) Set(id, secret string) error {
	if c.down {
		return errors.New("no such service")
	}
	c.held[id] = secret
	return nil
}

func working() *chain { return &chain{held: map[string]string{}} }

// home makes the user's own folders those of the test.
func home(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(name, dir)
	}
	return dir
}

func code(err error) string {
	f, ok := fault.As(err)
	if !ok {
		return ""
	}
	return f.Code
}

func TestKeychainHoldsTheKey(t *testing.T) {
	home(t)
	dir, service := t.TempDir(), working()
	made, err := keys.Create(dir, keys.Options{Keychain: service})
	if err != nil || made.Holder != keys.Keychain || made.Path != "" {
		t.Fatalf("%+v %v", made, err)
	}
	opened, err := keys.Open(dir, keys.Options{Keychain: service})
	if err != nil || !bytes.Equal(opened.Key, made.Key) || opened.Holder != keys.Keychain {
		t.Fatalf("%+v %v", opened, err)
	}
	raw, err := os.ReadFile(filepath.Join(dir, keys.RingName))
	if err != nil || bytes.Contains(raw, made.Key) || strings.Contains(string(raw), made.RecoveryCode) {
		t.Fatal("the keyring gives the key away", err)
	}
}

func TestWithoutAKeychainAFileHoldsTheKey(t *testing.T) {
	own := home(t)
	dir, service := t.TempDir(), &chain{down: true}
	made, err := keys.Create(dir, keys.Options{Keychain: service})
	if err != nil || made.Holder != keys.KeyFile || !strings.HasPrefix(made.Path, own) {
		t.Fatalf("%+v %v", made.Opened, err)
	}
	info, err := os.Stat(made.Path)
	if err != nil || (runtime.GOOS != "windows" && info.Mode().Perm() != 0o600) {
		t.Fatalf("%v %v", info.Mode(), err)
	}
	// A keychain that comes up later is not switched to.
	opened, err := keys.Open(dir, keys.Options{Keychain: working()})
	if err != nil || opened.Holder != keys.KeyFile || !bytes.Equal(opened.Key, made.Key) {
		t.Fatalf("%+v %v", opened, err)
	}
}

func TestALostKeychainIsNotReplaced(t *testing.T) {
	home(t)
	dir := t.TempDir()
	if _, err := keys.Create(dir, keys.Options{Keychain: working()}); err != nil {
		t.Fatal(err)
	}
	for name, service := range map[string]*chain{"empty": working(), "down": {down: true}} {
		if _, err := keys.Open(dir, keys.Options{Keychain: service}); code(err) != "keys.key_missing" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := keys.Create(dir, keys.Options{Keychain: working()}); code(err) != "keys.ring_exists" {
		t.Errorf("a second key: %v", err)
	}
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, storage.FileName), []byte("data"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := keys.Create(other, keys.Options{Keychain: working()}); code(err) != "keys.ring_exists" {
		t.Errorf("a key beside a database: %v", err)
	}
}

func TestNamedKeyFile(t *testing.T) {
	home(t)
	dir, path := t.TempDir(), filepath.Join(t.TempDir(), "keys", "own.key")
	made, err := keys.Create(dir, keys.Options{KeyFile: path, Keychain: working()})
	if err != nil || made.Holder != keys.KeyFile || made.Path != path {
		t.Fatalf("%+v %v", made.Opened, err)
	}
	opened, err := keys.Open(dir, keys.Options{KeyFile: path})
	if err != nil || !bytes.Equal(opened.Key, made.Key) {
		t.Fatal(err)
	}
	if _, err := keys.Open(dir, keys.Options{Keychain: working()}); code(err) != "keys.file_needed" {
		t.Errorf("without the flag: %v", err)
	}
	// A first start that was cut off left its key file: it is taken up.
	again, err := keys.Create(t.TempDir(), keys.Options{KeyFile: path})
	if err != nil || !bytes.Equal(again.Key, made.Key) {
		t.Errorf("taking up a key file: %v", err)
	}
}

func TestAFileThatIsNoKeyIsLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "diary.txt")
	if err := os.WriteFile(path, []byte("dear diary"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := keys.Create(t.TempDir(), keys.Options{KeyFile: path}); code(err) != "keys.not_a_key_file" {
		t.Errorf("%v", err)
	}
	if raw, _ := os.ReadFile(path); string(raw) != "dear diary" {
		t.Errorf("now it says %q", raw)
	}
}
