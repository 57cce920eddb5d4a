package rules

import (
	"cmp"
	"slices"

	"yayuan/backend/day"
)

// Evaluate reckons every requirement of the subject's kind on a day from the
// facts, in the order of the rows. Facts of other subjects and void ones count
// as nothing, later ones only where a paper has been renewed ahead of time.
// The rows are those that the place has (Covering).
func Evaluate(rows []Requirement, subject Subject, facts []Fact, on day.Day) []Result {
	keys, groups := byKey(rows)
	return evaluateAll(keys, groups, subject, facts, on)
}

func evaluateAll(keys []string, groups map[string][]Requirement, subject Subject, facts []Fact, on day.Day) []Result {
	own := make([]Fact, 0, len(facts))
	for _, fact := range facts {
		if fact.Subject == subject.Ref && !fact.Void && fact.Day != "" {
			own = append(own, fact)
		}
	}
	slices.SortFunc(own, func(a, b Fact) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Until, b.Until), cmp.Compare(a.Record.Area, b.Record.Area), cmp.Compare(a.Record.ID, b.Record.ID),
			cmp.Compare(a.Part, b.Part), cmp.Compare(a.Amount, b.Amount))
	})
	var results []Result
	for _, key := range keys {
		if groups[key][0].Subject == subject.Kind {
			results = append(results, evaluate(groups[key], subject, own, on))
		}
	}
	return results
}

// question is one requirement for one subject on one day.
type question struct {
	rows    []Requirement // every version of the key that the place has
	rule    Requirement   // the one in force on the day
	subject Subject
	facts   []Fact // the subject's, in order of days, none void
	on      day.Day
}

func evaluate(rows []Requirement, subject Subject, facts []Fact, on day.Day) Result {
	rule, found := InForceOn(rows, on)
	if !found {
		return Result{Subject: subject.Ref, Name: subject.Name, Title: rows[0].Title, English: rows[0].English, Version: Version{Key: rows[0].Key}, State: NotApplicable, Why: NotInForce}
	}
	q := question{rows: rows, rule: rule, subject: subject, facts: facts, on: on}
	if rule.State == Off {
		return q.outside(SwitchedOff)
	}
	if concerned, missing := rule.concerns(subject); missing != "" {
		r := q.unknown(NoAttribute)
		r.Missing = missing
		return r
	} else if !concerned {
		return q.outside(Elsewhere)
	}
	if _, here := present(subject.stays(0), on); len(subject.Stays) > 0 && !here {
		return q.outside(Left)
	}
	if rule.Demand.Pauses && subject.onLeave(on) {
		return q.outside(OnLeave)
	}
	switch rule.Demand.Kind {
	case Every, Once:
		return q.lasting()
	case Valid:
		return q.valid()
	case Within, Before:
		return q.occasions()
	case Sum:
		return q.sum()
	case Ages:
		return q.ages()
	}
	return q.outside(NotInForce)
}

// concerns tells whether the condition holds, or names what it would have to
// know.
func (r Requirement) concerns(s Subject) (concerned bool, missing string) {
	for attribute, wanted := range r.About {
		has, known := s.Attributes[attribute]
		if !known {
			missing = max(missing, attribute)
		} else if !slices.ContainsFunc(has, func(value string) bool { return slices.Contains(wanted, value) }) {
			return false, ""
		}
	}
	return missing == "", missing
}

func (q question) result(rule Requirement) Result {
	return Result{Subject: q.subject.Ref, Name: q.subject.Name, Title: rule.Title, English: rule.English, Severity: rule.Severity,
		Version: rule.id()}
}

func (r Requirement) id() Version {
	return Version{Key: r.Key, Own: r.Own, Number: r.Version, Jurisdiction: r.Jurisdiction}
}

func (q question) outside(why Why) Result {
	r := q.result(q.rule)
	r.State, r.Why = NotApplicable, why
	return r
}

func (q question) unknown(why Why) Result {
	r := q.result(q.rule)
	r.State, r.Why = Unknown, why
	return r
}

// held is the state of what is there until a due day; empty is for good.
func (q question) held(r Result, since, due day.Day, by ...Fact) Result {
	r.By = records(by)
	if due != "" && q.on >= due.Add(-q.rule.WarnDays) {
		return q.open(r, due)
	}
	r.State, r.Since, r.Due = Fulfilled, since, due
	return r
}

// open is the state of what is to be done by a due day.
func (q question) open(r Result, due day.Day) Result {
	r.State, r.Due, r.Belated = Due, due, due != "" && q.on > due
	if last := due.Add(q.rule.Demand.Grace); due != "" && q.on > last {
		r.State, r.Since, r.Belated = Overdue, last.Add(1), false
	}
	return r
}

// ahead is the state of what matters only from a later day on.
func (q question) ahead(r Result, due day.Day) Result {
	r.State, r.Why, r.Due = NotApplicable, NotYet, due
	return r
}

// reckon keeps a version from reaching back: what it would have wanted before
// it began to count it wants on that first day, unless the version before it
// had been missed by then.
func (q question) reckon(rule Requirement, on day.Day, due func(Requirement) day.Day) day.Day {
	first, found := q.turn(rule, on), due(rule)
	if found == "" || found >= first {
		return found
	}
	if was, ok := q.before(rule, first); ok {
		if missed := q.reckon(was, first.Add(-1), due); missed != "" && missed < first {
			return missed
		}
	}
	return first
}

// turn is the first day since when a version that counts on a day has counted
// without a break.
func (q question) turn(rule Requirement, on day.Day) day.Day {
	first := rule.From
	for _, row := range q.rows {
		for _, d := range []day.Day{row.From, row.Until} {
			if d == row.Until && d != "" {
				d = d.Add(1)
			}
			if d <= first || d > on {
				continue
			}
			if was, ok := InForceOn(q.rows, d.Add(-1)); !ok || !was.same(rule) {
				first = d
			}
		}
	}
	return first
}

func (r Requirement) same(other Requirement) bool {
	return r.Own == other.Own && r.Version == other.Version
}

// before gives the version that counted until the day before another began.
func (q question) before(rule Requirement, first day.Day) (Requirement, bool) {
	was, ok := InForceOn(q.rows, first.Add(-1))
	return was, ok && was.State == On && was.Demand.Kind == rule.Demand.Kind
}

// began is the first day since when something of this kind is demanded
// without a break.
func (q question) began() day.Day {
	rule, first := q.rule, q.turn(q.rule, q.on)
	for {
		was, ok := q.before(rule, first)
		if !ok {
			return first
		}
		rule, first = was, q.turn(was, first.Add(-1))
	}
}

// done are the facts of the rule's kinds up to the day.
func (q question) done(rule Requirement) []Fact {
	var found []Fact
	for _, fact := range q.facts {
		if fact.Day <= q.on && slices.Contains(rule.Facts, fact.Kind) {
			found = append(found, fact)
		}
	}
	return found
}

func records(facts []Fact) []Proof {
	var out []Proof
	for _, fact := range facts {
		out = append(out, Proof{Record: fact.Record, Kind: fact.Kind, Day: fact.Day, Until: fact.Until})
	}
	return out
}

// sooner is the earlier of two days, where empty is never.
func sooner(a, b day.Day) day.Day {
	if a == "" || (b != "" && b < a) {
		return b
	}
	return a
}

// later is the later of two days, where empty is never.
func later(a, b day.Day) day.Day {
	if a == "" || b == "" {
		return ""
	}
	return max(a, b)
}
