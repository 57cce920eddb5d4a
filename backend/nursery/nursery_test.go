package nursery_test

import (
	"net/http"
	"strings"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/nursery"
	"yayuan/backend/rules"
	"yayuan/backend/testkit"
)

const legalID = "330102198503120022"

func registered(t *testing.T, k *testkit.Nursery) nursery.Profile {
	t.Helper()
	p, err := k.House.Nursery.Profile(k.Director)
	testkit.Must(t, err)
	sixty := int64(60)
	p.Address, p.LegalPerson, p.RegistrationNumber, p.RegisteredOn = "青禾路 8 号", "林静", "拱备 18", "2023-06-15"
	p.ServiceModes, p.RegisteredPlaces, p.UsablePlaces = []string{"full", "half"}, &sixty, &sixty
	p, err = k.House.Nursery.Change(k.Director, p)
	testkit.Must(t, err)
	return p
}

func changes(t *testing.T, k *testkit.Nursery) []nursery.RegistrationChange {
	t.Helper()
	all, err := k.House.Nursery.Changes(k.Director)
	testkit.Must(t, err)
	return all
}

func TestWhatWasRegisteredAndChangesIsRegisteredAgain(t *testing.T) {
	k := testkit.Open(t)
	p := registered(t, k)
	if all := changes(t, k); len(all) != 0 {
		t.Fatalf("nothing was registered before: %+v", all)
	}
	eighty := int64(80)
	p.RegisteredPlaces, p.ServiceModes = &eighty, []string{"half", "full", "hourly"}
	p, err := k.House.Nursery.Write(k.Director, nursery.Edit{Profile: p, ChangedOn: "2026-11-20"})
	testkit.Must(t, err)
	all := changes(t, k)
	if len(all) != 2 || all[0].State != nursery.ChangeOpen || all[0].HappenedOn != "2026-11-20" {
		t.Fatalf("%+v", all)
	}
	p.ServiceModes = []string{"full", "half"}
	p, err = k.House.Nursery.Change(k.Director, p)
	testkit.Must(t, err)
	all = changes(t, k)
	if len(all) != 2 || all[0].Field != "registeredPlaces" || all[1].State != nursery.ChangeWithdrawn {
		t.Fatalf("back to what is registered leaves nothing to tell: %+v", all)
	}
	places := all[0]
	for want, close := range map[string]func() error{
		"nursery.filed_on_bad":    func() error { return k.House.Nursery.FileChange(k.Director, places.ID, "2026-11-19", "1", 1) },
		"nursery.receipt_missing": func() error { return k.House.Nursery.FileChange(k.Director, places.ID, "2026-11-21", " ", 1) },
		"nursery.changed_since":   func() error { return k.House.Nursery.FileChange(k.Director, places.ID, "2026-11-21", "1", 9) },
		"nursery.change_unknown":  func() error { return k.House.Nursery.FileChange(k.Director, "x", "2026-11-21", "1", 1) },
		"nursery.reason_missing":  func() error { return k.House.Nursery.WithdrawChange(k.Director, places.ID, "", 1) },
	} {
		if err := close(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	testkit.Must(t, k.House.Nursery.FileChange(k.Director, places.ID, "2026-11-21", "变更 7", 1))
	if err := k.House.Nursery.WithdrawChange(k.Director, places.ID, "x", 2); err == nil || !strings.Contains(err.Error(), "change_closed") {
		t.Errorf("a filed one is closed: %v", err)
	}
	p.Address = "新青路 1 号"
	_, err = k.House.Nursery.Change(k.Director, p)
	testkit.Must(t, err)
	if all := changes(t, k); !all[0].Again() || all[0].Old != "青禾路 8 号" {
		t.Errorf("a move is a new registration: %+v", all[0])
	}
	records, err := k.Audit.Of(k.Director, "nursery_change", places.ID)
	testkit.Must(t, err)
	if len(records) != 1 || records[0].Verb != "nursery.file_change" {
		t.Errorf("%+v", records)
	}
}

func TestTheLegalPersonsNumberIsSealedAndDoesNotPassOn(t *testing.T) {
	k := testkit.Open(t)
	p := registered(t, k)
	number := legalID
	p, err := k.House.Nursery.Write(k.Director, nursery.Edit{Profile: p, LegalPersonID: &number})
	testkit.Must(t, err)
	director := k.SignIn(t, identity.Director)
	for _, s := range []testkit.Scenario{
		{Name: "only that it is there", Token: director, Method: http.MethodGet, Path: "/api/nursery", Status: 200, Expect: []string{`"hasLegalPersonId":true`}, Refuse: []string{legalID}},
		{Name: "no reason", Token: director, Method: http.MethodPost, Path: "/api/nursery/reveal", Body: map[string]string{"reason": " "}, Status: 422, Refuse: []string{legalID}},
		{Name: "with a reason", Token: director, Method: http.MethodPost, Path: "/api/nursery/reveal", Body: map[string]string{"reason": "备案"}, Status: 200, Expect: []string{legalID}},
		{Name: "not for health", Token: k.SignIn(t, identity.Health), Method: http.MethodPost, Path: "/api/nursery/reveal", Body: map[string]string{"reason": "x"}, Status: 403, Refuse: []string{legalID}},
	} {
		s.Run(t, k)
	}
	bad := "330102198503120023"
	if _, err := k.House.Nursery.Write(k.Director, nursery.Edit{Profile: p, LegalPersonID: &bad}); err == nil || !strings.Contains(err.Error(), "legal_person_id_bad") {
		t.Errorf("a wrong check character: %v", err)
	}
	p.LegalPerson = "周航"
	p, err = k.House.Nursery.Change(k.Director, p)
	testkit.Must(t, err)
	if p.HasLegalPersonID {
		t.Error("the next legal person has the number of the one before")
	}
}

func save(t *testing.T, k *testkit.Nursery, d nursery.Document) nursery.Document {
	t.Helper()
	d.RemindDays = 30
	saved, err := k.House.Nursery.SaveDocument(k.Director, d)
	testkit.Must(t, err)
	return saved
}

func TestAPaperIsRenewedScannedAndTakenOffTheList(t *testing.T) {
	k := testkit.Open(t)
	old := save(t, k, nursery.Document{Kind: "liability_insurance", Number: "P-1", IssuedOn: "2025-11-01", ValidUntil: "2026-10-31"})
	pdf := []byte("%PDF-1.4\n%test")
	director := k.SignIn(t, identity.Director)
	path := "/api/nursery/papers/" + old.ID
	for _, s := range []testkit.Scenario{
		{Name: "a text is no scan", Token: director, Method: http.MethodPost, Path: path + "/scan", Body: []byte("hello"), Status: 422, Expect: []string{"nursery.scan_kind"}},
		{Name: "no scan yet", Token: director, Method: http.MethodGet, Path: path + "/scan", Status: 404},
		{Name: "a PDF", Token: director, Method: http.MethodPost, Path: path + "/scan", Body: pdf, Headers: []string{"X-File-Name", "%E4%BF%9D%E5%8D%95.pdf"}, Status: 200, Expect: []string{`"scanId":"`}},
		{Name: "comes back byte for byte", Token: director, Method: http.MethodGet, Path: path + "/scan", Status: 200, Expect: []string{string(pdf)}},
		{Name: "expired, worst first", Token: director, Method: http.MethodGet, Path: "/api/nursery/papers", Status: 200, Expect: []string{`"state":"expired"`, `"state":"missing"`}},
	} {
		s.Run(t, k)
	}
	next := nursery.Document{Kind: "liability_insurance", Number: "P-2", IssuedOn: "2025-11-01", ValidUntil: "2027-10-31", Renews: old.ID, RemindDays: 30}
	if _, err := k.House.Nursery.SaveDocument(k.Director, next); err == nil || !strings.Contains(err.Error(), "renewal_older") {
		t.Errorf("a renewal begins later: %v", err)
	}
	next.IssuedOn = "2026-11-01"
	next = save(t, k, next)
	if _, err := k.House.Nursery.SaveDocument(k.Director, nursery.Document{Kind: "liability_insurance", IssuedOn: "2026-11-02", ValidUntil: "2027-11-01", Renews: old.ID}); err == nil || !strings.Contains(err.Error(), "document_renewed") {
		t.Errorf("renewed twice: %v", err)
	}
	if _, err := k.House.Nursery.SaveDocument(k.Director, nursery.Document{ID: next.ID, Kind: "licence", IssuedOn: "2026-11-02"}); err == nil || !strings.Contains(err.Error(), "changed_since") {
		t.Errorf("a new paper over a known one: %v", err)
	}
	testkit.Must(t, k.House.Nursery.VoidDocument(k.Director, next.ID, "录错", next.Revision))
	papers, err := k.House.Nursery.Papers(k.Director)
	testkit.Must(t, err)
	for _, paper := range papers {
		if paper.Document.ID == old.ID && paper.State != nursery.PaperExpired {
			t.Errorf("what a void paper renewed counts again: %s", paper.State)
		}
	}
}

func TestRoomsStandAtTheirSite(t *testing.T) {
	k := testkit.Open(t)
	site, err := k.House.Nursery.SaveSite(k.Director, nursery.Site{Name: "二部", Address: "桥西路 2 号"})
	testkit.Must(t, err)
	room, err := k.House.Nursery.SaveRoom(k.Director, nursery.Room{Name: "向日葵", Kind: "class", SiteID: site.ID})
	testkit.Must(t, err)
	_, err = k.House.Nursery.SaveRoom(k.Director, nursery.Room{Name: "向日葵", Kind: "class"})
	testkit.Must(t, err)
	site.ClosedOn = "2026-11-20"
	area := int64(-1)
	for want, act := range map[string]func() error{
		"nursery.room_taken": func() error {
			_, err := k.House.Nursery.SaveRoom(k.Director, nursery.Room{Name: "向日葵 ", Kind: "class", SiteID: site.ID})
			return err
		},
		"nursery.site_unknown": func() error {
			_, err := k.House.Nursery.SaveRoom(k.Director, nursery.Room{Name: "a", Kind: "class", SiteID: "x"})
			return err
		},
		"nursery.choice_bad": func() error {
			_, err := k.House.Nursery.SaveRoom(k.Director, nursery.Room{Name: "a", Kind: "pool"})
			return err
		},
		"nursery.room_area": func() error {
			_, err := k.House.Nursery.SaveRoom(k.Director, nursery.Room{Name: "a", Kind: "class", AreaDM2: &area})
			return err
		},
		"nursery.site_in_use":  func() error { _, err := k.House.Nursery.SaveSite(k.Director, site); return err },
		"nursery.site_address": func() error { _, err := k.House.Nursery.SaveSite(k.Director, nursery.Site{Name: "三部"}); return err },
		"nursery.changed_since": func() error {
			_, err := k.House.Nursery.SaveRoom(k.Director, nursery.Room{ID: room.ID, Name: "b", Kind: "class"})
			return err
		},
	} {
		if err := act(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	room.ClosedOn = "2026-11-19"
	_, err = k.House.Nursery.SaveRoom(k.Director, room)
	testkit.Must(t, err)
	_, err = k.House.Nursery.SaveSite(k.Director, site)
	testkit.Must(t, err)
	rooms, err := k.House.Nursery.Rooms(k.Director)
	testkit.Must(t, err)
	if len(rooms) != 2 || rooms[1].ID != room.ID {
		t.Errorf("closed rooms last: %+v", rooms)
	}
}

func TestFreePlacesAreReckonedAndNeverTyped(t *testing.T) {
	k := testkit.OpenWithCast(t)
	director := k.SignIn(t, identity.Director)
	ask := func(name string, expect ...string) {
		t.Helper()
		testkit.Scenario{Name: name, Token: director, Method: http.MethodGet, Path: "/api/nursery/places", Status: 200, Expect: expect}.Run(t, k)
	}
	ask("nothing recorded is null, not 0", `"registered":null`, `"usable":null`, `"free":null`, `"placed":5`)
	p := registered(t, k)
	ask("usable without placed", `"usable":60`, `"placed":5`, `"free":55`)
	four := int64(4)
	p.UsablePlaces = &four
	_, err := k.House.Nursery.Change(k.Director, p)
	testkit.Must(t, err)
	ask("more children than places", `"free":-1`)
	testkit.Scenario{Name: "is told today", Token: director, Method: http.MethodGet, Path: "/api/today", Status: 200,
		Expect: []string{"nursery.above_usable", "nursery.papers_missing"}, Refuse: []string{"nursery.above_registered"}}.Run(t, k)
	testkit.Scenario{Name: "not to those who do not keep the profile", Token: k.SignIn(t, identity.Health), Method: http.MethodGet, Path: "/api/today", Status: 200,
		Refuse: []string{"nursery.above_usable", "nursery.papers_missing"}}.Run(t, k)
}

func TestPapersFulfilRequirements(t *testing.T) {
	k := testkit.Open(t)
	p := registered(t, k)
	p.Meals = "kitchen"
	_, err := k.House.Nursery.Change(k.Director, p)
	testkit.Must(t, err)
	state := func(key string) rules.State {
		t.Helper()
		results, err := k.Requirements.Results(k.Director, rules.Ref{}, day.Day(testkit.Today))
		testkit.Must(t, err)
		for _, result := range results {
			if result.Version.Key == key {
				return result.State
			}
		}
		t.Fatalf("no result for %s", key)
		return ""
	}
	if got := state("nursery.food_licence"); got != rules.Overdue {
		t.Errorf("a kitchen without a licence is %s", got)
	}
	if got := state("nursery.registration"); got != rules.Fulfilled {
		t.Errorf("registered in the profile is %s", got)
	}
	save(t, k, nursery.Document{Kind: "food_licence", IssuedOn: "2023-07-01", ValidUntil: "2028-06-30"})
	if got := state("nursery.food_licence"); got == rules.Overdue {
		t.Errorf("a licence in validity is %s", got)
	}
}
