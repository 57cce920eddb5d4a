package rules

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type rulesJSON struct {
	Rules []ruleJSON `json:"rules" nullable:"false"`
}

type ruleJSON struct {
	Key          string         `json:"key"`
	Version      int            `json:"version"`
	Jurisdiction string         `json:"jurisdiction" doc:"GB/T 2260 code, CN, or * for a default of the product"`
	From         day.Day        `json:"from"`
	Until        day.Day        `json:"until" doc:"last day in force, empty when open"`
	Value        map[string]any `json:"value"`
	Source       string         `json:"source"`
	Grade        string         `json:"grade" doc:"A official page … I inference; own: set by the nursery"`
}

// Register adds the routes of the rules.
func Register(door *web.Door, s *Service) {
	op := web.Op{Method: http.MethodGet, Path: "/api/rules", ID: "listRules", Area: "rules", Summary: "The rules in force today"}
	web.Handle(door, op, func(ctx context.Context, _ *struct{}) (*web.Body[rulesJSON], error) {
		list, err := s.List(ctx)
		if err != nil {
			return nil, err
		}
		out := rulesJSON{Rules: []ruleJSON{}}
		for _, rule := range list {
			value, err := rule.values()
			if err != nil {
				return nil, err
			}
			out.Rules = append(out.Rules, ruleJSON{Key: rule.Key, Version: rule.Version, Jurisdiction: rule.Jurisdiction,
				From: rule.From, Until: rule.Until, Value: value, Source: rule.Source, Grade: rule.Grade})
		}
		return web.Answer(out, nil)
	})
}
