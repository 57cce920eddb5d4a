package rules

import (
	"slices"

	"yayuan/backend/day"
)

// ages reckons 'at N months of age'. Each fact answers the age whose time has
// come when it is dated; ages before the stay, or that the version of their
// time did not name, are not asked for, and one that the next has overtaken is
// missed for good.
func (q question) ages() Result {
	if q.subject.Born == "" {
		return q.unknown(NoBirth)
	}
	here, known := present(q.subject.stays(0), q.on)
	if !known {
		return q.unknown(NoStart)
	}
	marks := q.marks(here.From)
	now := -1
	for i, mark := range marks {
		if mark.opens <= q.on {
			now = i
		}
	}
	switch {
	case len(marks) == 0:
		return q.outside(NoEvent)
	case now < 0:
		return q.ahead(q.result(marks[0].rule), marks[0].due)
	}
	q.rule = marks[now].rule
	r := q.result(q.rule)
	if now > 0 && q.at(marks, now-1).Day == "" {
		r.Missed = marks[now-1].due
	}
	fact := q.at(marks, now)
	if fact.Day == "" {
		return q.open(r, marks[now].due)
	}
	next := day.Day("")
	if now+1 < len(marks) {
		next = marks[now+1].due
	}
	return q.held(r, fact.Day, next, fact)
}

// mark is an age: facts count from the day it opens.
type mark struct {
	opens, due day.Day
	rule       Requirement
}

func (q question) marks(from day.Day) []mark {
	var months []int
	for _, row := range q.rows {
		months = append(months, row.Demand.At...)
	}
	slices.Sort(months)
	var list []mark
	for _, each := range slices.Compact(months) {
		age := q.subject.Born.AddMonths(each)
		rule, found := InForceOn(q.rows, min(age, q.on))
		if !found || rule.State == Off || rule.Demand.Kind != Ages || !slices.Contains(rule.Demand.At, each) {
			continue
		}
		if due := age.Add(rule.Demand.Days); due >= from {
			list = append(list, mark{opens: age.Add(-rule.Demand.Early), due: due, rule: rule})
		}
	}
	return list
}

// at is the first fact in the time of a mark; no fact has no day.
func (q question) at(marks []mark, i int) Fact {
	for _, fact := range q.done(q.rule) {
		if fact.Day >= marks[i].opens && (i+1 == len(marks) || fact.Day < marks[i+1].opens) {
			return fact
		}
	}
	return Fact{}
}
