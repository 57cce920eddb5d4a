package rules

import (
	"yayuan/backend/day"
	"yayuan/backend/finding"
)

type requirementListJSON struct {
	Requirements []requirementJSON `json:"requirements" nullable:"false"`
	Facts        []FactKind        `json:"facts" nullable:"false" doc:"what can fulfil a requirement: the kinds of fact that the areas hand in"`
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
	Sourced      bool                `json:"sourced" doc:"some area can hand in what fulfils it"`
	Title        string              `json:"title"`
	TitleEn      string              `json:"titleEn" doc:"empty where the title is the nursery's own"`
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

func requirementsOut(lines []RequirementLine, kinds []FactKind) requirementListJSON {
	out := requirementListJSON{Requirements: []requirementJSON{}, Facts: append([]FactKind{}, kinds...)}
	for _, r := range lines {
		about := r.About
		if about == nil {
			about = map[string][]string{}
		}
		out.Requirements = append(out.Requirements, requirementJSON{Key: r.Key, Own: r.Own, Version: r.Version, Jurisdiction: r.Jurisdiction,
			Reaches: r.Reaches, From: r.From, Until: r.Until, State: r.State, InForce: r.InForce, Sourced: r.Sourced, Title: r.Title, TitleEn: r.English, Subject: r.Subject,
			About: about, Facts: r.Facts, Demand: r.Demand, WarnDays: r.WarnDays, Severity: r.Severity, Source: r.Source,
			Grade: r.Grade, Reason: r.Reason})
	}
	return out
}
