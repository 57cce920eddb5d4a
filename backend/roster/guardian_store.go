package roster

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"yayuan/backend/day"
)

type guardianRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	Name      string
	Phone     string
	// JSON; further numbers after the first.
	OtherPhones string
	PhotoID     *string
	Revision    int64
}

func (guardianRow) TableName() string { return "guardian" }

type childGuardianRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ChildID    string `gorm:"primaryKey"`
	GuardianID string `gorm:"primaryKey"`
	Relation   string
	Position   int
	Void       int
	FromDay    day.Day
	UntilDay   day.Day
}

func (childGuardianRow) TableName() string { return "child_guardian" }

type guardianOfRow struct {
	ChildID     string
	ID          string
	Name        string
	Phone       string
	OtherPhones string
	PhotoID     string
	Relation    string
	Position    int
	FromDay     day.Day
	UntilDay    day.Day
}

func (r guardianOfRow) guardian() Guardian {
	return Guardian{ID: r.ID, Name: r.Name, Phone: r.Phone, Others: unpacked(r.OtherPhones), Photo: r.PhotoID, Relation: r.Relation,
		Position: r.Position, From: r.FromDay, Until: r.UntilDay}
}

// textsOf reads a short list that stands in one column.
func unpacked(column string) []string {
	var texts []string
	if json.Unmarshal([]byte(column), &texts) != nil {
		return nil
	}
	return texts
}

func packed(texts []string) string {
	if texts == nil {
		texts = []string{}
	}
	column, _ := json.Marshal(texts) // texts can always be written
	return string(column)
}

// guardians gives the guardians of many children, first to call first. One
// who stands with two registrations of a child is named once, as with the one
// that is kept.
func (s store) guardians(ctx context.Context, children []string) (map[string][]Guardian, error) {
	ids, asked, err := s.registrations(ctx, children)
	if err != nil {
		return nil, err
	}
	var rows []guardianOfRow
	err = s.With(ctx).Table("child_guardian AS cg").
		Select("cg.child_id, g.id, g.name, g.phone, g.other_phones, coalesce(g.photo_id, '') AS photo_id, cg.relation, cg.position, cg.from_day, cg.until_day").
		Joins("JOIN guardian g ON g.nursery_id = cg.nursery_id AND g.id = cg.guardian_id").
		Where("cg.nursery_id = ? AND cg.child_id IN ? AND cg.void = 0", s.Nursery(), ids).
		Order("EXISTS (SELECT 1 FROM child c WHERE c.nursery_id = cg.nursery_id AND c.id = cg.child_id AND c.merged_into IS NOT NULL), cg.child_id, cg.position, g.name").Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("roster guardians: %w", err)
	}
	byChild := map[string][]Guardian{}
	for _, row := range rows {
		g := row.guardian()
		for _, child := range asked[row.ChildID] {
			if !slices.ContainsFunc(byChild[child], func(known Guardian) bool { return known.ID == g.ID }) {
				byChild[child] = append(byChild[child], g)
			}
		}
	}
	return byChild, nil
}

func (s store) guardian(ctx context.Context, id string) (guardianRow, bool, error) {
	return one[guardianRow](s.db(ctx).Where("id = ?", id))
}

// sharedGuardian finds the guardian of a sibling: same name, same phone.
func (s store) sharedGuardian(ctx context.Context, name, phone string) (guardianRow, bool, error) {
	if phone == "" {
		return guardianRow{}, false, nil
	}
	return one[guardianRow](s.db(ctx).Where("phone = ? AND name = ?", phone, name))
}

func (s store) saveGuardian(ctx context.Context, row guardianRow) error {
	row.NurseryID = s.Nursery()
	if row.OtherPhones == "" {
		row.OtherPhones = "[]"
	}
	if err := s.With(ctx).Save(&row).Error; err != nil {
		return fmt.Errorf("roster guardian: %w", err)
	}
	return nil
}

func (s store) linkGuardian(ctx context.Context, child string, g Guardian) error {
	row := childGuardianRow{NurseryID: s.Nursery(), ChildID: child, GuardianID: g.ID, Relation: g.Relation, Position: g.Position,
		FromDay: g.From, UntilDay: g.Until}
	if err := s.With(ctx).Save(&row).Error; err != nil {
		return fmt.Errorf("roster guardian of child: %w", err)
	}
	return nil
}

func (s store) unlinkGuardian(ctx context.Context, child, guardian string) error {
	return set[childGuardianRow](s.ofChild(s.db(ctx).Where("guardian_id = ?", guardian), child), map[string]any{"void": 1})
}

// childrenOf lists the children of a guardian.
func (s store) childrenOf(ctx context.Context, guardian string) ([]childGuardianRow, error) {
	return all[childGuardianRow](s.db(ctx).Where("guardian_id = ? AND void = 0", guardian))
}

// sharedBy names the children of each of some guardians, oldest first.
func (s store) sharedBy(ctx context.Context, guardians []string) (map[string][]Child, error) {
	var rows []struct{ GuardianID, ID, Name, Nickname string }
	err := s.With(ctx).Table("child_guardian AS cg").Select("cg.guardian_id, c.id, c.name, c.nickname").
		Joins("JOIN child c ON c.nursery_id = cg.nursery_id AND c.id = cg.child_id AND c.void = 0 AND c.merged_into IS NULL").
		Where("cg.nursery_id = ? AND cg.guardian_id IN ? AND cg.void = 0", s.Nursery(), guardians).
		Order("c.birth_date, c.name").Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("roster siblings: %w", err)
	}
	by := map[string][]Child{}
	for _, row := range rows {
		by[row.GuardianID] = append(by[row.GuardianID], Child{ID: row.ID, Name: row.Name, Nickname: row.Nickname})
	}
	return by, nil
}
