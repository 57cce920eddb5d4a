package calendar_test

import (
	"net/http"
	"testing"

	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/testkit"
)

func code(err error) string {
	if f, ok := fault.As(err); ok {
		return f.Code + " " + f.Field
	}
	return ""
}

var typhoon = calendar.Own{From: "2026-11-24", Until: "2026-11-24", State: calendar.FullClosed, Kind: calendar.Weather, Reason: "台风停托"}

func stateOn(t *testing.T, n *testkit.Nursery, on day.Day, class string) calendar.State {
	t.Helper()
	got, err := n.Calendar.Day(n.Director, on, class)
	testkit.Must(t, err)
	return got.State
}

func TestARowThatSaysNothingClearIsRefusedAtItsField(t *testing.T) {
	n := testkit.OpenWithCast(t)
	for want, change := range map[string]func(*calendar.Own){
		"calendar.day_bad from":            func(o *calendar.Own) { o.From = "2026-02-30" },
		"calendar.day_bad until":           func(o *calendar.Own) { o.Until = "" },
		"calendar.until_before_from until": func(o *calendar.Own) { o.Until = "2026-11-23" },
		"calendar.too_long until":          func(o *calendar.Own) { o.Until = "2027-11-23" },
		"calendar.state_unknown state":     func(o *calendar.Own) { o.State = "void" },
		"calendar.kind_unknown kind":       func(o *calendar.Own) { o.Kind = "" },
		"calendar.part_missing part":       func(o *calendar.Own) { o.State = calendar.HalfOpen },
		"calendar.time_bad ends": func(o *calendar.Own) {
			o.State, o.Part, o.Starts, o.Ends = calendar.HalfOpen, calendar.Morning, "08:00", "08:00"
		},
		"calendar.reason_missing reason": func(o *calendar.Own) { o.Reason = " " },
		"calendar.class_unknown classId": func(o *calendar.Own) { o.Class = "nobody" },
	} {
		row := typhoon
		change(&row)
		if _, err := n.Calendar.Add(n.Director, row, false); code(err) != want {
			t.Errorf("%q, want %q", code(err), want)
		}
	}
}

func TestAnOwnRowIsTakenBackByAnotherAndStays(t *testing.T) {
	n := testkit.OpenWithCast(t)
	id, err := n.Calendar.Add(n.Director, typhoon, false)
	testkit.Must(t, err)
	if got := stateOn(t, n, "2026-11-24", n.Sprouts.ID); got != calendar.FullClosed {
		t.Errorf("closed for everybody, yet a class is %s", got)
	}
	if got := code(n.Calendar.Void(n.Director, id, " ", false)); got != "calendar.reason_missing reason" {
		t.Errorf("taken back without a reason: %s", got)
	}
	testkit.Must(t, n.Calendar.Void(n.As(identity.Office), id, "台风转向了", false))
	if got := stateOn(t, n, "2026-11-24", ""); got != calendar.FullOpen {
		t.Errorf("taken back, yet %s", got)
	}
	if got := code(n.Calendar.Void(n.Director, id, "again", false)); got != "calendar.row_unknown " {
		t.Errorf("taken back twice: %s", got)
	}
	month, err := n.Calendar.Month(n.Director, "2026-11", "")
	testkit.Must(t, err)
	if len(month.Rows) != 2 || month.Rows[0].TakenBack != id || month.Rows[0].Reason != "台风转向了" || month.Rows[1].Live || month.Rows[1].Reason != "台风停托" {
		t.Errorf("rows %+v", month.Rows)
	}
	if len(month.Days) != 30 {
		t.Errorf("November has %d days", len(month.Days))
	}
}

func TestAMonthThatWasSentIsChangedKnowingly(t *testing.T) {
	n := testkit.OpenWithCast(t)
	testkit.Must(t, n.Calendar.Lock(n.Director, "2026-11", "MON-1"))
	testkit.Must(t, n.Calendar.Lock(n.Director, "2026-11", "MON-1"))
	over := typhoon
	over.From, over.Until = "2026-10-30", "2026-11-02"
	if _, err := n.Calendar.Add(n.Director, over, false); code(err) != "calendar.month_locked lockSeen" {
		t.Errorf("into a sent month: %v", err)
	}
	if got := stateOn(t, n, "2026-10-30", ""); got != calendar.FullOpen {
		t.Error("a refused row is half there")
	}
	id, err := n.Calendar.Add(n.Director, over, true)
	testkit.Must(t, err)
	month, err := n.Calendar.Month(n.Director, "2026-11", "")
	testkit.Must(t, err)
	if month.Locked != "MON-1" || !month.Rows[0].AfterLock {
		t.Errorf("%q %+v", month.Locked, month.Rows[0])
	}
	if got := code(n.Calendar.Void(n.Director, id, "弄错了", false)); got != "calendar.month_locked lockSeen" {
		t.Errorf("taken back out of a sent month: %s", got)
	}
}

func TestAYearThatIsNotPublishedSaysSo(t *testing.T) {
	n := testkit.OpenWithCast(t)
	told := func() int {
		found, err := n.Calendar.Findings(n.Director)
		testkit.Must(t, err)
		return len(found)
	}
	if told() != 0 {
		t.Error("in November, 2026 is known and 2027 not yet needed")
	}
	n.Clock.Set(day.Day("2026-12-01").At(9, 0))
	if told() != 1 {
		t.Error("in December, 2027 should be known")
	}
	if found, _ := n.Calendar.Findings(n.As(identity.Caregiver)); len(found) != 0 {
		t.Error("who cannot mend it is not told")
	}
	month, err := n.Calendar.Month(n.Director, "2027-02", "")
	testkit.Must(t, err)
	if month.Known {
		t.Error("2027 is not published")
	}
	spring := calendar.Own{From: "2027-02-05", Until: "2027-02-11", State: calendar.FullClosed, Kind: calendar.Holiday, Reason: "春节"}
	_, err = n.Calendar.Add(n.Director, spring, false)
	testkit.Must(t, err)
	if told() != 0 {
		t.Error("entered by the nursery, it is known")
	}
}

func TestTheCalendarAtTheDoor(t *testing.T) {
	n := testkit.OpenWithCast(t)
	body := map[string]any{"id": "", "classId": n.Buds.ID, "from": "2026-11-24", "until": "2026-11-27", "state": "closed", "part": "", "starts": "",
		"ends": "", "kind": "outbreak", "reason": "手足口停托"}
	for _, s := range []testkit.Scenario{
		{Name: "a caregiver closes no class", Token: n.SignIn(t, identity.Caregiver), Method: http.MethodPost, Path: "/api/calendar/days", Body: body, Status: 403},
		{Name: "the office does", Token: n.SignIn(t, identity.Office), Method: http.MethodPost, Path: "/api/calendar/days", Body: body, Status: 200},
		{Name: "the nursery stays open", Token: n.SignIn(t, identity.Viewer), Method: http.MethodGet, Path: "/api/calendar/2026-11", Status: 200,
			Expect: []string{`{"day":"2026-11-24","state":"open"`, "手足口停托"}},
		{Name: "the class is closed", Token: n.SignIn(t, identity.Caregiver), Method: http.MethodGet, Path: "/api/calendar/2026-11?classId=" + n.Buds.ID, Status: 200,
			Expect: []string{`{"day":"2026-11-24","state":"closed","why":"手足口停托"`}},
		{Name: "no month", Token: n.SignIn(t, identity.Viewer), Method: http.MethodGet, Path: "/api/calendar/2026-13", Status: 422, Expect: []string{"calendar.month_bad"}},
	} {
		s.Run(t, n)
	}
}
