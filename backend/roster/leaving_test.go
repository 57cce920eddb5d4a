package roster_test

import (
	"errors"
	"net/http"
	"testing"

	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

func TestWhoseLastDayIsOverIsOutWithoutAnotherWord(t *testing.T) {
	n := testkit.OpenWithCast(t)
	token := n.SignIn(t, identity.Caregiver)
	n.Ask(t, token, http.MethodPut, "/api/session/pin", map[string]string{"password": testkit.Password, "pin": "2468"})
	leaving := roster.Staff{ID: n.Staff["王芳"], Name: "王芳", Position: "caregiver", JoinedOn: "2025-03-01",
		LeftOn: testkit.Today, Revision: 1}
	testkit.Must(t, n.Roster.ChangeStaff(n.Director, leaving, roster.Keep{Phone: true}))
	me := func() int { return n.Ask(t, token, http.MethodGet, "/api/session", nil).Status }
	if got := me(); got != http.StatusOK {
		t.Fatalf("on the last day itself: %d", got)
	}
	n.Clock.Set(testkit.Today.At(23, 55))
	late, err := n.Identity.SignIn(t.Context(), "caregiver", testkit.Password, n.Devices[identity.Caregiver])
	testkit.Must(t, err)
	n.Clock.Set(testkit.Today.Add(1).At(0, 5))
	if got := n.Ask(t, late.Token, http.MethodGet, "/api/session", nil).Status; got != http.StatusUnauthorized {
		t.Errorf("the open session after midnight: %d", got)
	}
	if _, err := n.Identity.SignIn(t.Context(), "caregiver", testkit.Password, ""); code(err) != "identity.wrong_password" {
		t.Errorf("by password: %v", err)
	}
	device := n.Devices[identity.Caregiver]
	if _, err := n.Identity.SignInByPIN(t.Context(), device, n.Staff["王芳"], "2468"); code(err) != "identity.wrong_pin" {
		t.Errorf("by PIN: %v", err)
	}
	if people, err := n.Identity.QuickPeople(t.Context(), device); err != nil || len(people) != 0 {
		t.Errorf("still offered: %v %v", people, err)
	}
}

func TestTheLastDirectorGetsNoLastDay(t *testing.T) {
	n := testkit.Open(t)
	actor, _ := identity.ActorOf(n.Director)
	leaving := roster.Staff{ID: actor.ID, Name: "林静", Position: "director", LeftOn: testkit.Today.Add(30), Revision: 1}
	if err := n.Roster.ChangeStaff(n.Director, leaving, roster.Keep{Phone: true}); code(err) != "identity.last_director" {
		t.Errorf("in a month nobody could sign in: %v", err)
	}
}

func TestOfTwoDirectorsOnlyOneGetsALastDay(t *testing.T) {
	n := testkit.Open(t)
	second, err := n.Roster.AddStaff(n.Director, roster.Staff{Name: "周敏", Position: "director", JoinedOn: "2026-01-05"})
	testkit.Must(t, err)
	testkit.Must(t, n.Identity.SetAccount(n.Director, identity.Account{Person: second, UserName: "zhoumin", Password: testkit.Password, Roles: []identity.Role{identity.Director}}))
	first, _ := identity.ActorOf(n.Director)
	testkit.Must(t, n.Roster.LeaveStaff(n.Director, second, testkit.Today.Add(60), "退休"))
	if err := n.Roster.LeaveStaff(n.Director, first.ID, testkit.Today.Add(30), "调任"); code(err) != "identity.last_director" {
		t.Errorf("after two months nobody could sign in: %v", err)
	}
}

func TestWhoComesBackBeginsWithoutRightsAndADirectorIsNotDismissedByTheOffice(t *testing.T) {
	n := testkit.Open(t)
	second, err := n.Roster.AddStaff(n.Director, roster.Staff{Name: "周敏", Position: "director", JoinedOn: "2026-01-05"})
	testkit.Must(t, err)
	testkit.Must(t, n.Identity.SetAccount(n.Director, identity.Account{Person: second, UserName: "zhoumin", Password: testkit.Password, Roles: []identity.Role{identity.Director}}))
	office := n.As(identity.Office)
	var refusal *fault.Fault
	if err := n.Roster.LeaveStaff(office, second, "2026-11-24", "x"); !errors.As(err, &refusal) || refusal.Kind != fault.Forbidden {
		t.Errorf("the office dismisses a director: %v", err)
	}
	testkit.Must(t, n.Roster.LeaveStaff(n.Director, second, testkit.Today, "退休"))
	n.Clock.Set(testkit.Today.Add(2).At(9, 0))
	file, err := n.Roster.StaffFile(n.Director, second)
	testkit.Must(t, err)
	back := file.Staff
	back.LeftOn = ""
	testkit.Must(t, n.Roster.ChangeStaff(n.Director, back, roster.Keep{Phone: true, IDNumber: true, Fields: true}))
	accounts, err := n.Identity.Accounts(n.Director, []string{second})
	testkit.Must(t, err)
	if roles := accounts[second].Roles; len(roles) != 0 {
		t.Errorf("back with %v", roles)
	}
}
