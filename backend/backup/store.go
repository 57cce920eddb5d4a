package backup

import (
	"context"
	"fmt"
	"time"

	"yayuan/backend/storage"
)

type store struct{ *storage.Store }

// runRow is one backup that was made or could not be made, or one check of a file.
type runRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	At        string
	Name      string
	Mark      int64
	Failure   string
}

func (runRow) TableName() string { return "backup_run" }

func (r runRow) at() time.Time {
	at, _ := time.Parse(time.RFC3339Nano, r.At)
	return at
}

func (s store) insertRun(ctx context.Context, name string, mark int64, failure string) error {
	row := runRow{NurseryID: s.Nursery(), ID: storage.NewID(), At: s.Now().Format(time.RFC3339Nano), Name: name, Mark: mark, Failure: failure}
	if err := s.With(ctx).Create(&row).Error; err != nil {
		return fmt.Errorf("backup run: %w", err)
	}
	return nil
}

// runs gives the newest act on each name; that of the name "" is the last
// backup that could not be made.
func (s store) runs(ctx context.Context) (map[string]runRow, error) {
	var rows []runRow
	err := s.With(ctx).Raw("SELECT * FROM backup_run AS r WHERE nursery_id = ? AND id = "+
		"(SELECT MAX(id) FROM backup_run AS o WHERE o.nursery_id = r.nursery_id AND o.name = r.name)", s.Nursery()).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("backup runs: %w", err)
	}
	newest := make(map[string]runRow, len(rows))
	for _, row := range rows {
		newest[row.Name] = row
	}
	return newest, nil
}

func (s store) founded(ctx context.Context) (time.Time, error) {
	var text string
	if err := s.With(ctx).Raw("SELECT created_at FROM store WHERE nursery_id = ?", s.Nursery()).Scan(&text).Error; err != nil {
		return time.Time{}, fmt.Errorf("backup: founded: %w", err)
	}
	at, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return time.Time{}, fmt.Errorf("backup: founded: %w", err)
	}
	return at, nil
}
