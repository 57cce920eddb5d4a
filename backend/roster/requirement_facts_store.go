package roster

import (
	"context"
	"time"

	"yayuan/backend/day"
)

// placedSince lists the children with a live placement on a day or later.
func (s store) placedSince(ctx context.Context, on day.Day) ([]string, error) {
	rows, err := all[placementRow](s.db(ctx).Select("DISTINCT child_id").Where("live = 1 AND (until_day IS NULL OR until_day >= ?)", on))
	ids := make([]string, 0, len(rows))
	for _, row := range rows {
		ids = append(ids, row.ChildID)
	}
	return ids, err
}

// filed reads of children only what requirements ask about; of the sealed
// values none but the allergies are opened.
func (s store) filed(ctx context.Context, ids []string) ([]known, error) {
	rows, err := all[childRow](s.db(ctx).Select("id", "name", "nickname", "birth_date", "id_number_index", "certificate_index", "allergies_seal", "health_seal").
		Where("id IN ? AND void = 0", ids).Order("name, id"))
	if err != nil {
		return nil, err
	}
	list := make([]known, 0, len(rows))
	for _, row := range rows {
		child, err := s.open(ctx, row)
		if err != nil {
			return nil, err
		}
		list = append(list, known{child: child, number: len(row.IDNumberIndex) > 0 || len(row.CertificateIndex) > 0})
	}
	return list, nil
}

// cardDays tells when the live action card of each child was written; what is
// on it stays closed.
func (s store) cardDays(ctx context.Context, ids []string) (map[string]day.Day, error) {
	rows, err := all[cardRow](s.db(ctx).Select("child_id", "entered_at").Where("child_id IN ? AND live = 1", ids))
	days := map[string]day.Day{}
	for _, row := range rows {
		if at, err := time.Parse(time.RFC3339Nano, row.EnteredAt); err == nil {
			days[row.ChildID] = day.Of(at)
		}
	}
	return days, err
}
