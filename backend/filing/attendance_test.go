package filing_test

import (
	"slices"
	"strings"
	"testing"

	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/filing"
	"yayuan/backend/roster"
)

func TestAttendanceIsCountedInChildDaysOfOpenDays(t *testing.T) {
	in := func(child, class string, from, until day.Day) roster.Placement {
		return roster.Placement{ChildID: child, ClassID: class, From: from, Until: until}
	}
	came := func(child string, days ...day.Day) []dailylog.AttendedDay {
		var all []dailylog.AttendedDay
		for _, on := range days {
			all = append(all, dailylog.AttendedDay{ChildID: child, Day: on})
		}
		return all
	}
	away := func(child string, from, until day.Day) roster.Leave {
		return roster.Leave{ChildID: child, From: from, Until: until}
	}
	week := []day.Day{"2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"}
	a, b := in("a", "one", "2026-09-01", ""), in("b", "two", "2026-09-01", "")
	for name, c := range map[string]struct {
		from, until day.Day
		placements  []roster.Placement
		leaves      []roster.Leave
		attended    []dailylog.AttendedDay
		want        filing.Attendance
		kept        bool
		rate        float64
	}{
		"a full week, the weekend counts for nothing": {"2026-11-16", "2026-11-22", []roster.Placement{a}, nil, came("a", week...),
			filing.Attendance{Should: 5, Actual: 5, OpenDays: 5}, true, 100},
		"leave is due and not there": {"2026-11-16", "2026-11-20", []roster.Placement{a}, []roster.Leave{away("a", "2026-11-18", "2026-11-19")},
			came("a", "2026-11-16", "2026-11-17", "2026-11-20"), filing.Attendance{Should: 5, Actual: 3, Leave: 2, OpenDays: 5}, true, 60},
		"brought in spite of leave is there": {"2026-11-16", "2026-11-16", []roster.Placement{a}, []roster.Leave{away("a", "2026-11-16", "2026-11-20")},
			came("a", "2026-11-16"), filing.Attendance{Should: 1, Actual: 1, OpenDays: 1}, true, 100},
		"nobody came and all had said so: a kept zero": {"2026-11-16", "2026-11-17", []roster.Placement{a}, []roster.Leave{away("a", "2026-11-10", "2026-11-30")},
			nil, filing.Attendance{Should: 2, Leave: 2, OpenDays: 2}, true, 0},
		"one class kept, the other not": {"2026-11-16", "2026-11-17", []roster.Placement{a, b}, nil,
			append(came("a", "2026-11-16", "2026-11-17"), came("b", "2026-11-16")...),
			filing.Attendance{Should: 4, Actual: 3, OpenDays: 2, Unkept: []day.Day{"2026-11-17"}}, false, 0},
		"unexplained beside one who came is an absence, not a gap": {"2026-11-16", "2026-11-16", []roster.Placement{a, in("c", "one", "2026-09-01", "")}, nil,
			came("a", "2026-11-16"), filing.Attendance{Should: 2, Actual: 1, OpenDays: 1}, true, 50},
		"who came in the middle and who left, both days included": {"2026-11-16", "2026-11-20",
			[]roster.Placement{in("a", "one", "2026-11-19", ""), in("b", "one", "2026-09-01", "2026-11-19")}, nil,
			append(came("a", "2026-11-19", "2026-11-20"), came("b", "2026-11-16", "2026-11-17", "2026-11-18")...),
			filing.Attendance{Should: 6, Actual: 5, OpenDays: 5}, true, 83.3},
		"a change of class counts a child once": {"2026-11-16", "2026-11-17",
			[]roster.Placement{in("a", "one", "2026-09-01", "2026-11-16"), in("a", "two", "2026-11-17", "")}, nil,
			came("a", "2026-11-16", "2026-11-17"), filing.Attendance{Should: 2, Actual: 2, OpenDays: 2}, true, 100},
		"a holiday and the working Saturday that makes up for it": {"2026-10-01", "2026-10-10", []roster.Placement{a}, nil,
			came("a", "2026-10-08", "2026-10-09", "2026-10-10"), filing.Attendance{Should: 3, Actual: 3, OpenDays: 3}, true, 100},
		"nobody placed": {"2026-11-16", "2026-11-20", nil, nil, nil, filing.Attendance{}, false, 0},
	} {
		got := filing.CountAttendance(c.from, c.until, roster.Span{Placements: c.placements, Leaves: c.leaves}, c.attended)
		if got.Should != c.want.Should || got.Actual != c.want.Actual || got.Leave != c.want.Leave || got.OpenDays != c.want.OpenDays ||
			!slices.Equal(got.Unkept, c.want.Unkept) || got.Kept() != c.kept {
			t.Errorf("%s: %+v, kept %v", name, got, got.Kept())
		}
		if rate, ok := got.Rate(); ok != c.kept || rate != c.rate {
			t.Errorf("%s: rate %v %v", name, rate, ok)
		}
	}
}

func TestTheRateHasOneDecimalHalfUp(t *testing.T) {
	for _, c := range []struct {
		actual, should int
		want           float64
	}{{1, 3, 33.3}, {2, 3, 66.7}, {1, 8, 12.5}, {1, 16, 6.3}, {1999, 2000, 100}, {1998, 2000, 99.9}, {0, 7, 0}} {
		a := filing.Attendance{Should: c.should, Actual: c.actual, OpenDays: 1}
		if rate, ok := a.Rate(); !ok || rate != c.want {
			t.Errorf("%d of %d: %v", c.actual, c.should, rate)
		}
	}
}

func TestAMonthThatWasNotKeptIsEmptyAndAGap(t *testing.T) {
	w := openWeek(t)
	for _, on := range weekDays[:5] {
		w.arrive(t, w.kids[0], on)
	}
	d, err := w.Filing.Draft(w.Director, "MON-1", "2026-11")
	if err != nil {
		t.Fatal(err)
	}
	gap := ""
	for _, g := range d.Gaps {
		if g.Code == "filing.attendance_unkept" {
			gap, _ = g.Args["days"].(string)
		}
	}
	if gap != "11-23" {
		t.Errorf("the day without a record is told as %q", gap)
	}
	for _, key := range []string{"应出勤人次", "实际出勤人次"} {
		if f := figure(t, d, key); f.Value != nil {
			t.Errorf("%s is %d although a day is missing", key, *f.Value)
		}
	}
	done := fill(t, w.Nursery, "MON-1", "2026-11", "x3_月报_本月上月")
	compare(t, cells(t, done.Bytes), map[string]string{"B4": "2", "B6": "", "B7": "", "B8": ""})
	if !slices.Contains(done.Report.Empty, "B6") {
		t.Errorf("empty cells %v", done.Report.Empty)
	}
	w.arrive(t, w.kids[0], "2026-11-23")
	done = fill(t, w.Nursery, "MON-1", "2026-11", "x3_月报_本月上月")
	compare(t, cells(t, done.Bytes), map[string]string{"B6": "12", "B7": "6", "B8": "0.5"})
}

func TestAMonthOfLeaveIsAKeptZero(t *testing.T) {
	w := openWeek(t)
	for _, kid := range w.kids {
		if err := w.Roster.TakeLeave(w.Director, roster.Leave{ChildID: kid, From: "2026-11-16", Until: "2026-11-30", Kind: "illness"}); err != nil {
			t.Fatal(err)
		}
	}
	done := fill(t, w.Nursery, "MON-1", "2026-11", "x3_月报_本月上月")
	compare(t, cells(t, done.Bytes), map[string]string{"B6": "12", "B7": "0", "B8": "0"})
	for _, gap := range done.Draft.Gaps {
		if strings.Contains(gap.Code, "attendance") {
			t.Errorf("a kept month is told as a gap: %+v", gap)
		}
	}
}
