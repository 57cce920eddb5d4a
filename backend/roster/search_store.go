package roster

import (
	"context"
	"fmt"
	"strings"
)

// having is a condition on the placements p of the child c, those of its
// merged registrations included; these are few and found once for all.
func having(condition string) string {
	return `(EXISTS (SELECT 1 FROM placement p WHERE p.nursery_id = @nursery AND p.child_id = c.id AND p.live = 1 AND ` + condition + `)
	OR c.id IN (SELECT m.merged_into FROM child m JOIN placement p ON p.nursery_id = m.nursery_id AND p.child_id = m.id
		WHERE m.nursery_id = @nursery AND m.merged_into IS NOT NULL AND p.live = 1 AND ` + condition + `))`
}

const (
	covers  = `p.from_day <= @day AND (p.until_day IS NULL OR p.until_day >= @day)`
	later   = `p.from_day > @day`
	ended   = `p.until_day < @day`
	inClass = ` AND (@class = '' OR p.class_id = @class)`
)

// inState are the children placed on the day, not yet placed, gone, or all;
// the class is the one of the placement that the state is about.
func inState(q Search) string {
	switch q.State {
	case "left":
		return "NOT " + having(covers) + " AND NOT " + having(later) + " AND " + having(ended+inClass)
	case "coming":
		if q.Class != "" {
			return "NOT " + having(covers) + " AND " + having(later+inClass)
		}
		return "NOT " + having(covers) + " AND (" + having(later) + " OR NOT " + having("1 = 1") + ")"
	case "all":
		if q.Class == "" {
			return "1 = 1"
		}
		return having("1 = 1" + inClass)
	}
	return having(covers + inClass)
}

// inClassOrder: the classes in their order, in a class by pinyin, which
// stands in the search text after the name.
const inClassOrder = `coalesce((SELECT min(k.position) FROM placement p CROSS JOIN class k ON k.nursery_id = p.nursery_id AND k.id = p.class_id
	WHERE p.nursery_id = @nursery AND p.child_id = c.id AND p.live = 1 AND ` + covers + `), 9999), substr(c.search, length(c.name) + 3), c.id`

// found is one child of a page, with how many the whole list has.
type found struct {
	ID    string
	Total int64
}

// search finds a page in the order of the classes, in a class by pinyin,
// which stands in the search text after the name. Ids are sorted, and only
// the rows of the page are read whole.
func (s store) search(ctx context.Context, q Search) ([]childRow, int64, error) {
	var page []found
	query := `SELECT c.id, count(*) OVER () AS total FROM child c WHERE c.nursery_id = @nursery AND c.void = 0 AND c.merged_into IS NULL`
	if strings.TrimSpace(q.Text) != "" {
		query += ` AND c.search LIKE @like ESCAPE '\'`
	}
	query += ` AND ` + inState(q)
	if q.within != nil {
		query += ` AND ` + having(covers+` AND p.class_id IN @within`)
	}
	err := s.With(ctx).Raw(query+` ORDER BY `+inClassOrder+` LIMIT @limit OFFSET @offset`, s.named(q)).Scan(&page).Error
	if err != nil {
		return nil, 0, fmt.Errorf("roster search: %w", err)
	}
	if len(page) == 0 {
		total, err := s.countOf(ctx, q)
		return nil, total, err
	}
	rows, err := s.inOrder(ctx, page)
	return rows, page[0].Total, err
}

// countOf counts when a page lies behind the end of the list.
func (s store) countOf(ctx context.Context, q Search) (int64, error) {
	if q.Offset == 0 {
		return 0, nil
	}
	q.Offset, q.Limit = 0, 1
	_, total, err := s.search(ctx, q)
	return total, err
}

func (s store) inOrder(ctx context.Context, page []found) ([]childRow, error) {
	ids := make([]string, len(page))
	at := make(map[string]int, len(page))
	for i, one := range page {
		ids[i], at[one.ID] = one.ID, i
	}
	var rows []childRow
	if err := s.With(ctx).Table("child").Where("nursery_id = ? AND id IN ?", s.Nursery(), ids).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("roster search: %w", err)
	}
	sorted := make([]childRow, len(page))
	for _, row := range rows {
		sorted[at[row.ID]] = row
	}
	return sorted, nil
}

func (s store) named(q Search) map[string]any {
	text := strings.ToLower(strings.TrimSpace(q.Text))
	within := q.within
	if len(within) == 0 {
		within = []string{""} // an empty list is no SQL
	}
	return map[string]any{"nursery": s.Nursery(), "day": q.Day, "class": q.Class, "within": within,
		"like": "%" + escapeLike(text) + "%", "limit": q.Limit, "offset": q.Offset}
}
