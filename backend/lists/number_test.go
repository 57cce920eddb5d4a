package lists_test

import (
	"strings"
	"testing"

	"yayuan/backend/lists"
	"yayuan/backend/testkit"
)

// idOf is the number that the one list row of a name stands under.
func idOf(t testing.TB, n *testkit.Nursery, key, name string) string {
	t.Helper()
	book := export(t, n.House, n.Director, key)
	row := cells(t, book)[rowOf(t, book, name)-1]
	return row[len(row)-1]
}

func TestANumberOfSomebodyElseOrOfAnotherFormIsNotKept(t *testing.T) {
	n := testkit.OpenWithCast(t)
	child, director, class := n.Kids["陈一诺"], idOf(t, n, "staff", "林静"), n.Sprouts.ID
	file, err := n.Roster.File(n.Director, child)
	testkit.Must(t, err)
	guardian := file.Guardians[0].ID
	braced, urn, upper := "{01a2124e-4043-7c11-ba8a-b58dfedca125}", "urn:uuid:01a2124e-4043-7c11-ba8a-b58dfedca126", strings.ToUpper("01a2124e-4043-7c11-ba8a-b58dfedca127")
	free := "01a2124e-4043-7c11-ba8a-b58dfedca128"
	for _, c := range []struct {
		list, name string
		forged     string
		kept       bool
	}{
		{list: "staff", name: "周一", forged: child}, {list: "staff", name: "周二", forged: guardian}, {list: "staff", name: "周三", forged: class},
		{list: "staff", name: "周四", forged: braced}, {list: "staff", name: "周五", forged: urn}, {list: "staff", name: "周六", forged: upper},
		{list: "children", name: "冯一", forged: director}, {list: "children", name: "冯二", forged: guardian}, {list: "children", name: "冯三", forged: braced},
		{list: "classes", name: "新一班", forged: child}, {list: "classes", name: "新二班", forged: urn},
		{list: "sites", name: "东区", forged: braced},
		{list: "staff", name: "周末", forged: free, kept: true},
	} {
		head, row := map[string][]any{"staff": {"姓名", "岗位", "编号"}, "children": {"姓名", "出生日期", "编号"}, "classes": {"班级", "类型", "托位数", "编号"},
			"sites": {"园区名称", "地址", "编号"}}[c.list], map[string][]any{"staff": {c.name, "保育员"}, "children": {c.name, "2024-06-01"}, "classes": {c.name, "托小班", "10"},
			"sites": {c.name, "文一西路 1 号"}}[c.list]
		preview := draft(t, n, c.list, testkit.Workbook(t, testkit.Sheet{Name: "x", Rows: [][]any{head, append(row, c.forged)}}))
		if preview.Plan.Count(lists.Added) != 1 {
			t.Errorf("%s %s: %s", c.list, c.name, said(preview.Plan))
			continue
		}
		_, err := n.Lists.Commit(n.Director, preview.ID, "补录")
		testkit.Must(t, err)
		if got := idOf(t, n, c.list, c.name); (got == c.forged) != c.kept || strings.ContainsAny(got, "{:ABCDEF") {
			t.Errorf("%s %s stands under %s", c.list, c.name, got)
		}
	}
}
