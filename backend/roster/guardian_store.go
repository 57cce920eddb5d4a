package roster

import (
	"context"
	"fmt"
)

type guardianRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	Name      string
	Phone     string
	Revision  int64
}

func (guardianRow) TableName() string { return "guardian" }

type childGuardianRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ChildID    string `gorm:"primaryKey"`
	GuardianID string `gorm:"primaryKey"`
	Relation   string
	Position   int
	Void       int
}

func (childGuardianRow) TableName() string { return "child_guardian" }

type guardianOfRow struct {
	ChildID  string
	ID       string
	Name     string
	Phone    string
	Relation string
	Position int
}

// guardians gives the guardians of many children in one query, first to call first.
func (s store) guardians(ctx context.Context, children []string) (map[string][]Guardian, error) {
	var rows []guardianOfRow
	err := s.With(ctx).Table("child_guardian AS cg").
		Select("cg.child_id, g.id, g.name, g.phone, cg.relation, cg.position").
		Joins("JOIN guardian g ON g.nursery_id = cg.nursery_id AND g.id = cg.guardian_id").
		Where("cg.nursery_id = ? AND cg.child_id IN ? AND cg.void = 0", s.Nursery(), children).
		Order("cg.child_id, cg.position, g.name").Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("roster guardians: %w", err)
	}
	byChild := map[string][]Guardian{}
	for _, row := range rows {
		byChild[row.ChildID] = append(byChild[row.ChildID],
			Guardian{ID: row.ID, Name: row.Name, Phone: row.Phone, Relation: row.Relation, Position: row.Position})
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
	if err := s.With(ctx).Save(&row).Error; err != nil {
		return fmt.Errorf("roster guardian: %w", err)
	}
	return nil
}

func (s store) linkGuardian(ctx context.Context, child string, g Guardian) error {
	row := childGuardianRow{NurseryID: s.Nursery(), ChildID: child, GuardianID: g.ID, Relation: g.Relation, Position: g.Position}
	if err := s.With(ctx).Save(&row).Error; err != nil {
		return fmt.Errorf("roster guardian of child: %w", err)
	}
	return nil
}

func (s store) unlinkGuardian(ctx context.Context, child, guardian string) error {
	return set[childGuardianRow](s.db(ctx).Where("child_id = ? AND guardian_id = ?", child, guardian), map[string]any{"void": 1})
}

// childrenOf lists the children of a guardian.
func (s store) childrenOf(ctx context.Context, guardian string) ([]childGuardianRow, error) {
	return all[childGuardianRow](s.db(ctx).Where("guardian_id = ? AND void = 0", guardian))
}
