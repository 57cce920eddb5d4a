package roster_test

import (
	"net/http"
	"strings"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// sick takes a leave of 赵㛃 and gives a way to tell what becomes of it.
func sick(t *testing.T) (*testkit.Nursery, func(roster.LeaveStep) error, func() roster.Leave) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["赵㛃"]
	testkit.Must(t, n.Roster.TakeLeave(n.As(identity.Caregiver), roster.Leave{ChildID: kid, From: "2026-11-18", Until: "2026-11-20",
		Kind: "illness", ToldBy: "妈妈", ToldTo: "王芳", ToldHow: "wechat", Symptoms: "发热 38.5，咳嗽", Note: "先观察两天"}))
	now := func() roster.Leave {
		file, err := n.Roster.File(n.Director, kid)
		testkit.Must(t, err)
		if len(file.Leaves) != 1 {
			t.Fatalf("%d leaves stand, want 1", len(file.Leaves))
		}
		return file.Leaves[0]
	}
	return n, func(step roster.LeaveStep) error {
		step.Leave = now().ID
		return n.Roster.TellLeave(n.Director, step)
	}, now
}

func TestALeaveIsToldInActsAndNoneIsOverwritten(t *testing.T) {
	n, tell, now := sick(t)
	for _, refused := range []struct {
		step roster.LeaveStep
		code string
	}{
		{roster.LeaveStep{Act: roster.LeaveExtended, Day: "2026-11-20"}, "roster.leave_not_longer"},
		{roster.LeaveStep{Act: roster.LeaveEnded, Day: "2026-11-17"}, "roster.leave_not_shorter"},
		{roster.LeaveStep{Act: roster.LeaveReturned, Day: "2026-11-18", Proof: "shown"}, "roster.leave_return_early"},
		{roster.LeaveStep{Act: roster.LeaveReturned, Day: "2026-11-24", Proof: "shown"}, "roster.leave_return_future"},
		{roster.LeaveStep{Act: roster.LeaveReturned, Day: "2026-11-20"}, "roster.proof_unknown"},
		{roster.LeaveStep{Act: "forgotten", Day: "2026-11-20"}, "roster.leave_act_unknown"},
	} {
		if got := code(tell(refused.step)); got != refused.code {
			t.Errorf("%s on %s: %q, want %q", refused.step.Act, refused.step.Day, got, refused.code)
		}
	}
	testkit.Must(t, tell(roster.LeaveStep{Act: roster.LeaveExtended, Day: "2026-11-25", ToldBy: "爸爸", ToldHow: "phone", Note: "还没退热"}))
	testkit.Must(t, tell(roster.LeaveStep{Act: roster.LeaveEnded, Day: "2026-11-22"}))
	testkit.Must(t, tell(roster.LeaveStep{Act: roster.LeaveReturned, Day: "2026-11-23", Proof: roster.ProofShown, Note: "社区医院证明"}))
	if last := now(); last.Until != "2026-11-22" || last.ReturnedOn != "2026-11-23" || last.Proof != roster.ProofShown || last.Symptoms != "发热 38.5，咳嗽" {
		t.Errorf("the leave stands as %+v", last)
	}
	if got := code(tell(roster.LeaveStep{Act: roster.LeaveExtended, Day: "2026-11-30"})); got != "roster.leave_over" {
		t.Errorf("extended after the return: %s", got)
	}
	time, err := n.Roster.Time(n.Director, n.Kids["赵㛃"])
	testkit.Must(t, err)
	var story []string
	for _, act := range time.Leaves {
		story = append(story, string(act.Act)+" "+string(act.Until))
	}
	if got := strings.Join(story, ", "); got != "returned 2026-11-22, ended 2026-11-22, extended 2026-11-25, taken 2026-11-20" {
		t.Errorf("the story is %s", got)
	}
	placed, err := n.Roster.PlacedOn(n.Director, testkit.Today, roster.Who{Child: n.Kids["赵㛃"]})
	testkit.Must(t, err)
	if !placed[0].Expected() {
		t.Error("back, yet not expected")
	}
}

func TestAReturnWithoutAProofStaysToBeSeenUntilItIsShown(t *testing.T) {
	n, tell, now := sick(t)
	found := func() string {
		list, err := n.Roster.TimeFindings(n.Director)
		testkit.Must(t, err)
		var codes []string
		for _, f := range list {
			codes = append(codes, f.Code)
		}
		return strings.Join(codes, " ")
	}
	testkit.Must(t, tell(roster.LeaveStep{Act: roster.LeaveReturned, Day: "2026-11-23", Proof: roster.ProofMissing}))
	if got := found(); got != "today.return_proof" {
		t.Errorf("back without a proof: %q", got)
	}
	for _, refused := range []struct {
		step roster.LeaveStep
		code string
	}{
		{roster.LeaveStep{Act: roster.LeaveReturned, Day: "2026-11-23", Proof: roster.ProofMissing}, "roster.proof_still"},
		{roster.LeaveStep{Act: roster.LeaveReturned, Day: "2026-11-22", Proof: roster.ProofShown}, "roster.leave_over"},
		{roster.LeaveStep{Act: roster.LeaveExtended, Day: "2026-11-25"}, "roster.leave_over"},
	} {
		if got := code(tell(refused.step)); got != refused.code {
			t.Errorf("%s on %s: %q, want %q", refused.step.Act, refused.step.Day, got, refused.code)
		}
	}
	testkit.Must(t, tell(roster.LeaveStep{Act: roster.LeaveReturned, Day: "2026-11-23", Proof: roster.ProofShown, Note: "社区医院证明"}))
	if last := now(); last.Proof != roster.ProofShown || last.ReturnedOn != "2026-11-23" || last.Until != "2026-11-20" {
		t.Errorf("the leave stands as %+v", last)
	}
	if got := found(); got != "" {
		t.Errorf("the proof was shown: %q", got)
	}
}

func TestWhatAChildHasIsForThoseWhoCareForIt(t *testing.T) {
	n, _, _ := sick(t)
	_, err := n.Roster.SetHold(n.As(identity.Health), roster.Hold{ChildID: n.Kids["赵㛃"], From: "2026-11-23", Until: "2026-12-06", NeedsProof: true,
		Wanted: "全部结痂的证明", Reason: "水痘，结痂前不返园"})
	testkit.Must(t, err)
	path := "/api/children/" + n.Kids["赵㛃"] + "/time"
	for role, reads := range map[identity.Role][4]bool{identity.Director: {true, true, true, true}, identity.Health: {true, true, true, true},
		identity.Caregiver: {true, true, true, true}, identity.Office: {false, true, false, false}, identity.Viewer: {}, identity.Finance: {}} {
		s := testkit.Scenario{Name: string(role), Token: n.SignIn(t, role), Method: http.MethodGet, Path: path, Status: 200, Expect: []string{`"until":"2026-12-06"`}}
		for i, words := range []string{"咳嗽", "先观察两天", "水痘", "全部结痂"} {
			if reads[i] {
				s.Expect = append(s.Expect, words)
			} else {
				s.Refuse = append(s.Refuse, words)
			}
		}
		s.Run(t, n)
	}
	var plain int
	testkit.Must(t, n.Store.With(t.Context()).Raw("SELECT count(*) FROM hold WHERE instr(CAST(reason_seal AS TEXT), '水痘') > 0").Scan(&plain).Error)
	if plain != 0 {
		t.Error("the reason of a hold lies open in the file")
	}
}

func TestAHoldKeepsAwayUntilItsDayAndItsProof(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	hold := roster.Hold{ChildID: kid, From: "2026-11-23", Until: "2026-11-25", NeedsProof: true, Reason: "手足口病"}
	if _, err := n.Roster.SetHold(n.As(identity.Office), hold); code(err) != "identity.not_allowed" {
		t.Errorf("the office sets a hold: %v", err)
	}
	id, err := n.Roster.SetHold(n.As(identity.Health), hold)
	testkit.Must(t, err)
	if _, err := n.Roster.SetHold(n.Director, hold); code(err) != "roster.hold_stands" {
		t.Errorf("a second hold: %v", err)
	}
	expected := func(on day.Day) bool {
		placed, err := n.Roster.PlacedOn(n.Director, on, roster.Who{Child: kid})
		testkit.Must(t, err)
		return placed[0].Expected()
	}
	if expected("2026-11-23") || expected("2026-11-26") || expected("2026-12-10") {
		t.Error("a hold that waits for a proof does not end by itself")
	}
	testkit.Must(t, n.Roster.ChangeHold(n.Director, roster.Hold{ID: id, Until: "2026-11-27", NeedsProof: true}))
	if got := code(n.Roster.ReleaseHold(n.Director, roster.Release{Hold: id, On: "2026-11-30", Proof: roster.ProofShown})); got != "roster.hold_unknown" {
		t.Errorf("a hold that was changed meanwhile: %s", got)
	}
	time, err := n.Roster.Time(n.Director, kid)
	testkit.Must(t, err)
	id = time.Holds[0].ID
	if time.Holds[0].Reason != "手足口病" || time.Holds[0].Until != "2026-11-27" {
		t.Errorf("the hold stands as %+v", time.Holds[0])
	}
	for _, early := range []roster.Release{{Hold: id, On: "2026-11-27", Proof: roster.ProofShown}, {Hold: id, On: "2026-11-30", Proof: roster.ProofMissing}} {
		if got := code(n.Roster.ReleaseHold(n.Director, early)); got != "roster.release_reason" {
			t.Errorf("released %+v without a word: %s", early, got)
		}
	}
	if got := code(n.Roster.ReleaseHold(n.Director, roster.Release{Hold: id, On: "2027-11-30", Proof: roster.ProofShown})); got != "roster.release_future" {
		t.Errorf("released by a slip of the year: %s", got)
	}
	testkit.Must(t, n.Roster.ReleaseHold(n.As(identity.Health), roster.Release{Hold: id, On: "2026-11-30", Proof: roster.ProofShown}))
	if expected("2026-11-27") || !expected("2026-11-30") {
		t.Error("a released hold keeps away until the day of its release")
	}
	if got := code(n.Roster.ReleaseHold(n.Director, roster.Release{Hold: id, On: "2026-12-01", Proof: roster.ProofShown})); got != "roster.hold_unknown" {
		t.Errorf("released twice: %s", got)
	}
}

func TestComingBackAfterMonthsAsksForAnExamination(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	testkit.Must(t, n.Roster.End(n.Director, kid, "2026-09-30", "回老家"))
	n.Clock.Set(day.Day("2027-01-04").At(9, 0))
	back := roster.Placement{ChildID: kid, ClassID: n.Sprouts.ID, Mode: roster.FullDay, From: "2027-01-04"}
	if got := code(n.Roster.Place(n.Director, back)); got != "roster.return_exam" {
		t.Fatalf("back after three months without a word: %q", got)
	}
	back.Reason = "体检约在周四"
	testkit.Must(t, n.Roster.Place(n.Director, back))
	missing := func() []finding.Finding {
		found, err := n.Roster.TimeFindings(n.Director)
		testkit.Must(t, err)
		return found
	}
	if found := missing(); len(found) != 1 {
		t.Errorf("on the day of the return: findings %+v", found)
	}
	n.Clock.Set(day.Day("2027-01-05").At(9, 0))
	if found := missing(); len(found) != 1 || found[0].Code != "today.return_exam" || found[0].ChildID != kid || found[0].Link != "/children/"+kid {
		t.Errorf("findings %+v", found)
	}
	testkit.Must(t, n.Roster.SeeExam(n.Director, kid, "2027-01-04"))
	if found := missing(); len(found) != 0 {
		t.Errorf("examined, and still %+v", found)
	}
	shorter := n.Kids["欧阳子墨"]
	testkit.Must(t, n.Roster.End(n.Director, shorter, "2026-10-31", "回老家"))
	testkit.Must(t, n.Roster.Place(n.Director, roster.Placement{ChildID: shorter, ClassID: n.Sprouts.ID, Mode: roster.FullDay, From: "2027-01-05"}))
}

func TestAnAgreedWeekTakesOverFromItsDay(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	agree := func(from, until day.Day, w roster.Week, reason string) error {
		return n.Roster.AgreeWeek(n.Director, roster.Schedule{ChildID: kid, Mode: roster.FullDay, From: from, Until: until, Week: w, Reason: reason})
	}
	mondays := week(roster.WholeDay)
	if got := code(agree("2026-11-02", "", mondays, "")); got != "roster.past_reason" {
		t.Errorf("from a past day without a reason: %s", got)
	}
	if got := code(agree("2026-11-23", "", roster.Week{}, "")); got != "roster.week_empty" {
		t.Errorf("no day at all: %s", got)
	}
	testkit.Must(t, agree("2026-11-02", "", week(roster.WholeDay, roster.WholeDay), "补录约定"))
	testkit.Must(t, agree("2026-12-01", "2026-12-31", mondays, ""))
	time, err := n.Roster.Time(n.Director, kid)
	testkit.Must(t, err)
	var spans []string
	for _, s := range time.Schedules {
		spans = append(spans, string(s.From)+"–"+string(s.Until))
	}
	if got := strings.Join(spans, " "); got != "2026-11-02–2026-11-30 2026-12-01–2026-12-31 2027-01-01–" {
		t.Errorf("the weeks are %s", got)
	}
}

func TestADayIsBookedOnceAndWhereTheChildCanCome(t *testing.T) {
	n := testkit.OpenWithCast(t)
	kid := n.Kids["陈一诺"]
	book := func(id string, on day.Day, kind roster.BookingKind) string {
		return code(n.Roster.Book(n.As(identity.Caregiver), kid, roster.Booking{ID: id, Day: on, Kind: kind, Slot: roster.Slot{Part: roster.Morning}}))
	}
	for _, c := range []struct {
		on   day.Day
		kind roster.BookingKind
		want string
	}{
		{"2026-11-24", roster.ExtraDay, ""}, {"2026-11-24", roster.HolidayDay, "roster.booked_already"}, {"2026-11-28", roster.ExtraDay, "roster.booked_closed"},
		{"2026-11-28", roster.HolidayDay, ""}, {"2026-08-24", roster.ExtraDay, "roster.booked_nowhere"}, {"2026-11-26", "party", "roster.booking_kind_unknown"},
	} {
		if got := book(string(c.on)+string(c.kind), c.on, c.kind); got != c.want {
			t.Errorf("%s on %s: %q, want %q", c.kind, c.on, got, c.want)
		}
	}
	kids := []roster.Booking{{Day: "2026-11-30", Kind: roster.ExtraDay, Slot: roster.Slot{Part: roster.WholeDay}},
		{Day: "2026-11-29", Kind: roster.ExtraDay, Slot: roster.Slot{Part: roster.WholeDay}}}
	if got := code(n.Roster.Book(n.Director, kid, kids...)); got != "roster.booked_closed" {
		t.Errorf("a Sunday among them: %s", got)
	}
	testkit.Must(t, n.Roster.Book(n.Director, kid, kids[0]))
	if got := code(n.Roster.Book(n.Director, kid)); got != "roster.booking_none" {
		t.Errorf("no day: %s", got)
	}
	testkit.Must(t, n.Roster.CancelBooking(n.Director, "2026-11-28holiday", "家长改主意了"))
	if got := book("again", "2026-11-28", roster.HolidayDay); got != "" {
		t.Errorf("booked anew: %s", got)
	}
}
