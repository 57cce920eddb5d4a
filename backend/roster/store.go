package roster

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"yayuan/backend/day"
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

type placementRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	ChildID    string
	ClassID    string
	Mode       Mode
	FromDay    day.Day
	UntilDay   day.Day
	Reason     string
	Supersedes *string
	Live       int
	EnteredAt  string
	ActorID    string
}

func (placementRow) TableName() string { return "placement" }

func (r placementRow) placement() Placement {
	return Placement{ID: r.ID, ChildID: r.ChildID, ClassID: r.ClassID, Mode: r.Mode, From: r.FromDay,
		Until: r.UntilDay, Reason: r.Reason}
}

// placements lists the live placements of children, oldest first.
func (s store) placements(ctx context.Context, children []string) ([]placementRow, error) {
	return all[placementRow](s.db(ctx).Where("child_id IN ? AND live = 1", children).Order("child_id, from_day"))
}

// placedOn lists the live placements that cover a day.
func (s store) placedOn(ctx context.Context, on day.Day, who Who) ([]placementRow, error) {
	query := s.db(ctx).Where("live = 1 AND from_day <= ? AND (until_day IS NULL OR until_day >= ?)", on, on)
	if who.Class != "" {
		query = query.Where("class_id = ?", who.Class)
	}
	if who.Child != "" {
		query = query.Where("child_id = ?", who.Child)
	}
	return all[placementRow](query.Order("child_id"))
}

// placedWithin lists the live placements that touch a span of days.
func (s store) placedWithin(ctx context.Context, from, until day.Day) ([]placementRow, error) {
	return all[placementRow](s.db(ctx).Where("live = 1 AND from_day <= ? AND (until_day IS NULL OR until_day >= ?)", until, from).
		Order("child_id, from_day"))
}

type leaveRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	ChildID    string
	FromDay    day.Day
	UntilDay   day.Day
	Kind       string
	ToldBy     string
	NoteSeal   []byte
	Void       int
	VoidReason string
	EnteredAt  string
	ActorID    string
}

func (leaveRow) TableName() string { return "leave" }

func (r leaveRow) leave() Leave {
	return Leave{ID: r.ID, ChildID: r.ChildID, From: r.FromDay, Until: r.UntilDay, Kind: r.Kind, ToldBy: r.ToldBy,
		Void: r.Void == 1, VoidReason: r.VoidReason}
}

// leavesWithin lists the leaves that touch a span of days, of one
// child or of all, without their notes.
func (s store) leavesWithin(ctx context.Context, from, until day.Day, child string) ([]leaveRow, error) {
	query := s.db(ctx).Where("void = 0 AND until_day >= ? AND from_day <= ?", from, until)
	if child != "" {
		query = query.Where("child_id = ?", child)
	}
	return all[leaveRow](query.Order("child_id, from_day"))
}

// retirePlacement marks a placement as superseded.
func (s store) retirePlacement(ctx context.Context, id string) error {
	return set[placementRow](s.db(ctx).Where("id = ?", id), map[string]any{"live": 0})
}

func (s store) liveLeave(ctx context.Context, id string) (leaveRow, bool, error) {
	return one[leaveRow](s.db(ctx).Where("id = ? AND void = 0", id))
}

func (s store) voidLeave(ctx context.Context, id, reason string) error {
	return set[leaveRow](s.db(ctx).Where("id = ?", id), map[string]any{"void": 1, "void_reason": reason})
}

func (s store) leaveRows(ctx context.Context, child string) ([]leaveRow, error) {
	return all[leaveRow](s.db(ctx).Where("child_id = ?", child).Order("from_day DESC").Limit(100))
}
