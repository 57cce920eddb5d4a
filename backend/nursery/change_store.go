package nursery

import (
	"context"
	"fmt"

	"yayuan/backend/day"
)

type changeRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	Field      string
	OldValue   string
	NewValue   string
	HappenedOn day.Day
	State      ChangeState
	FiledOn    day.Day
	Number     string
	Reason     string
	Revision   int64
}

func (changeRow) TableName() string { return "nursery_change" }

func (row changeRow) change() RegistrationChange {
	return RegistrationChange{ID: row.ID, Field: row.Field, Old: row.OldValue, New: row.NewValue, HappenedOn: row.HappenedOn,
		State: row.State, FiledOn: row.FiledOn, Number: row.Number, Reason: row.Reason, Revision: row.Revision}
}

func (s store) changesWhere(ctx context.Context, where string, args ...any) ([]RegistrationChange, error) {
	var rows []changeRow
	err := s.With(ctx).Where("nursery_id = ?", s.Nursery()).Where(where, args...).
		Order("state <> 'open', happened_on DESC, id DESC").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("nursery: changes: %w", err)
	}
	found := make([]RegistrationChange, 0, len(rows))
	for _, row := range rows {
		found = append(found, row.change())
	}
	return found, nil
}

func (s store) changes(ctx context.Context) ([]RegistrationChange, error) {
	return s.changesWhere(ctx, "1 = 1")
}

func (s store) change(ctx context.Context, id string) (RegistrationChange, error) {
	found, err := s.changesWhere(ctx, "id = ?", id)
	if err == nil && len(found) == 0 {
		err = changeUnknown
	}
	if err != nil {
		return RegistrationChange{}, err
	}
	return found[0], nil
}

func (s store) openChange(ctx context.Context, field string) (RegistrationChange, bool, error) {
	found, err := s.changesWhere(ctx, "field = ? AND state = 'open'", field)
	if err != nil || len(found) == 0 {
		return RegistrationChange{}, false, err
	}
	return found[0], true, nil
}

func (s store) saveChange(ctx context.Context, c RegistrationChange) error {
	row := changeRow{NurseryID: s.Nursery(), ID: c.ID, Field: c.Field, OldValue: c.Old, NewValue: c.New, HappenedOn: c.HappenedOn,
		State: c.State, FiledOn: c.FiledOn, Number: c.Number, Reason: c.Reason, Revision: c.Revision}
	if err := s.With(ctx).Save(&row).Error; err != nil {
		return fmt.Errorf("nursery: change: %w", err)
	}
	return nil
}
