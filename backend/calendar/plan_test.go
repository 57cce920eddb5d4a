package calendar_test

import (
	"testing"

	"yayuan/backend/calendar"
	"yayuan/backend/day"
)

func own(seq int64, class string, from, until day.Day, state calendar.State, kind calendar.Kind) calendar.Own {
	return calendar.Own{ID: string(rune('a' + seq)), Seq: seq, Class: class, From: from, Until: until, State: state, Kind: kind,
		Part: map[calendar.State]calendar.Part{calendar.HalfOpen: calendar.Morning}[state], Reason: string(kind)}
}

func TestADayIsAsTheLastWordSays(t *testing.T) {
	const (
		open, half, closed = calendar.FullOpen, calendar.HalfOpen, calendar.FullClosed
		vacation, weather  = calendar.Vacation, calendar.Weather
		outbreak, makeup   = calendar.Outbreak, calendar.MakeUp
	)
	rows := []calendar.Own{
		own(1, "", "2026-08-01", "2026-08-31", closed, vacation),
		own(2, "buds", "2026-08-10", "2026-08-14", open, calendar.Event),
		own(3, "", "2026-08-12", "2026-08-12", closed, weather),
		own(4, "buds", "2026-11-16", "2026-11-25", closed, outbreak),
		own(5, "", "2026-11-21", "2026-11-21", open, makeup),
		own(6, "", "2026-12-31", "2027-01-01", half, calendar.Event),
	}
	plan := calendar.NewPlan(rows...)
	for _, c := range []struct {
		on     day.Day
		class  string
		state  calendar.State
		source calendar.Source
		why    string
	}{
		{"2026-11-24", "", open, calendar.ByWeek, ""},
		{"2026-11-28", "", closed, calendar.ByWeek, "weekend"},
		{"2026-10-10", "", open, calendar.ByCouncil, "国庆节"}, // a Saturday that makes up
		{"2026-10-01", "buds", closed, calendar.ByCouncil, "国庆节"},
		{"2026-07-31", "", open, calendar.ByWeek, ""}, // month end, the day before the vacation
		{"2026-08-01", "", closed, calendar.ByOwn, "vacation"},
		{"2026-08-31", "", closed, calendar.ByOwn, "vacation"},
		{"2026-09-01", "", open, calendar.ByWeek, ""},
		{"2026-08-11", "buds", open, calendar.ByOwn, "event"}, // one class comes in the vacation
		{"2026-08-11", "sprouts", closed, calendar.ByOwn, "vacation"},
		{"2026-08-12", "buds", closed, calendar.ByOwn, "weather"}, // the typhoon closes that one too
		{"2026-11-20", "", open, calendar.ByWeek, ""},             // one class's closure is not the nursery's
		{"2026-11-20", "buds", closed, calendar.ByOwn, "outbreak"},
		{"2026-11-21", "", open, calendar.ByOwn, "makeup"},
		{"2026-11-21", "buds", closed, calendar.ByOwn, "outbreak"}, // a Saturday that opens does not open it
		{"2026-12-31", "", half, calendar.ByOwn, "event"},
		{"2027-01-01", "", half, calendar.ByOwn, "event"}, // over the year's end
		{"2027-01-02", "", closed, calendar.ByWeek, "weekend"},
	} {
		got := plan.Day(c.on, c.class)
		if got.State != c.state || got.Source != c.source || got.Why != c.why {
			t.Errorf("%s of %q: %s by %s (%s), want %s by %s (%s)", c.on, c.class, got.State, got.Source, got.Why, c.state, c.source, c.why)
		}
	}
}

func TestAProgrammeRunsOverHolidaysAndVacationsOnly(t *testing.T) {
	plan := calendar.NewPlan(own(1, "", "2026-08-03", "2026-08-03", calendar.FullClosed, calendar.Vacation),
		own(2, "", "2026-08-04", "2026-08-04", calendar.FullClosed, calendar.Weather),
		own(3, "", "2026-08-05", "2026-08-05", calendar.FullClosed, calendar.Outbreak))
	for on, want := range map[day.Day]bool{"2026-08-03": true, "2026-08-04": false, "2026-08-05": false, "2026-08-06": false, "2026-08-08": true, "2026-10-01": true} {
		if got := plan.Day(on, "").Programme(); got != want {
			t.Errorf("%s: %v, want %v", on, got, want)
		}
	}
}
