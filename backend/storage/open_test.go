package storage_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"yayuan/backend/storage"
)

func TestOpeningNeverMakesANursery(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := t.TempDir()
		_, err := open(dir, mode, goodKey)
		refused(t, err, "storage.missing")
		if n := len(filesIn(t, dir)); n != 0 {
			t.Errorf("%d files were made", n)
		}
		must(t, os.WriteFile(filepath.Join(dir, storage.FileName), nil, 0o600))
		_, err = open(dir, mode, goodKey)
		refused(t, err, "storage.damaged")
		_, err = storage.Create(t.Context(), storage.Options{Dir: dir, Key: goodKey, Journal: mode})
		refused(t, err, "storage.exists")
	})
}

func TestTheNurseryKeepsItsId(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := t.TempDir()
		s, err := storage.Create(t.Context(), storage.Options{Dir: dir, Key: goodKey, Journal: mode})
		must(t, err)
		must(t, s.Close())
		if again := reopen(t, dir, mode); s.Nursery() == "" || again.Nursery() != s.Nursery() {
			t.Errorf("made as %q and opened as %q", s.Nursery(), again.Nursery())
		}
	})
}

func TestTheFilesArePrivate(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := t.TempDir()
		first := createAt(t, dir, mode, noon())
		must(t, first.PutPhoto(t.Context(), make([]byte, 32), []byte("photo")))
		must(t, first.Do(t.Context(), func(ctx context.Context) error {
			must(t, addPerson(ctx, first, "b", "欧阳子墨"))
			private(t, dir)
			return nil
		}))
	})
}

// private looks at every file but the -shm, which holds page numbers alone.
func private(t *testing.T, dir string) {
	t.Helper()
	journals := 0
	for _, path := range filesIn(t, dir) {
		info, err := os.Stat(path)
		must(t, err)
		if info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows" && !strings.HasSuffix(path, "-shm") {
			t.Errorf("%s may be read by others: %v", path, info.Mode())
		}
		if strings.HasSuffix(path, "-wal") || strings.HasSuffix(path, "-journal") {
			journals++
		}
	}
	if journals == 0 {
		t.Error("there was no journal to look at")
	}
}

func TestACopyMadeWhileOthersWriteIsWhole(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s, into := create(t, mode), t.TempDir()
		plant(t, s)
		running, stop := context.WithCancel(t.Context())
		var writing sync.WaitGroup
		writing.Go(func() {
			for running.Err() == nil {
				must(t, s.Do(t.Context(), func(ctx context.Context) error { return writeNoted(ctx, s, storage.NewID()) }))
			}
		})
		err := s.CopyTo(t.Context(), into)
		stop()
		writing.Wait()
		must(t, err)
		must(t, storage.CheckCopy(t.Context(), into, goodKey))
		refused(t, storage.CheckCopy(t.Context(), into, otherKey), "storage.wrong_key")
		copied := reopen(t, into, mode)
		if people, feed := count(t, copied, "SELECT count(*) FROM person"), count(t, copied, "SELECT count(*) FROM change"); people != feed+1 {
			t.Errorf("%d people and %d changes in the copy", people-1, feed)
		}
		if photo, err := copied.Photo(t.Context(), bytesOf(1)); err != nil || string(photo) != plantedName {
			t.Errorf("the photo came back as %q: %v", photo, err)
		}
	})
}

func bytesOf(b byte) []byte {
	digest := make([]byte, 32)
	for i := range digest {
		digest[i] = b
	}
	return digest
}

func TestAFlippedBitInACopyIsFound(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s, into := create(t, mode), t.TempDir()
		must(t, s.CopyTo(t.Context(), into))
		path := filepath.Join(into, storage.FileName)
		content, err := os.ReadFile(path)
		must(t, err)
		pages := len(content) / 4096
		for _, page := range []int{1, pages / 2, pages - 1} {
			damaged := append([]byte{}, content...)
			damaged[page*4096+100] ^= 1
			must(t, os.WriteFile(path, damaged, 0o600))
			if err := storage.CheckCopy(t.Context(), into, goodKey); err == nil {
				t.Errorf("a flipped bit on page %d of %d was not found", page, pages)
			}
		}
	})
}
