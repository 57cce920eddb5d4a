package identity_test

import (
	"net/http"
	"sync"
	"testing"
	"time"

	"yayuan/backend/identity"
	"yayuan/backend/testkit"
)

// withPIN gives the caregiver of the cast a PIN and tells whose it is.
func withPIN(t *testing.T) (n *testkit.Nursery, token, device, person string) {
	t.Helper()
	n = testkit.OpenWithCast(t)
	token, device, person = n.SignIn(t, identity.Caregiver), n.Devices[identity.Caregiver], n.Staff["王芳"]
	set := n.Ask(t, token, http.MethodPut, "/api/session/pin", map[string]string{"password": testkit.Password, "pin": "2468"})
	if set.Status != http.StatusOK {
		t.Fatal(set.Body)
	}
	return n, token, device, person
}

func TestWrongPINsCountAlsoWithAnIdempotencyKey(t *testing.T) {
	n, token, device, person := withPIN(t)
	for try := range 6 {
		n.Ask(t, token, http.MethodPost, "/api/session/pin", map[string]string{"personId": person, "pin": "0000"},
			"X-Device", device, "Idempotency-Key", string(rune('a'+try)))
	}
	if _, err := n.Identity.SignInByPIN(t.Context(), device, person, "2468"); code(err) != "identity.pin_locked" {
		t.Fatalf("guesses were taken back with their transaction: %v", err)
	}
}

func TestASignInIsNotRemembered(t *testing.T) {
	n := testkit.OpenWithCast(t)
	token := n.SignIn(t, identity.Caregiver)
	body := map[string]string{"userName": "caregiver", "password": testkit.Password}
	first := n.Ask(t, token, http.MethodPost, "/api/session", body, "Idempotency-Key", "again")
	second := n.Ask(t, token, http.MethodPost, "/api/session", body, "Idempotency-Key", "again")
	if first.Status != http.StatusOK || second.Status != http.StatusOK || first.Body == second.Body {
		t.Errorf("the same token came again: %s", second.Body)
	}
}

func TestManyGuessesAtOnceAreCountedOneByOne(t *testing.T) {
	n, _, device, person := withPIN(t)
	answers := make(chan string, 8)
	var all sync.WaitGroup
	for range cap(answers) {
		all.Go(func() {
			_, err := n.Identity.SignInByPIN(t.Context(), device, person, "0000")
			answers <- code(err)
		})
	}
	all.Wait()
	close(answers)
	tried := 0
	for answer := range answers {
		if answer == "identity.wrong_pin" {
			tried++
		}
	}
	if tried != 4 {
		t.Errorf("%d guesses were answered before the lock, want 4", tried)
	}
}

func TestAnOpenPageDoesNotServeForGuessingThePassword(t *testing.T) {
	n := testkit.OpenWithCast(t)
	token := n.SignIn(t, identity.Caregiver)
	guess := func(password string) testkit.Answer {
		return n.Ask(t, token, http.MethodPut, "/api/session/pin", map[string]string{"password": password, "pin": "2468"})
	}
	for range 5 {
		guess("wrong")
	}
	if answer := guess(testkit.Password); answer.Status != http.StatusLocked {
		t.Fatalf("no wait after five wrong passwords: %d %s", answer.Status, answer.Body)
	}
	n.Clock.Set(testkit.Noon.Add(61 * time.Second))
	if answer := guess(testkit.Password); answer.Status != http.StatusOK {
		t.Error(answer.Body)
	}
}

func TestANewPasswordEndsTheOtherSessionsButNotThisOne(t *testing.T) {
	n := testkit.OpenWithCast(t)
	token := n.SignIn(t, identity.Caregiver)
	other, err := n.Identity.SignIn(t.Context(), "caregiver", testkit.Password, "")
	testkit.Must(t, err)
	n.Ask(t, token, http.MethodPut, "/api/session/password", map[string]string{"old": testkit.Password, "new": "quite-another"})
	for name, c := range map[string]struct {
		token string
		want  int
	}{"this one": {token, http.StatusOK}, "the other": {other.Token, http.StatusUnauthorized}} {
		if got := n.Ask(t, c.token, http.MethodGet, "/api/session", nil).Status; got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func TestAPasswordFromTheDirectorLocksTheOldPIN(t *testing.T) {
	n, _, device, person := withPIN(t)
	account := identity.Account{Person: person, UserName: "caregiver", Password: "from-the-director", Roles: []identity.Role{identity.Caregiver}}
	testkit.Must(t, n.Identity.SetAccount(n.Director, account))
	if _, err := n.Identity.SignInByPIN(t.Context(), device, person, "2468"); code(err) != "identity.pin_locked" {
		t.Fatalf("the old PIN still opens: %v", err)
	}
	_, err := n.Identity.SignIn(t.Context(), "caregiver", "from-the-director", device)
	testkit.Must(t, err)
	_, err = n.Identity.SignInByPIN(t.Context(), device, person, "2468")
	testkit.Must(t, err)
}

func TestNewRolesDoNotUnlockAPIN(t *testing.T) {
	n, _, device, person := withPIN(t)
	for range 5 {
		_, _ = n.Identity.SignInByPIN(t.Context(), device, person, "0000")
	}
	account := identity.Account{Person: person, UserName: "caregiver", Roles: []identity.Role{identity.Caregiver, identity.Gate}}
	testkit.Must(t, n.Identity.SetAccount(n.Director, account))
	if _, err := n.Identity.SignInByPIN(t.Context(), device, person, "2468"); code(err) != "identity.pin_locked" {
		t.Fatalf("a change of roles unlocked it: %v", err)
	}
}
