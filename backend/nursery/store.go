package nursery

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

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
	LegalPersonKey     string
	LegalPersonSeal    []byte
	Principal          string
	Contact            string
	Phone              string
	FilingMode         string
	RegistrationNumber string
	RegisteredOn       day.Day
	Nature             string
	LegalForm          string
	Registrar          string
	RegistrarName      string
	ScopeHasCare       string
	ServiceModes       string
	ClassKinds         string
	Premises           string
	AreaDM2            *int64 `gorm:"column:area_dm2"`
	IndoorDM2          *int64 `gorm:"column:indoor_dm2"`
	OutdoorDM2         *int64 `gorm:"column:outdoor_dm2"`
	Floors             string
	OpenedOn           day.Day
	Meals              string
	Hours              string
	RegisteredPlaces   *int64
	InclusivePlaces    *int64
	UsablePlaces       *int64
	Revision           int64
}

func (nurseryRow) TableName() string { return "nursery" }

type store struct{ *storage.Store }

func (s store) row(ctx context.Context) (nurseryRow, bool, error) {
	var row nurseryRow
	err := s.With(ctx).Where("nursery_id = ?", s.Nursery()).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, false, nil
	}
	if err != nil {
		return row, false, fmt.Errorf("nursery: %w", err)
	}
	return row, true, nil
}

func (s store) read(ctx context.Context) (Profile, bool, error) {
	row, found, err := s.row(ctx)
	if err != nil || !found {
		return Profile{}, false, err
	}
	p, err := row.profile()
	return p, true, err
}

func (row nurseryRow) profile() (Profile, error) {
	p := Profile{Name: row.Name, CreditCode: row.CreditCode, Address: row.Address, LegalPerson: row.LegalPerson,
		HasLegalPersonID: len(row.LegalPersonSeal) > 0, Principal: row.Principal, Contact: row.Contact, Phone: row.Phone,
		FilingMode: row.FilingMode, RegistrationNumber: row.RegistrationNumber, RegisteredOn: row.RegisteredOn, Nature: row.Nature,
		LegalForm: row.LegalForm, Registrar: row.Registrar, RegistrarName: row.RegistrarName, ScopeHasCare: row.ScopeHasCare,
		ServiceModes: apart(row.ServiceModes), ClassKinds: apart(row.ClassKinds), Premises: row.Premises, AreaDM2: row.AreaDM2,
		IndoorDM2: row.IndoorDM2, OutdoorDM2: row.OutdoorDM2, Floors: row.Floors, OpenedOn: row.OpenedOn, Meals: row.Meals,
		RegisteredPlaces: row.RegisteredPlaces, InclusivePlaces: row.InclusivePlaces, UsablePlaces: row.UsablePlaces, Revision: row.Revision}
	if err := json.Unmarshal([]byte(row.Hours), &p.Hours); err != nil {
		return p, fmt.Errorf("nursery: hours: %w", err)
	}
	return p.tidy(), nil
}

func apart(joined string) []string {
	if joined == "" {
		return []string{}
	}
	return strings.Split(joined, ",")
}

// identity of the legal person as it is kept: a key of its own and the sealed number.
type sealedID struct {
	Key  string
	Seal []byte
}

func (s store) save(ctx context.Context, p Profile, legal sealedID) error {
	hours, err := json.Marshal(p.Hours)
	if err != nil {
		return fmt.Errorf("nursery: hours: %w", err)
	}
	row := nurseryRow{NurseryID: s.Nursery(), Name: p.Name, CreditCode: p.CreditCode, Address: p.Address,
		LegalPerson: p.LegalPerson, LegalPersonKey: legal.Key, LegalPersonSeal: legal.Seal, Principal: p.Principal, Contact: p.Contact,
		Phone: p.Phone, FilingMode: p.FilingMode, RegistrationNumber: p.RegistrationNumber, RegisteredOn: p.RegisteredOn,
		Nature: p.Nature, LegalForm: p.LegalForm, Registrar: p.Registrar, RegistrarName: p.RegistrarName, ScopeHasCare: p.ScopeHasCare,
		ServiceModes: strings.Join(p.ServiceModes, ","), ClassKinds: strings.Join(p.ClassKinds, ","), Premises: p.Premises,
		AreaDM2: p.AreaDM2, IndoorDM2: p.IndoorDM2, OutdoorDM2: p.OutdoorDM2, Floors: p.Floors, OpenedOn: p.OpenedOn, Meals: p.Meals,
		Hours: string(hours), RegisteredPlaces: p.RegisteredPlaces, InclusivePlaces: p.InclusivePlaces, UsablePlaces: p.UsablePlaces,
		Revision: p.Revision}
	if err := s.With(ctx).Save(&row).Error; err != nil {
		return fmt.Errorf("nursery: %w", err)
	}
	return nil
}
