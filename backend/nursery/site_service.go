package nursery

import (
	"context"

	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Sites lists the further addresses, closed ones last.
func (s *Service) Sites(ctx context.Context) ([]Site, error) {
	if err := identity.Require(ctx, identity.ReadNursery); err != nil {
		return nil, err
	}
	return s.store.sites(ctx)
}

// Rooms lists the rooms of all sites, closed ones last.
func (s *Service) Rooms(ctx context.Context) ([]Room, error) {
	if err := identity.Require(ctx, identity.ReadNursery); err != nil {
		return nil, err
	}
	return s.store.rooms(ctx)
}

// Room reads one room, also a closed one: the past happened there.
func (s *Service) Room(ctx context.Context, id string) (Room, error) {
	if err := identity.Require(ctx, identity.ReadNursery); err != nil {
		return Room{}, err
	}
	return s.store.room(ctx, id)
}

// SaveSite writes a new address (revision 0) or changes a known one. An
// address with open rooms is not closed.
func (s *Service) SaveSite(ctx context.Context, site Site) (Site, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return site, err
	}
	site = site.tidy()
	if err := site.check(); err != nil {
		return site, err
	}
	err := s.store.Do(ctx, func(ctx context.Context) error {
		old, verb := Site{}, "nursery.add_site"
		if site.Revision > 0 {
			verb = "nursery.change_site"
			var err error
			if old, err = s.store.site(ctx, site.ID); err != nil {
				return err
			}
			if old.Revision != site.Revision {
				return changedSince
			}
		} else if site.ID = newIDIfNone(site.ID); s.store.taken(ctx, "nursery_site", site.ID) {
			return changedSince
		}
		if err := s.siteAllowed(ctx, site); err != nil {
			return err
		}
		site.Revision++
		if err := s.store.saveSite(ctx, site); err != nil {
			return err
		}
		return s.kept(ctx, verb, "nursery_site", site.ID, "", siteDiff(old, site))
	})
	return site, err
}

func (s *Service) siteAllowed(ctx context.Context, site Site) error {
	sites, err := s.store.sites(ctx)
	if err != nil {
		return err
	}
	for _, other := range sites {
		if other.ID != site.ID && other.Name == site.Name && other.ClosedOn == "" && site.ClosedOn == "" {
			return siteTaken.At("name")
		}
	}
	if site.ClosedOn == "" {
		return nil
	}
	rooms, err := s.store.rooms(ctx)
	if err != nil {
		return err
	}
	for _, room := range rooms {
		if room.SiteID == site.ID && room.ClosedOn == "" {
			return siteInUse.At("closedOn").With("room", room.Name)
		}
	}
	return nil
}

// SaveRoom writes a new room (revision 0) or changes a known one.
func (s *Service) SaveRoom(ctx context.Context, room Room) (Room, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return room, err
	}
	room = room.tidy()
	if err := room.check(); err != nil {
		return room, err
	}
	err := s.store.Do(ctx, func(ctx context.Context) error {
		old, verb := Room{}, "nursery.add_room"
		if room.Revision > 0 {
			verb = "nursery.change_room"
			var err error
			if old, err = s.store.room(ctx, room.ID); err != nil {
				return err
			}
			if old.Revision != room.Revision {
				return changedSince
			}
		} else if room.ID = newIDIfNone(room.ID); s.store.taken(ctx, "nursery_room", room.ID) {
			return changedSince
		}
		if err := s.roomAllowed(ctx, room); err != nil {
			return err
		}
		room.Revision++
		if err := s.store.saveRoom(ctx, room); err != nil {
			return err
		}
		return s.kept(ctx, verb, "nursery_room", room.ID, "", roomDiff(old, room))
	})
	return room, err
}

func (s *Service) roomAllowed(ctx context.Context, room Room) error {
	if room.SiteID != "" {
		if _, err := s.store.site(ctx, room.SiteID); err != nil {
			return siteUnknown.At("siteId")
		}
	}
	rooms, err := s.store.rooms(ctx)
	if err != nil {
		return err
	}
	for _, other := range rooms {
		same := other.SiteID == room.SiteID && other.Name == room.Name
		if other.ID != room.ID && same && other.ClosedOn == "" && room.ClosedOn == "" {
			return roomTaken.At("name")
		}
	}
	return nil
}

func newIDIfNone(id string) string {
	if id == "" {
		return storage.NewID()
	}
	return id
}
