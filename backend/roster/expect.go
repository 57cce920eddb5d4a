package roster

import (
	"yayuan/backend/calendar"
	"yayuan/backend/day"
)

// Span is everything that 'should attend' in a span of days rests on.
type Span struct {
	Placements []Placement
	Schedules  []Schedule
	Bookings   []Booking
	Leaves     []Leave
	Holds      []Hold
	Calendar   calendar.Plan
	family     family
}

// Expectation is whether a placed child should attend on a day, and why not.
type Expectation struct {
	Calendar calendar.Day // the day for the child's class
	Slot     Slot         // when it is due by placement, schedule and calendar; empty: not on this day
	Booking  *Booking     // that the slot comes from
	Leave    *Leave       // the leave that covers the day, without its sealed words
	Hold     *Hold        // the hold that is in force, without its sealed words
}

// Due tells whether the child belongs to the day, excused or not: what
// 应出勤 counts.
func (e Expectation) Due() bool { return e.Slot.Part != NoPart }

// Excused tells whether somebody has said that the child will be away.
func (e Expectation) Excused() bool { return e.Leave != nil || e.Hold != nil }

// Expected tells whether the child should attend.
func (e Expectation) Expected() bool { return e.Due() && !e.Excused() }

// Expecting answers for the children and days of a span. It is the one place
// where 'should attend' is reckoned.
type Expecting struct {
	family    family // all registrations of a child are one
	calendar  calendar.Plan
	schedules map[string][]Schedule
	bookings  map[childDay]*Booking
	leaves    map[string][]Leave
	holds     map[string][]Hold
}

type childDay struct {
	child string
	on    day.Day
}

// Expecting sorts a span by child.
func (s Span) Expecting() Expecting {
	e := Expecting{family: s.family, calendar: s.Calendar, schedules: map[string][]Schedule{}, bookings: map[childDay]*Booking{},
		leaves: map[string][]Leave{}, holds: map[string][]Hold{}}
	for _, each := range s.Schedules {
		e.schedules[s.family.root(each.ChildID)] = append(e.schedules[s.family.root(each.ChildID)], each)
	}
	for i, each := range s.Bookings {
		e.bookings[childDay{s.family.root(each.ChildID), each.Day}] = &s.Bookings[i]
	}
	for _, each := range s.Leaves {
		e.leaves[s.family.root(each.ChildID)] = append(e.leaves[s.family.root(each.ChildID)], each)
	}
	for _, each := range s.Holds {
		e.holds[s.family.root(each.ChildID)] = append(e.holds[s.family.root(each.ChildID)], each)
	}
	return e
}

// On answers for a placement on a day. A child that is not placed on the day
// is not due.
func (e Expecting) On(p Placement, on day.Day) Expectation {
	out := Expectation{Calendar: e.calendar.Day(on, p.ClassID)}
	p.ChildID = e.family.root(p.ChildID)
	if !p.On(on) {
		return out
	}
	for i, leave := range e.leaves[p.ChildID] {
		if leave.On(on) {
			out.Leave = &e.leaves[p.ChildID][i]
		}
	}
	for i, hold := range e.holds[p.ChildID] {
		if hold.InForce(on) {
			out.Hold = &e.holds[p.ChildID][i]
		}
	}
	out.Slot, out.Booking = e.slot(p, on, out.Calendar)
	return out
}

// slot is when a child is due, leave and hold aside: the booked day, else the
// agreed week, else what is usual in the mode; on a half day what falls into
// the open half; on a closed day only the holiday programme.
func (e Expecting) slot(p Placement, on day.Day, how calendar.Day) (Slot, *Booking) {
	booking := e.bookings[childDay{p.ChildID, on}]
	if how.State == calendar.FullClosed {
		if booking != nil && booking.Kind == HolidayDay && how.Programme() {
			return booking.Slot, booking
		}
		return Slot{}, nil
	}
	slot := e.week(p, on).slotOf(on)
	if booking != nil {
		slot = booking.Slot
	}
	if slot.Part != NoPart && how.State == calendar.HalfOpen {
		slot = slot.within(how)
	}
	if slot.Part == NoPart {
		booking = nil
	}
	return slot, booking
}

func (e Expecting) week(p Placement, on day.Day) Week {
	for _, schedule := range e.schedules[p.ChildID] {
		if schedule.On(on) && schedule.Mode == p.Mode {
			return schedule.Week
		}
	}
	return usualWeek(p.Mode)
}
