package calendar

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// ownDaysMax keeps a typing error in the year from closing the nursery for ever.
const ownDaysMax = 184

const reasonMax = 100

var kinds = []Kind{Holiday, Vacation, Weather, Outbreak, Repair, Event, MakeUp, Other}

var clockTime = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d$`)

// ClockTime tells whether a text is a time as HH:MM.
func ClockTime(text string) bool { return clockTime.MatchString(text) }

// Check refuses a row that says nothing clear.
func (o Own) Check() error {
	faults := o.checkDays()
	if o.State != FullOpen && o.State != HalfOpen && o.State != FullClosed {
		faults = append(faults, stateUnknown.At("state"))
	}
	if !slices.Contains(kinds, o.Kind) {
		faults = append(faults, kindUnknown.At("kind"))
	}
	if o.State == HalfOpen {
		faults = append(faults, o.checkHalf()...)
	}
	if strings.TrimSpace(o.Reason) == "" {
		faults = append(faults, reasonMissing.At("reason"))
	}
	if utf8.RuneCountInString(o.Reason) > reasonMax {
		faults = append(faults, reasonLong.At("reason").With("max", reasonMax))
	}
	return fault.Join(faults)
}

func (o Own) checkDays() []*fault.Fault {
	switch {
	case !o.From.Valid():
		return []*fault.Fault{dayBad.At("from")}
	case !o.Until.Valid():
		return []*fault.Fault{dayBad.At("until")}
	case o.Until < o.From:
		return []*fault.Fault{untilBefore.At("until")}
	case o.Until > o.From.Add(ownDaysMax):
		return []*fault.Fault{tooLong.At("until").With("max", ownDaysMax)}
	}
	return nil
}

func (o Own) checkHalf() []*fault.Fault {
	if o.Part != Morning && o.Part != Afternoon {
		return []*fault.Fault{partMissing.At("part")}
	}
	switch {
	case o.Starts == "" && o.Ends == "":
		return nil
	case !ClockTime(o.Starts):
		return []*fault.Fault{timeBad.At("starts")}
	case !ClockTime(o.Ends) || o.Ends <= o.Starts:
		return []*fault.Fault{timeBad.At("ends")}
	}
	return nil
}

// months lists the months that a span touches.
func months(from, until day.Day) []string {
	var list []string
	for month := from.Month(); month <= until.Month(); {
		list = append(list, month)
		last, _ := day.MonthEnd(month)
		month = last.Add(1).Month()
	}
	return list
}
