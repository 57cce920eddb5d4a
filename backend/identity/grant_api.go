package identity

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type grantIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Role   Role    `json:"role" enum:"director,caregiver,health,office,finance,kitchen,gate,viewer"`
		From   day.Day `json:"from" maxLength:"10"`
		Until  day.Day `json:"until" maxLength:"10" doc:"the last day"`
		Reason string  `json:"reason" maxLength:"500"`
	}
}

type endGrantIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		LastDay day.Day `json:"lastDay" maxLength:"10"`
	}
}

type grantedJSON struct {
	ID string `json:"id"`
}

// RegisterGrants adds the routes of roles for a time.
func RegisterGrants(door *web.Door, s *Service) {
	web.Handle(door, web.Op{Method: http.MethodPost, Path: "/api/staff/{id}/grants", ID: "grantRole", Area: "identity",
		Summary: "Give a person a role for a time; director makes a deputy"},
		func(ctx context.Context, in *grantIn) (*web.Body[grantedJSON], error) {
			id, err := s.GrantRole(ctx, Grant{Person: in.ID, Role: in.Body.Role, From: in.Body.From, Until: in.Body.Until, Reason: in.Body.Reason})
			return web.Answer(grantedJSON{ID: id}, err)
		})
	web.Handle(door, web.Op{Method: http.MethodPost, Path: "/api/grants/{id}/end", ID: "endGrant", Area: "identity",
		Summary: "End a granted role after a last day"},
		func(ctx context.Context, in *endGrantIn) (*web.Body[web.Done], error) {
			return web.Finished(s.EndGrant(ctx, in.ID, in.Body.LastDay))
		})
}
