package filing_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"testing"

	"yayuan/backend/fault"
	"yayuan/backend/filing"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

func TestWhatWasFiledStaysAsItWas(t *testing.T) {
	n := testkit.OpenWithCast(t)
	done := fill(t, n, "REG-CHILD", "2026-11", "a_在托婴幼儿花名册")
	sum := sha256.Sum256(done.Bytes)
	if done.SHA256 != hex.EncodeToString(sum[:]) {
		t.Errorf("digest %s of bytes with %x", done.SHA256, sum)
	}
	testkit.Must(t, n.Roster.End(n.Director, n.Kids["赵㛃"], "2026-11-23", "搬家"))
	filed, kept, err := n.Filing.Workbook(n.Director, done.ID)
	testkit.Must(t, err)
	if !bytes.Equal(kept, done.Bytes) || filed.SHA256 != done.SHA256 {
		t.Error("the filed bytes changed with the roster")
	}
	later := fill(t, n, "REG-CHILD", "2026-11", "a_在托婴幼儿花名册")
	if later.ID == done.ID {
		t.Error("a second filing took the place of the first")
	}
	all, err := n.Filing.Filings(n.Director)
	testkit.Must(t, err)
	if len(all) != 2 {
		t.Errorf("%d filings", len(all))
	}
}

func TestAReturnIsRefusedWhenAnythingInItChangedMeanwhile(t *testing.T) {
	for name, change := range map[string]func(*testing.T, *testkit.Nursery){
		"a child left": func(t *testing.T, n *testkit.Nursery) {
			testkit.Must(t, n.Roster.End(n.Director, n.Kids["赵㛃"], "2026-11-20", "搬家"))
		},
		"a telephone number, no figure": func(t *testing.T, n *testkit.Nursery) {
			file, err := n.Roster.File(n.Director, n.Kids["陈一诺"])
			testkit.Must(t, err)
			guardian := file.Guardians[0]
			guardian.Phone = "13905719999"
			testkit.Must(t, n.Roster.ChangeGuardian(n.Director, n.Kids["陈一诺"], guardian))
		},
	} {
		n := testkit.OpenWithCast(t)
		id := templateID(t, n, "a_在托婴幼儿花名册")
		_, err := n.Filing.FillWhile(n.Director, "REG-CHILD", "2026-11", id, func() { change(t, n) })
		if f, ok := fault.As(err); !ok || f.Code != "filing.changed_since" {
			t.Errorf("%s: %v", name, err)
		}
		if all, err := n.Filing.Filings(n.Director); err != nil || len(all) != 0 {
			t.Errorf("%s: %d filings, %v", name, len(all), err)
		}
	}
	n := testkit.OpenWithCast(t)
	if _, err := n.Filing.FillWhile(n.Director, "REG-CHILD", "2026-11", templateID(t, n, "a_在托婴幼儿花名册"), func() {}); err != nil {
		t.Errorf("nothing changed: %v", err)
	}
}

func TestTheRosterOfTheCast(t *testing.T) {
	n := testkit.OpenWithCast(t)
	_, err := n.Roster.AddChild(n.Director, roster.NewChild{
		Child:     roster.Child{Name: "=1+1", Sex: roster.Male, BirthDate: "2024-02-29", Household: "+86", Address: "@某路", Note: "-"},
		Placement: roster.Placement{ClassID: n.Buds.ID, Mode: roster.HalfDay, From: "2026-11-02", Reason: "入托"},
	})
	testkit.Must(t, err)
	done := fill(t, n, "REG-CHILD", "2026-11", "a_在托婴幼儿花名册")
	got := cells(t, done.Bytes)
	row := rowOf(t, got, "B", "欧阳子墨")
	compare(t, got, map[string]string{"C" + row: "男", "D" + row: "45235", "F" + row: "330106202311050159", "G" + row: "", "H" + row: "46266",
		"I" + row: "托大一班", "J" + row: "全日托", "K" + row: "家长墨墨", "L" + row: "母亲", "M" + row: "13905710001", "N" + row: "", "O" + row: "鸡蛋", "P" + row: ""})
	row = rowOf(t, got, "B", "=1+1")
	compare(t, got, map[string]string{"D" + row: "45351", "F" + row: "", "G" + row: "+86", "H" + row: "46328", "J" + row: "半日托", "Q" + row: "-"})
	if f := figure(t, done.Draft, "在托人数"); *f.Value != 6 || len(f.People) != 6 || len(done.Draft.Rows) != 6 {
		t.Errorf("%d children, %d names, %d rows", *f.Value, len(f.People), len(done.Draft.Rows))
	}
	missing := map[string]bool{}
	for _, gap := range done.Draft.Gaps {
		if gap.Code == "filing.child_missing" {
			missing[gap.Args["name"].(string)+gap.Args["label"].(string)] = true
		}
	}
	for _, want := range []string{"=1+1身份证号", "=1+1监护人", "=1+1监护人电话", "赵㛃身份证号", "欧阳子墨户籍"} {
		if !missing[want] {
			t.Errorf("%s is empty and not told", want)
		}
	}
	if missing["欧阳子墨身份证号"] || missing["=1+1户籍"] {
		t.Errorf("what is there is told as missing: %v", missing)
	}
}

func TestWhoMayFileAndWhatADraftKeepsToItself(t *testing.T) {
	n := testkit.OpenWithCast(t)
	done := fill(t, n, "REG-CHILD", "2026-11", "a_在托婴幼儿花名册")
	secrets := []string{"330102202403120286", "330106202311050159", "13905710001", "鸡蛋"}
	body := map[string]any{"period": "2026-11"}
	template := templateID(t, n, "a_在托婴幼儿花名册")
	for _, role := range []identity.Role{identity.Director, identity.Office, identity.Viewer} {
		testkit.Scenario{Name: string(role) + " reads a draft", Token: n.SignIn(t, role), Method: http.MethodPost, Path: "/api/forms/REG-CHILD/draft",
			Body: body, Status: http.StatusOK, Expect: []string{`"rows":5`, `"reckoningDay":"2026-11-23"`}, Refuse: secrets}.Run(t, n)
	}
	for _, role := range []identity.Role{identity.Caregiver, identity.Health, identity.Kitchen, identity.Gate, identity.Finance} {
		testkit.Scenario{Name: string(role) + " reads no draft", Token: n.SignIn(t, role), Method: http.MethodPost, Path: "/api/forms/REG-CHILD/draft",
			Body: body, Status: http.StatusForbidden, Refuse: append(secrets, "陈一诺")}.Run(t, n)
	}
	viewer := n.SignIn(t, identity.Viewer)
	for _, s := range []testkit.Scenario{
		{Name: "a viewer files nothing", Method: http.MethodPost, Path: "/api/forms/REG-CHILD/fill", Body: map[string]any{"period": "2026-11", "templateId": template}},
		{Name: "a viewer opens no filed workbook", Method: http.MethodGet, Path: "/api/filings/" + done.ID + "/workbook"},
	} {
		s.Token, s.Status, s.Refuse = viewer, http.StatusForbidden, secrets
		s.Run(t, n)
	}
	for _, period := range []string{"2026-13", "2026-12", "", "11/2026"} {
		testkit.Scenario{Name: "period " + period, Token: viewer, Method: http.MethodPost, Path: "/api/forms/MON-1/draft",
			Body: map[string]any{"period": period}, Status: http.StatusUnprocessableEntity, Expect: []string{`"field":"period"`}}.Run(t, n)
	}
	answer := n.Ask(t, n.SignIn(t, identity.Office), http.MethodGet, "/api/filings/"+done.ID+"/workbook", nil)
	if answer.Status != http.StatusOK || !bytes.Equal([]byte(answer.Body), done.Bytes) {
		t.Errorf("the office got %d with %d bytes, filed were %d", answer.Status, len(answer.Body), len(done.Bytes))
	}
}

func TestEveryFigureHasTheNamesBehindIt(t *testing.T) {
	w := openWeek(t)
	for _, on := range weekDays {
		w.arrive(t, w.kids[0], on)
	}
	for _, form := range filing.Forms {
		d, err := w.Filing.Draft(w.Director, form.ID, "2026-11")
		testkit.Must(t, err)
		for _, f := range d.Figures {
			childDays := f.Key == "应出勤人次" || f.Key == "实际出勤人次"
			if f.Value != nil && !childDays && len(f.People) != *f.Value {
				t.Errorf("%s %s: %d with %d names", form.ID, f.Key, *f.Value, len(f.People))
			}
		}
	}
}
