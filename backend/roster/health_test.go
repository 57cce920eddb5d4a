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

func TestAChildsFurtherFieldsAreRefusedWithTheFieldAndTheReason(t *testing.T) {
	egg := []roster.Allergen{{Class: "egg", Severity: roster.Severe}}
	for _, c := range []struct {
		name, field, code string
		change            func(*roster.Child)
	}{
		{"a child to come", "", "", func(c *roster.Child) { c.BirthDate, c.ExpectedDate = "", "2027-02-01" }},
		{"neither born nor expected", "birthDate", "roster.birth_missing", func(c *roster.Child) { c.BirthDate = "" }},
		{"expected on no day", "expectedDate", "roster.day_bad", func(c *roster.Child) { c.ExpectedDate = "2027-02-30" }},
		{"expected in years", "expectedDate", "roster.expected_far", func(c *roster.Child) { c.ExpectedDate = "2028-02-01" }},
		{"a birth certificate", "", "", func(c *roster.Child) { c.Certificate = "A330123456" }},
		{"a birth certificate in words", "certificate", "roster.certificate_bad", func(c *roster.Child) { c.Certificate = "还没办" }},
		{"the 21st child", "birthOrder", "roster.birth_order_bad", func(c *roster.Child) { c.BirthOrder = 21 }},
		{"insurance of no kind", "insuranceKind", "roster.insurance_kind_missing", func(c *roster.Child) { c.Insurance.Number = "123" }},
		{"insurance of another kind", "insuranceKind", "roster.insurance_unknown", func(c *roster.Child) { c.Insurance.Kind = "car" }},
		{"insured until no day", "insuranceUntil", "roster.day_bad", func(c *roster.Child) { c.Insurance = roster.Insurance{Kind: "accident", Until: "soon"} }},
		{"an allergy", "", "", func(c *roster.Child) { c.Health.Allergy, c.Health.Allergens = roster.AskedSome, egg }},
		{"none, and egg", "allergy", "roster.allergy_contradicts", func(c *roster.Child) { c.Health.Allergy, c.Health.Allergens = roster.AskedNone, egg }},
		{"none, and mango", "allergy", "roster.allergy_contradicts", func(c *roster.Child) { c.Health.Allergy, c.Allergies = roster.AskedNone, "芒果" }},
		{"some, but what", "allergy", "roster.allergy_empty", func(c *roster.Child) { c.Health.Allergy, c.Allergies = roster.AskedSome, "无" }},
		{"a class that is none of the eight", "allergens", "roster.allergen_unknown", func(c *roster.Child) { c.Health.Allergens = []roster.Allergen{{Class: "mango", Severity: roster.Mild}} }},
		{"the same class twice", "allergens", "roster.allergen_unknown", func(c *roster.Child) { c.Health.Allergens = append(egg, egg...) }},
		{"a class without severity", "allergens", "roster.severity_missing", func(c *roster.Child) { c.Health.Allergens = []roster.Allergen{{Class: "egg"}} }},
		{"a diet of its own", "diet", "roster.diet_unknown", func(c *roster.Child) { c.Health.Diet = []string{"sweets"} }},
		{"no illness, and asthma", "illness", "roster.illness_contradicts", func(c *roster.Child) { c.Health.Illness, c.Health.Illnesses = roster.AskedNone, []string{"asthma"} }},
		{"ill, but of what", "illness", "roster.illness_empty", func(c *roster.Child) { c.Health.Illness = roster.AskedSome }},
		{"an illness of no list", "illnesses", "roster.illness_unknown", func(c *roster.Child) { c.Health.Illnesses = []string{"flu"} }},
		{"born after 20 weeks", "gestation", "roster.gestation_bad", func(c *roster.Child) { c.Health.Gestation = 20 * 7 }},
		{"born after 45 weeks", "gestation", "roster.gestation_bad", func(c *roster.Child) { c.Health.Gestation = 45 * 7 }},
		{"a novel on food", "dietNote", "roster.too_long", func(c *roster.Child) { c.Health.DietNote = strings.Repeat("素", 501) }},
	} {
		child := roster.Child{Name: "𬱖㛃", BirthDate: "2024-03-12"}
		c.change(&child)
		f, _ := fault.As(child.Check("2026-11-23"))
		switch {
		case f == nil && c.code != "":
			t.Errorf("%s was accepted", c.name)
		case f != nil && (f.Code != c.code || f.Field != c.field):
			t.Errorf("%s: %s at %s, want %s at %s", c.name, f.Code, f.Field, c.code, c.field)
		}
	}
}

func TestAnEarlyBirthCorrectsTheAgeUntilTwoYears(t *testing.T) {
	for _, c := range []struct {
		birth     day.Day
		gestation int
		on        day.Day
		months    int
		ok        bool
	}{
		{"2026-01-31", 32 * 7, "2026-09-28", 6, true},   // due on 28 March
		{"2026-01-31", 32 * 7, "2026-09-27", 5, true},   // a day earlier
		{"2026-01-31", 36*7 + 6, "2026-09-30", 7, true}, // 22 days early
		{"2026-01-31", 37 * 7, "2026-09-30", 0, false},  // at term
		{"2026-01-31", 0, "2026-09-30", 0, false},       // nobody has said
		{"2026-11-01", 30 * 7, "2026-11-23", 0, true},   // before its due date
		{"2024-01-31", 32 * 7, "2026-02-01", 0, false},  // two years old
		{"2024-02-01", 32 * 7, "2026-01-31", 22, true},  // the day before
		{"", 32 * 7, "2026-01-31", 0, false},            // not born
	} {
		if months, ok := roster.CorrectedAge(c.birth, c.gestation, c.on); months != c.months || ok != c.ok {
			t.Errorf("born %s after %d days, on %s: %d %v, want %d %v", c.birth, c.gestation, c.on, months, ok, c.months, c.ok)
		}
	}
}

func TestNoneIsAnAnswerAndNotAskedIsNone(t *testing.T) {
	n := testkit.OpenWithCast(t)
	for text, want := range map[string]struct {
		asked   roster.Asked
		return_ string
	}{
		"": {roster.NotAsked, ""}, "无过敏史": {roster.AskedNone, "无"}, "芒果": {roster.AskedSome, "芒果"},
	} {
		id, err := n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: "问", BirthDate: "2024-05-01", Allergies: text}})
		testkit.Must(t, err)
		file, err := n.Roster.File(n.Director, id)
		testkit.Must(t, err)
		if file.Health.Allergy != want.asked || roster.AllergyWords(file.Child) != want.return_ || file.Allergies != text {
			t.Errorf("%q is kept as %q, filed as %q", file.Allergies, file.Health.Allergy, roster.AllergyWords(file.Child))
		}
	}
}

func TestSevereAllergiesStandInFrontAndMarked(t *testing.T) {
	child := roster.Child{Allergies: "芒果", Health: roster.Health{Allergens: []roster.Allergen{{Class: "milk", Severity: roster.Mild}, {Class: "peanut", Severity: roster.Severe}}}}
	if got := roster.AllergyAlert(child); got != "花生（严重）、乳类、芒果" || !child.Severely() {
		t.Errorf("alerts %s", got)
	}
}

// health is what the sheet sends.
func health(revision int64, more map[string]any) map[string]any {
	body := map[string]any{"allergy": "some", "allergens": []any{map[string]any{"class": "egg", "severity": "severe"}}, "text": "", "textSeverity": "",
		"diet": []string{"halal"}, "dietNote": "", "illness": "some", "illnesses": []string{"febrile"}, "illnessNote": "2025 年发作过一次", "gestation": 34*7 + 2,
		"medical": true, "reason": "", "revision": revision}
	for k, v := range more {
		body[k] = v
	}
	return body
}

func TestWhoMayKnowWhatOfAChildsHealth(t *testing.T) {
	n := testkit.OpenWithCast(t)
	path := "/api/children/" + n.Kids["陈一诺"]
	testkit.Scenario{Name: "office writes no illness", Token: n.SignIn(t, identity.Office), Method: http.MethodPut, Path: path + "/health", Body: health(1, nil), Status: 403}.Run(t, n)
	testkit.Scenario{Name: "the health worker does", Token: n.SignIn(t, identity.Health), Method: http.MethodPut, Path: path + "/health", Body: health(1, nil), Status: 200}.Run(t, n)
	testkit.Scenario{Name: "what is corrected asks why", Token: n.SignIn(t, identity.Office), Method: http.MethodPut, Path: path + "/health",
		Body: health(2, map[string]any{"medical": false, "diet": []string{}, "illness": "", "illnesses": []string{}, "illnessNote": "", "gestation": 0}), Status: 422, Expect: []string{"roster.correction_reason"}}.Run(t, n)
	testkit.Scenario{Name: "office takes the diet away, and leaves the illness", Token: n.SignIn(t, identity.Office), Method: http.MethodPut, Path: path + "/health",
		Body: health(2, map[string]any{"medical": false, "diet": []string{}, "illness": "", "illnesses": []string{}, "illnessNote": "", "gestation": 0, "reason": "家长说不需要"}), Status: 200}.Run(t, n)
	for role, knows := range map[identity.Role][2]bool{ // allergies, illnesses
		identity.Director: {true, true}, identity.Health: {true, true}, identity.Caregiver: {true, true}, identity.Office: {true, false}, identity.Viewer: {}, identity.Finance: {},
	} {
		s := testkit.Scenario{Name: string(role), Token: n.SignIn(t, role), Method: http.MethodGet, Path: path, Status: 200}
		for i, parts := range [][]string{{"egg", "蛋类（严重）"}, {"febrile", "2025 年发作过一次", `"gestation":240`, `"card":"needed"`}} {
			if knows[i] {
				s.Expect = append(s.Expect, parts...)
			} else {
				s.Refuse = append(s.Refuse, parts...)
			}
		}
		s.Run(t, n)
	}
	history := testkit.Scenario{Name: "the history of it", Token: n.SignIn(t, identity.Director), Method: http.MethodPost, Path: path + "/history", Status: 200,
		Expect: []string{"roster.change_health", "家长说不需要", `"field":"diet"`}, Refuse: []string{"清真", "热性惊厥", "2025 年发作过一次"}}
	history.Run(t, n)
	history.Token, history.Expect, history.Refuse = n.SignIn(t, identity.Office), nil, []string{"change_health", "illnesses"}
	history.Run(t, n)
}

func TestACorrectionAsksWhyAndAFirstEntryDoesNot(t *testing.T) {
	n := testkit.OpenWithCast(t)
	file, err := n.Roster.File(n.Director, n.Kids["赵㛃"])
	testkit.Must(t, err)
	child := file.Child
	certificate, insured := "a330123456 ", "330100199"
	child.Residence, child.BirthOrder, child.Insurance.Kind, child.Insurance.Until = "杭州市西湖区", 2, "resident", "2026-12-31"
	testkit.Must(t, n.Roster.ChangeChild(n.Director, child, roster.Numbers{Certificate: &certificate, Insurance: &insured}, ""))
	child.Revision, child.Residence = 2, "杭州市拱墅区"
	if got := code(n.Roster.ChangeChild(n.Director, child, roster.Numbers{}, " ")); got != "roster.correction_reason" {
		t.Fatalf("a correction without a reason: %q", got)
	}
	testkit.Must(t, n.Roster.ChangeChild(n.Director, child, roster.Numbers{}, "搬家"))
	records, err := n.Roster.History(n.Director, child.ID)
	testkit.Must(t, err)
	if c := records[0].Changes[0]; records[0].Reason != "搬家" || c.Field != "residence" || c.Old != "杭州市西湖区" || c.New != "杭州市拱墅区" {
		t.Errorf("history begins with %+v", records[0])
	}
	token := n.SignIn(t, identity.Director)
	testkit.Scenario{Name: "numbers are masked", Token: token, Method: http.MethodGet, Path: "/api/children/" + child.ID, Status: 200,
		Expect: []string{"A33*****56", "330****99"}, Refuse: []string{"A330123456", "330100199"}}.Run(t, n)
	testkit.Scenario{Name: "and opened with a reason", Token: token, Method: http.MethodPost, Path: "/api/children/" + child.ID + "/reveal",
		Body: map[string]string{"what": "certificate", "guardianId": "", "reason": "报送核对"}, Status: 200, Expect: []string{"A330123456"}}.Run(t, n)
	other, err := n.Roster.File(n.Director, n.Kids["陈一诺"])
	testkit.Must(t, err)
	if got := code(n.Roster.ChangeChild(n.Director, other.Child, roster.Numbers{Certificate: &certificate}, "")); got != "roster.certificate_taken" {
		t.Errorf("the certificate of another child: %q", got)
	}
}

func TestAChildToComeIsListedAsComingAndHasNoAge(t *testing.T) {
	n := testkit.OpenWithCast(t)
	body := map[string]any{"id": "", "name": "小𬱖", "nickname": "", "sex": "", "birthDate": "", "expectedDate": "2027-01-20", "household": "", "address": "", "note": "",
		"idNumber": "", "allergies": "", "guardians": []any{}}
	token := n.SignIn(t, identity.Office)
	testkit.Scenario{Name: "registered", Token: token, Method: http.MethodPost, Path: "/api/children", Body: body, Status: 200}.Run(t, n)
	testkit.Scenario{Name: "found by a character of four bytes", Token: token, Method: http.MethodPost, Path: "/api/children/search",
		Body: map[string]any{"text": "𬱖", "classId": "", "state": "coming", "limit": 10, "offset": 0}, Status: 200,
		Expect: []string{`"total":1`, `"ageMonths":0`, `"expectedDate":"2027-01-20"`}}.Run(t, n)
}
