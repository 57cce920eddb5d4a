package nursery

import (
	"context"
	"fmt"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

type siteRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	Name      string
	Address   string
	Note      string
	ClosedOn  day.Day
	Revision  int64
}

func (siteRow) TableName() string { return "nursery_site" }

type roomRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	SiteID    *string
	Name      string
	Kind      string
	Floor     string
	AreaDM2   *int64 `gorm:"column:area_dm2"`
	Places    *int64
	Beds      *int64
	Note      string
	ClosedOn  day.Day
	Revision  int64
}

func (roomRow) TableName() string { return "nursery_room" }

func (s store) sites(ctx context.Context) ([]Site, error) {
	var rows []siteRow
	if err := s.With(ctx).Where("nursery_id = ?", s.Nursery()).Order("closed_on IS NOT NULL, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("nursery: sites: %w", err)
	}
	found := make([]Site, 0, len(rows))
	for _, row := range rows {
		found = append(found, Site{ID: row.ID, Name: row.Name, Address: row.Address, Note: row.Note, ClosedOn: row.ClosedOn, Revision: row.Revision})
	}
	return found, nil
}

func (s store) site(ctx context.Context, id string) (Site, error) {
	return one(ctx, s.sites, func(site Site) bool { return site.ID == id }, siteUnknown)
}

func (s store) saveSite(ctx context.Context, site Site) error {
	row := siteRow{NurseryID: s.Nursery(), ID: site.ID, Name: site.Name, Address: site.Address, Note: site.Note,
		ClosedOn: site.ClosedOn, Revision: site.Revision}
	if err := s.With(ctx).Save(&row).Error; err != nil {
		return fmt.Errorf("nursery: site: %w", err)
	}
	return nil
}

func (s store) rooms(ctx context.Context) ([]Room, error) {
	var rows []roomRow
	err := s.With(ctx).Where("nursery_id = ?", s.Nursery()).Order("closed_on IS NOT NULL, site_id IS NOT NULL, site_id, id").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("nursery: rooms: %w", err)
	}
	found := make([]Room, 0, len(rows))
	for _, row := range rows {
		site := ""
		if row.SiteID != nil {
			site = *row.SiteID
		}
		found = append(found, Room{ID: row.ID, SiteID: site, Name: row.Name, Kind: row.Kind, Floor: row.Floor, AreaDM2: row.AreaDM2,
			Places: row.Places, Beds: row.Beds, Note: row.Note, ClosedOn: row.ClosedOn, Revision: row.Revision})
	}
	return found, nil
}

func (s store) room(ctx context.Context, id string) (Room, error) {
	return one(ctx, s.rooms, func(room Room) bool { return room.ID == id }, roomUnknown)
}

func (s store) saveRoom(ctx context.Context, room Room) error {
	row := roomRow{NurseryID: s.Nursery(), ID: room.ID, SiteID: orNull(room.SiteID), Name: room.Name, Kind: room.Kind, Floor: room.Floor,
		AreaDM2: room.AreaDM2, Places: room.Places, Beds: room.Beds, Note: room.Note, ClosedOn: room.ClosedOn, Revision: room.Revision}
	if err := s.With(ctx).Save(&row).Error; err != nil {
		return fmt.Errorf("nursery: room: %w", err)
	}
	return nil
}

// taken tells whether an id is in use: what is new must not write over it.
func (s store) taken(ctx context.Context, table, id string) bool {
	var count int64
	err := s.With(ctx).Table(table).Where("nursery_id = ? AND id = ?", s.Nursery(), id).Count(&count).Error
	return err != nil || count > 0
}

func orNull(id string) *string {
	if id == "" {
		return nil
	}
	return &id
}

// one picks from a short list: a nursery has a handful of each.
func one[T any](ctx context.Context, list func(context.Context) ([]T, error), is func(T) bool, unknown *fault.Fault) (T, error) {
	all, err := list(ctx)
	for _, each := range all {
		if is(each) {
			return each, err
		}
	}
	var none T
	if err == nil {
		err = unknown
	}
	return none, err
}
