package roster

import (
	"context"
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

func (s store) insert(ctx context.Context, rows any) error {
	if err := s.With(ctx).Create(rows).Error; err != nil {
		return fmt.Errorf("roster insert: %w", err)
	}
	return nil
}

// one reads a row or reports that there is none.
func one[T any](query *gorm.DB) (row T, found bool, err error) {
	err = query.Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, false, nil
	}
	if err != nil {
		return row, false, fmt.Errorf("roster read: %w", err)
	}
	return row, true, nil
}

func all[T any](query *gorm.DB) ([]T, error) {
	var rows []T
	if err := query.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("roster list: %w", err)
	}
	return rows, nil
}

// set changes columns of the rows that the query finds.
func set[T any](query *gorm.DB, columns map[string]any) error {
	var row T
	if err := query.Model(&row).Updates(columns).Error; err != nil {
		return fmt.Errorf("roster change: %w", err)
	}
	return nil
}

type classRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	Name      string
	Kind      Kind
	Places    int
	Room      string
	Position  int
	Revision  int64
}

func (classRow) TableName() string { return "class" }

func (r classRow) class() Class {
	return Class{ID: r.ID, Name: r.Name, Kind: r.Kind, Places: r.Places, Room: r.Room, Position: r.Position, Revision: r.Revision}
}

// classes lists the classes that are open today, in their order.
func (s store) classes(ctx context.Context) ([]Class, error) { return s.classesOn(ctx, s.Today()) }

func (s store) class(ctx context.Context, id string) (Class, bool, error) {
	row, found, err := one[classRow](s.db(ctx).Where("id = ?", id))
	return row.class(), found, err
}

func (s store) saveClass(ctx context.Context, c Class) error {
	row := classRow{NurseryID: s.Nursery(), ID: c.ID, Name: c.Name, Kind: c.Kind, Places: c.Places,
		Room: c.Room, Position: c.Position, Revision: c.Revision}
	err := s.With(ctx).Save(&row).Error
	if storage.IsUnique(err) {
		return classNameTaken.At("name").With("name", c.Name)
	}
	if err != nil {
		return fmt.Errorf("roster class: %w", err)
	}
	return nil
}
