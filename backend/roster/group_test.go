package roster_test

import (
	"net/http"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

func TestEverybodyIsWhereTheyReallyAreByTable(t *testing.T) {
	classes := []roster.Class{{ID: "a", Room: "101"}, {ID: "b", Room: "102"}}
	groups := []roster.Group{
		{ID: "early", Room: "大厅", Starts: "07:30", Ends: "08:30", Classes: []string{"a", "b"}},
		{ID: "late", Room: "103", Starts: "17:00", Ends: "18:00", Classes: []string{"a"}, Children: []string{"b1"}},
		{ID: "garden", Starts: "10:00", Ends: "10:30", Children: []string{"a1"}},
	}
	placed := []roster.Placement{{ChildID: "a1", ClassID: "a"}, {ChildID: "a2", ClassID: "a"}, {ChildID: "b1", ClassID: "b"}}
	for time, want := range map[string][3]string{
		"07:29": {"101", "101", "102"}, "07:30": {"大厅", "大厅", "大厅"}, "08:29": {"大厅", "大厅", "大厅"}, "08:30": {"101", "101", "102"},
		"10:10": {"101", "101", "102"}, "17:00": {"103", "103", "103"}, "18:00": {"101", "101", "102"},
	} {
		for i, where := range roster.WhereAt(classes, groups, placed, time) {
			if where.Room != want[i] {
				t.Errorf("%s: %s is in %q, want %q", time, where.ChildID, where.Room, want[i])
			}
		}
	}
	if where := roster.WhereAt(classes, groups, placed, "10:10"); where[0].GroupID != "garden" || where[1].GroupID != "" {
		t.Errorf("who joins by name, and who does not: %+v", where)
	}
}

func early(n *testkit.Nursery) roster.Group {
	return roster.Group{Name: "混龄早托", Room: "大厅", LeadID: n.Staff["王芳"], Pattern: "open", Starts: "07:30", Ends: "08:30", From: "2026-11-01",
		Classes: []string{n.Sprouts.ID, n.Buds.ID}}
}

func TestAGroupMeetsOnItsDaysAndChangesFromADayOn(t *testing.T) {
	n := testkit.OpenWithCast(t)
	id, err := n.Roster.SaveGroup(n.Director, early(n), "")
	testkit.Must(t, err)
	changed := early(n)
	changed.Room, changed.From = "多功能厅", "2026-12-01"
	_, err = n.Roster.SaveGroup(n.Director, changed, id)
	testkit.Must(t, err)
	holiday := roster.Group{Name: "周末值班", Room: "105", Pattern: "days", Starts: "08:00", Ends: "16:00", From: "2026-11-01", Children: []string{n.Kids["赵㛃"]}}
	holiday.Days = append(holiday.Days, "2026-11-28")
	_, err = n.Roster.SaveGroup(n.Director, holiday, "")
	testkit.Must(t, err)
	for _, c := range []struct{ day, time, want string }{
		{"2026-10-30", "08:00", ""}, {"2026-11-23", "08:00", "大厅"}, {"2026-11-28", "08:00", "105"}, {"2026-11-29", "08:00", ""},
		{"2026-11-30", "08:00", "大厅"}, {"2026-12-01", "08:00", "多功能厅"}, {"2026-12-01", "09:00", ""},
	} {
		where, err := n.Roster.WhereAt(n.Director, day.Day(c.day), c.time)
		testkit.Must(t, err)
		room := ""
		for _, each := range where {
			if each.ChildID == n.Kids["赵㛃"] {
				room = each.Room
			}
		}
		if room != c.want {
			t.Errorf("%s %s: %q, want %q", c.day, c.time, room, c.want)
		}
	}
}

func TestNoClassIsInTwoRoomsAtOnce(t *testing.T) {
	n := testkit.OpenWithCast(t)
	_, err := n.Roster.SaveGroup(n.Director, early(n), "")
	testkit.Must(t, err)
	for _, c := range []struct {
		name   string
		change func(*roster.Group)
		code   string
	}{
		{"at the same time", func(g *roster.Group) { g.Starts, g.Ends = "08:00", "09:00" }, "roster.group_overlaps"},
		{"on one weekday", func(g *roster.Group) { g.Pattern, g.Weekdays = "weekly", []int{3} }, "roster.group_overlaps"},
		{"right after", func(g *roster.Group) { g.Starts, g.Ends = "08:30", "09:00" }, ""},
		{"nobody in it", func(g *roster.Group) { g.Classes = nil }, "roster.group_empty"},
		{"never", func(g *roster.Group) { g.Pattern = "weekly" }, "roster.group_never"},
		{"backwards", func(g *roster.Group) { g.Starts, g.Ends = "18:00", "17:00" }, "roster.ends_before_starts"},
		{"no time", func(g *roster.Group) { g.Starts = "7点" }, "roster.time_bad"},
		{"somebody unknown leads", func(g *roster.Group) { g.LeadID, g.Starts, g.Ends = "x", "17:00", "18:00" }, "roster.staff_unknown"},
	} {
		group := early(n)
		c.change(&group)
		if _, err := n.Roster.SaveGroup(n.Director, group, ""); code(err) != c.code {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		}
	}
}

func TestWhereaboutsCountAndNameNobody(t *testing.T) {
	n := testkit.OpenWithCast(t)
	id, err := n.Roster.SaveGroup(n.Director, early(n), "")
	testkit.Must(t, err)
	testkit.Scenario{Name: "five children in the hall", Token: n.SignIn(t, identity.Caregiver), Method: http.MethodPost, Path: "/api/whereabouts",
		Body: map[string]any{"day": "2026-11-23", "time": "08:00"}, Status: 200,
		Expect: []string{`"children":5`, id, "大厅"}, Refuse: []string{"赵㛃", n.Kids["赵㛃"]}}.Run(t, n)
	testkit.Must(t, n.Roster.EndGroup(n.Director, id, "2026-11-23"))
	testkit.Scenario{Name: "after its last day everybody is in class", Token: n.SignIn(t, identity.Office), Method: http.MethodPost, Path: "/api/whereabouts",
		Body: map[string]any{"day": "2026-11-24", "time": "08:00"}, Status: 200, Expect: []string{`"children":4`, `"children":1`}, Refuse: []string{id}}.Run(t, n)
}
