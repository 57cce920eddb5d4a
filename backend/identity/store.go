package identity

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"yayuan/backend/storage"
)

type personRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	Name      string
	Active    int
	CreatedAt string
}

func (personRow) TableName() string { return "person" }

type roleRow struct {
	NurseryID string
	PersonID  string
	Role      Role
}

func (roleRow) TableName() string { return "person_role" }

type loginRow struct {
	NurseryID    string `gorm:"primaryKey"`
	PersonID     string `gorm:"primaryKey"`
	UserName     string
	PasswordHash string
	PinHash      string
	PinWrong     int
	Wrong        int
	WaitUntil    string
}

func (loginRow) TableName() string { return "login" }

type deviceRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	TokenHash []byte
	CreatedAt string
}

func (deviceRow) TableName() string { return "device" }

type sessionRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	PersonID  string
	DeviceID  string
	TokenHash []byte
	BeganAt   string
	SeenAt    string
	Ended     int
}

func (sessionRow) TableName() string { return "session" }

type store struct{ *storage.Store }

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

func (s store) db(ctx context.Context) *gorm.DB {
	return s.With(ctx).Where("nursery_id = ?", s.Nursery())
}

func (s store) insert(ctx context.Context, rows any) error {
	if err := s.With(ctx).Create(rows).Error; err != nil {
		return fmt.Errorf("identity insert: %w", err)
	}
	return nil
}

// one reads a row or reports that there is none.
func one[T any](query *gorm.DB) (row T, found bool, err error) {
	err = query.Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, false, nil
	}
	if err != nil {
		return row, false, fmt.Errorf("identity read: %w", err)
	}
	return row, true, nil
}

func (s store) person(ctx context.Context, id string) (personRow, bool, error) {
	return one[personRow](s.db(ctx).Where("id = ?", id))
}

func (s store) loginByName(ctx context.Context, userName string) (loginRow, bool, error) {
	return one[loginRow](s.db(ctx).Where("user_name = ?", userName))
}

func (s store) login(ctx context.Context, person string) (loginRow, bool, error) {
	return one[loginRow](s.db(ctx).Where("person_id = ?", person))
}

func (s store) device(ctx context.Context, token string) (deviceRow, bool, error) {
	return one[deviceRow](s.db(ctx).Where("token_hash = ?", tokenHash(token)))
}

func (s store) session(ctx context.Context, token string) (sessionRow, bool, error) {
	return one[sessionRow](s.db(ctx).Where("token_hash = ? AND ended = 0", tokenHash(token)))
}

// updateLogin sets columns of the login of one person.
func (s store) updateLogin(ctx context.Context, person string, columns map[string]any) error {
	err := s.db(ctx).Model(&loginRow{}).Where("person_id = ?", person).Updates(columns).Error
	if err != nil {
		return fmt.Errorf("identity login: %w", err)
	}
	return nil
}

func (s store) saveLogin(ctx context.Context, row *loginRow) error {
	if err := s.With(ctx).Save(row).Error; err != nil {
		return fmt.Errorf("identity login: %w", err)
	}
	return nil
}

func (s store) updatePerson(ctx context.Context, id string, columns map[string]any) error {
	if err := s.db(ctx).Model(&personRow{}).Where("id = ?", id).Updates(columns).Error; err != nil {
		return fmt.Errorf("identity person: %w", err)
	}
	return nil
}

func (s store) updateSessions(ctx context.Context, column, value string, columns map[string]any) error {
	err := s.db(ctx).Model(&sessionRow{}).Where(column+" = ?", value).Updates(columns).Error
	if err != nil {
		return fmt.Errorf("identity session: %w", err)
	}
	return nil
}

func (s store) endOtherSessions(ctx context.Context, person, kept string) error {
	err := s.db(ctx).Model(&sessionRow{}).Where("person_id = ? AND id <> ?", person, kept).Update("ended", 1).Error
	if err != nil {
		return fmt.Errorf("identity session: %w", err)
	}
	return nil
}

// standing gives the roles without an end of many people in one query.
func (s store) standing(ctx context.Context, people []string) (map[string][]Role, error) {
	var rows []roleRow
	if err := s.db(ctx).Where("person_id IN ?", people).Order("role").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("identity roles: %w", err)
	}
	byPerson := map[string][]Role{}
	for _, row := range rows {
		byPerson[row.PersonID] = append(byPerson[row.PersonID], row.Role)
	}
	return byPerson, nil
}

func (s store) replaceRoles(ctx context.Context, person string, roles []Role) error {
	if err := s.db(ctx).Where("person_id = ?", person).Delete(&roleRow{}).Error; err != nil {
		return fmt.Errorf("identity roles: %w", err)
	}
	if len(roles) == 0 {
		return nil
	}
	rows := make([]roleRow, 0, len(roles))
	for _, role := range roles {
		rows = append(rows, roleRow{NurseryID: s.Nursery(), PersonID: person, Role: role})
	}
	return s.insert(ctx, &rows)
}

// otherDirectors are the active directors with a login, but for one person.
func (s store) otherDirectors(ctx context.Context, person string) ([]string, error) {
	var others []string
	err := s.With(ctx).Table("person_role AS r").
		Joins("JOIN person p ON p.nursery_id = r.nursery_id AND p.id = r.person_id AND p.active = 1").
		Joins("JOIN login l ON l.nursery_id = r.nursery_id AND l.person_id = r.person_id").
		Where("r.nursery_id = ? AND r.role = ? AND r.person_id <> ?", s.Nursery(), Director, person).Pluck("r.person_id", &others).Error
	if err != nil {
		return nil, fmt.Errorf("identity directors: %w", err)
	}
	return others, nil
}

type quickRow struct {
	ID   string
	Name string
}

// quickPeople are the active people who have a PIN and have signed in with
// their password on the device.
func (s store) quickPeople(ctx context.Context, device string) ([]quickRow, error) {
	var rows []quickRow
	err := s.With(ctx).Table("person AS p").Select("p.id, p.name").
		Joins("JOIN login l ON l.nursery_id = p.nursery_id AND l.person_id = p.id AND l.pin_hash <> ''").
		Where("p.nursery_id = ? AND p.active = 1", s.Nursery()).
		Where("EXISTS (SELECT 1 FROM session x WHERE x.nursery_id = p.nursery_id AND x.person_id = p.id AND x.device_id = ?)", device).
		Order("p.name").Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("identity people: %w", err)
	}
	return rows, nil
}

type accountRow struct {
	PersonID string
	UserName string
	PinHash  string
	PinWrong int
}

// accounts gives the logins of many people in one query.
func (s store) accounts(ctx context.Context, people []string) ([]accountRow, error) {
	var rows []accountRow
	err := s.With(ctx).Table("login").Where("nursery_id = ? AND person_id IN ?", s.Nursery(), people).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("identity accounts: %w", err)
	}
	return rows, nil
}
