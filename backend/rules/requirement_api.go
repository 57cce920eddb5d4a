package rules

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/web"
)

type requirementsOfIn struct {
	On day.Day `query:"on" maxLength:"10" doc:"today when empty"`
}

type requirementIn struct {
	Key  string `path:"key" maxLength:"80"`
	Body requirementFieldsJSON
}

type requirementEndIn struct {
	Key  string `path:"key" maxLength:"80"`
	Body struct {
		From   day.Day `json:"from" maxLength:"10" doc:"today at the earliest"`
		Reason string  `json:"reason" maxLength:"2000"`
	}
}

type requirementKeyJSON struct {
	Key string `json:"key"`
}

// RegisterRequirements adds the routes of the requirements.
func RegisterRequirements(door *web.Door, s *Requirements) {
	op := func(method, path, id, summary string) web.Op {
		return web.Op{Method: method, Path: "/api/requirements" + path, ID: id, Area: "rules", Summary: summary}
	}
	web.Handle(door, op(http.MethodGet, "", "listRequirements", "Every version of every requirement, and which counts on a day"),
		func(ctx context.Context, in *requirementsOfIn) (*web.Body[requirementListJSON], error) {
			lines, err := s.List(ctx, in.On)
			return web.Answer(requirementsOut(lines, s.kinds), err)
		})
	web.Handle(door, op(http.MethodPost, "", "addRequirement", "Add a requirement of the nursery's own"),
		func(ctx context.Context, in *web.Body[requirementFieldsJSON]) (*web.Body[requirementKeyJSON], error) {
			key, err := s.Add(ctx, in.Body.requirement(in.Body.Key))
			return web.Answer(requirementKeyJSON{Key: key}, err)
		})
	web.Handle(door, op(http.MethodPut, "/{key}", "changeRequirement", "Add a version that counts from a day on"),
		func(ctx context.Context, in *requirementIn) (*web.Body[web.Done], error) {
			return web.Finished(s.Change(ctx, in.Body.requirement(in.Key)))
		})
	web.Handle(door, op(http.MethodPost, "/{key}/off", "switchOffRequirement", "Switch a requirement off from a day on, with a reason"),
		func(ctx context.Context, in *requirementEndIn) (*web.Body[web.Done], error) {
			return web.Finished(s.SwitchOff(ctx, in.Key, in.Body.From, in.Body.Reason))
		})
	web.Handle(door, op(http.MethodPost, "/{key}/shipped", "followShippedRequirement", "End the nursery's own version from a day on, with a reason"),
		func(ctx context.Context, in *requirementEndIn) (*web.Body[web.Done], error) {
			return web.Finished(s.FollowShipped(ctx, in.Key, in.Body.From, in.Body.Reason))
		})
	ask := op(http.MethodPost, "/results", "requirementResults", "What is fulfilled, due and overdue on a day")
	ask.Reads = true
	web.Handle(door, ask, func(ctx context.Context, in *web.Body[requirementAskJSON]) (*web.Body[requirementResultsJSON], error) {
		given, err := s.Answer(ctx, in.Body.asked())
		return web.Answer(resultsOut(given, in.Body.On), err)
	})
}

// requirementFieldsJSON is what may be typed; grade and version are given here.
type requirementFieldsJSON struct {
	Key          string              `json:"key" required:"false" maxLength:"80" doc:"when adding; made when empty"`
	Title        string              `json:"title" maxLength:"2000"`
	Subject      SubjectKind         `json:"subject" maxLength:"20"`
	About        map[string][]string `json:"about" required:"false" doc:"attribute → values, one of which the subject must have"`
	Facts        []string            `json:"facts" maxItems:"20" nullable:"false"`
	Demand       Demand              `json:"demand"`
	WarnDays     int                 `json:"warnDays"`
	Severity     finding.Severity    `json:"severity" maxLength:"10"`
	Jurisdiction string              `json:"jurisdiction" required:"false" maxLength:"10" doc:"empty: everywhere"`
	From         day.Day             `json:"from" maxLength:"10"`
	Until        day.Day             `json:"until" required:"false" maxLength:"10"`
	Source       string              `json:"source" maxLength:"2000"`
	Reason       string              `json:"reason" required:"false" maxLength:"2000" doc:"needed to change"`
}

func (j requirementFieldsJSON) requirement(key string) Requirement {
	return Requirement{Key: key, Title: j.Title, Subject: j.Subject, About: j.About, Facts: j.Facts, Demand: j.Demand,
		WarnDays: j.WarnDays, Severity: j.Severity, Jurisdiction: j.Jurisdiction, From: j.From, Until: j.Until, Source: j.Source, Reason: j.Reason}
}
