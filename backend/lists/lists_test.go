package lists_test

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"yayuan/backend/excel"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// edit changes cells of a workbook by heading, as a person would.
func edit(t testing.TB, data []byte, row int, changes map[string]string) []byte {
	t.Helper()
	rows := cells(t, data)
	for heading, text := range changes {
		at := slices.Index(rows[0], heading)
		if at < 0 {
			t.Fatalf("no heading %s in %q", heading, rows[0])
		}
		for len(rows[row-1]) <= at {
			rows[row-1] = append(rows[row-1], "")
		}
		rows[row-1][at] = text
	}
	raw, err := excel.Write(excel.Page{Name: "改过的", Head: rows[0], Rows: rows[1:]})
	testkit.Must(t, err)
	return raw
}

// rowOf finds the row of a sheet that begins with a name.
func rowOf(t testing.TB, data []byte, name string) int {
	t.Helper()
	for i, row := range cells(t, data) {
		if row[0] == name {
			return i + 1
		}
	}
	t.Fatalf("no row of %s", name)
	return 0
}

func draft(t testing.TB, n *testkit.Nursery, key string, data []byte) lists.Preview {
	t.Helper()
	preview, err := n.Lists.Draft(n.Director, key, "改好的.xlsx", data)
	testkit.Must(t, err)
	return preview
}

func TestOneChangedCellIsShownWrittenKeptAndTakenBack(t *testing.T) {
	n := testkit.OpenWithCast(t)
	masked, err := n.Lists.Export(n.Director, "children", false, "")
	testkit.Must(t, err)
	book := masked.Bytes
	row := rowOf(t, book, "陈一诺")
	if id := cells(t, book)[row-1][5]; id != "330*************86" {
		t.Errorf("the number is shown as %q", id)
	}
	preview := draft(t, n, "children", edit(t, book, row, map[string]string{"小名": "果果", "监护人电话": "13900009999"}))
	if got := said(preview.Plan); !strings.HasPrefix(got, "陈一诺 果果 changed [小名: 糖糖 → 果果] [监护人电话: ") || !strings.HasSuffix(got, " → 139****9999]\n") {
		t.Fatalf("%s", got)
	}
	if before, err := n.Roster.File(n.Director, n.Kids["陈一诺"]); err != nil || before.Nickname != "糖糖" {
		t.Fatalf("a preview has written: %+v %v", before.Nickname, err)
	}
	if _, err := n.Lists.Commit(n.Director, preview.ID, " "); code(err) != "lists.reason_missing" {
		t.Errorf("without a reason: %v", err)
	}
	done, err := n.Lists.Commit(n.Director, preview.ID, "家长来电更正")
	testkit.Must(t, err)
	if done.Changed != 1 || done.Created != 0 || done.Same != 4 {
		t.Errorf("%+v", done)
	}
	after, err := n.Roster.File(n.Director, n.Kids["陈一诺"])
	testkit.Must(t, err)
	if after.Nickname != "果果" || after.IDNumber != "330102202403120286" || after.Guardians[0].Phone != "13900009999" {
		t.Errorf("%+v", after)
	}
	history, err := n.Roster.History(n.Director, n.Kids["陈一诺"])
	testkit.Must(t, err)
	told := fmt.Sprint(history)
	for _, want := range []string{"糖糖 果果", "家长来电更正", "guardian.phone"} {
		if !strings.Contains(told, want) {
			t.Errorf("%q is not in the history %s", want, told)
		}
	}
	if _, _, err := n.Lists.Undo(n.Director, done.ID, ""); code(err) != "lists.reason_missing" {
		t.Errorf("undo without a reason: %v", err)
	}
	undone, refused, err := n.Lists.Undo(n.Director, done.ID, "导错了")
	if err != nil || undone != 1 || len(refused) != 0 {
		t.Fatalf("%d %v %v", undone, refused, err)
	}
	if back, _ := n.Roster.File(n.Director, n.Kids["陈一诺"]); back.Nickname != "糖糖" {
		t.Errorf("%+v", back.Nickname)
	}
	if _, _, err := n.Lists.Undo(n.Director, done.ID, "再来"); code(err) != "lists.import_not_done" {
		t.Errorf("twice: %v", err)
	}
}

func TestAnExportedListIsSentToWhereItComesIn(t *testing.T) {
	n := testkit.OpenWithCast(t)
	if _, err := n.Imports.Draft(n.Director, "宝宝名册.xlsx", export(t, n.House, n.Director, "children")); code(err) != "roster.import_exported" {
		t.Errorf("%v", err)
	}
}

func code(err error) string {
	f, ok := fault.As(err)
	if !ok {
		return fmt.Sprint(err)
	}
	return f.Code
}

func TestARefusedCellKeepsTheWholeFileOut(t *testing.T) {
	n := testkit.OpenWithCast(t)
	book := export(t, n.House, n.Director, "children")
	bad := edit(t, book, rowOf(t, book, "陈一诺"), map[string]string{"身份证号": "330102202403120287", "小名": "果果"})
	bad = edit(t, bad, rowOf(t, bad, "赵㛃"), map[string]string{"性别": "不详", "出生日期": "2024-13-01", "班级": "托小一班"})
	bad = edit(t, bad, rowOf(t, bad, "刘=欢"), map[string]string{"身份证号": "330*************99", "孩次": "老大"})
	preview := draft(t, n, "children", bad)
	if got := said(preview.Plan); preview.Plan.Count(lists.Refused) != 3 || preview.Plan.Count(lists.Changed) != 0 {
		t.Errorf("%s", got)
	}
	for _, want := range []string{"F 身份证号: roster.id_number_bad", "C 性别: lists.choice_unknown", "D 出生日期: intake.DATE_IMPOSSIBLE", "L 班级: lists.fixed",
		"F 身份证号: lists.masked_unknown", "H 孩次: lists.number_bad"} {
		if got := said(preview.Plan); !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	for _, line := range preview.Plan.Lines {
		for _, problem := range line.Problems {
			if fault.Sentences("zh")[problem.Code] == "" {
				t.Errorf("%s has no sentence", problem.Code)
			}
		}
	}
	if _, err := n.Lists.Commit(n.Director, preview.ID, "更正"); code(err) != "lists.rows_refused" {
		t.Errorf("%v", err)
	}
	if file, _ := n.Roster.File(n.Director, n.Kids["陈一诺"]); file.Nickname != "糖糖" {
		t.Errorf("half of a file came in: %s", file.Nickname)
	}
}

func TestARowTwiceAndARowOfTwoAreRefused(t *testing.T) {
	n := testkit.OpenWithCast(t)
	book := export(t, n.House, n.Director, "children")
	one, two := rowOf(t, book, "陈一诺"), rowOf(t, book, "赵㛃")
	id := cells(t, book)[one-1]
	preview := draft(t, n, "children", edit(t, book, two, map[string]string{"编号": id[len(id)-1], "姓名": "陈一诺"}))
	if got := said(preview.Plan); !strings.Contains(got, "lists.twice") {
		t.Errorf("%s", got)
	}
	for range 2 {
		_, err := n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: "王一", BirthDate: "2024-05-05"}})
		testkit.Must(t, err)
	}
	sheet := testkit.Workbook(t, testkit.Sheet{Name: "新来的", Rows: [][]any{{"姓名", "出生日期", "小名"}, {"王一", "2024-05-05", "一一"}}})
	if got := said(draft(t, n, "children", sheet).Plan); !strings.Contains(got, "lists.ambiguous") {
		t.Errorf("%s", got)
	}
}

func TestWhatAnImportAddedIsTakenBackUnlessItIsUsed(t *testing.T) {
	n := testkit.OpenWithCast(t)
	sheet := testkit.Workbook(t, testkit.Sheet{Name: "新来的", Rows: [][]any{{"姓名", "出生日期", "班级", "托育形式", "入班日期", "监护人姓名", "监护人电话"},
		{"冯小满", "2024-05-20", "托小一班", "半日托", testkit.Raw{Digits: "46357", Style: 1}, "冯伟", "13900001111"}, {"褚一一", "2024-06-01", "", "", "", "", ""}}})
	preview := draft(t, n, "children", sheet)
	if preview.Plan.Count(lists.Added) != 2 {
		t.Fatalf("%s", said(preview.Plan))
	}
	done, err := n.Lists.Commit(n.Director, preview.ID, "")
	testkit.Must(t, err)
	found, _, err := n.Roster.Find(n.Director, roster.Search{Text: "冯小满", State: "all"})
	testkit.Must(t, err)
	if len(found) != 1 || found[0].Placement == nil || found[0].Placement.From != "2026-12-01" {
		t.Fatalf("%+v", found)
	}
	testkit.Must(t, n.Roster.TakeLeave(n.Director, roster.Leave{ChildID: found[0].ID, From: "2026-12-07", Until: "2026-12-08", Kind: "personal"}))
	undone, refused, err := n.Lists.Undo(n.Director, done.ID, "选错文件")
	testkit.Must(t, err)
	if undone != 1 || len(refused) != 1 || refused[0].Row != 2 || refused[0].Code != "roster.list_child_used" {
		t.Errorf("%d %+v", undone, refused)
	}
	again := draft(t, n, "children", sheet)
	if again.Plan.Count(lists.Added) != 1 || again.Plan.Count(lists.Same) != 1 {
		t.Errorf("a file whose import was undone comes in again: %s", said(again.Plan))
	}
}

func TestEveryOtherListChangesAndComesBack(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	_, err := n.Roster.AddCollector(n.Director, roster.Collector{ChildID: kid, Kind: roster.Standing, Name: "外婆", Relation: "外婆", Phone: "13900002222", From: "2026-09-01"})
	testkit.Must(t, err)
	testkit.Must(t, n.Roster.TakeLeave(n.Director, roster.Leave{ChildID: kid, From: "2026-12-07", Until: "2026-12-08", Kind: "personal"}))
	for _, c := range []struct {
		list    string
		row     string
		changes map[string]string
	}{
		{"classes", "托大一班", map[string]string{"托位数": "18", "活动室": "201"}},
		{"staff", "王芳", map[string]string{"学历": "大专", "工号": "007"}},
		{"collectors", "陈一诺", map[string]string{"关系": "姥姥", "结束日期": "2027-01-31"}},
		{"placements", "陈一诺", map[string]string{"结束日期": "2027-06-30", "收费方案": "=A"}},
		{"leaves", "陈一诺", map[string]string{"结束日期": "2026-12-10"}},
	} {
		book, err := n.Lists.Export(n.Director, c.list, false, "")
		testkit.Must(t, err)
		before := cells(t, book.Bytes)
		preview := draft(t, n, c.list, edit(t, book.Bytes, rowOf(t, book.Bytes, c.row), c.changes))
		if preview.Plan.Count(lists.Changed) != 1 || preview.Plan.Count(lists.Refused) != 0 {
			t.Errorf("%s: %s", c.list, said(preview.Plan))
			continue
		}
		done, err := n.Lists.Commit(n.Director, preview.ID, "更正")
		if err != nil {
			t.Errorf("%s: %v", c.list, err)
			continue
		}
		if undone, refused, err := n.Lists.Undo(n.Director, done.ID, "导错了"); err != nil || undone != 1 {
			t.Errorf("%s: %d %v %v", c.list, undone, refused, err)
		}
		again, err := n.Lists.Export(n.Director, c.list, false, "")
		testkit.Must(t, err)
		if after := cells(t, again.Bytes); fmt.Sprint(after) != fmt.Sprint(before) {
			t.Errorf("%s\n%q\n%q", c.list, before, after)
		}
	}
}

func TestWhoMayAndHowMuchIsShown(t *testing.T) {
	n := testkit.OpenWithCast(t)
	office, care, health := n.SignIn(t, identity.Office), n.SignIn(t, identity.Caregiver), n.SignIn(t, identity.Health)
	ask := func(numbers bool, reason string) map[string]any {
		return map[string]any{"numbers": numbers, "reason": reason}
	}
	for _, s := range []testkit.Scenario{
		{Name: "numbers need a reason", Token: office, Method: http.MethodPost, Path: "/api/lists/children/export", Body: ask(true, " "), Status: 422, Expect: []string{"lists.reason_missing"}},
		{Name: "a caregiver has no list", Token: care, Method: http.MethodPost, Path: "/api/lists/leaves/export", Body: ask(false, ""), Status: 403},
		{Name: "the health worker has the leaves", Token: health, Method: http.MethodGet, Path: "/api/lists", Status: 200, Expect: []string{`"leaves"`, `"holds"`}, Refuse: []string{`"children"`, `"staff"`}},
		{Name: "but not the children", Token: health, Method: http.MethodPost, Path: "/api/lists/children/export", Body: ask(false, ""), Status: 403},
		{Name: "a list that is none", Token: office, Method: http.MethodPost, Path: "/api/lists/audit/export", Body: ask(false, ""), Status: 404},
	} {
		s.Run(t, n)
	}
	answer := n.Ask(t, office, http.MethodPost, "/api/lists/children/export", ask(true, "报送花名册"))
	if answer.Status != http.StatusOK {
		t.Fatal(answer.Body)
	}
	whole := fmt.Sprint(cells(t, []byte(answer.Body)))
	if !strings.Contains(whole, "330102202403120286") || strings.Contains(whole, "有无疾病") || !strings.Contains(whole, "过敏史") {
		t.Errorf("what the office sees: %s", whole)
	}
	name := answer.Header.Get("X-File-Name")
	if !strings.Contains(name, "%E5%AE%9D%E5%AE%9D%E5%90%8D%E5%86%8C") || strings.Contains(name, "330102") {
		t.Errorf("the file is called %s", name)
	}
	records, err := n.Audit.Of(n.Director, "list", "children")
	testkit.Must(t, err)
	if len(records) != 1 || records[0].Reason != "报送花名册" || records[0].Verb != "lists.export" {
		t.Errorf("%+v", records)
	}
	preview := n.Ask(t, office, http.MethodPost, "/api/lists/children/import", []byte(answer.Body), "X-File-Name", "x.xlsx")
	if preview.Status != http.StatusOK || !strings.Contains(preview.Body, `"same":5`) {
		t.Errorf("what the office took comes back the same: %s", preview.Body)
	}
	guard, err := n.Lists.Export(identity.WithActor(context.Background(), identity.NewActor("x", "x", []identity.Role{identity.Viewer})), "children", false, "")
	if code(err) != "identity.not_allowed" || guard.Bytes != nil {
		t.Errorf("a viewer: %v", err)
	}
}
