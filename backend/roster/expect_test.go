package roster_test

import (
	"testing"

	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/roster"
)

func week(parts ...roster.Part) roster.Week {
	var w roster.Week
	for i, part := range parts {
		w[i].Part = part
	}
	return w
}

func ownDay(on day.Day, class string, state calendar.State, kind calendar.Kind) calendar.Own {
	return calendar.Own{Seq: 1, Class: class, From: on, Until: on, State: state, Kind: kind, Part: calendar.Morning, Starts: "08:00", Ends: "11:30"}
}

func TestWhenAChildIsDue(t *testing.T) {
	const whole, am, pm, no, hours = roster.WholeDay, roster.Morning, roster.Afternoon, roster.NoPart, roster.Hours
	in := func(mode roster.Mode) roster.Placement {
		return roster.Placement{ChildID: "k", ClassID: "c", Mode: mode, From: "2026-09-01", Until: "2026-11-30"}
	}
	threeDays := week(whole, no, whole, no, whole, no) // Monday, Wednesday, Friday, no open weekend
	byTheHour := week(hours, no, no, no, no, no)
	byTheHour[0].Starts, byTheHour[0].Ends = "09:00", "15:00"
	agreed := func(mode roster.Mode, w roster.Week) []roster.Schedule {
		return []roster.Schedule{{ChildID: "k", Mode: mode, From: "2026-09-01", Week: w}}
	}
	booked := func(on day.Day, kind roster.BookingKind) []roster.Booking {
		return []roster.Booking{{ChildID: "k", Day: on, Kind: kind, Slot: roster.Slot{Part: whole}}}
	}
	half := []calendar.Own{ownDay("2026-11-23", "", calendar.HalfOpen, calendar.Event)}
	for _, c := range []struct {
		name      string
		on        day.Day
		placement roster.Placement
		span      roster.Span
		own       []calendar.Own
		want      roster.Slot
	}{
		{"full-day, a Monday", "2026-11-23", in("full"), roster.Span{}, nil, roster.Slot{Part: whole}},
		{"full-day, a Saturday", "2026-11-21", in("full"), roster.Span{}, nil, roster.Slot{}},
		{"full-day, a Saturday that makes up", "2026-10-10", in("full"), roster.Span{}, nil, roster.Slot{Part: whole}},
		{"full-day, National Day", "2026-10-01", in("full"), roster.Span{}, nil, roster.Slot{}},
		{"the last day of the month and of the placement", "2026-11-30", in("full"), roster.Span{}, nil, roster.Slot{Part: whole}},
		{"the day after", "2026-12-01", in("full"), roster.Span{}, nil, roster.Slot{}},
		{"the day before the first", "2026-08-31", in("full"), roster.Span{}, nil, roster.Slot{}},
		{"half-day without an agreement: mornings", "2026-11-23", in("half"), roster.Span{}, nil, roster.Slot{Part: am}},
		{"by the hour without hours: never", "2026-11-23", in("hourly"), roster.Span{}, nil, roster.Slot{}},
		{"now and then without a booking: never", "2026-11-23", in("dropin"), roster.Span{}, nil, roster.Slot{}},
		{"now and then, booked", "2026-11-23", in("dropin"), roster.Span{Bookings: booked("2026-11-23", roster.ExtraDay)}, nil, roster.Slot{Part: whole}},
		{"three days a week, on one", "2026-11-23", in("full"), roster.Span{Schedules: agreed("full", threeDays)}, nil, roster.Slot{Part: whole}},
		{"three days a week, between", "2026-11-24", in("full"), roster.Span{Schedules: agreed("full", threeDays)}, nil, roster.Slot{}},
		{"three days a week, between but booked", "2026-11-24", in("full"), roster.Span{Schedules: agreed("full", threeDays), Bookings: booked("2026-11-24", roster.ExtraDay)}, nil, roster.Slot{Part: whole}},
		{"three days a week, on a Saturday that makes up and is not agreed", "2026-10-10", in("full"), roster.Span{Schedules: agreed("full", threeDays)}, nil, roster.Slot{}},
		{"a week that was agreed for another mode says nothing", "2026-11-24", in("full"), roster.Span{Schedules: agreed("half", week(pm, no, no, no, no, no))}, nil, roster.Slot{Part: whole}},
		{"closed for one class", "2026-11-23", in("full"), roster.Span{}, []calendar.Own{ownDay("2026-11-23", "c", calendar.FullClosed, calendar.Outbreak)}, roster.Slot{}},
		{"closed for another class", "2026-11-23", in("full"), roster.Span{}, []calendar.Own{ownDay("2026-11-23", "d", calendar.FullClosed, calendar.Outbreak)}, roster.Slot{Part: whole}},
		{"a half day", "2026-11-23", in("full"), roster.Span{}, half, roster.Slot{Part: am, Starts: "08:00", Ends: "11:30"}},
		{"a half day, for afternoons", "2026-11-23", in("half"), roster.Span{Schedules: agreed("half", week(pm, pm, pm, pm, pm, no))}, half, roster.Slot{}},
		{"a half day, for hours that reach into it", "2026-11-23", in("hourly"), roster.Span{Schedules: agreed("hourly", byTheHour)}, half, roster.Slot{Part: hours, Starts: "09:00", Ends: "11:30"}},
		{"the holiday programme in the vacation", "2026-11-23", in("full"), roster.Span{Bookings: booked("2026-11-23", roster.HolidayDay)}, []calendar.Own{ownDay("2026-11-23", "", calendar.FullClosed, calendar.Vacation)}, roster.Slot{Part: whole}},
		{"no programme in a typhoon", "2026-11-23", in("full"), roster.Span{Bookings: booked("2026-11-23", roster.HolidayDay)}, []calendar.Own{ownDay("2026-11-23", "", calendar.FullClosed, calendar.Weather)}, roster.Slot{}},
		{"an extra day does not open a closed nursery", "2026-11-21", in("full"), roster.Span{Bookings: booked("2026-11-21", roster.ExtraDay)}, nil, roster.Slot{}},
	} {
		c.span.Calendar = calendar.NewPlan(c.own...)
		if got := c.span.Expecting().On(c.placement, c.on); got.Slot != c.want || got.Due() != (c.want.Part != no) {
			t.Errorf("%s: due %+v, want %+v", c.name, got.Slot, c.want)
		}
	}
}

func TestLeaveAndHoldExcuseADueChild(t *testing.T) {
	p := roster.Placement{ChildID: "k", ClassID: "c", Mode: roster.FullDay, From: "2026-09-01"}
	span := roster.Span{Leaves: []roster.Leave{{ChildID: "k", From: "2026-11-02", Until: "2026-11-03"}},
		Holds: []roster.Hold{{ChildID: "k", From: "2026-11-09", Until: "2026-11-10"},
			{ChildID: "k", From: "2026-11-16", Until: "2026-11-17", NeedsProof: true, ReleasedOn: "2026-11-20"}}}
	away := map[day.Day]bool{"2026-11-02": true, "2026-11-03": true, "2026-11-09": true, "2026-11-10": true,
		"2026-11-16": true, "2026-11-17": true, "2026-11-18": true, "2026-11-19": true}
	for on := day.Day("2026-11-01"); on <= "2026-11-30"; on = on.Add(1) {
		got := span.Expecting().On(p, on)
		weekend := calendar.IsWeekend(on)
		if got.Due() == weekend || got.Expected() != (!weekend && !away[on]) || got.Excused() != away[on] {
			t.Errorf("%s: due %v, excused %v", on, got.Due(), got.Excused())
		}
	}
}
