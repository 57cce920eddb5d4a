package storage

import (
	"database/sql"
	"io/fs"
	"testing"
	"testing/fstest"
)

// Writer is the pool under GORM, for tests that try what no verb would do.
func (s *Store) Writer() *sql.DB { return s.main.writePool }

// Readers is the pool of those who may only read.
func (s *Store) Readers() *sql.DB { return s.main.readPool }

// WithFreeBytes makes every disk one with so much room, until the function
// that it gives back is called.
func WithFreeBytes(t *testing.T, free uint64) (undo func()) {
	t.Helper()
	freeBytes = func(string) (uint64, error) { return free, nil }
	undo = func() { freeBytes = FreeBytes }
	t.Cleanup(undo)
	return undo
}

// WithMigrations makes the program one that knows further migrations of the
// main database, until the function that it gives back is called.
func WithMigrations(t *testing.T, further map[string]string) (undo func()) {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(mainFiles, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := fs.ReadFile(mainFiles, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: content}
	}
	for name, content := range further {
		files["migrations/"+name] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + content)}
	}
	before := mainSet
	mainSet = set{files, "migrations"}
	undo = func() { mainSet = before }
	t.Cleanup(undo)
	return undo
}
