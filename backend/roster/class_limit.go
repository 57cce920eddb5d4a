package roster

import (
	"time"

	"yayuan/backend/day"
	"yayuan/backend/rules"
)

// Limit is the age band and size of a kind of class, with the rule it is from.
type Limit struct {
	rules.Band
	Rule rules.Rule
}

// Limits is everything that classes are measured by on a day.
type Limits struct {
	Kinds  map[Kind]Limit // a kind without a rule in force is not measured
	Oldest rules.Oldest
	Old    rules.Rule
	Home   *rules.HomeLimit // only for a home nursery
	AtHome rules.Rule
	Ahead  int // how many days ahead one looks
}

// Turns is the first day on which a child has completed so many months, as
// day.Months counts them: born on the 31st, a shorter month is completed on
// the first of the next.
func Turns(birth day.Day, months int) day.Day {
	t := birth.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	on := first.AddDate(0, 0, t.Day()-1)
	if on.Month() != first.Month() {
		on = first.AddDate(0, 1, 0)
	}
	return day.Day(on.Format(time.DateOnly))
}

// Outgrown is the stay of a child in a class from the day on which it is too
// old for it.
type Outgrown struct {
	Child   Child
	ClassID string
	Day     day.Day // the first day outside the band, maybe past
}

// outgrown lists who becomes too old for the class of a placement by a last
// day, soonest first within the order of the placements.
func outgrown(classes map[string]Class, limits Limits, placements []Placement, children map[string]Child, on, last day.Day) []Outgrown {
	var out []Outgrown
	for _, p := range placements {
		limit, known := limits.Kinds[classes[p.ClassID].Kind]
		child, live := children[p.ChildID]
		if !known || !live || child.BirthDate == "" {
			continue
		}
		turns := Turns(child.BirthDate, limit.MaxMonths)
		begins := max(turns, p.From)
		if begins > last || (p.Until != "" && (begins > p.Until || p.Until < on)) {
			continue
		}
		out = append(out, Outgrown{Child: child, ClassID: p.ClassID, Day: turns})
	}
	return out
}

// seated counts who is placed where on a day.
func seated(placements []Placement, children map[string]Child, on day.Day) map[string][]Child {
	seats := map[string][]Child{}
	for _, p := range placements {
		if child, live := children[p.ChildID]; live && p.On(on) {
			seats[p.ClassID] = append(seats[p.ClassID], child)
		}
	}
	return seats
}
