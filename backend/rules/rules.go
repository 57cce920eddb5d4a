// Package rules keeps the rules of the field as rows: each with jurisdiction,
// dates in force, source and grade of evidence. A result says which version
// it used.
package rules

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// Rule is one version of one rule.
type Rule struct {
	Key          string          `json:"key"`
	Version      int             `json:"version"`
	Jurisdiction string          `json:"jurisdiction"` // GB/T 2260 code, "CN", or "*" for a default of the product
	From         day.Day         `json:"from"`
	Until        day.Day         `json:"until"` // last day in force, empty when open
	Value        json.RawMessage `json:"value"`
	Source       string          `json:"source"`
	Grade        string          `json:"grade"` // A official page … I inference; own: set by the nursery
}

// The keys that the program asks for.
const (
	LateMinutes      = "log.late_minutes"
	Fever            = "check.fever"
	UnexplainedAfter = "today.unexplained_after"
	AgreementEnding  = "agreement.ending"
	HomeNursery      = "class.home"   // R26
	ClassAhead       = "class.ahead"  // how many days ahead a class is looked at
	OldestChild      = "child.oldest" // R24
)

// ClassKey is the rule of age band and size of a class kind (R01–R04).
func ClassKey(kind string) string { return "class." + kind }

// Band is the value of a class rule: ages in completed months, min included
// and max excluded, and the greatest number of children. Strict says that a
// child below the band is a breach, not only something to look at (R04).
type Band struct {
	MinMonths int  `json:"minMonths"`
	MaxMonths int  `json:"maxMonths"`
	Size      int  `json:"size"`
	Strict    bool `json:"strict"`
}

// HomeLimit is the value of the rule of home nurseries (R26).
type HomeLimit struct {
	Children     int `json:"children"`
	PerCaregiver int `json:"perCaregiver"`
}

// Oldest is the value of the rule of children who have outgrown a nursery, in
// completed months (R24).
type Oldest struct {
	WarnMonths int `json:"warnMonths"`
	BadMonths  int `json:"badMonths"`
}

//go:embed catalogue.json
var catalogueFile []byte

// Catalogue is what the program ships.
func Catalogue() []Rule {
	var rows []Rule
	if err := json.Unmarshal(catalogueFile, &rows); err != nil {
		panic(fmt.Sprintf("rules: catalogue: %v", err))
	}
	return rows
}

var unset = fault.Define(fault.NotFound, "rules.unset")

// InForce picks of all versions of one key the latest that is in force on a
// day; none in force is 'not set', never a default.
func InForce(rows []Rule, key string, on day.Day) (Rule, error) {
	var best Rule
	for _, row := range rows {
		if row.Key != key || row.From > on || (row.Until != "" && row.Until < on) {
			continue
		}
		if row.Version > best.Version {
			best = row
		}
	}
	if best.Version == 0 {
		return best, unset.With("key", key)
	}
	return best, nil
}

// current picks what is in force on a day, one version a key, in the order of
// the catalogue; a key that is nowhere in force is left out.
func current(rows []Rule, on day.Day) []Rule {
	list, seen := []Rule{}, map[string]bool{}
	for _, row := range rows {
		if seen[row.Key] {
			continue
		}
		seen[row.Key] = true
		if rule, err := InForce(rows, row.Key, on); err == nil {
			list = append(list, rule)
		}
	}
	place := map[string]int{}
	for i, rule := range Catalogue() {
		place[rule.Key] = i
	}
	slices.SortFunc(list, func(a, b Rule) int { return place[a.Key] - place[b.Key] })
	return list
}
