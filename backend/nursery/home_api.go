package nursery

import (
	"context"
	"net/http"

	"yayuan/backend/web"
)

type homeIn struct {
	Body struct {
		Home bool `json:"home"`
	}
}

// RegisterHome adds the route that says what kind of nursery it is.
func RegisterHome(door *web.Door, s *Service) {
	web.Handle(door, web.Op{Method: http.MethodPut, Path: "/api/nursery/home", ID: "setHomeNursery", Area: "nursery",
		Summary: "Whether the nursery is a home nursery, with limits of its own"},
		func(ctx context.Context, in *homeIn) (*web.Body[web.Done], error) {
			return web.Finished(s.SetAtHome(ctx, in.Body.Home))
		})
}
