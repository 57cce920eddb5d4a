package roster

import (
	"slices"
	"unicode/utf8"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// LeaveAct is one step in the story of a leave.
type LeaveAct string

// The acts. Ended is told in advance, returned is what happened.
const (
	LeaveTaken    LeaveAct = "taken"
	LeaveExtended LeaveAct = "extended"
	LeaveEnded    LeaveAct = "ended"
	LeaveReturned LeaveAct = "returned"
)

// Leave is an absence told in advance, both days included, as its last act
// left it.
type Leave struct {
	ID         string // of the act
	Episode    string // of the leave
	Act        LeaveAct
	ChildID    string
	From       day.Day
	Until      day.Day
	Kind       string // illness, personal, other
	ToldBy     string
	ToldTo     string
	ToldHow    string // phone, wechat, person, other
	Symptoms   string // sealed
	Note       string // sealed
	ReturnedOn day.Day
	Proof      Proof
	Void       bool
	VoidReason string
	Live       bool
	EnteredAt  string
	By         string
}

// On tells whether the child is away on a day.
func (l Leave) On(d day.Day) bool { return l.From <= d && d <= l.Until }

// LeaveKinds are the kinds of leave: 病假, 事假, 其他.
var LeaveKinds = []string{"illness", "personal", "other"}

// toldHows are the ways in which a leave is told: 电话, 微信, 当面, 其他.
var toldHows = []string{"", "phone", "wechat", "person", "other"}

// leaveDaysMax keeps a typing error in the year from hiding a child for ever.
const leaveDaysMax = 184

func checkLeave(leave Leave) error {
	var faults []*fault.Fault
	switch {
	case !leave.From.Valid():
		faults = append(faults, dayBad.At("from"))
	case !leave.Until.Valid():
		faults = append(faults, dayBad.At("until"))
	case leave.Until < leave.From:
		faults = append(faults, untilBeforeFrom.At("until"))
	case leave.Until > leave.From.Add(leaveDaysMax):
		faults = append(faults, leaveTooLong.At("until").With("max", leaveDaysMax))
	}
	if !slices.Contains(LeaveKinds, leave.Kind) {
		faults = append(faults, leaveKindUnknown.At("kind"))
	}
	if !slices.Contains(toldHows, leave.ToldHow) {
		faults = append(faults, toldHowUnknown.At("toldHow"))
	}
	for field, text := range map[string]string{"symptoms": leave.Symptoms, "note": leave.Note} {
		if utf8.RuneCountInString(text) > textMax {
			faults = append(faults, tooLong.At(field).With("max", textMax))
		}
	}
	return fault.Join(faults)
}

// LeaveStep is what is said of a leave later on.
type LeaveStep struct {
	Leave    string // id of its last act
	Act      LeaveAct
	Day      day.Day // extended and ended: the last day away; returned: the day of coming back
	ToldBy   string
	ToldTo   string
	ToldHow  string
	Symptoms string
	Note     string
	Proof    Proof // returned
}

// proved is a leave whose child came back without a proof, once somebody has
// seen to it.
func (l Leave) proved(step LeaveStep) (Leave, error) {
	if step.Proof != ProofShown && step.Proof != ProofNotNeeded {
		return l, proofStill.At("proof")
	}
	l.Proof, l.ToldBy, l.ToldTo, l.ToldHow, l.Note = step.Proof, step.ToldBy, step.ToldTo, step.ToldHow, step.Note
	return l, checkLeave(l)
}

// next is the leave after a step; the past of it does not change.
func (l Leave) next(step LeaveStep) (Leave, error) {
	if !step.Day.Valid() {
		return l, dayBad.At("day")
	}
	if l.ReturnedOn != "" {
		if step.Act == LeaveReturned && l.Proof == ProofMissing && step.Day == l.ReturnedOn {
			return l.proved(step)
		}
		return l, leaveOver.With("day", string(l.ReturnedOn))
	}
	switch step.Act {
	case LeaveExtended:
		if step.Day <= l.Until {
			return l, leaveNotLonger.At("day").With("until", string(l.Until))
		}
		l.Until = step.Day
	case LeaveEnded:
		if step.Day >= l.Until || step.Day < l.From {
			return l, leaveNotShorter.At("day").With("from", string(l.From)).With("until", string(l.Until))
		}
		l.Until = step.Day
	case LeaveReturned:
		if step.Day <= l.From {
			return l, leaveReturnEarly.At("day").With("from", string(l.From))
		}
		if !step.Proof.known() {
			return l, proofUnknown.At("proof")
		}
		l.ReturnedOn, l.Proof, l.Until = step.Day, step.Proof, min(l.Until, step.Day.Add(-1))
	default:
		return l, leaveActUnknown.At("act")
	}
	l.Act, l.ToldBy, l.ToldTo, l.ToldHow, l.Note = step.Act, step.ToldBy, step.ToldTo, step.ToldHow, step.Note
	if step.Symptoms != "" {
		l.Symptoms = step.Symptoms
	}
	return l, checkLeave(l)
}
