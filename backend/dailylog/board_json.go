package dailylog

import (
	"time"

	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/roster"
)

type boardJSON struct {
	Class        boardClassJSON `json:"class"`
	Day          day.Day        `json:"day"`
	Today        day.Day        `json:"today"`
	Open         bool           `json:"open" doc:"the whole day or half of it"`
	ClosedReason string         `json:"closedReason" doc:"weekend, the holiday's name, or the nursery's own reason"`
	OwnClosure   bool           `json:"ownClosure" doc:"the reason is the nursery's own"`
	Half         *halfJSON      `json:"half,omitempty"`
	Closed       bool           `json:"closed" doc:"changes need a reason"`
	Seq          int64          `json:"seq"`
	Periods      []periodJSON   `json:"periods" nullable:"false"`
	Amounts      []Amount       `json:"amounts" nullable:"false"`
	Counts       CountsJSON     `json:"counts"`
	Children     []childJSON    `json:"children" nullable:"false"`
	Undoable     *undoableJSON  `json:"undoable,omitempty"`
}

type boardClassJSON struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Kind   roster.Kind `json:"kind" enum:"infant,small,large,mixed"`
	Places int         `json:"places"`
}

type periodJSON struct {
	Key     string `json:"key"`
	Kind    string `json:"kind" enum:"meal,snack"`
	Starts  string `json:"starts"`
	Ends    string `json:"ends"`
	Default Amount `json:"default" enum:"all,most,half,little,none"`
}

// CountsJSON is a day counted.
type CountsJSON struct {
	Expected    int `json:"expected"`
	Present     int `json:"present"`
	Leave       int `json:"leave"`
	Unexplained int `json:"unexplained"`
	Left        int `json:"left"`
	ToCheck     int `json:"toCheck"`
	Checked     int `json:"checked"`
}

type undoableJSON struct {
	ActID string `json:"actId"`
	Kind  string `json:"kind"`
	Slot  string `json:"slot"`
	Count int    `json:"count"`
	At    string `json:"at"`
}

type halfJSON struct {
	Part   calendar.Part `json:"part" enum:"am,pm"`
	Starts string        `json:"starts"`
	Ends   string        `json:"ends"`
	Why    string        `json:"why"`
}

type slotJSON struct {
	Part   roster.Part `json:"part" enum:",day,am,pm,hours"`
	Starts string      `json:"starts"`
	Ends   string      `json:"ends"`
}

type boardHoldJSON struct {
	From       day.Day `json:"from"`
	Until      day.Day `json:"until"`
	NeedsProof bool    `json:"needsProof"`
}

type boardLeaveJSON struct {
	ID    string  `json:"id"`
	Kind  string  `json:"kind"`
	From  day.Day `json:"from"`
	Until day.Day `json:"until"`
}

type childJSON struct {
	ID        string              `json:"id"`
	Name      string              `json:"name"`
	Nickname  string              `json:"nickname"`
	Sex       roster.Sex          `json:"sex" enum:",male,female"`
	AgeMonths int                 `json:"ageMonths"`
	Mode      roster.Mode         `json:"mode" enum:"full,half,hourly,dropin"`
	Allergies string              `json:"allergies"`
	Trial     bool                `json:"trial"`
	Card      roster.CardState    `json:"card" enum:",ready,needed" doc:"the action card: there, or lacking"`
	Photo     string              `json:"photo" doc:"changes with the photo, empty without one"`
	Expected  bool                `json:"expected"`
	Slot      slotJSON            `json:"slot" doc:"when the child is due; an empty part: not on this day"`
	Booked    bool                `json:"booked" doc:"a single day that was booked"`
	Hold      *boardHoldJSON      `json:"hold,omitempty"`
	Leave     *boardLeaveJSON     `json:"leave,omitempty"`
	State     State               `json:"state" enum:"awaited,present,left,leave,off"`
	Arrival   *markJSON           `json:"arrival,omitempty"`
	Check     *checkJSON          `json:"check,omitempty"`
	Departure *markJSON           `json:"departure,omitempty"`
	Meals     map[string]mealJSON `json:"meals"`
	Revisions map[string]int64    `json:"revisions" doc:"of every cell that was ever written, blank ones included"`
}

// EntryJSON is what every recorded fact shows.
type EntryJSON struct {
	ID         string `json:"id"`
	Revision   int64  `json:"revision"`
	HappenedAt string `json:"happenedAt"`
	EnteredAt  string `json:"enteredAt"`
	By         string `json:"by"`
	Late       bool   `json:"late"`
	Corrected  bool   `json:"corrected"`
	Reason     string `json:"reason"`
}

type markJSON struct {
	EntryJSON
	Person   string `json:"person"`
	Relation string `json:"relation"`
	Note     string `json:"note"`

	CollectorID string         `json:"collectorId" doc:"whom a departure names on the child's pick-up list"`
	Verdict     roster.Verdict `json:"verdict" enum:",unknown,allowed,stranger,forbidden,not_yet,ended,used" doc:"what the list said of them"`
}

type checkJSON struct {
	EntryJSON
	Temperature *int   `json:"temperature" doc:"tenths of °C, null when not measured"`
	Method      string `json:"method" enum:",axillary,forehead,ear"`
	Touch       string `json:"touch" enum:",ok,abnormal"`
	Look        string `json:"look" enum:",ok,abnormal"`
	Ask         string `json:"ask" enum:",ok,abnormal"`
	Search      string `json:"search" enum:",ok,abnormal"`
	Findings    string `json:"findings"`
	ParentSays  string `json:"parentSays"`
	Card        string `json:"card" enum:",green,yellow,red"`
	Fever       bool   `json:"fever"`
}

type mealJSON struct {
	EntryJSON
	Amount    Amount `json:"amount" enum:"all,most,half,little,none"`
	ByDefault bool   `json:"byDefault"`
}

func entryOut(e *Entry) EntryJSON {
	return EntryJSON{ID: e.ID, Revision: e.Revision, HappenedAt: e.HappenedAt.UTC().Format(time.RFC3339),
		EnteredAt: e.EnteredAt.UTC().Format(time.RFC3339), By: e.ActorName, Late: e.Late, Corrected: e.Corrected, Reason: e.Reason}
}

func markOut(e *Entry) *markJSON {
	if e == nil {
		return nil
	}
	out := markJSON{EntryJSON: entryOut(e)}
	if e.Mark != nil {
		out.Person, out.Relation, out.Note = e.Mark.Person, e.Mark.Relation, e.Mark.Note
		out.CollectorID, out.Verdict = e.Mark.Collector, e.Mark.Verdict
	}
	return &out
}

func checkOut(e *Entry) *checkJSON {
	if e == nil || e.Check == nil {
		return nil
	}
	c := e.Check
	return &checkJSON{EntryJSON: entryOut(e), Temperature: c.Temperature, Method: c.Method, Touch: c.Touch, Look: c.Look,
		Ask: c.Ask, Search: c.Search, Findings: c.Findings, ParentSays: c.ParentSays, Card: c.Card, Fever: c.Fever}
}

func mealOut(e *Entry) *mealJSON {
	if e == nil {
		return nil
	}
	return &mealJSON{EntryJSON: entryOut(e), Amount: e.Amount, ByDefault: e.ByDefault}
}

func childOut(c BoardChild, on day.Day) childJSON {
	out := childJSON{ID: c.ID, Name: c.Name, Nickname: c.Nickname, Sex: c.Sex, AgeMonths: c.AgeMonths(on),
		Mode: c.Mode, Allergies: roster.AllergyAlert(c.Child), Card: c.Card, Photo: c.Photo, Trial: c.Trial,
		Slot: slotJSON(c.Slot), Booked: c.Booking != nil, Expected: c.Expected, State: c.State, Arrival: markOut(c.Recorded("arrival")),
		Check: checkOut(c.Recorded("check")), Departure: markOut(c.Recorded("departure")),
		Meals: map[string]mealJSON{}, Revisions: map[string]int64{}}
	if l := c.Leave; l != nil {
		out.Leave = &boardLeaveJSON{ID: l.ID, Kind: l.Kind, From: l.From, Until: l.Until}
	}
	if h := c.Hold; h != nil {
		out.Hold = &boardHoldJSON{From: h.From, Until: h.Last(), NeedsProof: h.NeedsProof}
	}
	for key, e := range c.Cells {
		out.Revisions[key] = e.Revision
		if e.Register == Meal && !e.Void {
			out.Meals[e.Slot] = *mealOut(e)
		}
	}
	return out
}

func boardOut(b Board, today day.Day) boardJSON {
	out := boardJSON{Class: boardClassJSON{ID: b.Class.ID, Name: b.Class.Name, Kind: b.Class.Kind, Places: b.Class.Places},
		Day: b.Day, Today: today, Open: b.Calendar.Closed() == "", ClosedReason: string(b.Calendar.Closed()), OwnClosure: b.Calendar.Source == calendar.ByOwn, Closed: b.Closed, Seq: b.Seq,
		Periods: []periodJSON{}, Amounts: Amounts, Counts: CountsJSON(b.Counts), Children: []childJSON{}}
	if c := b.Calendar; c.State == calendar.HalfOpen {
		out.Half = &halfJSON{Part: c.Part, Starts: c.Starts, Ends: c.Ends, Why: c.Why}
	}
	for _, p := range b.Periods {
		out.Periods = append(out.Periods, periodJSON{Key: p.Key, Kind: p.Kind, Starts: p.Starts, Ends: p.Ends, Default: DefaultAmount})
	}
	for _, c := range b.Children {
		out.Children = append(out.Children, childOut(c, b.Day))
	}
	if u := b.Undoable; u != nil {
		out.Undoable = &undoableJSON{ActID: u.ActID, Kind: u.Kind, Slot: u.Slot, Count: u.Count, At: u.At}
	}
	return out
}
