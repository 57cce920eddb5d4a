package storage_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"yayuan/backend/audit"
	"yayuan/backend/storage"
)

const (
	plantedName = "欧阳一诺糖糖"
	plantedID   = "330102202403120286"
)

func isDatabase(path string) bool {
	return strings.HasPrefix(filepath.Base(path), storage.FileName)
}

// plant writes a name and a sealed number, into facts, audit and feed alike.
func plant(t *testing.T, s *storage.Store) {
	t.Helper()
	ctx := audit.WithActor(t.Context(), audit.Actor{ID: "operator", Name: plantedName})
	must(t, s.Do(ctx, func(ctx context.Context) error {
		must(t, addPerson(ctx, s, "child", plantedName))
		return audit.New(s).Write(ctx, audit.Entry{Verb: "test.plant", Kind: "person", Subject: "child",
			Changes: audit.DiffSealed(audit.Diff(nil, "name", "", plantedName), "child", "idNumber", "", plantedID)})
	}))
	must(t, s.PutPhoto(t.Context(), bytes.Repeat([]byte{1}, 32), []byte(plantedName)))
}

// searched looks through every byte under the folders and, where the system
// shows them, of files that this process holds but that have no name any more.
// It gives how many nameless ones there were.
func searched(t *testing.T, when string, dirs ...string) (nameless int) {
	t.Helper()
	look := func(name string, content []byte) {
		for _, planted := range []string{plantedName, plantedID} {
			if bytes.Contains(content, []byte(planted)) {
				t.Errorf("%s: %s stands in %s", when, planted, name)
			}
		}
	}
	for _, dir := range dirs {
		for _, path := range filesIn(t, dir) {
			content, err := os.ReadFile(path)
			if err != nil && strings.HasSuffix(path, "-shm") && runtime.GOOS == "windows" {
				continue // locked there while somebody writes; it is looked at before and after
			}
			must(t, err)
			look(path, content)
		}
	}
	held, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0 // not Linux
	}
	for _, each := range held {
		path := filepath.Join("/proc/self/fd", each.Name())
		target, err := os.Readlink(path)
		if err != nil || !strings.HasSuffix(target, " (deleted)") {
			continue
		}
		file, err := os.Open(path)
		must(t, err)
		content, err := io.ReadAll(file)
		must(t, err)
		must(t, file.Close())
		if len(content) > 0 {
			nameless++
			look(target, content)
		}
	}
	return nameless
}

func TestWhatIsPlantedStandsInNoByteOnTheDisk(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir, temp := t.TempDir(), t.TempDir()
		for _, name := range []string{"TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR"} {
			t.Setenv(name, temp)
		}
		s, err := storage.Create(t.Context(), storage.Options{Dir: dir, Key: goodKey, Journal: mode, Clock: noon().Now})
		must(t, err)
		plant(t, s)
		searched(t, "open", dir, temp)
		must(t, s.Do(t.Context(), func(ctx context.Context) error {
			must(t, s.With(ctx).Exec("UPDATE person SET name = name || '改'").Error)
			searched(t, "inside a write", dir, temp)
			return nil
		}))
		if nameless := sorting(t, s, dir, temp); nameless == 0 && runtime.GOOS == "linux" {
			t.Error("the sorting used no temporary file: it proves nothing")
		}
		must(t, s.Close())
		searched(t, "closed", dir, temp)
		must(t, reopen(t, dir, mode).CopyTo(t.Context(), temp))
		searched(t, "copied", dir, temp)
	})
}

// sorting makes the engine sort more than it may keep in memory, and searches
// while its temporary files are there.
func sorting(t *testing.T, s *storage.Store, dirs ...string) int {
	t.Helper()
	conn, err := s.Readers().Conn(t.Context())
	must(t, err)
	defer func() { _ = conn.Close() }()
	_, err = conn.ExecContext(t.Context(), "PRAGMA cache_size = -100")
	must(t, err)
	rows, err := conn.QueryContext(t.Context(),
		"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) SELECT ? || i AS v FROM n ORDER BY random(), v", plantedName+plantedID)
	must(t, err)
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		t.Fatal("nothing was sorted", rows.Err())
	}
	return searched(t, "sorting", dirs...)
}
