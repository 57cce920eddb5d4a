package lists

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"yayuan/backend/storage"
)

type store struct{ *storage.Store }

func (s store) db(ctx context.Context) *gorm.DB {
	return s.With(ctx).Where("nursery_id = ?", s.Nursery())
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

type importRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	List       string
	FileName   string
	Content    []byte
	Columns    string
	State      string
	Created    int
	Changed    int
	Same       int
	At         string
	ActorID    string
	ActorName  string
	Reason     string
	UndoneAt   *string
	UndoReason string
}

func (importRow) TableName() string { return "list_import" }

func (r importRow) imported() Import {
	return Import{ID: r.ID, List: r.List, FileName: r.FileName, At: r.At, By: r.ActorName, State: r.State, Created: r.Created, Changed: r.Changed, Same: r.Same}
}

type importedRow struct {
	NurseryID string `gorm:"primaryKey"`
	ImportID  string `gorm:"primaryKey"`
	Position  int    `gorm:"primaryKey"`
	Number    int
	RecordID  string
	Outcome   Outcome
	PersonID  string
	Kept      []byte
}

func (importedRow) TableName() string { return "list_import_row" }

func (s store) insert(ctx context.Context, rows any) error {
	if err := s.With(ctx).Create(rows).Error; err != nil {
		return fmt.Errorf("lists insert: %w", err)
	}
	return nil
}

// imports reads everything but the files themselves.
func (s store) imports(ctx context.Context) ([]importRow, error) {
	var rows []importRow
	err := s.db(ctx).Omit("content").Where("state <> 'draft'").Order("at DESC, id DESC").Limit(100).Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("lists imports: %w", err)
	}
	return rows, nil
}

func (s store) importOf(ctx context.Context, id string) (row importRow, found bool, err error) {
	err = s.db(ctx).Where("id = ?", id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, false, nil
	}
	if err != nil {
		return row, false, fmt.Errorf("lists import: %w", err)
	}
	return row, true, nil
}

func (s store) changeImport(ctx context.Context, id string, columns map[string]any) error {
	if err := s.db(ctx).Model(&importRow{}).Where("id = ?", id).Updates(columns).Error; err != nil {
		return fmt.Errorf("lists import: %w", err)
	}
	return nil
}

// dropDrafts removes drafts that nobody finished: they hold a whole file and
// are no record of anything.
func (s store) dropDrafts(ctx context.Context, before time.Time) error {
	if err := s.db(ctx).Where("state = 'draft' AND at < ?", stamp(before)).Delete(&importRow{}).Error; err != nil {
		return fmt.Errorf("lists drafts: %w", err)
	}
	return nil
}

func (s store) keepRows(ctx context.Context, id string, kept []keptRow) error {
	rows := make([]importedRow, 0, len(kept))
	for i, each := range kept {
		raw, err := json.Marshal(each.Values)
		if err != nil {
			return fmt.Errorf("lists keep: %w", err)
		}
		if each.Person != "" {
			if raw, err = s.Seal(ctx, each.Person, string(raw)); err != nil {
				return fmt.Errorf("lists keep: %w", err)
			}
		}
		rows = append(rows, importedRow{NurseryID: s.Nursery(), ImportID: id, Position: i, Number: each.Number, RecordID: each.ID,
			Outcome: each.Outcome, PersonID: each.Person, Kept: raw})
	}
	if len(rows) == 0 {
		return nil
	}
	const batch = 500 // rows of eight values, below the engine's bound of variables
	if err := s.With(ctx).CreateInBatches(&rows, batch).Error; err != nil {
		return fmt.Errorf("lists keep: %w", err)
	}
	return nil
}

// keptRows opens what undo goes by. What an erased person had is not brought
// back: such a row compares to nothing.
func (s store) keptRows(ctx context.Context, id string) ([]keptRow, error) {
	var rows []importedRow
	if err := s.db(ctx).Where("import_id = ?", id).Order("position").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("lists kept: %w", err)
	}
	kept := make([]keptRow, 0, len(rows))
	for _, row := range rows {
		out := keptRow{Number: row.Number, ID: row.RecordID, Outcome: row.Outcome, Person: row.PersonID}
		raw := string(row.Kept)
		if row.PersonID != "" {
			var err error
			raw, err = s.Unseal(ctx, row.PersonID, row.Kept)
			switch {
			case storage.IsErased(err):
				out.ID = ""
				raw = "{}"
			case err != nil:
				return nil, fmt.Errorf("lists kept: %w", err)
			}
		}
		if err := json.Unmarshal([]byte(raw), &out.Values); err != nil {
			return nil, fmt.Errorf("lists kept: %w", err)
		}
		kept = append(kept, out)
	}
	return kept, nil
}
