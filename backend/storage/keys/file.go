package keys

import (
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/zalando/go-keyring"
)

// service is the name under which keys stand in the system's keychain.
const service = "yayuan"

type system struct{}

func (system) Get(id string) (string, error) { return keyring.Get(service, id) }
func (system) Set(id, secret string) error   { return keyring.Set(service, id, secret) }

func chain(opt Options) Chain {
	if opt.Keychain != nil {
		return opt.Keychain
	}
	return system{}
}

// ownFile is the key file of the user where there is no keychain: outside the
// data folder, so that a copy of the folder alone opens nothing.
func ownFile(id string) (string, error) {
	config, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(config, "yayuan", "keys", id+".key"), nil
}

func encode(key []byte) string { return base64.StdEncoding.EncodeToString(key) }

func decode(text string) ([]byte, error) {
	key, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text))
	if err == nil && len(key) != 32 {
		err = errors.New("keys: not 32 bytes")
	}
	return key, err
}

func fromFile(path string) (Opened, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return Opened{}, keyMissing.Because(err)
	}
	key, err := decode(string(raw))
	if err != nil {
		return Opened{}, notAKeyFile.With("path", path).Because(err)
	}
	return Opened{Key: key, Holder: KeyFile, Path: path}, nil
}

// toFile keeps a key in a new file. A file that is there already is never
// written over: it may hold another nursery's key, or be no key file at all.
func toFile(path string, key []byte) (Opened, error) {
	if _, err := os.Lstat(path); err == nil {
		known, err := fromFile(path)
		if err != nil {
			return Opened{}, err
		}
		if string(known.Key) != string(key) {
			return Opened{}, otherKey.With("path", path)
		}
		return known, nil
	}
	if err := replace(path, []byte(encode(key)+"\n")); err != nil {
		return Opened{}, err
	}
	return Opened{Key: key, Holder: KeyFile, Path: path}, nil
}

// replace writes a file of mode 0600 as a whole or not at all.
func replace(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return cannotKeep.With("path", path).Because(err)
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return cannotKeep.With("path", path).Because(err)
	}
	_, err = file.Write(content)
	if err == nil {
		err = file.Sync()
	}
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		_ = os.Remove(file.Name())
		return cannotKeep.With("path", path).Because(err)
	}
	if folder, err := os.Open(filepath.Dir(path)); err == nil {
		_ = folder.Sync() // the name too must survive a power cut; Windows does not have it
		_ = folder.Close()
	}
	return nil
}
