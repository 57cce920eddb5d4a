package roster

import (
	"context"
	"net/http"
	"net/url"

	"yayuan/backend/day"
	"yayuan/backend/files"
	"yayuan/backend/web"
)

type consentTextJSON struct {
	ID      string   `json:"id"`
	KindID  string   `json:"kindId"`
	Version int      `json:"version"`
	Body    string   `json:"body"`
	Items   []string `json:"items" nullable:"false"`
	Scopes  []string `json:"scopes" nullable:"false"`
	Example bool     `json:"example"`
	At      string   `json:"at"`
	By      string   `json:"by"`
}

func filled(texts []string) []string {
	if texts == nil {
		return []string{}
	}
	return texts
}

func consentTextOut(t ConsentText) consentTextJSON {
	return consentTextJSON{ID: t.ID, KindID: t.KindID, Version: t.Version, Body: t.Body, Items: filled(t.Items),
		Scopes: filled(t.Scopes), Example: t.Example, At: t.At, By: t.By}
}

type consentKindJSON struct {
	ID     string           `json:"id" maxLength:"40"`
	Name   string           `json:"name" maxLength:"200"`
	Form   ConsentForm      `json:"form" enum:"personal,photo,agreement,other"`
	Wanted bool             `json:"wanted"`
	Grade  string           `json:"grade" doc:"how well founded it is that there must be one"`
	Text   *consentTextJSON `json:"text,omitempty"`
}

func consentKindOut(k ConsentKind) consentKindJSON {
	out := consentKindJSON{ID: k.ID, Name: k.Name, Form: k.Form, Wanted: k.Wanted, Grade: gradeOf(k.Form)}
	if k.Text != nil {
		text := consentTextOut(*k.Text)
		out.Text = &text
	}
	return out
}

type consentKindsJSON struct {
	Kinds []consentKindJSON `json:"kinds" nullable:"false"`
}

type consentTextsJSON struct {
	Texts []consentTextJSON `json:"texts" nullable:"false"`
}

type consentJSON struct {
	ID          string   `json:"id"`
	Decision    Decision `json:"decision" enum:"given,refused,withdrawn"`
	Guardian    string   `json:"guardian"`
	Relation    string   `json:"relation"`
	Verified    string   `json:"verified" enum:",id_card,known,phone"`
	On          day.Day  `json:"on"`
	EndsOn      day.Day  `json:"endsOn"`
	Number      string   `json:"number"`
	Scopes      []string `json:"scopes" nullable:"false"`
	Told        []string `json:"told" nullable:"false"`
	CouldRefuse bool     `json:"couldRefuse"`
	TextVersion int      `json:"textVersion" doc:"0 when none of our texts was shown"`
	Signed      string   `json:"signed" enum:",act,stroke,scan"`
	HasFile     bool     `json:"hasFile"`
	Note        string   `json:"note"`
	Void        bool     `json:"void"`
	VoidReason  string   `json:"voidReason"`
	By          string   `json:"by"`
	EnteredAt   string   `json:"enteredAt"`
}

func consentOut(c Consent) consentJSON {
	return consentJSON{ID: c.ID, Decision: c.Decision, Guardian: c.Guardian, Relation: c.Relation, Verified: c.Verified, On: c.On,
		EndsOn: c.EndsOn, Number: c.Number, Scopes: filled(c.Scopes), Told: filled(c.Told), CouldRefuse: c.CouldRefuse,
		TextVersion: c.TextVersion, Signed: c.Signed, HasFile: c.FileID != "", Note: c.Note, Void: c.Void,
		VoidReason: c.VoidReason, By: c.By, EnteredAt: c.EnteredAt}
}

type kindStandingJSON struct {
	Kind  consentKindJSON `json:"kind"`
	State ConsentState    `json:"state" enum:"given,refused,withdrawn,missing,ended"`
	Lacks string          `json:"lacks" enum:",missing,ended,ending"`
	Act   *consentJSON    `json:"act,omitempty" doc:"by which it holds"`
	Acts  []consentJSON   `json:"acts" nullable:"false" doc:"newest first, for who keeps consents"`
}

func kindStandingOut(k KindStanding) kindStandingJSON {
	out := kindStandingJSON{Kind: consentKindOut(k.ConsentKind), State: k.State, Lacks: k.Lacks(), Acts: []consentJSON{}}
	if k.Act != nil {
		act := consentOut(*k.Act)
		out.Act = &act
	}
	for _, act := range k.Acts {
		out.Acts = append(out.Acts, consentOut(act))
	}
	return out
}

type childConsentsJSON struct {
	Kinds []kindStandingJSON `json:"kinds" nullable:"false"`
}

type standingJSON struct {
	KindID string       `json:"kindId"`
	State  ConsentState `json:"state" enum:"given,refused,withdrawn,missing,ended"`
	Lacks  string       `json:"lacks" enum:",missing,ended,ending"`
	On     day.Day      `json:"on"`
	EndsOn day.Day      `json:"endsOn"`
}

type overviewChildJSON struct {
	ID       string         `json:"id"`
	Name     string         `json:"name"`
	Nickname string         `json:"nickname"`
	ClassID  string         `json:"classId"`
	Kinds    []standingJSON `json:"kinds" nullable:"false"`
}

type consentOverviewJSON struct {
	Children []overviewChildJSON `json:"children" nullable:"false"`
}

type newConsentIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		ID          string   `json:"id" maxLength:"40"`
		KindID      string   `json:"kindId" maxLength:"40"`
		Decision    Decision `json:"decision" maxLength:"20"`
		GuardianID  string   `json:"guardianId" maxLength:"40"`
		Verified    string   `json:"verified" maxLength:"20"`
		On          day.Day  `json:"on" maxLength:"10"`
		EndsOn      day.Day  `json:"endsOn" maxLength:"10"`
		Number      string   `json:"number" maxLength:"200"`
		Scopes      []string `json:"scopes" nullable:"false" maxItems:"50"`
		Told        []string `json:"told" nullable:"false" maxItems:"10"`
		CouldRefuse bool     `json:"couldRefuse"`
		TextID      string   `json:"textId" maxLength:"40" doc:"the version that was shown, empty for an older paper"`
		Signed      string   `json:"signed" maxLength:"10"`
		FileID      string   `json:"fileId" maxLength:"40"`
		Note        string   `json:"note" maxLength:"1000"`
	}
}

func (in newConsentIn) consent() Consent {
	b := in.Body
	return Consent{ID: b.ID, ChildID: in.ID, KindID: b.KindID, Decision: b.Decision, GuardianID: b.GuardianID, Verified: b.Verified,
		On: b.On, EndsOn: b.EndsOn, Number: b.Number, Scopes: b.Scopes, Told: b.Told, CouldRefuse: b.CouldRefuse, TextID: b.TextID,
		Signed: b.Signed, FileID: b.FileID, Note: b.Note}
}

type consentFileIn struct {
	ID string `path:"id" maxLength:"40"`
	web.Upload
}

type keptFileJSON struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	MediaType string `json:"mediaType"`
	Size      int64  `json:"size"`
}

// RegisterConsents adds the routes of consents and agreements.
func RegisterConsents(door *web.Door, c *Consents) {
	registerConsentTexts(door, c)
	web.Handle(door, op(http.MethodGet, "/api/children/{id}/consents", "childConsents", "What guardians agreed to for a child"),
		func(ctx context.Context, in *idIn) (*web.Body[childConsentsJSON], error) {
			kinds, err := c.Of(ctx, in.ID)
			out := childConsentsJSON{Kinds: []kindStandingJSON{}}
			for _, kind := range kinds {
				out.Kinds = append(out.Kinds, kindStandingOut(kind))
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/consents", "recordConsent", "Keep what a guardian decided: agreed, refused or withdrew"),
		func(ctx context.Context, in *newConsentIn) (*web.Body[made], error) {
			id, err := c.Record(ctx, in.consent())
			return web.Answer(made{ID: id}, err)
		})
	keep := op(http.MethodPost, "/api/children/{id}/consent-files", "keepConsentFile", "Keep a signature or the scan of a signed paper")
	keep.MaxBody = int64(files.Limit(files.Scan))
	web.Handle(door, keep, func(ctx context.Context, in *consentFileIn) (*web.Body[keptFileJSON], error) {
		blob, err := c.KeepFile(ctx, in.ID, in.Name(), in.RawBody)
		return web.Answer(keptFileJSON{ID: blob.ID, Name: blob.Name, MediaType: blob.MediaType, Size: blob.Size}, err)
	})
	web.Handle(door, op(http.MethodPost, "/api/consents/{id}/void", "voidConsent", "Take a decision off that was written in error, with a reason"),
		func(ctx context.Context, in *reasonIn) (*web.Body[web.Done], error) {
			return web.Finished(c.Void(ctx, in.ID, in.Body.Reason))
		})
	web.Handle(door, op(http.MethodGet, "/api/consents/{id}/file", "consentFile", "The signature or scan of a decision"),
		func(ctx context.Context, in *idIn) (*web.File, error) {
			blob, content, err := c.File(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			return &web.File{ContentType: blob.MediaType, FileName: url.PathEscape(blob.Name), Body: content}, nil
		})
}
