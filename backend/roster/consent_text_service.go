package roster

import (
	"context"
	"slices"
	"unicode/utf8"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Seed gives a new nursery the three kinds with texts that are marked as
// examples. Part of its founding.
func (c *Consents) Seed(ctx context.Context) error {
	for i, each := range examples() {
		kind := string(each.Form)
		row := consentKindRow{NurseryID: c.store.Nursery(), ID: kind, Name: each.Name, Form: each.Form, Wanted: true, Position: i}
		if err := c.store.insert(ctx, &row); err != nil {
			return err
		}
		text := consentTextRow{NurseryID: c.store.Nursery(), ID: storage.NewID(), KindID: kind, Version: 1, Body: each.Body,
			Items: packed(each.Items), Scopes: packed(each.Scopes), Example: true, EnteredAt: stamp(c.store.Now()), ActorName: "芽园"}
		if err := c.store.insert(ctx, &text); err != nil {
			return err
		}
	}
	return nil
}

// Kinds lists what guardians are asked to agree to, each with its newest text.
func (c *Consents) Kinds(ctx context.Context) ([]ConsentKind, error) {
	if err := identity.Require(ctx, identity.ReadConsents); err != nil {
		return nil, err
	}
	return c.store.consentKinds(ctx)
}

// AddKind adds something that the nursery itself asks for.
func (c *Consents) AddKind(ctx context.Context, kind ConsentKind) (string, error) {
	if err := identity.Require(ctx, identity.WriteConsents); err != nil {
		return "", err
	}
	kind.Name = clean(kind.Name)
	if kind.Name == "" || utf8.RuneCountInString(kind.Name) > nameMax {
		return "", consentKindName.At("name")
	}
	if kind.ID == "" {
		kind.ID = storage.NewID()
	}
	return kind.ID, c.store.Do(ctx, func(ctx context.Context) error {
		present, err := c.store.consentKinds(ctx)
		if err != nil {
			return err
		}
		row := consentKindRow{NurseryID: c.store.Nursery(), ID: kind.ID, Name: kind.Name, Form: OtherConsent, Wanted: kind.Wanted,
			Position: len(present)}
		if err := c.store.insert(ctx, &row); err != nil {
			return err
		}
		return c.Service.record(ctx, audit.Entry{Verb: "roster.add_consent_kind", Kind: "consent_kind", Subject: kind.ID,
			Changes: audit.Diff(nil, "name", "", kind.Name)})
	})
}

// CloseKind stops asking for something that the nursery had named; what was
// decided stays on record.
func (c *Consents) CloseKind(ctx context.Context, id, reason string) error {
	if err := identity.Require(ctx, identity.WriteConsents); err != nil {
		return err
	}
	if clean(reason) == "" {
		return reasonMissing.At("reason")
	}
	return c.store.Do(ctx, func(ctx context.Context) error {
		row, found, err := c.store.consentKind(ctx, id)
		switch {
		case err != nil:
			return err
		case !found || row.Closed:
			return consentKindUnknown
		case row.Form != OtherConsent:
			return consentKindShipped
		}
		if err := c.store.closeConsentKind(ctx, id); err != nil {
			return err
		}
		return c.Service.record(ctx, audit.Entry{Verb: "roster.close_consent_kind", Kind: "consent_kind", Subject: id, Reason: clean(reason)})
	})
}

// Texts lists every version of what guardians were shown, newest first.
func (c *Consents) Texts(ctx context.Context, kind string) ([]ConsentText, error) {
	if err := identity.Require(ctx, identity.WriteConsents); err != nil {
		return nil, err
	}
	return c.store.consentTexts(ctx, kind)
}

// SaveText makes a new version of a text the nursery's own. Who agreed to an
// older one has agreed to that one.
func (c *Consents) SaveText(ctx context.Context, text ConsentText) (ConsentText, error) {
	if err := identity.Require(ctx, identity.WriteConsents); err != nil {
		return text, err
	}
	text.Body, text.Items, text.Scopes = clean(text.Body), cleanAll(text.Items, false), cleanAll(text.Scopes, true)
	err := c.store.Do(ctx, func(ctx context.Context) error {
		kind, found, err := c.store.consentKind(ctx, text.KindID)
		if err != nil {
			return err
		}
		if !found || kind.Closed {
			return consentKindUnknown
		}
		if kind.Form != PersonalInfo {
			text.Items = nil
		}
		if err := text.check(kind.Form); err != nil {
			return err
		}
		text.Version, text.Example = 1, false
		before, err := c.store.consentTexts(ctx, text.KindID)
		if err != nil {
			return err
		}
		if len(before) > 0 {
			last := before[0]
			if last.Body == text.Body && slices.Equal(last.Items, text.Items) && slices.Equal(last.Scopes, text.Scopes) && !last.Example {
				return consentTextSame.At("body")
			}
			text.Version = last.Version + 1
		}
		return c.keepText(ctx, &text)
	})
	return text, err
}

func (c *Consents) keepText(ctx context.Context, text *ConsentText) error {
	actor, _ := audit.ActorOf(ctx)
	text.ID, text.At, text.By = storage.NewID(), stamp(c.store.Now()), actor.Name
	row := consentTextRow{NurseryID: c.store.Nursery(), ID: text.ID, KindID: text.KindID, Version: text.Version, Body: text.Body,
		Items: packed(text.Items), Scopes: packed(text.Scopes), EnteredAt: text.At, ActorID: actor.ID, ActorName: actor.Name}
	if err := c.store.insert(ctx, &row); err != nil {
		return err
	}
	return c.Service.record(ctx, audit.Entry{Verb: "roster.save_consent_text", Kind: "consent_kind", Subject: text.KindID})
}

func cleanAll(texts []string, drop bool) []string {
	kept := []string{}
	for _, text := range texts {
		if text = clean(text); text != "" || !drop {
			kept = append(kept, text)
		}
	}
	return kept
}
