package nursery

import (
	"context"
	"net/http"

	"yayuan/backend/web"
)

type roomsJSON struct {
	Sites []Site `json:"sites" nullable:"false"`
	Rooms []Room `json:"rooms" nullable:"false"`
}

func registerRooms(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/nursery/rooms", "listRooms", "The rooms and the further addresses"),
		func(ctx context.Context, _ *struct{}) (*web.Body[roomsJSON], error) {
			sites, err := s.Sites(ctx)
			if err != nil {
				return nil, err
			}
			rooms, err := s.Rooms(ctx)
			return web.Answer(roomsJSON{Sites: sites, Rooms: rooms}, err)
		})
	web.Handle(door, op(http.MethodPut, "/api/nursery/rooms", "saveRoom", "Write a new room (revision 0) or change a known one"),
		func(ctx context.Context, in *web.Body[Room]) (*web.Body[Room], error) {
			return web.Answer(s.SaveRoom(ctx, in.Body))
		})
	web.Handle(door, op(http.MethodPut, "/api/nursery/sites", "saveSite", "Write a new address (revision 0) or change a known one"),
		func(ctx context.Context, in *web.Body[Site]) (*web.Body[Site], error) {
			return web.Answer(s.SaveSite(ctx, in.Body))
		})
}
