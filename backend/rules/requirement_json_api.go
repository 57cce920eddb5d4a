package rules

import (
	"yayuan/backend/day"
	"yayuan/backend/finding"
)

type requirementListJSON struct {
	Requirements []requirementJSON `json:"requirements" nullable:"false"`
}

type requirementJSON struct {
	Key          string              `json:"key"`
	Own          bool                `json:"own" doc:"set by the nursery"`
	Version      int                 `json:"version" doc:"counted apart for shipped and own versions"`
	Jurisdiction string              `json:"jurisdiction" doc:"GB/T 2260 code, CN, or * for a default of the product"`
	Reaches      bool                `json:"reaches" doc:"the jurisdiction covers the nursery"`
	From         day.Day             `json:"from"`
	Until        day.Day             `json:"until" doc:"last day in force, empty when open"`
	State        RowState            `json:"state" enum:"on,off,shipped" doc:"shipped: the nursery's own version ends here"`
	InForce      bool                `json:"inForce" doc:"the version that counts on the day asked for"`
	Title        string              `json:"title"`
	Subject      SubjectKind         `json:"subject" enum:"person,child,class,room,nursery"`
	About        map[string][]string `json:"about" nullable:"false"`
	Facts        []string            `json:"facts" nullable:"false"`
	Demand       Demand              `json:"demand"`
	WarnDays     int                 `json:"warnDays"`
	Severity     finding.Severity    `json:"severity" enum:"bad,warn,info"`
	Source       string              `json:"source"`
	Grade        string              `json:"grade" doc:"A official page, B secondary page, C articles cited by others, M memory, I inference; own: set by the nursery"`
	Reason       string              `json:"reason"`
}

func requirementsOut(lines []RequirementLine) requirementListJSON {
	out := requirementListJSON{Requirements: []requirementJSON{}}
	for _, r := range lines {
		about := r.About
		if about == nil {
			about = map[string][]string{}
		}
		out.Requirements = append(out.Requirements, requirementJSON{Key: r.Key, Own: r.Own, Version: r.Version, Jurisdiction: r.Jurisdiction,
			Reaches: r.Reaches, From: r.From, Until: r.Until, State: r.State, InForce: r.InForce, Title: r.Title, Subject: r.Subject,
			About: about, Facts: r.Facts, Demand: r.Demand, WarnDays: r.WarnDays, Severity: r.Severity, Source: r.Source,
			Grade: r.Grade, Reason: r.Reason})
	}
	return out
}

type requirementResultsJSON struct {
	On      day.Day                 `json:"on"`
	NextDue day.Day                 `json:"nextDue" doc:"the first due day from the day on, empty when there is none"`
	Results []requirementResultJSON `json:"results" nullable:"false"`
}

type requirementResultJSON struct {
	Kind         SubjectKind      `json:"kind" enum:"person,child,class,room,nursery"`
	ID           string           `json:"id"`
	Key          string           `json:"key"`
	Own          bool             `json:"own"`
	Version      int              `json:"version" doc:"with own: the row that was used; 0 when none was in force"`
	Jurisdiction string           `json:"jurisdiction"`
	Severity     finding.Severity `json:"severity" enum:",bad,warn,info"`
	State        State            `json:"state" enum:"fulfilled,due,overdue,not_applicable,unknown"`
	Why          Why              `json:"why" enum:",not_in_force,off,not_concerned,not_yet,left,on_leave,no_event,no_start,no_birth,no_attribute,no_until,too_short"`
	Missing      string           `json:"missing" doc:"the attribute that is not known"`
	Due          day.Day          `json:"due" doc:"last day in time; of a fulfilled one the next"`
	Since        day.Day          `json:"since"`
	Late         bool             `json:"late" doc:"fulfilled, but after the due day"`
	Missed       day.Day          `json:"missed" doc:"due day of the period or age before, missed for good"`
	By           []recordJSON     `json:"by" nullable:"false"`

	Reached         int `json:"reached" doc:"minutes or times"`
	Needed          int `json:"needed"`
	ReachedPractice int `json:"reachedPractice"`
	NeededPractice  int `json:"neededPractice"`
}

type recordJSON struct {
	Area string `json:"area"`
	ID   string `json:"id"`
}

func resultsOut(results []Result, on day.Day) requirementResultsJSON {
	out := requirementResultsJSON{On: on, NextDue: NextDue(results, on), Results: []requirementResultJSON{}}
	for _, r := range results {
		by := []recordJSON{}
		for _, record := range r.By {
			by = append(by, recordJSON(record))
		}
		out.Results = append(out.Results, requirementResultJSON{Kind: r.Subject.Kind, ID: r.Subject.ID, Key: r.Version.Key,
			Own: r.Version.Own, Version: r.Version.Number, Jurisdiction: r.Version.Jurisdiction, Severity: r.Severity, State: r.State,
			Why: r.Why, Missing: r.Missing, Due: r.Due, Since: r.Since, Late: r.Late, Missed: r.Missed, By: by,
			Reached: r.Reached, Needed: r.Needed, ReachedPractice: r.ReachedPractice, NeededPractice: r.NeededPractice})
	}
	return out
}
