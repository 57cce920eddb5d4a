package roster

import (
	"strings"
	"time"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
)

// movesMax is how many children one act may move: a whole large nursery.
const movesMax = 500

// Moves is what is to be done with several children at once.
type Moves struct {
	ID       string
	Children []string
	ClassID  string // where they go; empty: they leave the nursery
	Day      day.Day
	Reason   string
}

// Check refuses moves that cannot be meant.
func (m Moves) Check() error {
	switch {
	case len(m.Children) == 0:
		return movesNone.At("children")
	case len(m.Children) > movesMax:
		return movesMany.At("children").With("max", movesMax)
	case !m.Day.Valid():
		return dayBad.At("day")
	case m.ClassID == "" && clean(m.Reason) == "":
		return reasonMissing.At("reason")
	}
	return nil
}

// effective is the first day on which things are as the moves make them.
func (m Moves) effective() day.Day {
	if m.ClassID == "" {
		return m.Day.Add(1)
	}
	return m.Day
}

// after applies the moves to placements: what stands from their day on.
func (m Moves) after(placements []Placement) []Placement {
	moved := map[string]bool{}
	for _, child := range m.Children {
		moved[child] = true
	}
	from := m.effective()
	var out []Placement
	for _, p := range placements {
		if !moved[p.ChildID] || !p.On(from) {
			out = append(out, p)
			continue
		}
		if p.From < from {
			ended := p
			ended.Until = from.Add(-1)
			out = append(out, ended)
		}
		if m.ClassID != "" {
			p.ClassID, p.From, p.Until = m.ClassID, from, ""
			out = append(out, p)
		}
	}
	return out
}

// MovedClass is a class that moves would change.
type MovedClass struct {
	Class
	Before    int
	After     int
	Youngest  int // completed months of the children who would be in it, 0 when empty
	Eldest    int
	MinMonths int // of the rule, 0 when none is in force
	MaxMonths int
	Size      int
}

// MovePlan is what moves would lead to; nothing is written.
type MovePlan struct {
	Day      day.Day // the first on which it would be so
	Classes  []MovedClass
	Findings []finding.Finding // that the moved classes would have, known ones too
}

func planned(classes []Class, limits Limits, placements []Placement, children map[string]Child, m Moves) MovePlan {
	plan := MovePlan{Day: m.effective(), Classes: []MovedClass{}}
	// The day before is the measure for the first day of the plan: whoever
	// comes on that very day anyhow is there with and without the moves.
	before := seated(placements, children, plan.Day)
	after := seated(m.after(placements), children, plan.Day)
	leaving := map[string]bool{m.ClassID: true}
	for _, child := range m.Children {
		for _, p := range placements {
			if p.ChildID == child && p.On(plan.Day) {
				leaving[p.ClassID] = true
			}
		}
	}
	var touched []Class
	for _, class := range classes {
		if !leaving[class.ID] {
			continue
		}
		touched = append(touched, class)
		limit := limits.Kinds[class.Kind]
		moved := MovedClass{Class: class, Before: len(before[class.ID]), After: len(after[class.ID]),
			MinMonths: limit.MinMonths, MaxMonths: limit.MaxMonths, Size: limit.Size}
		moved.Youngest, moved.Eldest = ages(after[class.ID], plan.Day)
		plan.Classes = append(plan.Classes, moved)
	}
	plan.Findings = check(touched, limits, after, plan.Day)
	return plan
}

func ages(children []Child, on day.Day) (youngest, eldest int) {
	youngest = -1
	for _, child := range children {
		if child.BirthDate == "" {
			continue
		}
		months := day.Months(child.BirthDate, on)
		if youngest < 0 || months < youngest {
			youngest = months
		}
		eldest = max(eldest, months)
	}
	return max(youngest, 0), eldest
}

// MoveAct is an act that moved many children.
type MoveAct struct {
	ID         string
	ClassID    string // empty: they left
	Day        day.Day
	Reason     string
	At         time.Time
	By         identity.QuickPerson
	Children   int
	Undone     bool
	UndoReason string
}

// joined names placements in their order, ids with spaces between.
func joined(rows []placementRow) string {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	return strings.Join(ids, " ")
}
