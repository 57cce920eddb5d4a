package roster

import (
	"context"
	"fmt"
)

type photoRow struct {
	NurseryID string `gorm:"primaryKey"`
	ChildID   string `gorm:"primaryKey"`
	BlobID    string
}

func (photoRow) TableName() string { return "child_photo" }

// photos gives the ids of the kept photos of many children.
func (s store) photos(ctx context.Context, children []string) (map[string]string, error) {
	rows, err := all[photoRow](s.db(ctx).Where("child_id IN ?", children))
	photos := make(map[string]string, len(rows))
	for _, row := range rows {
		photos[row.ChildID] = row.BlobID
	}
	return photos, err
}

func (s store) removePhoto(ctx context.Context, child string) error {
	if err := s.db(ctx).Where("child_id = ?", child).Delete(&photoRow{}).Error; err != nil {
		return fmt.Errorf("roster photo: %w", err)
	}
	return nil
}
