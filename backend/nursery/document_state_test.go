package nursery

import (
	"slices"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/finding"
)

const today day.Day = "2026-11-23"

func stateOfOnly(t *testing.T, p Profile, kind string, documents ...Document) PaperState {
	t.Helper()
	for _, paper := range Papers(p, documents, today) {
		if paper.Kind.Kind == kind && paper.State != PaperRenewed {
			return paper.State
		}
	}
	return ""
}

func TestWhereAPaperStands(t *testing.T) {
	paper := func(kind string, issued, until day.Day) Document {
		return Document{ID: "1", Kind: kind, IssuedOn: issued, ValidUntil: until, RemindDays: 60}
	}
	rented, kitchen := Profile{Premises: "rented"}, Profile{Meals: "kitchen"}
	for name, c := range map[string]struct {
		p    Profile
		kind string
		d    []Document
		want PaperState
	}{
		"not there":                         {Profile{}, "licence", nil, PaperMissing},
		"without an end":                    {Profile{}, "licence", []Document{paper("licence", "2020-01-01", "")}, PaperOK},
		"on its last day":                   {Profile{}, "licence", []Document{paper("licence", "2020-01-01", today)}, PaperDue},
		"a day after":                       {Profile{}, "licence", []Document{paper("licence", "2020-01-01", "2026-11-22")}, PaperExpired},
		"61 days before":                    {Profile{}, "licence", []Document{paper("licence", "2020-01-01", today.Add(61))}, PaperOK},
		"60 days before":                    {Profile{}, "licence", []Document{paper("licence", "2020-01-01", today.Add(60))}, PaperDue},
		"a void one is none":                {Profile{}, "licence", []Document{{ID: "1", Kind: "licence", IssuedOn: "2020-01-01", VoidReason: "录错"}}, PaperMissing},
		"fire check of last year":           {Profile{}, "fire_check", []Document{paper("fire_check", "2025-11-24", "")}, PaperDue},
		"fire check a year and a day ago":   {Profile{}, "fire_check", []Document{paper("fire_check", "2025-11-23", "")}, PaperExpired},
		"food licence without a kitchen":    {Profile{Meals: "none"}, "food_licence", nil, ""},
		"food licence with a kitchen":       {kitchen, "food_licence", nil, PaperMissing},
		"nobody said whether they cook":     {Profile{}, "food_licence", nil, PaperUnknown},
		"a lease of three years":            {rented, "lease", []Document{paper("lease", "2025-01-01", "2027-12-31")}, PaperOK},
		"a lease one day short":             {rented, "lease", []Document{paper("lease", "2025-01-01", "2027-12-30")}, PaperShort},
		"a lease of somebody who owns":      {Profile{Premises: "owned"}, "lease", nil, ""},
		"last year's report":                {Profile{}, "annual_report", []Document{paper("annual_report", "2025-12-28", "")}, PaperDue},
		"the report of the year before":     {Profile{}, "annual_report", []Document{paper("annual_report", "2024-12-28", "")}, PaperExpired},
		"what begins next month is no help": {Profile{}, "liability_insurance", []Document{paper("liability_insurance", "2026-12-01", "2027-11-30")}, PaperMissing},
	} {
		t.Run(name, func(t *testing.T) {
			if got := stateOfOnly(t, c.p, c.kind, c.d...); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestARenewalSupersedesFromItsFirstDay(t *testing.T) {
	old := Document{ID: "old", Kind: "liability_insurance", IssuedOn: "2025-12-01", ValidUntil: "2026-11-30", RemindDays: 30}
	next := Document{ID: "new", Kind: "liability_insurance", IssuedOn: "2026-12-01", ValidUntil: "2027-11-30", RemindDays: 30, Renews: "old"}
	states := func(on day.Day) map[string]PaperState {
		found := map[string]PaperState{}
		for _, paper := range Papers(Profile{}, []Document{next, old}, on) {
			if paper.Document.ID != "" {
				found[paper.Document.ID] = paper.State
			}
		}
		return found
	}
	if got := states(today); got["old"] != PaperOK || got["new"] != PaperAhead {
		t.Errorf("renewed in good time: %v", got)
	}
	if got := states("2026-12-01"); got["old"] != PaperRenewed || got["new"] != PaperOK {
		t.Errorf("from the first day on: %v", got)
	}
	next.IssuedOn = "2026-12-02" // a day without insurance
	if got := states(today); got["old"] != PaperDue {
		t.Errorf("a gap of a day is not a renewal in time: %v", got)
	}
	next.IssuedOn, next.VoidReason = "2026-11-01", "录错"
	if got := states(today); got["old"] != PaperDue {
		t.Errorf("a void renewal renews nothing: %v", got)
	}
}

func TestTheWorstStandsFirst(t *testing.T) {
	papers := Papers(Profile{}, []Document{
		{ID: "a", Kind: "licence", IssuedOn: "2020-01-01"}, {ID: "b", Kind: "other", Title: "x", IssuedOn: "2020-01-01", ValidUntil: "2026-01-01"},
		{ID: "c", Kind: "other", Title: "y", IssuedOn: "2020-01-01", ValidUntil: "2025-01-01"},
	}, today)
	if !slices.IsSortedFunc(papers, func(a, b Paper) int { return slices.Index(paperOrder, a.State) - slices.Index(paperOrder, b.State) }) {
		t.Error("not by state")
	}
	var expired []string
	for _, paper := range papers {
		if paper.State == PaperExpired {
			expired = append(expired, paper.Document.ID)
		}
	}
	if !slices.Equal(expired, []string{"c", "b"}) {
		t.Errorf("the longest expired first: %v", expired)
	}
}

func TestNoKindOfPaperCallsAStandardALaw(t *testing.T) {
	for _, kind := range DocumentKinds {
		if kind.Source == "" || kind.Grade == "" || kind.Title == "" || kind.RemindDays == 0 {
			t.Errorf("%s is not complete", kind.Kind)
		}
		if kind.Strength == "must" && kind.Grade != "A" && kind.Grade != "B" {
			t.Errorf("%s is asked for by grade %s", kind.Kind, kind.Grade)
		}
		if kind.Grade == "C" && (kind.Strength != "recommended" || kind.Severity == finding.Bad) {
			t.Errorf("%s: what is only cited is recommended", kind.Kind)
		}
	}
}

func TestFindingsNameTheirSource(t *testing.T) {
	papers := Papers(Profile{Premises: "rented"}, []Document{
		{ID: "lease", Kind: "lease", IssuedOn: "2025-01-01", ValidUntil: "2026-11-22"},
		{ID: "fire", Kind: "fire_check", IssuedOn: "2025-12-10", RemindDays: 60},
	}, today)
	found := ofPapers(papers)
	found = append(found, ofProfile(Profile{LegalForm: "profit", Registrar: "civil", ScopeHasCare: "no", RegisteredPlaces: n(60), UsablePlaces: n(70)})...)
	found = append(found, ofChanges([]RegistrationChange{{Field: "address", State: ChangeOpen}, {Field: "name", State: ChangeOpen}, {Field: "name", State: ChangeFiled}})...)
	want := []string{"nursery.paper_expired", "nursery.paper_due", "nursery.papers_missing", "nursery.registrar_mismatch", "nursery.scope_without_care",
		"nursery.usable_above_registered", "nursery.register_again", "nursery.change_open"}
	var got []string
	for _, f := range found {
		got = append(got, f.Code)
		if f.Args["source"] == "" || f.Args["grade"] == "" || f.Link == "" {
			t.Errorf("%+v", f)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if found[0].Severity != finding.Bad || found[1].Severity != finding.Warn {
		t.Errorf("an expired lease is %s, a fire check that lapses %s", found[0].Severity, found[1].Severity)
	}
}

func TestTheObservationRoomIsLookedForOnceRoomsAreKept(t *testing.T) {
	code := func(rooms ...Room) string {
		found := ofRooms(rooms)
		if len(found) == 0 {
			return ""
		}
		return found[0].Code
	}
	class := Room{Kind: "class"}
	for want, rooms := range map[string][]Room{
		"":                               {class, {Kind: "observation", AreaDM2: n(600)}},
		"nursery.observation_missing":    {class, {Kind: "observation", AreaDM2: n(900), ClosedOn: "2026-01-01"}},
		"nursery.observation_small":      {class, {Kind: "observation", AreaDM2: n(599)}},
		"nursery.observation_unmeasured": {class, {Kind: "observation"}},
	} {
		if got := code(rooms...); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := code(); got != "" {
		t.Errorf("no rooms kept: %q", got)
	}
}
