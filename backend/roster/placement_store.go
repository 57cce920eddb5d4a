package roster

import (
	"context"

	"yayuan/backend/day"
)

type placementRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	ChildID    string
	ClassID    string
	Mode       Mode
	FromDay    day.Day
	UntilDay   day.Day
	TrialUntil day.Day
	FeePlan    string
	ExamOn     day.Day
	Reason     string
	Supersedes *string
	Live       int
	EnteredAt  string
	ActorID    string
}

func (placementRow) TableName() string { return "placement" }

func (r placementRow) placement() Placement {
	return Placement{ID: r.ID, ChildID: r.ChildID, ClassID: r.ClassID, Mode: r.Mode, From: r.FromDay, Until: r.UntilDay,
		TrialUntil: r.TrialUntil, FeePlan: r.FeePlan, ExamOn: r.ExamOn, Reason: r.Reason}
}

// placements lists the live placements of children, oldest first.
func (s store) placements(ctx context.Context, children []string) ([]placementRow, error) {
	return all[placementRow](s.db(ctx).Where("child_id IN ? AND live = 1", children).Order("child_id, from_day"))
}

// placedOn lists the live placements that cover a day.
func (s store) placedOn(ctx context.Context, on day.Day, who Who) ([]placementRow, error) {
	query := s.db(ctx).Where("live = 1 AND from_day <= ? AND (until_day IS NULL OR until_day >= ?)", on, on)
	if who.Class != "" {
		query = query.Where("class_id = ?", who.Class)
	}
	if who.Child != "" {
		query = query.Where("child_id = ?", who.Child)
	}
	return all[placementRow](query.Order("child_id"))
}

// placedWithin lists the live placements that touch a span of days.
func (s store) placedWithin(ctx context.Context, from, until day.Day) ([]placementRow, error) {
	return all[placementRow](s.db(ctx).Where("live = 1 AND from_day <= ? AND (until_day IS NULL OR until_day >= ?)", until, from).
		Order("child_id, from_day"))
}

// again lists the live placements of children who are or will be placed and
// were placed before, oldest first: only they can have come back.
func (s store) again(ctx context.Context, on day.Day) ([]placementRow, error) {
	return all[placementRow](s.db(ctx).Where(`live = 1 AND child_id IN (
		SELECT n.child_id FROM placement n JOIN placement b ON b.nursery_id = n.nursery_id AND b.child_id = n.child_id AND b.live = 1 AND b.until_day < n.from_day
		WHERE n.nursery_id = ? AND n.live = 1 AND (n.until_day IS NULL OR n.until_day >= ?))`, s.Nursery(), on).Order("child_id, from_day"))
}

// retirePlacement marks a placement as superseded.
func (s store) retirePlacement(ctx context.Context, id string) error {
	return set[placementRow](s.db(ctx).Where("id = ?", id), map[string]any{"live": 0})
}
