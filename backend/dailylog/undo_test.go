package dailylog_test

import (
	"testing"

	"yayuan/backend/testkit"
)

func TestWhatWasTakenBackDoesNotComeUpAgain(t *testing.T) {
	d := open(t)
	first, err := d.lunch(d.ctx, d.cell("陈一诺", "all", 0), d.cell("欧阳子墨", "all", 0))
	testkit.Must(t, err)
	second, err := d.lunch(d.ctx, d.cell("陈一诺", "half", 1))
	testkit.Must(t, err)
	undone, err := d.Log.Undo(d.ctx, "", first.ActID, "")
	testkit.Must(t, err)
	if undone.Restored != 1 || undone.Kept != 1 {
		t.Errorf("the first: %+v", undone)
	}
	_, err = d.Log.Undo(d.ctx, "", second.ActID, "")
	testkit.Must(t, err)
	if e := d.row("陈一诺").Recorded("meal:lunch"); e != nil {
		t.Errorf("%s came up again, from an act that was taken back", e.Amount)
	}
}

func TestActsAreTakenBackOneAfterTheOther(t *testing.T) {
	d := open(t)
	first, err := d.lunch(d.ctx, d.cell("陈一诺", "all", 0), d.cell("欧阳子墨", "all", 0))
	testkit.Must(t, err)
	second, err := d.lunch(d.ctx, d.cell("陈一诺", "half", 1))
	testkit.Must(t, err)
	_, err = d.Log.Undo(d.ctx, "", second.ActID, "")
	testkit.Must(t, err)
	board, err := d.Log.Board(d.ctx, d.Sprouts.ID, testkit.Today)
	testkit.Must(t, err)
	if board.Undoable == nil || board.Undoable.ActID != first.ActID || board.Undoable.Count != 2 {
		t.Errorf("next to undo: %+v", board.Undoable)
	}
	undone, err := d.Log.Undo(d.ctx, "", first.ActID, "")
	testkit.Must(t, err)
	if undone.Restored != 2 || undone.Kept != 0 || d.row("陈一诺").Recorded("meal:lunch") != nil {
		t.Errorf("the first: %+v", undone)
	}
	_, err = d.Log.Undo(d.ctx, "", first.ActID, "")
	d.refused(err, "dailylog.act_undone")
	if board, err = d.Log.Board(d.ctx, d.Sprouts.ID, testkit.Today); err != nil || board.Undoable != nil {
		t.Errorf("nothing is left to undo: %+v %v", board.Undoable, err)
	}
}
