package roster

import (
	"context"
	"fmt"

	"gorm.io/gorm"
)

// family reads every pointer: there are few.
func (s store) family(ctx context.Context) (family, error) {
	rows, err := all[childRow](s.db(ctx).Select("id", "merged_into").Where("merged_into IS NOT NULL"))
	known := family{}
	for _, row := range rows {
		known[row.ID] = *row.MergedInto
	}
	return known, err
}

// point sets a child's pointer, or takes it away with nil.
func (s store) point(ctx context.Context, child string, into *string) error {
	return set[childRow](s.db(ctx).Where("id = ?", child), map[string]any{"merged_into": into})
}

// ofChild narrows rows to all registrations of a child: what stands under one
// that was merged is read with the one that is kept.
func (s store) ofChild(query *gorm.DB, child string) *gorm.DB {
	return query.Where(`child_id IN (SELECT m.id FROM child a JOIN child m ON m.nursery_id = a.nursery_id
		AND (m.id = coalesce(a.merged_into, a.id) OR m.merged_into = coalesce(a.merged_into, a.id)) WHERE a.nursery_id = ? AND a.id = ?)`, s.Nursery(), child)
}

// placementRows lists the live placements of a child's registrations, oldest first.
func (s store) placementRows(ctx context.Context, child string) ([]placementRow, error) {
	return all[placementRow](s.ofChild(s.db(ctx).Where("live = 1"), child).Order("from_day"))
}

type pairRow struct{ First, Second, Why string }

// suspects finds pairs with the same name and birth date, and pairs with a
// guardian's phone in common whose names begin or end alike; nobody has said
// of them that they are two.
func (s store) suspects(ctx context.Context) ([]pairRow, error) {
	const live = ".void = 0 AND %[1]s.merged_into IS NULL"
	unsaid := ` AND NOT EXISTS (SELECT 1 FROM not_same n WHERE n.nursery_id = a.nursery_id AND n.child_id = min(a.id, b.id) AND n.other_id = max(a.id, b.id))`
	both := fmt.Sprintf("a"+live, "a") + " AND " + fmt.Sprintf("b"+live, "b") + unsaid
	var rows []pairRow
	err := s.With(ctx).Raw(`SELECT a.id AS first, b.id AS second, @name AS why FROM child a
		JOIN child b ON b.nursery_id = a.nursery_id AND b.name = a.name AND b.birth_date IS a.birth_date AND b.id > a.id
		WHERE a.nursery_id = @nursery AND `+both+`
		UNION ALL SELECT DISTINCT a.id, b.id, @phone FROM guardian g
		JOIN guardian h ON h.nursery_id = g.nursery_id AND h.phone = g.phone
		JOIN child_guardian x ON x.nursery_id = g.nursery_id AND x.guardian_id = g.id AND x.void = 0
		JOIN child_guardian y ON y.nursery_id = h.nursery_id AND y.guardian_id = h.id AND y.void = 0
		JOIN child a ON a.nursery_id = x.nursery_id AND a.id = x.child_id
		JOIN child b ON b.nursery_id = y.nursery_id AND b.id = y.child_id AND b.id > a.id
		WHERE g.nursery_id = @nursery AND g.phone <> '' AND NOT (a.name = b.name AND a.birth_date IS b.birth_date) AND `+both,
		map[string]any{"nursery": s.Nursery(), "name": SameNameAndBirth, "phone": SamePhone}).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("roster suspects: %w", err)
	}
	return rows, nil
}

type notSameRow struct {
	NurseryID string `gorm:"primaryKey"`
	ChildID   string `gorm:"primaryKey"`
	OtherID   string `gorm:"primaryKey"`
	ActorID   string
	At        string
}

func (notSameRow) TableName() string { return "not_same" }

// placementsOf gives the live placements of children, those of their merged
// registrations included, oldest first, by the child that was asked for.
func (s store) placementsOf(ctx context.Context, children []string) (map[string][]Placement, error) {
	ids, asked, err := s.registrations(ctx, children)
	if err != nil {
		return nil, err
	}
	rows, err := all[placementRow](s.db(ctx).Where("child_id IN ? AND live = 1", ids).Order("from_day"))
	places := map[string][]Placement{}
	for _, row := range rows {
		for _, child := range asked[row.ChildID] {
			places[child] = append(places[child], row.placement())
		}
	}
	return places, err
}

// registrations lists all registrations of many children, the kept ones
// first, and for each the children that were asked for.
func (s store) registrations(ctx context.Context, children []string) (ids []string, asked map[string][]string, err error) {
	known, err := s.family(ctx)
	asked = map[string][]string{}
	var merged []string
	for _, child := range children {
		for i, id := range known.of(child) {
			switch {
			case asked[id] != nil:
			case i == 0:
				ids = append(ids, id)
			default:
				merged = append(merged, id)
			}
			asked[id] = append(asked[id], child)
		}
	}
	return append(ids, merged...), asked, err
}
