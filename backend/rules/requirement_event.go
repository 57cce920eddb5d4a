package rules

import (
	"yayuan/backend/day"
)

// occasion is an event that a demand hangs on: the start of a stay, or a fact.
type occasion struct {
	day   day.Day
	after day.Day // facts count from the next day on
}

// occasions reckons 'within' and 'before': the first occasion that still
// waits, else the last. The version that was in force at the event counts.
func (q question) occasions() Result {
	list, why := q.events()
	if len(list) == 0 {
		if why == NoStart {
			return q.unknown(why)
		}
		return q.outside(why)
	}
	var last Result
	for _, event := range list {
		last = q.occasion(event)
		if last.State == Due || last.State == Overdue {
			return last
		}
	}
	return last
}

// events lists the occasions of the subject, in order; without any, why.
func (q question) events() ([]occasion, Why) {
	demand := q.rule.Demand
	if demand.Event != "" {
		var list []occasion
		for _, fact := range q.facts {
			if fact.Kind == demand.Event && (fact.Day <= q.on || demand.Kind == Before) {
				event := occasion{day: fact.Day}
				if demand.Kind == Within {
					event.after = fact.Day.Add(-1)
				}
				list = append(list, event)
			}
		}
		return list, NoEvent
	}
	stays := q.subject.stays(demand.Away)
	if len(stays) == 0 {
		return nil, NoStart
	}
	here, found := present(stays, q.on)
	switch {
	case demand.Which == First:
		here, found = stays[0], true
	case demand.Which == Again && found && here.after == "":
		return nil, NoEvent
	}
	if !found {
		return nil, Left
	}
	return []occasion{{day: here.From, after: here.after}}, ""
}

func (q question) occasion(event occasion) Result {
	rule, found := InForceOn(q.rows, event.day)
	if !found || rule.State == Off || rule.Demand.Kind != q.rule.Demand.Kind {
		return q.outside(NotInForce)
	}
	r := q.result(rule)
	due := event.day
	if rule.Demand.Kind == Within {
		due = q.deadline(rule.Demand, event.day)
	}
	for _, fact := range q.done(rule) {
		if q.answers(rule.Demand, fact, event) {
			r.State, r.Since, r.By = Fulfilled, max(fact.Day, event.day), records([]Fact{fact})
			r.Late = due != "" && fact.Day > due.Add(rule.Demand.Grace)
			return r
		}
	}
	if rule.Demand.Kind == Within && event.day > q.on {
		return q.ahead(r, due)
	}
	q.rule = rule
	return q.open(r, due)
}

// deadline counts from the day after the event, as terms are counted in law.
func (q question) deadline(demand Demand, event day.Day) day.Day {
	due := event.AddMonths(demand.Months).Add(demand.Days)
	if demand.YearEnd {
		due = yearEnd(event)
	}
	if demand.Pauses {
		due = q.subject.paused(event, due)
	}
	return due
}

// answers tells whether a fact settles an event. Before an event it must not
// be too old then; one after the event comes late, but it comes.
func (q question) answers(demand Demand, fact Fact, event occasion) bool {
	fresh := demand.Kind == Within || demand.Fresh || demand.Which == Again
	if event.after != "" && fact.Day <= event.after && fresh {
		return false
	}
	if fact.Day > event.day {
		return true
	}
	if fact.Until != "" && fact.Until < event.day {
		return false
	}
	if demand.Kind != Before || (demand.Months == 0 && demand.Days == 0) {
		return true
	}
	return fact.Day.AddMonths(demand.Months).Add(demand.Days) >= event.day
}

func yearEnd(d day.Day) day.Day { return day.Day(string(d[:4]) + "-12-31") }
