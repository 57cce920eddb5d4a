package roster

import (
	"context"

	"yayuan/backend/day"
)

type holdRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	ChildID    string
	Episode    string
	Source     string
	FromDay    day.Day
	UntilDay   day.Day
	NeedsProof int
	ReasonSeal []byte
	WantedSeal []byte
	ReleasedOn day.Day
	Proof      Proof
	NoteSeal   []byte
	Supersedes *string
	Live       int
	EnteredAt  string
	ActorID    string
	ActorName  string
}

func (holdRow) TableName() string { return "hold" }

func (r holdRow) hold() Hold {
	return Hold{ID: r.ID, Episode: r.Episode, ChildID: r.ChildID, Source: r.Source, From: r.FromDay, Until: r.UntilDay,
		NeedsProof: r.NeedsProof == 1, ReleasedOn: r.ReleasedOn, Proof: r.Proof, By: r.ActorName, EnteredAt: r.EnteredAt}
}

// holdsWithin lists the live holds that can be in force in a span of days, of
// one child or of all, without their sealed words.
func (s store) holdsWithin(ctx context.Context, from, until day.Day, child string) ([]holdRow, error) {
	query := s.db(ctx).Where("live = 1 AND from_day <= ? AND (released_on IS NULL OR released_on > ?) AND (needs_proof = 1 OR until_day >= ?)", until, from, from)
	if child != "" {
		query = s.ofChild(query, child)
	}
	return all[holdRow](query.Order("child_id, from_day"))
}

func (s store) liveHold(ctx context.Context, id string) (holdRow, bool, error) {
	return one[holdRow](s.db(ctx).Where("id = ? AND live = 1", id))
}

func (s store) retireHold(ctx context.Context, id string) error {
	return set[holdRow](s.db(ctx).Where("id = ?", id), map[string]any{"live": 0})
}

// holdRows lists a child's holds as they stand, the newest first.
func (s store) holdRows(ctx context.Context, child string) ([]holdRow, error) {
	return all[holdRow](s.ofChild(s.db(ctx).Where("live = 1"), child).Order("from_day DESC, entered_at DESC").Limit(50))
}
