package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type placesJSON struct {
	Day        day.Day `json:"day"`
	Registered *int64  `json:"registered" doc:"null when not recorded"`
	Inclusive  *int64  `json:"inclusive"`
	Usable     *int64  `json:"usable"`
	Placed     int64   `json:"placed"`
	Free       *int64  `json:"free" doc:"usable without placed, null when usable is not recorded"`
}

type placesIn struct {
	Day day.Day `query:"day" maxLength:"10" doc:"today when empty"`
}

// RegisterPlaceCount adds the route of the places.
func RegisterPlaceCount(door *web.Door, c *PlaceCount) {
	web.Handle(door, web.Op{Method: http.MethodGet, Path: "/api/nursery/places", ID: "nurseryPlaces", Area: "roster",
		Summary: "Registered, inclusive, usable and free places, each apart"},
		func(ctx context.Context, in *placesIn) (*web.Body[placesJSON], error) {
			p, err := c.On(ctx, in.Day)
			return web.Answer(placesJSON(p), err)
		})
}
