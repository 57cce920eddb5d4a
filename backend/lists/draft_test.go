package lists_test

import (
	"fmt"
	"net/http"
	"testing"

	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/testkit"
)

func TestADraftIsItsAuthorsOwn(t *testing.T) {
	n := testkit.OpenWithCast(t)
	preview := draft(t, n, "leaves", testkit.Workbook(t, testkit.Sheet{Name: "x", Rows: ordinary[0].rows}))
	health, path := n.SignIn(t, identity.Health), "/api/list-imports/"+preview.ID
	for _, s := range []testkit.Scenario{
		{Name: "another's preview", Token: health, Path: path + "/preview", Body: map[string]any{"columns": []any{}}, Status: 404,
			Expect: []string{"lists.import_unknown"}, Refuse: []string{"陈一诺"}},
		{Name: "another's commit", Token: health, Path: path + "/commit", Body: map[string]any{"reason": "补录"}, Status: 404, Expect: []string{"lists.import_unknown"}},
		{Name: "one's own", Token: n.Tokens[identity.Director], Path: path + "/commit", Body: map[string]any{"reason": "补录"}, Status: 200, Expect: []string{`"new":1`}},
		{Name: "done, it is undone by who may", Token: health, Path: path + "/undo", Body: map[string]any{"reason": "选错文件"}, Status: 200, Expect: []string{`"undone":1`}},
	} {
		s.Method = http.MethodPost
		s.Run(t, n)
	}
}

func TestAFileOfTooManyRowsIsRefusedWithTheNumber(t *testing.T) {
	n := testkit.OpenWithCast(t)
	rows := [][]any{{"姓名", "岗位"}}
	for i := range 3000 {
		rows = append(rows, []any{fmt.Sprint("员工", i), "保育员"})
	}
	_, err := n.Lists.Draft(n.Director, "staff", "x.xlsx", testkit.Workbook(t, testkit.Sheet{Name: "x", Rows: rows}))
	if f, _ := fault.As(err); f == nil || f.Code != "lists.too_many_rows" || fmt.Sprint(f.Args["limit"], f.Args["count"]) != "3000 3001" {
		t.Errorf("%v", err)
	}
}
