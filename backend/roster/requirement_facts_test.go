package roster_test

import (
	"context"
	"fmt"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/rules"
	"yayuan/backend/testkit"
)

// standingOf reads what one requirement comes to for one subject.
func standingOf(t *testing.T, n *testkit.Nursery, of rules.Ref, key string, on day.Day) rules.Result {
	t.Helper()
	given, err := n.Requirements.Answer(n.Director, rules.Asked{On: on, Of: of, Key: key})
	testkit.Must(t, err)
	if len(given.Results) != 1 {
		t.Fatalf("%s of %s: %d results", key, of.ID, len(given.Results))
	}
	return given.Results[0]
}

// switchOn writes a version of the nursery's own of a row that is shipped off.
func switchOn(t *testing.T, n *testkit.Nursery, key string) {
	t.Helper()
	for _, row := range rules.ShippedRequirements() {
		if row.Key == key {
			row.From, row.Reason = testkit.Today, "本园采用"
			testkit.Must(t, n.Requirements.Change(n.Director, row))
			return
		}
	}
	t.Fatalf("%s is not shipped", key)
}

func TestEachThingOnFileOfAChildFulfilsItsRequirement(t *testing.T) {
	const today = testkit.Today
	act := func(n *testkit.Nursery, child, kind string, decision roster.Decision, on, ends day.Day) string {
		kinds, err := n.Consents.Kinds(n.Director)
		testkit.Must(t, err)
		file, err := n.Roster.File(n.Director, child)
		testkit.Must(t, err)
		in := roster.Consent{ChildID: child, KindID: kind, Decision: decision, GuardianID: file.Guardians[0].ID, On: on, Signed: "act", CouldRefuse: true}
		for _, each := range kinds {
			if each.ID == kind {
				in.TextID, in.Scopes = each.Text.ID, each.Text.Scopes
			}
		}
		if kind == "personal" {
			in.Told = roster.ToldItems
		}
		if kind == "agreement" {
			in.Number, in.EndsOn = "协 2026-001", ends
		}
		id, err := n.Consents.Record(n.Director, in)
		testkit.Must(t, err)
		return id
	}
	cases := map[string]struct {
		key  string
		do   func(n *testkit.Nursery, child string) (record string)
		on   day.Day
		want rules.Standing
		due  day.Day
	}{
		"nothing signed is overdue since the day after entering": {"child.agreement", nil, today, rules.StandsOverdue, "2026-09-01"},
		"an agreement holds until its end": {"child.agreement", func(n *testkit.Nursery, child string) string {
			return act(n, child, "agreement", roster.Given, "2026-09-01", "2027-08-31")
		}, today, rules.StandsFulfilled, "2027-08-31"},
		"an agreement near its end is due": {"child.agreement", func(n *testkit.Nursery, child string) string {
			return act(n, child, "agreement", roster.Given, "2026-09-01", "2026-12-10")
		}, today, rules.StandsDue, "2026-12-10"},
		"an agreement past its end is overdue since then": {"child.agreement", func(n *testkit.Nursery, child string) string {
			return act(n, child, "agreement", roster.Given, "2026-09-01", "2026-11-20")
		}, today, rules.StandsOverdue, "2026-11-20"},
		"a withdrawn agreement ends the day before": {"child.agreement", func(n *testkit.Nursery, child string) string {
			id := act(n, child, "agreement", roster.Given, "2026-09-01", "2027-08-31")
			act(n, child, "agreement", roster.Withdrawn, "2026-11-10", "")
			return id
		}, today, rules.StandsOverdue, "2026-11-09"},
		"an act taken off counts as nothing": {"child.agreement", func(n *testkit.Nursery, child string) string {
			testkit.Must(t, n.Consents.Void(n.Director, act(n, child, "agreement", roster.Given, "2026-09-01", "2027-08-31"), "写错了"))
			return ""
		}, today, rules.StandsOverdue, "2026-09-01"},
		"consent to personal information is an answer": {"child.personal_decision", func(n *testkit.Nursery, child string) string {
			return act(n, child, "personal", roster.Given, "2026-09-01", "")
		}, today, rules.StandsFulfilled, ""},
		"a refusal is an answer too": {"child.personal_decision", func(n *testkit.Nursery, child string) string {
			return act(n, child, "personal", roster.Refused, "2026-09-03", "")
		}, today, rules.StandsFulfilled, ""},
		"no examination is overdue": {"child.entry_exam", nil, today, rules.StandsOverdue, "2026-09-01"},
		"an examination that is seen later still counts": {"child.entry_exam", func(n *testkit.Nursery, child string) string {
			testkit.Must(t, n.Roster.SeeExam(n.Director, child, "2026-11-20"))
			return ""
		}, today, rules.StandsFulfilled, ""},
		"and not before its day": {"child.entry_exam", func(n *testkit.Nursery, child string) string {
			testkit.Must(t, n.Roster.SeeExam(n.Director, child, "2026-11-20"))
			return ""
		}, "2026-11-19", rules.StandsOverdue, "2026-09-01"},
		"a number on file": {"child.identity", func(n *testkit.Nursery, _ string) string { switchOn(t, n, "child.identity"); return "" }, today, rules.StandsFulfilled, ""},
		"a severe allergy without a card": {"child.action_card", func(n *testkit.Nursery, child string) string {
			switchOn(t, n, "child.action_card")
			severe(t, n, child)
			return ""
		}, today, rules.StandsDue, today},
		"a severe allergy with a card": {"child.action_card", func(n *testkit.Nursery, child string) string {
			switchOn(t, n, "child.action_card")
			severe(t, n, child)
			testkit.Must(t, n.Roster.SaveCard(n.Director, roster.Card{ChildID: child, Allergy: roster.Steps{Signs: "嘴唇肿", Do: "打 120"}}))
			return ""
		}, today, rules.StandsFulfilled, ""},
		"what was never asked is not known":      {"child.action_card", func(n *testkit.Nursery, _ string) string { switchOn(t, n, "child.action_card"); return "" }, today, rules.StandsUnknown, ""},
		"what no area can record is not overdue": {"child.vaccination_check", nil, today, rules.StandsUnsourced, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			n := testkit.OpenWithCast(t)
			child, record := n.Kids["陈一诺"], ""
			if c.do != nil {
				record = c.do(n, child)
			}
			r := standingOf(t, n, rules.Ref{Kind: rules.Child, ID: child}, c.key, c.on)
			if r.Standing() != c.want || r.Due != c.due || r.Name != "陈一诺（糖糖）" {
				t.Errorf("%s due %q of %s, want %s due %q", r.Standing(), r.Due, r.Name, c.want, c.due)
			}
			if record != "" && (len(r.By) != 1 || r.By[0].ID != record) {
				t.Errorf("by %+v, want %s", r.By, record)
			}
		})
	}
}

func severe(t *testing.T, n *testkit.Nursery, child string) {
	t.Helper()
	file, err := n.Roster.File(n.Director, child)
	testkit.Must(t, err)
	testkit.Must(t, n.Roster.ChangeHealth(n.Director, roster.HealthChange{ChildID: child, Revision: file.Revision, Health: roster.Health{Allergy: roster.AskedSome,
		Allergens: []roster.Allergen{{Class: "peanut", Severity: roster.Severe}}}}))
}

func TestStaysOfStaffAndTheirContracts(t *testing.T) {
	n := testkit.OpenWithCast(t)
	switchOn(t, n, "staff.contract")
	add := func(m roster.Staff) rules.Ref {
		m.Position = "caregiver"
		id, err := n.Roster.AddStaff(n.Director, m)
		testkit.Must(t, err)
		return rules.Ref{Kind: rules.Person, ID: id}
	}
	contract := func(from, until day.Day) roster.StaffFields {
		return roster.StaffFields{HireType: "contract", ContractFrom: from, ContractUntil: until}
	}
	for name, c := range map[string]struct {
		staff roster.Staff
		want  rules.Standing
		due   day.Day
	}{
		"in force":            {roster.Staff{Name: "甲", JoinedOn: "2025-01-01", StaffFields: contract("2025-01-01", "2027-12-31")}, rules.StandsFulfilled, "2027-12-31"},
		"near its end":        {roster.Staff{Name: "乙", JoinedOn: "2025-01-01", StaffFields: contract("2025-01-01", "2026-12-10")}, rules.StandsDue, "2026-12-10"},
		"none":                {roster.Staff{Name: "丙", JoinedOn: "2026-11-20", StaffFields: contract("", "")}, rules.StandsDue, "2026-12-20"},
		"without an end":      {roster.Staff{Name: "丁", JoinedOn: "2025-01-01", StaffFields: contract("2025-01-01", "")}, rules.StandsUnknown, ""},
		"not asked of others": {roster.Staff{Name: "戊", JoinedOn: "2025-01-01", StaffFields: roster.StaffFields{HireType: "retired"}}, rules.StandsOutside, ""},
		"who has left":        {roster.Staff{Name: "己", JoinedOn: "2025-01-01", LeftOn: "2026-06-30", StaffFields: contract("2025-01-01", "2026-06-30")}, rules.StandsOutside, ""},
	} {
		if r := standingOf(t, n, add(c.staff), "staff.contract", testkit.Today); r.Standing() != c.want || r.Due != c.due {
			t.Errorf("%s: %s due %q, want %s due %q", name, r.Standing(), r.Due, c.want, c.due)
		}
	}
	given, err := n.Requirements.Answer(n.Director, rules.Asked{On: testkit.Today, Of: rules.Ref{Kind: rules.Person}, Key: "staff.contract"})
	testkit.Must(t, err)
	for _, r := range given.Results {
		if r.Name == "己" {
			t.Error("who has left is reckoned with the others")
		}
	}
}

func TestAnExaminationUnderAMergedRegistrationCounts(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kept, merged := n.Kids["陈一诺"], n.Kids["赵㛃"]
	testkit.Must(t, n.Roster.SeeExam(n.Director, merged, "2026-09-01"))
	testkit.Must(t, n.Store.Do(n.Director, func(ctx context.Context) error {
		return n.Store.With(ctx).Exec("UPDATE child SET merged_into = ? WHERE id = ?", kept, merged).Error
	}))
	given, err := n.Requirements.Answer(n.Director, rules.Asked{On: testkit.Today, Of: rules.Ref{Kind: rules.Child}, Key: "child.entry_exam"})
	testkit.Must(t, err)
	if given.Total != 4 || given.Counts[rules.StandsFulfilled] != 1 {
		t.Errorf("%d children, %v", given.Total, given.Counts)
	}
}

func TestTodayTellsOnceWhatIsOverdue(t *testing.T) {
	n := testkit.OpenWithCast(t)
	count := func(ctx context.Context, code, kind string) (found, count int) {
		page, err := n.Today.Overview(ctx)
		testkit.Must(t, err)
		for _, f := range page.Todo {
			if f.Code == code && (kind == "" || f.Args["kind"] == kind) {
				found++
				count, _ = f.Args["count"].(int)
			}
		}
		return found, count
	}
	testkit.Must(t, n.Roster.SeeExam(n.Director, n.Kids["陈一诺"], "2026-08-20"))
	if found, many := count(n.Director, "requirement.overdue_child", "child.entry_exam"); found != 1 || many != 4 {
		t.Errorf("%d findings, %d children", found, many)
	}
	for _, told := range append(roster.ToldByItself, "nursery.food_licence") {
		if found, _ := count(n.Director, "requirement.overdue_child", told); found > 0 {
			t.Errorf("%s is told twice", told)
		}
	}
	if found, _ := count(n.As(identity.Health), "requirement.overdue_child", ""); found > 0 {
		t.Error("who may not read what is due is told of it")
	}
}

// enrol adds children who owe nothing but an agreement, and staff.
func enrol(t testing.TB, n *testkit.Nursery, children, staff int) {
	t.Helper()
	testkit.Must(t, n.Store.Do(n.Director, func(ctx context.Context) error {
		class, err := n.Roster.AddClass(ctx, roster.Class{Name: "混合班", Kind: roster.Mixed, Places: 18})
		for i := 0; i < children && err == nil; i++ {
			_, err = n.Roster.AddChild(ctx, roster.NewChild{Child: roster.Child{Name: fmt.Sprintf("宝宝%d", i), BirthDate: "2024-03-12", Allergies: "鸡蛋"},
				Guardians: []roster.Guardian{{Name: "家长", Relation: "母亲", Phone: fmt.Sprintf("1390571%04d", i)}},
				Placement: roster.Placement{ClassID: class.ID, Mode: roster.FullDay, From: "2026-09-01", ExamOn: "2026-08-20"}})
		}
		for i := 0; i < staff && err == nil; i++ {
			_, err = n.Roster.AddStaff(ctx, roster.Staff{Name: fmt.Sprintf("老师%d", i), Position: "caregiver", JoinedOn: "2025-01-01"})
		}
		return err
	}))
}

// counting has each question that the store asks raise a number.
func counting[DB any](number *int, register func(string, func(DB)) error) error {
	return register("test:count", func(DB) { *number++ })
}

func TestMoreChildrenAskNoMoreQuestions(t *testing.T) {
	n := testkit.OpenWithCast(t)
	asked := 0
	db := n.Store.With(t.Context()).Callback()
	testkit.Must(t, counting(&asked, db.Query().Before("gorm:query").Register))
	testkit.Must(t, counting(&asked, db.Row().Before("gorm:row").Register))
	questions := func() int {
		_, err := n.Requirements.Results(n.Director, rules.Ref{}, testkit.Today) // keys of persons are learnt here
		testkit.Must(t, err)
		asked = 0
		results, err := n.Requirements.Results(n.Director, rules.Ref{}, testkit.Today)
		testkit.Must(t, err)
		if len(results) == 0 || asked == 0 {
			t.Fatalf("%d results of %d questions", len(results), asked)
		}
		return asked
	}
	few := questions()
	enrol(t, n, 12, 4)
	if many := questions(); many != few {
		t.Errorf("%d questions for 5 children, %d for 17", few, many)
	}
}

func BenchmarkRequirementResults(b *testing.B) {
	n := testkit.Open(b)
	enrol(b, n, 150, 30)
	for b.Loop() {
		results, err := n.Requirements.Results(n.Director, rules.Ref{}, testkit.Today)
		testkit.Must(b, err)
		if len(results) < 150*10+30*10 {
			b.Fatalf("only %d results", len(results))
		}
	}
}
