package roster

import (
	"unicode/utf8"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// Placement puts a child into a class, in a mode, from a day until a last day
// (empty when open).
type Placement struct {
	ID         string
	ChildID    string
	ClassID    string
	Mode       Mode
	From       day.Day
	Until      day.Day
	TrialUntil day.Day // last day of the trial period (试托), empty without one
	FeePlan    string  // key of the fee plan, free text until fees are kept
	ExamOn     day.Day // of the examination shown when coming back after months away (R14)
	Reason     string
}

// On tells whether the placement covers a day.
func (p Placement) On(d day.Day) bool { return p.From <= d && (p.Until == "" || d <= p.Until) }

// Trial tells whether a day lies in the trial period.
func (p Placement) Trial(d day.Day) bool { return p.On(d) && d <= p.TrialUntil }

func (p Placement) meets(other Placement) bool {
	return (p.Until == "" || other.From <= p.Until) && (other.Until == "" || p.From <= other.Until)
}

func (p Placement) check() error {
	var faults []*fault.Fault
	switch p.Mode {
	case FullDay, HalfDay, Hourly, DropIn:
	default:
		faults = append(faults, modeUnknown.At("mode"))
	}
	switch {
	case !p.From.Valid():
		faults = append(faults, dayBad.At("from"))
	case p.Until != "" && !p.Until.Valid():
		faults = append(faults, dayBad.At("until"))
	case p.Until != "" && p.Until < p.From:
		faults = append(faults, untilBeforeFrom.At("until"))
	case p.TrialUntil != "" && !p.TrialUntil.Valid():
		faults = append(faults, dayBad.At("trialUntil"))
	case p.TrialUntil != "" && (p.TrialUntil < p.From || p.Until != "" && p.TrialUntil > p.Until):
		faults = append(faults, trialOutside.At("trialUntil"))
	}
	if p.ExamOn != "" && (!p.ExamOn.Valid() || p.ExamOn > p.From) {
		faults = append(faults, examAfter.At("examOn"))
	}
	if utf8.RuneCountInString(p.FeePlan) > nameMax {
		faults = append(faults, tooLong.At("feePlan").With("max", nameMax))
	}
	return fault.Join(faults)
}
