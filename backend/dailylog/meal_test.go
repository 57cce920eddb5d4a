package dailylog_test

import (
	"context"
	"testing"

	"yayuan/backend/dailylog"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// classDay is a class's day at noon with helpers to write on it.
type classDay struct {
	*testkit.Nursery
	t   *testing.T
	ctx context.Context // 王芳, caregiver of 托大一班
}

func open(t *testing.T) classDay {
	n := testkit.OpenWithCast(t)
	return classDay{n, t, n.As(identity.Caregiver)}
}

func (d classDay) arrive(name string) {
	d.t.Helper()
	testkit.Must(d.t, d.Log.RecordGate(d.ctx, dailylog.Gate{Class: d.Sprouts.ID, Day: testkit.Today, ChildID: d.Kids[name],
		Register: dailylog.Arrival, HappenedAt: testkit.Today.At(8, 10), EnteredAt: testkit.Today.At(8, 12), Mark: &dailylog.MarkDetail{Relation: "母亲"}}))
}

func (d classDay) lunch(ctx context.Context, cells ...dailylog.MealCell) (dailylog.MealsDone, error) {
	return d.Log.RecordMeals(ctx, dailylog.Meals{Class: d.Sprouts.ID, Day: testkit.Today, Period: "lunch",
		EnteredAt: d.Clock.Now(), Cells: cells})
}

func (d classDay) cell(name string, amount dailylog.Amount, seen int64) dailylog.MealCell {
	return dailylog.MealCell{ChildID: d.Kids[name], Amount: amount, Seen: seen}
}

func (d classDay) row(name string) dailylog.BoardChild {
	d.t.Helper()
	board, err := d.Log.Board(d.ctx, d.Sprouts.ID, testkit.Today)
	testkit.Must(d.t, err)
	for _, child := range board.Children {
		if child.Name == name {
			return child
		}
	}
	d.t.Fatalf("%s is not on the board", name)
	return dailylog.BoardChild{}
}

func (d classDay) refused(err error, code string) {
	d.t.Helper()
	f, ok := fault.As(err)
	if !ok || f.Code != code {
		d.t.Fatalf("got %v, want the fault %s", err, code)
	}
}

func TestTheRestIsOnlyForChildrenWhoAreThere(t *testing.T) {
	d := open(t)
	d.arrive("陈一诺")
	testkit.Must(t, d.Roster.TakeLeave(d.Director, roster.Leave{ChildID: d.Kids["赵㛃"], From: testkit.Today, Until: testkit.Today, Kind: "illness"}))
	for _, absent := range []string{"赵㛃", "欧阳子墨"} {
		cell := d.cell(absent, "all", 0)
		cell.ByDefault = true
		_, err := d.lunch(d.ctx, d.cell("陈一诺", "half", 0), cell)
		d.refused(err, "dailylog.default_not_present")
	}
	if d.row("陈一诺").Recorded("meal:lunch") != nil {
		t.Error("a refused act must leave nothing behind")
	}
	if _, err := d.lunch(d.ctx, d.cell("赵㛃", "little", 0)); err != nil {
		t.Errorf("what was eaten can be recorded: %v", err)
	}
	if state := d.row("赵㛃").State; state != dailylog.OnLeave {
		t.Errorf("typing a meal made a child on leave %s", state)
	}
}

func TestConflictsComeBackAndTheOthersStand(t *testing.T) {
	d := open(t)
	d.arrive("陈一诺")
	d.arrive("欧阳子墨")
	_, err := d.lunch(d.ctx, d.cell("陈一诺", "most", 0))
	testkit.Must(t, err)
	done, err := d.lunch(d.As(identity.Health), d.cell("陈一诺", "none", 0), d.cell("欧阳子墨", "half", 0))
	testkit.Must(t, err)
	if len(done.Written) != 1 || done.Written[0].ChildID != d.Kids["欧阳子墨"] {
		t.Errorf("written: %+v", done.Written)
	}
	if len(done.Conflicts) != 1 || done.Conflicts[0].Yours != "none" || done.Conflicts[0].Theirs.Amount != "most" || done.Conflicts[0].Now != 1 {
		t.Errorf("conflicts: %+v", done.Conflicts)
	}
	if got := d.row("陈一诺").Recorded("meal:lunch").Amount; got != "most" {
		t.Errorf("the first write was overwritten by %s", got)
	}
}

func TestACorrectionSupersedesAndNothingIsOverwritten(t *testing.T) {
	d := open(t)
	d.arrive("陈一诺")
	first, err := d.lunch(d.ctx, d.cell("陈一诺", "all", 0))
	testkit.Must(t, err)
	second, err := d.lunch(d.ctx, d.cell("陈一诺", "little", 1))
	testkit.Must(t, err)
	now := d.row("陈一诺").Recorded("meal:lunch")
	if now.Amount != "little" || !now.Corrected || now.Revision != 2 || now.Supersedes != first.Written[0].ID {
		t.Errorf("after the correction: %+v", now)
	}
	if second.Written[0].ID == first.Written[0].ID {
		t.Error("a correction must be a row of its own")
	}
	if n := d.rows("SELECT count(*) FROM entry_meal"); n != 2 {
		t.Errorf("%d meal rows, want both", n)
	}
	if n := d.rows("SELECT count(*) FROM entry WHERE register = 'meal' AND live = 1"); n != 1 {
		t.Errorf("%d live rows in one cell", n)
	}
}

func (d classDay) rows(query string) int {
	d.t.Helper()
	var n int
	testkit.Must(d.t, d.Store.With(context.Background()).Raw(query).Scan(&n).Error)
	return n
}

func TestUndoIsANewActAndRefusedOnConflict(t *testing.T) {
	d := open(t)
	d.arrive("陈一诺")
	d.arrive("欧阳子墨")
	_, err := d.lunch(d.ctx, d.cell("陈一诺", "half", 0))
	testkit.Must(t, err)
	act, err := d.lunch(d.ctx, d.cell("陈一诺", "none", 1), d.cell("欧阳子墨", "none", 0))
	testkit.Must(t, err)
	_, err = d.lunch(d.As(identity.Health), d.cell("欧阳子墨", "most", 1))
	testkit.Must(t, err)

	_, err = d.Log.Undo(d.As(identity.Health), "", act.ActID, "")
	d.refused(err, "dailylog.act_not_own")
	undone, err := d.Log.Undo(d.ctx, "", act.ActID, "")
	testkit.Must(t, err)
	if undone.Restored != 1 || undone.Kept != 1 {
		t.Errorf("undone: %+v", undone)
	}
	if got := d.row("陈一诺").Recorded("meal:lunch").Amount; got != "half" {
		t.Errorf("undo brought back %s, want half", got)
	}
	if got := d.row("欧阳子墨").Recorded("meal:lunch").Amount; got != "most" {
		t.Errorf("undo took a later write of another person: %s", got)
	}
	_, err = d.Log.Undo(d.ctx, "", act.ActID, "")
	d.refused(err, "dailylog.act_undone")
}

func TestVoidLeavesABlankWithItsHistory(t *testing.T) {
	d := open(t)
	d.arrive("陈一诺")
	done, err := d.lunch(d.ctx, d.cell("陈一诺", "all", 0))
	testkit.Must(t, err)
	d.refused(d.Log.Void(d.ctx, done.Written[0].ID, ""), "dailylog.reason_missing")
	testkit.Must(t, d.Log.Void(d.ctx, done.Written[0].ID, "记错了宝宝"))
	row := d.row("陈一诺")
	if row.Recorded("meal:lunch") != nil || row.Cells["meal:lunch"].Revision != 2 {
		t.Errorf("after the void: %+v", row.Cells["meal:lunch"])
	}
	again, err := d.lunch(d.ctx, d.cell("陈一诺", "half", 0))
	testkit.Must(t, err)
	if len(again.Conflicts) != 1 {
		t.Error("who had not seen the void must get a conflict")
	}
}

func TestNothingLiesInTheFuture(t *testing.T) {
	d := open(t)
	d.arrive("陈一诺")
	_, err := d.Log.RecordMeals(d.ctx, dailylog.Meals{Class: d.Sprouts.ID, Day: testkit.Today, Period: "afternoon_snack",
		EnteredAt: d.Clock.Now(), Cells: []dailylog.MealCell{d.cell("陈一诺", "all", 0)}})
	d.refused(err, "dailylog.not_yet")
	_, err = d.Log.RecordMeals(d.ctx, dailylog.Meals{Class: d.Sprouts.ID, Day: testkit.Today.Add(1), Period: "lunch",
		Cells: []dailylog.MealCell{d.cell("陈一诺", "all", 0)}})
	d.refused(err, "dailylog.day_future")
}

func TestAClosedDayAsksForAReason(t *testing.T) {
	d := open(t)
	d.arrive("陈一诺")
	_, err := d.lunch(d.ctx, d.cell("陈一诺", "all", 0))
	testkit.Must(t, err)
	testkit.Must(t, d.Log.CloseDay(d.Director, d.Sprouts.ID, testkit.Today))
	_, err = d.lunch(d.ctx, d.cell("陈一诺", "half", 1))
	d.refused(err, "dailylog.reason_missing")
	_, err = d.Log.RecordMeals(d.ctx, dailylog.Meals{Class: d.Sprouts.ID, Day: testkit.Today, Period: "lunch", Reason: "看错了一行",
		EnteredAt: d.Clock.Now(), Cells: []dailylog.MealCell{d.cell("陈一诺", "half", 1)}})
	testkit.Must(t, err)
	if got := d.row("陈一诺").Recorded("meal:lunch").Reason; got != "看错了一行" {
		t.Errorf("reason %q", got)
	}
}
