package files_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"yayuan/backend/fault"
	"yayuan/backend/files"
	"yayuan/backend/storage"
)

var key = bytes.Repeat([]byte{7}, 32)

func open(t *testing.T) (*files.Files, *storage.Store, *time.Time) {
	t.Helper()
	now := time.Date(2026, 11, 23, 1, 0, 0, 0, time.UTC)
	store, err := storage.Create(t.Context(), storage.Options{Dir: t.TempDir(), Key: key, Clock: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return files.New(store), store, &now
}

func TestPutAndGet(t *testing.T) {
	for _, kind := range []files.Kind{files.Template, files.Filing, files.Import, files.Scan, files.Photo} {
		t.Run(string(kind), func(t *testing.T) {
			f, _, now := open(t)
			content := []byte("月报 " + string(kind))
			put, err := f.Put(t.Context(), kind, "月报.xlsx", "application/octet-stream", content)
			if err != nil {
				t.Fatal(err)
			}
			blob, got, err := f.Get(t.Context(), put.ID)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, content) || blob != put || blob.Size != int64(len(content)) || !blob.CreatedAt.Equal(*now) {
				t.Errorf("got %+v %q, want %+v %q", blob, got, put, content)
			}
		})
	}
}

func TestEqualBytesAreKeptOnce(t *testing.T) {
	f, store, _ := open(t)
	put := func(kind files.Kind, name string) files.Blob {
		blob, err := f.Put(t.Context(), kind, name, "text/plain", []byte("same"))
		if err != nil {
			t.Fatal(err)
		}
		return blob
	}
	first, again, other := put(files.Template, "a.xlsx"), put(files.Template, "a.xlsx"), put(files.Filing, "b.xlsx")
	if first.ID != again.ID {
		t.Error("the same file has two ids")
	}
	if other.ID == first.ID || other.SHA256 != first.SHA256 || other.Name != "b.xlsx" {
		t.Errorf("another use of the same bytes: %+v", other)
	}
	var contents int
	if err := store.With(t.Context()).Raw("SELECT COUNT(*) FROM blob_content").Scan(&contents).Error; err != nil || contents != 1 {
		t.Errorf("%d contents, %v", contents, err)
	}
}

func TestRefusals(t *testing.T) {
	f, _, _ := open(t)
	for _, kind := range []files.Kind{files.Template, files.Photo} {
		_, err := f.Put(t.Context(), kind, "big", "", make([]byte, files.Limit(kind)+1))
		if got, ok := fault.As(err); !ok || got.Code != "files.too_large" || got.Args["max"] != files.Limit(kind)>>20 {
			t.Errorf("%s too large: %v", kind, err)
		}
	}
	_, err := f.Put(t.Context(), files.Scan, "none", "", nil)
	if got, ok := fault.As(err); !ok || got.Code != "files.empty" {
		t.Errorf("empty: %v", err)
	}
	if _, _, err := f.Get(t.Context(), "unknown"); err == nil {
		t.Error("an unknown id gave a file")
	}
}

func TestNames(t *testing.T) {
	f, _, _ := open(t)
	for given, want := range map[string]string{
		`C:\Users\李\花名册.xlsx`:              "花名册.xlsx",
		"../../etc/passwd":                 "passwd",
		"a:b\x00c?.xlsx":                   "abc.xlsx",
		" .. ":                             "file",
		strings.Repeat("长", 200) + ".xlsx": strings.Repeat("长", 115) + ".xlsx",
	} {
		blob, err := f.Put(t.Context(), files.Import, given, "", []byte(given))
		if err != nil || blob.Name != want {
			t.Errorf("%q became %q, want %q (%v)", given, blob.Name, want, err)
		}
	}
}

func TestPhotoOfARolledBackWriteIsSwept(t *testing.T) {
	f, store, now := open(t)
	failed := errors.New("no")
	err := store.Do(t.Context(), func(ctx context.Context) error {
		if _, err := f.Put(ctx, files.Photo, "lost.jpg", "image/jpeg", []byte("lost")); err != nil {
			return err
		}
		return failed
	})
	if !errors.Is(err, failed) {
		t.Fatal(err)
	}
	kept, err := f.Put(t.Context(), files.Photo, "kept.jpg", "image/jpeg", []byte("kept"))
	if err != nil {
		t.Fatal(err)
	}
	if n, err := f.Sweep(t.Context()); n != 0 || err != nil {
		t.Errorf("swept %d at once, %v: the write could still be running", n, err)
	}
	*now = now.Add(25 * time.Hour)
	if n, err := f.Sweep(t.Context()); n != 1 || err != nil {
		t.Errorf("swept %d, %v", n, err)
	}
	if _, _, err := f.Get(t.Context(), kept.ID); err != nil {
		t.Error(err)
	}
}
