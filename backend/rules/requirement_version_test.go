package rules_test

import (
	"testing"

	"yayuan/backend/rules"
)

func TestWhichVersionCountsWhereAndWhen(t *testing.T) {
	half := func(change ...func(*rules.Requirement)) rules.Requirement {
		return row(rules.Demand{Kind: rules.Every, Months: 6}, change...)
	}
	two := func(change ...func(*rules.Requirement)) rules.Requirement {
		return row(rules.Demand{Kind: rules.Every, Months: 24}, change...)
	}
	const hangzhou, ningbo = "330105", "330203"
	cook := since2020
	cook.Attributes = map[string][]string{"position": {"caregiver", "cook"}}
	guard := since2020
	guard.Attributes = map[string][]string{"position": {}}
	for _, c := range []requirementCase{
		{name: "a longer interval from mid-year on ends what was overdue", rows: rows(every12, two(version(2, "2026-07-01"))), subject: since2020, facts: done("2025-03-01"), on: "2026-07-01",
			want: want{state: rules.Fulfilled, due: "2027-03-01", since: "2025-03-01", by: []string{"2025-03-01"}, version: 2}},
		{name: "before the change the old version still says overdue", rows: rows(every12, two(version(2, "2026-07-01"))), subject: since2020, facts: done("2025-03-01"), on: "2026-06-30",
			want: want{state: rules.Overdue, due: "2026-03-01", since: "2026-03-02", by: []string{"2025-03-01"}, version: 1}},
		{name: "a shorter interval from mid-year on is due on its first day, not before", rows: rows(every12, half(version(2, "2026-07-01"))), subject: since2020, facts: done("2025-08-01"), on: "2026-07-03",
			want: want{state: rules.Overdue, due: "2026-07-01", since: "2026-07-02", by: []string{"2025-08-01"}, version: 2}},
		{name: "what had been overdue under the old version stays overdue since then", rows: rows(every12, half(version(2, "2026-07-01"))), subject: since2020, facts: done("2025-03-01"), on: "2026-07-03",
			want: want{state: rules.Overdue, due: "2026-03-01", since: "2026-03-02", by: []string{"2025-03-01"}, version: 2}},
		{name: "a version that ends without a next demands nothing", rows: rows(row(rules.Demand{Kind: rules.Every, Months: 12}, until("2026-06-30"))), subject: since2020, on: "2026-07-01",
			want: want{state: rules.NotApplicable, why: rules.NotInForce}},
		{name: "on its last day a version still counts", rows: rows(row(rules.Demand{Kind: rules.Every, Months: 12}, until("2026-06-30"))), subject: since2020, facts: done("2026-01-31"), on: "2026-06-30",
			want: want{state: rules.Fulfilled, due: "2027-01-31", since: "2026-01-31", by: []string{"2026-01-31"}}},
		{name: "what was decided last counts, also when it begins before what was planned", rows: rows(every12, half(own, version(1, "2027-01-01")), two(own, version(2, "2026-06-01"))), subject: since2020, facts: done("2026-01-31"), on: "2027-02-01",
			want: want{state: rules.Fulfilled, due: "2028-01-31", since: "2026-01-31", by: []string{"2026-01-31"}, version: 2, ownVersion: true}},
		{name: "the province goes before the nation", rows: rows(every12, half(version(2, "2020-01-01"), at("330000"))), place: hangzhou, subject: since2020, facts: done("2026-01-31"), on: "2026-08-01",
			want: want{state: rules.Overdue, due: "2026-07-31", since: "2026-08-01", by: []string{"2026-01-31"}, version: 2}},
		{name: "the city goes before the province", rows: rows(every12, half(version(2, "2020-01-01"), at("330000")), two(version(3, "2020-01-01"), at("330100"))), place: hangzhou, subject: since2020, facts: done("2026-01-31"), on: "2026-08-01",
			want: want{state: rules.Fulfilled, due: "2028-01-31", since: "2026-01-31", by: []string{"2026-01-31"}, version: 3}},
		{name: "the district goes before the city, whichever is newer", rows: rows(half(version(1, "2020-01-01"), at(hangzhou)), two(version(2, "2022-01-01"), at("330100"))), place: hangzhou, subject: since2020, facts: done("2026-01-31"), on: "2026-08-01",
			want: want{state: rules.Overdue, due: "2026-07-31", since: "2026-08-01", by: []string{"2026-01-31"}, version: 1}},
		{name: "another city's rule does not reach here", rows: rows(every12, half(version(2, "2020-01-01"), at("330100"))), place: ningbo, subject: since2020, facts: done("2026-01-31"), on: "2026-08-01",
			want: want{state: rules.Fulfilled, due: "2027-01-31", since: "2026-01-31", by: []string{"2026-01-31"}, version: 1}},
		{name: "where the place is not known no local rule counts", rows: rows(every12, half(version(2, "2020-01-01"), at("330000"))), subject: since2020, facts: done("2026-01-31"), on: "2026-08-01",
			want: want{state: rules.Fulfilled, due: "2027-01-31", since: "2026-01-31", by: []string{"2026-01-31"}, version: 1}},
		{name: "the default of the product gives way to the nation", rows: rows(half(at("*")), row(rules.Demand{Kind: rules.Every, Months: 12}, version(2, "2019-01-01"))), subject: since2020, facts: done("2026-01-31"), on: "2026-08-01",
			want: want{state: rules.Fulfilled, due: "2027-01-31", since: "2026-01-31", by: []string{"2026-01-31"}, version: 2}},
		{name: "when the local rule has ended the national one counts again", rows: rows(every12, half(version(2, "2020-01-01"), at("330000"), until("2026-06-30"))), place: hangzhou, subject: since2020, facts: done("2025-12-01"), on: "2026-07-01",
			want: want{state: rules.Fulfilled, due: "2026-12-01", since: "2025-12-01", by: []string{"2025-12-01"}, version: 1}},
		{name: "what the looser local rule still allowed is due when the national one counts again", rows: rows(every12, two(version(2, "2020-01-01"), at("330000"), until("2026-06-30"))), place: hangzhou, subject: since2020, facts: done("2025-03-01"), on: "2026-07-01",
			want: want{state: rules.Due, due: "2026-07-01", by: []string{"2025-03-01"}, version: 1}},
		{name: "the nursery's own row goes before the district's", rows: rows(half(at(hangzhou)), two(own, version(1, "2026-01-01"))), place: hangzhou, subject: since2020, facts: done("2025-12-01"), on: "2026-08-01",
			want: want{state: rules.Fulfilled, due: "2027-12-01", since: "2025-12-01", by: []string{"2025-12-01"}, ownVersion: true}},
		{name: "before its first day the own row changes nothing", rows: rows(every12, two(own, version(1, "2026-09-01"))), subject: since2020, facts: done("2025-06-01"), on: "2026-08-01",
			want: want{state: rules.Overdue, due: "2026-06-01", since: "2026-06-02", by: []string{"2025-06-01"}}},
		{name: "switched off it demands nothing from that day on", rows: rows(every12, two(own, version(1, "2026-07-01"), switchedOff)), subject: since2020, facts: done("2024-06-01"), on: "2026-07-01",
			want: want{state: rules.NotApplicable, why: rules.SwitchedOff, ownVersion: true}},
		{name: "the day before it was switched off it is still overdue", rows: rows(every12, two(own, version(1, "2026-07-01"), switchedOff)), subject: since2020, facts: done("2024-06-01"), on: "2026-06-30",
			want: want{state: rules.Overdue, due: "2025-06-01", since: "2025-06-02", by: []string{"2024-06-01"}}},
		{name: "switched on again it is due from that day, not from the years between", rows: rows(every12, two(own, version(1, "2024-01-01"), switchedOff), row(rules.Demand{Kind: rules.Every, Months: 12}, own, version(2, "2026-07-01"))), subject: since2020, facts: done("2023-06-01"), on: "2026-07-02",
			want: want{state: rules.Overdue, due: "2026-07-01", since: "2026-07-02", by: []string{"2023-06-01"}, version: 2, ownVersion: true}},
		{name: "back to the shipped version, that one counts", rows: rows(every12, half(own, version(1, "2025-01-01")), half(own, version(2, "2026-07-01"), backToShipped)), subject: since2020, facts: done("2026-01-10"), on: "2026-08-01",
			want: want{state: rules.Fulfilled, due: "2027-01-10", since: "2026-01-10", by: []string{"2026-01-10"}}},
		{name: "one of several roles is enough to be concerned", rows: rows(row(rules.Demand{Kind: rules.Every, Months: 12}, about("position", "cook"))), subject: cook, facts: done("2026-01-31"), on: "2026-08-01",
			want: want{state: rules.Fulfilled, due: "2027-01-31", since: "2026-01-31", by: []string{"2026-01-31"}}},
		{name: "who is known to have no such role is not concerned", rows: rows(row(rules.Demand{Kind: rules.Every, Months: 12}, about("position", "cook"))), subject: guard, on: "2026-08-01",
			want: want{state: rules.NotApplicable, why: rules.Elsewhere}},
		{name: "whose role is not known is unknown, never a pass", rows: rows(row(rules.Demand{Kind: rules.Every, Months: 12}, about("position", "cook"))), subject: since2020, facts: done("2026-01-31"), on: "2026-08-01",
			want: want{state: rules.Unknown, why: rules.NoAttribute, missing: "position"}},
		{name: "a requirement for children says nothing about staff", rows: rows(row(rules.Demand{Kind: rules.Once}, forChildren)), subject: since2020, on: "2026-08-01",
			want: want{nothing: true}},
	} {
		c.run(t)
	}
}
