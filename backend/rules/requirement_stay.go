package rules

import (
	"slices"
	"strings"

	"yayuan/backend/day"
)

// stay is a span with the last day of the one before it.
type stay struct {
	Span
	after day.Day // empty for the first
}

// joined sorts spans and makes one of those that overlap or adjoin, or that
// an absence of less than so many months parts.
func joined(spans []Span, months int) []Span {
	sorted := slices.Clone(spans)
	slices.SortFunc(sorted, func(a, b Span) int { return strings.Compare(string(a.From), string(b.From)) })
	var out []Span
	for _, next := range sorted {
		if next.From == "" {
			continue
		}
		if len(out) > 0 && !parted(out[len(out)-1].Until, next.From, months) {
			last := &out[len(out)-1]
			if last.Until != "" && (next.Until == "" || next.Until > last.Until) {
				last.Until = next.Until
			}
			continue
		}
		out = append(out, next)
	}
	return out
}

// parted tells whether between a last day and a day of return lies an absence
// of at least so many months, or of a day when months is 0.
func parted(last, back day.Day, months int) bool {
	if last == "" {
		return false
	}
	if months == 0 {
		return last.Add(1) < back
	}
	return last.AddMonths(months) < back
}

// stays gives the subject's stays as a demand sees them. A leave of absence
// as long as the absence that the demand names parts a stay as well.
func (s Subject) stays(away int) []stay {
	spans := joined(s.Stays, 0)
	if away > 0 {
		for _, leave := range joined(s.Leaves, 0) {
			if leave.Until != "" && parted(leave.From.Add(-1), leave.Until.Add(1), away) {
				spans = cut(spans, leave)
			}
		}
	}
	var out []stay
	for i, span := range joined(spans, away) {
		next := stay{Span: span}
		if i > 0 {
			next.after = out[i-1].Until
		}
		out = append(out, next)
	}
	return out
}

// cut takes a leave out of spans.
func cut(spans []Span, leave Span) []Span {
	var out []Span
	for _, span := range spans {
		if leave.Until < span.From || (span.Until != "" && span.Until < leave.From) {
			out = append(out, span)
			continue
		}
		if span.From < leave.From {
			out = append(out, Span{span.From, leave.From.Add(-1)})
		}
		if span.Until == "" || leave.Until < span.Until {
			out = append(out, Span{leave.Until.Add(1), span.Until})
		}
	}
	return out
}

// present picks the stay of a day, else the next one to come.
func present(stays []stay, on day.Day) (stay, bool) {
	for _, each := range stays {
		if each.On(on) || each.From > on {
			return each, true
		}
	}
	return stay{}, false
}

// onLeave tells whether a day lies in a leave of absence.
func (s Subject) onLeave(on day.Day) bool {
	return slices.ContainsFunc(s.Leaves, func(leave Span) bool { return leave.On(on) })
}

// paused moves a due day by the days of leave between the day that the clock
// was set and the due day; empty while an open leave holds it.
func (s Subject) paused(from, due day.Day) day.Day {
	for _, leave := range joined(s.Leaves, 0) {
		first := max(leave.From, from.Add(1))
		if first > due {
			break
		}
		if leave.Until == "" {
			return ""
		}
		if leave.Until >= first {
			due = due.Add(int(leave.Until.Time().Sub(first.Time()).Hours()/24) + 1)
		}
	}
	return due
}
