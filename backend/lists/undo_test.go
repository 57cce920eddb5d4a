package lists_test

import (
	"fmt"
	"net/http"
	"testing"

	"yayuan/backend/identity"
	"yayuan/backend/lists"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// ordinary are files as people write them: whom a row names by name and birth
// date, without a number of ours, without what the program fills in itself.
var ordinary = []struct {
	list  string
	rows  [][]any
	stays bool
}{
	{"leaves", [][]any{{"宝宝姓名", "出生日期", "请假类型", "开始日期", "结束日期"}, {"陈一诺", "2024-03-12", "病假", "2026-12-07", "2026-12-08"}}, false},
	{"leaves", [][]any{{"宝宝姓名", "请假类型", "开始日期", "结束日期"}, {"陈一诺", "病假", "2026-12-07", "2026-12-08"}}, false},
	{"guardians", [][]any{{"宝宝姓名", "监护人姓名", "关系", "电话"}, {"陈一诺", "陈大山", "爷爷", "139 0000 7777"}}, false},
	{"collectors", [][]any{{"宝宝姓名", "接送人姓名", "类型", "关系", "电话"}, {"陈一诺", "孙秀英", "长期", "外婆", "139 0000 8888"}}, false},
	{"assignments", [][]any{{"姓名", "班级", "主配班", "开始日期"}, {"王芳", "托小一班", "配班", "2026-12-01"}}, false},
	{"placements", [][]any{{"宝宝姓名", "班级", "托育形式", "开始日期", "返园体检日期"}, {"陈一诺", "托小一班", "全日托", "2026-12-01", ""}, {"陈一诺", "托大一班", "全日托", "2027-03-01", "2027-02-26"}}, false},
	{"bookings", [][]any{{"宝宝姓名", "日期", "类型", "时段"}, {"陈一诺", "2026-12-05", "假期托", "上午"}}, false},
	{"staff", [][]any{{"姓名", "岗位", "电话", "入职日期"}, {" 周 敏 ", "保育员", "139 0000 3333", "2026.9.1"}}, false},
	{"holds", [][]any{{"宝宝姓名", "开始日期", "隔离至", "需要证明", "等哪种证明", "原因"}, {"陈一诺", "2026-11-23", "2026-12-06", "是", "复课证明", "水痘"}}, true},
	{"weeks", [][]any{{"宝宝姓名", "托育形式", "开始日期", "周一", "周二"}, {"陈一诺", "全日托", "2026-12-01", "上午", "全天"}}, true},
}

func TestAnOrdinaryFileIsTakenBack(t *testing.T) {
	for i, c := range ordinary {
		t.Run(fmt.Sprint(i, " ", c.list), func(t *testing.T) {
			n := testkit.OpenWithCast(t)
			before := cells(t, export(t, n.House, n.Director, c.list))
			preview := draft(t, n, c.list, testkit.Workbook(t, testkit.Sheet{Name: "我们的", Rows: c.rows}))
			if preview.Plan.Count(lists.Added) != len(c.rows)-1 {
				t.Fatalf("%s", said(preview.Plan))
			}
			done, err := n.Lists.Commit(n.Director, preview.ID, "补录")
			testkit.Must(t, err)
			undone, refused, err := n.Lists.Undo(n.Director, done.ID, "选错文件")
			testkit.Must(t, err)
			if c.stays {
				if undone != 0 || len(refused) != len(c.rows)-1 || refused[0].Code != "lists.stays" {
					t.Errorf("%d %+v", undone, refused)
				}
				return
			}
			if undone != len(c.rows)-1 || len(refused) > 0 {
				t.Errorf("%d %+v", undone, refused)
			}
			if after := cells(t, export(t, n.House, n.Director, c.list)); fmt.Sprint(after) != fmt.Sprint(before) {
				t.Errorf("before %q\nafter %q", before, after)
			}
		})
	}
}

func TestAnImportOfWhichAllStaysCanBeUndoneLater(t *testing.T) {
	n := testkit.OpenWithCast(t)
	preview := draft(t, n, "staff", testkit.Workbook(t, testkit.Sheet{Name: "新来的", Rows: [][]any{{"姓名", "岗位"}, {"周敏", "保育员"}}}))
	done, err := n.Lists.Commit(n.Director, preview.ID, "")
	testkit.Must(t, err)
	change := func(number string) {
		t.Helper()
		found, err := n.Roster.FindStaff(n.Director, "周敏", true)
		testkit.Must(t, err)
		found[0].Staff.Number = number
		testkit.Must(t, n.Roster.ChangeStaff(n.Director, found[0].Staff, roster.Keep{}))
	}
	ask := func(name string, expect ...string) {
		t.Helper()
		testkit.Scenario{Name: name, Token: n.Tokens[identity.Director], Method: http.MethodPost, Path: "/api/list-imports/" + done.ID + "/undo",
			Body: map[string]any{"reason": "选错文件"}, Status: http.StatusOK, Expect: expect}.Run(t, n)
	}
	change("007")
	ask("changed since", `"undone":0`, "lists.changed_since")
	change("")
	ask("as it was", `"undone":1`)
}
