// Package dailylog is each child's day as it happened: arrival, morning
// check, meals, departure. A fact is a row; a correction is a new row that
// supersedes; nothing is overwritten and nothing is written that was not seen.
package dailylog

import (
	"time"
	"unicode/utf8"

	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/roster"
)

// Register is a kind of fact.
type Register string

// The registers.
const (
	Arrival   Register = "arrival"
	Check     Register = "check"
	Departure Register = "departure"
	Meal      Register = "meal"
)

// Amount that a child ate; neither good nor bad.
type Amount string

// Amounts, most first: 吃完 大半 一半 少量 未吃.
var Amounts = []Amount{"all", "most", "half", "little", "none"}

// DefaultAmount is what 'the rest' writes.
const DefaultAmount Amount = "all"

// Period of the day of a kind of class.
type Period struct {
	Key    string // breakfast, morning_snack, lunch …
	Kind   string // meal or snack
	Starts string // HH:MM in the nursery's zone
	Ends   string
}

// Entry is what every fact has in common.
type Entry struct {
	ID         string
	ActID      string
	ChildID    string
	ClassID    string
	Day        day.Day
	Register   Register
	Slot       string // the period of a meal
	Void       bool
	Revision   int64
	Supersedes string
	HappenedAt time.Time
	EnteredAt  time.Time
	ReceivedAt time.Time
	Late       bool // 补录: entered more than the rule's minutes after it happened
	Corrected  bool
	ByDefault  bool // written by 'the rest', nobody looked at this child
	ActorID    string
	ActorName  string
	Reason     string

	lateVersion int
	Mark        *MarkDetail
	Check       *CheckDetail
	Amount      Amount
}

// MarkDetail belongs to an arrival (who brought) or a departure (who collected).
type MarkDetail struct {
	Person    string
	Relation  string
	Note      string
	Collector string         // whom the departure names on the child's list, if anybody
	Verdict   roster.Verdict // what the list said of them at that moment
}

// CheckDetail is a morning check: touch, look, ask, search (一摸二看三问四查).
// What was not looked at stays empty.
type CheckDetail struct {
	Temperature *int   // tenths of °C
	Method      string // axillary, forehead, ear
	Touch       string // ok, abnormal, or empty: not recorded
	Look        string
	Ask         string
	Search      string
	Findings    string
	ParentSays  string
	Card        string // green, yellow, red
	Fever       bool   // at or above the rule's threshold
	feverRule   int
}

// State of a child on a day.
type State string

// The states. Awaited is 'expected, not arrived, nothing said'.
const (
	Awaited State = "awaited"
	Present State = "present"
	Left    State = "left"
	OnLeave State = "leave"
	Off     State = "off" // not due: closed, or not one of the child's days
)

// StateOf derives where a child is from what was recorded; nothing else makes
// a child present. An arrival is a fact also of a child on leave.
func StateOf(arrived, checked, departed, excused, due bool) State {
	switch {
	case departed:
		return Left
	case arrived || checked:
		return Present
	case excused:
		return OnLeave
	case !due:
		return Off
	}
	return Awaited
}

// clockSkew is how far a device's clock may run ahead of the server's.
const clockSkew = 2 * time.Minute

// earlyMeal is how long before its time a meal may be written down.
const earlyMeal = 30 * time.Minute

// checkTimes refuses what would lie in the future or on another day.
func checkTimes(on day.Day, happened, now time.Time) error {
	switch {
	case happened.IsZero():
		return timeMissing.At("happenedAt")
	case happened.After(now.Add(clockSkew)):
		return timeFuture.At("happenedAt")
	case day.Of(happened) != on:
		return timeOtherDay.At("happenedAt").With("day", string(on))
	}
	return nil
}

// IsLate tells whether an entry was written more than some minutes after it
// happened. Waiting in an outbox is not lateness: received_at plays no part.
func IsLate(happened, entered time.Time, minutes int) bool {
	return entered.Sub(happened) > time.Duration(minutes)*time.Minute
}

func knownAmount(amount Amount) bool {
	for _, each := range Amounts {
		if each == amount {
			return true
		}
	}
	return false
}

// Check refuses a morning check that says nothing or contradicts itself.
func (c CheckDetail) Check() error {
	var faults []*fault.Fault
	if c.Temperature != nil && (*c.Temperature < 340 || *c.Temperature > 430) {
		faults = append(faults, temperatureBad.At("temperature"))
	}
	if c.Temperature != nil && c.Method == "" {
		faults = append(faults, methodMissing.At("method"))
	}
	if c.Temperature == nil && c.Method != "" {
		faults = append(faults, temperatureMissing.At("temperature"))
	}
	for field, text := range map[string]string{"findings": c.Findings, "parentSays": c.ParentSays} {
		if utf8.RuneCountInString(text) > 500 {
			faults = append(faults, tooLong.At(field).With("max", 500))
		}
	}
	empty := c.Temperature == nil && c.Touch+c.Look+c.Ask+c.Search+c.Card+c.Findings+c.ParentSays == ""
	if empty {
		faults = append(faults, checkEmpty)
	}
	if (c.Touch == "abnormal" || c.Look == "abnormal" || c.Ask == "abnormal" || c.Search == "abnormal") && c.Findings == "" {
		faults = append(faults, findingsMissing.At("findings"))
	}
	return fault.Join(faults)
}

// mealTime is when a meal that is being written down happened: now while it
// is being served, else the end of its period.
func mealTime(on day.Day, p Period, entered time.Time) (time.Time, error) {
	starts, ends := clock(on, p.Starts), clock(on, p.Ends)
	switch {
	case entered.Before(starts.Add(-earlyMeal)):
		return time.Time{}, notYet.With("time", p.Starts)
	case entered.Before(ends):
		return entered, nil
	}
	return ends, nil
}

func clock(on day.Day, text string) time.Time {
	t, err := time.Parse("15:04", text)
	if err != nil {
		return on.At(0, 0)
	}
	return on.At(t.Hour(), t.Minute())
}
