package roster_test

import (
	"net/http"
	"strings"
	"testing"

	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

const ban = "法院判决，父亲不得接触"

func TestWhoMustNotCollectIsAWarningToAllAndAReasonToFew(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	father, err := n.Roster.AddGuardian(n.Director, kid, roster.Guardian{Name: "陈建国", Relation: "父亲", Phone: "13588110007"})
	testkit.Must(t, err)
	row := roster.Collector{ChildID: kid, Kind: roster.Never, GuardianID: father, From: "2026-11-01"}
	if _, err := n.Roster.AddCollector(n.Director, row); code(err) != "roster.reason_missing" {
		t.Errorf("a ban without a reason: %v", err)
	}
	row.Reason = ban
	stranger := row
	stranger.GuardianID, stranger.Name = "", "陈 建国"
	if _, err := n.Roster.AddCollector(n.Director, stranger); code(err) != "roster.collector_is_guardian" {
		t.Errorf("a ban that would leave the guardian free: %v", err)
	}
	_, err = n.Roster.AddCollector(n.Director, row)
	testkit.Must(t, err)
	path := "/api/children/" + kid + "/collectors/2026-11-23"
	for role, opens := range map[identity.Role]bool{identity.Director: true, identity.Office: true, identity.Caregiver: false, identity.Gate: false, identity.Health: false} {
		s := testkit.Scenario{Name: string(role), Token: n.SignIn(t, role), Method: http.MethodGet, Path: path, Status: 200,
			Expect: []string{"陈建国", `"verdict":"forbidden"`, "家长糖糖"}, Refuse: []string{"13588110007", "13905710001"}}
		if opens {
			s.Expect = append(s.Expect, ban)
		} else {
			s.Refuse = append(s.Refuse, ban)
		}
		s.Run(t, n)
	}
	records, err := n.Roster.History(n.Director, kid)
	testkit.Must(t, err)
	for _, change := range records[0].Changes {
		if (change.Field == "collector.reason" || change.Field == "collector.phone") && change.Person == "" {
			t.Errorf("%s lies open in the history", change.Field)
		}
	}
}

func TestTheClassTakesAnAuthorisationForOneDayAndNoOther(t *testing.T) {
	n := testkit.OpenWithCast(t)
	care, kid := n.As(identity.Caregiver), n.Kids["陈一诺"]
	once := roster.Collector{ChildID: kid, Kind: roster.Once, Name: "周平", Relation: "邻居", IDLast4: "02８x", From: testkit.Today}
	if _, err := n.Roster.AddCollector(care, once); code(err) != "roster.author_missing" {
		t.Errorf("nobody said so: %v", err)
	}
	once.AuthorisedBy = "妈妈"
	id, err := n.Roster.AddCollector(care, once)
	testkit.Must(t, err)
	once.Kind = roster.Standing
	if _, err := n.Roster.AddCollector(care, once); code(err) != "identity.not_allowed" {
		t.Errorf("a caregiver names somebody for good: %v", err)
	}
	once.Kind, once.ChildID = roster.Once, n.Kids["买买提·艾力"]
	if _, err := n.Roster.AddCollector(care, once); code(err) != "roster.other_class" {
		t.Errorf("in another class: %v", err)
	}
	list, err := n.Roster.Collectors(care, kid, testkit.Today)
	testkit.Must(t, err)
	if got := list[1]; got.ID != id || got.IDLast4 != "028X" || got.Until != testkit.Today {
		t.Errorf("kept as %+v", got)
	}
	change := list[1]
	change.Phone, change.Revision = "13700000001", 7
	if err := n.Roster.ChangeCollector(care, change); code(err) != "roster.changed_since" {
		t.Errorf("over an older revision: %v", err)
	}
	change.Revision = 1
	testkit.Must(t, n.Roster.ChangeCollector(care, change))
	if err := n.Roster.RemoveCollector(care, kid, id, " "); code(err) != "roster.reason_missing" {
		t.Errorf("without a reason: %v", err)
	}
	testkit.Must(t, n.Roster.RemoveCollector(care, kid, id, "妈妈自己来接"))
	list, err = n.Roster.Collectors(care, kid, testkit.Today)
	testkit.Must(t, err)
	if len(list) != 1 {
		t.Errorf("after the removal: %+v", list)
	}
}

func TestOneTapOpensANumberForTodaysClassStaffOnlyAndIsLogged(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	file, err := n.Roster.File(n.Director, kid)
	testkit.Must(t, err)
	mother := file.Guardians[0]
	phone, err := n.Roster.Call(n.As(identity.Caregiver), kid, mother.ID, 0)
	testkit.Must(t, err)
	if phone != "13905710001" {
		t.Errorf("opened %q", phone)
	}
	if _, err := n.Roster.Call(n.As(identity.Caregiver), kid, mother.ID, 1); code(err) != "roster.phone_none" {
		t.Errorf("a number that is not there: %v", err)
	}
	if _, err := n.Roster.Call(n.Director, kid, mother.ID, 0); code(err) != "roster.call_on_duty" {
		t.Errorf("the director, who is in no class: %v", err)
	}
	if _, err := n.Roster.Call(n.As(identity.Caregiver), n.Kids["买买提·艾力"], mother.ID, 0); code(err) != "roster.other_class" {
		t.Errorf("another class: %v", err)
	}
	contacts, err := n.Roster.Contacts(n.Director, kid)
	testkit.Must(t, err)
	if len(contacts) != 1 || contacts[0].By != "王芳" || contacts[0].Name != mother.Name {
		t.Errorf("logged %+v", contacts)
	}
	n.Clock.Set(testkit.Today.Add(1).At(9, 0))
	testkit.Must(t, n.Roster.Assign(n.Director, roster.Assignment{StaffID: n.Staff["王芳"], ClassID: n.Sprouts.ID, Duty: "lead", From: "2026-09-01", Until: "2026-11-23"}))
	if _, err := n.Roster.Call(n.As(identity.Caregiver), kid, mother.ID, 0); code(err) != "roster.other_class" {
		t.Errorf("a day after the last in the class: %v", err)
	}
}

func TestASharedGuardianSaysWhomAChangeConcerns(t *testing.T) {
	n := testkit.OpenWithCast(t)
	one, two := n.Kids["陈一诺"], n.Kids["买买提·艾力"]
	aunt := roster.Guardian{Name: "陈洁", Relation: "姑姑", Phone: "13588110009", Others: []string{"13588110010"}}
	id, err := n.Roster.AddGuardian(n.Director, one, aunt)
	testkit.Must(t, err)
	aunt.Relation, aunt.Others = "姨妈", []string{"057188110011"}
	again, err := n.Roster.AddGuardian(n.Director, two, aunt)
	testkit.Must(t, err)
	if again != id {
		t.Fatal("one person is written twice")
	}
	path := "/api/children/" + one
	testkit.Scenario{Name: "the office is told", Token: n.SignIn(t, identity.Office), Method: http.MethodGet, Path: path, Status: 200,
		Expect: []string{`"siblings":[{"id":"` + two, `"othersMasked":["135****0010","057*****0011"]`}, Refuse: []string{"13588110010"}}.Run(t, n)
	testkit.Scenario{Name: "another class stays closed to a caregiver", Token: n.SignIn(t, identity.Caregiver), Method: http.MethodGet, Path: path,
		Status: 200, Expect: []string{"陈洁"}, Refuse: []string{two, "艾力"}}.Run(t, n)
	aunt.ID, aunt.Relation, aunt.Phone, aunt.Others = id, "姑妈", "", []string{"057*****0011"}
	aunt.From, aunt.Until = "2026-09-01", "2026-11-22"
	testkit.Must(t, n.Roster.ChangeGuardian(n.Director, one, aunt))
	file, err := n.Roster.File(n.Director, two)
	testkit.Must(t, err)
	kept := file.Guardians[1]
	if kept.Relation != "姨妈" || kept.Until != "" || strings.Join(kept.Others, " ") != "057188110011" || kept.Phone != "13588110009" {
		t.Errorf("the sibling's guardian became %+v", kept)
	}
	today, err := n.Roster.GuardiansOf(n.Director, []string{one, two})
	testkit.Must(t, err)
	if len(today[one]) != 1 || len(today[two]) != 2 {
		t.Errorf("today's guardians: %d and %d", len(today[one]), len(today[two]))
	}
}

func TestAPhoneOfStaffOpensWithAReason(t *testing.T) {
	n := testkit.OpenWithCast(t)
	id, err := n.Roster.AddStaff(n.Director, roster.Staff{Name: "周国强", Position: "guard", Phone: "13900002222"})
	testkit.Must(t, err)
	path := "/api/staff/" + id + "/reveal"
	ask := func(role identity.Role, reason string, status int, expect ...string) {
		testkit.Scenario{Name: string(role) + reason, Token: n.SignIn(t, role), Method: http.MethodPost, Path: path, Status: status,
			Body: map[string]any{"reason": reason}, Expect: expect}.Run(t, n)
	}
	ask(identity.Office, "今天没来，联系本人", 200, "13900002222")
	ask(identity.Director, "", 422, "roster.reason_missing")
	ask(identity.Health, "想看看", 403)
}
