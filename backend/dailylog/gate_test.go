package dailylog_test

import (
	"testing"

	"yayuan/backend/dailylog"
	"yayuan/backend/testkit"
)

func (d classDay) gate(name string, register dailylog.Register, hour, minute int, change func(*dailylog.Gate)) error {
	gate := dailylog.Gate{Class: d.Sprouts.ID, Day: testkit.Today, ChildID: d.Kids[name], Register: register,
		HappenedAt: testkit.Today.At(hour, minute), EnteredAt: testkit.Today.At(hour, minute), Mark: &dailylog.MarkDetail{}}
	if change != nil {
		change(&gate)
	}
	return d.Log.RecordGate(d.ctx, gate)
}

func TestTheDayOfOneChild(t *testing.T) {
	d := open(t)
	if state := d.row("陈一诺").State; state != dailylog.Awaited {
		t.Fatalf("before anything: %s", state)
	}
	testkit.Must(t, d.gate("陈一诺", dailylog.Arrival, 8, 0, nil))
	hot := 374
	testkit.Must(t, d.gate("陈一诺", dailylog.Check, 8, 2, func(g *dailylog.Gate) {
		g.Mark = nil
		g.Check = &dailylog.CheckDetail{Temperature: &hot, Method: "ear", Touch: "abnormal", Findings: "额头发烫", Card: "yellow"}
	}))
	row := d.row("陈一诺")
	if row.State != dailylog.Present || !row.Recorded("check").Check.Fever {
		t.Errorf("after the check: %s %+v", row.State, row.Recorded("check").Check)
	}
	d.refused(d.gate("陈一诺", dailylog.Departure, 7, 50, nil), "dailylog.left_before_arrival")
	d.refused(d.gate("陈一诺", dailylog.Departure, 16, 50, nil), "dailylog.time_future")
	testkit.Must(t, d.gate("陈一诺", dailylog.Departure, 11, 50, nil))
	if state := d.row("陈一诺").State; state != dailylog.Left {
		t.Errorf("after the departure: %s", state)
	}
	d.refused(d.gate("陈一诺", dailylog.Arrival, 8, 5, nil), "dailylog.seen_old")
}

func TestLateEntriesAreMarkedByTheRule(t *testing.T) {
	d := open(t)
	testkit.Must(t, d.gate("陈一诺", dailylog.Arrival, 8, 0, func(g *dailylog.Gate) { g.EnteredAt = testkit.Today.At(8, 20) }))
	testkit.Must(t, d.gate("欧阳子墨", dailylog.Arrival, 8, 0, func(g *dailylog.Gate) { g.EnteredAt = testkit.Today.At(11, 0) }))
	if d.row("陈一诺").Recorded("arrival").Late || !d.row("欧阳子墨").Recorded("arrival").Late {
		t.Error("20 minutes are in time, three hours are late")
	}
}

func TestUncheckedCountsAsNothing(t *testing.T) {
	d := open(t)
	testkit.Must(t, d.gate("陈一诺", dailylog.Arrival, 8, 0, nil))
	testkit.Must(t, d.gate("欧阳子墨", dailylog.Arrival, 8, 0, nil))
	testkit.Must(t, d.gate("欧阳子墨", dailylog.Check, 8, 1, func(g *dailylog.Gate) {
		g.Mark, g.Check = nil, &dailylog.CheckDetail{Look: "ok"}
	}))
	board, err := d.Log.Board(d.ctx, d.Sprouts.ID, testkit.Today)
	testkit.Must(t, err)
	want := dailylog.Counts{Expected: 4, Present: 2, Unexplained: 2, ToCheck: 2, Checked: 1}
	if board.Counts != want {
		t.Errorf("counts %+v, want %+v", board.Counts, want)
	}
}

func TestTimesOfAnotherDayAreRefused(t *testing.T) {
	d := open(t)
	d.refused(d.gate("陈一诺", dailylog.Arrival, 8, 0, func(g *dailylog.Gate) { g.HappenedAt = testkit.Today.Add(-1).At(8, 0) }), "dailylog.time_other_day")
	d.refused(d.gate("买买提·艾力", dailylog.Arrival, 8, 0, nil), "dailylog.not_in_class")
}
