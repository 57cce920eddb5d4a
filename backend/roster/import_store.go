package roster

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"yayuan/backend/day"
)

type importRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	FileName   string
	Content    []byte
	Columns    string
	Classes    string
	State      string
	Created    int
	Unchanged  int
	Updated    int
	Skipped    int
	At         string
	ActorID    string
	ActorName  string
	UndoneAt   *string
	UndoReason string
}

func (importRow) TableName() string { return "roster_import" }

type importedRow struct {
	NurseryID string `gorm:"primaryKey"`
	ImportID  string `gorm:"primaryKey"`
	Position  int    `gorm:"primaryKey"`
	Sheet     string
	Number    int
	ChildID   string
	Outcome   string
}

func (importedRow) TableName() string { return "roster_import_row" }

// importColumns is everything but the file itself.
const importColumns = "nursery_id, id, file_name, columns, classes, state, created, unchanged, updated, skipped, at, actor_id, actor_name"

func (s store) imports(ctx context.Context) ([]importRow, error) {
	return all[importRow](s.db(ctx).Select(importColumns).Order("at DESC, id DESC").Limit(200))
}

func (s store) importOf(ctx context.Context, id string) (importRow, bool, error) {
	return one[importRow](s.db(ctx).Where("id = ?", id))
}

func (s store) changeImport(ctx context.Context, id string, columns map[string]any) error {
	return set[importRow](s.db(ctx).Where("id = ?", id), columns)
}

// dropDrafts removes drafts that nobody finished: they hold a whole file and
// are no record of anything.
func (s store) dropDrafts(ctx context.Context, before time.Time) error {
	err := s.db(ctx).Where("state = 'draft' AND at < ?", stamp(before)).Delete(&importRow{}).Error
	if err != nil {
		return fmt.Errorf("roster drafts: %w", err)
	}
	return nil
}

func (s store) importedRows(ctx context.Context, id string) ([]importedRow, error) {
	return all[importedRow](s.db(ctx).Where("import_id = ?", id).Order("position"))
}

func (s store) insertImported(ctx context.Context, rows []importedRow) error {
	const batch = 500 // rows of seven values, below the engine's bound of variables
	for start := 0; start < len(rows); start += batch {
		part := rows[start:min(start+batch, len(rows))]
		if err := s.insert(ctx, &part); err != nil {
			return err
		}
	}
	return nil
}

// namesakes lists the live children of a name and birth date.
func (s store) namesakes(ctx context.Context, name string, birth day.Day) ([]Child, error) {
	rows, err := all[childRow](s.db(ctx).Where("name = ? AND birth_date = ? AND void = 0", name, birth))
	if err != nil {
		return nil, err
	}
	return s.openAll(ctx, rows)
}

// voidChild takes a child out of every list; the rows stay.
func (s store) voidChild(ctx context.Context, id string) error {
	if err := set[placementRow](s.db(ctx).Where("child_id = ? AND live = 1", id), map[string]any{"live": 0}); err != nil {
		return err
	}
	return set[childRow](s.db(ctx).Where("id = ?", id), map[string]any{"void": 1})
}

// touched tells whether anything was entered about a child after the import
// that made it: whatever changes a child writes an audit entry about it.
func (s store) touched(ctx context.Context, child, imported string) (bool, error) {
	var found int64
	err := s.With(ctx).Raw(`SELECT
		(SELECT COUNT(*) FROM audit WHERE nursery_id = @n AND kind = 'child' AND subject_id = @child AND verb NOT LIKE 'roster.reveal%'
			AND seq > (SELECT MAX(seq) FROM audit WHERE nursery_id = @n AND kind IN ('import', 'list_import') AND subject_id = @import))
		+ (SELECT COUNT(*) FROM leave WHERE nursery_id = @n AND child_id = @child)`,
		map[string]any{"n": s.Nursery(), "child": child, "import": imported}).Scan(&found).Error
	if err != nil {
		return false, fmt.Errorf("roster touched: %w", err)
	}
	return found > 0, nil
}

// kept writes a list as text; nothing kept here can fail to encode.
func kept(value any) string {
	raw, err := json.Marshal(value)
	if err != nil {
		return "[]"
	}
	return string(raw)
}

// recall reads what kept wrote.
func recall[T any](text string) ([]T, error) {
	var list []T
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		return nil, fmt.Errorf("roster import: %w", err)
	}
	return list, nil
}
