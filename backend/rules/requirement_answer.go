package rules

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
)

// Asked narrows what is reckoned for a day: by kind of subject or one of them,
// by requirement, by how soon it is due, by standing.
type Asked struct {
	On        day.Day
	Of        Ref
	Key       string
	Within    *int // overdue, or due within so many days
	Standings []Standing
	Limit     int
}

// Given is what was asked for, with how many there are of each standing.
type Given struct {
	Results []Result
	Total   int
	Counts  map[Standing]int
	NextDue day.Day
}

// Answer reckons once and narrows: what is most urgent comes first.
func (s *Requirements) Answer(ctx context.Context, a Asked) (Given, error) {
	results, err := s.Results(ctx, a.Of, a.On)
	results = slices.DeleteFunc(results, func(r Result) bool { return a.Key != "" && r.Version.Key != a.Key })
	if a.Within != nil {
		results = opened(results, a.On, *a.Within)
	}
	given := Given{Counts: map[Standing]int{}, NextDue: NextDue(results, a.On)}
	for _, r := range results {
		given.Counts[r.Standing()]++
	}
	if len(a.Standings) > 0 {
		results = slices.DeleteFunc(results, func(r Result) bool { return !slices.Contains(a.Standings, r.Standing()) })
	}
	if a.Within == nil && a.Of.ID == "" {
		slices.SortStableFunc(results, func(x, y Result) int {
			return cmp.Or(cmp.Compare(slices.Index(standings, x.Standing()), slices.Index(standings, y.Standing())), cmp.Compare(x.Due, y.Due))
		})
	}
	given.Total = len(results)
	if a.Limit > 0 && len(results) > a.Limit {
		results = results[:a.Limit]
	}
	given.Results = results
	return given, err
}

// namesShown is how many subjects a finding names before it only counts.
const namesShown = 3

// Findings gives one finding for each requirement that is overdue for
// somebody, to those who may read what is due for whom. What areas tell in
// their own words is left out: told are keys, or beginnings that end in a dot.
func (s *Requirements) Findings(told ...string) func(context.Context) ([]finding.Finding, error) {
	quiet := func(key string) bool {
		return slices.ContainsFunc(told, func(each string) bool {
			return key == each || strings.HasSuffix(each, ".") && strings.HasPrefix(key, each)
		})
	}
	return func(ctx context.Context) ([]finding.Finding, error) {
		if identity.ScopeOf(ctx, identity.ReadRequirements) == identity.None {
			return nil, nil
		}
		results, err := s.Results(ctx, Ref{}, s.store.Today())
		var keys []string
		overdue := map[string][]Result{}
		for _, r := range results {
			if r.State != Overdue || quiet(r.Version.Key) {
				continue
			}
			if overdue[r.Version.Key] == nil {
				keys = append(keys, r.Version.Key)
			}
			overdue[r.Version.Key] = append(overdue[r.Version.Key], r)
		}
		var found []finding.Finding
		for _, key := range keys {
			found = append(found, overdueFinding(overdue[key]))
		}
		return found, err
	}
}

// overdueFinding counts those for whom one requirement is overdue.
func overdueFinding(results []Result) finding.Finding {
	slices.SortStableFunc(results, func(a, b Result) int { return cmp.Compare(a.Due, b.Due) })
	first := results[0]
	names := make([]string, 0, namesShown)
	for _, r := range results[:min(len(results), namesShown)] {
		names = append(names, r.Name)
	}
	return finding.Finding{Code: "requirement.overdue_" + string(first.Subject.Kind), Severity: first.Severity, Verb: "look",
		Link: "/requirements?rule=" + first.Version.Key,
		Args: map[string]any{"kind": first.Version.Key, "title": first.Title, "titleEn": cmp.Or(first.English, first.Title),
			"count": len(results), "names": strings.Join(names, "、"), "due": string(first.Due)}}
}
