package nursery

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"yayuan/backend/day"
	"yayuan/backend/storage"
)

type nurseryRow struct {
	NurseryID          string `gorm:"primaryKey"`
	Name               string
	CreditCode         string
	Address            string
	LegalPerson        string
	Principal          string
	Phone              string
	RegistrationNumber string
	RegisteredOn       day.Day
	Nature             string
	AreaDM2            *int64 `gorm:"column:area_dm2"`
	Revision           int64
}

func (nurseryRow) TableName() string { return "nursery" }

type store struct{ *storage.Store }

func (s store) read(ctx context.Context) (Profile, bool, error) {
	var row nurseryRow
	err := s.With(ctx).Where("nursery_id = ?", s.Nursery()).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Profile{}, false, nil
	}
	if err != nil {
		return Profile{}, false, fmt.Errorf("nursery: %w", err)
	}
	return Profile{Name: row.Name, CreditCode: row.CreditCode, Address: row.Address, LegalPerson: row.LegalPerson,
		Principal: row.Principal, Phone: row.Phone, RegistrationNumber: row.RegistrationNumber,
		RegisteredOn: row.RegisteredOn, Nature: row.Nature, AreaDM2: row.AreaDM2, Revision: row.Revision}, true, nil
}

func (s store) save(ctx context.Context, p Profile) error {
	row := nurseryRow{NurseryID: s.Nursery(), Name: p.Name, CreditCode: p.CreditCode, Address: p.Address,
		LegalPerson: p.LegalPerson, Principal: p.Principal, Phone: p.Phone, RegistrationNumber: p.RegistrationNumber,
		RegisteredOn: p.RegisteredOn, Nature: p.Nature, AreaDM2: p.AreaDM2, Revision: p.Revision}
	if err := s.With(ctx).Save(&row).Error; err != nil {
		return fmt.Errorf("nursery: %w", err)
	}
	return nil
}
