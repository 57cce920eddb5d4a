package identity

import (
	"context"
	"fmt"

	"yayuan/backend/day"
)

type grantRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	PersonID  string
	Role      Role
	FromDay   day.Day
	UntilDay  day.Day
	Reason    string
	Live      int
	GrantedAt string
	ActorID   string
}

func (grantRow) TableName() string { return "role_grant" }

func (r grantRow) grant() Grant {
	return Grant{ID: r.ID, Person: r.PersonID, Role: r.Role, From: r.FromDay, Until: r.UntilDay, Reason: r.Reason}
}

// grants gives the live grants of many people, past ones too, latest first.
func (s store) grants(ctx context.Context, people []string) (map[string][]Grant, error) {
	var rows []grantRow
	if err := s.db(ctx).Where("person_id IN ? AND live = 1", people).Order("from_day DESC, role").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("identity grants: %w", err)
	}
	byPerson := map[string][]Grant{}
	for _, row := range rows {
		byPerson[row.PersonID] = append(byPerson[row.PersonID], row.grant())
	}
	return byPerson, nil
}

func (s store) grant(ctx context.Context, id string) (grantRow, bool, error) {
	return one[grantRow](s.db(ctx).Where("id = ? AND live = 1", id))
}

func (s store) updateGrant(ctx context.Context, id string, columns map[string]any) error {
	if err := s.db(ctx).Model(&grantRow{}).Where("id = ?", id).Updates(columns).Error; err != nil {
		return fmt.Errorf("identity grant: %w", err)
	}
	return nil
}

// roles gives the roles of many people that are in force today.
func (s store) roles(ctx context.Context, people []string) (map[string][]Role, error) {
	standing, err := s.standing(ctx, people)
	if err != nil {
		return nil, err
	}
	grants, err := s.grants(ctx, people)
	roles := map[string][]Role{}
	for _, person := range people {
		if all := inForce(standing[person], grants[person], s.Today()); len(all) > 0 {
			roles[person] = all
		}
	}
	return roles, err
}
