package today

import (
	"context"
	"net/http"

	"yayuan/backend/calendar"
	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/roster"
	"yayuan/backend/web"
)

type overviewJSON struct {
	Day          day.Day             `json:"day"`
	Open         bool                `json:"open"`
	ClosedReason string              `json:"closedReason"`
	OwnClosure   bool                `json:"ownClosure" doc:"the reason is the nursery's own"`
	HalfDay      string              `json:"halfDay" doc:"why only half of the day is open, empty when it is not so"`
	Counts       dailylog.CountsJSON `json:"counts"`
	Classes      []classJSON         `json:"classes" nullable:"false"`
	Todo         []finding.Finding   `json:"todo" nullable:"false"`
}

type classJSON struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Kind   roster.Kind `json:"kind" enum:"infant,small,large,mixed"`
	Places int         `json:"places"`
	dailylog.CountsJSON
}

// Register adds the route of the page.
func Register(door *web.Door, s *Service) {
	web.Handle(door, web.Op{Method: http.MethodGet, Path: "/api/today", ID: "today", Area: "today",
		Summary: "The day counted, and what needs doing now"},
		func(ctx context.Context, _ *struct{}) (*web.Body[overviewJSON], error) {
			o, err := s.Overview(ctx)
			out := overviewJSON{Day: o.Day, Open: o.Closure == "", ClosedReason: o.Closure, OwnClosure: o.Calendar.Source == calendar.ByOwn,
				Counts: dailylog.CountsJSON(o.Counts), Classes: []classJSON{}, Todo: o.Todo}
			if o.Calendar.State == calendar.HalfOpen {
				out.HalfDay = o.Calendar.Why
			}
			for _, c := range o.Classes {
				out.Classes = append(out.Classes, classJSON{ID: c.ID, Name: c.Name, Kind: c.Kind, Places: c.Places,
					CountsJSON: dailylog.CountsJSON(c.Counts)})
			}
			return web.Answer(out, err)
		})
}
