package rules_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yayuan/backend/day"
	"yayuan/backend/rules"
)

const firstDay day.Day = "2024-01-01"

func anyDay(rt *rapid.T, name string, from, until int) day.Day {
	return firstDay.Add(rapid.IntRange(from, until).Draw(rt, name))
}

// anyDemand draws one of every kind that rules know.
func anyDemand(rt *rapid.T) rules.Demand {
	pick := func(name string, values ...int) int { return rapid.SampledFrom(values).Draw(rt, name) }
	grace, days, pauses := pick("grace", 0, 0, 10, 40), pick("days", 0, 1, 30, 200), rapid.Bool().Draw(rt, "pauses")
	switch rapid.SampledFrom([]rules.DemandKind{rules.Every, rules.Once, rules.Valid, rules.Within, rules.Before, rules.Sum, rules.Ages}).Draw(rt, "kind") {
	case rules.Every:
		return rules.Demand{Kind: rules.Every, Months: pick("months", 1, 6, 12, 25), Days: days, Grace: grace, Pauses: pauses}
	case rules.Once:
		return rules.Demand{Kind: rules.Once, Days: days, Grace: grace, Pauses: pauses}
	case rules.Valid:
		return rules.Demand{Kind: rules.Valid, Months: pick("length", 0, 1, 12), Days: days, Grace: grace}
	case rules.Within:
		return rules.Demand{Kind: rules.Within, Months: pick("months", 0, 1), Days: days + 1, Grace: grace, Pauses: pauses,
			Event: rapid.SampledFrom([]string{"", "x.event"}).Draw(rt, "event")}
	case rules.Before:
		return rules.Demand{Kind: rules.Before, Months: pick("months", 0, 1, 12), Grace: grace, Fresh: pauses, Away: pick("away", 0, 3),
			Which: rapid.SampledFrom([]rules.Which{rules.Each, rules.First, rules.Again}).Draw(rt, "which")}
	case rules.Sum:
		d := rules.Demand{Kind: rules.Sum, Period: rapid.SampledFrom([]rules.Period{rules.Altogether, rules.Calendar, rules.Rolling}).Draw(rt, "period")}
		if rapid.Bool().Draw(rt, "times") {
			d.Times = pick("n", 1, 2, 4)
		} else {
			d.Amount, d.Practice = pick("minutes", 60, 300), pick("practice", 0, 45)
		}
		if d.Period == rules.Calendar {
			d.MakeUp = pick("makeUp", 0, 30, 366)
		}
		return d
	}
	return rules.Demand{Kind: rules.Ages, At: []int{6, 8, 12, 18, 24, 30, 36}, Early: pick("early", 0, 14), Days: pick("after", 0, 7), Grace: grace}
}

// anyRow is about a child, so that ages can be drawn as well.
func anyRow(rt *rapid.T) rules.Requirement {
	r := row(anyDemand(rt), forChildren, warn(rapid.SampledFrom([]int{0, 7, 30}).Draw(rt, "warn")))
	r.From = anyDay(rt, "in force", -400, 400)
	return r
}

func anySubject(rt *rapid.T) rules.Subject {
	s := rules.Subject{Ref: tang, Born: anyDay(rt, "born", -700, 300)}
	from := rapid.IntRange(-100, 200).Draw(rt, "from")
	for range rapid.IntRange(0, 3).Draw(rt, "stays") {
		length := rapid.IntRange(1, 500).Draw(rt, "length")
		s.Stays = append(s.Stays, rules.Span{From: firstDay.Add(from), Until: firstDay.Add(from + length)})
		from += length + rapid.IntRange(1, 150).Draw(rt, "gap")
	}
	if rapid.Bool().Draw(rt, "still here") && len(s.Stays) > 0 {
		s.Stays[len(s.Stays)-1].Until = ""
	}
	for range rapid.IntRange(0, 2).Draw(rt, "leaves") {
		first := rapid.IntRange(0, 900).Draw(rt, "leave")
		s.Leaves = append(s.Leaves, rules.Span{From: firstDay.Add(first), Until: firstDay.Add(first + rapid.IntRange(0, 150).Draw(rt, "away"))})
	}
	return s
}

func anyFact(rt *rapid.T, from, until int) rules.Fact {
	f := rules.Fact{Subject: tang, Kind: rapid.SampledFrom([]string{"x.done", "x.done", "x.done", "x.event"}).Draw(rt, "fact"),
		Day: anyDay(rt, "day", from, until), Amount: rapid.SampledFrom([]int{30, 60, 300}).Draw(rt, "amount"),
		Part: rapid.SampledFrom([]string{rules.PartPractice, ""}).Draw(rt, "part"), Record: rules.Record{Area: "test", ID: "r"}}
	if rapid.Bool().Draw(rt, "paper") {
		f.Until = f.Day.Add(rapid.IntRange(0, 800).Draw(rt, "until"))
	}
	return f
}

func anyFacts(rt *rapid.T, until int) []rules.Fact {
	var list []rules.Fact
	for range rapid.IntRange(0, 6).Draw(rt, "facts") {
		list = append(list, anyFact(rt, -400, until))
	}
	return list
}

func one(rt *rapid.T, r rules.Requirement, s rules.Subject, list []rules.Fact, on day.Day) rules.Result {
	if err := r.Check(); err != nil {
		rt.Fatalf("%+v cannot be kept: %v", r.Demand, err)
	}
	results := rules.Evaluate(rows(r), s, list, on)
	if len(results) != 1 {
		rt.Fatalf("%d results", len(results))
	}
	return results[0]
}

// dated states are those whose due day is reckoned from a stay that runs.
func dated(r rules.Result) bool {
	return r.Due != "" && slices.Contains([]rules.State{rules.Fulfilled, rules.Due, rules.Overdue}, r.State)
}

func TestALaterFactNeverMakesAFulfilledResultWorse(t *testing.T) {
	fulfilled := 0
	rapid.Check(t, func(rt *rapid.T) {
		r, s := anyRow(rt), anySubject(rt)
		today := rapid.IntRange(0, 1000).Draw(rt, "today")
		on, list := firstDay.Add(today), anyFacts(rt, today)
		before := one(rt, r, s, list, on)
		if before.State != rules.Fulfilled {
			return
		}
		fulfilled++
		last := -400
		for _, fact := range list {
			last = max(last, int(fact.Day.Time().Sub(firstDay.Time()).Hours()/24))
		}
		more := anyFact(rt, last, today)
		more.Kind = "x.done"
		after := one(rt, r, s, append(slices.Clone(list), more), on)
		if after.State != rules.Fulfilled {
			rt.Fatalf("%+v\nthen %+v", before, after)
		}
		if after.Due != "" && (before.Due == "" || after.Due < before.Due) {
			rt.Fatalf("due %s before, %s after", before.Due, after.Due)
		}
	})
	if fulfilled == 0 {
		t.Error("no draw was fulfilled")
	}
}

func TestWithoutNewFactsADueDayNeverMovesBack(t *testing.T) {
	compared := 0
	rapid.Check(t, func(rt *rapid.T) {
		r, s := anyRow(rt), anySubject(rt)
		today := rapid.IntRange(0, 1000).Draw(rt, "today")
		list := anyFacts(rt, today)
		sooner, later := firstDay.Add(today), firstDay.Add(today+rapid.IntRange(1, 500).Draw(rt, "days on"))
		before, after := one(rt, r, s, list, sooner), one(rt, r, s, list, later)
		if !dated(before) || !dated(after) {
			return
		}
		compared++
		if after.Due < before.Due {
			rt.Fatalf("on %s due %s, on %s due %s\n%+v\n%+v", sooner, before.Due, later, after.Due, before, after)
		}
		if before.State == rules.Overdue && after.State == rules.Due && after.Due == before.Due {
			rt.Fatalf("overdue on %s, due on %s: %s", sooner, later, before.Due)
		}
	})
	if compared == 0 {
		t.Error("no draw had two due days")
	}
}

func TestVoidFactsFactsOfOthersAndTheOrderChangeNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r, s := anyRow(rt), anySubject(rt)
		today := rapid.IntRange(0, 1000).Draw(rt, "today")
		list := anyFacts(rt, today+100)
		want := one(rt, r, s, list, firstDay.Add(today))
		noise := rapid.Permutation(list).Draw(rt, "order")
		void, strange := anyFact(rt, -400, today), anyFact(rt, -400, today)
		void.Void, strange.Subject = true, wang
		got := one(rt, r, s, append(noise, void, strange), firstDay.Add(today))
		if !reflect.DeepEqual(got, want) {
			rt.Fatalf("got %+v\nwant %+v", got, want)
		}
	})
}
