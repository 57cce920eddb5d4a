package roster

import (
	"context"

	"yayuan/backend/day"
)

type leaveRow struct {
	NurseryID    string `gorm:"primaryKey"`
	ID           string `gorm:"primaryKey"`
	ChildID      string
	Episode      string
	Act          LeaveAct
	Supersedes   *string
	Live         int
	FromDay      day.Day
	UntilDay     day.Day
	Kind         string
	ToldBy       string
	ToldTo       string
	ToldHow      string
	SymptomsSeal []byte
	NoteSeal     []byte
	ReturnedOn   day.Day
	Proof        Proof
	Void         int
	VoidReason   string
	EnteredAt    string
	ActorID      string
	ActorName    string
}

func (leaveRow) TableName() string { return "leave" }

func (r leaveRow) leave() Leave {
	return Leave{ID: r.ID, Episode: r.Episode, Act: r.Act, ChildID: r.ChildID, From: r.FromDay, Until: r.UntilDay, Kind: r.Kind,
		ToldBy: r.ToldBy, ToldTo: r.ToldTo, ToldHow: r.ToldHow, ReturnedOn: r.ReturnedOn, Proof: r.Proof,
		Void: r.Void == 1, VoidReason: r.VoidReason, Live: r.Live == 1, EnteredAt: r.EnteredAt, By: r.ActorName}
}

// leavesWithin lists the leaves that touch a span of days, of one
// child or of all, without their sealed words.
func (s store) leavesWithin(ctx context.Context, from, until day.Day, child string) ([]leaveRow, error) {
	query := s.db(ctx).Where("live = 1 AND void = 0 AND until_day >= ? AND from_day <= ?", from, until)
	if child != "" {
		query = s.ofChild(query, child)
	}
	return all[leaveRow](query.Order("child_id, from_day"))
}

// unwell lists the leaves for illness from which a child that is placed on a
// day came back without a proof.
func (s store) unwell(ctx context.Context, on day.Day) ([]leaveRow, error) {
	return all[leaveRow](s.db(ctx).Where(`live = 1 AND void = 0 AND kind = 'illness' AND proof = 'missing' AND returned_on <= ?
		AND EXISTS (SELECT 1 FROM placement p WHERE p.nursery_id = leave.nursery_id AND p.child_id = leave.child_id
			AND p.live = 1 AND p.from_day <= ? AND (p.until_day IS NULL OR p.until_day >= ?))`, on, on, on).Order("child_id, from_day"))
}

func (s store) liveLeave(ctx context.Context, id string) (leaveRow, bool, error) {
	return one[leaveRow](s.db(ctx).Where("id = ? AND live = 1 AND void = 0", id))
}

func (s store) voidLeave(ctx context.Context, id, reason string) error {
	return set[leaveRow](s.db(ctx).Where("id = ?", id), map[string]any{"void": 1, "void_reason": reason})
}

func (s store) retireLeave(ctx context.Context, id string) error {
	return set[leaveRow](s.db(ctx).Where("id = ?", id), map[string]any{"live": 0})
}

// leaveRows lists every act of a child's leaves, the newest leave first and
// in it the newest act.
func (s store) leaveRows(ctx context.Context, child string) ([]leaveRow, error) {
	return all[leaveRow](s.ofChild(s.db(ctx), child).Order("from_day DESC, episode, live DESC, entered_at DESC, id DESC").Limit(400))
}
