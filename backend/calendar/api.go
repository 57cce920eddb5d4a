package calendar

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type monthIn struct {
	Month   string `path:"month" maxLength:"7"`
	ClassID string `query:"classId" maxLength:"40" doc:"empty for the nursery"`
}

type dayJSON struct {
	Day    day.Day `json:"day"`
	State  State   `json:"state" enum:"open,half,closed"`
	Why    string  `json:"why" doc:"weekend, the holiday's name, or the nursery's own reason"`
	Source Source  `json:"source" enum:"week,council,own"`
	Kind   Kind    `json:"kind" enum:",holiday,vacation,weather,outbreak,repair,event,makeup,other"`
	Part   Part    `json:"part" enum:",am,pm"`
	Starts string  `json:"starts"`
	Ends   string  `json:"ends"`
	OwnID  string  `json:"ownId"`
}

// OwnFieldsJSON is what an own row of the calendar says.
type OwnFieldsJSON struct {
	ClassID string  `json:"classId" maxLength:"40" doc:"empty for the whole nursery"`
	From    day.Day `json:"from" maxLength:"10"`
	Until   day.Day `json:"until" maxLength:"10"`
	State   State   `json:"state" maxLength:"10" doc:"open, half, closed; of a row that takes another back: void"`
	Part    Part    `json:"part" maxLength:"10" doc:"of a half day: am or pm"`
	Starts  string  `json:"starts" maxLength:"5"`
	Ends    string  `json:"ends" maxLength:"5"`
	Kind    Kind    `json:"kind" maxLength:"20"`
	Reason  string  `json:"reason" maxLength:"500"`
}

type ownJSON struct {
	ID string `json:"id"`
	OwnFieldsJSON
	TakesBack string `json:"takesBack"`
	Live      bool   `json:"live"`
	AfterLock bool   `json:"afterLock"`
	EnteredAt string `json:"enteredAt"`
	By        string `json:"by"`
}

type monthJSON struct {
	Month  string    `json:"month"`
	Known  bool      `json:"known" doc:"the year's holidays are published to the kept list, or entered"`
	Locked string    `json:"locked"`
	Days   []dayJSON `json:"days" nullable:"false"`
	Rows   []ownJSON `json:"rows" nullable:"false"`
}

type addIn struct {
	Body struct {
		ID string `json:"id" maxLength:"40"`
		OwnFieldsJSON
		LockSeen bool `json:"lockSeen" required:"false" doc:"the month's return was sent, and this is known"`
	}
}

type voidIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Reason   string `json:"reason" maxLength:"500"`
		LockSeen bool   `json:"lockSeen" required:"false"`
	}
}

type madeJSON struct {
	ID string `json:"id"`
}

func op(method, path, id, summary string) web.Op {
	return web.Op{Method: method, Path: path, ID: id, Area: "calendar", Summary: summary}
}

// Register adds the routes of the calendar.
func Register(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/calendar/{month}", "calendarMonth", "How the days of a month are, and the nursery's own rows"),
		func(ctx context.Context, in *monthIn) (*web.Body[monthJSON], error) {
			month, err := s.Month(ctx, in.Month, in.ClassID)
			return web.Answer(monthOut(month), err)
		})
	web.Handle(door, op(http.MethodPost, "/api/calendar/days", "addOwnDays", "Close or open days, for everybody or one class"),
		func(ctx context.Context, in *addIn) (*web.Body[madeJSON], error) {
			b := in.Body
			id, err := s.Add(ctx, Own{ID: b.ID, Class: b.ClassID, From: b.From, Until: b.Until, State: b.State, Part: b.Part,
				Starts: b.Starts, Ends: b.Ends, Kind: b.Kind, Reason: b.Reason}, b.LockSeen)
			return web.Answer(madeJSON{ID: id}, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/calendar/days/{id}/void", "voidOwnDays", "Take an own row of the calendar back"),
		func(ctx context.Context, in *voidIn) (*web.Body[web.Done], error) {
			return web.Finished(s.Void(ctx, in.ID, in.Body.Reason, in.Body.LockSeen))
		})
}

func monthOut(m Month) monthJSON {
	out := monthJSON{Month: m.Month, Known: m.Known, Locked: m.Locked, Days: []dayJSON{}, Rows: []ownJSON{}}
	for _, d := range m.Days {
		out.Days = append(out.Days, dayJSON{Day: d.Day, State: d.State, Why: d.Why, Source: d.Source, Kind: d.Kind, Part: d.Part,
			Starts: d.Starts, Ends: d.Ends, OwnID: d.Own})
	}
	for _, o := range m.Rows {
		out.Rows = append(out.Rows, ownJSON{ID: o.ID, OwnFieldsJSON: OwnFieldsJSON{ClassID: o.Class, From: o.From, Until: o.Until,
			State: o.State, Part: o.Part, Starts: o.Starts, Ends: o.Ends, Kind: o.Kind, Reason: o.Reason},
			TakesBack: o.TakenBack, Live: o.Live, AfterLock: o.AfterLock, EnteredAt: o.EnteredAt, By: o.By})
	}
	return out
}
