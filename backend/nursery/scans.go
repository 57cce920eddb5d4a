package nursery

import (
	"context"

	"yayuan/backend/day"
	"yayuan/backend/identity"
)

// ScannedPaper is a paper that has a picture.
type ScannedPaper struct {
	ID       string
	Title    string
	IssuedOn day.Day
}

// Scans lists the papers that have a picture, by what they are called.
func (s *Service) Scans(ctx context.Context) ([]ScannedPaper, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return nil, err
	}
	documents, err := s.store.documents(ctx)
	var scans []ScannedPaper
	for _, d := range documents {
		if d.ScanID == "" || d.VoidReason != "" {
			continue
		}
		title := d.Title
		if kind, known := kindOf(d.Kind); known && title == "" {
			title = kind.Title
		}
		scans = append(scans, ScannedPaper{ID: d.ID, Title: title, IssuedOn: d.IssuedOn})
	}
	return scans, err
}
