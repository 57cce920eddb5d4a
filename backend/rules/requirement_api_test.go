package rules_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/rules"
	"yayuan/backend/testkit"
)

type fields = map[string]any

// firstAid is a requirement that a director types.
func firstAid(change fields) fields {
	body := fields{"title": "急救培训证有效", "subject": "person", "about": fields{"position": []string{"caregiver"}}, "facts": []string{"training.first_aid"},
		"demand": fields{"kind": "every", "months": 24}, "warnDays": 60, "severity": "warn", "from": "2026-09-01", "source": "本园规定"}
	for name, value := range change {
		body[name] = value
	}
	return body
}

// Of these two the roster knows nothing: all that is reckoned is handed in here.
const aCarer, aChild = "carer-1", "child-1"

// handIn registers what a staff and a health area would say: 王芳 has an old
// certificate, a void new one, and works with a child who just came.
func handIn(n *testkit.Nursery) {
	wang, tang := rules.Ref{Kind: rules.Person, ID: aCarer}, rules.Ref{Kind: rules.Child, ID: aChild}
	kind := func(subject rules.SubjectKind, kinds ...string) (list []rules.FactKind) {
		for _, each := range kinds {
			list = append(list, rules.FactKind{Kind: each, Subject: subject})
		}
		return list
	}
	n.Requirements.Register(func(context.Context, rules.Ref, day.Day) ([]rules.Subject, []rules.Fact, error) {
		return []rules.Subject{
				{Ref: wang, Name: "王芳", Attributes: map[string][]string{"position": {"caregiver"}}, Stays: []rules.Span{{From: "2025-03-01"}}},
				{Ref: tang, Born: "2024-03-12", Stays: []rules.Span{{From: "2026-11-02"}}},
			}, []rules.Fact{
				{Subject: wang, Kind: "staff.health_certificate", Day: "2025-11-20", Record: rules.Record{Area: "staff", ID: "certificate-old"}},
				{Subject: wang, Kind: "staff.health_certificate", Day: "2026-11-18", Void: true, Record: rules.Record{Area: "staff", ID: "certificate-void"}},
			}, nil
	}, append(kind(rules.Person, "staff.health_certificate", "staff.food_certificate", "staff.background_check"), kind(rules.Child, "child.vaccination_check", "child.checkup")...)...)
	n.Requirements.Register(func(context.Context, rules.Ref, day.Day) ([]rules.Subject, []rules.Fact, error) {
		return []rules.Subject{{Ref: wang, Attributes: map[string][]string{"position": {"cook"}, "duty": {"food_safety_manager"}}}},
			[]rules.Fact{{Subject: wang, Kind: "training.food_safety", Day: "2026-05-04", Amount: 900, Record: rules.Record{Area: "training", ID: "session-1"}}}, nil
	}, kind(rules.Person, "training.food_safety")...)
}

func TestRequirementsAreListedWithTheirEvidence(t *testing.T) {
	n := testkit.OpenWithCast(t)
	testkit.Scenario{
		Name: "the office reads every version", Token: n.SignIn(t, identity.Office), Method: http.MethodGet, Path: "/api/requirements?on=2026-11-23", Status: http.StatusOK,
		Expect: []string{`"key":"staff.health_certificate"`, `"grade":"B(draft)+C"`, `"grade":"M"`, `"state":"off"`, `"about":{"position":["cook"]}`, `"jurisdiction":"350200","reaches":false`},
		Refuse: []string{`"own":true`, `"grade":"A","reason":"x"`, "null"},
	}.Run(t, n)
	testkit.Scenario{
		Name: "a day that is none is refused", Token: n.SignIn(t, identity.Office), Method: http.MethodGet, Path: "/api/requirements?on=2026-02-30", Status: http.StatusUnprocessableEntity,
		Expect: []string{"rules.requirement_day"}, Refuse: []string{"staff.health_certificate"},
	}.Run(t, n)
	lines, err := n.Requirements.List(n.Director, "")
	testkit.Must(t, err)
	for _, line := range lines {
		if line.Grade == "M" && line.InForce && line.State == rules.On {
			t.Errorf("%s counts, though nobody has proven it", line.Key)
		}
	}
	testkit.Must(t, n.Requirements.Seed(n.Director))
	again, err := n.Requirements.List(n.Director, "")
	testkit.Must(t, err)
	if len(again) != len(lines) || len(lines) != len(rules.ShippedRequirements()) {
		t.Errorf("%d rows, after a second start %d, %d shipped", len(lines), len(again), len(rules.ShippedRequirements()))
	}
}

func TestADirectorAddsChangesAndSwitchesOffFromADayOn(t *testing.T) {
	n := testkit.OpenWithCast(t)
	token := n.SignIn(t, identity.Director)
	post := func(name, method, path string, body any, status int, expect ...string) {
		t.Helper()
		testkit.Scenario{Name: name, Token: token, Method: method, Path: path, Body: body, Status: status, Expect: expect}.Run(t, n)
	}
	post("added under a key of its own", http.MethodPost, "/api/requirements", firstAid(fields{"key": "staff.first_aid"}), http.StatusOK, `"key":"staff.first_aid"`)
	post("a key is made when none is typed", http.MethodPost, "/api/requirements", firstAid(nil), http.StatusOK, `"key":"own.`)
	post("the same key again is refused", http.MethodPost, "/api/requirements", firstAid(fields{"key": "staff.first_aid"}), http.StatusConflict, "rules.requirement_taken")
	post("a change before today is refused", http.MethodPut, "/api/requirements/staff.first_aid", firstAid(fields{"from": "2026-11-22", "reason": "改为三年"}), http.StatusUnprocessableEntity, "rules.requirement_past")
	post("a change without a reason is refused", http.MethodPut, "/api/requirements/staff.first_aid", firstAid(fields{"from": "2026-12-01"}), http.StatusUnprocessableEntity, "rules.requirement_reason")
	post("a change of whom it is about is refused", http.MethodPut, "/api/requirements/staff.first_aid", firstAid(fields{"from": "2026-12-01", "reason": "x", "subject": "child"}), http.StatusUnprocessableEntity, "rules.requirement_subject")
	post("every two years becomes every three", http.MethodPut, "/api/requirements/staff.first_aid",
		firstAid(fields{"from": "2026-12-01", "reason": "改为三年", "demand": fields{"kind": "every", "months": 36}}), http.StatusOK)
	post("a shipped one is switched off from tomorrow", http.MethodPost, "/api/requirements/nursery.drill/off", fields{"from": "2026-11-24", "reason": "由街道统一演练"}, http.StatusOK)
	post("and on again in the new year", http.MethodPost, "/api/requirements/nursery.drill/shipped", fields{"from": "2027-01-01", "reason": "街道不再组织"}, http.StatusOK)
	post("a shipped one has nothing to go back to", http.MethodPost, "/api/requirements/nursery.lease/shipped", fields{"from": "2027-01-01", "reason": "x"}, http.StatusConflict, "rules.requirement_not_own")
	post("one that ends by itself is added", http.MethodPost, "/api/requirements", firstAid(fields{"key": "own.winter", "until": "2026-12-31"}), http.StatusOK)
	post("and is switched off after its end", http.MethodPost, "/api/requirements/own.winter/off", fields{"from": "2027-01-05", "reason": "不再需要"}, http.StatusOK)
	post("an unknown one is not found", http.MethodPost, "/api/requirements/nursery.unheard/off", fields{"from": "2027-01-01", "reason": "x"}, http.StatusNotFound, "rules.requirement_unknown")

	counts := func(on day.Day, key string) (rules.RequirementLine, int) {
		lines, err := n.Requirements.List(n.Director, on)
		testkit.Must(t, err)
		var now rules.RequirementLine
		found := 0
		for _, line := range lines {
			if line.Key == key && line.InForce {
				now, found = line, found+1
			}
		}
		return now, found
	}
	for _, c := range []struct {
		on     day.Day
		key    string
		own    bool
		state  rules.RowState
		months int
	}{
		{"2026-11-30", "staff.first_aid", true, rules.On, 24}, {"2026-12-01", "staff.first_aid", true, rules.On, 36},
		{"2026-11-23", "nursery.drill", false, rules.On, 0}, {"2026-11-24", "nursery.drill", true, rules.Off, 0}, {"2027-01-01", "nursery.drill", false, rules.On, 0},
	} {
		line, found := counts(c.on, c.key)
		if found != 1 || line.Own != c.own || line.State != c.state || line.Demand.Months != c.months {
			t.Errorf("on %s %s: %d in force, %+v", c.on, c.key, found, line.Requirement)
		}
		if c.own && line.Grade != "own" {
			t.Errorf("%s of the nursery's own bears grade %s", c.key, line.Grade)
		}
	}
	records, err := n.Audit.Of(n.Director, "requirement", "staff.first_aid")
	testkit.Must(t, err)
	if len(records) != 2 || records[0].Reason+records[1].Reason != "改为三年" || !strings.Contains(text(records[0].Changes)+text(records[1].Changes), `demand {"kind":"every","months":24} {"kind":"every","months":36}`) {
		t.Errorf("audit: %+v", records)
	}
}

func TestARefusedRequirementSaysEveryFieldAndKeepsNothing(t *testing.T) {
	n := testkit.OpenWithCast(t)
	before, err := n.Requirements.List(n.Director, "")
	testkit.Must(t, err)
	for name, c := range map[string]struct {
		change fields
		expect []string
	}{
		"everything missing": {fields{"title": " ", "source": "", "facts": []string{}, "from": "", "severity": "", "subject": "pet", "warnDays": 900},
			[]string{`"title"`, `"source"`, `"facts"`, `"from"`, `"severity"`, `"subject"`, `"warnDays"`}},
		"no interval":           {fields{"demand": fields{"kind": "every"}}, []string{`"field":"demand.months"`}},
		"more practice than is": {fields{"demand": fields{"kind": "sum", "amount": 60, "practice": 90}}, []string{`"field":"demand.practice"`}},
		"minutes and times":     {fields{"demand": fields{"kind": "sum", "amount": 60, "times": 2}}, []string{`"field":"demand.amount"`}},
		"ages of staff":         {fields{"demand": fields{"kind": "ages", "at": []int{6}}}, []string{`"field":"demand.at"`}},
		"ages that fall":        {fields{"subject": "child", "demand": fields{"kind": "ages", "at": []int{8, 6}}}, []string{`"field":"demand.at"`}},
		"an event it passes by": {fields{"demand": fields{"kind": "every", "months": 1, "event": "x.event"}}, []string{`"field":"demand.event"`}},
		"a place that is none":  {fields{"jurisdiction": "杭州"}, []string{"rules.requirement_place"}},
		"ends before it begins": {fields{"until": "2026-01-01"}, []string{"rules.requirement_until"}},
		"a key that is none":    {fields{"key": "First Aid"}, []string{"rules.requirement_key_bad"}},
	} {
		testkit.Scenario{Name: name, Token: n.SignIn(t, identity.Director), Method: http.MethodPost, Path: "/api/requirements", Body: firstAid(c.change),
			Status: http.StatusUnprocessableEntity, Expect: c.expect, Refuse: []string{`"key":"own.`}}.Run(t, n)
	}
	after, err := n.Requirements.List(n.Director, "")
	testkit.Must(t, err)
	if len(after) != len(before) {
		t.Errorf("%d rows before, %d after", len(before), len(after))
	}
}

func TestResultsOverWhatTheAreasHandIn(t *testing.T) {
	n := testkit.OpenWithCast(t)
	handIn(n)
	office := n.SignIn(t, identity.Office)
	ask := func(body fields) testkit.Scenario {
		return testkit.Scenario{Token: office, Method: http.MethodPost, Path: "/api/requirements/results", Body: body, Status: http.StatusOK}
	}
	one := ask(fields{"on": "2026-11-23", "kind": "person", "id": aCarer})
	one.Name = "one person, with the record and the version, and no other"
	one.Expect = []string{`"key":"staff.health_certificate","own":false,"version":1`, `"state":"overdue"`, `"due":"2026-11-20","since":"2026-11-21"`, `{"area":"staff","id":"certificate-old","kind":"staff.health_certificate","day":"2025-11-20","until":""}`,
		`"reached":900,"needed":1800`, `"id":"session-1"`, `"why":"off"`, `"name":"王芳"`,
		`"key":"staff.health_certificate","own":false,"version":1,"jurisdiction":"CN","title":"《托幼机构工作人员健康合格证》（上岗前，每年 1 次）","titleEn":"Health certificate`}
	one.Refuse = []string{"certificate-void", aChild, "陈一诺", "child.vaccination_check"}
	one.Run(t, n)
	open := ask(fields{"on": "2026-11-23", "within": 10})
	open.Name = "what is open within ten days, nothing that is not"
	open.Expect = []string{`"key":"child.vaccination_check"`, `"due":"2026-12-02"`, `"key":"staff.food_certificate"`}
	open.Refuse = []string{`"state":"fulfilled"`, `"state":"not_applicable"`, "nursery.", "staff.food_safety_hours", "certificate-void"}
	open.Run(t, n)
	child := ask(fields{"on": "2026-11-23", "within": 10, "kind": "child", "id": aChild})
	child.Name, child.Expect, child.Refuse = "of one child", []string{`"nextDue":"2026-12-02"`, `"total":4`, `"counts":{"due":1,"overdue":3}`}, []string{"staff."}
	child.Run(t, n)
	sooner := ask(fields{"on": "2026-11-23", "within": 8, "kind": "child", "id": aChild})
	sooner.Name = "within eight days the check is not among them"
	sooner.Expect, sooner.Refuse = []string{`"state":"overdue"`}, []string{"child.vaccination_check"}
	sooner.Run(t, n)
	few := ask(fields{"on": "2026-11-23", "kind": "person", "standings": []string{"overdue"}, "limit": 2})
	few.Name = "of one kind of subject and standing, the first two"
	few.Expect, few.Refuse = []string{`"total":7`, `"unsourced":1`, `"key":"staff.background_check_entry"`}, []string{`"kind":"child"`, `"state":"due"`, "carer-1"}
	few.Run(t, n)
	past := ask(fields{"on": "2025-12-01", "kind": "person", "id": aCarer})
	past.Name = "on a past day, by what was dated then"
	past.Expect, past.Refuse = []string{`"state":"fulfilled","why":"","missing":"","due":"2026-11-20"`}, []string{"session-1"}
	past.Run(t, n)
	bad := ask(fields{"on": "2026-02-30"})
	bad.Name, bad.Status, bad.Expect, bad.Refuse = "a day that is none", http.StatusUnprocessableEntity, []string{"rules.requirement_day"}, []string{"results"}
	bad.Run(t, n)
}

func TestTheLongestOverdueComesFirst(t *testing.T) {
	n := testkit.OpenWithCast(t)
	handIn(n)
	results, err := n.Requirements.Open(n.Director, "2026-11-23", 30)
	testkit.Must(t, err)
	if len(results) < 4 {
		t.Fatalf("only %d", len(results))
	}
	for i, r := range results {
		if i > 0 && r.Due < results[i-1].Due {
			t.Errorf("%s after %s", r.Due, results[i-1].Due)
		}
	}
	if _, err := n.Requirements.Open(n.As(identity.Caregiver), "2026-11-23", 30); fault.Sentence(err, "zh") != fault.Sentence(identity.NotAllowed, "zh") {
		t.Errorf("a caregiver: %v", err)
	}
	mine, err := n.Requirements.Evaluate(n.As(identity.Caregiver), []rules.Subject{{Ref: wang, Stays: []rules.Span{{From: "2026-11-23"}}}}, nil, "2026-11-23")
	testkit.Must(t, err)
	if len(mine) == 0 || mine[0].Subject != wang {
		t.Errorf("what an area hands in for a caregiver's own page: %+v", mine)
	}
}

func TestAPlacesOwnRowCountsWhereTheNurseryIs(t *testing.T) {
	n := testkit.OpenWithCast(t)
	version := func() int {
		lines, err := n.Requirements.List(n.Director, "")
		testkit.Must(t, err)
		for _, line := range lines {
			if line.Key == "child.entry_exam" && line.InForce {
				return line.Version
			}
		}
		return 0
	}
	if version() != 1 {
		t.Errorf("without a place version %d counts", version())
	}
	for code, want := range map[string]int{"91350203MA0001RT7T": 2, "91330105MA0001RT7A": 1} {
		profile, err := n.Nursery.Profile(n.Director)
		testkit.Must(t, err)
		profile.CreditCode = code
		_, err = n.Nursery.Change(n.Director, profile)
		testkit.Must(t, err)
		if version() != want {
			t.Errorf("registered under %s version %d counts, want %d", code[2:8], version(), want)
		}
	}
}

func TestVersionsInTheFileCannotBeAltered(t *testing.T) {
	n := testkit.OpenWithCast(t)
	for _, statement := range []string{
		"UPDATE requirement SET title = 'x'", "DELETE FROM requirement",
		"INSERT OR REPLACE INTO requirement SELECT * FROM requirement WHERE key = 'nursery.lease'",
	} {
		err := n.Store.Do(t.Context(), func(ctx context.Context) error { return n.Store.With(ctx).Exec(statement).Error })
		if err == nil {
			t.Errorf("%s was carried out", statement)
		}
	}
}

func text(changes []audit.Change) string {
	var b strings.Builder
	for _, change := range changes {
		b.WriteString(change.Field + " " + change.Old + " " + change.New + "\n")
	}
	return b.String()
}
