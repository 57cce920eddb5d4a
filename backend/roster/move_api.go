package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/web"
)

type movesJSON struct {
	ID       string   `json:"id" maxLength:"40" required:"false"`
	Children []string `json:"children" nullable:"false" maxItems:"500"`
	ClassID  string   `json:"classId" maxLength:"40" doc:"where they go; empty: they leave the nursery"`
	Day      day.Day  `json:"day" maxLength:"10" doc:"the first in the new class, or the last in the nursery"`
	Reason   string   `json:"reason" maxLength:"500" required:"false"`
}

func (j movesJSON) moves() Moves {
	return Moves{ID: j.ID, Children: j.Children, ClassID: j.ClassID, Day: j.Day, Reason: j.Reason}
}

type movedClassJSON struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Places    int    `json:"places"`
	Before    int    `json:"before"`
	After     int    `json:"after"`
	Youngest  int    `json:"youngest" doc:"completed months of who would be in it; 0 when empty"`
	Eldest    int    `json:"eldest"`
	MinMonths int    `json:"minMonths"`
	MaxMonths int    `json:"maxMonths"`
	Size      int    `json:"size"`
}

type movePlanJSON struct {
	Day      day.Day           `json:"day" doc:"the first on which it would be so"`
	Classes  []movedClassJSON  `json:"classes" nullable:"false"`
	Findings []finding.Finding `json:"findings" nullable:"false"`
}

type moveActJSON struct {
	ID       string  `json:"id"`
	ClassID  string  `json:"classId"`
	Day      day.Day `json:"day"`
	Reason   string  `json:"reason"`
	At       string  `json:"at"`
	By       string  `json:"by"`
	Children int     `json:"children"`
	Undone   bool    `json:"undone"`
}

type moveActsJSON struct {
	Acts []moveActJSON `json:"acts" nullable:"false"`
}

type undoneMoveJSON struct {
	Back int      `json:"back"`
	Kept []string `json:"kept" nullable:"false" doc:"names of those for whom something was written since"`
}

func planOut(p MovePlan) movePlanJSON {
	out := movePlanJSON{Day: p.Day, Classes: []movedClassJSON{}, Findings: p.Findings}
	if out.Findings == nil {
		out.Findings = []finding.Finding{}
	}
	for _, c := range p.Classes {
		out.Classes = append(out.Classes, movedClassJSON{ID: c.ID, Name: c.Name, Places: c.Places, Before: c.Before, After: c.After,
			Youngest: c.Youngest, Eldest: c.Eldest, MinMonths: c.MinMonths, MaxMonths: c.MaxMonths, Size: c.Size})
	}
	return out
}

func registerMoves(door *web.Door, b *Bands) {
	plan := op(http.MethodPost, "/api/moves/plan", "planMoves", "What moving children would lead to; writes nothing")
	plan.Reads = true
	web.Handle(door, plan, func(ctx context.Context, in *web.Body[movesJSON]) (*web.Body[movePlanJSON], error) {
		planned, err := b.PlanMoves(ctx, in.Body.moves())
		return web.Answer(planOut(planned), err)
	})
	web.Handle(door, op(http.MethodPost, "/api/moves", "moveChildren", "Move or let go many children in one act"),
		func(ctx context.Context, in *web.Body[movesJSON]) (*web.Body[made], error) {
			id, err := b.Move(ctx, in.Body.moves())
			return web.Answer(made{ID: id}, err)
		})
	web.Handle(door, op(http.MethodGet, "/api/moves", "listMoves", "The last acts that moved many children"),
		func(ctx context.Context, _ *struct{}) (*web.Body[moveActsJSON], error) {
			acts, err := b.MoveActs(ctx)
			out := moveActsJSON{Acts: []moveActJSON{}}
			for _, a := range acts {
				out.Acts = append(out.Acts, moveActJSON{ID: a.ID, ClassID: a.ClassID, Day: a.Day, Reason: a.Reason,
					At: stamp(a.At), By: a.By.Name, Children: a.Children, Undone: a.Undone})
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/moves/{id}/undo", "undoMove", "Put the children of an act back, but for those changed since"),
		func(ctx context.Context, in *reasonIn) (*web.Body[undoneMoveJSON], error) {
			undone, err := b.UndoMove(ctx, in.ID, in.Body.Reason)
			out := undoneMoveJSON{Back: undone.Back, Kept: append([]string{}, undone.Kept...)}
			return web.Answer(out, err)
		})
}
