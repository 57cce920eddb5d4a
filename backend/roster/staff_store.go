package roster

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"yayuan/backend/day"
	"yayuan/backend/storage"
)

type staffRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	Search    string
	Sex       Sex
	Position  string
	Phone     string
	Void      int
	Revision  int64

	Number         string
	BirthDate      day.Day
	IDNumberSeal   []byte
	IDNumberIndex  []byte
	Education      string
	Major          string
	Title          string
	HireType       string
	WorksSince     day.Day
	ContractNumber string
	ContractFrom   day.Day
	ContractUntil  day.Day
}

func (staffRow) TableName() string { return "staff" }

type assignmentRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	StaffID   string
	ClassID   string
	Duty      string
	FromDay   day.Day
	UntilDay  day.Day
	Live      int
}

func (assignmentRow) TableName() string { return "assignment" }

type namedStaffRow struct {
	Row      staffRow `gorm:"embedded"`
	Name     string
	JoinedOn day.Day
	LeftOn   day.Day
}

// staff leaves the ID number closed.
func (n namedStaffRow) staff() Staff {
	r := n.Row
	return Staff{ID: r.ID, Name: n.Name, Sex: r.Sex, Position: r.Position, Phone: r.Phone, JoinedOn: n.JoinedOn,
		LeftOn: n.LeftOn, Revision: r.Revision, StaffFields: StaffFields{Number: r.Number, BirthDate: r.BirthDate,
			Education: r.Education, Major: r.Major, Title: r.Title, HireType: r.HireType, WorksSince: r.WorksSince,
			ContractNumber: r.ContractNumber, ContractFrom: r.ContractFrom, ContractUntil: r.ContractUntil}}
}

// namedStaff reads staff with their names and their latest stay.
func (s store) namedStaff(ctx context.Context) *gorm.DB {
	return s.With(ctx).Table("staff AS s").Select("s.*, p.name, t.from_day AS joined_on, t.until_day AS left_on").
		Joins("JOIN person p ON p.nursery_id = s.nursery_id AND p.id = s.id").
		Joins(`JOIN staff_stay t ON t.nursery_id = s.nursery_id AND t.id = (SELECT x.id FROM staff_stay x
			WHERE x.nursery_id = s.nursery_id AND x.staff_id = s.id ORDER BY COALESCE(x.from_day, '') DESC, x.id DESC LIMIT 1)`).
		Where("s.nursery_id = ? AND s.void = 0", s.Nursery())
}

// staffList finds staff by text; present ones only unless all are asked for.
func (s store) staffList(ctx context.Context, text string, everyone bool, today day.Day) ([]Staff, error) {
	query := s.namedStaff(ctx)
	if text = strings.ToLower(strings.TrimSpace(text)); text != "" {
		query = query.Where(`s.search LIKE ? ESCAPE '\'`, "%"+escapeLike(text)+"%")
	}
	if !everyone {
		query = query.Where("(t.until_day IS NULL OR t.until_day >= ?)", today)
	}
	var rows []namedStaffRow
	if err := query.Order("t.from_day, p.name").Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("roster staff: %w", err)
	}
	staff := make([]Staff, 0, len(rows))
	for _, row := range rows {
		staff = append(staff, row.staff())
	}
	return staff, nil
}

func (s store) staffMember(ctx context.Context, id string) (Staff, bool, error) {
	row, found, err := one[namedStaffRow](s.namedStaff(ctx).Where("s.id = ?", id))
	if err != nil || !found {
		return Staff{}, found, err
	}
	m := row.staff()
	m.IDNumber, err = s.unseal(ctx, id, row.Row.IDNumberSeal)
	return m, true, err
}

func (s store) saveStaff(ctx context.Context, m Staff) error {
	f := m.StaffFields
	row := staffRow{NurseryID: s.Nursery(), ID: m.ID, Search: searchText(m.Name), Sex: m.Sex, Position: m.Position,
		Phone: m.Phone, Revision: m.Revision, Number: f.Number, BirthDate: f.BirthDate, Education: f.Education, Major: f.Major,
		Title: f.Title, HireType: f.HireType, WorksSince: f.WorksSince, ContractNumber: f.ContractNumber,
		ContractFrom: f.ContractFrom, ContractUntil: f.ContractUntil}
	var err error
	if row.IDNumberSeal, err = s.seal(ctx, m.ID, f.IDNumber); err != nil {
		return err
	}
	if f.IDNumber != "" {
		row.IDNumberIndex = s.Index(f.IDNumber)
	}
	if err := s.With(ctx).Save(&row).Error; storage.IsUnique(err) {
		return staffIDTaken.At("idNumber")
	} else if err != nil {
		return fmt.Errorf("roster staff: %w", err)
	}
	return s.saveLastStay(ctx, m)
}

// staffNames gives names by id.
func (s store) staffNames(ctx context.Context, ids []string) (map[string]string, error) {
	var rows []struct{ ID, Name string }
	err := s.With(ctx).Table("person").Select("id, name").Where("nursery_id = ? AND id IN ?", s.Nursery(), ids).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("roster staff names: %w", err)
	}
	names := map[string]string{}
	for _, row := range rows {
		names[row.ID] = row.Name
	}
	return names, nil
}

type assignmentOfRow struct {
	ID        string
	StaffID   string
	ClassID   string
	Duty      string
	FromDay   day.Day
	UntilDay  day.Day
	ClassName string
	StaffName string
}

// assignments lists the live assignments that cover a day, leads first; with
// coming also those that begin later. Those of who has left are over.
func (s store) assignments(ctx context.Context, on day.Day, coming bool) ([]assignmentOfRow, error) {
	last := on
	if coming {
		last = day.Ever
	}
	var rows []assignmentOfRow
	err := s.With(ctx).Table("assignment AS a").Select("a.*, c.name AS class_name, p.name AS staff_name").
		Joins("JOIN class c ON c.nursery_id = a.nursery_id AND c.id = a.class_id").
		Joins("JOIN person p ON p.nursery_id = a.nursery_id AND p.id = a.staff_id").
		Where("a.nursery_id = ? AND a.live = 1 AND a.from_day <= ? AND (a.until_day IS NULL OR a.until_day >= ?)", s.Nursery(), last, on).
		Where(`EXISTS (SELECT 1 FROM staff_stay t WHERE t.nursery_id = a.nursery_id AND t.staff_id = a.staff_id
			AND (t.until_day IS NULL OR t.until_day >= ?))`, on).
		Order("a.duty DESC, p.name, a.from_day").Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("roster assignments: %w", err)
	}
	return rows, nil
}

func (s store) caregiversByClass(ctx context.Context, on day.Day) (map[string][]string, error) {
	rows, err := s.assignments(ctx, on, false)
	byClass := map[string][]string{}
	for _, row := range rows {
		byClass[row.ClassID] = append(byClass[row.ClassID], row.StaffName)
	}
	return byClass, err
}

func (s store) classesOf(ctx context.Context, person string, on day.Day) ([]string, error) {
	rows, err := all[assignmentRow](s.db(ctx).
		Where("staff_id = ? AND live = 1 AND from_day <= ? AND (until_day IS NULL OR until_day >= ?)", person, on, on))
	ids := make([]string, 0, len(rows))
	for _, row := range rows {
		ids = append(ids, row.ClassID)
	}
	return ids, err
}

func (s store) enrolledByClass(ctx context.Context, on day.Day) (map[string]int, error) {
	rows, err := s.placedOn(ctx, on, Who{})
	counts := map[string]int{}
	for _, row := range rows {
		counts[row.ClassID]++
	}
	return counts, err
}

// replaceAssignment writes an assignment; an earlier one of the same person
// to the same class ends the day before.
func (s store) replaceAssignment(ctx context.Context, a Assignment) error {
	mine := s.db(ctx).Where("staff_id = ? AND class_id = ? AND live = 1", a.StaffID, a.ClassID)
	if err := set[assignmentRow](mine.Where("from_day >= ?", a.From), map[string]any{"live": 0}); err != nil {
		return err
	}
	mine = s.db(ctx).Where("staff_id = ? AND class_id = ? AND live = 1", a.StaffID, a.ClassID)
	open := mine.Where("until_day IS NULL OR until_day >= ?", a.From)
	if err := set[assignmentRow](open, map[string]any{"until_day": a.From.Add(-1)}); err != nil {
		return err
	}
	return s.insert(ctx, &assignmentRow{NurseryID: s.Nursery(), ID: a.ID, StaffID: a.StaffID, ClassID: a.ClassID,
		Duty: a.Duty, FromDay: a.From, UntilDay: a.Until, Live: 1})
}

// assignmentsOf lists all live assignments of one member of staff, latest first.
func (s store) assignmentsOf(ctx context.Context, staff string) ([]Assignment, error) {
	var rows []assignmentOfRow
	err := s.With(ctx).Table("assignment AS a").Select("a.*, c.name AS class_name").
		Joins("JOIN class c ON c.nursery_id = a.nursery_id AND c.id = a.class_id").
		Where("a.nursery_id = ? AND a.staff_id = ? AND a.live = 1", s.Nursery(), staff).Order("a.from_day DESC, c.position").Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("roster assignments: %w", err)
	}
	assignments := make([]Assignment, 0, len(rows))
	for _, row := range rows {
		assignments = append(assignments, Assignment{ID: row.ID, StaffID: row.StaffID, ClassID: row.ClassID, Class: row.ClassName,
			Duty: row.Duty, From: row.FromDay, Until: row.UntilDay})
	}
	return assignments, nil
}
