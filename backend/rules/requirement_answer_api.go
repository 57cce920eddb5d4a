package rules

import (
	"yayuan/backend/day"
	"yayuan/backend/finding"
)

type requirementAskJSON struct {
	On        day.Day    `json:"on" maxLength:"10"`
	Kind      string     `json:"kind" required:"false" enum:",person,child,class,room,nursery" doc:"only subjects of this kind; with id: only this one"`
	ID        string     `json:"id" required:"false" maxLength:"40"`
	Key       string     `json:"key" required:"false" maxLength:"80" doc:"only this requirement"`
	Within    *int       `json:"within" required:"false" minimum:"0" maximum:"3660" doc:"only what is overdue, or due within so many days; null for everything"`
	Standings []Standing `json:"standings" required:"false" maxItems:"7" nullable:"false" doc:"only these; empty for all"`
	Limit     int        `json:"limit" required:"false" minimum:"0" maximum:"10000" doc:"at most so many; 0 for all"`
}

type requirementResultsJSON struct {
	On      day.Day                 `json:"on"`
	NextDue day.Day                 `json:"nextDue" doc:"the first due day from the day on, empty when there is none"`
	Total   int                     `json:"total" doc:"how many there are beyond the limit too"`
	Counts  map[Standing]int        `json:"counts" doc:"by standing, whichever were asked for"`
	Results []requirementResultJSON `json:"results" nullable:"false"`
}

type requirementResultJSON struct {
	Kind         SubjectKind      `json:"kind" enum:"person,child,class,room,nursery"`
	ID           string           `json:"id"`
	Name         string           `json:"name" doc:"of the subject"`
	Key          string           `json:"key"`
	Own          bool             `json:"own"`
	Version      int              `json:"version" doc:"with own: the row that was used; 0 when none was in force"`
	Jurisdiction string           `json:"jurisdiction"`
	Title        string           `json:"title" doc:"of the requirement in the version used"`
	TitleEn      string           `json:"titleEn" doc:"empty where the title is the nursery's own"`
	Severity     finding.Severity `json:"severity" enum:",bad,warn,info"`
	Standing     Standing         `json:"standing" enum:"overdue,belated,due,unknown,fulfilled,unsourced,not_applicable" doc:"belated: past the due day, can still be made up; unsourced: cannot be recorded yet"`
	State        State            `json:"state" enum:"fulfilled,due,overdue,not_applicable,unknown"`
	Why          Why              `json:"why" enum:",not_in_force,off,not_concerned,not_yet,left,on_leave,no_event,no_start,no_birth,no_attribute,no_until,too_short,no_source"`
	Missing      string           `json:"missing" doc:"the attribute that is not known"`
	Due          day.Day          `json:"due" doc:"last day in time; of a fulfilled one the next"`
	Since        day.Day          `json:"since"`
	Late         bool             `json:"late" doc:"fulfilled, but after the due day"`
	Missed       day.Day          `json:"missed" doc:"due day of the period or age before, missed for good"`
	By           []proofJSON      `json:"by" nullable:"false"`

	Reached         int `json:"reached" doc:"minutes or times"`
	Needed          int `json:"needed"`
	ReachedPractice int `json:"reachedPractice"`
	NeededPractice  int `json:"neededPractice"`
}

type proofJSON struct {
	Area  string  `json:"area"`
	ID    string  `json:"id"`
	Kind  string  `json:"kind" doc:"of the fact"`
	Day   day.Day `json:"day"`
	Until day.Day `json:"until"`
}

func (a requirementAskJSON) asked() Asked {
	return Asked{On: a.On, Of: Ref{SubjectKind(a.Kind), a.ID}, Key: a.Key, Within: a.Within, Standings: a.Standings, Limit: a.Limit}
}

func resultsOut(given Given, on day.Day) requirementResultsJSON {
	out := requirementResultsJSON{On: on, NextDue: given.NextDue, Total: given.Total, Counts: given.Counts, Results: []requirementResultJSON{}}
	for _, r := range given.Results {
		by := []proofJSON{}
		for _, p := range r.By {
			by = append(by, proofJSON{Area: p.Area, ID: p.ID, Kind: p.Kind, Day: p.Day, Until: p.Until})
		}
		out.Results = append(out.Results, requirementResultJSON{Kind: r.Subject.Kind, ID: r.Subject.ID, Name: r.Name,
			Key: r.Version.Key, Title: r.Title, TitleEn: r.English, Own: r.Version.Own, Version: r.Version.Number,
			Jurisdiction: r.Version.Jurisdiction, Severity: r.Severity, State: r.State, Standing: r.Standing(),
			Why: r.Why, Missing: r.Missing, Due: r.Due, Since: r.Since, Late: r.Late, Missed: r.Missed, By: by,
			Reached: r.Reached, Needed: r.Needed, ReachedPractice: r.ReachedPractice, NeededPractice: r.NeededPractice})
	}
	return out
}
