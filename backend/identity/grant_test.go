package identity_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

func TestARoleForATimeGivesItsRightsWithinItsDaysOnly(t *testing.T) {
	n := testkit.OpenWithCast(t)
	token := n.SignIn(t, identity.Caregiver)
	_, err := n.Identity.GrantRole(n.Director, identity.Grant{Person: n.Staff["王芳"], Role: identity.Office, From: "2026-11-24", Until: "2026-11-25", Reason: "许婷休假"})
	testkit.Must(t, err)
	for on, want := range map[day.Day]int{"2026-11-23": http.StatusForbidden, "2026-11-24": http.StatusOK, "2026-11-25": http.StatusOK, "2026-11-26": http.StatusForbidden} {
		n.Clock.Set(on.At(9, 0))
		session, err := n.Identity.SignIn(t.Context(), "caregiver", testkit.Password, "")
		testkit.Must(t, err)
		if got := n.Ask(t, session.Token, http.MethodPost, "/api/classes/board", map[string]int{"months": 1}).Status; got != want {
			t.Errorf("on %s: %d, want %d", on, got, want)
		}
	}
	_ = token
}

func TestAnOpenSessionLosesTheRightAtMidnight(t *testing.T) {
	n := testkit.OpenWithCast(t)
	n.SignIn(t, identity.Caregiver)
	_, err := n.Identity.GrantRole(n.Director, identity.Grant{Person: n.Staff["王芳"], Role: identity.Director, From: testkit.Today, Until: testkit.Today})
	testkit.Must(t, err)
	n.Clock.Set(testkit.Today.At(23, 50))
	session, err := n.Identity.SignIn(t.Context(), "caregiver", testkit.Password, "")
	testkit.Must(t, err)
	me := n.Ask(t, session.Token, http.MethodGet, "/api/session", nil).Body
	if !strings.Contains(me, `"deputyUntil":"2026-11-23"`) || !strings.Contains(me, "accounts.manage") {
		t.Errorf("a deputy is told so and may do everything: %s", me)
	}
	n.Clock.Set(testkit.Today.Add(1).At(0, 10))
	me = n.Ask(t, session.Token, http.MethodGet, "/api/session", nil).Body
	if strings.Contains(me, "accounts.manage") || !strings.Contains(me, `"deputyUntil":""`) {
		t.Errorf("after midnight: %s", me)
	}
	if got := n.Ask(t, session.Token, http.MethodPost, "/api/staff/x/unlock", nil).Status; got != http.StatusForbidden {
		t.Errorf("a director's act after midnight: %d", got)
	}
}

func TestAGrantIsCheckedAndTakenBack(t *testing.T) {
	n := testkit.OpenWithCast(t)
	fang := n.Staff["王芳"]
	n.SignIn(t, identity.Caregiver)
	for _, c := range []struct {
		name  string
		grant identity.Grant
		code  string
	}{
		{"backwards", identity.Grant{Person: fang, Role: identity.Gate, From: "2026-12-02", Until: "2026-12-01"}, "identity.grant_backwards"},
		{"without an end", identity.Grant{Person: fang, Role: identity.Gate, From: "2026-12-02"}, "identity.grant_day_bad"},
		{"no role", identity.Grant{Person: fang, Role: "king", From: "2026-12-01", Until: "2026-12-01"}, "identity.role_unknown"},
		{"nobody", identity.Grant{Person: "x", Role: identity.Gate, From: "2026-12-01", Until: "2026-12-01"}, "identity.person_unknown"},
	} {
		if _, err := n.Identity.GrantRole(n.Director, c.grant); code(err) != c.code {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		}
	}
	id, err := n.Identity.GrantRole(n.Director, identity.Grant{Person: fang, Role: identity.Gate, From: testkit.Today, Until: "2026-12-31"})
	testkit.Must(t, err)
	roles := func() []identity.Role {
		accounts, err := n.Identity.Accounts(n.Director, []string{fang})
		testkit.Must(t, err)
		return accounts[fang].Roles
	}
	if !slices.Equal(roles(), []identity.Role{identity.Caregiver, identity.Gate}) {
		t.Errorf("several roles at once: %v", roles())
	}
	if err := n.Identity.EndGrant(n.Director, id, "2027-01-31"); code(err) != "identity.grant_longer" {
		t.Errorf("a longer grant is a new one: %v", err)
	}
	testkit.Must(t, n.Identity.EndGrant(n.Director, id, testkit.Today.Add(-1)))
	if !slices.Equal(roles(), []identity.Role{identity.Caregiver}) {
		t.Errorf("taken back: %v", roles())
	}
}

func TestADeputyDoesNotStandForTheLastDirector(t *testing.T) {
	n := testkit.OpenWithCast(t)
	n.SignIn(t, identity.Caregiver)
	_, err := n.Identity.GrantRole(n.Director, identity.Grant{Person: n.Staff["王芳"], Role: identity.Director, From: testkit.Today, Until: "2026-12-31"})
	testkit.Must(t, err)
	actor, _ := identity.ActorOf(n.Director)
	err = n.Identity.SetAccount(n.Director, identity.Account{Person: actor.ID, UserName: "linjing", Roles: []identity.Role{identity.Office}})
	if code(err) != "identity.last_director" {
		t.Errorf("only a deputy would be left: %v", err)
	}
}

func TestADeputyPassesOnNoMoreThanWasGiven(t *testing.T) {
	n := testkit.OpenWithCast(t)
	n.SignIn(t, identity.Caregiver)
	fang := n.Staff["王芳"]
	_, err := n.Identity.GrantRole(n.Director, identity.Grant{Person: fang, Role: identity.Director, From: testkit.Today, Until: "2026-11-30"})
	testkit.Must(t, err)
	helper, err := n.Roster.AddStaff(n.Director, roster.Staff{Name: "周敏", Position: "other"})
	testkit.Must(t, err)
	actor, _ := identity.ActorOf(n.Director)
	deputy := identity.WithActor(t.Context(), identity.NewActor(fang, "王芳", []identity.Role{identity.Caregiver, identity.Director}))
	for name, err := range map[string]error{
		"herself for good":        n.Identity.SetAccount(deputy, identity.Account{Person: fang, UserName: "wangfang", Roles: []identity.Role{identity.Director}}),
		"another director":        n.Identity.SetAccount(deputy, identity.Account{Person: helper, UserName: "zhoumin", Password: testkit.Password, Roles: []identity.Role{identity.Director}}),
		"the director deposed":    n.Identity.SetAccount(deputy, identity.Account{Person: actor.ID, UserName: "linjing", Roles: []identity.Role{identity.Viewer}}),
		"the director's password": n.Identity.SetAccount(deputy, identity.Account{Person: actor.ID, UserName: "linjing", Password: "another-one", Roles: []identity.Role{identity.Director}}),
	} {
		if code(err) != "identity.deputy_only" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := n.Identity.GrantRole(deputy, identity.Grant{Person: helper, Role: identity.Director, From: testkit.Today, Until: testkit.Today}); code(err) != "identity.deputy_only" {
		t.Errorf("a deputy's deputy: %v", err)
	}
	if _, err := n.Identity.GrantRole(deputy, identity.Grant{Person: helper, Role: identity.Gate, From: testkit.Today, Until: "2026-12-01"}); code(err) != "identity.grant_longer" {
		t.Errorf("longer than the deputy stands in: %v", err)
	}
	_, err = n.Identity.GrantRole(deputy, identity.Grant{Person: helper, Role: identity.Gate, From: testkit.Today, Until: "2026-11-30"})
	testkit.Must(t, err)
	if _, err := n.Identity.GrantRole(n.Director, identity.Grant{Person: helper, Role: identity.Gate, From: testkit.Today, Until: "2027-11-24"}); code(err) != "identity.grant_long" {
		t.Errorf("for more than a year: %v", err)
	}
}
