package roster

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/storage"
)

type childRow struct {
	NurseryID        string `gorm:"primaryKey"`
	ID               string `gorm:"primaryKey"`
	Name             string
	Nickname         string
	Sex              Sex
	BirthDate        day.Day
	ExpectedDate     day.Day
	IDState          IDState
	IDNumberSeal     []byte
	IDNumberIndex    []byte
	CertificateSeal  []byte
	CertificateIndex []byte
	BirthOrder       int
	Household        string
	Residence        string
	Address          string
	InsuranceKind    string
	InsuranceSeal    []byte
	InsuranceUntil   day.Day
	AllergiesSeal    []byte
	HealthSeal       []byte
	NoteSeal         []byte
	Search           string
	MergedInto       *string
	Void             int
	Revision         int64
	CreatedAt        string
}

func (childRow) TableName() string { return "child" }

// open turns a row into a child; sealed fields come back readable.
func (s store) open(ctx context.Context, row childRow) (Child, error) {
	c := Child{ID: row.ID, Name: row.Name, Nickname: row.Nickname, Sex: row.Sex, BirthDate: row.BirthDate,
		ExpectedDate: row.ExpectedDate, IDState: row.IDState, BirthOrder: row.BirthOrder, Household: row.Household,
		Residence: row.Residence, Address: row.Address, Revision: row.Revision,
		Insurance: Insurance{Kind: row.InsuranceKind, Until: row.InsuranceUntil}}
	if row.MergedInto != nil {
		c.MergedInto = *row.MergedInto
	}
	health := ""
	for _, field := range []struct {
		sealed []byte
		open   *string
	}{{row.IDNumberSeal, &c.IDNumber}, {row.CertificateSeal, &c.Certificate}, {row.InsuranceSeal, &c.Insurance.Number},
		{row.AllergiesSeal, &c.Allergies}, {row.HealthSeal, &health}, {row.NoteSeal, &c.Note}} {
		text, err := s.unseal(ctx, row.ID, field.sealed)
		if err != nil {
			return c, err
		}
		*field.open = text
	}
	if health != "" {
		if err := json.Unmarshal([]byte(health), &c.Health); err != nil {
			return c, fmt.Errorf("roster health: %w", err)
		}
	}
	return c.settled(), nil
}

func (s store) unseal(ctx context.Context, person string, sealed []byte) (string, error) {
	if len(sealed) == 0 {
		return "", nil
	}
	text, err := s.Unseal(ctx, person, sealed)
	if err != nil {
		return "", fmt.Errorf("roster unseal: %w", err)
	}
	return text, nil
}

func (s store) seal(ctx context.Context, person, text string) ([]byte, error) {
	if text == "" {
		return nil, nil
	}
	sealed, err := s.Seal(ctx, person, text)
	if err != nil {
		return nil, fmt.Errorf("roster seal: %w", err)
	}
	return sealed, nil
}

func (s store) openAll(ctx context.Context, rows []childRow) ([]Child, error) {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	photos, err := s.photos(ctx, ids)
	if err != nil {
		return nil, err
	}
	children := make([]Child, 0, len(rows))
	for _, row := range rows {
		child, err := s.open(ctx, row)
		if err != nil {
			return nil, err
		}
		child.Photo = photos[row.ID]
		children = append(children, child)
	}
	return children, nil
}

func (s store) child(ctx context.Context, id string) (Child, bool, error) {
	row, found, err := one[childRow](s.db(ctx).Where("id = ? AND void = 0", id))
	if err != nil || !found {
		return Child{}, found, err
	}
	opened, err := s.openAll(ctx, []childRow{row})
	if err != nil {
		return Child{}, true, err
	}
	return opened[0], true, nil
}

func (s store) children(ctx context.Context, ids []string) ([]Child, error) {
	rows, err := all[childRow](s.db(ctx).Where("id IN ? AND void = 0", ids))
	if err != nil {
		return nil, err
	}
	return s.openAll(ctx, rows)
}

// names reads ids and names only: nothing sealed is opened.
func (s store) names(ctx context.Context, ids []string) ([]childRow, error) {
	return all[childRow](s.db(ctx).Select("id", "name").Where("id IN ?", ids))
}

// saveChild writes a new or changed child.
func (s store) saveChild(ctx context.Context, c Child, created string) error {
	row := childRow{NurseryID: s.Nursery(), ID: c.ID, Name: c.Name, Nickname: c.Nickname, Sex: c.Sex,
		BirthDate: c.BirthDate, ExpectedDate: c.ExpectedDate, IDState: c.IDState, BirthOrder: c.BirthOrder,
		Household: c.Household, Residence: c.Residence, Address: c.Address, InsuranceKind: c.Insurance.Kind,
		InsuranceUntil: c.Insurance.Until, Search: searchText(c.Name, c.Nickname), Revision: c.Revision, CreatedAt: created}
	if err := s.sealChild(ctx, &row, c); err != nil {
		return err
	}
	query := s.With(ctx).Omit("merged_into")
	if created == "" {
		query = query.Omit("merged_into", "created_at")
	}
	err := query.Save(&row).Error
	switch {
	case storage.IsUnique(err) && strings.Contains(err.Error(), "certificate"):
		return certificateTaken.At("certificate")
	case storage.IsUnique(err):
		return idNumberTaken.At("idNumber")
	case err != nil:
		return fmt.Errorf("roster child: %w", err)
	}
	return nil
}

func (s store) sealChild(ctx context.Context, row *childRow, c Child) error {
	health, err := json.Marshal(c.Health)
	if err != nil {
		return fmt.Errorf("roster health: %w", err)
	}
	if string(health) == "{}" {
		health = nil
	}
	for _, field := range []struct {
		sealed *[]byte
		open   string
	}{{&row.IDNumberSeal, c.IDNumber}, {&row.CertificateSeal, c.Certificate}, {&row.InsuranceSeal, c.Insurance.Number},
		{&row.AllergiesSeal, c.Allergies}, {&row.HealthSeal, string(health)}, {&row.NoteSeal, c.Note}} {
		if *field.sealed, err = s.seal(ctx, c.ID, field.open); err != nil {
			return err
		}
	}
	if c.IDNumber != "" {
		row.IDNumberIndex = s.Index(c.IDNumber)
	}
	if c.Certificate != "" {
		row.CertificateIndex = s.Index(c.Certificate)
	}
	return nil
}

// sameChild finds a child by ID number or, without one, by name, birth date
// and a guardian's phone.
func (s store) sameChild(ctx context.Context, c Child, phones []string) (Child, bool, error) {
	if c.IDNumber != "" {
		row, found, err := s.byIDNumber(ctx, c.IDNumber)
		if err != nil || found {
			child, openErr := s.open(ctx, row)
			if err == nil {
				err = openErr
			}
			return child, found, err
		}
	}
	row, found, err := one[childRow](s.db(ctx).Where("name = ? AND birth_date = ? AND void = 0 AND merged_into IS NULL", c.Name, c.BirthDate).
		Where(`EXISTS (SELECT 1 FROM child_guardian cg JOIN guardian g ON g.nursery_id = cg.nursery_id AND g.id = cg.guardian_id
			WHERE cg.nursery_id = child.nursery_id AND cg.child_id = child.id AND g.phone IN ?)`, phones))
	if err != nil || !found {
		return Child{}, false, err
	}
	child, err := s.open(ctx, row)
	return child, true, err
}

// byIDNumber finds the child that a number is registered for.
func (s store) byIDNumber(ctx context.Context, number string) (childRow, bool, error) {
	return one[childRow](s.db(ctx).Where("id_number_index = ? AND void = 0 AND merged_into IS NULL", s.Index(number)))
}

// Search is what a list of children is asked for.
type Search struct {
	Text   string // part of a name, 小名, pinyin or initials
	Class  string
	State  string // enrolled (on Day), coming (a later day or none yet), left, all
	Day    day.Day
	Limit  int
	Offset int
	within []string // classes that the asking person may see; nil is all
}

func escapeLike(text string) string {
	return strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(text)
}
