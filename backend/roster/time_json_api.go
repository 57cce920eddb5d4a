package roster

import (
	"yayuan/backend/calendar"
	"yayuan/backend/day"
)

type childTimeJSON struct {
	Placements []placementTimeJSON `json:"placements" nullable:"false"`
	Usual      map[Mode]Week       `json:"usual" doc:"the week in a mode while nothing was agreed"`
	Weeks      []weekJSON          `json:"weeks" nullable:"false"`
	Bookings   []bookingJSON       `json:"bookings" nullable:"false"`
	Leaves     []leaveStoryJSON    `json:"leaves" nullable:"false"`
	Holds      []holdJSON          `json:"holds" nullable:"false"`
	Ahead      []aheadJSON         `json:"ahead" nullable:"false" doc:"today and the days to come"`
	ExamMissed bool                `json:"examMissed"`
}

type placementTimeJSON struct {
	ID         string  `json:"id"`
	ClassID    string  `json:"classId"`
	Mode       Mode    `json:"mode" enum:"full,half,hourly,dropin"`
	From       day.Day `json:"from"`
	Until      day.Day `json:"until"`
	TrialUntil day.Day `json:"trialUntil"`
	FeePlan    string  `json:"feePlan"`
	ExamOn     day.Day `json:"examOn"`
}

type weekJSON struct {
	ID     string  `json:"id"`
	Mode   Mode    `json:"mode" enum:"full,half,hourly"`
	From   day.Day `json:"from"`
	Until  day.Day `json:"until"`
	Week   Week    `json:"week"`
	Reason string  `json:"reason"`
}

type bookingJSON struct {
	ID   string      `json:"id"`
	Day  day.Day     `json:"day"`
	Kind BookingKind `json:"kind" enum:"extra,holiday"`
	Slot Slot        `json:"slot"`
	Note string      `json:"note"`
}

// leaveStoryJSON is a leave as its last act left it, with the acts before.
type leaveStoryJSON struct {
	LeaveActJSON
	State      string         `json:"state" enum:"live,void"`
	VoidReason string         `json:"voidReason"`
	Before     []LeaveActJSON `json:"before" nullable:"false" doc:"the acts before the last one, newest first"`
}

// LeaveActJSON is one step in the story of a leave.
type LeaveActJSON struct {
	ID         string   `json:"id"`
	Act        LeaveAct `json:"act" enum:"taken,extended,ended,returned"`
	From       day.Day  `json:"from"`
	Until      day.Day  `json:"until"`
	Kind       string   `json:"kind" enum:"illness,personal,other"`
	ToldBy     string   `json:"toldBy"`
	ToldTo     string   `json:"toldTo"`
	ToldHow    string   `json:"toldHow" enum:",phone,wechat,person,other"`
	Symptoms   string   `json:"symptoms"`
	Note       string   `json:"note"`
	ReturnedOn day.Day  `json:"returnedOn"`
	Proof      Proof    `json:"proof" enum:",shown,missing,not_needed"`
	EnteredAt  string   `json:"enteredAt"`
	By         string   `json:"by"`
}

type holdJSON struct {
	ID         string  `json:"id"`
	Source     string  `json:"source"`
	From       day.Day `json:"from"`
	Until      day.Day `json:"until"`
	NeedsProof bool    `json:"needsProof"`
	Wanted     string  `json:"wanted" doc:"which proof is waited for"`
	Reason     string  `json:"reason"`
	ReleasedOn day.Day `json:"releasedOn"`
	Proof      Proof   `json:"proof" enum:",shown,missing,not_needed"`
	Note       string  `json:"note"`
	By         string  `json:"by"`
	EnteredAt  string  `json:"enteredAt"`
}

type aheadJSON struct {
	Day     day.Day        `json:"day"`
	ClassID string         `json:"classId"`
	State   calendar.State `json:"state" enum:"open,half,closed"`
	Why     string         `json:"why"`
	Slot    Slot           `json:"slot"`
	Booked  bool           `json:"booked"`
	Leave   bool           `json:"leave"`
	Hold    bool           `json:"hold"`
	Waits   bool           `json:"waits" doc:"the days of the hold are over, its proof has not been seen"`
}

func timeOut(t ChildTime) childTimeJSON {
	out := childTimeJSON{Placements: []placementTimeJSON{}, Usual: map[Mode]Week{}, Weeks: []weekJSON{}, Bookings: []bookingJSON{},
		Leaves: storiesOut(t.Leaves), Holds: []holdJSON{}, Ahead: []aheadJSON{}, ExamMissed: t.ExamMissed}
	for _, mode := range []Mode{FullDay, HalfDay, Hourly, DropIn} {
		out.Usual[mode] = usualWeek(mode)
	}
	for _, p := range t.Placements {
		out.Placements = append(out.Placements, placementTimeJSON{ID: p.ID, ClassID: p.ClassID, Mode: p.Mode, From: p.From, Until: p.Until,
			TrialUntil: p.TrialUntil, FeePlan: p.FeePlan, ExamOn: p.ExamOn})
	}
	for _, s := range t.Schedules {
		out.Weeks = append(out.Weeks, weekJSON{ID: s.ID, Mode: s.Mode, From: s.From, Until: s.Until, Week: s.Week, Reason: s.Reason})
	}
	for _, b := range t.Bookings {
		out.Bookings = append(out.Bookings, bookingJSON{ID: b.ID, Day: b.Day, Kind: b.Kind, Slot: b.Slot, Note: b.Note})
	}
	for _, h := range t.Holds {
		out.Holds = append(out.Holds, holdJSON{ID: h.ID, Source: h.Source, From: h.From, Until: h.Until, NeedsProof: h.NeedsProof, Wanted: h.Wanted,
			Reason: h.Reason, ReleasedOn: h.ReleasedOn, Proof: h.Proof, Note: h.Note, By: h.By, EnteredAt: h.EnteredAt})
	}
	for _, a := range t.Ahead {
		out.Ahead = append(out.Ahead, aheadJSON{Day: a.Day, ClassID: a.ClassID, State: a.Calendar.State, Why: a.Calendar.Why, Slot: a.Slot,
			Booked: a.Booking != nil, Leave: a.Leave != nil, Hold: a.Hold != nil, Waits: a.Hold != nil && a.Day > a.Hold.Until})
	}
	return out
}

// storiesOut puts the acts of each leave under its last one.
func storiesOut(acts []Leave) []leaveStoryJSON {
	stories, place := []leaveStoryJSON{}, map[string]int{}
	for _, live := range []bool{true, false} {
		for _, act := range acts {
			if act.Live != live {
				continue
			}
			if live {
				place[act.Episode] = len(stories)
				stories = append(stories, leaveStoryJSON{LeaveActJSON: actOut(act), State: map[bool]string{true: "void", false: "live"}[act.Void],
					VoidReason: act.VoidReason, Before: []LeaveActJSON{}})
				continue
			}
			if i, known := place[act.Episode]; known {
				stories[i].Before = append(stories[i].Before, actOut(act))
			}
		}
	}
	return stories
}

func actOut(l Leave) LeaveActJSON {
	return LeaveActJSON{ID: l.ID, Act: l.Act, From: l.From, Until: l.Until, Kind: l.Kind, ToldBy: l.ToldBy, ToldTo: l.ToldTo, ToldHow: l.ToldHow,
		Symptoms: l.Symptoms, Note: l.Note, ReturnedOn: l.ReturnedOn, Proof: l.Proof, EnteredAt: l.EnteredAt, By: l.By}
}
