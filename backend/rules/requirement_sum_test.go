package rules_test

import (
	"testing"

	"yayuan/backend/rules"
)

func TestHoursAndTimesOfAPeriod(t *testing.T) {
	year := row(rules.Demand{Kind: rules.Sum, Amount: 1800, Practice: 600, Period: rules.Calendar})
	rolling := row(rules.Demand{Kind: rules.Sum, Amount: 600, Period: rules.Rolling})
	ever := row(rules.Demand{Kind: rules.Sum, Amount: 2700, Practice: 900, Days: 90})
	report := row(rules.Demand{Kind: rules.Sum, Times: 1, Period: rules.Calendar, MakeUp: 60}, forTheNursery)
	garden2024 := rules.Subject{Ref: garden, Stays: spans("2024-01-01", "")}
	const theory, practice = "theory", rules.PartPractice
	for _, c := range []requirementCase{
		{name: "enough hours with enough practice fulfil the year", rows: rows(year), subject: since2020, on: "2026-11-01",
			facts: facts(trained("2025-04-01", 1800, practice), trained("2026-03-01", 1200, theory), trained("2026-05-01", 600, practice)),
			want:  want{state: rules.Fulfilled, due: "2027-12-31", since: "2026-05-01", by: []string{"2026-03-01", "2026-05-01"}, have: 1800, need: 1800, practice: 600}},
		{name: "enough hours without the practice do not", rows: rows(year), subject: since2020, on: "2026-11-01",
			facts: facts(trained("2025-04-01", 1800, practice), trained("2026-03-01", 1500, theory), trained("2026-05-01", 599, practice)),
			want:  want{state: rules.Due, due: "2026-12-31", by: []string{"2026-03-01", "2026-05-01"}, have: 2099, need: 1800, practice: 599}},
		{name: "hours of 31 December count to the old year, of 1 January to the new", rows: rows(year), subject: since2020, on: "2026-01-01",
			facts: facts(trained("2025-12-31", 1800, practice), trained("2026-01-01", 100, theory)),
			want:  want{state: rules.Due, due: "2026-12-31", by: []string{"2026-01-01"}, have: 100, need: 1800}},
		{name: "a year that was missed is told, and the new one has begun", rows: rows(year), subject: since2020, on: "2026-01-01",
			facts: facts(trained("2025-12-31", 1700, practice)),
			want:  want{state: rules.Due, due: "2026-12-31", missed: "2025-12-31", need: 1800}},
		{name: "the year of joining is not missed", rows: rows(year), subject: staff("2025-11-01", ""), on: "2026-02-01",
			want: want{state: rules.Due, due: "2026-12-31", need: 1800}},
		{name: "void hours are not added", rows: rows(year), subject: since2020, on: "2026-11-01",
			facts: facts(trained("2025-04-01", 1800, practice), void(trained("2026-03-01", 1800, practice)), trained("2026-05-01", 60, practice)),
			want:  want{state: rules.Due, due: "2026-12-31", by: []string{"2026-05-01"}, have: 60, need: 1800, practice: 60}},
		{name: "fewer hours from mid-year on count for the whole year", rows: rows(year, row(rules.Demand{Kind: rules.Sum, Amount: 900, Period: rules.Calendar}, version(2, "2026-07-01"))), subject: since2020, on: "2026-08-01",
			facts: facts(trained("2025-04-01", 1800, practice), trained("2026-03-01", 900, theory)),
			want:  want{state: rules.Fulfilled, due: "2027-12-31", since: "2026-03-01", by: []string{"2026-03-01"}, have: 900, need: 900, version: 2}},
		{name: "the year before the change keeps its own number", rows: rows(year, row(rules.Demand{Kind: rules.Sum, Amount: 900, Period: rules.Calendar}, version(2, "2026-01-01"))), subject: since2020, on: "2026-08-01",
			facts: facts(trained("2025-04-01", 900, practice), trained("2026-03-01", 900, theory)),
			want:  want{state: rules.Fulfilled, due: "2027-12-31", since: "2026-03-01", missed: "2025-12-31", by: []string{"2026-03-01"}, have: 900, need: 900, version: 2}},
		{name: "a report that is missing is overdue from New Year", rows: rows(report), subject: garden2024, facts: done("2024-12-20"), on: "2026-01-01",
			want: want{state: rules.Overdue, due: "2025-12-31", since: "2026-01-01", need: 1}},
		{name: "a report in January makes up the old year and not the new one", rows: rows(report), subject: garden2024, facts: done("2024-12-20", "2026-01-10"), on: "2026-01-11",
			want: want{state: rules.Due, due: "2026-12-31", need: 1}},
		{name: "a second report in January counts for the new year", rows: rows(report), subject: garden2024, facts: done("2024-12-20", "2026-01-10", "2026-01-20"), on: "2026-01-21",
			want: want{state: rules.Fulfilled, due: "2027-12-31", since: "2026-01-20", by: []string{"2026-01-20"}, have: 1, need: 1}},
		{name: "on the last day to make it up the year is still overdue", rows: rows(report), subject: garden2024, facts: done("2024-12-20"), on: "2026-03-01",
			want: want{state: rules.Overdue, due: "2025-12-31", since: "2026-01-01", need: 1}},
		{name: "the year of the beginning takes nothing from the next", rows: rows(report), subject: rules.Subject{Ref: garden, Stays: spans("2025-06-01", "")}, facts: done("2026-01-10"), on: "2026-01-11",
			want: want{state: rules.Fulfilled, due: "2027-12-31", since: "2026-01-10", by: []string{"2026-01-10"}, have: 1, need: 1}},
		{name: "after the time to make up the year is missed for good", rows: rows(report), subject: garden2024, facts: done("2024-12-20"), on: "2026-03-02",
			want: want{state: rules.Due, due: "2026-12-31", missed: "2025-12-31", need: 1}},
		{name: "the last twelve months are counted at every day", rows: rows(rolling), subject: since2020, on: "2026-06-01",
			facts: facts(trained("2025-07-01", 300, theory), trained("2026-02-01", 300, theory)),
			want:  want{state: rules.Due, due: "2026-07-01", by: []string{"2025-07-01", "2026-02-01"}, have: 600, need: 600}},
		{name: "the day after the first hours leave the twelve months they are short", rows: rows(rolling), subject: since2020, on: "2026-07-02",
			facts: facts(trained("2025-07-01", 300, theory), trained("2026-02-01", 300, theory)),
			want:  want{state: rules.Overdue, due: "2026-07-01", since: "2026-07-02", by: []string{"2026-02-01"}, have: 300, need: 600}},
		{name: "the first twelve months have time to the end", rows: rows(rolling), subject: staff("2026-03-01", ""), on: "2026-07-02",
			want: want{state: rules.Due, due: "2027-03-01", need: 600}},
		{name: "hours of a leap day leave on 28 February", rows: rows(rolling), subject: since2020, on: "2029-03-01", facts: trained("2028-02-29", 600, theory),
			want: want{state: rules.Overdue, due: "2029-02-28", since: "2029-03-01", need: 600}},
		{name: "altogether there is no end to what is reached", rows: rows(ever), subject: since2020, on: "2026-07-02",
			facts: facts(trained("2019-05-01", 1800, theory), trained("2020-05-01", 900, practice)),
			want:  want{state: rules.Fulfilled, since: "2020-05-01", by: []string{"2019-05-01", "2020-05-01"}, have: 2700, need: 2700, practice: 900}},
		{name: "altogether by the days after the start", rows: rows(ever), subject: staff("2026-06-01", ""), on: "2026-07-02", facts: trained("2026-06-10", 1800, theory),
			want: want{state: rules.Due, due: "2026-08-30", by: []string{"2026-06-10"}, have: 1800, need: 2700}},
		{name: "without a start it is unknown", rows: rows(year), subject: staff(), on: "2026-07-02",
			want: want{state: rules.Unknown, why: rules.NoStart}},
	} {
		c.run(t)
	}
}

func TestAtAgesInMonths(t *testing.T) {
	checks := row(rules.Demand{Kind: rules.Ages, At: []int{6, 8, 12, 18, 24}, Early: 14, Grace: 30}, forChildren, warn(7))
	baby := child("2026-01-31", "2026-07-01", "")
	for _, c := range []requirementCase{
		{name: "at eight months of age, on the last day of a month that has no 31st", rows: rows(checks), subject: baby, facts: done("2026-08-01"), on: "2026-09-20",
			want: want{state: rules.Due, due: "2026-09-30"}},
		{name: "within the grace the check is due", rows: rows(checks), subject: baby, facts: done("2026-08-01"), on: "2026-10-30",
			want: want{state: rules.Due, due: "2026-09-30"}},
		{name: "over thirty days later it is overdue", rows: rows(checks), subject: baby, facts: done("2026-08-01"), on: "2026-10-31",
			want: want{state: rules.Overdue, due: "2026-09-30", since: "2026-10-31"}},
		{name: "a check two weeks early counts for its age", rows: rows(checks), subject: baby, facts: done("2026-08-01", "2026-09-16"), on: "2026-09-20",
			want: want{state: rules.Fulfilled, due: "2027-01-31", since: "2026-09-16", by: []string{"2026-09-16"}}},
		{name: "two weeks before the age the next check begins to be due", rows: rows(checks), subject: baby, facts: done("2026-08-01"), on: "2026-09-16",
			want: want{state: rules.Due, due: "2026-09-30"}},
		{name: "a check for one age does not make up the age before", rows: rows(checks), subject: baby, facts: done("2026-09-16"), on: "2026-09-20",
			want: want{state: rules.Fulfilled, due: "2027-01-31", since: "2026-09-16", missed: "2026-07-31", by: []string{"2026-09-16"}}},
		{name: "an age reached on the day of coming is asked for", rows: rows(checks), subject: child("2026-01-31", "2026-09-30", ""), on: "2026-09-30",
			want: want{state: rules.Due, due: "2026-09-30"}},
		{name: "a check of a month too early counts for the age before", rows: rows(checks), subject: baby, facts: done("2026-09-01"), on: "2026-09-20",
			want: want{state: rules.Due, due: "2026-09-30"}},
		{name: "an age that the next has overtaken is missed for good", rows: rows(checks), subject: baby, on: "2026-09-20",
			want: want{state: rules.Due, due: "2026-09-30", missed: "2026-07-31"}},
		{name: "ages before the child came are not asked for", rows: rows(checks), subject: child("2025-01-31", "2026-08-01", ""), on: "2026-08-05",
			want: want{state: rules.NotApplicable, why: rules.NotYet, due: "2027-01-31"}},
		{name: "a child born early is reckoned by the date of birth", rows: rows(checks), subject: premature(baby), facts: done("2026-08-01"), on: "2026-09-30",
			want: want{state: rules.Due, due: "2026-09-30"}},
		{name: "a child of a leap day is a year old on 28 February", rows: rows(checks), subject: child("2028-02-29", "2028-12-01", ""), on: "2029-02-28",
			want: want{state: rules.Due, due: "2029-02-28"}},
		{name: "after the last age nothing more is due", rows: rows(checks), subject: child("2024-01-31", "2025-12-01", ""), facts: done("2026-01-31"), on: "2026-09-01",
			want: want{state: rules.Fulfilled, since: "2026-01-31", by: []string{"2026-01-31"}}},
		{name: "a child too old for every age is not concerned", rows: rows(checks), subject: child("2023-01-31", "2026-01-01", ""), on: "2026-09-01",
			want: want{state: rules.NotApplicable, why: rules.NoEvent}},
		{name: "without a birth date it is unknown", rows: rows(checks), subject: child("", "2026-01-01", ""), on: "2026-09-01",
			want: want{state: rules.Unknown, why: rules.NoBirth}},
		{name: "an age that a later version adds is not asked of who had passed it", rows: rows(checks, row(rules.Demand{Kind: rules.Ages, At: []int{6, 7, 8, 12}, Early: 14, Grace: 30}, forChildren, version(2, "2026-09-10"))), subject: baby, facts: done("2026-08-01"), on: "2026-09-10",
			want: want{state: rules.Fulfilled, due: "2026-09-30", since: "2026-08-01", by: []string{"2026-08-01"}}},
	} {
		c.run(t)
	}
}

// premature is a child with the week of birth among its attributes, which
// changes nothing.
func premature(s rules.Subject) rules.Subject {
	s.Attributes = map[string][]string{"gestationalWeeks": {"30"}}
	return s
}
