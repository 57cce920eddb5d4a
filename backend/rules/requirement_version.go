package rules

import (
	"slices"
	"strings"

	"yayuan/backend/day"
)

// Covering picks the rows that can count at a place, a GB/T 2260 code; with
// an empty place only what is national, default or the nursery's own.
func Covering(rows []Requirement, place string) []Requirement {
	var found []Requirement
	for _, row := range rows {
		if Covers(row.Jurisdiction, place) {
			found = append(found, row)
		}
	}
	return found
}

// Covers tells whether a jurisdiction reaches over a place: 330000 over the
// province, 330100 over the city, 330105 over the district.
func Covers(jurisdiction, place string) bool {
	switch jurisdiction {
	case "*", "CN":
		return true
	}
	return place != "" && strings.HasPrefix(place, prefix(jurisdiction))
}

// prefix is the code without the pairs of zeros that stand for 'all of it'.
func prefix(code string) string {
	for len(code) > 2 && strings.HasSuffix(code, "00") {
		code = code[:len(code)-2]
	}
	return code
}

// rank orders rows of one key that are in force together: the nursery's own
// before the district's, city's, province's, the national one and the default.
func rank(row Requirement) int {
	switch {
	case row.Own:
		return 100
	case row.Jurisdiction == "*":
		return 0
	case row.Jurisdiction == "CN":
		return 1
	}
	return len(prefix(row.Jurisdiction))
}

// InForceOn picks of the rows of one key the version that counts on a day.
// Within one jurisdiction the latest that has begun ends the ones before, also
// when it has ended itself.
func InForceOn(rows []Requirement, on day.Day) (Requirement, bool) {
	best := -1
	for i := range rows {
		row := &rows[i]
		if row.From > on || row.State == Shipped || (row.Until != "" && row.Until < on) || followed(rows, row, on) {
			continue
		}
		if best < 0 || rank(*row) > rank(rows[best]) {
			best = i
		}
	}
	if best < 0 {
		return Requirement{}, false
	}
	return rows[best], true
}

// followed tells whether a later version of the same jurisdiction has begun.
func followed(rows []Requirement, row *Requirement, on day.Day) bool {
	for i := range rows {
		if rows[i].Version > row.Version && rows[i].From <= on && rank(rows[i]) == rank(*row) {
			return true
		}
	}
	return false
}

// byKey groups rows, the keys in order of their first row.
func byKey(rows []Requirement) (keys []string, groups map[string][]Requirement) {
	groups = map[string][]Requirement{}
	for _, row := range rows {
		if !slices.Contains(keys, row.Key) {
			keys = append(keys, row.Key)
		}
		groups[row.Key] = append(groups[row.Key], row)
	}
	return keys, groups
}
