package storage_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"yayuan/backend/storage"
)

// many is how many people are written after the last whole checkpoint.
const many = 60

// cutShort is a folder as a checkpoint on a full disk leaves it: the first
// page has come into the file and counts pages that found no room there, and
// all of the journal is still to come.
func cutShort(t *testing.T) string {
	t.Helper()
	home, dir := t.TempDir(), t.TempDir()
	s, err := storage.Create(t.Context(), storage.Options{Dir: home, Key: goodKey, Journal: "wal"})
	must(t, err)
	must(t, s.Close())
	s, err = open(home, "wal", goodKey)
	must(t, err)
	_, err = s.Writer().ExecContext(t.Context(), "PRAGMA wal_autocheckpoint = 0")
	must(t, err)
	addMany(t, s)
	from, to := filepath.Join(home, storage.FileName), filepath.Join(dir, storage.FileName)
	short := contentOf(t, from)
	must(t, os.WriteFile(to+"-wal", contentOf(t, from+"-wal"), 0o600))
	must(t, s.Close())
	whole := contentOf(t, from)
	if len(whole) <= len(short) {
		t.Fatal("the file did not grow: it proves nothing")
	}
	must(t, os.WriteFile(to, append(whole[:4096:4096], short[4096:]...), 0o600))
	return dir
}

func addMany(t *testing.T, s *storage.Store) {
	t.Helper()
	for range many {
		must(t, s.Do(t.Context(), func(ctx context.Context) error {
			return s.With(ctx).Exec("INSERT INTO person (nursery_id, id, name, created_at) SELECT ?, ?, hex(randomblob(4000)), ''",
				s.Nursery(), storage.NewID()).Error
		}))
	}
}

func contentOf(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	must(t, err)
	return content
}

// refusedUntouched opens, and wants the fault and not a byte changed.
func refusedUntouched(t *testing.T, dir, mode string, key []byte, code string) {
	t.Helper()
	before := digests(t, dir)
	_, err := open(dir, mode, key)
	refused(t, err, code)
	if !maps.Equal(before, digests(t, dir)) {
		t.Fatalf("the files changed although %s was said", code)
	}
}

func TestACheckpointThatAFullDiskCutShortLosesNothing(t *testing.T) {
	dir := cutShort(t)
	refusedUntouched(t, dir, "wal", otherKey, "storage.wrong_key")
	s := reopen(t, dir, "wal")
	if n := count(t, s, "SELECT count(*) FROM person"); n != many {
		t.Errorf("%d people came back, want %d", n, many)
	}
	if n := count(t, s, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"); n != 0 {
		t.Errorf("%d faults in the file", n)
	}
}

func TestPagesThatAreNowhereAreToldAsDamage(t *testing.T) {
	t.Run("the journal is gone", func(t *testing.T) {
		dir := cutShort(t)
		must(t, os.Remove(filepath.Join(dir, storage.FileName)+"-wal"))
		refusedUntouched(t, dir, "wal", goodKey, "storage.damaged")
	})
	t.Run("the journal has only some of them", func(t *testing.T) {
		dir := cutShort(t)
		path := filepath.Join(dir, storage.FileName)
		must(t, os.Truncate(path, int64(len(contentOf(t, path))/2/4096*4096)))
		before := digests(t, dir)
		_, err := open(dir, "wal", goodKey)
		refused(t, err, "storage.damaged")
		_ = os.Remove(path + "-shm") // the journal's page numbers, made by reading it
		if !maps.Equal(before, digests(t, dir)) {
			t.Fatal("what is left of the data was changed")
		}
	})
}

func TestClosingOnAFullDiskLeavesTheJournalForTheNextTime(t *testing.T) {
	dir := t.TempDir()
	s, err := storage.Create(t.Context(), storage.Options{Dir: dir, Key: goodKey, Journal: "wal"})
	must(t, err)
	_, err = s.Writer().ExecContext(t.Context(), "PRAGMA wal_autocheckpoint = 0")
	must(t, err)
	addMany(t, s)
	path := filepath.Join(dir, storage.FileName)
	file, journal := contentOf(t, path), contentOf(t, path+"-wal")
	undo := storage.WithFreeBytes(t, uint64(len(journal)))
	must(t, s.Close())
	if string(contentOf(t, path)) != string(file) || string(contentOf(t, path+"-wal")) != string(journal) {
		t.Error("the journal was brought in although there was no room")
	}
	undo()
	s, err = open(dir, "wal", goodKey)
	must(t, err)
	if n := count(t, s, "SELECT count(*) FROM person"); n != many {
		t.Errorf("%d people came back, want %d", n, many)
	}
	must(t, s.Close())
	if leftJournal(dir, "wal") {
		t.Error("the journal stayed although there was room")
	}
}

func TestAFullDiskDoesNotChangeTheKindOfJournal(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := t.TempDir()
		createAt(t, dir, mode, noon())
		storage.WithFreeBytes(t, 0)
		s, err := open(dir, "", goodKey)
		must(t, err)
		if s.Journal() != mode {
			t.Errorf("opened with %s, was made with %s", s.Journal(), mode)
		}
		must(t, s.Close())
	})
}

// TestAStartThatAFullDiskStopsSaysSo puts a folder where a file would have to
// be made, which the engine tells as it tells a disk without room for one.
func TestAStartThatAFullDiskStopsSaysSo(t *testing.T) {
	dir := t.TempDir()
	s, err := storage.Create(t.Context(), storage.Options{Dir: dir, Key: goodKey, Journal: "wal"})
	must(t, err)
	must(t, s.Close())
	must(t, os.Mkdir(filepath.Join(dir, storage.FileName)+"-shm", 0o700))
	_, err = open(dir, "wal", goodKey)
	refused(t, err, "storage.cannot_open")
	storage.WithFreeBytes(t, 0)
	_, err = open(dir, "wal", goodKey)
	refused(t, err, "storage.disk_full")
}
