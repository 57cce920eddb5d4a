package roster_test

import (
	"strings"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

func TestTheListStandsInClassOrderAndKnowsWhoComesAndWhoHasLeft(t *testing.T) {
	n := testkit.OpenWithCast(t)
	names := func(q roster.Search) string {
		t.Helper()
		lines, total, err := n.Roster.Find(n.Director, q)
		testkit.Must(t, err)
		var out []string
		for _, line := range lines {
			out = append(out, line.Name)
		}
		if q.Limit == 0 && int(total) != len(out) {
			t.Errorf("%+v: total %d of %d", q, total, len(out))
		}
		return strings.Join(out, " ")
	}
	if got := names(roster.Search{}); got != "陈一诺 刘=欢 欧阳子墨 赵㛃 买买提·艾力" {
		t.Errorf("by class, then pinyin: %s", got)
	}
	if got := names(roster.Search{Limit: 2, Offset: 3}); got != "赵㛃 买买提·艾力" {
		t.Errorf("a second page: %s", got)
	}
	testkit.Must(t, n.Roster.End(n.Director, n.Kids["刘=欢"], "2026-11-20", "搬家"))
	for name, from := range map[string]string{"周一来": "2026-11-30", "还没定": ""} {
		in := roster.NewChild{Child: roster.Child{Name: name, BirthDate: "2024-05-01"}}
		if from != "" {
			in.Placement = roster.Placement{ClassID: n.Buds.ID, Mode: roster.FullDay, From: day.Day(from)}
		}
		_, err := n.Roster.AddChild(n.Director, in)
		testkit.Must(t, err)
	}
	for _, c := range []struct{ state, class, want string }{
		{"left", "", "刘=欢"}, {"left", n.Sprouts.ID, "刘=欢"}, {"left", n.Buds.ID, ""},
		{"coming", "", "还没定 周一来"}, {"coming", n.Buds.ID, "周一来"}, {"enrolled", n.Buds.ID, "买买提·艾力"},
		{"all", n.Buds.ID, "买买提·艾力 周一来"},
	} {
		if got := names(roster.Search{State: c.state, Class: c.class}); got != c.want {
			t.Errorf("%s of %q: %q, want %q", c.state, c.class, got, c.want)
		}
	}
}

func TestAnIDNumberTellsBirthAndSexWhileItIsTyped(t *testing.T) {
	n := testkit.OpenWithCast(t)
	told, err := n.Roster.CheckIDNumber(n.Director, roster.Child{IDNumber: "330102202403120287"})
	if code(err) == "" {
		t.Errorf("a wrong check digit says %+v", told)
	}
	told, err = n.Roster.CheckIDNumber(n.Director, roster.Child{ID: n.Kids["陈一诺"], IDNumber: "３３０１０２202403120286 "})
	testkit.Must(t, err)
	if told != (roster.Told{BirthDate: "2024-03-12", Sex: roster.Female}) {
		t.Errorf("the number says %+v", told)
	}
	if _, err = n.Roster.CheckIDNumber(n.Director, roster.Child{IDNumber: "330102202403120286"}); code(err) != "roster.id_number_taken" {
		t.Errorf("the number of another child: %v", err)
	}
}

func TestAGuardianIsMovedToTheFrontOrTakenOffAndHistoryKeepsIt(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	father, err := n.Roster.AddGuardian(n.Director, kid, roster.Guardian{Name: "陈建国", Relation: "父亲", Phone: "13588110007"})
	testkit.Must(t, err)
	first := func() (string, int) {
		file, err := n.Roster.File(n.Director, kid)
		testkit.Must(t, err)
		return file.Guardians[0].Name, len(file.Guardians)
	}
	testkit.Must(t, n.Roster.CallFirst(n.Director, kid, father))
	if name, count := first(); name != "陈建国" || count != 2 {
		t.Errorf("first to call: %s of %d", name, count)
	}
	if got := code(n.Roster.RemoveGuardian(n.Director, kid, father, " ")); got != "roster.reason_missing" {
		t.Errorf("without a reason: %s", got)
	}
	testkit.Must(t, n.Roster.RemoveGuardian(n.Director, kid, father, "登记错了人"))
	if name, count := first(); name != "家长糖糖" || count != 1 {
		t.Errorf("after the removal: %s of %d", name, count)
	}
	if got := code(n.Roster.CallFirst(n.Director, kid, father)); got != "roster.guardian_unknown" {
		t.Errorf("a removed guardian is called: %s", got)
	}
	records, err := n.Roster.History(n.Director, kid)
	testkit.Must(t, err)
	if records[0].Verb != "roster.remove_guardian" || records[0].Reason != "登记错了人" {
		t.Errorf("history begins with %+v", records[0])
	}
	_, err = n.Roster.AddGuardian(n.Director, kid, roster.Guardian{Name: "陈建国", Relation: "父亲", Phone: "13588110007"})
	testkit.Must(t, err)
	if _, count := first(); count != 2 {
		t.Error("a guardian that was taken off cannot come back")
	}
}

func TestAnAssignmentEndsOnALastDayAndThoseToComeAreListed(t *testing.T) {
	n := testkit.OpenWithCast(t)
	fang := n.Staff["王芳"]
	testkit.Must(t, n.Roster.Assign(n.Director, roster.Assignment{StaffID: fang, ClassID: n.Sprouts.ID, Duty: "lead", From: "2026-09-01", Until: "2026-11-27"}))
	testkit.Must(t, n.Roster.Assign(n.Director, roster.Assignment{StaffID: fang, ClassID: n.Buds.ID, Duty: "assist", From: "2026-11-30"}))
	lines, err := n.Roster.FindStaff(n.Director, "wf", false)
	testkit.Must(t, err)
	if len(lines) != 1 || len(lines[0].Classes) != 2 || lines[0].Classes[0].Until != "2026-11-27" || lines[0].Classes[1].From != "2026-11-30" {
		t.Errorf("the list says %+v", lines)
	}
	n.Clock.Set(day.Day("2026-11-28").At(9, 0))
	classes, err := n.Roster.Classes(n.Director)
	testkit.Must(t, err)
	if len(classes[0].Caregivers) != 0 || len(classes[1].Caregivers) != 0 {
		t.Errorf("between two assignments: %+v", classes)
	}
}
