package roster

import (
	"context"
	"fmt"

	"yayuan/backend/day"
)

// everyChild lists the registrations that are kept, whoever has left included.
func (s store) everyChild(ctx context.Context) ([]childRow, error) {
	return all[childRow](s.db(ctx).Where("void = 0 AND merged_into IS NULL").Order("birth_date, name, id"))
}

// childrenNamed lists the children of a name, of a birth date when there is one.
func (s store) childrenNamed(ctx context.Context, name string, birth day.Day) ([]childRow, error) {
	query := s.db(ctx).Where("name = ? AND void = 0 AND merged_into IS NULL", name)
	if birth != "" {
		query = query.Where("birth_date = ?", birth)
	}
	return all[childRow](query)
}

// everyStaff lists all staff with their numbers opened.
func (s store) everyStaff(ctx context.Context) ([]Staff, error) {
	var rows []namedStaffRow
	if err := s.namedStaff(ctx).Order("t.from_day, p.name, s.id").Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("roster staff: %w", err)
	}
	staff := make([]Staff, 0, len(rows))
	for _, row := range rows {
		m := row.staff()
		var err error
		if m.IDNumber, err = s.unseal(ctx, m.ID, row.Row.IDNumberSeal); err != nil {
			return nil, err
		}
		staff = append(staff, m)
	}
	return staff, nil
}

func (s store) voidStaff(ctx context.Context, id string) error {
	return set[staffRow](s.db(ctx).Where("id = ?", id), map[string]any{"void": 1})
}

// everyAssignment lists all live assignments, those of who has left as well.
func (s store) everyAssignment(ctx context.Context) ([]assignmentOfRow, error) {
	var rows []assignmentOfRow
	err := s.With(ctx).Table("assignment AS a").Select("a.*, c.name AS class_name, p.name AS staff_name").
		Joins("JOIN class c ON c.nursery_id = a.nursery_id AND c.id = a.class_id").
		Joins("JOIN person p ON p.nursery_id = a.nursery_id AND p.id = a.staff_id").
		Joins("JOIN staff s ON s.nursery_id = a.nursery_id AND s.id = a.staff_id AND s.void = 0").
		Where("a.nursery_id = ? AND a.live = 1", s.Nursery()).Order("a.from_day, p.name, c.name, a.id").Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("roster assignments: %w", err)
	}
	return rows, nil
}

func (s store) dropAssignment(ctx context.Context, id string) error {
	return set[assignmentRow](s.db(ctx).Where("id = ?", id), map[string]any{"live": 0})
}

// everyPickup lists the rows beside the guardians, whole.
func (s store) everyPickup(ctx context.Context) ([]Collector, error) {
	rows, err := all[pickupRow](s.db(ctx).Where("void = 0").Order("from_day, name, id"))
	out := make([]Collector, 0, len(rows))
	for _, row := range rows {
		c := row.collector()
		if c.Reason, err = s.unseal(ctx, row.ChildID, row.ReasonSeal); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, err
}

func (s store) everySchedule(ctx context.Context) ([]scheduleRow, error) {
	return all[scheduleRow](s.db(ctx).Where("live = 1").Order("from_day, id"))
}

func (s store) everyLeave(ctx context.Context) ([]leaveRow, error) {
	return all[leaveRow](s.db(ctx).Where("live = 1 AND void = 0").Order("from_day, episode"))
}

func (s store) everyHold(ctx context.Context) ([]holdRow, error) {
	return all[holdRow](s.db(ctx).Where("live = 1").Order("from_day, episode"))
}

// placementNow is the live placement of a child that begins on a day.
func (s store) placementNow(ctx context.Context, child string, from day.Day) (placementRow, bool, error) {
	return one[placementRow](s.db(ctx).Where("child_id = ? AND from_day = ? AND live = 1", child, from))
}
