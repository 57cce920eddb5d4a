package roster

import (
	"context"
	"fmt"
	"strings"

	"yayuan/backend/day"
)

type moveRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	ClassID    *string
	Day        day.Day
	Reason     string
	At         string
	ActorID    string
	ActorName  string
	UndoneAt   *string
	UndoReason string
}

func (moveRow) TableName() string { return "move_act" }

type movedRow struct {
	NurseryID string `gorm:"primaryKey"`
	ActID     string `gorm:"primaryKey"`
	ChildID   string `gorm:"primaryKey"`
	Before    string
	After     string
	Undone    int
}

func (movedRow) TableName() string { return "move_act_child" }

func (s store) move(ctx context.Context, id string) (moveRow, bool, error) {
	return one[moveRow](s.db(ctx).Where("id = ?", id))
}

// moves lists the last acts, newest first.
func (s store) moves(ctx context.Context) ([]moveRow, error) {
	return all[moveRow](s.db(ctx).Order("at DESC, id DESC").Limit(20))
}

func (s store) moved(ctx context.Context, act string) ([]movedRow, error) {
	return all[movedRow](s.db(ctx).Where("act_id = ?", act).Order("child_id"))
}

// movedCounts counts the children of many acts.
func (s store) movedCounts(ctx context.Context, acts []string) (map[string]int, error) {
	var rows []struct {
		ActID string
		N     int
	}
	err := s.db(ctx).Model(&movedRow{}).Select("act_id, COUNT(*) AS n").Where("act_id IN ?", acts).Group("act_id").Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("roster moves: %w", err)
	}
	counts := map[string]int{}
	for _, row := range rows {
		counts[row.ActID] = row.N
	}
	return counts, nil
}

func (s store) undoMove(ctx context.Context, act, at, reason string) error {
	return set[moveRow](s.db(ctx).Where("id = ?", act), map[string]any{"undone_at": at, "undo_reason": reason})
}

func (s store) undoMoved(ctx context.Context, act, child string) error {
	return set[movedRow](s.db(ctx).Where("act_id = ? AND child_id = ?", act, child), map[string]any{"undone": 1})
}

// placementsByID reads placements that may have been superseded, as written.
func (s store) placementsByID(ctx context.Context, ids string) ([]placementRow, error) {
	if ids == "" {
		return nil, nil
	}
	return all[placementRow](s.db(ctx).Where("id IN ?", strings.Fields(ids)).Order("from_day"))
}
