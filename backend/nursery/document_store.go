package nursery

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"yayuan/backend/day"
)

type documentRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	Kind       string
	Title      string
	Number     string
	Issuer     string
	IssuedOn   day.Day
	ValidUntil day.Day
	RemindDays int
	Note       string
	ScanID     *string
	Renews     *string
	VoidReason string
	Revision   int64
	CreatedAt  string
}

func (documentRow) TableName() string { return "nursery_document" }

func (row documentRow) document() Document {
	d := Document{ID: row.ID, Kind: row.Kind, Title: row.Title, Number: row.Number, Issuer: row.Issuer, IssuedOn: row.IssuedOn,
		ValidUntil: row.ValidUntil, RemindDays: row.RemindDays, Note: row.Note, VoidReason: row.VoidReason, Revision: row.Revision}
	if row.ScanID != nil {
		d.ScanID = *row.ScanID
	}
	if row.Renews != nil {
		d.Renews = *row.Renews
	}
	return d
}

func (s store) documents(ctx context.Context) ([]Document, error) {
	var rows []documentRow
	if err := s.With(ctx).Where("nursery_id = ?", s.Nursery()).Order("issued_on DESC, id DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("nursery: documents: %w", err)
	}
	found := make([]Document, 0, len(rows))
	for _, row := range rows {
		found = append(found, row.document())
	}
	return found, nil
}

func (s store) document(ctx context.Context, id string) (Document, error) {
	return one(ctx, s.documents, func(d Document) bool { return d.ID == id }, documentUnknown)
}

// saveDocument keeps when the paper was first written down.
func (s store) saveDocument(ctx context.Context, d Document) error {
	row := documentRow{NurseryID: s.Nursery(), ID: d.ID, Kind: d.Kind, Title: d.Title, Number: d.Number, Issuer: d.Issuer, IssuedOn: d.IssuedOn,
		ValidUntil: d.ValidUntil, RemindDays: d.RemindDays, Note: d.Note, ScanID: orNull(d.ScanID), Renews: orNull(d.Renews),
		VoidReason: d.VoidReason, Revision: d.Revision, CreatedAt: s.Now().Format(time.RFC3339Nano)}
	columns := []string{"kind", "title", "number", "issuer", "issued_on", "valid_until", "remind_days", "note", "scan_id", "renews", "void_reason", "revision"}
	err := s.With(ctx).Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "nursery_id"}, {Name: "id"}},
		DoUpdates: clause.AssignmentColumns(columns)}).Create(&row).Error
	if err != nil {
		return fmt.Errorf("nursery: document: %w", err)
	}
	return nil
}
