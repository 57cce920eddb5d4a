package roster_test

import (
	"net/http"
	"strings"
	"testing"

	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// twin registers 陈一诺 a second time, as another hand writes the name.
func twin(t *testing.T, n *testkit.Nursery, name string, place roster.Placement) string {
	t.Helper()
	id, err := n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: name, Nickname: "诺诺", BirthDate: "2024-03-12"},
		Guardians: []roster.Guardian{{Name: "家长甲", Relation: "母亲", Phone: "13905710001"}}, Placement: place})
	testkit.Must(t, err)
	return id
}

func pairs(t *testing.T, n *testkit.Nursery) string {
	t.Helper()
	suspects, err := n.Roster.Suspects(n.Director)
	testkit.Must(t, err)
	var out []string
	for _, s := range suspects {
		out = append(out, s.First.Name+"="+s.Second.Name+" "+s.Why)
	}
	return strings.Join(out, ", ")
}

func TestRegistrationsThatMayBeOneChildAreNoticedAndTwinsAreToldApartForGood(t *testing.T) {
	n := testkit.OpenWithCast(t)
	if got := pairs(t, n); got != "" { // all of the cast have one phone
		t.Fatalf("the cast is suspected: %s", got)
	}
	same, written := twin(t, n, "陈一诺", roster.Placement{}), twin(t, n, "陈依诺", roster.Placement{})
	got := pairs(t, n)
	for _, want := range []string{"陈一诺=陈一诺 name_birth", "陈一诺=陈依诺 phone"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
	testkit.Must(t, n.Roster.NotSame(n.Director, written, same))
	testkit.Must(t, n.Roster.NotSame(n.Director, n.Kids["陈一诺"], written))
	testkit.Must(t, n.Roster.NotSame(n.Director, n.Kids["陈一诺"], written)) // said twice is said
	if got := pairs(t, n); got != "陈一诺=陈一诺 name_birth" {
		t.Errorf("after they were told apart: %s", got)
	}
}

func TestTwoWhoArePlacedOnOneDayAreNotMergedAndTheSentenceSaysWhichEndsFirst(t *testing.T) {
	n := testkit.OpenWithCast(t)
	again := twin(t, n, "陈一诺", roster.Placement{ClassID: n.Buds.ID, Mode: roster.FullDay, From: "2026-11-01"})
	err := n.Roster.Merge(n.Director, again, n.Kids["陈一诺"], "登记了两次")
	f, _ := fault.As(err)
	if f == nil || f.Code != "roster.merge_both_placed" || f.Args["class"] != "托小一班" || f.Args["from"] != "2026-11-01" || f.Args["day"] != "2026-11-01" {
		t.Fatalf("got %v with %v", err, f)
	}
	for name, bad := range map[string]error{
		"roster.merge_self":     n.Roster.Merge(n.Director, again, again, "x"),
		"roster.reason_missing": n.Roster.Merge(n.Director, again, n.Kids["赵㛃"], " "),
		"roster.child_unknown":  n.Roster.Merge(n.Director, again, "nobody", "x"),
		"roster.merge_none":     n.Roster.Unmerge(n.Director, again, "x"),
	} {
		if code(bad) != name {
			t.Errorf("want %s, got %v", name, bad)
		}
	}
}

// merged gives a child that was in 托小一班 until the end of October under a
// registration of its own, with a leave and a day of log there.
func merged(t *testing.T, n *testkit.Nursery) (kept, old string) {
	t.Helper()
	n.Clock.Set(day.Day("2026-10-12").At(12, 5))
	old = twin(t, n, "陈一诺", roster.Placement{ClassID: n.Buds.ID, Mode: roster.FullDay, From: "2026-09-01"})
	testkit.Must(t, n.Log.RecordGate(n.Director, dailylog.Gate{Class: n.Buds.ID, Day: "2026-10-12", ChildID: old, Register: dailylog.Arrival,
		HappenedAt: day.Day("2026-10-12").At(8, 10), EnteredAt: day.Day("2026-10-12").At(8, 10), Mark: &dailylog.MarkDetail{Person: "妈妈"}}))
	testkit.Must(t, n.Roster.TakeLeave(n.Director, roster.Leave{ChildID: old, From: "2026-10-13", Until: "2026-10-14", Kind: "illness", Note: "咳嗽"}))
	_, err := n.Roster.AddCollector(n.Director, roster.Collector{ChildID: old, Kind: roster.Never, Name: "王某", From: "2026-10-12", Reason: "法院裁定"})
	testkit.Must(t, err)
	n.Clock.Set(testkit.Noon)
	testkit.Must(t, n.Roster.End(n.Director, old, "2026-10-31", "转班"))
	kept = twin(t, n, "陈一诺", roster.Placement{ClassID: n.Sprouts.ID, Mode: roster.FullDay, From: "2026-11-01"})
	testkit.Must(t, n.Roster.Merge(n.Director, old, kept, "同一个宝宝登记了两次"))
	return kept, old
}

func TestAMergedChildIsOneAndItsRecordsAreReadThroughThePointer(t *testing.T) {
	n := testkit.OpenWithCast(t)
	before, err := n.Roster.PlacedOn(n.Director, testkit.Today, roster.Who{})
	testkit.Must(t, err)
	kept, old := merged(t, n)
	after, err := n.Roster.PlacedOn(n.Director, testkit.Today, roster.Who{})
	testkit.Must(t, err)
	if len(after) != len(before)+1 {
		t.Errorf("%d placed, want one more than %d", len(after), len(before))
	}
	_, total, err := n.Roster.Find(n.Director, roster.Search{Text: "诺诺", State: "all"})
	testkit.Must(t, err)
	if total != 1 {
		t.Errorf("the list shows it %d times", total)
	}
	if _, total, _ = n.Roster.Find(n.Director, roster.Search{Text: "诺诺", State: "all", Class: n.Buds.ID}); total != 1 {
		t.Errorf("the class of its old registration finds it %d times", total)
	}
	for _, id := range []string{kept, old} { // the old address leads to the kept one
		file, err := n.Roster.File(n.Director, id)
		testkit.Must(t, err)
		if file.ID != kept || len(file.Placements) != 2 || len(file.Leaves) != 1 || file.Leaves[0].Note != "咳嗽" || len(file.Merged) != 1 || len(file.Guardians) != 1 {
			t.Errorf("the page of %s: %d placements, %d leaves, merged %v, %d guardians", file.ID, len(file.Placements), len(file.Leaves), file.Merged, len(file.Guardians))
		}
	}
	board, err := n.Log.Board(n.Director, n.Buds.ID, "2026-10-12")
	testkit.Must(t, err)
	found := 0
	for _, child := range board.Children {
		if child.Nickname == "诺诺" && child.Recorded("arrival") != nil {
			found++
		}
	}
	if found != 1 {
		t.Errorf("its old board shows it %d times with its arrival", found)
	}
	since, err := n.Roster.StaysSince(n.Director, []string{kept}, testkit.Today)
	testkit.Must(t, err)
	if since[kept] != "2026-09-01" {
		t.Errorf("its stay began on %s", since[kept])
	}
	var raw string
	testkit.Must(t, n.Store.With(t.Context()).Raw("SELECT DISTINCT child_id FROM leave").Scan(&raw).Error)
	if raw != old {
		t.Error("a leave was rewritten")
	}
}

func TestWhoStandsOnASecondRegistrationsListIsChangedOnThePageOfTheKeptChild(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kept, _ := merged(t, n)
	listed := func() roster.Collector {
		t.Helper()
		list, err := n.Roster.Collectors(n.Director, kept, testkit.Today)
		testkit.Must(t, err)
		for _, c := range list {
			if c.Kind == roster.Never {
				return c
			}
		}
		return roster.Collector{}
	}
	barred := listed()
	barred.ChildID, barred.Relation, barred.Reason = kept, "前邻居", ""
	testkit.Must(t, n.Roster.ChangeCollector(n.Director, barred))
	if now := listed(); now.Relation != "前邻居" || now.Reason != "法院裁定" {
		t.Errorf("changed to %+v", now)
	}
	if err := n.Roster.RemoveCollector(n.Director, n.Kids["赵㛃"], barred.ID, "x"); code(err) != "roster.collector_unknown" {
		t.Errorf("through another child: %v", err)
	}
	testkit.Must(t, n.Roster.RemoveCollector(n.Director, kept, barred.ID, "裁定撤销"))
	if now := listed(); now.ID != "" {
		t.Errorf("still on the list: %+v", now)
	}
}

func TestAReturnCountsAMergedChildOnce(t *testing.T) {
	n := testkit.OpenWithCast(t)
	count := func() string {
		draft, err := n.Filing.Draft(n.Director, "MON-1", "2026-11")
		testkit.Must(t, err)
		var out []string
		for _, figure := range draft.Figures {
			if figure.Value != nil && (strings.Contains(figure.Key, "新入托") || strings.Contains(figure.Key, "退托") || figure.Key == "在托人数") {
				out = append(out, figure.Key, string(rune('0'+*figure.Value)))
			}
		}
		return strings.Join(out, " ")
	}
	kept, _ := merged(t, n)
	one := count()
	testkit.Must(t, n.Roster.Unmerge(n.Director, mergedInto(t, n, kept), "弄错了"))
	if two := count(); one == two || one == "" {
		t.Errorf("merged %q, apart %q: nothing is counted through the pointer", one, two)
	}
}

func mergedInto(t *testing.T, n *testkit.Nursery, kept string) string {
	t.Helper()
	file, err := n.Roster.File(n.Director, kept)
	testkit.Must(t, err)
	return file.Merged[0].ID
}

func TestAMergeIsTakenBackWithAReasonAndBothStandAsTheyStood(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kept, old := merged(t, n)
	if got := code(n.Roster.Unmerge(n.Director, old, "")); got != "roster.reason_missing" {
		t.Errorf("without a reason: %q", got)
	}
	child, err := n.Roster.File(n.Director, old)
	testkit.Must(t, err)
	change := child.Child
	change.ID, change.Name = old, "陈一若"
	if got := code(n.Roster.ChangeChild(n.Director, change, roster.Numbers{}, "x")); got != "roster.child_merged" {
		t.Errorf("a merged registration is changed: %q", got)
	}
	if got := code(n.Roster.Merge(n.Director, kept, n.Kids["赵㛃"], "x")); got != "roster.merge_into" {
		t.Errorf("a chain of pointers: %q", got)
	}
	if got := code(n.Roster.Merge(n.Director, old, n.Kids["赵㛃"], "x")); got != "roster.merge_again" {
		t.Errorf("merged twice: %q", got)
	}
	testkit.Must(t, n.Roster.Unmerge(n.Director, old, "其实是双胞胎"))
	file, err := n.Roster.File(n.Director, old)
	testkit.Must(t, err)
	if file.ID != old || len(file.Placements) != 1 {
		t.Errorf("apart again: %s with %d placements", file.ID, len(file.Placements))
	}
	records, err := n.Roster.History(n.Director, old)
	testkit.Must(t, err)
	if records[0].Verb != "roster.unmerge" || records[0].Reason != "其实是双胞胎" {
		t.Errorf("history begins with %+v", records[0])
	}
}

func TestOnlyWhoKeepsTheRosterSeesSuspects(t *testing.T) {
	n := testkit.OpenWithCast(t)
	twin(t, n, "陈一诺", roster.Placement{})
	testkit.Scenario{Name: "office", Token: n.SignIn(t, identity.Office), Method: http.MethodGet, Path: "/api/same-children", Status: 200,
		Expect: []string{"name_birth", "诺诺"}, Refuse: []string{"330102202403120286", "13905710001"}}.Run(t, n)
	testkit.Scenario{Name: "health", Token: n.SignIn(t, identity.Health), Method: http.MethodGet, Path: "/api/same-children", Status: 403, Refuse: []string{"诺诺"}}.Run(t, n)
}
