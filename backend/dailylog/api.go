package dailylog

import (
	"context"
	"net/http"
	"time"

	"yayuan/backend/day"
	"yayuan/backend/roster"
	"yayuan/backend/web"
)

func op(method, path, id, summary string) web.Op {
	return web.Op{Method: method, Path: path, ID: id, Area: "dailylog", Summary: summary}
}

// BoardIn names a class's day in the path.
type BoardIn struct {
	ID  string  `path:"id" maxLength:"40"`
	Day day.Day `path:"day" maxLength:"10"`
}

type mealCellJSON struct {
	ID        string `json:"id" maxLength:"40" doc:"id of the new entry"`
	ChildID   string `json:"childId" maxLength:"40"`
	Amount    Amount `json:"amount" maxLength:"10"`
	ByDefault bool   `json:"byDefault"`
	Seen      int64  `json:"seen" doc:"the revision that was seen, 0 for a blank never written"`
}

type mealsIn struct {
	BoardIn
	Period string `path:"period" maxLength:"40"`
	Body   struct {
		ID        string         `json:"id" maxLength:"40" doc:"id of the act"`
		EnteredAt time.Time      `json:"enteredAt" required:"false"`
		Reason    string         `json:"reason" maxLength:"500" required:"false"`
		Cells     []mealCellJSON `json:"cells" nullable:"false" maxItems:"200"`
	}
}

type mealDoneJSON struct {
	ChildID  string   `json:"childId"`
	Meal     mealJSON `json:"meal"`
	Revision int64    `json:"revision"`
}

type conflictJSON struct {
	ChildID  string    `json:"childId"`
	Yours    Amount    `json:"yours"`
	Theirs   *mealJSON `json:"theirs,omitempty"`
	Revision int64     `json:"revision"`
}

type mealsDoneJSON struct {
	ActID     string         `json:"actId"`
	Cells     []mealDoneJSON `json:"cells" nullable:"false"`
	Conflicts []conflictJSON `json:"conflicts" nullable:"false"`
}

// GateJSON is what every act at the door carries.
type GateJSON struct {
	ID         string    `json:"id" maxLength:"40"`
	ActID      string    `json:"actId" maxLength:"40"`
	ChildID    string    `json:"childId" maxLength:"40"`
	HappenedAt time.Time `json:"happenedAt"`
	EnteredAt  time.Time `json:"enteredAt" required:"false"`
	Seen       int64     `json:"seen"`
	Reason     string    `json:"reason" maxLength:"500" required:"false"`
}

func (j GateJSON) gate(in BoardIn, register Register) Gate {
	return Gate{ActID: j.ActID, EntryID: j.ID, Class: in.ID, Day: in.Day, ChildID: j.ChildID, Register: register,
		HappenedAt: j.HappenedAt, EnteredAt: j.EnteredAt, Seen: j.Seen, Reason: j.Reason}
}

type markIn struct {
	BoardIn
	Body struct {
		GateJSON
		Person   string `json:"person" maxLength:"50"`
		Relation string `json:"relation" maxLength:"50"`
		Note     string `json:"note" maxLength:"500"`

		CollectorID string `json:"collectorId" maxLength:"40" required:"false" doc:"of a departure: the line of the pick-up list"`
	}
}

type checkIn struct {
	BoardIn
	Body struct {
		GateJSON
		Temperature *int   `json:"temperature"`
		Method      string `json:"method" enum:",axillary,forehead,ear"`
		Touch       string `json:"touch" enum:",ok,abnormal"`
		Look        string `json:"look" enum:",ok,abnormal"`
		Ask         string `json:"ask" enum:",ok,abnormal"`
		Search      string `json:"search" enum:",ok,abnormal"`
		Findings    string `json:"findings" maxLength:"1000"`
		ParentSays  string `json:"parentSays" maxLength:"1000"`
		Card        string `json:"card" enum:",green,yellow,red"`
	}
}

type childDoneJSON struct {
	Child  childJSON  `json:"child"`
	Counts CountsJSON `json:"counts"`
}

// EntryIn names an entry or an act in the path.
type EntryIn struct {
	ID string `path:"id" maxLength:"40"`
}

type voidIn struct {
	EntryIn
	Body struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

type undoIn struct {
	EntryIn
	Body struct {
		ID     string `json:"id" maxLength:"40" doc:"id of the new act"`
		Reason string `json:"reason" maxLength:"500" required:"false" doc:"needed after the day is closed"`
	}
}

type undoneJSON struct {
	ActID    string `json:"actId"`
	Restored int    `json:"restored"`
	Kept     int    `json:"kept" doc:"cells written over since, which stay as they are"`
}

// Routes adds the routes of the daily log; Register is a noun here.
func Routes(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/classes/{id}/days/{day}", "board", "A class's day"),
		func(ctx context.Context, in *BoardIn) (*web.Body[boardJSON], error) {
			board, err := s.Board(ctx, in.ID, in.Day)
			return web.Answer(boardOut(board, s.store.Today()), err)
		})
	web.Handle(door, op(http.MethodPut, "/api/classes/{id}/days/{day}/meals/{period}", "recordMeals", "What children ate"),
		func(ctx context.Context, in *mealsIn) (*web.Body[mealsDoneJSON], error) {
			return web.Answer(s.recordMeals(ctx, in))
		})
	registerGate(door, s)
	web.Handle(door, op(http.MethodPost, "/api/classes/{id}/days/{day}/close", "closeDay", "Close a class's day"),
		func(ctx context.Context, in *BoardIn) (*web.Body[web.Done], error) {
			return web.Finished(s.CloseDay(ctx, in.ID, in.Day))
		})
	web.Handle(door, op(http.MethodPost, "/api/entries/{id}/void", "voidEntry", "Take one entry back, with a reason"),
		func(ctx context.Context, in *voidIn) (*web.Body[web.Done], error) {
			return web.Finished(s.Void(ctx, in.ID, in.Body.Reason))
		})
	web.Handle(door, op(http.MethodPost, "/api/acts/{id}/undo", "undoAct", "Take one's own act back, as a new act"),
		func(ctx context.Context, in *undoIn) (*web.Body[undoneJSON], error) {
			undone, err := s.Undo(ctx, in.Body.ID, in.ID, in.Body.Reason)
			return web.Answer(undoneJSON(undone), err)
		})
}

func registerGate(door *web.Door, s *Service) {
	// The answer shows health notes, which are sealed per person: it is not
	// remembered. An act that is sent again is known by its id.
	gate := func(path, id, summary string) web.Op {
		o := op(http.MethodPost, "/api/classes/{id}/days/{day}/"+path, id, summary)
		o.Private = true
		return o
	}
	mark := func(path, id, summary string, register Register) {
		web.Handle(door, gate(path, id, summary),
			func(ctx context.Context, in *markIn) (*web.Body[childDoneJSON], error) {
				gate := in.Body.gate(in.BoardIn, register)
				gate.Mark = &MarkDetail{Person: in.Body.Person, Relation: in.Body.Relation, Note: in.Body.Note,
					Collector: in.Body.CollectorID}
				return s.atGate(ctx, gate)
			})
	}
	mark("arrivals", "recordArrival", "One child has arrived", Arrival)
	mark("departures", "recordDeparture", "One child was collected", Departure)
	web.Handle(door, gate("checks", "recordCheck", "The morning check of one child"),
		func(ctx context.Context, in *checkIn) (*web.Body[childDoneJSON], error) {
			b := in.Body
			gate := b.gate(in.BoardIn, Check)
			gate.Check = &CheckDetail{Temperature: b.Temperature, Method: b.Method, Touch: b.Touch, Look: b.Look, Ask: b.Ask,
				Search: b.Search, Findings: b.Findings, ParentSays: b.ParentSays, Card: b.Card}
			return s.atGate(ctx, gate)
		})
}

// atGate answers an act at the door with the child's row as it stands now.
func (s *Service) atGate(ctx context.Context, gate Gate) (*web.Body[childDoneJSON], error) {
	if err := s.RecordGate(ctx, gate); err != nil {
		return nil, err
	}
	children, err := s.children(ctx, gate.Day, roster.Who{Class: gate.Class})
	out := childDoneJSON{Counts: CountsJSON(Count(children))}
	for _, child := range children {
		if child.ID == gate.ChildID {
			out.Child = childOut(child, gate.Day)
		}
	}
	return web.Answer(out, err)
}

func (s *Service) recordMeals(ctx context.Context, in *mealsIn) (mealsDoneJSON, error) {
	meals := Meals{ActID: in.Body.ID, Class: in.ID, Day: in.Day, Period: in.Period, EnteredAt: in.Body.EnteredAt, Reason: in.Body.Reason}
	for _, c := range in.Body.Cells {
		meals.Cells = append(meals.Cells, MealCell{EntryID: c.ID, ChildID: c.ChildID, Amount: c.Amount, ByDefault: c.ByDefault, Seen: c.Seen})
	}
	done, err := s.RecordMeals(ctx, meals)
	out := mealsDoneJSON{ActID: done.ActID, Cells: []mealDoneJSON{}, Conflicts: []conflictJSON{}}
	for i := range done.Written {
		e := &done.Written[i]
		out.Cells = append(out.Cells, mealDoneJSON{ChildID: e.ChildID, Meal: *mealOut(e), Revision: e.Revision})
	}
	for _, c := range done.Conflicts {
		out.Conflicts = append(out.Conflicts, conflictJSON{ChildID: c.ChildID, Yours: c.Yours, Theirs: mealOut(c.Theirs), Revision: c.Now})
	}
	return out, err
}
