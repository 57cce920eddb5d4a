package roster_test

import (
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"yayuan/backend/identity"
	"yayuan/backend/testkit"
)

// private is what n1 holds of people and only those who import may see.
var private = []string{"33010220240315024", "330110202408020313", "13905710001", "13805710013", "0571-85120002"}

func TestAPreviewIsForThoseWhoImport(t *testing.T) {
	n := testkit.OpenWithCast(t)
	data, err := os.ReadFile("testdata/rosters/n1_两级表头_父亲母亲.xlsx")
	testkit.Must(t, err)
	office := n.SignIn(t, identity.Office)
	name := url.PathEscape("九月 花名册.xlsx")
	answer := n.Ask(t, office, http.MethodPost, "/api/imports/children", data, "X-File-Name", name)
	var preview struct {
		ID       string
		FileName string
		Counts   struct{ Rows, New, Same, Problem int }
		Classes  []struct{ Name, Kind, ClassID string }
		Problems []struct {
			Row    int
			Letter string
			Code   string
		}
	}
	if answer.Status != http.StatusOK {
		t.Fatalf("%d %s", answer.Status, answer.Body)
	}
	answer.Read(t, &preview)
	if preview.FileName != "九月 花名册.xlsx" || preview.Counts.Rows != 5 || preview.Counts.New != 5 || len(preview.Classes) != 3 {
		t.Errorf("%+v", preview)
	}
	if class := preview.Classes[0]; class.Name != "托大一班" || class.ClassID != n.Sprouts.ID || preview.Classes[2].Kind != "infant" {
		t.Errorf("classes %+v", preview.Classes)
	}
	if first := preview.Problems[0]; first.Row != 6 || first.Letter != "F" || first.Code != "ID_PRECISION_LOST" {
		t.Errorf("first problem %+v", first)
	}

	path := "/api/imports/" + preview.ID
	empty := map[string]any{"columns": []any{}, "classes": []any{}}
	rows := map[string]any{"rows": "all", "classes": []any{}}
	for _, role := range []identity.Role{identity.Caregiver, identity.Health, identity.Finance, identity.Kitchen, identity.Gate, identity.Viewer} {
		token := n.SignIn(t, role)
		for _, s := range []testkit.Scenario{
			{Name: "draft", Method: http.MethodPost, Path: "/api/imports/children", Body: data, Headers: []string{"X-File-Name", name}},
			{Name: "revise", Method: http.MethodPost, Path: path + "/preview", Body: empty},
			{Name: "commit", Method: http.MethodPost, Path: path + "/commit", Body: rows},
			{Name: "undo", Method: http.MethodPost, Path: path + "/undo", Body: map[string]any{"reason": "x"}},
			{Name: "list", Method: http.MethodGet, Path: "/api/imports"},
		} {
			s.Name, s.Token, s.Status, s.Refuse = string(role)+" "+s.Name, token, http.StatusForbidden, append(private, "林沐晴", "花名册.xlsx")
			s.Run(t, n)
		}
	}

	for _, s := range []testkit.Scenario{
		{Name: "the office commits", Token: office, Method: http.MethodPost, Path: path + "/commit", Body: rows, Status: 200,
			Expect: []string{`"created":5`, `"skipped":0`}, Refuse: private},
		{Name: "the list of imports names no child", Token: office, Method: http.MethodGet, Path: "/api/imports", Status: 200,
			Expect: []string{"九月 花名册.xlsx", `"created":5`, `"state":"done"`}, Refuse: append(private, "林沐晴")},
		{Name: "a finished draft is not shown again", Token: office, Method: http.MethodPost, Path: path + "/preview", Body: empty,
			Status: http.StatusConflict, Refuse: append(private, "林沐晴")},
		{Name: "a draft that is not there", Token: office, Method: http.MethodPost, Path: "/api/imports/nothing/preview", Body: empty, Status: http.StatusNotFound},
	} {
		s.Run(t, n)
	}
}

func TestWhatWasImportedIsMasked(t *testing.T) {
	n := testkit.Open(t)
	commit(t, n, draft(t, n, "n1_两级表头_父亲母亲.xlsx").ID, "all")
	id := files(t, n)["林沐晴"].Child.ID
	for role, sees := range map[identity.Role][]string{identity.Office: {"林沐晴", "139****0001"}, identity.Viewer: {"林沐晴"}} {
		testkit.Scenario{Name: string(role), Token: n.SignIn(t, role), Method: http.MethodGet, Path: "/api/children/" + id, Status: 200,
			Expect: sees, Refuse: private}.Run(t, n)
	}
	imports, err := n.Imports.List(n.Director)
	testkit.Must(t, err)
	trail, err := n.Audit.Of(n.Director, "import", imports[0].ID)
	testkit.Must(t, err)
	if len(trail) != 2 {
		t.Errorf("%d entries about the import, want the draft and its commit", len(trail))
	}
	for _, record := range trail {
		for _, change := range record.Changes {
			for _, number := range append(private, "林沐晴") {
				if strings.Contains(change.Old+change.New, number) {
					t.Errorf("%s shows %s openly", record.Verb, number)
				}
			}
		}
	}
}

func TestAFileThatCannotBeReadGetsASentenceAtTheDoor(t *testing.T) {
	n := testkit.Open(t)
	token := n.SignIn(t, identity.Director)
	for name, each := range map[string]struct {
		data []byte
		code string
	}{
		"旧表.xls":   {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)), "excel.old_format"},
		"照片.xlsx":  {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "excel.not_a_workbook"},
		"空.csv":    {[]byte("\r\n  \r\n"), "excel.empty_file"},
		"不是名册.csv": {[]byte("品名,数量\n大米,20\n"), "intake.no_heading"},
		"空名册.csv":  {[]byte("姓名,出生日期,家长电话\n"), "intake.no_rows"},
	} {
		testkit.Scenario{Name: name, Token: token, Method: http.MethodPost, Path: "/api/imports/children", Body: each.data,
			Headers: []string{"X-File-Name", url.PathEscape(name)}, Status: http.StatusUnprocessableEntity, Expect: []string{each.code}}.Run(t, n)
	}
	imports, err := n.Imports.List(n.Director)
	testkit.Must(t, err)
	if len(imports) != 0 {
		t.Errorf("files that were not read left %d drafts", len(imports))
	}
}
