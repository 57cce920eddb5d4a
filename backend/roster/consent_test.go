package roster

import (
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

func TestTheLastActUpToADayIsWhatHolds(t *testing.T) {
	acts := []Consent{
		{ID: "no", Decision: Refused, On: "2026-09-01"},
		{ID: "error", Decision: Withdrawn, On: "2026-09-02", Void: true},
		{ID: "yes", Decision: Given, On: "2026-09-05"},
		{ID: "morning", Decision: Withdrawn, On: "2026-10-01"},
		{ID: "evening", Decision: Given, On: "2026-10-01", EndsOn: "2027-02-28"},
	}
	for _, c := range []struct {
		on    day.Day
		state ConsentState
		act   string
	}{
		{"2026-08-31", ConsentMissing, ""}, {"2026-09-01", ConsentRefused, "no"}, {"2026-09-04", ConsentRefused, "no"},
		{"2026-09-05", ConsentGiven, "yes"}, {"2026-09-30", ConsentGiven, "yes"}, {"2026-10-01", ConsentGiven, "evening"},
		{"2027-02-28", ConsentGiven, "evening"}, {"2027-03-01", ConsentEnded, "evening"},
	} {
		got := StandingOn(acts, c.on)
		act := ""
		if got.Act != nil {
			act = got.Act.ID
		}
		if got.State != c.state || act != c.act {
			t.Errorf("%s: %s by %q, want %s by %q", c.on, got.State, act, c.state, c.act)
		}
	}
	if StandingOn(acts[:4], "2026-12-01").State != ConsentWithdrawn {
		t.Error("after the withdrawal nothing may be done")
	}
	for on, want := range map[day.Day]bool{"2027-01-28": false, "2027-01-29": true, "2027-02-28": true, "2027-03-01": false} {
		if got := StandingOn(acts, on).endsWithin(on, 30); got != want {
			t.Errorf("%s: near its end %v", on, got)
		}
	}
}

func TestARefusalIsAnAnswerAndOnlyAnAgreementMustBeThere(t *testing.T) {
	for _, c := range []struct {
		form  ConsentForm
		state ConsentState
		want  string
	}{
		{PhotoUse, ConsentMissing, "missing"}, {PhotoUse, ConsentRefused, ""}, {PersonalInfo, ConsentWithdrawn, ""},
		{Agreement, ConsentRefused, "missing"}, {Agreement, ConsentEnded, "ended"}, {Agreement, ConsentGiven, ""},
	} {
		line := KindStanding{ConsentKind: ConsentKind{Form: c.form, Wanted: true}, ConsentStanding: ConsentStanding{State: c.state}}
		if got := line.Lacks(); got != c.want {
			t.Errorf("%s %s lacks %q, want %q", c.form, c.state, got, c.want)
		}
		line.Wanted = false
		if line.Lacks() != "" {
			t.Errorf("%s is not asked for and lacks", c.form)
		}
	}
}

func TestAConsentThatProvesNothingIsRefused(t *testing.T) {
	text := &ConsentText{Scopes: []string{"园内展示", "家长群"}}
	whole := Consent{Decision: Given, On: "2026-11-23", Signed: "act", Told: ToldItems, CouldRefuse: true, Scopes: []string{"家长群"},
		Number: "2026-01", EndsOn: "2027-08-31"}
	for _, c := range []struct {
		about  string
		form   ConsentForm
		change func(*Consent)
		want   string // field of the fault, empty when it is kept
	}{
		{"whole", PersonalInfo, func(*Consent) {}, ""},
		{"five of six told", PersonalInfo, func(c *Consent) { c.Told = ToldItems[:5] }, "told"},
		{"the six are of personal information only", PhotoUse, func(c *Consent) { c.Told = nil }, ""},
		{"no way to refuse was offered", PhotoUse, func(c *Consent) { c.CouldRefuse = false }, "couldRefuse"},
		{"a refusal needs neither", PersonalInfo, func(c *Consent) { *c = Consent{Decision: Refused, On: "2026-11-23", Signed: "act"} }, ""},
		{"a day to come", PhotoUse, func(c *Consent) { c.On = "2026-11-24" }, "on"},
		{"no scope", PhotoUse, func(c *Consent) { c.Scopes = nil }, "scopes"},
		{"a scope that the text does not have", PhotoUse, func(c *Consent) { c.Scopes = []string{"商业广告"} }, "scopes"},
		{"an agreement without a number", Agreement, func(c *Consent) { c.Number = "" }, "number"},
		{"an agreement that ends before it begins", Agreement, func(c *Consent) { c.EndsOn = "2026-11-22" }, "endsOn"},
		{"a scan without its file", PhotoUse, func(c *Consent) { c.Signed = "scan" }, "signed"},
		{"no such way to sign", PhotoUse, func(c *Consent) { c.Signed = "fax" }, "signed"},
		{"no such decision", PhotoUse, func(c *Consent) { c.Decision = "maybe" }, "decision"},
	} {
		act := whole
		c.change(&act)
		err := act.check(c.form, text, "2026-11-23")
		field := ""
		if f, ok := fault.As(err); ok {
			field = f.Field
		}
		if field != c.want || (err == nil) != (c.want == "") {
			t.Errorf("%s: %v, want a fault at %q", c.about, err, c.want)
		}
	}
}

func TestTheShippedTextsAreWhole(t *testing.T) {
	for _, each := range examples() {
		text := ConsentText{Body: each.Body, Items: each.Items, Scopes: each.Scopes}
		if err := text.check(each.Form); err != nil || each.Name == "" {
			t.Errorf("%s: %v", each.Form, err)
		}
	}
}
