package storage_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"yayuan/backend/storage"
)

// older makes a closed nursery with one person, of the program as it is now.
func older(t *testing.T, mode string) string {
	t.Helper()
	dir := t.TempDir()
	s, err := storage.Create(t.Context(), storage.Options{Dir: dir, Key: goodKey, Journal: mode, Clock: noon().Now})
	must(t, err)
	must(t, s.Do(t.Context(), func(ctx context.Context) error { return addPerson(ctx, s, "a", "陈一诺") }))
	must(t, s.Close())
	return dir
}

func copies(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, storage.BackupFolder, "*"))
	must(t, err)
	return names
}

const tables = "SELECT count(*) FROM sqlite_master WHERE name IN ('later', 'half')"

func TestAnOlderFileIsCopiedBeforeItIsMigrated(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := older(t, mode)
		if len(copies(t, dir)) != 0 {
			t.Fatal("a new file needs no copy")
		}
		undo := storage.WithMigrations(t, map[string]string{"9001_later.sql": "CREATE TABLE later (x TEXT) STRICT;"})
		s, err := open(dir, mode, goodKey)
		must(t, err)
		if n := count(t, s, tables); n != 1 {
			t.Errorf("%d of the new tables are there, want 1", n)
		}
		must(t, s.Close())
		undo()
		kept := copies(t, dir)
		if len(kept) != 1 {
			t.Fatalf("copies: %v", kept)
		}
		restored := t.TempDir()
		content, err := os.ReadFile(kept[0])
		must(t, err)
		must(t, os.WriteFile(filepath.Join(restored, storage.FileName), content, 0o600))
		before := reopen(t, restored, mode)
		if people, later := count(t, before, "SELECT count(*) FROM person"), count(t, before, tables); people != 1 || later != 0 {
			t.Errorf("the copy has %d people and %d new tables, want 1 and 0", people, later)
		}
	})
}

func TestOnlyTheNewestCopiesStay(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := older(t, mode)
		folder := filepath.Join(dir, storage.BackupFolder)
		must(t, os.MkdirAll(folder, 0o700))
		for _, name := range []string{"before-migration-yayuan-20250101T000000Z-0001.db", "before-migration-yayuan-20250102T000000Z-0002.db",
			"before-migration-yayuan-20250103T000000Z-0003.db", "mine.db"} {
			must(t, os.WriteFile(filepath.Join(folder, name), nil, 0o600))
		}
		storage.WithMigrations(t, map[string]string{"9001_later.sql": "CREATE TABLE later (x TEXT) STRICT;"})
		reopen(t, dir, mode)
		kept := map[string]bool{}
		for _, path := range copies(t, dir) {
			kept[filepath.Base(path)] = true
		}
		if len(kept) != 4 || kept["before-migration-yayuan-20250101T000000Z-0001.db"] || !kept["mine.db"] {
			t.Errorf("kept: %v", kept)
		}
	})
}

func TestAFailedMigrationLeavesTheOldFileUsable(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := older(t, mode)
		undo := storage.WithMigrations(t, map[string]string{
			"9001_later.sql": "CREATE TABLE later (x TEXT) STRICT;",
			"9002_half.sql":  "CREATE TABLE half (x TEXT) STRICT; UPDATE person SET name = 'half way'; INSERT INTO nowhere VALUES (1);",
		})
		_, err := open(dir, mode, goodKey)
		refused(t, err, "storage.migration_failed")
		undo()
		s := reopen(t, dir, mode)
		if people, later := count(t, s, "SELECT count(*) FROM person WHERE name = '陈一诺'"), count(t, s, tables); people != 1 || later != 0 {
			t.Errorf("%d people as they were and %d new tables, want 1 and 0", people, later)
		}
		for _, path := range copies(t, dir) {
			if filepath.Ext(path) != ".db" {
				t.Errorf("the rehearsal left %s", path)
			}
		}
		must(t, s.Do(t.Context(), func(ctx context.Context) error { return addPerson(ctx, s, "b", "欧阳子墨") }))
	})
}

func TestANewerFileIsRefusedAndUntouched(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := older(t, mode)
		undo := storage.WithMigrations(t, map[string]string{"9001_later.sql": "CREATE TABLE later (x TEXT) STRICT;"})
		newer, err := open(dir, mode, goodKey)
		must(t, err)
		// As after a crash: the newer version may stand in the journal alone.
		crashed := t.TempDir()
		for _, ending := range []string{"", "-wal", "-journal"} {
			if content, err := os.ReadFile(filepath.Join(dir, storage.FileName) + ending); err == nil {
				must(t, os.WriteFile(filepath.Join(crashed, storage.FileName)+ending, content, 0o600))
			}
		}
		must(t, newer.Close())
		undo()
		before := digests(t, dir)
		_, err = open(dir, mode, goodKey)
		refused(t, err, "storage.newer_file")
		if !maps.Equal(before, digests(t, dir)) {
			t.Error("a refused file was changed")
		}
		_, err = open(crashed, mode, goodKey)
		refused(t, err, "storage.newer_file")
	})
}
