package rules

import (
	"strconv"

	"yayuan/backend/day"
)

// tally is minutes or times, with the minutes of practice in them.
type tally struct{ amount, practice int }

func (d Demand) add(t tally, fact Fact) tally {
	if d.Times > 0 {
		return tally{t.amount + 1, 0}
	}
	t.amount += fact.Amount
	if fact.Part == PartPractice {
		t.practice += fact.Amount
	}
	return t
}

func (d Demand) needed() tally {
	if d.Times > 0 {
		return tally{d.Times, 0}
	}
	return tally{d.Amount, d.Practice}
}

func (d Demand) enough(t tally) bool {
	need := d.needed()
	return t.amount >= need.amount && t.practice >= need.practice
}

func (r Result) counted(demand Demand, t tally) Result {
	need := demand.needed()
	r.Reached, r.ReachedPractice, r.Needed, r.NeededPractice = t.amount, t.practice, need.amount, need.practice
	return r
}

// sum reckons minutes and times over a period.
func (q question) sum() Result {
	here, known := present(q.subject.stays(0), q.on)
	if !known {
		return q.unknown(NoStart)
	}
	switch q.rule.Demand.Period {
	case Calendar:
		return q.calendarYear(here)
	case Rolling:
		return q.rollingYear(here)
	}
	return q.altogether(here)
}

// window adds up the facts of days from–until.
func (q question) window(rule Requirement, from, until day.Day) (t tally, by []Fact) {
	for _, fact := range q.done(rule) {
		if fact.Day >= from && fact.Day <= until {
			t, by = rule.Demand.add(t, fact), append(by, fact)
		}
	}
	return t, by
}

func (q question) altogether(here stay) Result {
	t, by := q.window(q.rule, "", q.on)
	r := q.result(q.rule).counted(q.rule.Demand, t)
	if q.rule.Demand.enough(t) {
		return q.held(r, by[len(by)-1].Day, "", by...)
	}
	due := q.reckon(q.rule, q.on, func(rule Requirement) day.Day { return here.From.Add(rule.Demand.Days) })
	if here.From > q.on && q.on < due.Add(-q.rule.WarnDays) {
		return q.ahead(r, due)
	}
	r = q.open(r, due)
	r.By = records(by)
	return r
}

// rollingYear looks at the twelve months up to the day. The due day is the one
// on which they last hold enough, and not before the first full year.
func (q question) rollingYear(here stay) Result {
	t, by := q.window(q.rule, lookBack(q.on), q.on)
	r := q.result(q.rule).counted(q.rule.Demand, t)
	start := max(here.From, q.began()).AddMonths(12)
	due := q.reckon(q.rule, q.on, func(rule Requirement) day.Day { return max(start, q.lastEnough(rule)) })
	if q.rule.Demand.enough(t) {
		return q.held(r, by[len(by)-1].Day, due, by...)
	}
	if here.From > q.on {
		return q.ahead(r, due)
	}
	r = q.open(r, due)
	r.By = records(by)
	return r
}

// lookBack is the first day whose act still counts on a day: an act counts
// up to the same date of the next year.
func lookBack(on day.Day) day.Day {
	first := on.AddMonths(-12)
	for first.AddMonths(12) >= on {
		first = first.Add(-1)
	}
	return first.Add(1)
}

// lastEnough is the last day on which the year before it holds enough, from
// the facts that there are; empty when there was none.
func (q question) lastEnough(rule Requirement) day.Day {
	var last day.Day
	for _, fact := range q.done(rule) {
		end := fact.Day.AddMonths(12)
		if t, _ := q.window(rule, lookBack(end), end); end > last && rule.Demand.enough(t) {
			last = end
		}
	}
	return last
}

// calendarYear looks at the year of the day. A year before that was missed is
// overdue as long as it can be made up; acts in that time go to it first.
func (q question) calendarYear(here stay) Result {
	demand := q.rule.Demand
	years := q.years(here)
	now := years[len(years)-1]
	r := q.result(q.rule)
	if here.From > q.on {
		return q.ahead(r.counted(demand, tally{}), yearEnd(here.From))
	}
	if len(years) > 1 {
		if was := years[len(years)-2]; was.asked && !was.enough {
			end := yearEnd(now.first.Add(-1))
			if q.on <= end.Add(demand.MakeUp) {
				r = r.counted(demand, was.tally)
				r.State, r.Due, r.Since, r.Belated, r.By = Overdue, end, end.Add(1), true, records(was.by)
				return r
			}
			r.Missed = end
		}
	}
	r = r.counted(demand, now.tally)
	if !now.enough {
		r = q.open(r, yearEnd(q.on))
		r.By = records(now.by)
		return r
	}
	r.State, r.Since, r.Due, r.By = Fulfilled, now.by[len(now.by)-1].Day, yearEnd(yearEnd(q.on).Add(1)), records(now.by)
	return r
}

// year is one calendar year with the acts that count to it.
type year struct {
	first  day.Day
	tally  tally
	by     []Fact
	asked  bool // the stay and the rule covered all of it
	enough bool
}

// years adds up year after year, so that an act that makes up a missed year
// is not counted again. The first year is that of the stay or of the rule,
// whichever began later.
func (q question) years(here stay) []year {
	began := max(here.From, q.began())
	facts := q.done(q.rule)
	var list []year
	for n := number(min(began, q.on)); n <= number(q.on); n++ {
		first := day.Day(strconv.Itoa(n) + "-01-01")
		rule, found := InForceOn(q.rows, min(yearEnd(first), q.on))
		if !found || rule.Demand.Kind != Sum {
			rule = q.rule
		}
		each := year{first: first, asked: began <= first}
		last := yearEnd(first)
		var rest []Fact
		for _, fact := range facts {
			madeUp := fact.Day > last && fact.Day <= last.Add(rule.Demand.MakeUp) && each.asked && !rule.Demand.enough(each.tally)
			switch {
			case fact.Day < first:
			case fact.Day <= last || madeUp:
				each.tally, each.by = rule.Demand.add(each.tally, fact), append(each.by, fact)
			default:
				rest = append(rest, fact)
			}
		}
		each.enough, facts = rule.Demand.enough(each.tally), rest
		list = append(list, each)
	}
	return list
}

func number(d day.Day) int {
	n, _ := strconv.Atoi(string(d[:4]))
	return n
}
