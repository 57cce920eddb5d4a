package backup

import (
	"archive/tar"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"yayuan/backend/storage"
	"yayuan/backend/storage/keys"
)

const contentName = "content.json"

// pack writes the parts into the payload: what it is, the keyring, and the
// copies of the databases that lie in a folder, still encrypted.
func pack(ctx context.Context, payload io.WriteCloser, content Content, ring keys.Ring, copies string) error {
	archive := tar.NewWriter(payload)
	about, err := json.Marshal(content)
	if err != nil {
		return cannotWrite.Because(bare(err))
	}
	raw, err := ring.Bytes()
	if err != nil {
		return err
	}
	for _, part := range []struct {
		name  string
		bytes []byte
	}{{contentName, about}, {keys.RingName, raw}} {
		if err := header(archive, part.name, int64(len(part.bytes))); err != nil {
			return err
		}
		if _, err := archive.Write(part.bytes); err != nil {
			return cannotWrite.Because(bare(err))
		}
	}
	for _, name := range []string{storage.FileName, storage.PhotosName} {
		if err := packFile(ctx, archive, copies, name); err != nil {
			return err
		}
	}
	if err := errors.Join(archive.Close(), payload.Close()); err != nil {
		return cannotWrite.Because(bare(err))
	}
	return nil
}

func header(archive *tar.Writer, name string, size int64) error {
	err := archive.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: size, Typeflag: tar.TypeReg})
	if err != nil {
		return cannotWrite.Because(bare(err))
	}
	return nil
}

// packFile adds one database; the photos are not there before the first one.
func packFile(ctx context.Context, archive *tar.Writer, copies, name string) error {
	file, err := os.Open(filepath.Join(copies, name))
	if errors.Is(err, os.ErrNotExist) && name == storage.PhotosName {
		return nil
	}
	if err != nil {
		return cannotWrite.Because(bare(err))
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil {
		return cannotWrite.Because(bare(err))
	}
	if err := header(archive, name, info.Size()); err != nil {
		return err
	}
	if _, err := io.Copy(archive, sound{ctx, file}); err != nil {
		return cannotWrite.Because(bare(err))
	}
	return nil
}

// unpack writes the databases of a payload into a folder. It takes exactly the
// parts that pack writes and reads to the very end: only there age has vouched
// for all of it.
func unpack(payload io.Reader, ring keys.Ring, dir string) (Content, error) {
	archive := tar.NewReader(payload)
	about, err := small(archive, contentName)
	if err != nil {
		return Content{}, err
	}
	content, err := readContent(about)
	if err != nil {
		return content, err
	}
	inside, err := small(archive, keys.RingName)
	if err != nil {
		return content, err
	}
	if err := sameRing(inside, ring); err != nil {
		return content, err
	}
	for _, name := range []string{storage.FileName, storage.PhotosName} {
		head, err := archive.Next()
		if errors.Is(err, io.EOF) && name == storage.PhotosName {
			break
		}
		if err != nil || head.Name != name {
			return content, unsound(err)
		}
		if err := pour(archive, filepath.Join(dir, name)); err != nil {
			return content, err
		}
	}
	if _, err := archive.Next(); !errors.Is(err, io.EOF) {
		return content, unsound(err)
	}
	if _, err := io.Copy(io.Discard, payload); err != nil {
		return content, unsound(err)
	}
	return content, nil
}

// small reads a part that must come next and fit into memory.
func small(archive *tar.Reader, name string) ([]byte, error) {
	head, err := archive.Next()
	if err != nil || head.Name != name || head.Size > longestRing {
		return nil, unsound(err)
	}
	raw, err := io.ReadAll(archive)
	if err != nil {
		return nil, unsound(err)
	}
	return raw, nil
}

// pour writes a part into a new file and to the disk.
func pour(from io.Reader, path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return cannotWrite.Because(bare(err))
	}
	_, err = io.Copy(file, from)
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	// Only the file itself speaks of paths; anything else came from the backup.
	var ours *fs.PathError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ours):
		return cannotWrite.Because(bare(err))
	}
	return unsound(err)
}
