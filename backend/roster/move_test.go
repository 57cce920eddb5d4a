package roster_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/rules"
	"yayuan/backend/testkit"
)

// where tells the class of each child on a day.
func where(t testing.TB, n *testkit.Nursery, on day.Day) map[string]string {
	t.Helper()
	placed, err := n.Roster.PlacedOn(n.Director, on, roster.Who{})
	testkit.Must(t, err)
	out := map[string]string{}
	for _, p := range placed {
		if out[p.ID] != "" {
			t.Errorf("%s is in two classes on %s", p.Name, on)
		}
		out[p.ID] = p.ClassID
	}
	return out
}

func TestManyAreMovedInOneActAndPutBack(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kids := []string{n.Kids["陈一诺"], n.Kids["赵㛃"]}
	before := where(t, n, "2026-12-01")
	act, err := n.Bands.Move(n.Director, roster.Moves{Children: kids, ClassID: n.Buds.ID, Day: "2026-12-01", Reason: "调班"})
	testkit.Must(t, err)
	if now := where(t, n, "2026-12-01"); now[kids[0]] != n.Buds.ID || now[kids[1]] != n.Buds.ID {
		t.Errorf("after the move: %v", now)
	}
	if then := where(t, n, "2026-11-30"); then[kids[0]] != n.Sprouts.ID {
		t.Error("the move rewrote the day before")
	}
	undone, err := n.Bands.UndoMove(n.Director, act, "选错了日子")
	testkit.Must(t, err)
	if undone.Back != 2 || len(undone.Kept) != 0 {
		t.Errorf("undone %+v", undone)
	}
	if now := where(t, n, "2026-12-01"); !mapsEqual(now, before) {
		t.Errorf("after the undo %v, before the move %v", now, before)
	}
	if _, err := n.Bands.UndoMove(n.Director, act, "再一次"); code(err) != "roster.moves_undone" {
		t.Errorf("a second undo: %v", err)
	}
}

func mapsEqual(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if b[k] != v {
			return false
		}
	}
	return true
}

func TestUndoLeavesAloneWhoWasChangedSinceAndNamesThem(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kids := []string{n.Kids["陈一诺"], n.Kids["赵㛃"]}
	act, err := n.Bands.Move(n.Director, roster.Moves{Children: kids, ClassID: n.Buds.ID, Day: "2026-12-01"})
	testkit.Must(t, err)
	testkit.Must(t, n.Roster.End(n.Director, kids[0], "2026-12-20", "搬家"))
	undone, err := n.Bands.UndoMove(n.Director, act, "选错了")
	testkit.Must(t, err)
	if undone.Back != 1 || !slices.Equal(undone.Kept, []string{"陈一诺"}) {
		t.Errorf("undone %+v", undone)
	}
	if now := where(t, n, "2026-12-02"); now[kids[0]] != n.Buds.ID || now[kids[1]] != n.Sprouts.ID {
		t.Errorf("after the undo %v", now)
	}
	if _, there := where(t, n, "2026-12-21")[kids[0]]; there {
		t.Error("who has left came back")
	}
}

func TestAllMoveOrNone(t *testing.T) {
	n := testkit.OpenWithCast(t)
	before := where(t, n, "2026-12-01")
	for _, c := range []struct {
		name  string
		moves roster.Moves
		code  string
	}{
		{"nobody chosen", roster.Moves{ClassID: n.Buds.ID, Day: "2026-12-01"}, "roster.moves_none"},
		{"one is there already", roster.Moves{Children: []string{n.Kids["赵㛃"], n.Kids["买买提·艾力"]}, ClassID: n.Buds.ID, Day: "2026-12-01"}, "roster.moves_same_class"},
		{"nobody is placed then", roster.Moves{Children: []string{n.Kids["赵㛃"]}, ClassID: n.Buds.ID, Day: "2026-08-01"}, "roster.moves_not_placed"},
		{"a class that is not", roster.Moves{Children: []string{n.Kids["赵㛃"]}, ClassID: "x", Day: "2026-12-01"}, "roster.class_unknown"},
		{"leaving without a reason", roster.Moves{Children: []string{n.Kids["赵㛃"]}, Day: "2026-12-01"}, "roster.reason_missing"},
		{"no day", roster.Moves{Children: []string{n.Kids["赵㛃"]}, ClassID: n.Buds.ID, Day: "31 日"}, "roster.day_bad"},
	} {
		if _, err := n.Bands.Move(n.Director, c.moves); code(err) != c.code {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		}
	}
	if now := where(t, n, "2026-12-01"); !mapsEqual(now, before) {
		t.Errorf("a refused act moved somebody: %v", now)
	}
	acts, err := n.Bands.MoveActs(n.Director)
	testkit.Must(t, err)
	if len(acts) != 0 {
		t.Errorf("refused acts are kept: %+v", acts)
	}
}

func TestAPlanSaysWhatWouldBeAndWritesNothing(t *testing.T) {
	n := testkit.OpenWithCast(t)
	before := where(t, n, "2027-01-20")
	plan, err := n.Bands.PlanMoves(n.Director, roster.Moves{Children: []string{n.Kids["买买提·艾力"]}, ClassID: n.Sprouts.ID, Day: "2027-01-19"})
	testkit.Must(t, err)
	if len(plan.Classes) != 2 || plan.Classes[0].After != plan.Classes[0].Before+1 || plan.Classes[1].After != 0 {
		t.Fatalf("plan %+v", plan)
	}
	if !slices.ContainsFunc(plan.Findings, func(f finding.Finding) bool { return f.Code == "classes.too_young" }) {
		t.Errorf("a day too young for the class: %+v", plan.Findings)
	}
	if now := where(t, n, "2027-01-20"); !mapsEqual(now, before) {
		t.Error("a plan moved somebody")
	}
}

func TestAClassClosesWhenItIsEmptyAndOpensAgain(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["买买提·艾力"]
	if err := n.Roster.CloseClass(n.Director, n.Buds.ID, "2026-12-01", "人数少"); code(err) != "roster.class_not_empty" {
		t.Errorf("with a child in it: %v", err)
	}
	_, err := n.Bands.Move(n.Director, roster.Moves{Children: []string{kid}, ClassID: n.Sprouts.ID, Day: "2026-12-01"})
	testkit.Must(t, err)
	testkit.Must(t, n.Roster.CloseClass(n.Director, n.Buds.ID, "2026-12-01", "人数少"))
	err = n.Roster.Place(n.Director, roster.Placement{ChildID: kid, ClassID: n.Buds.ID, Mode: roster.FullDay, From: "2026-12-15"})
	if code(err) != "roster.class_closed" {
		t.Errorf("placed in a closed class: %v", err)
	}
	open := func(on day.Day) int {
		n.Clock.Set(on.At(9, 0))
		classes, err := n.Roster.Classes(n.Director)
		testkit.Must(t, err)
		return len(classes)
	}
	if open("2026-11-30") != 2 || open("2026-12-01") != 1 {
		t.Error("the class closes on its day, not before")
	}
	testkit.Must(t, n.Roster.ReopenClass(n.Director, n.Buds.ID, "2027-02-22"))
	if open("2027-02-21") != 1 || open("2027-02-22") != 2 {
		t.Error("the class opens again on its day")
	}
	testkit.Must(t, n.Roster.Place(n.Director, roster.Placement{ChildID: kid, ClassID: n.Buds.ID, Mode: roster.FullDay, From: "2027-02-22"}))
	if _, err := n.Roster.AddClass(n.Director, roster.Class{Name: "托小一班", Kind: roster.Small, Places: 15}); code(err) != "roster.class_name_taken" {
		t.Errorf("the name of a class: %v", err)
	}
}

func TestClassesStandInTheOrderThatWasSet(t *testing.T) {
	n := testkit.OpenWithCast(t)
	testkit.Must(t, n.Roster.OrderClasses(n.Director, []string{n.Buds.ID, n.Sprouts.ID}))
	classes, err := n.Roster.Classes(n.Director)
	testkit.Must(t, err)
	if classes[0].ID != n.Buds.ID {
		t.Errorf("order %+v", classes)
	}
}

func TestTheBoardIsForWhoArrangesClasses(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kids := []string{n.Kids["欧阳子墨"]} // turned three on 5 November
	testkit.Scenario{Name: "office sees who has outgrown what, by which rule", Token: n.SignIn(t, identity.Office), Method: http.MethodPost, Path: "/api/classes/board",
		Body: map[string]any{"months": 3}, Status: 200,
		Expect: []string{"classes.over_three", "欧阳子墨", `"day":"2026-11-05"`, `"grade":"B"`, "第十九条", "刘=欢", `"day":"2026-12-09"`},
		Refuse: []string{"330106", "13905710001", "鸡蛋"}}.Run(t, n)
	testkit.Scenario{Name: "today tells the office", Token: n.SignIn(t, identity.Office), Method: http.MethodGet, Path: "/api/today", Status: 200,
		Expect: []string{"classes.over_three", "classes.too_old_soon"}}.Run(t, n)
	for _, role := range []identity.Role{identity.Caregiver, identity.Health, identity.Viewer} {
		testkit.Scenario{Name: "today does not tell " + string(role), Token: n.SignIn(t, role), Method: http.MethodGet, Path: "/api/today", Status: 200,
			Refuse: []string{"classes."}}.Run(t, n)
	}
	answer := n.Ask(t, n.SignIn(t, identity.Office), http.MethodPost, "/api/moves",
		map[string]any{"children": kids, "classId": "", "day": "2026-11-30", "reason": "入园"})
	if answer.Status != 200 || !strings.Contains(answer.Body, `"id"`) {
		t.Fatalf("graduation: %d %s", answer.Status, answer.Body)
	}
	if now := where(t, n, "2026-12-01"); now[kids[0]] != "" {
		t.Error("who has graduated is still placed")
	}
	testkit.Scenario{Name: "the act is listed", Token: n.SignIn(t, identity.Office), Method: http.MethodGet, Path: "/api/moves", Status: 200,
		Expect: []string{`"children":1`, "入园", "员工office"}, Refuse: []string{"欧阳子墨"}}.Run(t, n)
}

// TestNoMovesLeaveAClassAboveItsSizeUnnoticed draws moves, bulk moves and
// undos: on every day a class above its size has a finding, one that is not
// has none, and nobody is in two classes.
func TestNoMovesLeaveAClassAboveItsSizeUnnoticed(t *testing.T) {
	n := testkit.OpenWithCast(t)
	classes := []roster.Class{n.Sprouts, n.Buds}
	tiny, err := n.Roster.AddClass(n.Director, roster.Class{Name: "小小班", Kind: roster.Infant, Places: 100})
	testkit.Must(t, err)
	classes = append(classes, tiny)
	var kids []string
	for i := range 14 {
		id, err := n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: "宝" + string(rune('甲'+i)), BirthDate: "2026-03-01"},
			Placement: roster.Placement{ClassID: classes[i%3].ID, Mode: roster.FullDay, From: "2026-09-01"}})
		testkit.Must(t, err)
		kids = append(kids, id)
	}
	on := day.Day("2026-11-24")
	var acts []string
	rapid.Check(t, func(rt *rapid.T) {
		on = on.Add(1)
		n.Clock.Set(on.At(9, 0))
		class := rapid.SampledFrom(classes).Draw(rt, "class")
		switch rapid.IntRange(0, 4).Draw(rt, "act") {
		case 0:
			_ = n.Roster.Place(n.Director, roster.Placement{ChildID: rapid.SampledFrom(kids).Draw(rt, "kid"), ClassID: class.ID, Mode: roster.FullDay, From: on})
		case 1:
			if len(acts) > 0 {
				_, _ = n.Bands.UndoMove(n.Director, rapid.SampledFrom(acts).Draw(rt, "undo"), "试")
			}
		default:
			some := rapid.SliceOfNDistinct(rapid.SampledFrom(kids), 1, 14, rapid.ID).Draw(rt, "kids")
			here := where(t, n, on)
			some = slices.DeleteFunc(some, func(kid string) bool { return here[kid] == class.ID || here[kid] == "" })
			if act, err := n.Bands.Move(n.Director, roster.Moves{Children: some, ClassID: class.ID, Day: on}); err == nil {
				acts = append(acts, act)
			}
		}
		for _, at := range []day.Day{on.Add(-1), on} {
			n.Clock.Set(at.At(9, 0))
			board, err := n.Bands.Board(n.Director, 0)
			testkit.Must(t, err)
			counts := map[string]int{}
			for _, class := range where(t, n, at) {
				counts[class]++
			}
			for _, class := range classes {
				var band rules.Band
				_, err := n.Rules.Value(n.Director, rules.ClassKey(string(class.Kind)), at, &band)
				testkit.Must(t, err)
				told := slices.ContainsFunc(board.Findings, func(f finding.Finding) bool { return f.Code == "classes.over_size" && f.ClassID == class.ID })
				if told != (counts[class.ID] > band.Size) {
					rt.Fatalf("on %s %s has %d of %d, told %v", at, class.Name, counts[class.ID], band.Size, told)
				}
			}
		}
	})
}
