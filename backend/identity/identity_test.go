package identity_test

import (
	"net/http"
	"testing"
	"time"

	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/testkit"
)

func code(err error) string {
	if f, ok := fault.As(err); ok {
		return f.Code
	}
	return ""
}

func TestFiveWrongPINsLockItUntilThePasswordIsUsed(t *testing.T) {
	n := testkit.OpenWithCast(t)
	token := n.SignIn(t, identity.Caregiver)
	device, person := n.Devices[identity.Caregiver], n.Staff["王芳"]
	set := n.Ask(t, token, http.MethodPut, "/api/session/pin", map[string]string{"password": testkit.Password, "pin": "2468"})
	if set.Status != http.StatusOK {
		t.Fatal(set.Body)
	}
	_, err := n.Identity.SignInByPIN(t.Context(), device, person, "2468")
	testkit.Must(t, err)
	for try := 1; try <= 5; try++ {
		_, err := n.Identity.SignInByPIN(t.Context(), device, person, "0000")
		want := "identity.wrong_pin"
		if try == 5 {
			want = "identity.pin_locked"
		}
		if code(err) != want {
			t.Fatalf("try %d: %v, want %s", try, err, want)
		}
	}
	if _, err := n.Identity.SignInByPIN(t.Context(), device, person, "2468"); code(err) != "identity.pin_locked" {
		t.Fatalf("the right PIN opened a locked one: %v", err)
	}
	_, err = n.Identity.SignIn(t.Context(), "caregiver", testkit.Password, device)
	testkit.Must(t, err)
	_, err = n.Identity.SignInByPIN(t.Context(), device, person, "2468")
	testkit.Must(t, err)
}

func TestAPINIsGoodOnlyWhereThePasswordWasUsed(t *testing.T) {
	n := testkit.OpenWithCast(t)
	token := n.SignIn(t, identity.Caregiver)
	n.Ask(t, token, http.MethodPut, "/api/session/pin", map[string]string{"password": testkit.Password, "pin": "2468"})
	for device, want := range map[string]string{
		"unknown":                    "identity.device_unknown",
		n.Devices[identity.Director]: "identity.wrong_pin",
	} {
		if _, err := n.Identity.SignInByPIN(t.Context(), device, n.Staff["王芳"], "2468"); code(err) != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	people := n.Ask(t, "", http.MethodGet, "/api/session/people", nil, "X-Device", n.Devices[identity.Director])
	if people.Body != "{\"people\":[]}\n" {
		t.Errorf("another computer learns names: %s", people.Body)
	}
}

func TestWrongPasswordsMustWait(t *testing.T) {
	n := testkit.Open(t)
	for range 5 {
		if _, err := n.Identity.SignIn(t.Context(), "linjing", "wrong", ""); code(err) != "identity.wrong_password" {
			t.Fatal(err)
		}
	}
	if _, err := n.Identity.SignIn(t.Context(), "linjing", testkit.Password, ""); code(err) != "identity.wait_first" {
		t.Fatalf("no wait after five wrong passwords: %v", err)
	}
	n.Clock.Set(testkit.Noon.Add(61 * time.Second))
	_, err := n.Identity.SignIn(t.Context(), "LinJing", testkit.Password, "")
	testkit.Must(t, err)
}

func TestSessionsEnd(t *testing.T) {
	n := testkit.OpenWithCast(t)
	me := func(token string) int { return n.Ask(t, token, http.MethodGet, "/api/session", nil).Status }
	token := n.SignIn(t, identity.Caregiver)
	if me(token) != http.StatusOK {
		t.Fatal("a fresh session must work")
	}
	n.Clock.Set(testkit.Noon.Add(30 * time.Minute))
	if me(token) != http.StatusOK {
		t.Fatal("half an hour is not idle")
	}
	n.Clock.Set(testkit.Noon.Add(75 * time.Minute))
	if me(token) != http.StatusUnauthorized {
		t.Fatal("an idle session must end")
	}
	second, err := n.Identity.SignIn(t.Context(), "caregiver", testkit.Password, "")
	testkit.Must(t, err)
	n.Ask(t, second.Token, http.MethodDelete, "/api/session", nil)
	if me(second.Token) != http.StatusUnauthorized {
		t.Fatal("signed out means out")
	}
	third, err := n.Identity.SignIn(t.Context(), "caregiver", testkit.Password, "")
	testkit.Must(t, err)
	account := identity.Account{Person: n.Staff["王芳"], UserName: "caregiver", Password: "another-one", Roles: []identity.Role{identity.Caregiver}}
	testkit.Must(t, n.Identity.SetAccount(n.Director, account))
	if me(third.Token) != http.StatusUnauthorized {
		t.Fatal("a changed password ends the old sessions")
	}
}

func TestTheLastDirectorStays(t *testing.T) {
	n := testkit.Open(t)
	actor, _ := identity.ActorOf(n.Director)
	err := n.Identity.SetAccount(n.Director, identity.Account{Person: actor.ID, UserName: "linjing", Roles: []identity.Role{identity.Office}})
	if code(err) != "identity.last_director" {
		t.Fatalf("the last director gave up the role: %v", err)
	}
}

func TestNothingSecretComesBack(t *testing.T) {
	n := testkit.OpenWithCast(t)
	token := n.SignIn(t, identity.Director)
	n.SignIn(t, identity.Caregiver)
	testkit.Scenario{Name: "staff list", Token: token, Method: http.MethodPost, Path: "/api/staff/search",
		Body: map[string]string{"text": "wf", "state": "present"}, Status: http.StatusOK,
		Expect: []string{"王芳", `"hasAccount":true`, "托大一班"}, Refuse: []string{"argon2", "hash", testkit.Password, token}}.Run(t, n)
}
