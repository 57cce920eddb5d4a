package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/web"
)

type classFileJSON struct {
	ClassJSON
	MinMonths  int     `json:"minMonths" doc:"of the rule in force; 0 when there is none"`
	MaxMonths  int     `json:"maxMonths"`
	Size       int     `json:"size"`
	Source     string  `json:"source"`
	Grade      string  `json:"grade"`
	ClosedFrom day.Day `json:"closedFrom" doc:"of the closure that covers today or is to come"`
	OpensOn    day.Day `json:"opensOn"`
	Open       bool    `json:"open"`
}

type outgrownJSON struct {
	ChildID   string  `json:"childId"`
	Name      string  `json:"name"`
	Nickname  string  `json:"nickname"`
	ClassID   string  `json:"classId"`
	BirthDate day.Day `json:"birthDate"`
	AgeMonths int     `json:"ageMonths"`
	Day       day.Day `json:"day" doc:"the first day outside the band, maybe past"`
}

type classBoardJSON struct {
	Day      day.Day           `json:"day"`
	Until    day.Day           `json:"until"`
	AtHome   bool              `json:"atHome" doc:"a home nursery, with limits of its own"`
	Classes  []classFileJSON   `json:"classes" nullable:"false"`
	Findings []finding.Finding `json:"findings" nullable:"false"`
	AgesOut  []outgrownJSON    `json:"agesOut" nullable:"false"`
}

func classBoardOut(b ClassBoard) classBoardJSON {
	out := classBoardJSON{Day: b.Day, Until: b.Until, AtHome: b.AtHome, Classes: []classFileJSON{}, Findings: b.Findings, AgesOut: []outgrownJSON{}}
	if out.Findings == nil {
		out.Findings = []finding.Finding{}
	}
	for _, c := range b.Classes {
		file := classFileJSON{ClassJSON: classOut(c.ClassState), MinMonths: c.Limit.MinMonths, MaxMonths: c.Limit.MaxMonths,
			Size: c.Limit.Size, Source: c.Limit.Rule.Source, Grade: c.Limit.Rule.Grade, Open: true}
		if c.Closure != nil {
			file.ClosedFrom, file.Open = c.Closure.From, c.Closure.From > b.Day
			if c.Closure.Until != "" {
				file.OpensOn = c.Closure.Until.Add(1)
			}
		}
		out.Classes = append(out.Classes, file)
	}
	for _, o := range b.AgesOut {
		out.AgesOut = append(out.AgesOut, outgrownJSON{ChildID: o.Child.ID, Name: o.Child.Name, Nickname: o.Child.Nickname,
			ClassID: o.ClassID, BirthDate: o.Child.BirthDate, AgeMonths: day.Months(o.Child.BirthDate, b.Day), Day: o.Day})
	}
	return out
}

type classBoardIn struct {
	Body struct {
		Months int `json:"months" minimum:"0" maximum:"24" doc:"how far ahead"`
	}
}

type classOrderIn struct {
	Body struct {
		IDs []string `json:"ids" nullable:"false" maxItems:"200"`
	}
}

type closeClassIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		From   day.Day `json:"from" maxLength:"10"`
		Reason string  `json:"reason" maxLength:"500"`
	}
}

type reopenClassIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		On day.Day `json:"on" maxLength:"10"`
	}
}

// RegisterBands adds the routes of ages, sizes and moves.
func RegisterBands(door *web.Door, b *Bands) {
	board := op(http.MethodPost, "/api/classes/board", "classBoard", "All classes, what is wrong with them, and who ages out when")
	board.Reads = true
	web.Handle(door, board, func(ctx context.Context, in *classBoardIn) (*web.Body[classBoardJSON], error) {
		page, err := b.Board(ctx, in.Body.Months)
		return web.Answer(classBoardOut(page), err)
	})
	web.Handle(door, op(http.MethodPost, "/api/classes/order", "orderClasses", "The order in which classes stand everywhere"),
		func(ctx context.Context, in *classOrderIn) (*web.Body[web.Done], error) {
			return web.Finished(b.OrderClasses(ctx, in.Body.IDs))
		})
	web.Handle(door, op(http.MethodPost, "/api/classes/{id}/close", "closeClass", "Close a class from a day on"),
		func(ctx context.Context, in *closeClassIn) (*web.Body[web.Done], error) {
			return web.Finished(b.CloseClass(ctx, in.ID, in.Body.From, in.Body.Reason))
		})
	web.Handle(door, op(http.MethodPost, "/api/classes/{id}/reopen", "reopenClass", "Open a class again from a day on"),
		func(ctx context.Context, in *reopenClassIn) (*web.Body[web.Done], error) {
			return web.Finished(b.ReopenClass(ctx, in.ID, in.Body.On))
		})
	registerMoves(door, b)
}
