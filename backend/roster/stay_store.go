package roster

import (
	"context"

	"yayuan/backend/day"
	"yayuan/backend/storage"
)

type stayRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	StaffID   string
	FromDay   day.Day
	UntilDay  day.Day
	Reason    string
}

func (stayRow) TableName() string { return "staff_stay" }

// stays gives the stays of many members of staff, oldest first.
func (s store) stays(ctx context.Context, staff []string) (map[string][]Stay, error) {
	rows, err := all[stayRow](s.db(ctx).Where("staff_id IN ?", staff).Order("staff_id, COALESCE(from_day, ''), id"))
	stays := map[string][]Stay{}
	for _, row := range rows {
		stays[row.StaffID] = append(stays[row.StaffID], Stay{ID: row.ID, From: row.FromDay, Until: row.UntilDay, Reason: row.Reason})
	}
	return stays, err
}

// saveStay changes a stay, or adds one without an id.
func (s store) saveStay(ctx context.Context, staff string, t Stay) error {
	if t.ID == "" {
		return s.insert(ctx, &stayRow{NurseryID: s.Nursery(), ID: storage.NewID(), StaffID: staff, FromDay: t.From, UntilDay: t.Until, Reason: t.Reason})
	}
	return set[stayRow](s.db(ctx).Where("id = ?", t.ID), map[string]any{"from_day": t.From, "until_day": t.Until, "reason": t.Reason})
}

// saveLastStay writes the days of a member of staff into the latest stay.
func (s store) saveLastStay(ctx context.Context, m Staff) error {
	stays, err := s.stays(ctx, []string{m.ID})
	if err != nil {
		return err
	}
	last := Stay{}
	if mine := stays[m.ID]; len(mine) > 0 {
		last = mine[len(mine)-1]
	}
	if last.ID != "" && last.From == m.JoinedOn && last.Until == m.LeftOn {
		return nil
	}
	last.From, last.Until = m.JoinedOn, m.LeftOn
	return s.saveStay(ctx, m.ID, last)
}
