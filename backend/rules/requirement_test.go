package rules_test

import (
	"reflect"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/rules"
)

// Parts from which the cases are put together.
var (
	wang   = rules.Ref{Kind: rules.Person, ID: "wang"}
	tang   = rules.Ref{Kind: rules.Child, ID: "tang"}
	garden = rules.Ref{Kind: rules.Nursery, ID: "garden"}

	since2020 = staff("2020-03-01", "")
	every12   = row(rules.Demand{Kind: rules.Every, Months: 12})
)

// row is a national requirement for staff since 2019 that the fact 'x.done'
// fulfils.
func row(demand rules.Demand, change ...func(*rules.Requirement)) rules.Requirement {
	r := rules.Requirement{Key: "x.rule", Version: 1, Jurisdiction: "CN", From: "2019-01-01", State: rules.On, Title: "要求",
		Subject: rules.Person, Facts: []string{"x.done"}, Demand: demand, WarnDays: 30, Severity: "warn", Source: "文件", Grade: "B"}
	for _, each := range change {
		each(&r)
	}
	return r
}

func version(n int, from day.Day) func(*rules.Requirement) {
	return func(r *rules.Requirement) { r.Version, r.From = n, from }
}

func forChildren(r *rules.Requirement)   { r.Subject = rules.Child }
func forTheNursery(r *rules.Requirement) { r.Subject = rules.Nursery }
func switchedOff(r *rules.Requirement)   { r.State = rules.Off }
func own(r *rules.Requirement)           { r.Own, r.Grade, r.Jurisdiction = true, "own", "*" }
func backToShipped(r *rules.Requirement) { r.State = rules.Shipped }
func until(d day.Day) func(*rules.Requirement) {
	return func(r *rules.Requirement) { r.Until = d }
}
func at(place string) func(*rules.Requirement) {
	return func(r *rules.Requirement) { r.Jurisdiction = place }
}
func about(name string, values ...string) func(*rules.Requirement) {
	return func(r *rules.Requirement) { r.About = map[string][]string{name: values} }
}
func warn(days int) func(*rules.Requirement) {
	return func(r *rules.Requirement) { r.WarnDays = days }
}

func staff(days ...day.Day) rules.Subject {
	return rules.Subject{Ref: wang, Stays: spans(days...)}
}

func child(born day.Day, days ...day.Day) rules.Subject {
	return rules.Subject{Ref: tang, Born: born, Stays: spans(days...)}
}

func spans(days ...day.Day) []rules.Span {
	var list []rules.Span
	for i := 0; i+1 < len(days); i += 2 {
		list = append(list, rules.Span{From: days[i], Until: days[i+1]})
	}
	return list
}

func (c requirementCase) leave(days ...day.Day) requirementCase {
	c.subject.Leaves = spans(days...)
	return c
}

// done are facts of the subject on days, with the day as their record.
func done(days ...day.Day) []rules.Fact {
	var list []rules.Fact
	for _, d := range days {
		list = append(list, rules.Fact{Kind: "x.done", Day: d, Record: rules.Record{Area: "test", ID: string(d)}})
	}
	return list
}

func paper(from, until day.Day) []rules.Fact {
	list := done(from)
	list[0].Until = until
	return list
}

func void(list []rules.Fact) []rules.Fact {
	for i := range list {
		list[i].Void = true
	}
	return list
}

func event(d day.Day) []rules.Fact {
	list := done(d)
	list[0].Kind = "x.event"
	return list
}

func trained(d day.Day, minutes int, part string) []rules.Fact {
	list := done(d)
	list[0].Amount, list[0].Part = minutes, part
	return list
}

func facts(lists ...[]rules.Fact) []rules.Fact {
	var all []rules.Fact
	for _, list := range lists {
		all = append(all, list...)
	}
	return all
}

func rows(list ...rules.Requirement) []rules.Requirement { return list }

// want is what matters of a result; By are the days of the facts.
type want struct {
	state      rules.State
	why        rules.Why
	due, since day.Day
	by         []string
	version    int
	late       bool
	missed     day.Day
	have, need int
	practice   int
	missing    string
	nothing    bool // no result at all
	ownVersion bool
}

type requirementCase struct {
	name    string
	rows    []rules.Requirement
	place   string
	subject rules.Subject
	facts   []rules.Fact
	on      day.Day
	want    want
}

func (c requirementCase) run(t *testing.T) {
	t.Run(c.name, func(t *testing.T) {
		for i := range c.facts {
			c.facts[i].Subject = c.subject.Ref
		}
		results := rules.Evaluate(rules.Covering(c.rows, c.place), c.subject, c.facts, c.on)
		if c.want.nothing {
			if len(results) != 0 {
				t.Fatalf("got %+v", results)
			}
			return
		}
		if len(results) != 1 {
			t.Fatalf("%d results", len(results))
		}
		r := results[0]
		got := want{state: r.State, why: r.Why, due: r.Due, since: r.Since, version: r.Version.Number, ownVersion: r.Version.Own, late: r.Late,
			missed: r.Missed, have: r.Reached, need: r.Needed, practice: r.ReachedPractice, missing: r.Missing}
		for _, record := range r.By {
			got.by = append(got.by, record.ID)
		}
		if c.want.version == 0 && r.State != rules.NotApplicable {
			c.want.version = 1
		}
		if r.State == rules.NotApplicable && c.want.version == 0 {
			got.version = 0
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("on %s\n got %+v\nwant %+v", c.on, got, c.want)
		}
	})
}
