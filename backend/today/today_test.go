package today_test

import (
	"net/http"
	"strings"
	"testing"

	"yayuan/backend/dailylog"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// morning writes a morning at 托大一班: 陈一诺 has a fever, 欧阳子墨 was not
// checked, 赵㛃 is on leave, nobody has said anything of 刘=欢.
func morning(t *testing.T) *testkit.Nursery {
	n := testkit.OpenWithCast(t)
	at := func(name string, register dailylog.Register, check *dailylog.CheckDetail) {
		testkit.Must(t, n.Log.RecordGate(n.Director, dailylog.Gate{Class: n.Sprouts.ID, Day: testkit.Today, ChildID: n.Kids[name],
			Register: register, HappenedAt: testkit.Today.At(8, 10), EnteredAt: testkit.Today.At(8, 10), Check: check, Mark: markOf(check)}))
	}
	hot := 378
	at("陈一诺", dailylog.Arrival, nil)
	at("陈一诺", dailylog.Check, &dailylog.CheckDetail{Temperature: &hot, Method: "ear", Card: "yellow"})
	at("欧阳子墨", dailylog.Arrival, nil)
	testkit.Must(t, n.Roster.TakeLeave(n.Director, roster.Leave{ChildID: n.Kids["赵㛃"], From: testkit.Today, Until: testkit.Today, Kind: "illness"}))
	return n
}

func markOf(check *dailylog.CheckDetail) *dailylog.MarkDetail {
	if check != nil {
		return nil
	}
	return &dailylog.MarkDetail{Relation: "母亲"}
}

func TestTodayCountsAndPutsTheFeverFirst(t *testing.T) {
	n := morning(t)
	page, err := n.Today.Overview(n.Director)
	testkit.Must(t, err)
	want := dailylog.Counts{Expected: 4, Present: 2, Leave: 1, Unexplained: 2, ToCheck: 2, Checked: 1}
	if page.Counts != want {
		t.Errorf("counts %+v, want %+v", page.Counts, want)
	}
	codes := []string{}
	for _, todo := range page.Todo {
		codes = append(codes, todo.Code)
	}
	whole := "today.fever today.awaited today.awaited today.unchecked requirement.overdue_child nursery.papers_missing consent.missing consent.missing consent.missing classes.over_three classes.too_old_soon"
	if strings.Join(codes, " ") != whole {
		t.Errorf("to do %v", codes)
	}
	if got := page.Todo[0].Args["temperature"]; got != "37.8" {
		t.Errorf("temperature %v", got)
	}
}

func TestNobodyIsUnexplainedBeforeTheSetHour(t *testing.T) {
	n := morning(t)
	n.Clock.Set(testkit.Today.At(8, 30))
	page, err := n.Today.Overview(n.Director)
	testkit.Must(t, err)
	for _, todo := range page.Todo {
		if todo.Code == "today.awaited" {
			t.Errorf("%v at half past eight", todo)
		}
	}
}

func TestACaregiverSeesTheOwnClassOnly(t *testing.T) {
	n := morning(t)
	testkit.Scenario{Name: "today", Token: n.SignIn(t, identity.Caregiver), Method: http.MethodGet, Path: "/api/today", Status: 200,
		Expect: []string{"托大一班", `"expected":3`, "37.8"}, Refuse: []string{"托小一班", "买买提"}}.Run(t, n)
	for _, role := range []identity.Role{identity.Viewer, identity.Office} {
		testkit.Scenario{Name: string(role) + " counts, and reads no temperature", Token: n.SignIn(t, role), Method: http.MethodGet, Path: "/api/today",
			Status: 200, Expect: []string{"托小一班", "today.awaited"}, Refuse: []string{"37.8", "today.fever"}}.Run(t, n)
	}
}

func TestAClosedDayExpectsNobody(t *testing.T) {
	n := morning(t)
	n.Clock.Set(testkit.Today.Add(-1).At(10, 0))
	page, err := n.Today.Overview(n.Director)
	testkit.Must(t, err)
	if page.Closure != "weekend" || page.Counts.Expected != 0 || len(page.Todo) != 7 || page.Todo[0].Code != "requirement.overdue_child" {
		t.Errorf("on a Sunday: %q %+v %v", page.Closure, page.Counts, page.Todo)
	}
}
