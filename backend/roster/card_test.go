package roster_test

import (
	"net/http"
	"testing"

	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

var aCard = roster.Card{Allergy: roster.Steps{Signs: "口周红疹、咳嗽", Do: "马上打 120，平卧抬腿"}, Febrile: roster.Steps{Signs: "双眼上翻", Do: "侧卧，计时，满 5 分钟打 120"},
	Medicine: "肾上腺素笔", Place: "保健室药柜第一层", Call: "园医 沈慧"}

func TestACardThatLeavesSomebodyHelplessIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, field, code string
		change            func(*roster.Card)
	}{
		{"a whole one", "", "", func(*roster.Card) {}},
		{"nothing to do", "allergy.do", "roster.card_empty", func(c *roster.Card) { c.Allergy, c.Febrile = roster.Steps{}, roster.Steps{} }},
		{"to do, but when", "allergy.signs", "roster.card_signs", func(c *roster.Card) { c.Allergy.Signs = "" }},
		{"seen, but what then", "febrile.do", "roster.card_empty", func(c *roster.Card) { c.Febrile.Do = "" }},
		{"a medicine nobody finds", "place", "roster.card_place", func(c *roster.Card) { c.Place = "" }},
		{"confirmed with nobody", "confirmedWith", "roster.card_confirmation", func(c *roster.Card) { c.ConfirmedOn = "2026-11-20" }},
		{"confirmed tomorrow", "confirmedOn", "roster.card_future", func(c *roster.Card) { c.ConfirmedWith, c.ConfirmedOn = "妈妈", "2026-11-24" }},
		{"confirmed on no day", "confirmedOn", "roster.day_bad", func(c *roster.Card) { c.ConfirmedWith, c.ConfirmedOn = "妈妈", "11-24" }},
	} {
		card := aCard
		c.change(&card)
		f, _ := fault.As(card.Check(testkit.Today))
		switch {
		case f == nil && c.code != "":
			t.Errorf("%s was accepted", c.name)
		case f != nil && (f.Code != c.code || f.Field != c.field):
			t.Errorf("%s: %s at %s, want %s at %s", c.name, f.Code, f.Field, c.code, c.field)
		}
	}
}

// allergic gives a child a severe allergy and febrile convulsions.
func allergic(t *testing.T, n *testkit.Nursery, name string) string {
	t.Helper()
	id := n.Kids[name]
	testkit.Must(t, n.Roster.ChangeHealth(n.Director, roster.HealthChange{ChildID: id, Revision: 1, Medical: true,
		Health: roster.Health{Allergens: []roster.Allergen{{Class: "peanut", Severity: roster.Severe}}, Illnesses: []string{"febrile"}, Diet: []string{"halal"}}}))
	return id
}

func stateOf(t *testing.T, n *testkit.Nursery, id string) roster.CardState {
	t.Helper()
	placed, err := n.Roster.PlacedOn(n.Director, testkit.Today, roster.Who{Child: id})
	testkit.Must(t, err)
	return placed[0].Card
}

func TestACardIsAskedForUntilItHasAllPartsAndAnyChangeAsksTheGuardianAgain(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	if stateOf(t, n, kid) != roster.CardNone {
		t.Error("a child without severe allergy needs no card")
	}
	allergic(t, n, "陈一诺")
	card := aCard
	card.ChildID, card.Febrile = kid, roster.Steps{}
	testkit.Must(t, n.Roster.SaveCard(n.As(identity.Health), card))
	if stateOf(t, n, kid) != roster.CardNeeded {
		t.Error("the part for convulsions is lacking, and nobody is told")
	}
	card.Febrile, card.Revision, card.ConfirmedWith, card.ConfirmedOn = aCard.Febrile, 1, "妈妈", "2026-11-23"
	testkit.Must(t, n.Roster.SaveCard(n.As(identity.Health), card))
	if stateOf(t, n, kid) != roster.CardReady {
		t.Error("a whole card is not enough")
	}
	opened := func() roster.Card {
		opened, err := n.Roster.OpenCard(n.As(identity.Caregiver), kid)
		testkit.Must(t, err)
		if opened.Guardians[0].Phone != "13905710001" || opened.ClassID != n.Sprouts.ID {
			t.Errorf("nobody to call: %+v", opened)
		}
		return *opened.Card
	}
	card.Revision, card.ConfirmedWith, card.ConfirmedOn = 2, "", ""
	testkit.Must(t, n.Roster.SaveCard(n.Director, card))
	if got := opened(); got.ConfirmedWith != "妈妈" || got.ConfirmedBy != "health" {
		t.Errorf("the same words lost their confirmation: %+v", got)
	}
	card.Revision, card.Place = 3, "教室门后"
	testkit.Must(t, n.Roster.SaveCard(n.Director, card))
	if got := opened(); got.ConfirmedOn != "" || got.Place != "教室门后" {
		t.Errorf("other words are still confirmed: %+v", got)
	}
	if got := code(n.Roster.SaveCard(n.Director, card)); got != "roster.changed_since" {
		t.Errorf("over the words of another: %q", got)
	}
	var rows, live int
	testkit.Must(t, n.Store.With(t.Context()).Raw("SELECT count(*) FROM action_card").Scan(&rows).Error)
	testkit.Must(t, n.Store.With(t.Context()).Raw("SELECT count(*) FROM action_card WHERE live = 1").Scan(&live).Error)
	if rows != 4 || live != 1 {
		t.Errorf("%d versions, %d of them in force", rows, live)
	}
}

func TestTheKitchenSeesAllergiesAndNeitherPhonesNorIllnesses(t *testing.T) {
	n := testkit.OpenWithCast(t)
	card := aCard
	card.ChildID = allergic(t, n, "陈一诺")
	testkit.Must(t, n.Roster.SaveCard(n.Director, card))
	path := "/api/children/" + card.ChildID
	for _, s := range []testkit.Scenario{
		{Name: "the list of the kitchen", Token: n.SignIn(t, identity.Kitchen), Path: "/api/allergies", Status: 200,
			Expect: []string{"糖糖", "花生（严重）", "清真", "口周红疹", "墨墨", "鸡蛋"}, Refuse: []string{"13905710001", "139****", "热性惊厥", "双眼上翻", "febrile", "肾上腺素笔"}},
		{Name: "no card for the kitchen", Token: n.SignIn(t, identity.Kitchen), Method: http.MethodPost, Path: path + "/card/open", Status: 403, Refuse: []string{"13905710001"}},
		{Name: "nor for office", Token: n.SignIn(t, identity.Office), Method: http.MethodPost, Path: path + "/card/open", Status: 403, Refuse: []string{"双眼上翻"}},
		{Name: "the class has it with phones", Token: n.SignIn(t, identity.Caregiver), Method: http.MethodPost, Path: path + "/card/open", Status: 200,
			Expect: []string{"双眼上翻", "13905710001", "保健室药柜", `"state":"ready"`}},
		{Name: "each look is kept", Token: n.SignIn(t, identity.Director), Method: http.MethodPost, Path: path + "/history", Status: 200,
			Expect: []string{"roster.open_card", "王芳"}, Refuse: []string{"双眼上翻", "13905710001"}},
	} {
		if s.Method == "" {
			s.Method = http.MethodGet
		}
		s.Run(t, n)
	}
}
