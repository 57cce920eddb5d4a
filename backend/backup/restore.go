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
)

// Vacant refuses a folder that holds a nursery, or the remains of one: a stray
// journal would be played into the restored database.
func Vacant(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return cannotWrite.Because(bare(err))
	}
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), storage.FileName) || strings.HasPrefix(entry.Name(), storage.PhotosName) {
			return occupied
		}
	}
	return nil
}

// Restore brings a backup back as the nursery of a folder that has none, with
// nothing but the recovery code, which stays valid. The key is kept on this
// computer anew. All is unpacked and checked beside its place first; when
// anything is wrong, the folder is as it was.
func Restore(ctx context.Context, in io.Reader, dir, code string, opt keys.Options) (Content, error) {
	if err := Vacant(dir); err != nil {
		return Content{}, err
	}
	scratch := filepath.Join(dir, ".restoring")
	if err := errors.Join(os.RemoveAll(scratch), os.MkdirAll(scratch, 0o700)); err != nil {
		return Content{}, cannotWrite.Because(bare(err))
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	content, ring, err := extract(ctx, in, WithCode(code), scratch)
	if err != nil {
		return content, err
	}
	raw, err := ring.Bytes()
	if err != nil {
		return content, err
	}
	if err := os.WriteFile(filepath.Join(scratch, keys.RingName), raw, 0o600); err != nil {
		return content, cannotWrite.Because(bare(err))
	}
	if _, err := keys.Recover(scratch, code, opt); err != nil {
		return content, err
	}
	return content, moveIn(scratch, dir)
}

// moveIn puts the files in place. The main database comes last: it is what
// makes the folder a nursery.
func moveIn(scratch, dir string) error {
	for _, name := range []string{keys.RingName, storage.PhotosName, storage.FileName} {
		from := filepath.Join(scratch, name)
		if _, err := os.Stat(from); errors.Is(err, os.ErrNotExist) && name == storage.PhotosName {
			continue
		}
		if err := rename(from, filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}
