// Package finding is the currency of Today and of checks before a filing: one
// thing that is missing, due or wrong, with the people it is about and the
// place where it can be put right.
package finding

import "slices"

// Severity orders findings.
type Severity string

// The severities, worst first.
const (
	Bad  Severity = "bad"  // a safety fact or a filing that would be sent back
	Warn Severity = "warn" // to be done today
	Info Severity = "info" // good to know
)

// Rank is 0 for the worst, and more the less it presses.
func (s Severity) Rank() int { return slices.Index([]Severity{Bad, Warn, Info}, s) }

// Finding is one thing to do. Code and arguments make the sentence in the
// interface; Verb is the one thing that puts it right.
type Finding struct {
	Code     string         `json:"code"`
	Severity Severity       `json:"severity" enum:"bad,warn,info"`
	Args     map[string]any `json:"args"`
	ChildID  string         `json:"childId"`
	ClassID  string         `json:"classId"`
	Link     string         `json:"link" doc:"page of the interface where it is put right"`
	Verb     string         `json:"verb" doc:"key of the button's word"`
}
