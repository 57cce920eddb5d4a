package roster

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/rules"
)

func measures() Limits {
	limit := func(least, most, size int, strict bool) Limit {
		return Limit{Band: rules.Band{MinMonths: least, MaxMonths: most, Size: size, Strict: strict}, Rule: rules.Rule{Key: "class", Version: 1, Source: "第十九条", Grade: "C+B"}}
	}
	return Limits{
		Kinds:  map[Kind]Limit{Infant: limit(6, 12, 10, false), Small: limit(12, 24, 15, false), Large: limit(24, 36, 20, false), Mixed: limit(18, 36, 18, true)},
		Oldest: rules.Oldest{WarnMonths: 36, BadMonths: 48}, Old: rules.Rule{Key: rules.OldestChild, Source: "法", Grade: "B"}, Ahead: 30,
	}
}

func TestAgesAndSizesByTable(t *testing.T) {
	const on day.Day = "2026-11-23"
	aged := func(months int) day.Day { return on.Add(-1).AddMonths(-months) } // and a day
	cases := []struct {
		name   string
		kind   Kind
		places int
		births []day.Day
		want   string // code:severity, in order
	}{
		{"an infant class that is full", Infant, 10, slices.Repeat([]day.Day{aged(8)}, 10), ""},
		{"R01: the eleventh child", Infant, 20, slices.Repeat([]day.Day{aged(8)}, 11), "classes.over_size:bad"},
		{"R01: on the day it turns one", Infant, 10, []day.Day{"2025-11-23"}, "classes.too_old:warn"},
		{"R01: the day before", Infant, 10, []day.Day{"2025-11-24"}, ""},
		{"R01: too young by a day", Infant, 10, []day.Day{"2026-05-24"}, "classes.too_young:warn"},
		{"R01: six months today", Infant, 10, []day.Day{"2026-05-23"}, ""},
		{"R02: the sixteenth child", Small, 20, slices.Repeat([]day.Day{aged(15)}, 16), "classes.over_size:bad"},
		{"R02: two years", Small, 15, []day.Day{aged(24)}, "classes.too_old:warn"},
		{"R03: the twenty-first child", Large, 30, slices.Repeat([]day.Day{aged(30)}, 21), "classes.over_size:bad"},
		{"R03: not yet two", Large, 20, []day.Day{aged(23)}, "classes.too_young:warn"},
		{"R04: the nineteenth child of a mixed class", Mixed, 30, slices.Repeat([]day.Day{aged(20)}, 19), "classes.over_size:bad"},
		{"R04: younger than 18 months is a breach", Mixed, 18, []day.Day{aged(17)}, "classes.too_young:bad"},
		{"R04: 18 months", Mixed, 18, []day.Day{"2025-05-23"}, ""},
		{"R24: three years is told once, not as too old as well", Large, 20, []day.Day{aged(36)}, "classes.over_three:warn"},
		{"R24: four years", Large, 20, []day.Day{aged(48)}, "classes.over_four:bad"},
		{"R24: holds in every class", Small, 15, []day.Day{aged(40)}, "classes.over_three:warn"},
		{"places of its own, fewer than the rule's", Small, 12, slices.Repeat([]day.Day{aged(15)}, 13), "classes.over_places:warn"},
		{"nobody knows the birth date", Small, 12, []day.Day{""}, ""},
	}
	for _, c := range cases {
		class := Class{ID: "a", Name: "班", Kind: c.kind, Places: c.places}
		children := make([]Child, len(c.births))
		for i, birth := range c.births {
			children[i] = Child{ID: fmt.Sprint(i), Name: fmt.Sprint("宝", i), BirthDate: birth}
		}
		if got := codes(check([]Class{class}, measures(), map[string][]Child{"a": children}, on)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func codes(found []finding.Finding) string {
	var out []string
	for _, f := range found {
		out = append(out, f.Code+":"+string(f.Severity))
	}
	return strings.Join(out, " ")
}

func TestAFindingSaysWhereItsRuleIsFrom(t *testing.T) {
	children := []Child{{ID: "1", Name: "陈一诺", BirthDate: "2023-11-23"}}
	found := check([]Class{{ID: "a", Name: "托小一班", Kind: Small, Places: 15}}, measures(), map[string][]Child{"a": children}, "2026-11-23")
	if len(found) != 1 || found[0].Args["source"] != "法" || found[0].Args["grade"] != "B" || found[0].ChildID != "1" || found[0].Args["names"] != "陈一诺" {
		t.Errorf("%+v", found)
	}
}

func TestAHomeNurseryHasFivePlacesInAll(t *testing.T) {
	limits := measures()
	limits.Home = &rules.HomeLimit{Children: 5, PerCaregiver: 3}
	limits.AtHome = rules.Rule{Key: rules.HomeNursery, Grade: "B"}
	children := slices.Repeat([]Child{{BirthDate: "2025-05-01"}}, 3)
	classes := []Class{{ID: "a", Kind: Small, Places: 15}, {ID: "b", Kind: Small, Places: 15}}
	if got := codes(check(classes, limits, map[string][]Child{"a": children, "b": children[:2]}, "2026-11-23")); got != "" {
		t.Errorf("five children: %s", got)
	}
	if got := codes(check(classes, limits, map[string][]Child{"a": children, "b": children}, "2026-11-23")); got != "classes.home_full:bad" {
		t.Errorf("six children: %s", got)
	}
}

func TestTheDayOfAnAgeIsTheFirstWithSoManyMonths(t *testing.T) {
	for _, birth := range []day.Day{"2024-01-31", "2024-02-29", "2023-12-31", "2024-05-30", "2024-06-15"} {
		for months := range 50 {
			turns := Turns(birth, months)
			if day.Months(birth, turns) != months || day.Months(birth, turns.Add(-1)) != months-1 {
				t.Errorf("%s turns %d months on %s: %d, and %d the day before", birth, months, turns, day.Months(birth, turns), day.Months(birth, turns.Add(-1)))
			}
		}
	}
}

func TestWhatIsToComeIsToldAheadAndOnlyOnce(t *testing.T) {
	const on day.Day = "2026-11-23"
	class := Class{ID: "a", Name: "乳儿班", Kind: Infant, Places: 2}
	children := map[string]Child{
		"soon":  {ID: "soon", Name: "快满了", BirthDate: "2025-12-10"},
		"moved": {ID: "moved", Name: "已安排", BirthDate: "2025-12-10"},
		"later": {ID: "later", Name: "还早", BirthDate: "2026-03-01"},
		"new":   {ID: "new", Name: "新来", BirthDate: "2026-03-01"},
	}
	placements := []Placement{
		{ChildID: "soon", ClassID: "a", From: "2026-09-01"}, {ChildID: "moved", ClassID: "a", From: "2026-09-01", Until: "2026-12-09"},
		{ChildID: "later", ClassID: "a", From: "2026-12-01"}, {ChildID: "new", ClassID: "a", From: "2026-12-02"},
	}
	found := checkAhead([]Class{class}, measures(), placements, children, on)
	if got := codes(found); got != "classes.too_old_soon:info classes.over_places_soon:warn" {
		t.Fatalf("ahead: %s", got)
	}
	if found[0].Args["day"] != "2026-12-10" || found[0].Args["count"] != 1 || found[1].Args["day"] != "2026-12-01" {
		t.Errorf("days %+v", found)
	}
}
