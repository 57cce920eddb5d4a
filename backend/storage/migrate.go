package storage

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the file to the program's version. A file newer than the
// program is refused: an older program would not know what it must keep.
func (s *Store) migrate(ctx context.Context) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return fmt.Errorf("storage: migrations: %w", err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, s.pools[0], files)
	if err != nil {
		return fmt.Errorf("storage: migrations: %w", err)
	}
	have, want, err := provider.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("storage: versions: %w", err)
	}
	switch {
	case have > want:
		return newerFile
	case have == want:
		return nil
	}
	if have > 0 {
		if err := s.copyBeforeMigration(ctx, have); err != nil {
			return err
		}
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("storage: migrate: %w", err)
	}
	return nil
}
