package nursery

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"
)

type homeRow struct {
	NurseryID string `gorm:"primaryKey"`
	Home      int
}

func (homeRow) TableName() string { return "nursery_home" }

func (s store) home(ctx context.Context) (bool, error) {
	var row homeRow
	err := s.With(ctx).Where("nursery_id = ?", s.Nursery()).Take(&row).Error
	if err != nil && !errors.Is(err, gorm.ErrRecordNotFound) {
		return false, fmt.Errorf("nursery home: %w", err)
	}
	return row.Home == 1, nil
}

func (s store) saveHome(ctx context.Context, home bool) error {
	row := homeRow{NurseryID: s.Nursery()}
	if home {
		row.Home = 1
	}
	if err := s.With(ctx).Save(&row).Error; err != nil {
		return fmt.Errorf("nursery home: %w", err)
	}
	return nil
}
