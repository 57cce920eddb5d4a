package roster

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// having is a condition on the placements p of the child c, those of its
// merged registrations included; these are few and found once for all.
func having(condition string) string {
	return `(EXISTS (SELECT 1 FROM placement p WHERE p.nursery_id = c.nursery_id AND p.child_id = c.id AND p.live = 1 AND ` + condition + `)
	OR c.id IN (SELECT m.merged_into FROM child m JOIN placement p ON p.nursery_id = m.nursery_id AND p.child_id = m.id
		WHERE m.merged_into IS NOT NULL AND p.live = 1 AND ` + condition + `))`
}

const covers = `p.from_day <= @day AND (p.until_day IS NULL OR p.until_day >= @day)`

// inClassOrder: the classes in their order, in a class by pinyin, which
// stands in the search text after the name.
const inClassOrder = `coalesce((SELECT min(k.position) FROM placement p JOIN class k ON k.nursery_id = p.nursery_id AND k.id = p.class_id
	WHERE p.nursery_id = c.nursery_id AND p.child_id = c.id AND p.live = 1 AND ` + covers + `), 9999), substr(c.search, length(c.name) + 3), c.id`

func (s store) search(ctx context.Context, q Search) (rows []childRow, total int64, err error) {
	query := s.With(ctx).Table("child AS c").Where("c.nursery_id = ? AND c.void = 0 AND c.merged_into IS NULL", s.Nursery())
	if text := strings.ToLower(strings.TrimSpace(q.Text)); text != "" {
		query = query.Where(`c.search LIKE ? ESCAPE '\'`, "%"+escapeLike(text)+"%")
	}
	query = inState(query, q)
	if q.within != nil {
		query = query.Where(having(covers+" AND p.class_id IN @within"), named(q))
	}
	if err := query.Count(&total).Error; err != nil {
		return nil, 0, fmt.Errorf("roster search: %w", err)
	}
	query = query.Select("c.*").Order(clause.OrderBy{Expression: clause.NamedExpr{SQL: inClassOrder, Vars: []any{named(q)}}}).Limit(q.Limit).Offset(q.Offset)
	if err := query.Scan(&rows).Error; err != nil {
		return nil, 0, fmt.Errorf("roster search: %w", err)
	}
	return rows, total, nil
}

func named(q Search) map[string]any {
	return map[string]any{"day": q.Day, "class": q.Class, "within": q.within}
}

// inState narrows to children placed on the day, not yet placed, or gone;
// the class is the one of the placement that the state is about.
func inState(query *gorm.DB, q Search) *gorm.DB {
	const inClass = "(@class = '' OR p.class_id = @class)"
	placed, later, ever := having(covers), having("p.from_day > @day"), having("1 = 1")
	args := named(q)
	switch q.State {
	case "left":
		return query.Where("NOT "+placed+" AND NOT "+later, args).
			Where(having("p.until_day < @day AND "+inClass), args)
	case "coming":
		query = query.Where("NOT "+placed+" AND ("+later+" OR NOT "+ever+")", args)
		if q.Class != "" {
			query = query.Where(having("p.from_day > @day AND p.class_id = @class"), args)
		}
		return query
	case "all":
		if q.Class != "" {
			query = query.Where(having("p.class_id = @class"), args)
		}
		return query
	}
	return query.Where(having(covers+" AND "+inClass), args)
}
