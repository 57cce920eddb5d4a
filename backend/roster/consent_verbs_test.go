package roster_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

const png = "\x89PNG\r\n\x1a\n stroke"

// family opens the cast and gives 陈一诺 with her mother's id.
func family(t *testing.T) (n *testkit.Nursery, kid, mother string) {
	t.Helper()
	n = testkit.OpenWithCast(t)
	kid = n.Kids["陈一诺"]
	file, err := n.Roster.File(n.Director, kid)
	testkit.Must(t, err)
	return n, kid, file.Guardians[0].ID
}

func standing(t *testing.T, n *testkit.Nursery, kid, kind string) roster.KindStanding {
	t.Helper()
	list, err := n.Consents.Of(n.Director, kid)
	testkit.Must(t, err)
	for _, each := range list {
		if each.ConsentKind.ID == kind {
			return each
		}
	}
	t.Fatalf("no kind %s", kind)
	return roster.KindStanding{}
}

func TestPhotosAreUsedOnlyWhileAGuardianAgrees(t *testing.T) {
	n, kid, mother := family(t)
	photo := standing(t, n, kid, "photo")
	if photo.State != roster.ConsentMissing || !photo.Text.Example {
		t.Errorf("at first: %+v", photo)
	}
	in := roster.Consent{ChildID: kid, KindID: "photo", Decision: roster.Given, GuardianID: mother, On: "2026-11-02", CouldRefuse: true,
		Scopes: photo.Text.Scopes[:2], TextID: photo.Text.ID, Signed: "act", Verified: "known"}
	_, err := n.Consents.Record(n.Director, in)
	testkit.Must(t, err)
	in.Decision, in.On = roster.Withdrawn, "2026-11-20"
	_, err = n.Consents.Record(n.Director, in)
	testkit.Must(t, err)
	for on, want := range map[string]bool{"2026-11-01": false, "2026-11-02": true, "2026-11-19": true, "2026-11-20": false, "2026-11-23": false} {
		got, err := n.Consents.On(n.Director, kid, "photo", day.Day(on))
		testkit.Must(t, err)
		if got.Holds() != want {
			t.Errorf("%s: may be used %v", on, got.Holds())
		}
	}
	if _, err = n.Consents.Record(n.Director, in); code(err) != "roster.consent_not_given" {
		t.Errorf("withdrawn twice: %v", err)
	}
	acts := standing(t, n, kid, "photo").Acts
	if len(acts) != 2 || acts[0].Decision != roster.Withdrawn || acts[1].TextVersion != 1 || acts[0].By != "林静" || acts[0].Guardian != "家长糖糖" {
		t.Errorf("on record: %+v", acts)
	}
	if code(n.Consents.Void(n.Director, acts[0].ID, "")) != "roster.reason_missing" {
		t.Error("voided without a reason")
	}
	testkit.Must(t, n.Consents.Void(n.Director, acts[0].ID, "记错了人"))
	if !standing(t, n, kid, "photo").Holds() {
		t.Error("after the withdrawal was voided the consent holds again")
	}
}

func TestANewVersionOfATextLeavesWhatWasSignedAlone(t *testing.T) {
	n, kid, mother := family(t)
	first := standing(t, n, kid, "photo").Text
	text, err := n.Consents.SaveText(n.Director, roster.ConsentText{KindID: "photo", Body: first.Body, Scopes: first.Scopes})
	testkit.Must(t, err)
	if text.Version != 2 || text.Example {
		t.Errorf("the nursery's own: %+v", text)
	}
	if _, err = n.Consents.SaveText(n.Director, roster.ConsentText{KindID: "photo", Body: first.Body, Scopes: first.Scopes}); code(err) != "roster.consent_text_same" {
		t.Errorf("the same again: %v", err)
	}
	if _, err = n.Consents.SaveText(n.Director, roster.ConsentText{KindID: "personal", Body: "短", Items: []string{"一"}}); code(err) != "roster.consent_text_missing" {
		t.Errorf("one item of six: %v", err)
	}
	in := roster.Consent{ChildID: kid, KindID: "agreement", Decision: roster.Refused, GuardianID: mother, On: testkit.Today, TextID: text.ID, Signed: "act"}
	if _, err = n.Consents.Record(n.Director, in); code(err) != "roster.consent_text_unknown" {
		t.Errorf("the text of another kind: %v", err)
	}
	own, err := n.Consents.AddKind(n.Director, roster.ConsentKind{Name: "外出活动", Wanted: true})
	testkit.Must(t, err)
	in.KindID, in.TextID = own, ""
	_, err = n.Consents.Record(n.Director, in)
	testkit.Must(t, err)
	if got := code(n.Consents.CloseKind(n.Director, "photo", "不要")); got != "roster.consent_kind_shipped" {
		t.Errorf("a basic one is closed: %s", got)
	}
	testkit.Must(t, n.Consents.CloseKind(n.Director, own, "不再组织"))
	if _, err = n.Consents.Record(n.Director, in); code(err) != "roster.consent_kind_unknown" {
		t.Errorf("asked for no longer: %v", err)
	}
}

func TestASignatureIsKeptAsItWasDrawnAndSeenByFew(t *testing.T) {
	n, kid, mother := family(t)
	token := n.SignIn(t, identity.Office)
	keep := func(content string, status int) string {
		t.Helper()
		answer := n.Ask(t, token, http.MethodPost, "/api/children/"+kid+"/consent-files", []byte(content), "X-File-Name", url.PathEscape("签名.png"))
		if answer.Status != status {
			t.Fatalf("%q: %d %s", content, answer.Status, answer.Body)
		}
		var kept struct{ ID string }
		answer.Read(t, &kept)
		return kept.ID
	}
	keep("MZ a program", 422)
	pdf, stroke := keep("%PDF-1.7 scan", 200), keep(png, 200)
	agreed := map[string]any{"id": "", "kindId": "agreement", "decision": "given", "guardianId": mother, "verified": "id_card", "on": "2026-11-20",
		"endsOn": "2026-12-10", "number": "协 2026-018", "scopes": []string{}, "told": []string{}, "couldRefuse": false, "textId": "",
		"signed": "stroke", "fileId": pdf, "note": "双方各执一份"}
	path := "/api/children/" + kid + "/consents"
	testkit.Scenario{Name: "a drawn signature is a picture", Token: token, Method: http.MethodPost, Path: path, Body: agreed, Status: 422,
		Expect: []string{"roster.consent_file"}}.Run(t, n)
	agreed["fileId"] = stroke
	testkit.Scenario{Name: "recorded", Token: token, Method: http.MethodPost, Path: path, Body: agreed, Status: 200}.Run(t, n)
	testkit.Scenario{Name: "the office sees all", Token: token, Method: http.MethodGet, Path: path, Status: 200,
		Expect: []string{"协 2026-018", "双方各执一份", `"lacks":"ending"`, `"signed":"stroke"`, `"hasFile":true`}}.Run(t, n)
	testkit.Scenario{Name: "the class is told what holds, and no more", Token: n.SignIn(t, identity.Caregiver), Method: http.MethodGet, Path: path, Status: 200,
		Expect: []string{`"state":"given"`}, Refuse: []string{"协 2026-018", "双方各执一份", "家长糖糖", `"hasFile":true`}}.Run(t, n)
	act := standing(t, n, kid, "agreement").Act
	answer := n.Ask(t, token, http.MethodGet, "/api/consents/"+act.ID+"/file", nil)
	if answer.Body != png || answer.Header.Get("Content-Type") != "image/png" {
		t.Errorf("came back as %q %s", answer.Body, answer.Header.Get("Content-Type"))
	}
	if got := n.Ask(t, n.SignIn(t, identity.Health), http.MethodGet, "/api/consents/"+act.ID+"/file", nil).Status; got != 403 {
		t.Errorf("the health worker opens a signature: %d", got)
	}
}

func TestWhatIsMissingIsOneFindingAKindForWhoKeepsConsents(t *testing.T) {
	n, kid, mother := family(t)
	agreed := roster.Consent{ChildID: kid, KindID: "agreement", Decision: roster.Given, GuardianID: mother, On: "2026-09-01", EndsOn: "2026-11-22", Number: "1", Signed: "act"}
	_, err := n.Consents.Record(n.Director, agreed)
	testkit.Must(t, err)
	found, err := n.Consents.Findings(n.Director)
	testkit.Must(t, err)
	var said []string
	for _, f := range found {
		said = append(said, f.Code+" "+f.Args["kind"].(string)+" "+f.Args["grade"].(string))
		if f.Code == "consent.ended" && (f.ChildID != kid || f.Link != "/children/"+kid) {
			t.Errorf("one child's finding leads to %s", f.Link)
		}
		if f.Code == "consent.missing" && f.Link != "/consents" {
			t.Errorf("a finding of many leads to %s", f.Link)
		}
	}
	want := "consent.missing 个人信息同意 B, consent.missing 影像使用同意 I, consent.ended 托育服务协议 B(draft), consent.missing 托育服务协议 B(draft)"
	if got := strings.Join(said, ", "); got != want {
		t.Errorf("found %s\nwant  %s", got, want)
	}
	for _, role := range []identity.Role{identity.Caregiver, identity.Health, identity.Viewer} {
		testkit.Scenario{Name: string(role), Token: n.SignIn(t, role), Method: http.MethodGet, Path: "/api/today", Status: 200, Refuse: []string{"consent."}}.Run(t, n)
	}
	testkit.Scenario{Name: "the office", Token: n.SignIn(t, identity.Office), Method: http.MethodGet, Path: "/api/today", Status: 200,
		Expect: []string{`"code":"consent.ended"`, "B(draft)"}}.Run(t, n)
}
