package roster

import (
	"slices"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/rules"
)

// ChildFactKinds are the kinds of fact that the roster hands in about
// children. Illnesses are none of them: who reads what is due for whom need
// not read those.
var ChildFactKinds = []rules.FactKind{
	{Kind: examFact, Subject: rules.Child}, {Kind: agreementFact, Subject: rules.Child},
	{Kind: "child.personal_decision", Subject: rules.Child}, {Kind: "child.personal_consent", Subject: rules.Child},
	{Kind: "child.photo_decision", Subject: rules.Child}, {Kind: "child.photo_consent", Subject: rules.Child},
	{Kind: identityFact, Subject: rules.Child}, {Kind: cardFact, Subject: rules.Child},
}

// StaffFactKinds are those about staff.
var StaffFactKinds = []rules.FactKind{{Kind: contractFact, Subject: rules.Person}}

// ToldByItself are the requirements whose lack the roster's own findings tell.
var ToldByItself = []string{"child.agreement", returnRule, "child.personal_decision", "child.photo_decision"}

const (
	agreementFact = "child.agreement"
	identityFact  = "child.identity" // the number of an ID card or a birth certificate
	cardFact      = "child.action_card"
	contractFact  = "staff.contract"
)

// known is what the roster has on file of a child.
type known struct {
	child  Child
	number bool // an ID card's or a birth certificate's
	stays  []Placement
	acts   []Consent // oldest first
	cardOn day.Day
}

// facts makes the subject and its facts, as of a day.
func (k known) facts(on day.Day) (rules.Subject, []rules.Fact) {
	ref := rules.Ref{Kind: rules.Child, ID: k.child.ID}
	subject := rules.Subject{Ref: ref, Name: called(k.child), Born: k.child.BirthDate, Attributes: map[string][]string{}}
	if k.child.Health.Allergy != NotAsked {
		subject.Attributes["severe_allergy"] = []string{yesNo(k.child.Severely())}
	}
	var facts []rules.Fact
	add := func(kind, id string, from, until day.Day) {
		if from != "" {
			facts = append(facts, rules.Fact{Subject: ref, Kind: kind, Day: from, Until: until, Record: rules.Record{Area: "roster", ID: id}})
		}
	}
	for _, stay := range k.stays {
		subject.Stays = append(subject.Stays, rules.Span{From: stay.From, Until: stay.Until})
		if stay.On(on) {
			subject.Attributes["mode"] = []string{string(stay.Mode)}
		}
		add(examFact, stay.ID, stay.ExamOn, "")
	}
	if k.number && len(k.stays) > 0 {
		add(identityFact, k.child.ID, min(k.stays[0].From, orDay(k.child.BirthDate, k.stays[0].From)), "")
	}
	add(cardFact, k.child.ID, k.cardOn, "")
	return subject, append(facts, consentFacts(ref, k.acts)...)
}

// consentFacts says from when to when each act of a guardian holds: until the
// day before the next act of its kind, or to the end that it names.
func consentFacts(ref rules.Ref, acts []Consent) []rules.Fact {
	next := map[string]day.Day{}
	var facts []rules.Fact
	for _, act := range slices.Backward(acts) {
		if act.Void {
			continue
		}
		until := act.EndsOn
		if later := next[act.KindID]; later != "" && (until == "" || later <= until) {
			until = later.Add(-1)
		}
		next[act.KindID] = act.On
		fact := rules.Fact{Subject: ref, Day: act.On, Until: until, Record: rules.Record{Area: "roster", ID: act.ID}}
		form := ConsentForm(act.KindID)
		holds := act.Decision == Given && (until == "" || until >= act.On)
		if form == Agreement && holds {
			fact.Kind = agreementFact
			facts = append(facts, fact)
		}
		if form != PersonalInfo && form != PhotoUse {
			continue
		}
		if holds {
			fact.Kind = "child." + act.KindID + "_consent"
			facts = append(facts, fact)
		}
		// A refusal or a withdrawal is an answer too, and answers stay.
		fact.Kind, fact.Until = "child."+act.KindID+"_decision", ""
		facts = append(facts, fact)
	}
	return facts
}

// facts makes the subject of a member of staff and its facts.
func (m Staff) facts(stays []Stay) (rules.Subject, []rules.Fact) {
	ref := rules.Ref{Kind: rules.Person, ID: m.ID}
	subject := rules.Subject{Ref: ref, Name: m.Name, Born: m.BirthDate, Attributes: map[string][]string{"position": {m.Position}}}
	if m.HireType != "" {
		subject.Attributes["hire"] = []string{m.HireType}
	}
	for _, stay := range stays {
		subject.Stays = append(subject.Stays, rules.Span{From: stay.From, Until: stay.Until})
	}
	if m.ContractFrom == "" {
		return subject, nil
	}
	return subject, []rules.Fact{{Subject: ref, Kind: contractFact, Day: m.ContractFrom, Until: m.ContractUntil,
		Record: rules.Record{Area: "roster", ID: m.ID}}}
}

// called is a child's name with what everybody calls it.
func called(c Child) string {
	if c.Nickname == "" || strings.Contains(c.Name, c.Nickname) {
		return c.Name
	}
	return c.Name + "（" + c.Nickname + "）"
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

func orDay(d, other day.Day) day.Day {
	if d == "" {
		return other
	}
	return d
}
