package roster_test

import (
	"net/http"
	"strings"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

func code(err error) string {
	if f, ok := fault.As(err); ok {
		return f.Code
	}
	return ""
}

func TestAChildIsRefusedWithTheFieldAndTheReason(t *testing.T) {
	today := day.Day("2026-11-23")
	good := roster.Child{Name: "陈一诺", Sex: roster.Female, BirthDate: "2024-03-12", IDNumber: "330102202403120286"}
	cases := []struct {
		name, field, code string
		change            func(*roster.Child)
	}{
		{"a good one", "", "", func(*roster.Child) {}},
		{"no ID number yet", "", "", func(c *roster.Child) { c.IDNumber = "" }},
		{"no name", "name", "roster.name_missing", func(c *roster.Child) { c.Name = " " }},
		{"a name of 51 characters", "name", "roster.too_long", func(c *roster.Child) { c.Name = strings.Repeat("买", 51) }},
		{"no birth date", "birthDate", "roster.birth_missing", func(c *roster.Child) { c.BirthDate = "" }},
		{"30 February", "birthDate", "roster.day_bad", func(c *roster.Child) { c.BirthDate, c.IDNumber = "2024-02-30", "" }},
		{"born tomorrow", "birthDate", "roster.birth_future", func(c *roster.Child) { c.BirthDate, c.IDNumber = "2026-11-24", "" }},
		{"a wrong century", "birthDate", "roster.birth_too_old", func(c *roster.Child) { c.BirthDate, c.IDNumber = "1924-03-12", "" }},
		{"a wrong check digit", "idNumber", "roster.id_number_bad", func(c *roster.Child) { c.IDNumber = "330102202403120287" }},
		{"another birth date in the number", "idNumber", "roster.id_number_birth", func(c *roster.Child) { c.BirthDate = "2024-03-13" }},
		{"another sex in the number", "idNumber", "roster.id_number_sex", func(c *roster.Child) { c.Sex = roster.Male }},
	}
	for _, c := range cases {
		child := good
		c.change(&child)
		f, _ := fault.As(child.Check(today))
		switch {
		case f == nil && c.code != "":
			t.Errorf("%s was accepted", c.name)
		case f != nil && (f.Code != c.code || f.Field != c.field):
			t.Errorf("%s: %s at %s, want %s at %s", c.name, f.Code, f.Field, c.code, c.field)
		}
	}
}

func TestChildrenAreFoundByNamePinyinAndNickname(t *testing.T) {
	n := testkit.OpenWithCast(t)
	for text, want := range map[string]string{
		"一诺": "陈一诺", "cyn": "陈一诺", "chenyinuo": "陈一诺", "糖糖": "陈一诺", "tt": "陈一诺", "㛃": "赵㛃",
		"mmt": "买买提·艾力", "刘=欢": "刘=欢", "LH": "刘=欢", "oyzm": "欧阳子墨",
	} {
		lines, total, err := n.Roster.Find(n.Director, roster.Search{Text: text})
		testkit.Must(t, err)
		if total != 1 || lines[0].Name != want {
			t.Errorf("%q finds %d, want %s", text, total, want)
		}
	}
	if _, total, _ := n.Roster.Find(n.Director, roster.Search{Text: "%"}); total != 0 {
		t.Error("a wildcard is a character like any other")
	}
	if _, total, _ := n.Roster.Find(n.As(identity.Caregiver), roster.Search{}); total != 4 {
		t.Errorf("a caregiver sees %d children, want the 4 of the own class", total)
	}
}

func TestANameShowsAsItIsWritten(t *testing.T) {
	n := testkit.OpenWithCast(t)
	id, err := n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: "\u202e陈\u2066一\x07诺 ", BirthDate: "2024-05-01"}})
	testkit.Must(t, err)
	file, err := n.Roster.File(n.Director, id)
	testkit.Must(t, err)
	if file.Name != "陈一诺" {
		t.Errorf("kept as %q", file.Name)
	}
}

func TestThePastIsNeverRewritten(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	place := func(class, from string) error {
		return n.Roster.Place(n.Director, roster.Placement{ChildID: kid, ClassID: class, Mode: roster.FullDay, From: day.Day(from)})
	}
	testkit.Must(t, place(n.Buds.ID, "2026-10-08"))
	if got := code(place(n.Sprouts.ID, "2026-09-15")); got != "roster.placement_overlaps" {
		t.Errorf("a placement before the present one: %s", got)
	}
	for on, want := range map[day.Day]string{"2026-08-31": "", "2026-09-01": n.Sprouts.ID, "2026-10-07": n.Sprouts.ID, "2026-10-08": n.Buds.ID, "2027-01-01": n.Buds.ID} {
		got := ""
		placed, err := n.Roster.PlacedOn(n.Director, on, roster.Who{Child: kid})
		testkit.Must(t, err)
		for _, p := range placed {
			got += p.ClassID
		}
		if got != want {
			t.Errorf("on %s: in %q, want %q", on, got, want)
		}
	}
	testkit.Must(t, n.Roster.End(n.Director, kid, "2026-11-20", "搬家"))
	placed, err := n.Roster.PlacedOn(n.Director, testkit.Today, roster.Who{Child: kid})
	testkit.Must(t, err)
	if len(placed) != 0 {
		t.Error("a child that has left is still placed")
	}
}

func TestLeavesDoNotOverlapAndCanBeTakenBack(t *testing.T) {
	n := testkit.OpenWithCast(t)
	leave := roster.Leave{ID: "leave-1", ChildID: n.Kids["赵㛃"], From: "2026-11-23", Until: "2026-11-25", Kind: "illness", Note: "发热"}
	testkit.Must(t, n.Roster.TakeLeave(n.As(identity.Caregiver), leave))
	again := leave
	again.ID, again.From = "leave-2", "2026-11-25"
	again.Until = "2026-11-26"
	if got := code(n.Roster.TakeLeave(n.Director, again)); got != "roster.leave_overlaps" {
		t.Errorf("overlap: %s", got)
	}
	if got := code(n.Roster.VoidLeave(n.Director, "leave-1", "")); got != "roster.reason_missing" {
		t.Errorf("void without a reason: %s", got)
	}
	testkit.Must(t, n.Roster.VoidLeave(n.Director, "leave-1", "家长说记错了日子"))
	testkit.Must(t, n.Roster.TakeLeave(n.Director, again))
}

func TestSiblingsShareAGuardian(t *testing.T) {
	n := testkit.OpenWithCast(t)
	add := func(name string) string {
		id, err := n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: name, BirthDate: "2024-05-01"},
			Guardians: []roster.Guardian{{Name: "周敏", Relation: "母亲", Phone: "13588110006"}}})
		testkit.Must(t, err)
		file, err := n.Roster.File(n.Director, id)
		testkit.Must(t, err)
		return file.Guardians[0].ID
	}
	if add("周大宝") != add("周小宝") {
		t.Error("the same guardian was written twice")
	}
}

func TestNothingIsHalfSaved(t *testing.T) {
	n := testkit.OpenWithCast(t)
	_, err := n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: "半个", BirthDate: "2024-05-01"},
		Guardians: []roster.Guardian{{Name: "好", Phone: "13588110006"}, {Name: "", Phone: "1"}},
		Placement: roster.Placement{ClassID: n.Buds.ID, Mode: roster.FullDay, From: "2026-09-01"}})
	f, ok := fault.As(err)
	if !ok || f.Field != "guardians.1.name" {
		t.Fatalf("got %v", err)
	}
	if _, total, _ := n.Roster.Find(n.Director, roster.Search{Text: "半个", State: "all"}); total != 0 {
		t.Error("a refused child is there")
	}
}

func TestMaskedValuesOpenOneByOneAndAreLogged(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	director, caregiver := n.SignIn(t, identity.Director), n.SignIn(t, identity.Caregiver)
	reveal := map[string]string{"what": "idNumber", "guardianId": "", "reason": "报送核对"}
	for _, s := range []testkit.Scenario{
		{Name: "a page shows masks", Token: director, Method: http.MethodGet, Path: "/api/children/" + kid, Status: 200,
			Expect: []string{"330*************86", "139****0001"}, Refuse: []string{"330102202403120286", "13905710001"}},
		{Name: "a list shows masks", Token: director, Method: http.MethodPost, Path: "/api/children/search",
			Body: map[string]any{"text": "", "classId": "", "state": "enrolled", "limit": 50, "offset": 0}, Status: 200,
			Expect: []string{"陈一诺"}, Refuse: []string{"330102202403120286", "13905710001"}},
		{Name: "a caregiver opens no ID number", Token: caregiver, Method: http.MethodPost, Path: "/api/children/" + kid + "/reveal",
			Body: reveal, Status: 403, Refuse: []string{"330102202403120286"}},
		{Name: "the director does, with a reason", Token: director, Method: http.MethodPost, Path: "/api/children/" + kid + "/reveal",
			Body: reveal, Status: 200, Expect: []string{"330102202403120286"}},
		{Name: "and it stands in the history", Token: director, Method: http.MethodPost, Path: "/api/children/" + kid + "/history",
			Status: 200, Expect: []string{"roster.reveal_idNumber", "报送核对"}, Refuse: []string{"330102202403120286"}},
	} {
		s.Run(t, n)
	}
	n.Ask(t, director, http.MethodPost, "/api/children/"+kid+"/reveal", reveal, "Idempotency-Key", "k")
	var remembered int
	testkit.Must(t, n.Store.With(t.Context()).Raw("SELECT count(*) FROM idempotency").Scan(&remembered).Error)
	if remembered != 0 {
		t.Error("an opened value was remembered with its answer")
	}
}

func TestAllergiesAreForThoseWhoCareOrKeepTheRoster(t *testing.T) {
	n := testkit.OpenWithCast(t)
	path := "/api/children/" + n.Kids["欧阳子墨"]
	for role, knows := range map[identity.Role]bool{identity.Caregiver: true, identity.Office: true, identity.Viewer: false, identity.Finance: false} {
		s := testkit.Scenario{Name: string(role), Token: n.SignIn(t, role), Method: http.MethodGet, Path: path, Status: 200}
		if knows {
			s.Expect = []string{"鸡蛋"}
		} else {
			s.Refuse = []string{"鸡蛋", "139****"}
		}
		s.Run(t, n)
	}
}

func TestWhereAChildLivesIsForWhoMayReachItsFamily(t *testing.T) {
	n := testkit.OpenWithCast(t)
	id, err := n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: "住得近", BirthDate: "2024-05-01", Address: "湖墅南路 8 号", Household: "浙江绍兴"},
		Placement: roster.Placement{ClassID: n.Sprouts.ID, Mode: roster.FullDay, From: "2026-09-01", Reason: "入托"}})
	testkit.Must(t, err)
	for role, knows := range map[identity.Role]bool{identity.Caregiver: true, identity.Office: true, identity.Viewer: false, identity.Finance: false} {
		s := testkit.Scenario{Name: string(role), Token: n.SignIn(t, role), Method: http.MethodGet, Path: "/api/children/" + id, Status: 200}
		if knows {
			s.Expect = []string{"湖墅南路 8 号", "浙江绍兴"}
		} else {
			s.Refuse = []string{"湖墅南路", "绍兴"}
		}
		s.Run(t, n)
	}
}

func TestTheSameWriteSentTwiceIsDoneOnce(t *testing.T) {
	n := testkit.OpenWithCast(t)
	token := n.SignIn(t, identity.Director)
	body := map[string]any{"id": "", "name": "乳儿班", "kind": "infant", "places": 10}
	first := n.Ask(t, token, http.MethodPost, "/api/classes", body, "Idempotency-Key", "k1")
	again := n.Ask(t, token, http.MethodPost, "/api/classes", body, "Idempotency-Key", "k1")
	if first.Status != 200 || first.Body != again.Body {
		t.Fatalf("first %s again %s", first.Body, again.Body)
	}
	body["places"] = 9
	if other := n.Ask(t, token, http.MethodPost, "/api/classes", body, "Idempotency-Key", "k1"); other.Status != http.StatusConflict {
		t.Errorf("another write under the same key: %d %s", other.Status, other.Body)
	}
	classes, err := n.Roster.Classes(n.Director)
	testkit.Must(t, err)
	if len(classes) != 3 {
		t.Errorf("%d classes, want 3", len(classes))
	}
}
