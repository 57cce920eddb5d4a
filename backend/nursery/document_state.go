package nursery

import (
	"slices"

	"yayuan/backend/day"
)

// PaperState is where a paper of the list stands.
type PaperState string

// The states, worst first.
const (
	PaperMissing PaperState = "missing"
	PaperExpired PaperState = "expired"
	PaperShort   PaperState = "short" // in validity, but for a shorter time than is asked for
	PaperDue     PaperState = "due"
	PaperOK      PaperState = "ok"
	PaperUnknown PaperState = "unknown" // the profile does not say whether it is needed
	PaperAhead   PaperState = "ahead"   // in validity from a later day on
	PaperRenewed PaperState = "renewed" // superseded by a later paper
)

var paperOrder = []PaperState{PaperMissing, PaperExpired, PaperShort, PaperDue, PaperUnknown, PaperOK, PaperAhead, PaperRenewed}

// Paper is a line of the list: a document, or the lack of one.
type Paper struct {
	Kind     DocumentKind
	Document Document // without an id when there is none
	State    PaperState
	Until    day.Day // when it lapses, by its own end or by the interval; empty for never
}

// Papers makes the list of a day: every document that is not void, and what is
// needed but not there. What lapses first stands first within a state.
func Papers(p Profile, documents []Document, on day.Day) []Paper {
	next, alive := map[string]Document{}, map[string]bool{}
	for _, d := range documents {
		if d.VoidReason == "" && d.Renews != "" {
			next[d.Renews] = d
		}
	}
	papers := []Paper{}
	for _, d := range documents {
		kind, known := kindOf(d.Kind)
		if d.VoidReason != "" || !known {
			continue
		}
		paper := Paper{Kind: kind, Document: d, Until: lapses(kind, d)}
		renewal, renewed := next[d.ID]
		switch {
		case renewed && renewal.IssuedOn <= on:
			paper.State = PaperRenewed
		case d.IssuedOn > on:
			paper.State = PaperAhead
		default:
			paper.State, alive[d.Kind] = stateOf(paper, on), true
			if paper.State == PaperDue && renewed && renewal.IssuedOn <= paper.Until.Add(1) {
				paper.State = PaperOK
			}
		}
		papers = append(papers, paper)
	}
	for _, kind := range DocumentKinds {
		switch needed, known := needs(p, kind); {
		case alive[kind.Kind]:
		case needed:
			papers = append(papers, Paper{Kind: kind, State: PaperMissing})
		case !known:
			papers = append(papers, Paper{Kind: kind, State: PaperUnknown})
		}
	}
	slices.SortStableFunc(papers, func(a, b Paper) int {
		if a.State != b.State {
			return slices.Index(paperOrder, a.State) - slices.Index(paperOrder, b.State)
		}
		return compareUntil(a.Until, b.Until)
	})
	return papers
}

func compareUntil(a, b day.Day) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "" || a < b:
		return -1
	}
	return 1
}

// needs tells whether the nursery must have a paper, and whether the profile
// says enough to know.
func needs(p Profile, kind DocumentKind) (needed, known bool) {
	switch kind.Needs {
	case "always":
		return true, true
	case "owned", "rented":
		return p.Premises == kind.Needs, p.Premises != ""
	case "kitchen", "delivered":
		return p.Meals == kind.Needs, p.Meals != ""
	}
	return false, true
}

func lapses(kind DocumentKind, d Document) day.Day {
	until := d.ValidUntil
	switch {
	case kind.Yearly:
		// A report of one year holds until the end of the next.
		next := day.Day(d.IssuedOn.AddMonths(12)[:4] + "-12-31")
		return earlier(until, next)
	case kind.EveryMonths > 0:
		return earlier(until, d.IssuedOn.AddMonths(kind.EveryMonths).Add(-1))
	}
	return until
}

func earlier(a, b day.Day) day.Day {
	if a != "" && a < b {
		return a
	}
	return b
}

func stateOf(paper Paper, on day.Day) PaperState {
	d := paper.Document
	least := paper.Kind.LeastMonths
	switch {
	case paper.Until != "" && paper.Until < on:
		return PaperExpired
	case least > 0 && d.ValidUntil != "" && d.ValidUntil.Add(1) < d.IssuedOn.AddMonths(least):
		return PaperShort
	case paper.Until != "" && paper.Until.Add(-d.RemindDays) <= on:
		return PaperDue
	}
	return PaperOK
}
