package roster

import (
	"slices"
	"unicode/utf8"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// ConsentForm is what a consent asks of its record.
type ConsentForm string

// The forms: personal information with its six items (R95), photo use, the
// service agreement with number and end (R15), and what the nursery names.
const (
	PersonalInfo ConsentForm = "personal"
	PhotoUse     ConsentForm = "photo"
	Agreement    ConsentForm = "agreement"
	OtherConsent ConsentForm = "other"
)

// Decision of a guardian.
type Decision string

// The decisions; refusing is as easy as agreeing.
const (
	Given     Decision = "given"
	Refused   Decision = "refused"
	Withdrawn Decision = "withdrawn"
)

// ToldItems are the six things that a guardian is told of personal
// information, one by one (《儿童个人信息网络保护规定》 art. 10): purpose and scope,
// where and how long, safety, what refusing means, complaints, correction.
var ToldItems = []string{"purpose", "storage", "safety", "refusal", "complaint", "correction"}

// Verifications are how it was made sure that a guardian is the guardian.
var Verifications = []string{"", "id_card", "known", "phone"}

// ConsentKind is something that a nursery asks guardians to agree to.
type ConsentKind struct {
	ID     string // of the three shipped ones the form's name
	Name   string
	Form   ConsentForm
	Wanted bool // missing is a finding
	Text   *ConsentText
}

// ConsentText is one version of what guardians are shown.
type ConsentText struct {
	ID      string
	KindID  string
	Version int
	Body    string
	Items   []string // of personal information, in the order of ToldItems
	Scopes  []string // what can be agreed to one by one
	Example bool     // shipped, not official, to be made the nursery's own
	At      string   // instant
	By      string
}

const bodyMax = 20000

func (t ConsentText) check(form ConsentForm) error {
	var faults []*fault.Fault
	if t.Body == "" || utf8.RuneCountInString(t.Body) > bodyMax {
		faults = append(faults, consentTextMissing.At("body"))
	}
	if form == PersonalInfo && (len(t.Items) != len(ToldItems) || slices.Contains(t.Items, "")) {
		faults = append(faults, consentTextMissing.At("items"))
	}
	for field, texts := range map[string][]string{"items": t.Items, "scopes": t.Scopes} {
		for _, text := range texts {
			if utf8.RuneCountInString(text) > textMax {
				faults = append(faults, tooLong.At(field).With("max", textMax))
			}
		}
	}
	return fault.Join(faults)
}

// Consent is an act of a guardian: agreed, refused or withdrawn, on a day.
type Consent struct {
	ID          string
	ChildID     string
	KindID      string
	Decision    Decision
	GuardianID  string
	Guardian    string // the name then
	Relation    string
	Verified    string
	On          day.Day
	EndsOn      day.Day // of an agreement, the last day
	Number      string  // of an agreement
	Scopes      []string
	Told        []string // of ToldItems
	CouldRefuse bool     // was told that refusing is possible
	TextID      string
	TextVersion int
	Signed      string // act, stroke, scan
	FileID      string
	Note        string
	Void        bool
	VoidReason  string
	EnteredAt   string
	By          string
}

// check refuses an act that proves nothing. The text is the version that was
// shown, nil when it was none of ours, as on an older paper.
func (c Consent) check(form ConsentForm, text *ConsentText, today day.Day) error {
	var faults []*fault.Fault
	if c.Decision != Given && c.Decision != Refused && c.Decision != Withdrawn {
		faults = append(faults, consentDecision.At("decision"))
	}
	switch {
	case !c.On.Valid():
		faults = append(faults, dayBad.At("on"))
	case c.On > today:
		faults = append(faults, consentFuture.At("on"))
	}
	if !slices.Contains(Verifications, c.Verified) {
		faults = append(faults, consentDecision.At("verified"))
	}
	if c.Signed != "act" && c.Signed != "stroke" && c.Signed != "scan" || (c.Signed == "act") != (c.FileID == "") {
		faults = append(faults, consentSigned.At("signed"))
	}
	if utf8.RuneCountInString(c.Note) > textMax {
		faults = append(faults, tooLong.At("note").With("max", textMax))
	}
	if c.Decision == Given {
		faults = append(faults, c.checkGiven(form, text)...)
	}
	return fault.Join(faults)
}

func (c Consent) checkGiven(form ConsentForm, text *ConsentText) []*fault.Fault {
	var faults []*fault.Fault
	if form == PersonalInfo {
		for _, item := range ToldItems {
			if !slices.Contains(c.Told, item) {
				faults = append(faults, consentTold.At("told"))
				break
			}
		}
	}
	if (form == PersonalInfo || form == PhotoUse) && !c.CouldRefuse {
		faults = append(faults, consentChoice.At("couldRefuse"))
	}
	if form == Agreement {
		if c.Number == "" || utf8.RuneCountInString(c.Number) > nameMax {
			faults = append(faults, consentNumber.At("number"))
		}
		if !c.EndsOn.Valid() || c.EndsOn < c.On {
			faults = append(faults, consentEnds.At("endsOn"))
		}
	}
	if text != nil && len(text.Scopes) > 0 {
		if len(c.Scopes) == 0 {
			faults = append(faults, consentScopeNone.At("scopes"))
		}
		for _, scope := range c.Scopes {
			if !slices.Contains(text.Scopes, scope) {
				faults = append(faults, consentScopeBad.At("scopes"))
			}
		}
	}
	return faults
}

// ConsentState is what holds on a day.
type ConsentState string

// The states beside the decisions: nothing was ever asked, or an agreement is
// past its end.
const (
	ConsentGiven     ConsentState = "given"
	ConsentRefused   ConsentState = "refused"
	ConsentWithdrawn ConsentState = "withdrawn"
	ConsentMissing   ConsentState = "missing"
	ConsentEnded     ConsentState = "ended"
)

// ConsentStanding is what holds on a day, and by which act.
type ConsentStanding struct {
	State ConsentState
	Act   *Consent
}

// Holds tells whether something may be done on the strength of it.
func (s ConsentStanding) Holds() bool { return s.State == ConsentGiven }

// StandingOn finds what holds on a day: the last act up to it. The acts are of
// one child and kind, oldest first.
func StandingOn(acts []Consent, on day.Day) ConsentStanding {
	last := ConsentStanding{State: ConsentMissing}
	for i := range acts {
		if acts[i].Void || acts[i].On > on {
			continue
		}
		if last.Act == nil || acts[i].On >= last.Act.On {
			last = ConsentStanding{State: ConsentState(acts[i].Decision), Act: &acts[i]}
		}
	}
	if last.Holds() && last.Act.EndsOn != "" && last.Act.EndsOn < on {
		last.State = ConsentEnded
	}
	return last
}

// endsWithin tells whether what holds ends within some days.
func (s ConsentStanding) endsWithin(on day.Day, days int) bool {
	return s.Holds() && s.Act.EndsOn != "" && s.Act.EndsOn <= on.Add(days)
}
