package roster

import (
	"context"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/files"
	"yayuan/backend/identity"
	"yayuan/backend/rules"
	"yayuan/backend/storage"
)

// Consents holds the verbs of consents and agreements.
type Consents struct {
	*Service
	files *files.Files
	rules *rules.Service
}

// NewConsents makes the service beside the roster.
func NewConsents(s *Service, kept *files.Files, ruleset *rules.Service) *Consents {
	return &Consents{Service: s, files: kept, rules: ruleset}
}

// KindStanding is one kind with what holds for a child today, and all acts,
// newest first.
type KindStanding struct {
	ConsentKind
	ConsentStanding
	Ending bool // an agreement whose end is near by the rule
	Acts   []Consent
}

// Of reads the consents of a child. Who does not keep them is told only what
// holds, for which scopes.
func (c *Consents) Of(ctx context.Context, child string) ([]KindStanding, error) {
	if err := c.RequireChild(ctx, identity.ReadConsents, child, c.store.Today()); err != nil {
		return nil, err
	}
	var list []KindStanding
	err := c.store.Read(ctx, func(ctx context.Context) error {
		if _, err := c.live(ctx, child); err != nil {
			return err
		}
		all, err := c.standings(ctx, []string{child}, c.store.Today())
		if err != nil {
			return err
		}
		list = all[child]
		if identity.ScopeOf(ctx, identity.WriteConsents) != identity.None {
			return c.openNotes(ctx, child, list)
		}
		for i := range list {
			list[i].Acts = nil
			if act := list[i].Act; act != nil {
				list[i].Act = &Consent{ID: act.ID, KindID: act.KindID, Decision: act.Decision, On: act.On, Scopes: act.Scopes}
			}
		}
		return nil
	})
	return list, err
}

func (c *Consents) openNotes(ctx context.Context, child string, list []KindStanding) error {
	rows, err := c.store.consents(ctx, []string{child})
	if err != nil {
		return err
	}
	notes := map[string]string{}
	for _, row := range rows[child] {
		if notes[row.ID], err = c.store.unseal(ctx, row.ChildID, row.NoteSeal); err != nil {
			return err
		}
	}
	for _, kind := range list {
		for i := range kind.Acts {
			kind.Acts[i].Note = notes[kind.Acts[i].ID]
		}
	}
	return nil
}

// standings reckons what holds for many children on a day.
func (c *Consents) standings(ctx context.Context, children []string, on day.Day) (map[string][]KindStanding, error) {
	kinds, err := c.store.consentKinds(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := c.store.consents(ctx, children)
	if err != nil {
		return nil, err
	}
	versions, err := c.store.textVersions(ctx)
	if err != nil {
		return nil, err
	}
	rule, err := c.endingRule(ctx, on)
	all := map[string][]KindStanding{}
	for _, child := range children {
		for _, kind := range kinds {
			line := KindStanding{ConsentKind: kind}
			for _, row := range rows[child] {
				if row.KindID == kind.ID {
					act := row.consent()
					act.TextVersion = versions[act.TextID]
					line.Acts = append(line.Acts, act)
				}
			}
			line.ConsentStanding = StandingOn(line.Acts, on)
			line.Ending = line.endsWithin(on, rule.WarnDays)
			if line.Act != nil {
				act := *line.Act
				line.Act = &act
			}
			reverse(line.Acts)
			all[child] = append(all[child], line)
		}
	}
	return all, err
}

func reverse(acts []Consent) {
	for i, j := 0, len(acts)-1; i < j; i, j = i+1, j-1 {
		acts[i], acts[j] = acts[j], acts[i]
	}
}

// On answers other areas: what holds for a child and kind on a day. Without
// it there is no use of photos, and no handing on beyond what the law orders.
// Callers have required their right.
func (c *Consents) On(ctx context.Context, child, kind string, on day.Day) (ConsentStanding, error) {
	rows, err := c.store.consents(ctx, []string{child})
	var acts []Consent
	for _, row := range rows[child] {
		if row.KindID == kind {
			acts = append(acts, row.consent())
		}
	}
	return StandingOn(acts, on), err
}

// Record keeps what a guardian has decided. It is an act of its own: what was
// decided before stays on record.
func (c *Consents) Record(ctx context.Context, in Consent) (string, error) {
	if err := identity.Require(ctx, identity.WriteConsents); err != nil {
		return "", err
	}
	for _, text := range []*string{&in.Number, &in.Note} {
		*text = clean(*text)
	}
	if in.ID == "" {
		in.ID = storage.NewID()
	}
	return in.ID, c.store.Do(ctx, func(ctx context.Context) error {
		if _, err := c.live(ctx, in.ChildID); err != nil {
			return err
		}
		kind, found, err := c.store.consentKind(ctx, in.KindID)
		if err != nil {
			return err
		}
		if !found || kind.Closed {
			return consentKindUnknown.At("kindId")
		}
		text, err := c.shown(ctx, in)
		if err != nil {
			return err
		}
		if kind.Form != Agreement || in.Decision != Given {
			in.Number, in.EndsOn = "", ""
		}
		if in.Decision != Given {
			in.Scopes, in.Told = nil, nil
		}
		if err := in.check(kind.Form, text, c.store.Today()); err != nil {
			return err
		}
		return c.keep(ctx, in)
	})
}

// shown reads the version of the text that a decision names.
func (c *Consents) shown(ctx context.Context, in Consent) (*ConsentText, error) {
	if in.TextID == "" {
		return nil, nil
	}
	text, found, err := c.store.consentText(ctx, in.TextID)
	if err == nil && (!found || text.KindID != in.KindID) {
		err = consentTextUnknown.At("textId")
	}
	return &text, err
}

func (c *Consents) keep(ctx context.Context, in Consent) error {
	_, g, err := c.guardiansWith(ctx, in.ChildID, in.GuardianID)
	if err != nil {
		return err
	}
	in.Guardian, in.Relation = g.Name, g.Relation
	if in.Decision == Withdrawn {
		before, err := c.On(ctx, in.ChildID, in.KindID, in.On)
		if err != nil {
			return err
		}
		if !before.Holds() {
			return consentNotGiven.At("on")
		}
	}
	if err := c.checkFile(ctx, in); err != nil {
		return err
	}
	actor, _ := audit.ActorOf(ctx)
	in.EnteredAt, in.By = stamp(c.store.Now()), actor.Name
	if err := c.store.saveConsent(ctx, in, actor.ID); err != nil {
		return err
	}
	changes := []audit.Change{{Field: "consent.kind", New: in.KindID}, {Field: "consent.decision", New: string(in.Decision)},
		{Field: "consent.guardian", New: in.Guardian}, {Field: "consent.signed", New: in.Signed}}
	changes = audit.Diff(changes, "consent.scopes", "", strings.Join(in.Scopes, "、"))
	changes = audit.Diff(changes, "consent.number", "", in.Number)
	changes = audit.Diff(changes, "consent.endsOn", "", string(in.EndsOn))
	return c.Service.record(ctx, audit.Entry{Verb: "roster.consent", Kind: "child", Subject: in.ChildID, Day: in.On, Changes: changes})
}

// Void takes an act off that was written in error, with a reason; the row stays.
func (c *Consents) Void(ctx context.Context, id, reason string) error {
	if err := identity.Require(ctx, identity.WriteConsents); err != nil {
		return err
	}
	if clean(reason) == "" {
		return reasonMissing.At("reason")
	}
	return c.store.Do(ctx, func(ctx context.Context) error {
		row, found, err := c.store.consent(ctx, id)
		if err != nil {
			return err
		}
		if !found || row.Void {
			return consentUnknown
		}
		if err := c.store.voidConsent(ctx, id, clean(reason)); err != nil {
			return err
		}
		return c.Service.record(ctx, audit.Entry{Verb: "roster.void_consent", Kind: "child", Subject: row.ChildID, Day: row.OnDay,
			Reason: clean(reason), Changes: []audit.Change{{Field: "consent.kind", Old: row.KindID}, {Field: "consent.decision", Old: string(row.Decision)}}})
	})
}
