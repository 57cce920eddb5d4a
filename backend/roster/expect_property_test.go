package roster_test

import (
	"flag"
	"fmt"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// quarters is a day painted in quarters of an hour: the slow way to say when
// somebody is due.
type quarters [96]bool

func paint(starts, ends string) (q quarters) {
	for i := range q {
		at := fmt.Sprintf("%02d:%02d", i/4, i%4*15)
		q[i] = (starts == "" || at >= starts) && (ends == "" || at < ends)
	}
	return q
}

func (q quarters) and(other quarters) (both quarters) {
	for i := range q {
		both[i] = q[i] && other[i]
	}
	return both
}

func ofSlot(s roster.Slot) quarters {
	switch {
	case s.Part == roster.NoPart:
		return quarters{}
	case s.Starts != "":
		return paint(s.Starts, s.Ends)
	case s.Part == roster.Morning:
		return paint("", "12:00")
	case s.Part == roster.Afternoon:
		return paint("12:00", "")
	}
	return paint("", "")
}

// recounted reads the own rows in the order of their entry, as somebody would
// who keeps the calendar on a wall.
func recounted(rows []calendar.Own, on day.Day, class string) (state calendar.State, row *calendar.Own) {
	var nursery, own *calendar.Own
	shut := false // the whole nursery was closed after the class spoke
	for i := range rows {
		each := &rows[i]
		switch {
		case on < each.From || on > each.Until:
		case each.Class == class:
			own, shut = each, false
		case each.Class == "":
			nursery, shut = each, each.State == calendar.FullClosed
		}
	}
	if own != nil && !shut {
		return own.State, own
	}
	if nursery != nil {
		return nursery.State, nursery
	}
	if calendar.Of(on) == calendar.Open {
		return calendar.FullOpen, nil
	}
	return calendar.FullClosed, nil
}

// bruteForce says in which quarters a child should attend.
func bruteForce(span roster.Span, rows []calendar.Own, child string, on day.Day) (due quarters, excused bool) {
	var p *roster.Placement
	for i, each := range span.Placements {
		if each.ChildID == child && each.From <= on && (each.Until == "" || on <= each.Until) {
			p = &span.Placements[i]
		}
	}
	if p == nil {
		return due, false
	}
	for _, l := range span.Leaves {
		excused = excused || l.ChildID == child && l.From <= on && on <= l.Until
	}
	for _, h := range span.Holds {
		for isolated := h.From; h.ChildID == child && isolated <= on; isolated = isolated.Add(1) {
			kept := isolated <= h.Until || h.NeedsProof
			excused = excused || isolated == on && kept && (h.ReleasedOn == "" || on < h.ReleasedOn)
		}
	}
	var booked *roster.Booking
	for i, b := range span.Bookings {
		if b.ChildID == child && b.Day == on {
			booked = &span.Bookings[i]
		}
	}
	state, row := recounted(rows, on, p.ClassID)
	if state == calendar.FullClosed {
		programme := row == nil || row.Kind == calendar.Vacation || row.Kind == calendar.Holiday
		if booked == nil || booked.Kind != roster.HolidayDay || !programme {
			return due, excused
		}
		return ofSlot(booked.Slot), excused
	}
	slot := weekOf(span, *p, on)[map[string]int{"Monday": 0, "Tuesday": 1, "Wednesday": 2, "Thursday": 3, "Friday": 4, "Saturday": 5, "Sunday": 5}[on.Weekday().String()]]
	if booked != nil {
		slot = booked.Slot
	}
	due = ofSlot(slot)
	if state == calendar.HalfOpen {
		if half := roster.Part(row.Part); (slot.Part == roster.Morning || slot.Part == roster.Afternoon) && slot.Part != half {
			return quarters{}, excused
		}
		due = due.and(ofSlot(roster.Slot{Part: roster.Part(row.Part), Starts: row.Starts, Ends: row.Ends}))
	}
	return due, excused
}

func weekOf(span roster.Span, p roster.Placement, on day.Day) roster.Week {
	for _, s := range span.Schedules {
		if s.ChildID == p.ChildID && s.Mode == p.Mode && s.From <= on && (s.Until == "" || on <= s.Until) {
			return s.Week
		}
	}
	var usual roster.Week
	for i := range usual {
		usual[i].Part = map[roster.Mode]roster.Part{roster.FullDay: roster.WholeDay, roster.HalfDay: roster.Morning}[p.Mode]
	}
	return usual
}

var (
	firstDay = day.Day("2026-09-20") // around National Day with its make-up Saturday, over two month ends
	someDays = 45
	modes    = []roster.Mode{roster.FullDay, roster.HalfDay, roster.Hourly, roster.DropIn}
)

func drawDay(rt *rapid.T, name string) day.Day {
	return firstDay.Add(rapid.IntRange(0, someDays-1).Draw(rt, name))
}

func drawSpan(rt *rapid.T, name string, most int) (from, until day.Day) {
	from = drawDay(rt, name)
	return from, from.Add(rapid.IntRange(0, most).Draw(rt, name+" length"))
}

func drawSlot(rt *rapid.T, name string) roster.Slot {
	slot := roster.Slot{Part: rapid.SampledFrom([]roster.Part{roster.NoPart, roster.WholeDay, roster.Morning, roster.Afternoon, roster.Hours}).Draw(rt, name)}
	if slot.Part == roster.Hours || slot.Part != roster.NoPart && rapid.Bool().Draw(rt, name+" told") {
		begins := map[roster.Part][2]int{roster.Morning: {28, 40}, roster.Afternoon: {48, 60}}[slot.Part]
		if begins[1] == 0 {
			begins = [2]int{28, 60}
		}
		from := rapid.IntRange(begins[0], begins[1]).Draw(rt, name+" from")
		until := from + rapid.IntRange(1, 8).Draw(rt, name+" for")
		slot.Starts, slot.Ends = fmt.Sprintf("%02d:%02d", from/4, from%4*15), fmt.Sprintf("%02d:%02d", until/4, until%4*15)
	}
	return slot
}

func drawOwn(rt *rapid.T, seq int) calendar.Own {
	row := calendar.Own{Seq: int64(seq), Class: rapid.SampledFrom([]string{"", "", "one", "two"}).Draw(rt, "class"), Live: true,
		State:  rapid.SampledFrom([]calendar.State{calendar.FullOpen, calendar.HalfOpen, calendar.FullClosed}).Draw(rt, "state"),
		Kind:   rapid.SampledFrom([]calendar.Kind{calendar.Vacation, calendar.Weather, calendar.Holiday, calendar.Outbreak, calendar.MakeUp}).Draw(rt, "kind"),
		Reason: "x"}
	row.From, row.Until = drawSpan(rt, "own", 10)
	if row.State == calendar.HalfOpen {
		row.Part = rapid.SampledFrom([]calendar.Part{calendar.Morning, calendar.Afternoon}).Draw(rt, "half")
		if rapid.Bool().Draw(rt, "half told") {
			row.Starts, row.Ends = map[calendar.Part]string{calendar.Morning: "08:00", calendar.Afternoon: "13:00"}[row.Part], map[calendar.Part]string{calendar.Morning: "11:45", calendar.Afternoon: "16:30"}[row.Part]
		}
	}
	return row
}

// drawTime draws a nursery's days: own rows, and for three children
// placements end to end, agreed weeks, bookings, leaves and holds.
func drawTime(rt *rapid.T) (roster.Span, []calendar.Own) {
	var span roster.Span
	rows := []calendar.Own{}
	for seq := range rapid.IntRange(0, 8).Draw(rt, "rows") {
		rows = append(rows, drawOwn(rt, seq+1))
	}
	for _, child := range []string{"a", "b", "c"} {
		for from := firstDay.Add(rapid.IntRange(-5, 20).Draw(rt, "begins")); from < firstDay.Add(someDays); {
			p := roster.Placement{ChildID: child, ClassID: rapid.SampledFrom([]string{"one", "two"}).Draw(rt, "in"),
				Mode: rapid.SampledFrom(modes).Draw(rt, "mode"), From: from, Until: from.Add(rapid.IntRange(0, 25).Draw(rt, "stays"))}
			span.Placements = append(span.Placements, p)
			from = p.Until.Add(1 + rapid.IntRange(0, 5).Draw(rt, "gap"))
		}
		for from := firstDay; from < firstDay.Add(someDays) && rapid.Bool().Draw(rt, "agrees"); {
			s := roster.Schedule{ChildID: child, Mode: rapid.SampledFrom(modes[:3]).Draw(rt, "for"), From: from, Until: from.Add(rapid.IntRange(0, 20).Draw(rt, "holds"))}
			for i := range s.Week {
				s.Week[i] = drawSlot(rt, "slot")
			}
			span.Schedules = append(span.Schedules, s)
			from = s.Until.Add(1)
		}
		for range rapid.IntRange(0, 6).Draw(rt, "bookings") {
			b := roster.Booking{ChildID: child, Day: drawDay(rt, "booked"), Kind: rapid.SampledFrom([]roster.BookingKind{roster.ExtraDay, roster.HolidayDay}).Draw(rt, "booking"), Slot: drawSlot(rt, "booked slot")}
			if b.Slot.Part != roster.NoPart && !slices.ContainsFunc(span.Bookings, func(o roster.Booking) bool { return o.ChildID == child && o.Day == b.Day }) {
				span.Bookings = append(span.Bookings, b)
			}
		}
		l := roster.Leave{ChildID: child}
		l.From, l.Until = drawSpan(rt, "leave", 8)
		h := roster.Hold{ChildID: child, NeedsProof: rapid.Bool().Draw(rt, "proof")}
		h.From, h.Until = drawSpan(rt, "hold", 8)
		if rapid.Bool().Draw(rt, "released") {
			h.ReleasedOn = h.From.Add(rapid.IntRange(0, 14).Draw(rt, "release"))
		}
		span.Leaves, span.Holds = append(span.Leaves, l), append(span.Holds, h)
	}
	span.Calendar = calendar.NewPlan(rows...)
	return span, rows
}

// TestShouldAttendEqualsABruteForceRecount: on 200 random calendars.
func TestShouldAttendEqualsABruteForceRecount(t *testing.T) {
	tries(t, "rapid.checks", "200")
	calendars, childDays, due := 0, 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		span, rows := drawTime(rt)
		expecting := span.Expecting()
		calendars++
		for _, p := range span.Placements {
			for on := firstDay; on < firstDay.Add(someDays); on = on.Add(1) {
				if !p.On(on) {
					continue
				}
				want, excused := bruteForce(span, rows, p.ChildID, on)
				got := expecting.On(p, on)
				childDays++
				if got.Due() {
					due++
				}
				if got.Due() != (want != quarters{}) || ofSlot(got.Slot) != want || got.Excused() != excused || got.Expected() != (got.Due() && !excused) {
					rt.Fatalf("%s on %s in %s (%s): due %+v excused %v; the recount says %v excused %v", p.ChildID, on, p.ClassID, p.Mode, got.Slot, got.Excused(), want != quarters{}, excused)
				}
			}
		}
	})
	if calendars < 200 || due*5 < childDays || due == childDays {
		t.Errorf("%d calendars, %d child-days, %d of them due: too plain to prove anything", calendars, childDays, due)
	}
	t.Logf("%d calendars, %d child-days, %d due", calendars, childDays, due)
}

// asked are the flags of the command line, before any test sets one.
var asked = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	flag.Visit(func(f *flag.Flag) { names[f.Name] = true })
	return names
})

// tries sets how much is tried, unless the command line asks for something else.
func tries(t *testing.T, name, value string) {
	t.Helper()
	if asked()[name] {
		return
	}
	before := flag.Lookup(name).Value.String()
	testkit.Must(t, flag.Set(name, value))
	t.Cleanup(func() { testkit.Must(t, flag.Set(name, before)) })
}
