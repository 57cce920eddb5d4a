package rules_test

import (
	"testing"

	"yayuan/backend/rules"
)

func TestWhatLastsAndMustBeRenewed(t *testing.T) {
	pausing := row(rules.Demand{Kind: rules.Every, Months: 12, Pauses: true})
	once := row(rules.Demand{Kind: rules.Once, Days: 14})
	for _, c := range []requirementCase{
		{name: "a year later on the same date it is still in time", rows: rows(every12), subject: since2020, facts: done("2025-11-23"), on: "2026-11-23",
			want: want{state: rules.Due, due: "2026-11-23", by: []string{"2025-11-23"}}},
		{name: "a day after the date it is overdue, and the lapsed record is named", rows: rows(every12), subject: since2020, facts: done("2025-11-22"), on: "2026-11-23",
			want: want{state: rules.Overdue, due: "2026-11-22", since: "2026-11-23", by: []string{"2025-11-22"}}},
		{name: "31 days before the date it is fulfilled", rows: rows(every12), subject: since2020, facts: done("2025-11-23"), on: "2026-10-23",
			want: want{state: rules.Fulfilled, due: "2026-11-23", since: "2025-11-23", by: []string{"2025-11-23"}}},
		{name: "30 days before the date the warning begins", rows: rows(every12), subject: since2020, facts: done("2025-11-23"), on: "2026-10-24",
			want: want{state: rules.Due, due: "2026-11-23", by: []string{"2025-11-23"}}},
		{name: "six months from 31 August end with February", rows: rows(row(rules.Demand{Kind: rules.Every, Months: 6})), subject: since2020, facts: done("2026-08-31"), on: "2026-09-30",
			want: want{state: rules.Fulfilled, due: "2027-02-28", since: "2026-08-31", by: []string{"2026-08-31"}}},
		{name: "a year from the leap day ends on 28 February", rows: rows(every12), subject: since2020, facts: done("2028-02-29"), on: "2029-03-01",
			want: want{state: rules.Overdue, due: "2029-02-28", since: "2029-03-01", by: []string{"2028-02-29"}}},
		{name: "a year into a leap year keeps the date", rows: rows(every12), subject: since2020, facts: done("2027-02-28"), on: "2028-02-28",
			want: want{state: rules.Due, due: "2028-02-28", by: []string{"2027-02-28"}}},
		{name: "of several facts the last counts", rows: rows(every12), subject: since2020, facts: done("2026-05-01", "2024-05-01", "2025-05-01"), on: "2026-06-01",
			want: want{state: rules.Fulfilled, due: "2027-05-01", since: "2026-05-01", by: []string{"2026-05-01"}}},
		{name: "a void fact counts as nothing", rows: rows(every12), subject: since2020, facts: facts(done("2025-01-01"), void(done("2026-05-01"))), on: "2026-06-01",
			want: want{state: rules.Overdue, due: "2026-01-01", since: "2026-01-02", by: []string{"2025-01-01"}}},
		{name: "a fact of a later day is not known yet", rows: rows(every12), subject: since2020, facts: done("2025-01-01", "2026-07-01"), on: "2026-06-01",
			want: want{state: rules.Overdue, due: "2026-01-01", since: "2026-01-02", by: []string{"2025-01-01"}}},
		{name: "a paper that ends sooner than the interval ends when it says", rows: rows(every12), subject: since2020, facts: paper("2026-05-01", "2026-08-31"), on: "2026-06-01",
			want: want{state: rules.Fulfilled, due: "2026-08-31", since: "2026-05-01", by: []string{"2026-05-01"}}},
		{name: "a paper that says two years does not stretch the interval", rows: rows(every12), subject: since2020, facts: paper("2025-05-01", "2027-04-30"), on: "2026-06-01",
			want: want{state: rules.Overdue, due: "2026-05-01", since: "2026-05-02", by: []string{"2025-05-01"}}},
		{name: "a short paper does not spoil the longer one before it", rows: rows(every12), subject: since2020, facts: facts(done("2026-03-01"), paper("2026-05-01", "2026-05-31")), on: "2026-06-10",
			want: want{state: rules.Fulfilled, due: "2027-03-01", since: "2026-03-01", by: []string{"2026-03-01"}}},
		{name: "within the grace it is due, not overdue", rows: rows(row(rules.Demand{Kind: rules.Every, Months: 12, Grace: 10})), subject: since2020, facts: done("2025-06-01"), on: "2026-06-11",
			want: want{state: rules.Due, due: "2026-06-01", by: []string{"2025-06-01"}}},
		{name: "after the grace it is overdue since the day after it", rows: rows(row(rules.Demand{Kind: rules.Every, Months: 12, Grace: 10})), subject: since2020, facts: done("2025-06-01"), on: "2026-06-20",
			want: want{state: rules.Overdue, due: "2026-06-01", since: "2026-06-12", by: []string{"2025-06-01"}}},
		{name: "without a fact it was due on the first day of duty", rows: rows(every12), subject: since2020, on: "2026-06-01",
			want: want{state: rules.Overdue, due: "2020-03-01", since: "2020-03-02"}},
		{name: "without a fact nobody is behind before the rule began", rows: rows(every12), subject: staff("2010-03-01", ""), on: "2026-06-01",
			want: want{state: rules.Overdue, due: "2019-01-01", since: "2019-01-02"}},
		{name: "who begins next week is due on the first day", rows: rows(every12), subject: staff("2026-06-08", ""), on: "2026-06-01",
			want: want{state: rules.Due, due: "2026-06-08"}},
		{name: "who begins in the autumn is not due yet", rows: rows(every12), subject: staff("2026-09-01", ""), on: "2026-06-01",
			want: want{state: rules.NotApplicable, why: rules.NotYet, due: "2026-09-01"}},
		{name: "a certificate from before joining counts while it is valid", rows: rows(every12), subject: staff("2026-06-01", ""), facts: done("2025-12-01"), on: "2026-06-02",
			want: want{state: rules.Fulfilled, due: "2026-12-01", since: "2025-12-01", by: []string{"2025-12-01"}}},
		{name: "a certificate that had lapsed before joining is none", rows: rows(every12), subject: staff("2026-06-01", ""), facts: done("2025-05-01"), on: "2026-06-02",
			want: want{state: rules.Overdue, due: "2026-06-01", since: "2026-06-02"}},
		{name: "after rehire a certificate that is still valid counts", rows: rows(every12), subject: staff("2024-01-01", "2026-01-31", "2026-05-01", ""), facts: done("2025-08-01"), on: "2026-05-02",
			want: want{state: rules.Fulfilled, due: "2026-08-01", since: "2025-08-01", by: []string{"2025-08-01"}}},
		{name: "after rehire a lapsed certificate makes it due on the day of return", rows: rows(every12), subject: staff("2024-01-01", "2025-01-31", "2026-05-01", ""), facts: done("2024-08-01"), on: "2026-05-01",
			want: want{state: rules.Due, due: "2026-05-01"}},
		{name: "between two stays nothing is demanded before the return", rows: rows(every12), subject: staff("2024-01-01", "2025-01-31", "2026-09-01", ""), on: "2026-05-01",
			want: want{state: rules.NotApplicable, why: rules.NotYet, due: "2026-09-01"}},
		{name: "who has left is not concerned", rows: rows(every12), subject: staff("2024-01-01", "2025-01-31"), facts: done("2024-01-01"), on: "2026-05-01",
			want: want{state: rules.NotApplicable, why: rules.Left}},
		{name: "without a start and without a fact it is unknown, never a pass", rows: rows(every12), subject: staff(), on: "2026-05-01",
			want: want{state: rules.Unknown, why: rules.NoStart}},
		{name: "without a start a fact still tells the day", rows: rows(every12), subject: staff(), facts: done("2026-04-01"), on: "2026-05-01",
			want: want{state: rules.Fulfilled, due: "2027-04-01", since: "2026-04-01", by: []string{"2026-04-01"}}},
		requirementCase{name: "a leave of absence stops the clock where the row says so", rows: rows(pausing), subject: since2020, facts: done("2025-06-01"), on: "2026-07-01",
			want: want{state: rules.Fulfilled, due: "2026-09-09", since: "2025-06-01", by: []string{"2025-06-01"}}}.leave("2026-01-01", "2026-04-10"),
		requirementCase{name: "a leave of absence does not stop the clock where the row says nothing", rows: rows(every12), subject: since2020, facts: done("2025-06-01"), on: "2026-07-01",
			want: want{state: rules.Overdue, due: "2026-06-01", since: "2026-06-02", by: []string{"2025-06-01"}}}.leave("2026-01-01", "2026-04-10"),
		requirementCase{name: "during the leave nothing is demanded where the clock stands still", rows: rows(pausing), subject: since2020, facts: done("2024-06-01"), on: "2026-02-01",
			want: want{state: rules.NotApplicable, why: rules.OnLeave}}.leave("2026-01-01", ""),
		requirementCase{name: "a leave that began before the fact counts only from the day after it", rows: rows(pausing), subject: since2020, facts: done("2026-01-05"), on: "2026-02-01",
			want: want{state: rules.Fulfilled, due: "2027-01-10", since: "2026-01-05", by: []string{"2026-01-05"}}}.leave("2026-01-01", "2026-01-10"),
		requirementCase{name: "a second leave that the first pushes into the time stops the clock as well", rows: rows(pausing), subject: since2020, facts: done("2025-06-01"), on: "2026-06-15",
			want: want{state: rules.Due, due: "2026-06-16", by: []string{"2025-06-01"}}}.leave("2026-05-01", "2026-05-10", "2026-06-05", "2026-06-09", "2026-06-20", "2026-06-20"),
		requirementCase{name: "a leave that begins on the last day pushes it", rows: rows(pausing), subject: since2020, facts: done("2025-06-01"), on: "2026-06-11",
			want: want{state: rules.Due, due: "2026-06-11", by: []string{"2025-06-01"}}}.leave("2026-06-01", "2026-06-10"),
		{name: "an old certificate that lapses in the first days leaves the time that all newcomers have", rows: rows(row(rules.Demand{Kind: rules.Every, Months: 12, Days: 30}, warn(0))), subject: staff("2026-06-01", ""), facts: done("2025-06-03"), on: "2026-06-20",
			want: want{state: rules.Due, due: "2026-07-01", by: []string{"2025-06-03"}}},
		{name: "once is for good", rows: rows(once), subject: since2020, facts: done("2020-03-02"), on: "2026-06-01",
			want: want{state: rules.Fulfilled, since: "2020-03-02", by: []string{"2020-03-02"}}},
		{name: "once ends with a paper that ends", rows: rows(once), subject: since2020, facts: paper("2020-03-02", "2026-05-31"), on: "2026-06-01",
			want: want{state: rules.Overdue, due: "2026-05-31", since: "2026-06-01", by: []string{"2020-03-02"}}},
		{name: "once has its days from the start", rows: rows(once), subject: staff("2026-05-20", ""), on: "2026-06-01",
			want: want{state: rules.Due, due: "2026-06-03"}},
	} {
		c.run(t)
	}
}

func TestPapersThatMustBeInValidity(t *testing.T) {
	licence := row(rules.Demand{Kind: rules.Valid}, forTheNursery)
	lease := row(rules.Demand{Kind: rules.Valid, Months: 36}, forTheNursery)
	here := rules.Subject{Ref: garden, Stays: spans("2024-01-01", "")}
	for _, c := range []requirementCase{
		{name: "a licence holds through its last day", rows: rows(licence), subject: here, facts: paper("2024-01-01", "2026-06-01"), on: "2026-06-01",
			want: want{state: rules.Due, due: "2026-06-01", by: []string{"2024-01-01"}}},
		{name: "a licence that has run out is overdue since the next day", rows: rows(licence), subject: here, facts: paper("2024-01-01", "2026-06-01"), on: "2026-07-01",
			want: want{state: rules.Overdue, due: "2026-06-01", since: "2026-06-02", by: []string{"2024-01-01"}}},
		{name: "a renewal that joins on without a gap ends the warning at once", rows: rows(licence), subject: here, facts: facts(paper("2024-01-01", "2026-06-01"), paper("2026-06-02", "2028-06-01")), on: "2026-05-20",
			want: want{state: rules.Fulfilled, due: "2028-06-01", since: "2024-01-01", by: []string{"2024-01-01", "2026-06-02"}}},
		{name: "a renewal with a gap does not hide the gap", rows: rows(licence), subject: here, facts: facts(paper("2024-01-01", "2026-06-01"), paper("2026-06-10", "2028-06-01")), on: "2026-06-05",
			want: want{state: rules.Overdue, due: "2026-06-01", since: "2026-06-02", by: []string{"2024-01-01"}}},
		{name: "after the gap the new licence holds", rows: rows(licence), subject: here, facts: facts(paper("2024-01-01", "2026-06-01"), paper("2026-06-10", "2028-06-01")), on: "2026-06-10",
			want: want{state: rules.Fulfilled, due: "2028-06-01", since: "2026-06-10", by: []string{"2026-06-10"}}},
		{name: "a licence without its last day is unknown, never a pass", rows: rows(licence), subject: here, facts: done("2024-01-01"), on: "2026-06-05",
			want: want{state: rules.Unknown, why: rules.NoUntil}},
		{name: "three years to the day are three years", rows: rows(lease), subject: here, facts: paper("2024-01-01", "2026-12-31"), on: "2026-05-01",
			want: want{state: rules.Fulfilled, due: "2026-12-31", since: "2024-01-01", by: []string{"2024-01-01"}}},
		{name: "a day less than three years does not do, and that is said", rows: rows(lease), subject: here, facts: paper("2024-01-01", "2026-12-30"), on: "2026-05-01",
			want: want{state: rules.Overdue, why: rules.TooShort, due: "2024-01-01", since: "2024-01-02"}},
		{name: "a paper without an end beside one that is too short is unknown", rows: rows(lease), subject: here, facts: facts(done("2024-01-01"), paper("2024-02-01", "2024-12-30")), on: "2026-05-01",
			want: want{state: rules.Unknown, why: rules.NoUntil}},
		{name: "no licence at all was due when the nursery began", rows: rows(licence), subject: here, on: "2026-05-01",
			want: want{state: rules.Overdue, due: "2024-01-01", since: "2024-01-02"}},
	} {
		c.run(t)
	}
}
