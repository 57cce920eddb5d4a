package roster

import (
	"context"

	"yayuan/backend/day"
	"yayuan/backend/idcard"
	"yayuan/backend/identity"
)

// Told is what an ID number says of its bearer.
type Told struct {
	BirthDate day.Day
	Sex       Sex
}

// CheckIDNumber tells, while a child is being entered, what is wrong with its
// ID number, and otherwise what the number says. Nothing is written.
func (s *Service) CheckIDNumber(ctx context.Context, child Child) (Told, error) {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return Told{}, err
	}
	child.IDNumber = NormalID(child.IDNumber)
	if child.IDNumber == "" {
		return Told{}, nil
	}
	if f := checkIDNumber(child); f != nil {
		return Told{}, f
	}
	bearer, found, err := s.store.byIDNumber(ctx, child.IDNumber)
	if err != nil {
		return Told{}, err
	}
	if found && bearer.ID != child.ID {
		return Told{}, idNumberTaken.At("idNumber")
	}
	number, _ := idcard.Read(child.IDNumber)
	told := Told{BirthDate: number.Birth, Sex: Female}
	if number.Male {
		told.Sex = Male
	}
	return told, nil
}
