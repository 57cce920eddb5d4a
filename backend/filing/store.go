package filing

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

func (s store) insert(ctx context.Context, row any) error {
	if err := s.With(ctx).Create(row).Error; err != nil {
		return fmt.Errorf("filing insert: %w", err)
	}
	return nil
}

type templateRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	Name      string
	Form      string
	Kind      string
	BlobID    string
	AddedAt   string
}

func (templateRow) TableName() string { return "template" }

type filedRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	Form       string
	Period     string
	TemplateID string
	BlobID     string
	FileName   string
	SHA256     string `gorm:"column:sha256"`
	Figures    string
	Version    string
	FiledAt    string
	ActorID    string
	ActorName  string
}

func (filedRow) TableName() string { return "filed" }

func (r filedRow) filed() Filed {
	at, _ := time.Parse(time.RFC3339Nano, r.FiledAt)
	return Filed{ID: r.ID, Form: r.Form, Period: r.Period, FileName: r.FileName, SHA256: r.SHA256, Version: r.Version,
		At: at, By: r.ActorName, blob: r.BlobID}
}

func one[T any](query *gorm.DB) (row T, found bool, err error) {
	err = query.Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, false, nil
	}
	if err != nil {
		return row, false, fmt.Errorf("filing read: %w", err)
	}
	return row, true, nil
}

func (s store) template(ctx context.Context, id string) (templateRow, bool, error) {
	return one[templateRow](s.db(ctx).Where("id = ?", id))
}

func (s store) templateOf(ctx context.Context, blob string) (templateRow, bool, error) {
	return one[templateRow](s.db(ctx).Where("blob_id = ?", blob))
}

func (s store) templates(ctx context.Context) ([]templateRow, error) {
	var rows []templateRow
	if err := s.db(ctx).Order("added_at DESC").Limit(100).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("filing templates: %w", err)
	}
	return rows, nil
}

func (s store) filed(ctx context.Context, id string) (filedRow, bool, error) {
	return one[filedRow](s.db(ctx).Where("id = ?", id))
}

func (s store) allFiled(ctx context.Context) ([]Filed, error) {
	var rows []filedRow
	if err := s.db(ctx).Omit("figures").Order("filed_at DESC").Limit(200).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("filing list: %w", err)
	}
	all := make([]Filed, 0, len(rows))
	for _, row := range rows {
		all = append(all, row.filed())
	}
	return all, nil
}
