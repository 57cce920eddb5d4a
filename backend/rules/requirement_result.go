package rules

import (
	"yayuan/backend/day"
	"yayuan/backend/finding"
)

// State of a requirement for one subject on one day.
type State string

// The states. Due is 'to be done, the due day with its grace is not over' and
// also what is held but ends within the days of warning.
const (
	Fulfilled     State = "fulfilled"
	Due           State = "due"
	Overdue       State = "overdue"
	NotApplicable State = "not_applicable"
	Unknown       State = "unknown" // data are missing; never a pass
)

// Why explains a state that is not a matter of days.
type Why string

// The explanations; the first seven belong to 'not applicable', the others to
// 'unknown' and 'overdue'.
const (
	NotInForce  Why = "not_in_force" // no version is in force, or none was at the event
	SwitchedOff Why = "off"
	Elsewhere   Why = "not_concerned" // the condition does not hold
	NotYet      Why = "not_yet"       // Due says when it begins to matter
	Left        Why = "left"          // no stay on the day and none to come
	OnLeave     Why = "on_leave"      // the clock stands still
	NoEvent     Why = "no_event"      // no event of this kind, or too old for every age
	NoStart     Why = "no_start"      // the start of the stay is not recorded
	NoBirth     Why = "no_birth"
	NoAttribute Why = "no_attribute" // Missing names it
	NoUntil     Why = "no_until"     // the paper's end is not recorded
	TooShort    Why = "too_short"    // the paper's validity is shorter than demanded
	NoSource    Why = "no_source"    // no area can hand in such facts yet
)

// Version names the row that a result used.
type Version struct {
	Key          string
	Own          bool
	Number       int
	Jurisdiction string
}

// Result is what a requirement comes to for one subject on one day.
type Result struct {
	Subject  Ref
	Name     string // of the subject, as its area says
	Version  Version
	Title    string // of the rule, as it stood in the version
	English  string
	Severity finding.Severity
	State    State
	Why      Why
	Missing  string  // the attribute that is not known
	Due      day.Day // last day on which it is still in time; when fulfilled, of the next; empty when nothing will fall due
	Since    day.Day // first day of the state, where it can be told
	Late     bool    // fulfilled after the due day and its grace
	Missed   day.Day // due day of the period or age before, when that was missed for good
	Belated  bool    // the due day is over, but it can still be made up
	By       []Proof

	Reached, Needed                 int // minutes or times of a sum
	ReachedPractice, NeededPractice int // minutes
}

// Proof is a fact that a result rests on.
type Proof struct {
	Record
	Kind       string
	Day, Until day.Day
}

// Standing is a result in the word of those who have to act.
type Standing string

// The standings, in the order in which they are seen to.
const (
	StandsOverdue   Standing = "overdue"
	StandsBelated   Standing = "belated" // 补办中: past the due day, to be made up
	StandsDue       Standing = "due"
	StandsUnknown   Standing = "unknown"
	StandsFulfilled Standing = "fulfilled"
	StandsUnsourced Standing = "unsourced" // nobody can record it yet
	StandsOutside   Standing = "not_applicable"
)

var standings = []Standing{StandsOverdue, StandsBelated, StandsDue, StandsUnknown, StandsFulfilled, StandsUnsourced, StandsOutside}

// Standing says how a result is to be taken.
func (r Result) Standing() Standing {
	switch {
	case r.Why == NoSource:
		return StandsUnsourced
	case r.Belated && (r.State == Due || r.State == Overdue):
		return StandsBelated
	}
	return Standing(r.State)
}

// NextDue is the first due day of results that lies on or after a day; empty
// when there is none.
func NextDue(results []Result, on day.Day) day.Day {
	var next day.Day
	for _, r := range results {
		if r.Due != "" && r.Due >= on && (next == "" || r.Due < next) {
			next = r.Due
		}
	}
	return next
}
