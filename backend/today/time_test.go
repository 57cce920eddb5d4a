package today_test

import (
	"net/http"
	"slices"
	"testing"

	"yayuan/backend/calendar"
	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

func arrive(t *testing.T, n *testkit.Nursery, kid string, class roster.Class, on day.Day) {
	t.Helper()
	testkit.Must(t, n.Log.RecordGate(n.Director, dailylog.Gate{Class: class.ID, Day: on, ChildID: kid, Register: dailylog.Arrival,
		HappenedAt: on.At(8, 10), EnteredAt: on.At(8, 10), Mark: &dailylog.MarkDetail{Relation: "母亲"}}))
}

func codesOf(t *testing.T, n *testkit.Nursery) []string {
	t.Helper()
	page, err := n.Today.Overview(n.Director)
	testkit.Must(t, err)
	var codes []string
	for _, todo := range page.Todo {
		codes = append(codes, todo.Code)
	}
	return codes
}

func TestAChildThatComesUnderAHoldIsRecordedAndEverybodyIsTold(t *testing.T) {
	n := testkit.OpenWithCast(t)
	_, err := n.Roster.SetHold(n.Director, roster.Hold{ChildID: n.Kids["陈一诺"], From: "2026-11-20", Until: "2026-11-25", NeedsProof: true, Reason: "水痘"})
	testkit.Must(t, err)
	page, err := n.Today.Overview(n.Director)
	testkit.Must(t, err)
	if page.Counts.Expected != 4 || page.Counts.Leave != 1 {
		t.Errorf("held and not here: %+v", page.Counts)
	}
	arrive(t, n, n.Kids["陈一诺"], n.Sprouts, testkit.Today)
	if codes := codesOf(t, n); !slices.Contains(codes, "today.hold_arrived") || codes[0] != "today.hold_arrived" {
		t.Errorf("to do %v", codes)
	}
	for role, told := range map[identity.Role]bool{identity.Health: true, identity.Caregiver: true, identity.Office: false, identity.Viewer: false} {
		s := testkit.Scenario{Name: string(role), Token: n.SignIn(t, role), Method: http.MethodGet, Path: "/api/today", Status: 200, Refuse: []string{"水痘"}}
		if told {
			s.Expect = []string{"today.hold_arrived"}
		} else {
			s.Refuse = append(s.Refuse, "today.hold_arrived")
		}
		s.Run(t, n)
	}
	testkit.Scenario{Name: "the board shows the hold at the door", Token: n.SignIn(t, identity.Caregiver), Method: http.MethodGet,
		Path: "/api/classes/" + n.Sprouts.ID + "/days/2026-11-23", Status: 200, Expect: []string{`"hold":{"from":"2026-11-20","until":"2026-11-25","needsProof":true}`}}.Run(t, n)
}

func TestWhoComesInTheAfternoonIsNotMissedInTheMorning(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	testkit.Must(t, n.Roster.Place(n.Director, roster.Placement{ChildID: kid, ClassID: n.Sprouts.ID, Mode: roster.HalfDay, From: testkit.Today}))
	var w roster.Week
	for i := range w {
		w[i].Part = roster.Afternoon
	}
	testkit.Must(t, n.Roster.AgreeWeek(n.Director, roster.Schedule{ChildID: kid, Mode: roster.HalfDay, From: testkit.Today, Week: w}))
	missed := func() bool {
		page, err := n.Today.Overview(n.Director)
		testkit.Must(t, err)
		for _, todo := range page.Todo {
			if todo.Code == "today.awaited" && todo.ChildID == kid {
				return true
			}
		}
		return false
	}
	n.Clock.Set(testkit.Today.At(11, 0))
	if missed() {
		t.Error("missed at eleven, who comes at noon")
	}
	n.Clock.Set(testkit.Today.At(12, 31))
	if !missed() {
		t.Error("not missed half an hour after noon")
	}
}

func TestWhoIsNotDueIsNotCountedAndStillRecorded(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	testkit.Must(t, n.Roster.Place(n.Director, roster.Placement{ChildID: kid, ClassID: n.Sprouts.ID, Mode: roster.Hourly, From: testkit.Today}))
	page, err := n.Today.Overview(n.Director)
	testkit.Must(t, err)
	if page.Counts.Expected != 4 || page.Counts.Unexplained != 4 {
		t.Errorf("without hours: %+v", page.Counts)
	}
	if codes := codesOf(t, n); !slices.Contains(codes, "today.no_hours") {
		t.Errorf("nobody is told that no hours are agreed: %v", codes)
	}
	arrive(t, n, kid, n.Sprouts, testkit.Today)
	if codes := codesOf(t, n); !slices.Contains(codes, "today.not_due") {
		t.Errorf("to do %v", codes)
	}
	page, err = n.Today.Overview(n.Director)
	testkit.Must(t, err)
	if page.Counts.Expected != 4 || page.Counts.Present != 1 {
		t.Errorf("came unagreed: %+v", page.Counts)
	}
}

func TestATyphoonEmptiesTheDay(t *testing.T) {
	n := testkit.OpenWithCast(t)
	_, err := n.Calendar.Add(n.Director, calendar.Own{From: testkit.Today, Until: testkit.Today, State: calendar.FullClosed, Kind: calendar.Weather, Reason: "台风停托"}, false)
	testkit.Must(t, err)
	page, err := n.Today.Overview(n.Director)
	testkit.Must(t, err)
	if page.Closure != "台风停托" || page.Counts.Expected != 0 || page.Counts.Unexplained != 0 {
		t.Errorf("%q %+v", page.Closure, page.Counts)
	}
	testkit.Scenario{Name: "the door says whose word it is", Token: n.SignIn(t, identity.Viewer), Method: http.MethodGet, Path: "/api/today", Status: 200,
		Expect: []string{`"open":false,"closedReason":"台风停托","ownClosure":true`}}.Run(t, n)
}
