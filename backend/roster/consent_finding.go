package roster

import (
	"context"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
	"yayuan/backend/rules"
)

// EndingRule says how many days before its end an agreement is to be renewed,
// and how well founded it is that there must be one (R15).
type EndingRule struct {
	WarnDays int `json:"warnDays"`
}

func (c *Consents) endingRule(ctx context.Context, on day.Day) (EndingRule, error) {
	var rule EndingRule
	_, err := c.rules.Value(ctx, rules.AgreementEnding, on, &rule)
	return rule, err
}

// ChildStandings is one child of the overview with what holds of each kind.
type ChildStandings struct {
	Placed
	Kinds []KindStanding
}

// Overview lists the children of today with what holds of each kind.
func (c *Consents) Overview(ctx context.Context) ([]ChildStandings, error) {
	if err := identity.Require(ctx, identity.WriteConsents); err != nil {
		return nil, err
	}
	var list []ChildStandings
	err := c.store.Read(ctx, func(ctx context.Context) error {
		var err error
		list, err = c.ofToday(ctx)
		return err
	})
	return list, err
}

func (c *Consents) ofToday(ctx context.Context) ([]ChildStandings, error) {
	placed, err := c.PlacedOn(ctx, c.store.Today(), Who{})
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(placed))
	for i, child := range placed {
		ids[i] = child.ID
	}
	standings, err := c.standings(ctx, ids, c.store.Today())
	list := make([]ChildStandings, 0, len(placed))
	for _, child := range placed {
		list = append(list, ChildStandings{Placed: child, Kinds: standings[child.ID]})
	}
	return list, err
}

// lacking are the codes of what is wrong with a kind, worst first.
var lacking = []string{"ended", "missing", "ending"}

// Lacks says what is wrong with a wanted kind, "" when nothing is: a refusal
// is an answer, and a withdrawal too, but no agreement is.
func (k KindStanding) Lacks() string {
	switch {
	case !k.Wanted:
		return ""
	case k.State == ConsentEnded:
		return "ended"
	case k.State == ConsentMissing, k.Form == Agreement && k.State != ConsentGiven:
		return "missing"
	case k.Ending:
		return "ending"
	}
	return ""
}

// namesShown is how many children a finding names before it only counts.
const namesShown = 3

// Findings tells who keeps the consents which are missing, ended or near
// their end; one finding a kind, however many children.
func (c *Consents) Findings(ctx context.Context) ([]finding.Finding, error) {
	if identity.ScopeOf(ctx, identity.WriteConsents) == identity.None {
		return nil, nil
	}
	list, err := c.ofToday(ctx)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	found := []finding.Finding{}
	for i, kind := range list[0].Kinds {
		for _, code := range lacking {
			var children []Child
			for _, child := range list {
				if child.Kinds[i].Lacks() == code {
					children = append(children, child.Child)
				}
			}
			if len(children) > 0 {
				found = append(found, consentFinding(kind.ConsentKind, code, children))
			}
		}
	}
	return found, nil
}

func consentFinding(kind ConsentKind, code string, children []Child) finding.Finding {
	names := make([]string, 0, namesShown)
	for _, child := range children[:min(len(children), namesShown)] {
		names = append(names, child.Name)
	}
	f := finding.Finding{Code: "consent." + code, Severity: finding.Warn, Link: "/consents", Verb: "consents",
		Args: map[string]any{"kind": kind.Name, "count": len(children), "names": strings.Join(names, "、"), "grade": gradeOf(kind.Form)}}
	if code == "ending" {
		f.Severity = finding.Info
	}
	if len(children) == 1 {
		f.ChildID, f.Link = children[0].ID, "/children/"+children[0].ID
	}
	return f
}

// gradeOf says how well founded it is that a kind must be there: R15 for
// agreements, R95 for personal information; the rest is the nursery's wish.
func gradeOf(form ConsentForm) string {
	switch form {
	case Agreement:
		return "B(draft)"
	case PersonalInfo:
		return "B"
	}
	return "I"
}
