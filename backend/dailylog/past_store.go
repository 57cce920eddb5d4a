package dailylog

import (
	"context"
	"fmt"

	"yayuan/backend/day"
)

// past reads the history of the cells in which some rows are live. It goes
// from row to row by what each supersedes, so that it reads no other cell.
func (s store) past(ctx context.Context, live []Entry) (past, error) {
	heads := make([]string, len(live))
	for i, e := range live {
		heads[i] = e.ID
	}
	var ids []string
	err := s.With(ctx).Raw(`WITH RECURSIVE chain (id, supersedes) AS (
		SELECT id, supersedes FROM entry WHERE nursery_id = ? AND id IN ?
		UNION ALL
		SELECT e.id, e.supersedes FROM chain JOIN entry e ON e.nursery_id = ? AND e.id = chain.supersedes
	) SELECT id FROM chain`, s.Nursery(), heads, s.Nursery()).Scan(&ids).Error
	if err != nil {
		return past{}, fmt.Errorf("dailylog past: %w", err)
	}
	rows, err := s.entriesByID(ctx, ids)
	if err != nil {
		return past{}, err
	}
	undos, err := all[actRow](s.db(ctx).Where("undoes IN ?", actsOf(rows)))
	return newPast(rows, undos), err
}

// shownBy maps each record that is on the board through some live rows to its
// act. Rows that no undo wrote show themselves and need no history.
func (s store) shownBy(ctx context.Context, live []Entry) (map[string]int, error) {
	undos, err := all[actRow](s.db(ctx).Where("id IN ? AND undoes IS NOT NULL", actsOf(live)))
	if err != nil {
		return nil, err
	}
	isUndo := map[string]bool{}
	for _, undo := range undos {
		isUndo[undo.ID] = true
	}
	cells := map[string]int{}
	var restored []Entry
	for _, e := range live {
		switch {
		case e.Void:
		case isUndo[e.ActID]:
			restored = append(restored, e)
		default:
			cells[e.ActID]++
		}
	}
	if len(restored) == 0 {
		return cells, nil
	}
	p, err := s.past(ctx, restored)
	for i := range restored {
		if e := p.shown(&restored[i]); e != nil {
			cells[e.ActID]++
		}
	}
	return cells, err
}

// newestAct is the newest of some acts that a person did on a class's day.
func (s store) newestAct(ctx context.Context, acts []string, class string, on day.Day, actor string) (actRow, bool, error) {
	return one[actRow](s.db(ctx).Where("id IN ? AND class_id = ? AND day = ? AND actor_id = ?", acts, class, on, actor).
		Order("at DESC, id DESC"))
}

func actsOf(entries []Entry) []string {
	var ids []string
	known := map[string]bool{}
	for _, e := range entries {
		if !known[e.ActID] {
			known[e.ActID] = true
			ids = append(ids, e.ActID)
		}
	}
	return ids
}
