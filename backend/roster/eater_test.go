package roster_test

import (
	"net/http"
	"testing"

	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

func TestTheFoodListHasSevereAllergiesFirstAndCountsWhoWasNeverAsked(t *testing.T) {
	n := testkit.OpenWithCast(t)
	allergic(t, n, "陈一诺")
	testkit.Must(t, n.Roster.ChangeHealth(n.Director, roster.HealthChange{ChildID: n.Kids["赵㛃"], Revision: 1,
		Health: roster.Health{Allergy: roster.AskedNone}}))
	list, err := n.Roster.Eaters(n.As(identity.Kitchen))
	testkit.Must(t, err)
	if list.Day != testkit.Today || len(list.Eaters) < 2 || list.Eaters[0].Child.Name != "陈一诺" {
		t.Errorf("of %s, first %+v", list.Day, list.Eaters)
	}
	placed, unasked := 0, 0
	for _, class := range list.Classes {
		placed, unasked = placed+class.Placed, unasked+class.Unasked
	}
	if placed != len(n.Kids) || unasked != placed-len(list.Eaters)-1 {
		t.Errorf("%d placed, %d never asked, %d to mind", placed, unasked, len(list.Eaters))
	}
	own, err := n.Roster.Eaters(n.As(identity.Caregiver))
	testkit.Must(t, err)
	if len(own.Classes) != 1 || own.Classes[0].ClassID != n.Sprouts.ID {
		t.Errorf("a caregiver sees %+v", own.Classes)
	}
}

func TestTheKitchenSeesTheFacesOfItsListAndNoOthers(t *testing.T) {
	n := testkit.OpenWithCast(t)
	testkit.Must(t, n.Roster.SetPhoto(n.Director, allergic(t, n, "陈一诺"), aFace(t, 9)))
	testkit.Must(t, n.Roster.SetPhoto(n.Director, n.Kids["赵㛃"], aFace(t, 99)))
	for name, status := range map[string]int{"陈一诺": 200, "赵㛃": 403} {
		testkit.Scenario{Name: name, Token: n.SignIn(t, identity.Kitchen), Method: http.MethodGet, Path: "/api/children/" + n.Kids[name] + "/photo",
			Status: status}.Run(t, n)
	}
}

func TestTheGateLooksUpAChildAndLearnsNothingButWhoItIs(t *testing.T) {
	n := testkit.OpenWithCast(t)
	find := func(role identity.Role, text string, expect, refuse []string) {
		testkit.Scenario{Name: string(role) + " " + text, Token: n.SignIn(t, role), Method: http.MethodPost, Path: "/api/gate/search", Status: 200,
			Body: map[string]string{"text": text}, Expect: expect, Refuse: append(refuse, "2024-", "330", "过敏", "鸡蛋", "1390571")}.Run(t, n)
	}
	find(identity.Gate, "糖", []string{"陈一诺", "糖糖", n.Sprouts.ID, `"total":1`}, nil)
	find(identity.Gate, "cyn", []string{"陈一诺"}, nil)
	find(identity.Gate, " ", []string{`"children":[]`, `"total":0`}, nil)
	find(identity.Gate, "买买提", []string{"买买提"}, nil)
	find(identity.Caregiver, "买买提", []string{`"children":[]`}, []string{"艾力"})
	testkit.Must(t, n.Roster.End(n.Director, n.Kids["陈一诺"], "2026-11-20", "转园"))
	find(identity.Gate, "糖", []string{`"total":0`}, []string{"陈一诺"})
	path := "/api/children/" + n.Kids["赵㛃"]
	for name, s := range map[string]testkit.Scenario{
		"who may collect":      {Path: path + "/collectors/" + string(testkit.Today), Status: 200, Expect: []string{"verdict"}, Refuse: []string{"****"}},
		"not the child's page": {Path: path, Status: 403},
		"nor the calls":        {Path: path + "/contacts", Status: 403},
	} {
		s.Name, s.Token, s.Method = name, n.SignIn(t, identity.Gate), http.MethodGet
		s.Run(t, n)
	}
}
