package keys

import (
	"encoding/base64"
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

func fromFile(path string) (Opened, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return Opened{}, keyMissing.With("path", path).Because(err)
	}
	key, err := base64.StdEncoding.DecodeString(strings.TrimSpace(string(raw)))
	if err != nil || len(key) != 32 {
		return Opened{}, keyMissing.With("path", path)
	}
	return Opened{Key: key, Holder: KeyFile, Path: path}, nil
}

// toFile keeps a key in a file; a file that holds another key is not touched.
func toFile(path string, key []byte) (Opened, error) {
	if known, err := fromFile(path); err == nil {
		if string(known.Key) == string(key) {
			return known, nil
		}
		return Opened{}, cannotKeep.With("path", path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return Opened{}, cannotKeep.With("path", path).Because(err)
	}
	if err := replace(path, []byte(base64.StdEncoding.EncodeToString(key)+"\n")); err != nil {
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
	return nil
}
