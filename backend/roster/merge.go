package roster

import (
	"slices"
	"strings"

	"yayuan/backend/day"
)

// Suspect is a pair of registrations that may be the same child, and why.
type Suspect struct {
	First, Second Child // the older registration first
	Why           string
}

// Why two registrations may be of one child.
const (
	SameNameAndBirth = "name_birth"
	SamePhone        = "phone"
)

// alike tells whether two names may be the same, written by different hands:
// equal, equal by sound, or one character apart.
func alike(a, b string) bool {
	if a == b || full(a) == full(b) && full(a) != "" {
		return true
	}
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) || len(x) < 2 {
		return false
	}
	apart := 0
	for i := range x {
		if x[i] != y[i] {
			apart++
		}
	}
	return apart == 1
}

// nearBirth tells whether two birth dates may be one: equal, one not known, or
// a single slip in year, month or day.
func nearBirth(a, b day.Day) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	x, y := strings.Split(string(a), "-"), strings.Split(string(b), "-")
	apart := 0
	for i := range x {
		if i < len(y) && x[i] != y[i] {
			apart++
		}
	}
	return apart == 1
}

// mayBeOne tells whether two children with a guardian's phone in common may be
// the same; an ID number each, or two sexes, say that they are two.
func mayBeOne(a, b Child) bool {
	if a.IDNumber != "" && b.IDNumber != "" || a.Sex != "" && b.Sex != "" && a.Sex != b.Sex {
		return false
	}
	return alike(a.Name, b.Name) && nearBirth(a.BirthDate, b.BirthDate)
}

// both finds the first day on which two children are placed, and by which
// placement of the second.
func both(first, second []Placement) (day.Day, Placement, bool) {
	found, by := day.Day(""), Placement{}
	for _, a := range first {
		for _, b := range second {
			on := max(a.From, b.From)
			if a.On(on) && b.On(on) && (found == "" || on < found) {
				found, by = on, b
			}
		}
	}
	return found, by, found != ""
}

// family follows pointers: who was merged into whom.
type family map[string]string

// root is the child that is kept.
func (f family) root(id string) string {
	if into, merged := f[id]; merged {
		return into
	}
	return id
}

// of lists every registration of a child, the kept one first.
// Of nobody it is nothing.
func (f family) of(id string) []string {
	if id == "" {
		return nil
	}
	root := f.root(id)
	ids := []string{root}
	for child, into := range f {
		if into == root {
			ids = append(ids, child)
		}
	}
	slices.Sort(ids[1:])
	return ids
}
