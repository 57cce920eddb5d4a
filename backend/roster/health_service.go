package roster

import (
	"context"

	"yayuan/backend/identity"
)

// HealthChange is what is entered of a child's health.
type HealthChange struct {
	ChildID   string
	Revision  int64
	Allergies string
	Health    Health
	// Medical: illnesses and gestation were on the form. Office writes allergies
	// without ever seeing these, and leaves them as they are.
	Medical bool
	Reason  string
}

// ChangeHealth changes allergies and food, and for those who may know them
// illnesses and gestation; a corrected value asks for a reason.
func (s *Service) ChangeHealth(ctx context.Context, in HealthChange) error {
	if err := identity.Require(ctx, identity.WriteAllergies); err != nil {
		return err
	}
	if in.Medical {
		if err := identity.Require(ctx, identity.WriteHealth); err != nil {
			return err
		}
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		old, err := s.changeable(ctx, in.ChildID)
		if err != nil {
			return err
		}
		if old.Revision != in.Revision {
			return changedSince
		}
		child := old
		child.Allergies, child.Health = in.Allergies, in.Health
		if !in.Medical {
			h := old.Health
			child.Health.Illness, child.Health.Illnesses = h.Illness, h.Illnesses
			child.Health.IllnessNote, child.Health.Gestation = h.IllnessNote, h.Gestation
		}
		return s.changeChild(ctx, old, child, "roster.change_health", in.Reason)
	})
}

// changeable is the child as it is changed: one that was merged is changed
// where it was merged into.
func (s *Service) changeable(ctx context.Context, id string) (Child, error) {
	child, err := s.live(ctx, id)
	if err != nil || child.MergedInto == "" {
		return child, err
	}
	kept, err := s.live(ctx, child.MergedInto)
	if err != nil {
		return child, err
	}
	return child, childMerged.With("name", kept.Name)
}
