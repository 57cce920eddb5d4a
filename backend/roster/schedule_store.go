package roster

import (
	"context"
	"encoding/json"
	"fmt"

	"yayuan/backend/day"
)

type scheduleRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	ChildID    string
	Mode       Mode
	FromDay    day.Day
	UntilDay   day.Day
	Week       string
	Reason     string
	Supersedes *string
	Live       int
	EnteredAt  string
	ActorID    string
}

func (scheduleRow) TableName() string { return "schedule" }

func (r scheduleRow) schedule() (Schedule, error) {
	s := Schedule{ID: r.ID, ChildID: r.ChildID, Mode: r.Mode, From: r.FromDay, Until: r.UntilDay, Reason: r.Reason}
	if err := json.Unmarshal([]byte(r.Week), &s.Week); err != nil {
		return s, fmt.Errorf("roster week: %w", err)
	}
	return s, nil
}

func schedulesOf(rows []scheduleRow, err error) ([]Schedule, error) {
	list := make([]Schedule, 0, len(rows))
	for _, row := range rows {
		schedule, broken := row.schedule()
		if broken != nil {
			return nil, broken
		}
		list = append(list, schedule)
	}
	return list, err
}

// schedules lists a child's live schedules, oldest first.
func (s store) schedules(ctx context.Context, child string) ([]scheduleRow, error) {
	return all[scheduleRow](s.ofChild(s.db(ctx).Where("live = 1"), child).Order("from_day"))
}

// schedulesWithin lists the live schedules that touch a span of days.
func (s store) schedulesWithin(ctx context.Context, from, until day.Day, child string) ([]Schedule, error) {
	query := s.db(ctx).Where("live = 1 AND from_day <= ? AND (until_day IS NULL OR until_day >= ?)", until, from)
	if child != "" {
		query = s.ofChild(query, child)
	}
	return schedulesOf(all[scheduleRow](query.Order("child_id, from_day")))
}

func (s store) retireSchedule(ctx context.Context, id string) error {
	return set[scheduleRow](s.db(ctx).Where("id = ?", id), map[string]any{"live": 0})
}

type bookingRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	ChildID    string
	Day        day.Day
	Kind       BookingKind
	Part       Part
	Starts     string
	Ends       string
	Note       string
	Void       int
	VoidReason string
	EnteredAt  string
	ActorID    string
}

func (bookingRow) TableName() string { return "booking" }

func (r bookingRow) booking() Booking {
	return Booking{ID: r.ID, ChildID: r.ChildID, Day: r.Day, Kind: r.Kind, Slot: Slot{r.Part, r.Starts, r.Ends}, Note: r.Note,
		Void: r.Void == 1, VoidReason: r.VoidReason}
}

// bookingsWithin lists the booked days of a span that stand.
func (s store) bookingsWithin(ctx context.Context, from, until day.Day, child string) ([]Booking, error) {
	query := s.db(ctx).Where("void = 0 AND day BETWEEN ? AND ?", from, until)
	if child != "" {
		query = s.ofChild(query, child)
	}
	rows, err := all[bookingRow](query.Order("day, child_id"))
	list := make([]Booking, 0, len(rows))
	for _, row := range rows {
		list = append(list, row.booking())
	}
	return list, err
}

func (s store) booking(ctx context.Context, id string) (bookingRow, bool, error) {
	return one[bookingRow](s.db(ctx).Where("id = ? AND void = 0", id))
}

func (s store) voidBooking(ctx context.Context, id, reason string) error {
	return set[bookingRow](s.db(ctx).Where("id = ?", id), map[string]any{"void": 1, "void_reason": reason})
}

// unagreed lists the live hourly placements of a day for which no hours are
// agreed.
func (s store) unagreed(ctx context.Context, on day.Day) ([]placementRow, error) {
	return all[placementRow](s.db(ctx).Where(`live = 1 AND mode = 'hourly' AND from_day <= ? AND (until_day IS NULL OR until_day >= ?)
		AND NOT EXISTS (SELECT 1 FROM schedule w WHERE w.nursery_id = placement.nursery_id AND w.child_id = placement.child_id
			AND w.live = 1 AND w.mode = 'hourly' AND (w.until_day IS NULL OR w.until_day >= ?))
		AND EXISTS (SELECT 1 FROM child c WHERE c.nursery_id = placement.nursery_id AND c.id = placement.child_id AND c.void = 0)`, on, on, on).Order("child_id"))
}
