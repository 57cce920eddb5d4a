package roster

import (
	"slices"
	"time"
	"unicode/utf8"

	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// Part of a day in which a child is in care; empty is not at all.
type Part string

// The parts of a day. Hours are agreed by the clock.
const (
	NoPart    Part = ""
	WholeDay  Part = "day"
	Morning   Part = "am"
	Afternoon Part = "pm"
	Hours     Part = "hours"
)

// midday parts the halves of a day where no hours are told.
const midday = "12:00"

// Slot is when on a day a child comes. The times are HH:MM and may be empty
// but for Hours.
type Slot struct {
	Part   Part   `json:"part"`
	Starts string `json:"starts"`
	Ends   string `json:"ends"`
}

// Week is when a child comes: Monday to Friday, and sixth the weekend days on
// which the nursery is open (调休上班日 and own ones). Nobody publishes which
// weekday such a day stands for, so it is agreed for itself.
type Week [6]Slot

// openWeekend is the slot of weekend days that are open.
const openWeekend = 5

// Schedule is a child's week in one mode of care, from a day on. In another
// mode it says nothing.
type Schedule struct {
	ID      string
	ChildID string
	Mode    Mode
	From    day.Day
	Until   day.Day
	Week    Week
	Reason  string
}

// On tells whether the schedule covers a day.
func (s Schedule) On(d day.Day) bool { return s.From <= d && (s.Until == "" || d <= s.Until) }

// BookingKind says what a booked day is.
type BookingKind string

// The kinds: a day beside the week (临时托 comes on such days alone), and a
// day of the holiday programme (假期托), when the nursery is closed for others.
const (
	ExtraDay   BookingKind = "extra"
	HolidayDay BookingKind = "holiday"
)

// Booking is a single day on which a child will come.
type Booking struct {
	ID         string
	ChildID    string
	Day        day.Day
	Kind       BookingKind
	Slot       Slot
	Note       string
	Void       bool
	VoidReason string
}

// bookingsMax is the most days that one act books: a vacation.
const bookingsMax = 70

// usualWeek is when a child comes in a mode while nothing else was agreed: a
// full day, the mornings, or, by the hour and now and then, not before it is
// agreed.
func usualWeek(mode Mode) Week {
	var week Week
	part := WholeDay
	switch mode {
	case HalfDay:
		part = Morning
	case Hourly, DropIn:
		part = NoPart
	}
	for i := range week {
		week[i].Part = part
	}
	return week
}

// slotOf picks the slot of a day.
func (w Week) slotOf(on day.Day) Slot {
	if calendar.IsWeekend(on) {
		return w[openWeekend]
	}
	return w[on.Weekday()-time.Monday]
}

// check refuses a week that does not fit the mode.
func (w Week) check(mode Mode) error {
	var faults []*fault.Fault
	parts := map[Mode][]Part{FullDay: {WholeDay, Morning, Afternoon, Hours}, HalfDay: {Morning, Afternoon, Hours}, Hourly: {Hours}}[mode]
	if parts == nil {
		return scheduleMode.At("mode")
	}
	some := false
	for i, slot := range w {
		if slot.Part == NoPart {
			continue
		}
		some = true
		if !slices.Contains(parts, slot.Part) {
			faults = append(faults, slotMode.At(weekField(i)))
			continue
		}
		faults = append(faults, slot.check(weekField(i))...)
	}
	if !some {
		faults = append(faults, weekEmpty.At("week"))
	}
	return fault.Join(faults)
}

func weekField(i int) string { return "week." + string(rune('0'+i)) }

// check refuses hours that are none.
func (s Slot) check(field string) []*fault.Fault {
	switch {
	case s.Part != WholeDay && s.Part != Morning && s.Part != Afternoon && s.Part != Hours:
		return []*fault.Fault{partUnknown.At(field)}
	case s.Starts == "" && s.Ends == "" && s.Part != Hours:
		return nil
	case !calendar.ClockTime(s.Starts) || !calendar.ClockTime(s.Ends) || s.Ends <= s.Starts:
		return []*fault.Fault{hoursBad.At(field)}
	}
	return nil
}

// check refuses a day that cannot be booked.
func (b Booking) check() error {
	var faults []*fault.Fault
	if !b.Day.Valid() {
		faults = append(faults, dayBad.At("day"))
	}
	if b.Kind != ExtraDay && b.Kind != HolidayDay {
		faults = append(faults, bookingKindUnknown.At("kind"))
	}
	if utf8.RuneCountInString(b.Note) > textMax {
		faults = append(faults, tooLong.At("note").With("max", textMax))
	}
	return fault.Join(append(faults, b.Slot.check("slot")...))
}

// within is what remains of a slot on a day of which only a half is open.
func (s Slot) within(half calendar.Day) Slot {
	open := Slot{Part: Part(half.Part), Starts: half.Starts, Ends: half.Ends}
	starts, ends := s.bounds()
	from, until := open.bounds()
	starts, ends = max(starts, from), min(ends, until)
	otherHalf := (s.Part == Morning || s.Part == Afternoon) && s.Part != open.Part
	switch {
	case otherHalf || starts >= ends:
		return Slot{}
	case s.Starts == "":
		return open
	case s.Part != Hours:
		s.Part = open.Part
	}
	s.Starts, s.Ends = starts, ends
	return s
}

// bounds gives the times of a slot, the ends of its half where none are told.
func (s Slot) bounds() (starts, ends string) {
	starts, ends = s.Starts, s.Ends
	if starts == "" {
		starts = map[bool]string{true: midday, false: "00:00"}[s.Part == Afternoon]
	}
	if ends == "" {
		ends = map[bool]string{true: midday, false: "24:00"}[s.Part == Morning]
	}
	return starts, ends
}
