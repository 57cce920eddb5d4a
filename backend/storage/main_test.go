package storage_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"yayuan/backend/fault"
	"yayuan/backend/storage"
)

// TestMain lets the test binary be the other process of the tests that need
// one: a writer that is going to be killed, or the holder of a folder.
func TestMain(m *testing.M) {
	switch os.Getenv("YAYUAN_TEST_ROLE") {
	case "writer":
		writeUntilKilled()
	case "holder":
		holdFolder()
	default:
		os.Exit(m.Run())
	}
}

var (
	goodKey  = bytes.Repeat([]byte{7}, 32)
	otherKey = bytes.Repeat([]byte{8}, 32)
)

// inBothModes runs a test on write-ahead logging and on a rollback journal,
// which is what network drives get.
func inBothModes(t *testing.T, test func(t *testing.T, mode string)) {
	t.Helper()
	for _, mode := range []string{"wal", "delete"} {
		t.Run(mode, func(t *testing.T) { test(t, mode) })
	}
}

// clock stands still until it is moved.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

func noon() *clock { return &clock{now: time.Date(2026, 11, 23, 4, 5, 0, 0, time.UTC)} }

// create makes a store that is closed with the test.
func create(t *testing.T, mode string) *storage.Store {
	t.Helper()
	return createAt(t, t.TempDir(), mode, noon())
}

func createAt(t *testing.T, dir, mode string, c *clock) *storage.Store {
	t.Helper()
	s, err := storage.Create(t.Context(), storage.Options{Dir: dir, Key: goodKey, Journal: mode, Clock: c.Now})
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	return s
}

func open(dir, mode string, key []byte) (*storage.Store, error) {
	return storage.Open(context.Background(), storage.Options{Dir: dir, Key: key, Journal: mode, Clock: noon().Now})
}

// reopen opens with the right key and closes with the test.
func reopen(t *testing.T, dir, mode string) *storage.Store {
	t.Helper()
	s, err := open(dir, mode, goodKey)
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	return s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t testing.TB, err error, code string) {
	t.Helper()
	if f, ok := fault.As(err); !ok || f.Code != code {
		t.Fatalf("got %v, want the fault %s", err, code)
	}
}

// count asks for one number.
func count(t testing.TB, s *storage.Store, query string, args ...any) int {
	t.Helper()
	var n int
	must(t, s.With(context.Background()).Raw(query, args...).Scan(&n).Error)
	return n
}

// addPerson is the smallest fact there is.
func addPerson(ctx context.Context, s *storage.Store, id, name string) error {
	return s.With(ctx).Exec("INSERT INTO person (nursery_id, id, name, created_at) VALUES (?, ?, ?, '')", s.Nursery(), id, name).Error
}

// filesIn is every file under a folder.
func filesIn(t testing.TB, dir string) []string {
	t.Helper()
	var found []string
	must(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			found = append(found, path)
		}
		return err
	}))
	return found
}

// digests is every file under a folder with the digest of its bytes.
func digests(t testing.TB, dir string) map[string][32]byte {
	t.Helper()
	found := map[string][32]byte{}
	for _, path := range filesIn(t, dir) {
		content, err := os.ReadFile(path)
		must(t, err)
		found[path] = sha256.Sum256(content)
	}
	return found
}
