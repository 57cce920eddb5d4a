package roster_test

import (
	"testing"

	"yayuan/backend/dailylog"
	"yayuan/backend/roster"
	"yayuan/backend/storage"
	"yayuan/backend/testkit"
)

func TestUndoVoidsWhatNothingHangsOn(t *testing.T) {
	n := testkit.Open(t)
	done := commit(t, n, draft(t, n, "n2_三张表_重复表头.xlsx").ID, roster.AllRows)
	children := files(t, n)
	if len(children) != 7 || children["白果"].Placements == nil {
		t.Fatalf("%d children", len(children))
	}
	id := func(name string) string { return children[name].Child.ID }
	class := func(name string) string { return children[name].Placements[0].ClassID }
	// An entry in the log, a leave, a changed field, a new placement, a changed phone.
	testkit.Must(t, n.Log.RecordGate(n.Director, dailylog.Gate{ActID: storage.NewID(), EntryID: storage.NewID(), Class: class("童小米"),
		Day: testkit.Today, ChildID: id("童小米"), Register: dailylog.Arrival, HappenedAt: testkit.Noon, EnteredAt: testkit.Noon,
		Mark: &dailylog.MarkDetail{}}))
	testkit.Must(t, n.Roster.TakeLeave(n.Director, roster.Leave{ChildID: id("叶一"), From: "2026-11-24", Until: "2026-11-25", Kind: "illness"}))
	renamed := children["白果"].Child
	renamed.Nickname = "果果"
	testkit.Must(t, n.Roster.ChangeChild(n.Director, renamed, roster.Numbers{}, "家长更正"))
	testkit.Must(t, n.Roster.Place(n.Director, roster.Placement{ChildID: id("夏至"), ClassID: class("夏至"), Mode: roster.HalfDay,
		From: "2026-11-24", Reason: "改半日"}))
	guardian := children["秦朗"].Guardians[0]
	guardian.Phone = "13600000055"
	testkit.Must(t, n.Roster.ChangeGuardian(n.Director, id("秦朗"), guardian))

	if _, _, err := n.Imports.Undo(n.Director, done.ID, " "); code(err) != "roster.reason_missing" {
		t.Errorf("undo without a reason: %v", err)
	}
	voided, refused, err := n.Imports.Undo(n.Director, done.ID, "选错了文件")
	testkit.Must(t, err)
	names := ""
	for _, each := range refused {
		names += each.Name + " " + each.Why + " "
	}
	if voided != 2 || names != "童小米 used 叶一 used 白果 used 夏至 used 秦朗 used " {
		t.Errorf("%d voided, refused %s", voided, names)
	}
	left := files(t, n)
	if _, there := left["常乐"]; there || len(left) != 5 {
		t.Errorf("%d children left", len(left))
	}
	if _, _, err := n.Imports.Undo(n.Director, done.ID, "再来"); code(err) != "roster.import_not_done" {
		t.Errorf("undo twice: %v", err)
	}
	if again := commit(t, n, draft(t, n, "n2_三张表_重复表头.xlsx").ID, roster.AllRows); again.Created != 2+1 || again.Unchanged != 4 {
		t.Errorf("the same file after its undo: %+v; 秦朗 has another phone now", again)
	}
}

func TestUndoLeavesChildrenThatWereThereBefore(t *testing.T) {
	n := testkit.Open(t)
	head := cells{"姓名", "出生日期", "家长电话", "小名"}
	commit(t, n, draftOf(t, n, head, cells{"甲一", "2024-03-15", "13300000001", ""}).ID, roster.AllRows)
	second := draftOf(t, n, head, cells{"甲一", "2024-03-15", "13300000001", "甲甲"}, cells{"乙一", "2024-03-16", "13300000002", ""})
	if done := commit(t, n, second.ID, roster.AllRows); done.Updated != 1 || done.Created != 1 {
		t.Fatalf("%+v", done)
	}
	voided, refused, err := n.Imports.Undo(n.Director, second.ID, "选错了文件")
	testkit.Must(t, err)
	if voided != 1 || len(refused) != 1 || refused[0] != (roster.NotUndone{Row: 2, Name: "甲一", Why: "completed"}) {
		t.Errorf("%d voided, %+v", voided, refused)
	}
	if left := files(t, n); len(left) != 1 || left["甲一"].Child.Nickname != "甲甲" {
		t.Errorf("%+v", left)
	}
}
