package roster

import (
	"context"
	"fmt"
)

// setFace writes which photo is the face of somebody; an empty one is none.
func (s store) setFace(ctx context.Context, whom pictured, photo string) error {
	column := map[string]any{"photo_id": nil}
	if photo != "" {
		column["photo_id"] = photo
	}
	if whom.Guardian {
		return set[guardianRow](s.db(ctx).Where("id = ?", whom.ID), column)
	}
	return set[pickupRow](s.db(ctx).Where("id = ?", whom.ID), column)
}

// guardianFaces gives the photos of guardians, without those who have none.
func (s store) guardianFaces(ctx context.Context, guardians []string) (map[string]string, error) {
	if len(guardians) == 0 {
		return nil, nil
	}
	rows, err := all[guardianRow](s.db(ctx).Where("id IN ? AND photo_id IS NOT NULL", guardians))
	faces := make(map[string]string, len(rows))
	for _, row := range rows {
		faces[row.ID] = *row.PhotoID
	}
	return faces, err
}

// guardianNamed tells whether a child still has the guardian, or still bars it.
func (s store) guardianNamed(ctx context.Context, guardian string) (bool, error) {
	var named bool
	err := s.With(ctx).Raw(`SELECT EXISTS (SELECT 1 FROM child c WHERE c.nursery_id = @nursery AND c.void = 0 AND (
		c.id IN (SELECT child_id FROM child_guardian WHERE nursery_id = @nursery AND guardian_id = @guardian AND void = 0)
		OR c.id IN (SELECT child_id FROM pickup WHERE nursery_id = @nursery AND guardian_id = @guardian AND void = 0)))`,
		map[string]any{"nursery": s.Nursery(), "guardian": guardian}).Scan(&named).Error
	if err != nil {
		return false, fmt.Errorf("roster guardian named: %w", err)
	}
	return named, nil
}
