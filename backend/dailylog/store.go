package dailylog

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"yayuan/backend/day"
	"yayuan/backend/roster"
	"yayuan/backend/storage"
)

type store struct{ *storage.Store }

func (s store) db(ctx context.Context) *gorm.DB {
	return s.With(ctx).Where("nursery_id = ?", s.Nursery())
}

func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000Z") }

func instant(text string) time.Time {
	t, _ := time.Parse(time.RFC3339Nano, text)
	return t
}

func (s store) insert(ctx context.Context, rows any) error {
	if err := s.With(ctx).Create(rows).Error; err != nil {
		return fmt.Errorf("dailylog insert: %w", err)
	}
	return nil
}

func all[T any](query *gorm.DB) ([]T, error) {
	var rows []T
	if err := query.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("dailylog list: %w", err)
	}
	return rows, nil
}

func one[T any](query *gorm.DB) (row T, found bool, err error) {
	err = query.Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, false, nil
	}
	if err != nil {
		return row, false, fmt.Errorf("dailylog read: %w", err)
	}
	return row, true, nil
}

type periodRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	ClassKind roster.Kind
	Season    string
	Key       string
	Register  string
	Starts    string
	Ends      string
}

func (periodRow) TableName() string { return "period" }

func (s store) periods(ctx context.Context, kind roster.Kind) ([]Period, error) {
	rows, err := all[periodRow](s.db(ctx).Where("class_kind = ? AND season = 'all'", kind).Order("starts"))
	periods := make([]Period, 0, len(rows))
	for _, row := range rows {
		periods = append(periods, Period{Key: row.Key, Kind: row.Register, Starts: row.Starts, Ends: row.Ends})
	}
	return periods, err
}

// SeedTimetable writes the first timetable of a new nursery.
func (s *Service) SeedTimetable(ctx context.Context) error {
	rows := []periodRow{}
	for _, kind := range []roster.Kind{roster.Infant, roster.Small, roster.Large, roster.Mixed} {
		for _, p := range firstTimetable[kind] {
			rows = append(rows, periodRow{NurseryID: s.store.Nursery(), ID: storage.NewID(), ClassKind: kind,
				Season: "all", Key: p.Key, Register: p.Kind, Starts: p.Starts, Ends: p.Ends})
		}
	}
	return s.store.Do(ctx, func(ctx context.Context) error { return s.store.insert(ctx, &rows) })
}

type actRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	Kind      string
	ClassID   string
	Day       day.Day
	Slot      string
	ActorID   string
	At        string
	Undoes    *string
}

func (actRow) TableName() string { return "act" }

func (s store) act(ctx context.Context, id string) (actRow, bool, error) {
	return one[actRow](s.db(ctx).Where("id = ?", id))
}

type closeRow struct {
	NurseryID string `gorm:"primaryKey"`
	ClassID   string `gorm:"primaryKey"`
	Day       day.Day
	ClosedAt  string
	ActorID   string
}

func (closeRow) TableName() string { return "day_close" }

func (s store) closed(ctx context.Context, class string, on day.Day) (bool, error) {
	_, found, err := one[closeRow](s.db(ctx).Where("class_id = ? AND day = ?", class, on))
	return found, err
}

func (s store) closeDay(ctx context.Context, class string, on day.Day, actor string) error {
	return s.insert(ctx, &closeRow{NurseryID: s.Nursery(), ClassID: class, Day: on, ClosedAt: stamp(s.Now()), ActorID: actor})
}
