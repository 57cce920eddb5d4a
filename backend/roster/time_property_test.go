package roster_test

import (
	"testing"

	"pgregory.net/rapid"

	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/filing"
	"yayuan/backend/roster"
	"yayuan/backend/storage"
	"yayuan/backend/testkit"
)

// life is what befalls two children in any order. A refusal is an answer like
// any other; only what stands afterwards is looked at.
type life struct {
	*testkit.Nursery
	rt      *rapid.T
	kids    []string
	done    int // acts that were not refused
	refused int
}

func (l *life) try(err error) {
	l.rt.Helper()
	if _, known := fault.As(err); err != nil && !known {
		l.rt.Fatalf("neither done nor refused: %v", err)
	}
	if err == nil {
		l.done++
	} else {
		l.refused++
	}
}

// day draws from three weeks, so that the acts meet.
func (l *life) day(name string) day.Day {
	return firstDay.Add(rapid.IntRange(0, 20).Draw(l.rt, name))
}

func (l *life) kid() string { return rapid.SampledFrom(l.kids).Draw(l.rt, "kid") }

func (l *life) class() string {
	return rapid.SampledFrom([]string{l.Sprouts.ID, l.Buds.ID}).Draw(l.rt, "class")
}

func (l *life) place() {
	p := roster.Placement{ChildID: l.kid(), ClassID: l.class(), Mode: rapid.SampledFrom(modes).Draw(l.rt, "mode"), From: l.day("from"), Reason: "换班"}
	if rapid.IntRange(0, 3).Draw(l.rt, "ends") == 0 {
		p.Until = p.From.Add(rapid.IntRange(0, 20).Draw(l.rt, "until"))
	}
	if rapid.Bool().Draw(l.rt, "trial") {
		p.TrialUntil = p.From.Add(rapid.IntRange(0, 14).Draw(l.rt, "trial until"))
	}
	l.try(l.Roster.Place(l.Director, p))
}

func (l *life) end() { l.try(l.Roster.End(l.Director, l.kid(), l.day("last"), "搬家")) }

func (l *life) leave() {
	leave := roster.Leave{ChildID: l.kid(), Kind: "illness"}
	leave.From = l.day("leave")
	leave.Until = leave.From.Add(rapid.IntRange(0, 6).Draw(l.rt, "leave length"))
	l.try(l.Roster.TakeLeave(l.Director, leave))
}

// drawn picks a leave or a hold of anybody, live or not.
func (l *life) drawn(table string) string {
	var ids []string
	must(l.rt, l.Store.With(l.rt.Context()).Raw("SELECT id FROM "+table+" WHERE child_id IN ? ORDER BY id", l.kids).Scan(&ids).Error)
	return rapid.SampledFrom(append(ids, "nobody")).Draw(l.rt, table)
}

func must(rt *rapid.T, err error) {
	rt.Helper()
	if err != nil {
		rt.Fatal(err)
	}
}

func (l *life) tell() {
	l.try(l.Roster.TellLeave(l.Director, roster.LeaveStep{Leave: l.drawn("leave"), Day: l.day("told day"), Proof: roster.ProofShown,
		Act: rapid.SampledFrom([]roster.LeaveAct{roster.LeaveExtended, roster.LeaveEnded, roster.LeaveReturned}).Draw(l.rt, "act")}))
}

func (l *life) voidLeave() { l.try(l.Roster.VoidLeave(l.Director, l.drawn("leave"), "记错了")) }

func (l *life) hold() {
	hold := roster.Hold{ChildID: l.kid(), NeedsProof: rapid.Bool().Draw(l.rt, "proof"), Reason: "水痘"}
	hold.From = l.day("hold")
	hold.Until = hold.From.Add(rapid.IntRange(0, 8).Draw(l.rt, "hold length"))
	_, err := l.Roster.SetHold(l.Director, hold)
	l.try(err)
}

func (l *life) release() {
	l.try(l.Roster.ReleaseHold(l.Director, roster.Release{Hold: l.drawn("hold"), On: l.day("release"), Proof: roster.ProofShown, Note: "已结痂"}))
}

func (l *life) agree() {
	s := roster.Schedule{ChildID: l.kid(), Mode: rapid.SampledFrom(modes[:3]).Draw(l.rt, "week for"), From: l.day("week from"), Reason: "约定"}
	if rapid.Bool().Draw(l.rt, "week ends") {
		s.Until = s.From.Add(rapid.IntRange(0, 15).Draw(l.rt, "week until"))
	}
	for i := range s.Week {
		s.Week[i] = drawSlot(l.rt, "slot")
	}
	l.try(l.Roster.AgreeWeek(l.Director, s))
}

func (l *life) book() {
	l.try(l.Roster.Book(l.Director, l.kid(), roster.Booking{Day: l.day("booked"), Slot: drawSlot(l.rt, "slot"),
		Kind: rapid.SampledFrom([]roster.BookingKind{roster.ExtraDay, roster.HolidayDay}).Draw(l.rt, "kind")}))
}

func (l *life) closeDays() {
	row := drawOwn(l.rt, 0)
	row.ID, row.Class = "", map[string]string{"": "", "one": l.Sprouts.ID, "two": l.Buds.ID}[row.Class]
	_, err := l.Calendar.Add(l.Director, row, true)
	l.try(err)
}

// look checks what must hold after any act, by the tables and by what the
// program counts from them.
func (l *life) look() {
	l.count("two places on one day", `SELECT count(*) FROM placement a JOIN placement b ON a.child_id = b.child_id AND a.id < b.id
		WHERE a.live = 1 AND b.live = 1 AND a.from_day <= coalesce(b.until_day, '9999') AND b.from_day <= coalesce(a.until_day, '9999')`)
	l.count("two agreed weeks on one day", `SELECT count(*) FROM schedule a JOIN schedule b ON a.child_id = b.child_id AND a.mode = b.mode AND a.id < b.id
		WHERE a.live = 1 AND b.live = 1 AND a.from_day <= coalesce(b.until_day, '9999') AND b.from_day <= coalesce(a.until_day, '9999')`)
	l.count("two leaves on one day", `SELECT count(*) FROM leave a JOIN leave b ON a.child_id = b.child_id AND a.id < b.id
		WHERE a.live = 1 AND b.live = 1 AND a.void = 0 AND b.void = 0 AND a.from_day <= b.until_day AND b.from_day <= a.until_day`)
	l.count("a leave of two last acts", `SELECT count(*) FROM (SELECT episode FROM leave WHERE live = 1 GROUP BY episode HAVING count(*) > 1)`)
	l.count("a trial outside of its placement", `SELECT count(*) FROM placement WHERE live = 1 AND (trial_until < from_day OR trial_until > until_day)`)
	on := l.day("look at")
	board := map[string]dailylog.Counts{}
	for _, class := range []roster.Class{l.Sprouts, l.Buds} {
		b, err := l.Log.Board(l.Director, class.ID, on)
		must(l.rt, err)
		board[class.ID] = b.Counts
	}
	span, err := l.Roster.Within(l.Director, on, on)
	must(l.rt, err)
	var attended []dailylog.AttendedDay
	expected, due := 0, 0
	for _, p := range span.Placements {
		attended = append(attended, dailylog.AttendedDay{ChildID: p.ChildID, Day: on}) // everybody comes, expected or not
		e := span.Expecting().On(p, on)
		if e.Due() {
			due++
		}
		if e.Expected() {
			expected++
		}
	}
	if got := board[l.Sprouts.ID].Expected + board[l.Buds.ID].Expected; got != expected {
		l.rt.Fatalf("%s: the boards expect %d, the agreement %d", on, got, expected)
	}
	if got := filing.CountAttendance(on, on, span, attended); got.Should != due || got.Actual != due {
		l.rt.Fatalf("%s: %d due, the return counts %d of %d", on, due, got.Actual, got.Should)
	}
}

func (l *life) count(what, sql string) {
	l.rt.Helper()
	var n int
	must(l.rt, l.Store.With(l.rt.Context()).Raw(sql).Scan(&n).Error)
	if n > 0 {
		l.rt.Fatalf("%d times %s", n, what)
	}
}

// TestNoSequenceLeavesAChildTwiceOrCountedWhereNotExpected: moves, changes of
// mode, trials, leaves, holds and returns in any order.
func TestNoSequenceLeavesAChildTwiceOrCountedWhereNotExpected(t *testing.T) {
	n := testkit.OpenWithCast(t)
	tries(t, "rapid.checks", "25")
	tries(t, "rapid.steps", "25")
	done, refused := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		l := &life{Nursery: n, rt: rt}
		for range 2 {
			id, err := n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: "甲" + storage.NewID()[30:], BirthDate: "2024-03-12"},
				Placement: roster.Placement{ClassID: n.Sprouts.ID, Mode: roster.FullDay, From: firstDay.Add(rapid.IntRange(0, 20).Draw(rt, "first"))}})
			must(rt, err)
			l.kids = append(l.kids, id)
		}
		rt.Repeat(map[string]func(*rapid.T){
			"place": func(*rapid.T) { l.place() }, "end": func(*rapid.T) { l.end() }, "leave": func(*rapid.T) { l.leave() },
			"tell": func(*rapid.T) { l.tell() }, "void": func(*rapid.T) { l.voidLeave() }, "hold": func(*rapid.T) { l.hold() },
			"release": func(*rapid.T) { l.release() }, "agree": func(*rapid.T) { l.agree() }, "book": func(*rapid.T) { l.book() },
			"close": func(*rapid.T) { l.closeDays() }, "": func(*rapid.T) { l.look() },
		})
		done, refused = done+l.done, refused+l.refused
	})
	if done < refused/4 {
		t.Errorf("%d acts done and %d refused: hardly anything happened", done, refused)
	}
	t.Logf("%d acts done, %d refused", done, refused)
}

// TestThePastOfAPlacementStands: whatever is planned from today on, the days
// before are as they were.
func TestThePastOfAPlacementStands(t *testing.T) {
	n := testkit.OpenWithCast(t)
	tries(t, "rapid.checks", "15")
	where := func(rt *rapid.T, kid string) (days []string) {
		for on := testkit.Today.Add(-30); on < testkit.Today; on = on.Add(5) {
			placed, err := n.Roster.PlacedOn(n.Director, on, roster.Who{Child: kid})
			must(rt, err)
			for _, p := range placed {
				days = append(days, string(on)+p.ClassID+string(p.Mode))
			}
		}
		return days
	}
	rapid.Check(t, func(rt *rapid.T) {
		id, err := n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: "乙" + storage.NewID()[30:], BirthDate: "2024-03-12"},
			Placement: roster.Placement{ClassID: n.Sprouts.ID, Mode: roster.FullDay, From: testkit.Today.Add(-20)}})
		must(rt, err)
		before := where(rt, id)
		for range rapid.IntRange(1, 5).Draw(rt, "plans") {
			on := testkit.Today.Add(rapid.IntRange(0, 30).Draw(rt, "ahead"))
			if rapid.Bool().Draw(rt, "ends") {
				err = n.Roster.End(n.Director, id, on, "搬家")
			} else {
				err = n.Roster.Place(n.Director, roster.Placement{ChildID: id, ClassID: n.Buds.ID, Mode: rapid.SampledFrom(modes).Draw(rt, "mode"), From: on})
			}
			if _, known := fault.As(err); err != nil && !known {
				rt.Fatal(err)
			}
		}
		after := where(rt, id)
		if len(before) != len(after) {
			rt.Fatalf("before %v, after %v", before, after)
		}
		for i := range before {
			if before[i] != after[i] {
				rt.Fatalf("before %v, after %v", before, after)
			}
		}
	})
}
