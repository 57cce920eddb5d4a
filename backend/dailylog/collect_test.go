package dailylog_test

import (
	"net/http"
	"testing"

	"yayuan/backend/dailylog"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

type gate struct {
	*testkit.Nursery
	t    *testing.T
	kid  string
	seen int64
}

// leaves writes a departure of 陈一诺 and gives what stands on the board.
func (g *gate) leaves(mark dailylog.MarkDetail) *dailylog.MarkDetail {
	g.t.Helper()
	testkit.Must(g.t, g.Log.RecordGate(g.As(identity.Caregiver), dailylog.Gate{Class: g.Sprouts.ID, Day: testkit.Today, ChildID: g.kid,
		Register: dailylog.Departure, HappenedAt: testkit.Noon, EnteredAt: testkit.Noon, Seen: g.seen, Mark: &mark}))
	g.seen++
	return g.departure().Mark
}

func (g *gate) departure() *dailylog.Entry {
	g.t.Helper()
	board, err := g.Log.Board(g.Director, g.Sprouts.ID, testkit.Today)
	testkit.Must(g.t, err)
	for _, child := range board.Children {
		if child.ID == g.kid {
			return child.Recorded("departure")
		}
	}
	return nil
}

func (g *gate) used(id string) bool {
	g.t.Helper()
	list, err := g.Roster.Collectors(g.Director, g.kid, testkit.Today)
	testkit.Must(g.t, err)
	for _, c := range list {
		if c.ID == id {
			return c.UsedBy != ""
		}
	}
	g.t.Fatal("not on the list")
	return false
}

func TestWhoeverCollectsIsWrittenDownAndStrangersRaiseTheAlarm(t *testing.T) {
	n := testkit.OpenWithCast(t)
	g := &gate{Nursery: n, t: t, kid: n.Kids["陈一诺"]}
	_, err := n.Roster.AddCollector(n.Director, roster.Collector{ChildID: g.kid, Kind: roster.Never, Name: "刘强", Relation: "父亲", From: "2026-11-01", Reason: "判决"})
	testkit.Must(t, err)
	for _, c := range []struct {
		mark dailylog.MarkDetail
		want roster.Verdict
		code string
	}{
		{dailylog.MarkDetail{Relation: "母亲"}, roster.Allowed, ""},
		{dailylog.MarkDetail{Person: "王五", Relation: "叔叔"}, roster.Stranger, "today.collected_stranger"},
		{dailylog.MarkDetail{Person: "刘强"}, roster.Forbidden, "today.collected_forbidden"},
		{dailylog.MarkDetail{}, roster.Unknown, ""},
	} {
		if got := g.leaves(c.mark); got.Verdict != c.want || got.Person != c.mark.Person {
			t.Errorf("%+v was kept as %+v, want %s", c.mark, got, c.want)
		}
		page, err := n.Today.Overview(n.As(identity.Caregiver))
		testkit.Must(t, err)
		found := ""
		for _, todo := range page.Todo {
			if todo.ChildID == g.kid {
				found = todo.Code
			}
		}
		if found != c.code {
			t.Errorf("%+v raised %q, want %q", c.mark, found, c.code)
		}
	}
	g.leaves(dailylog.MarkDetail{Person: "刘强"})
	testkit.Scenario{Name: "a viewer counts, and is not told who collected", Token: n.SignIn(t, identity.Viewer), Method: http.MethodGet,
		Path: "/api/today", Status: 200, Refuse: []string{"today.collected", "刘强"}}.Run(t, n)
	testkit.Scenario{Name: "the board shows it on the entry", Token: n.SignIn(t, identity.Caregiver), Method: http.MethodGet,
		Path: "/api/classes/" + n.Sprouts.ID + "/days/2026-11-23", Status: 200, Expect: []string{`"verdict":"forbidden"`}, Refuse: []string{"判决"}}.Run(t, n)
}

func TestAnAuthorisationForOneDayIsUsedUpByItsDepartureAndFreedWhenThatIsTakenBack(t *testing.T) {
	n := testkit.OpenWithCast(t)
	g := &gate{Nursery: n, t: t, kid: n.Kids["陈一诺"]}
	id, err := n.Roster.AddCollector(n.Director, roster.Collector{ChildID: g.kid, Kind: roster.Once, Name: "周平", Relation: "邻居", AuthorisedBy: "母亲", From: testkit.Today})
	testkit.Must(t, err)
	neighbour := dailylog.MarkDetail{Collector: id, Person: "周平", Relation: "邻居"}
	if mark := g.leaves(neighbour); mark.Verdict != roster.Allowed || mark.Collector != id || !g.used(id) {
		t.Errorf("%+v, used %v", mark, g.used(id))
	}
	if mark := g.leaves(neighbour); mark.Verdict != roster.Allowed || !g.used(id) {
		t.Errorf("the same departure corrected: %+v, used %v", mark, g.used(id))
	}
	if g.leaves(dailylog.MarkDetail{Person: "家长糖糖"}); g.used(id) {
		t.Error("the mother came in the end, and the authorisation is used up")
	}
	entry := g.departure()
	_, err = n.Log.Undo(n.As(identity.Caregiver), "", entry.ActID, "")
	testkit.Must(t, err)
	g.seen++
	if got := g.departure(); got.Mark.Collector != id || !g.used(id) {
		t.Errorf("undone: %+v, used %v", got.Mark, g.used(id))
	}
	testkit.Must(t, n.Log.Void(n.As(identity.Caregiver), g.departure().ID, "还没走"))
	if g.used(id) {
		t.Error("voided, and still used up")
	}
}
