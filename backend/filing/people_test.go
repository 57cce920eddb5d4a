package filing_test

import (
	"net/http"
	"os"
	"testing"

	"yayuan/backend/identity"
	"yayuan/backend/testkit"
)

// The names behind the figures reach only as far as who asks may know people.
func TestADraftNamesThoseBehindItsFigures(t *testing.T) {
	n := testkit.OpenWithCast(t)
	testkit.Must(t, n.Roster.End(n.Director, n.Kids["赵㛃"], "2026-11-10", "搬家"))
	ask := testkit.Scenario{Method: http.MethodPost, Path: "/api/forms/MON-1/draft", Body: map[string]any{"period": "2026-11"}, Status: http.StatusOK}
	child, staff := `"name":"陈一诺","kind":"child"`, `"name":"王芳","kind":"staff"`

	office := ask
	office.Name, office.Token = "office sees children, who has left and staff", n.SignIn(t, identity.Office)
	office.Expect = []string{child, staff, `"name":"赵㛃","kind":"child"`}
	office.Run(t, n)

	viewer := ask
	viewer.Name, viewer.Token = "a viewer sees children and only the number of staff", n.SignIn(t, identity.Viewer)
	viewer.Expect, viewer.Refuse = []string{child, `"label":"在岗人数 保育人员"`}, []string{"王芳", `"kind":"staff"`}
	viewer.Run(t, n)
}

func TestAGapLeadsToTheFieldThatClosesIt(t *testing.T) {
	n := testkit.OpenWithCast(t)
	testkit.Scenario{
		Name: "month", Token: n.SignIn(t, identity.Office), Method: http.MethodPost, Path: "/api/forms/MON-1/draft",
		Body: map[string]any{"period": "2026-11"}, Status: http.StatusOK,
		Expect: []string{`"link":"/settings/nursery?field=creditCode"`, `"link":"/settings/nursery?field=areaDm2"`, `/2026-11-02"`},
	}.Run(t, n)
}

func TestAKeptTemplateTellsWhatItAsksFor(t *testing.T) {
	n := testkit.OpenWithCast(t)
	raw, err := os.ReadFile("testdata/a_在托婴幼儿花名册.xlsx")
	testkit.Must(t, err)
	kept, err := n.Filing.AddTemplate(n.Director, "区里的表.xlsx", raw)
	testkit.Must(t, err)
	testkit.Scenario{
		Name: "fields", Token: n.SignIn(t, identity.Viewer), Method: http.MethodGet, Path: "/api/templates/" + kept.ID, Status: http.StatusOK,
		Expect: []string{`"form":"REG-CHILD"`, `"name":"区里的表.xlsx"`, `"field":"监护人.电话"`},
	}.Run(t, n)
}

func TestOnlyTheFiguresThatWereSeenAreFiled(t *testing.T) {
	n := testkit.OpenWithCast(t)
	raw, err := os.ReadFile("testdata/c_基本情况月报表.xlsx")
	testkit.Must(t, err)
	kept, err := n.Filing.AddTemplate(n.Director, "月报.xlsx", raw)
	testkit.Must(t, err)
	seen, err := n.Filing.Draft(n.Director, "MON-1", "2026-11")
	testkit.Must(t, err)
	testkit.Must(t, n.Roster.End(n.Director, n.Kids["赵㛃"], "2026-11-10", "搬家"))
	fill := testkit.Scenario{Token: n.SignIn(t, identity.Office), Method: http.MethodPost, Path: "/api/forms/MON-1/fill"}

	late := fill
	late.Name, late.Status, late.Expect = "a draft from before the change", http.StatusConflict, []string{"filing.changed_since"}
	late.Body = map[string]any{"period": "2026-11", "templateId": kept.ID, "seen": seen.Digest()}
	late.Run(t, n)

	again, err := n.Filing.Draft(n.Director, "MON-1", "2026-11")
	testkit.Must(t, err)
	now := fill
	now.Name, now.Status = "the draft as it is now", http.StatusOK
	now.Body = map[string]any{"period": "2026-11", "templateId": kept.ID, "seen": again.Digest()}
	now.Run(t, n)
}

func TestANurseryWithoutClassesHasNoZerosToFile(t *testing.T) {
	n := testkit.Open(t)
	draft, err := n.Filing.Draft(n.Director, "MON-1", "2026-10")
	testkit.Must(t, err)
	for _, figure := range draft.Figures {
		if figure.Value != nil {
			t.Errorf("%s is %d, but nothing was recorded", figure.Label, *figure.Value)
		}
	}
	codes := map[string]bool{}
	for _, gap := range draft.Gaps {
		codes[gap.Code] = true
	}
	if !codes["filing.no_classes"] || codes["filing.attendance_unkept"] {
		t.Errorf("the missing classes are the gap, not days without children: %v", codes)
	}
}
