package rules_test

import (
	"testing"

	"yayuan/backend/rules"
)

func TestWithinATimeOfAnEvent(t *testing.T) {
	in30 := row(rules.Demand{Kind: rules.Within, Days: 30})
	incident := row(rules.Demand{Kind: rules.Within, Days: 5, Event: "x.event"})
	for _, c := range []requirementCase{
		{name: "the thirtieth day after joining is in time", rows: rows(in30), subject: staff("2026-09-01", ""), on: "2026-10-01",
			want: want{state: rules.Due, due: "2026-10-01"}},
		{name: "the thirty-first day is overdue", rows: rows(in30), subject: staff("2026-09-01", ""), on: "2026-10-02",
			want: want{state: rules.Overdue, due: "2026-10-01", since: "2026-10-02"}},
		{name: "done in time it is fulfilled for good", rows: rows(in30), subject: staff("2026-09-01", ""), facts: done("2026-09-15"), on: "2029-10-02",
			want: want{state: rules.Fulfilled, since: "2026-09-15", by: []string{"2026-09-15"}}},
		{name: "done late it is fulfilled and says so", rows: rows(in30), subject: staff("2026-09-01", ""), facts: done("2026-10-15"), on: "2026-11-01",
			want: want{state: rules.Fulfilled, since: "2026-10-15", late: true, by: []string{"2026-10-15"}}},
		{name: "done in the grace it is not late", rows: rows(row(rules.Demand{Kind: rules.Within, Days: 30, Grace: 20})), subject: staff("2026-09-01", ""), facts: done("2026-10-15"), on: "2026-11-01",
			want: want{state: rules.Fulfilled, since: "2026-10-15", by: []string{"2026-10-15"}}},
		{name: "done before joining it counts from the first day", rows: rows(in30), subject: staff("2026-09-01", ""), facts: done("2026-08-20"), on: "2026-09-02",
			want: want{state: rules.Fulfilled, since: "2026-09-01", by: []string{"2026-08-20"}}},
		{name: "after rehire the days count anew", rows: rows(in30), subject: staff("2024-01-01", "2025-12-31", "2026-09-01", ""), facts: done("2024-01-10"), on: "2026-09-10",
			want: want{state: rules.Due, due: "2026-10-01"}},
		{name: "a move without a gap begins no new stay", rows: rows(in30), subject: staff("2024-01-01", "2026-08-31", "2026-09-01", ""), facts: done("2024-01-10"), on: "2026-09-10",
			want: want{state: rules.Fulfilled, since: "2024-01-10", by: []string{"2024-01-10"}}},
		{name: "an absence shorter than the row names begins no new stay", rows: rows(row(rules.Demand{Kind: rules.Within, Days: 30, Away: 3})), subject: staff("2024-01-01", "2026-05-31", "2026-08-31", ""), facts: done("2024-01-10"), on: "2026-09-10",
			want: want{state: rules.Fulfilled, since: "2024-01-10", by: []string{"2024-01-10"}}},
		{name: "one month from 31 January ends with February", rows: rows(row(rules.Demand{Kind: rules.Within, Months: 1})), subject: staff("2026-01-31", ""), on: "2026-02-20",
			want: want{state: rules.Due, due: "2026-02-28"}},
		{name: "one month from 31 January of a leap year ends on the 29th", rows: rows(row(rules.Demand{Kind: rules.Within, Months: 1})), subject: staff("2028-01-31", ""), on: "2028-03-01",
			want: want{state: rules.Overdue, due: "2028-02-29", since: "2028-03-01"}},
		requirementCase{name: "a leave of absence pushes the last day where the row says so", rows: rows(row(rules.Demand{Kind: rules.Within, Days: 30, Pauses: true})), subject: staff("2026-09-01", ""), on: "2026-10-05",
			want: want{state: rules.Due, due: "2026-10-11"}}.leave("2026-09-10", "2026-09-19"),
		{name: "before the first day it is not due yet", rows: rows(in30), subject: staff("2026-09-01", ""), on: "2026-08-01",
			want: want{state: rules.NotApplicable, why: rules.NotYet, due: "2026-10-01"}},
		{name: "the version at the event counts when the rule is shortened in mid-year", rows: rows(in30, row(rules.Demand{Kind: rules.Within, Days: 10}, version(2, "2026-07-01"))), subject: staff("2026-06-20", ""), on: "2026-07-10",
			want: want{state: rules.Due, due: "2026-07-20", version: 1}},
		{name: "the grace at the event counts when the rule is changed", rows: rows(row(rules.Demand{Kind: rules.Within, Days: 30, Grace: 20}), row(rules.Demand{Kind: rules.Within, Days: 30}, version(2, "2026-07-01"))), subject: staff("2026-06-20", ""), on: "2026-08-01",
			want: want{state: rules.Due, due: "2026-07-20", version: 1}},
		{name: "who joins after the change has the new time", rows: rows(in30, row(rules.Demand{Kind: rules.Within, Days: 10}, version(2, "2026-07-01"))), subject: staff("2026-07-01", ""), on: "2026-07-10",
			want: want{state: rules.Due, due: "2026-07-11", version: 2}},
		{name: "who joined before there was a rule is not concerned", rows: rows(row(rules.Demand{Kind: rules.Within, Days: 30}, version(1, "2026-07-01"))), subject: staff("2026-06-20", ""), on: "2026-07-10",
			want: want{state: rules.NotApplicable, why: rules.NotInForce}},
		{name: "by the end of the event's year", rows: rows(row(rules.Demand{Kind: rules.Within, Event: "x.event", YearEnd: true})), subject: since2020, facts: event("2026-09-12"), on: "2027-01-01",
			want: want{state: rules.Overdue, due: "2026-12-31", since: "2027-01-01"}},
		{name: "without an event nothing is demanded", rows: rows(incident), subject: since2020, facts: done("2026-09-12"), on: "2026-10-01",
			want: want{state: rules.NotApplicable, why: rules.NoEvent}},
		{name: "what was done before the event does not answer it", rows: rows(incident), subject: since2020, facts: facts(done("2026-09-11"), event("2026-09-12")), on: "2026-09-17",
			want: want{state: rules.Due, due: "2026-09-17"}},
		{name: "of two events the first that waits is shown", rows: rows(incident), subject: since2020, facts: facts(event("2026-09-01"), done("2026-09-03"), event("2026-09-12"), event("2026-09-20")), on: "2026-09-21",
			want: want{state: rules.Overdue, due: "2026-09-17", since: "2026-09-18"}},
		{name: "a void event demands nothing", rows: rows(incident), subject: since2020, facts: void(event("2026-09-01")), on: "2026-09-21",
			want: want{state: rules.NotApplicable, why: rules.NoEvent}},
		{name: "without a start it is unknown", rows: rows(in30), subject: staff(), facts: done("2026-09-01"), on: "2026-09-21",
			want: want{state: rules.Unknown, why: rules.NoStart}},
	} {
		c.run(t)
	}
}

func TestBeforeAnEvent(t *testing.T) {
	duty := row(rules.Demand{Kind: rules.Before, Months: 12})
	exam := row(rules.Demand{Kind: rules.Before, Which: rules.First, Away: 3, Months: 1}, forChildren)
	again := row(rules.Demand{Kind: rules.Before, Which: rules.Again, Away: 3}, forChildren)
	fresh := row(rules.Demand{Kind: rules.Before, Fresh: true})
	for _, c := range []requirementCase{
		{name: "on the first day of duty it is due", rows: rows(duty), subject: staff("2026-09-01", ""), on: "2026-09-01",
			want: want{state: rules.Due, due: "2026-09-01"}},
		{name: "on duty without it is overdue from the second day", rows: rows(duty), subject: staff("2026-09-01", ""), on: "2026-09-02",
			want: want{state: rules.Overdue, due: "2026-09-01", since: "2026-09-02"}},
		{name: "it is due as soon as somebody is known to come", rows: rows(duty), subject: staff("2027-03-01", ""), on: "2026-09-02",
			want: want{state: rules.Due, due: "2027-03-01"}},
		{name: "a certificate of a year before to the day is fresh enough", rows: rows(duty), subject: staff("2026-09-01", ""), facts: done("2025-09-01"), on: "2026-09-02",
			want: want{state: rules.Fulfilled, since: "2026-09-01", by: []string{"2025-09-01"}}},
		{name: "a day older is too old", rows: rows(duty), subject: staff("2026-09-01", ""), facts: done("2025-08-31"), on: "2026-09-02",
			want: want{state: rules.Overdue, due: "2026-09-01", since: "2026-09-02"}},
		{name: "a paper that had ended at the event does not count", rows: rows(duty), subject: staff("2026-09-01", ""), facts: paper("2026-06-01", "2026-08-31"), on: "2026-09-02",
			want: want{state: rules.Overdue, due: "2026-09-01", since: "2026-09-02"}},
		{name: "afterwards it can still be brought, and is late", rows: rows(duty), subject: staff("2026-09-01", ""), facts: done("2026-09-05"), on: "2026-09-08",
			want: want{state: rules.Fulfilled, since: "2026-09-05", late: true, by: []string{"2026-09-05"}}},
		{name: "a new hire asks for a new one where the row says so", rows: rows(fresh), subject: staff("2024-01-01", "2025-12-31", "2026-09-01", ""), facts: done("2025-12-20"), on: "2026-09-02",
			want: want{state: rules.Overdue, due: "2026-09-01", since: "2026-09-02"}},
		{name: "an entry exam of 31 January is good through the end of February", rows: rows(exam), subject: child("2024-03-12", "2026-02-28", ""), facts: done("2026-01-31"), on: "2026-03-02",
			want: want{state: rules.Fulfilled, since: "2026-02-28", by: []string{"2026-01-31"}}},
		{name: "an entry exam of 31 January is too old on 1 March", rows: rows(exam), subject: child("2024-03-12", "2026-03-01", ""), facts: done("2026-01-31"), on: "2026-03-02",
			want: want{state: rules.Overdue, due: "2026-03-01", since: "2026-03-02"}},
		{name: "after a return the exam of the first entry still stands", rows: rows(exam), subject: child("2024-03-12", "2025-09-01", "2026-03-31", "2026-07-01", ""), facts: done("2025-08-20"), on: "2026-07-02",
			want: want{state: rules.Fulfilled, since: "2025-09-01", by: []string{"2025-08-20"}}},
		{name: "a first stay asks for no exam of return", rows: rows(again), subject: child("2024-03-12", "2026-03-01", ""), on: "2026-03-02",
			want: want{state: rules.NotApplicable, why: rules.NoEvent}},
		{name: "back after three months to the day asks for a new exam", rows: rows(again), subject: child("2024-03-12", "2025-09-01", "2026-03-31", "2026-07-01", ""), facts: done("2025-08-20"), on: "2026-07-02",
			want: want{state: rules.Overdue, due: "2026-07-01", since: "2026-07-02"}},
		{name: "back a day sooner asks for none", rows: rows(again), subject: child("2024-03-12", "2025-09-01", "2026-03-31", "2026-06-30", ""), facts: done("2025-08-20"), on: "2026-07-02",
			want: want{state: rules.NotApplicable, why: rules.NoEvent}},
		{name: "an exam during the absence is a new one", rows: rows(again), subject: child("2024-03-12", "2025-09-01", "2026-03-31", "2026-07-01", ""), facts: done("2025-08-20", "2026-06-25"), on: "2026-07-02",
			want: want{state: rules.Fulfilled, since: "2026-07-01", by: []string{"2026-06-25"}}},
		requirementCase{name: "a leave of three months parts the stay as well", rows: rows(again), subject: child("2024-03-12", "2025-09-01", ""), facts: done("2025-08-20"), on: "2026-06-15",
			want: want{state: rules.Due, due: "2026-07-01"}}.leave("2026-04-01", "2026-06-30"),
		requirementCase{name: "a leave of two months does not", rows: rows(again), subject: child("2024-03-12", "2025-09-01", ""), facts: done("2025-08-20"), on: "2026-06-15",
			want: want{state: rules.NotApplicable, why: rules.NoEvent}}.leave("2026-04-01", "2026-05-31"),
		{name: "before an event that is planned", rows: rows(row(rules.Demand{Kind: rules.Before, Event: "x.event", Days: 7})), subject: since2020, facts: facts(done("2026-05-01"), event("2026-06-01")), on: "2026-05-20",
			want: want{state: rules.Due, due: "2026-06-01"}},
		{name: "before a planned event, not more than seven days old", rows: rows(row(rules.Demand{Kind: rules.Before, Event: "x.event", Days: 7})), subject: since2020, facts: facts(done("2026-05-25"), event("2026-06-01")), on: "2026-05-26",
			want: want{state: rules.Fulfilled, since: "2026-06-01", by: []string{"2026-05-25"}}},
	} {
		c.run(t)
	}
}
