package calendar

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/storage"
)

type store struct{ *storage.Store }

func (s store) db(ctx context.Context) *gorm.DB {
	return s.With(ctx).Where("nursery_id = ?", s.Nursery())
}

type ownRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	Seq        int64
	ClassID    *string
	FromDay    day.Day
	UntilDay   day.Day
	State      State
	Part       Part
	Starts     string
	Ends       string
	Kind       Kind
	Reason     string
	Supersedes *string
	Live       int
	AfterLock  int
	EnteredAt  string
	ActorID    string
	ActorName  string
}

func (ownRow) TableName() string { return "own_day" }

func (r ownRow) own() Own {
	return Own{ID: r.ID, Seq: r.Seq, Class: text(r.ClassID), From: r.FromDay, Until: r.UntilDay, State: r.State,
		Part: r.Part, Starts: r.Starts, Ends: r.Ends, Kind: r.Kind, Reason: r.Reason, TakenBack: text(r.Supersedes),
		Live: r.Live == 1, AfterLock: r.AfterLock == 1, EnteredAt: r.EnteredAt, By: r.ActorName}
}

func text(maybe *string) string {
	if maybe == nil {
		return ""
	}
	return *maybe
}

func orNil(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// touching lists the rows that touch a span of days, the newest first; live
// ones only, or all.
func (s store) touching(ctx context.Context, from, until day.Day, live bool) ([]Own, error) {
	query := s.db(ctx).Where("until_day >= ? AND from_day <= ?", from, until)
	if live {
		query = query.Where("live = 1")
	}
	var rows []ownRow
	if err := query.Order("seq DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("calendar list: %w", err)
	}
	list := make([]Own, 0, len(rows))
	for _, row := range rows {
		list = append(list, row.own())
	}
	return list, nil
}

func (s store) live(ctx context.Context, id string) (Own, bool, error) {
	var row ownRow
	err := s.db(ctx).Where("id = ? AND live = 1", id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Own{}, false, nil
	}
	if err != nil {
		return Own{}, false, fmt.Errorf("calendar read: %w", err)
	}
	return row.own(), true, nil
}

func (s store) retire(ctx context.Context, id string) error {
	if err := s.db(ctx).Model(&ownRow{}).Where("id = ?", id).Update("live", 0).Error; err != nil {
		return fmt.Errorf("calendar retire: %w", err)
	}
	return nil
}

// insert writes a row after all others.
func (s store) insert(ctx context.Context, o Own, actor audit.Actor) error {
	var last int64
	if err := s.db(ctx).Model(&ownRow{}).Select("COALESCE(MAX(seq), 0)").Scan(&last).Error; err != nil {
		return fmt.Errorf("calendar seq: %w", err)
	}
	row := ownRow{NurseryID: s.Nursery(), ID: o.ID, Seq: last + 1, ClassID: orNil(o.Class), FromDay: o.From, UntilDay: o.Until,
		State: o.State, Part: o.Part, Starts: o.Starts, Ends: o.Ends, Kind: o.Kind, Reason: o.Reason,
		Supersedes: orNil(o.TakenBack), Live: 1, EnteredAt: s.Now().UTC().Format(time.RFC3339Nano),
		ActorID: actor.ID, ActorName: actor.Name}
	if o.State == Taken {
		row.Live = 0
	}
	if o.AfterLock {
		row.AfterLock = 1
	}
	if err := s.With(ctx).Create(&row).Error; err != nil {
		return fmt.Errorf("calendar insert: %w", err)
	}
	return nil
}

// hasClass asks the table of classes, which belongs to an area above.
func (s store) hasClass(ctx context.Context, class string) (bool, error) {
	var n int64
	if err := s.With(ctx).Table("class").Where("nursery_id = ? AND id = ?", s.Nursery(), class).Count(&n).Error; err != nil {
		return false, fmt.Errorf("calendar class: %w", err)
	}
	return n > 0, nil
}

type lockRow struct {
	NurseryID string `gorm:"primaryKey"`
	Month     string `gorm:"primaryKey"`
	Source    string
	LockedAt  string
	ActorID   string
}

func (lockRow) TableName() string { return "month_lock" }

// lockOf tells by what a month is locked, empty when it is not.
func (s store) lockOf(ctx context.Context, month string) (string, error) {
	var source []string
	if err := s.db(ctx).Model(&lockRow{}).Where("month = ?", month).Pluck("source", &source).Error; err != nil {
		return "", fmt.Errorf("calendar lock: %w", err)
	}
	if len(source) == 0 {
		return "", nil
	}
	return source[0], nil
}

func (s store) lock(ctx context.Context, month, by string, actor audit.Actor) error {
	row := lockRow{NurseryID: s.Nursery(), Month: month, Source: by, LockedAt: s.Now().UTC().Format(time.RFC3339Nano), ActorID: actor.ID}
	if err := s.With(ctx).Create(&row).Error; err != nil {
		return fmt.Errorf("calendar lock: %w", err)
	}
	return nil
}
