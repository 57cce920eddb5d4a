// Package today is what needs doing now: the nursery's day counted, and the
// findings of the areas, worst first.
package today

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"yayuan/backend/calendar"
	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/roster"
)

// Class is a class's day counted.
type Class struct {
	ID     string
	Name   string
	Kind   roster.Kind
	Places int
	dailylog.Counts
}

// Overview is the page.
type Overview struct {
	Day      day.Day
	Calendar calendar.Day
	Closure  string // why the nursery is closed, empty when open
	Counts   dailylog.Counts
	Classes  []Class
	Todo     []finding.Finding
}

// countByClass counts the rows of all classes.
func countByClass(classes []roster.Class, children []dailylog.BoardChild) []Class {
	rows := map[string][]dailylog.BoardChild{}
	for _, child := range children {
		rows[child.ClassID] = append(rows[child.ClassID], child)
	}
	out := make([]Class, 0, len(classes))
	for _, class := range classes {
		out = append(out, Class{ID: class.ID, Name: class.Name, Kind: class.Kind, Places: class.Places,
			Counts: dailylog.Count(rows[class.ID])})
	}
	return out
}

// todo makes the findings of a day: fever first, then children who came
// without a check, then those nobody has explained after the set hour.
func todo(on day.Day, now time.Time, unexplainedAfter time.Time, children []dailylog.BoardChild) []finding.Finding {
	found := []finding.Finding{}
	for _, child := range children {
		found = append(found, ofChild(on, now, unexplainedAfter, child)...)
	}
	return found
}

// worstFirst orders the page: what happens to children now, then by how bad it is.
func worstFirst(found []finding.Finding) {
	slices.SortStableFunc(found, func(a, b finding.Finding) int {
		return cmp.Or(cmp.Compare(weight(a), weight(b)), cmp.Compare(a.Severity.Rank(), b.Severity.Rank()))
	})
}

func ofChild(on day.Day, now, unexplainedAfter time.Time, child dailylog.BoardChild) []finding.Finding {
	make := func(code string, severity finding.Severity, verb string) finding.Finding {
		return finding.Finding{Code: code, Severity: severity, Args: map[string]any{"name": name(child)},
			ChildID: child.ID, ClassID: child.ClassID, Link: fmt.Sprintf("/board/%s/%s", child.ClassID, on), Verb: verb}
	}
	var found []finding.Finding
	check := child.Recorded("check")
	if check != nil && check.Check.Fever && child.State == dailylog.Present {
		fever := make("today.fever", finding.Bad, "look")
		fever.Args["temperature"] = fmt.Sprintf("%d.%d", *check.Check.Temperature/10, *check.Check.Temperature%10)
		found = append(found, fever)
	} else if check != nil && abnormal(check.Check) && child.State == dailylog.Present {
		found = append(found, make("today.abnormal", finding.Bad, "look"))
	}
	if left := child.Recorded("departure"); left != nil && left.Mark != nil && left.Mark.Verdict.Alarming() {
		found = append(found, make("today.collected_"+string(left.Mark.Verdict), finding.Bad, "departure"))
		found[len(found)-1].Args["by"] = collectorName(left.Mark)
	}
	came := child.State == dailylog.Present || child.State == dailylog.Left
	switch {
	case came && child.Hold != nil:
		alarm := make("today.hold_arrived", finding.Bad, "look")
		alarm.Args["until"] = string(child.Hold.Until)
		found = append(found, alarm)
	case came && !child.Due():
		found = append(found, make("today.not_due", finding.Info, "look"))
	}
	switch {
	case child.State == dailylog.Present && check == nil:
		found = append(found, make("today.unchecked", finding.Warn, "check"))
	case child.State == dailylog.Awaited && now.After(later(unexplainedAfter, begins(on, child.Slot).Add(afterStart))):
		found = append(found, make("today.awaited", finding.Bad, "contact"))
	case child.State == dailylog.OnLeave && hasMeal(child):
		found = append(found, make("today.fed_absent", finding.Warn, "look"))
	}
	return found
}

// afterStart is how long after its agreed time a child is waited for before
// anybody asks.
const afterStart = 30 * time.Minute

// begins is when a child is due on a day: by the agreed time, at noon for an
// afternoon without one, else from the morning on.
func begins(on day.Day, slot roster.Slot) time.Time {
	text := slot.Starts
	if text == "" && slot.Part == roster.Afternoon {
		text = "12:00"
	}
	at, err := time.Parse("15:04", text)
	if err != nil {
		return on.At(0, 0)
	}
	return on.At(at.Hour(), at.Minute())
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func name(child dailylog.BoardChild) string {
	if child.Nickname != "" && child.Nickname != child.Name {
		return child.Name + "（" + child.Nickname + "）"
	}
	return child.Name
}

// collectorName is who collected as it was written down: name, relation, or both.
func collectorName(mark *dailylog.MarkDetail) string {
	if mark.Person != "" && mark.Relation != "" {
		return mark.Person + "（" + mark.Relation + "）"
	}
	return mark.Person + mark.Relation
}

func abnormal(c *dailylog.CheckDetail) bool {
	return c.Touch == "abnormal" || c.Look == "abnormal" || c.Ask == "abnormal" || c.Search == "abnormal"
}

func hasMeal(child dailylog.BoardChild) bool {
	for _, e := range child.Cells {
		if e.Register == dailylog.Meal && !e.Void {
			return true
		}
	}
	return false
}

func weight(f finding.Finding) int {
	order := map[string]int{"today.collected_forbidden": 0, "today.fever": 1, "today.hold_arrived": 1, "today.abnormal": 2, "today.collected_stranger": 3,
		"today.collected_ended": 3, "today.collected_not_yet": 3, "today.collected_used": 3, "today.awaited": 4, "today.unchecked": 5}
	if w, ok := order[f.Code]; ok {
		return w
	}
	return 9
}
