package nursery

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

// ProfileJSON is the profile at the door.
type ProfileJSON struct {
	Name               string  `json:"name"`
	CreditCode         string  `json:"creditCode"`
	Address            string  `json:"address"`
	LegalPerson        string  `json:"legalPerson"`
	Principal          string  `json:"principal"`
	Phone              string  `json:"phone"`
	RegistrationNumber string  `json:"registrationNumber"`
	RegisteredOn       day.Day `json:"registeredOn"`
	Nature             string  `json:"nature" enum:",public,private,public_private_run,private_subsidised"`
	AreaDM2            *int64  `json:"areaDm2" doc:"building area in square decimetres, null when not recorded"`
	Revision           int64   `json:"revision"`
}

// Register adds the routes of the profile.
func Register(door *web.Door, s *Service) {
	web.Handle(door, web.Op{Method: http.MethodGet, Path: "/api/nursery", ID: "nurseryProfile", Area: "nursery",
		Summary: "What the nursery says of itself"},
		func(ctx context.Context, _ *struct{}) (*web.Body[ProfileJSON], error) {
			p, err := s.Profile(ctx)
			return web.Answer(ProfileJSON(p), err)
		})
	web.Handle(door, web.Op{Method: http.MethodPut, Path: "/api/nursery", ID: "changeNurseryProfile", Area: "nursery",
		Summary: "Change what the nursery says of itself"},
		func(ctx context.Context, in *web.Body[ProfileJSON]) (*web.Body[ProfileJSON], error) {
			p, err := s.Change(ctx, Profile(in.Body))
			return web.Answer(ProfileJSON(p), err)
		})
}
