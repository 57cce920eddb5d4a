package storage_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"yayuan/backend/storage"
)

// torn is a folder as a power cut leaves it: the first page of the database
// half written, the whole one in the journal.
func torn(t *testing.T, mode string) string {
	t.Helper()
	s, dir := create(t, mode), t.TempDir()
	must(t, s.Do(t.Context(), func(ctx context.Context) error { return addPerson(ctx, s, "a", "陈一诺") }))
	_, err := s.Writer().ExecContext(t.Context(), "PRAGMA cache_size = 5") // so that it goes to the disk before the commit
	must(t, err)
	must(t, s.Do(t.Context(), func(ctx context.Context) error {
		must(t, s.With(ctx).Exec("CREATE TABLE scratch (x TEXT)").Error)
		for range 50 {
			must(t, s.With(ctx).Exec("INSERT INTO scratch SELECT hex(randomblob(4000))").Error)
		}
		for _, ending := range []string{"", "-wal", "-journal"} {
			content, err := os.ReadFile(filepath.Join(s.Dir(), storage.FileName) + ending)
			if err != nil {
				continue
			}
			if ending == "" {
				clear(content[2048:4096])
			}
			must(t, os.WriteFile(filepath.Join(dir, storage.FileName)+ending, content, 0o600))
		}
		return nil
	}))
	return dir
}

func TestATornFirstPageIsMendedByTheRightKeyAlone(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := torn(t, mode)
		refusedUntouched(t, dir, mode, otherKey, "storage.wrong_key")
		undo := storage.WithFreeBytes(t, 1<<20) // no room for the copy that must be tried first
		refusedUntouched(t, dir, mode, goodKey, "storage.disk_full")
		undo()
		s := reopen(t, dir, mode)
		if n := count(t, s, "SELECT count(*) FROM person"); n != 1 {
			t.Errorf("%d people came back, want 1", n)
		}
		if n := count(t, s, "SELECT count(*) FROM sqlite_master WHERE name = 'scratch'"); n != 0 {
			t.Error("what was never committed came back")
		}
	})
}

func TestATornFirstPageWithoutAJournalIsNotOpened(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := torn(t, mode)
		for _, ending := range []string{"-wal", "-journal"} {
			_ = os.Remove(filepath.Join(dir, storage.FileName) + ending)
		}
		refusedUntouched(t, dir, mode, goodKey, "storage.wrong_key")
	})
}
