package backup

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"yayuan/backend/storage"
	"yayuan/backend/storage/keys"
	"yayuan/backend/version"
)

// scratchPrefix begins the names of the folders in which databases lie while
// they are copied or looked at; what lies there is as encrypted as the
// databases themselves.
const scratchPrefix = ".copy-"

// partial ends the name of a file that is still being written.
const partial = ".partial"

// write makes a backup as a file: copy, seal, check, and only then its name.
func (s *Service) write(ctx context.Context, path string) (err error) {
	ring, key, err := s.unlock()
	if err != nil {
		return err
	}
	scratch, err := os.MkdirTemp(s.folder(), scratchPrefix)
	if err != nil {
		return cannotWrite.Because(bare(err))
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	if err := s.store.CopyTo(ctx, scratch); err != nil {
		return err
	}
	unfinished := path + partial
	defer func() { _ = os.Remove(unfinished) }() // has another name when all went well
	content := Content{Version: 1, Program: version.Text, At: s.store.Now()}
	if err := sealTo(ctx, unfinished, content, ring, key, scratch); err != nil {
		return err
	}
	if err := os.RemoveAll(scratch); err != nil {
		return cannotWrite.Because(bare(err))
	}
	if _, err := checkFile(ctx, unfinished, WithKey(key), s.folder()); err != nil {
		return err
	}
	return rename(unfinished, path)
}

func sealTo(ctx context.Context, path string, content Content, ring keys.Ring, key []byte, copies string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return cannotWrite.Because(bare(err))
	}
	payload, err := seal(file, ring, key)
	if err == nil {
		err = pack(ctx, payload, content, ring, copies)
	}
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil && closing != nil {
		err = cannotWrite.Because(bare(closing))
	}
	return err
}

// rename gives a finished file its name; the name too must survive a power cut.
func rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return cannotWrite.Because(bare(err))
	}
	if folder, err := os.Open(filepath.Dir(to)); err == nil {
		_ = folder.Sync() // Windows does not have it
		_ = folder.Close()
	}
	return nil
}

// Check opens a whole backup and looks through its databases; they lie in a
// folder of their own under dir meanwhile, encrypted.
func Check(ctx context.Context, in io.Reader, unlock Unlock, dir string) (Content, error) {
	scratch, err := os.MkdirTemp(dir, scratchPrefix)
	if err != nil {
		return Content{}, cannotWrite.Because(bare(err))
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	content, _, err := extract(ctx, in, unlock, scratch)
	return content, err
}

// CheckFile is Check of a file by its path.
func CheckFile(ctx context.Context, path string, unlock Unlock) (Content, error) {
	return checkFile(ctx, path, unlock, "")
}

func checkFile(ctx context.Context, path string, unlock Unlock, dir string) (Content, error) {
	file, err := os.Open(path)
	if err != nil {
		return Content{}, notFound.Because(bare(err))
	}
	defer func() { _ = file.Close() }()
	return Check(ctx, file, unlock, dir)
}

// extract unpacks a backup into an empty folder and checks what came out.
func extract(ctx context.Context, in io.Reader, unlock Unlock, dir string) (Content, keys.Ring, error) {
	payload, ring, key, err := unseal(ctx, in, unlock)
	if err != nil {
		return Content{}, ring, err
	}
	content, err := unpack(payload, ring, dir)
	if err != nil {
		return content, ring, err
	}
	return content, ring, storage.CheckCopy(ctx, dir, key)
}

// tidy removes what an interrupted backup left behind.
func tidy(folder string) error {
	entries, err := os.ReadDir(folder)
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), scratchPrefix) || strings.HasSuffix(entry.Name(), partial) {
			err = errors.Join(err, os.RemoveAll(filepath.Join(folder, entry.Name())))
		}
	}
	if err != nil {
		return cannotWrite.Because(bare(err))
	}
	return nil
}
