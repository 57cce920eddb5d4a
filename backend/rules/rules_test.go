package rules_test

import (
	"net/http"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/rules"
	"yayuan/backend/testkit"
)

func TestTheLatestVersionInForceCounts(t *testing.T) {
	rows := []rules.Rule{
		{Key: "a", Version: 1, From: "2020-01-01", Until: "2024-12-31"},
		{Key: "a", Version: 2, From: "2024-06-01"},
		{Key: "a", Version: 3, From: "2027-01-01"},
	}
	for on, want := range map[day.Day]int{"2024-01-01": 1, "2024-07-01": 2, "2026-11-23": 2, "2027-01-01": 3} {
		rule, err := rules.InForce(rows, "a", on)
		testkit.Must(t, err)
		if rule.Version != want {
			t.Errorf("on %s: version %d, want %d", on, rule.Version, want)
		}
	}
	if _, err := rules.InForce(rows, "a", "2019-12-31"); err == nil {
		t.Error("before the first version nothing is in force, and that is said")
	}
}

func TestEveryRuleIsListedWithItsEvidence(t *testing.T) {
	n := testkit.OpenWithCast(t)
	testkit.Scenario{
		Name: "a caregiver may read them", Token: n.SignIn(t, identity.Caregiver), Method: http.MethodGet, Path: "/api/rules", Status: http.StatusOK,
		Expect: []string{`"key":"check.fever"`, `"tenths":373`, `"jurisdiction":"CN"`, `"source":"《托育机构设置标准（试行）》第十九条"`, `"grade":"C+B"`},
	}.Run(t, n)
	list, err := n.Rules.List(n.Director)
	testkit.Must(t, err)
	if len(list) != len(rules.Catalogue()) {
		t.Errorf("%d rules listed, %d in the catalogue", len(list), len(rules.Catalogue()))
	}
	for _, rule := range list {
		if rule.Source == "" || rule.Grade == "" {
			t.Errorf("%s has no source or grade", rule.Key)
		}
	}
}
