package roster

import (
	"context"
	"fmt"

	"yayuan/backend/day"
)

type closureRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	ClassID   string
	FromDay   day.Day
	UntilDay  day.Day
	Reason    string
	Live      int
}

func (closureRow) TableName() string { return "class_closure" }

func (r closureRow) closure() Closure {
	return Closure{ID: r.ID, ClassID: r.ClassID, From: r.FromDay, Until: r.UntilDay, Reason: r.Reason}
}

// everyClass lists all classes, closed ones too, in their order.
func (s store) everyClass(ctx context.Context) ([]Class, error) {
	rows, err := all[classRow](s.db(ctx).Order("position, name"))
	classes := make([]Class, 0, len(rows))
	for _, row := range rows {
		classes = append(classes, row.class())
	}
	return classes, err
}

// classesOn lists the classes that are open on a day, in their order.
func (s store) classesOn(ctx context.Context, on day.Day) ([]Class, error) {
	classes, err := s.everyClass(ctx)
	if err != nil {
		return nil, err
	}
	closures, err := s.closures(ctx)
	open := make([]Class, 0, len(classes))
	for _, class := range classes {
		if closedOn(closures, class.ID, on) == nil {
			open = append(open, class)
		}
	}
	return open, err
}

// closures lists the live closures of all classes, oldest first.
func (s store) closures(ctx context.Context) ([]Closure, error) {
	rows, err := all[closureRow](s.db(ctx).Where("live = 1").Order("class_id, from_day"))
	closures := make([]Closure, 0, len(rows))
	for _, row := range rows {
		closures = append(closures, row.closure())
	}
	return closures, err
}

func (s store) addClosure(ctx context.Context, c Closure) error {
	return s.insert(ctx, &closureRow{NurseryID: s.Nursery(), ID: c.ID, ClassID: c.ClassID, FromDay: c.From,
		UntilDay: c.Until, Reason: c.Reason, Live: 1})
}

// endClosure lets a closure end on a last day, or takes it back when it would
// end before it begins.
func (s store) endClosure(ctx context.Context, c Closure, last day.Day) error {
	columns := map[string]any{"until_day": last}
	if last < c.From {
		columns = map[string]any{"live": 0}
	}
	return set[closureRow](s.db(ctx).Where("id = ?", c.ID), columns)
}

// placedFrom counts the children who are placed in a class on a day or later.
func (s store) placedFrom(ctx context.Context, class string, from day.Day) (int64, error) {
	var n int64
	err := s.db(ctx).Model(&placementRow{}).
		Where("live = 1 AND class_id = ? AND (until_day IS NULL OR until_day >= ?)", class, from).
		Distinct("child_id").Count(&n).Error
	if err != nil {
		return 0, fmt.Errorf("roster count: %w", err)
	}
	return n, nil
}

func (s store) orderClass(ctx context.Context, id string, position int) error {
	return set[classRow](s.db(ctx).Where("id = ?", id), map[string]any{"position": position})
}

// endAssignments ends the assignments to a class before a day; those that
// would begin later fall away.
func (s store) endAssignments(ctx context.Context, column, id string, from day.Day) error {
	mine := s.db(ctx).Where(column+" = ? AND live = 1", id)
	if err := set[assignmentRow](mine.Where("from_day >= ?", from), map[string]any{"live": 0}); err != nil {
		return err
	}
	mine = s.db(ctx).Where(column+" = ? AND live = 1", id)
	return set[assignmentRow](mine.Where("until_day IS NULL OR until_day >= ?", from), map[string]any{"until_day": from.Add(-1)})
}

// basics reads names and birth dates only: nothing sealed is opened.
func (s store) basics(ctx context.Context, ids []string) (map[string]Child, error) {
	rows, err := all[childRow](s.db(ctx).Select("id", "name", "nickname", "birth_date").Where("id IN ? AND void = 0", ids))
	children := make(map[string]Child, len(rows))
	for _, row := range rows {
		children[row.ID] = Child{ID: row.ID, Name: row.Name, Nickname: row.Nickname, BirthDate: row.BirthDate}
	}
	return children, err
}
