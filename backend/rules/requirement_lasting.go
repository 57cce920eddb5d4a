package rules

import (
	"slices"

	"yayuan/backend/day"
)

// lasting reckons 'every N months' and 'once': the fact that lasts longest
// counts. What had ended before the stay began counts as nothing, so somebody
// who comes back begins anew unless the paper is still valid.
func (q question) lasting() Result {
	r := q.result(q.rule)
	here, known := present(q.subject.stays(0), q.on)
	best := q.longest(q.rule, here)
	if !known && best.Day == "" {
		return q.unknown(NoStart)
	}
	due := q.reckon(q.rule, q.on, func(rule Requirement) day.Day {
		start := day.Day("")
		if known {
			start = q.subject.paused(here.From, here.From.Add(rule.Demand.Days))
		}
		if best := q.longest(rule, here); best.Day != "" {
			return later(q.end(rule, best), max(start, best.Day))
		}
		return start
	})
	end := q.end(q.rule, best)
	switch {
	case best.Day != "" && (end == "" || q.on <= end):
		return q.held(r, best.Day, due, best)
	case best.Day == "" && here.From > q.on && q.on < due.Add(-q.rule.WarnDays):
		return q.ahead(r, due)
	}
	r = q.open(r, due)
	if best.Day != "" {
		r.By = records([]Fact{best})
	}
	return r
}

// longest is the fact that lasts longest; no fact has no day.
func (q question) longest(rule Requirement, here stay) Fact {
	var best Fact
	for _, fact := range q.done(rule) {
		end := q.end(rule, fact)
		if end != "" && end < here.From {
			continue
		}
		if best.Day == "" || (q.end(rule, best) != "" && (end == "" || end >= q.end(rule, best))) {
			best = fact
		}
	}
	return best
}

// end is the last day on which a fact holds: what the rule allows or the
// paper says, whichever is sooner; empty is for good.
func (q question) end(rule Requirement, fact Fact) day.Day {
	if rule.Demand.Kind == Once || rule.Demand.Months == 0 {
		return fact.Until
	}
	due := fact.Day.AddMonths(rule.Demand.Months)
	if rule.Demand.Pauses {
		due = q.subject.paused(fact.Day, due)
	}
	return sooner(fact.Until, due)
}

// valid reckons papers that must be in validity without a gap. A paper that
// begins where another ends carries on, also when it was handed in early.
func (q question) valid() Result {
	r := q.result(q.rule)
	papers, why := q.papers(q.rule)
	here, known := present(q.subject.stays(0), q.on)
	chain, end := q.chain(papers)
	if len(chain) == 0 && why == NoUntil {
		return q.unknown(NoUntil)
	}
	if len(chain) == 0 && !known {
		return q.unknown(NoStart)
	}
	if len(chain) > 0 && end >= q.on {
		return q.held(r, chain[0].Day, end, chain...)
	}
	due := q.reckon(q.rule, q.on, func(rule Requirement) day.Day {
		papers, _ := q.papers(rule)
		_, end := q.chain(papers)
		if !known {
			return end
		}
		return max(end, here.From.Add(rule.Demand.Days))
	})
	if here.From > q.on && len(chain) == 0 && q.on < due.Add(-q.rule.WarnDays) {
		return q.ahead(r, due)
	}
	r = q.open(r, due)
	r.Why, r.By = why, records(chain)
	return r
}

// papers are the facts with an end and the length that is demanded, and why
// one was left out: a missing end first, since with it that one might do.
func (q question) papers(rule Requirement) (papers []Fact, why Why) {
	for _, fact := range q.facts {
		switch {
		case !slices.Contains(rule.Facts, fact.Kind):
		case fact.Until == "":
			why = NoUntil
		case fact.Until < fact.Day.AddMonths(rule.Demand.Months).Add(-1):
			if why == "" {
				why = TooShort
			}
		default:
			papers = append(papers, fact)
		}
	}
	return papers, why
}

// chain follows papers, in order of days, from the last that began after a gap
// and gives the day until which they reach.
func (q question) chain(papers []Fact) (chain []Fact, end day.Day) {
	for _, paper := range papers {
		switch {
		case len(chain) > 0 && paper.Day <= end.Add(1):
			chain, end = append(chain, paper), max(end, paper.Until)
		case paper.Day <= q.on:
			chain, end = []Fact{paper}, paper.Until
		}
	}
	return chain, end
}
