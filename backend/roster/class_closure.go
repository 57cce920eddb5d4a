package roster

import (
	"maps"
	"slices"

	"yayuan/backend/day"
)

// Closure is a time in which a class does not exist: from the first closed
// day until the last one, open while nobody knows.
type Closure struct {
	ID      string
	ClassID string
	From    day.Day
	Until   day.Day
	Reason  string
}

// touches tells whether a closure meets a span; an empty end is open.
func (c Closure) touches(from, until day.Day) bool {
	return (until == "" || c.From <= until) && (c.Until == "" || c.Until >= from)
}

// closedOn gives the closure that covers a day.
func closedOn(closures []Closure, class string, on day.Day) *Closure {
	for i, each := range closures {
		if each.ClassID == class && each.touches(on, on) {
			return &closures[i]
		}
	}
	return nil
}

func sortedDays(days map[day.Day]bool) []day.Day { return slices.Sorted(maps.Keys(days)) }
