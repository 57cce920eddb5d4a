package roster

import (
	"context"

	"yayuan/backend/day"
)

type consentKindRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	Name      string
	Form      ConsentForm
	Wanted    bool
	Position  int
	Closed    bool
}

func (consentKindRow) TableName() string { return "consent_kind" }

type consentTextRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	KindID    string
	Version   int
	Body      string
	Items     string
	Scopes    string
	Example   bool
	EnteredAt string
	ActorID   string
	ActorName string
}

func (consentTextRow) TableName() string { return "consent_text" }

func (r consentTextRow) text() ConsentText {
	return ConsentText{ID: r.ID, KindID: r.KindID, Version: r.Version, Body: r.Body, Items: unpacked(r.Items),
		Scopes: unpacked(r.Scopes), Example: r.Example, At: r.EnteredAt, By: r.ActorName}
}

type consentRow struct {
	NurseryID   string `gorm:"primaryKey"`
	ID          string `gorm:"primaryKey"`
	ChildID     string
	KindID      string
	Decision    Decision
	GuardianID  string
	Guardian    string
	Relation    string
	Verified    string
	OnDay       day.Day
	EndsOn      day.Day
	Number      string
	Scopes      string
	Told        string
	CouldRefuse bool
	TextID      *string
	Signed      string
	FileID      *string
	NoteSeal    []byte
	Void        bool
	VoidReason  string
	EnteredAt   string
	ActorID     string
	ActorName   string
}

func (consentRow) TableName() string { return "consent" }

func (r consentRow) consent() Consent {
	c := Consent{ID: r.ID, ChildID: r.ChildID, KindID: r.KindID, Decision: r.Decision, GuardianID: r.GuardianID,
		Guardian: r.Guardian, Relation: r.Relation, Verified: r.Verified, On: r.OnDay, EndsOn: r.EndsOn, Number: r.Number,
		Scopes: unpacked(r.Scopes), Told: unpacked(r.Told), CouldRefuse: r.CouldRefuse, Signed: r.Signed, Void: r.Void,
		VoidReason: r.VoidReason, EnteredAt: r.EnteredAt, By: r.ActorName}
	if r.TextID != nil {
		c.TextID = *r.TextID
	}
	if r.FileID != nil {
		c.FileID = *r.FileID
	}
	return c
}

// consentKinds lists what is asked for, each with its newest text.
func (s store) consentKinds(ctx context.Context) ([]ConsentKind, error) {
	rows, err := all[consentKindRow](s.db(ctx).Where("closed = 0").Order("position, name"))
	if err != nil {
		return nil, err
	}
	texts, err := all[consentTextRow](s.db(ctx).Order("kind_id, version"))
	newest := map[string]*ConsentText{}
	for _, row := range texts {
		text := row.text()
		newest[row.KindID] = &text
	}
	kinds := make([]ConsentKind, 0, len(rows))
	for _, row := range rows {
		kinds = append(kinds, ConsentKind{ID: row.ID, Name: row.Name, Form: row.Form, Wanted: row.Wanted, Text: newest[row.ID]})
	}
	return kinds, err
}

func (s store) consentKind(ctx context.Context, id string) (consentKindRow, bool, error) {
	return one[consentKindRow](s.db(ctx).Where("id = ?", id))
}

// closeConsentKind stops asking for something; what was signed stays.
func (s store) closeConsentKind(ctx context.Context, id string) error {
	return set[consentKindRow](s.db(ctx).Where("id = ?", id), map[string]any{"closed": 1})
}

func (s store) consentTexts(ctx context.Context, kind string) ([]ConsentText, error) {
	rows, err := all[consentTextRow](s.db(ctx).Where("kind_id = ?", kind).Order("version DESC"))
	texts := make([]ConsentText, 0, len(rows))
	for _, row := range rows {
		texts = append(texts, row.text())
	}
	return texts, err
}

func (s store) consentText(ctx context.Context, id string) (ConsentText, bool, error) {
	row, found, err := one[consentTextRow](s.db(ctx).Where("id = ?", id))
	return row.text(), found, err
}

// textVersions tells which version each text is.
func (s store) textVersions(ctx context.Context) (map[string]int, error) {
	rows, err := all[consentTextRow](s.db(ctx).Select("id", "version"))
	versions := map[string]int{}
	for _, row := range rows {
		versions[row.ID] = row.Version
	}
	return versions, err
}

// consents lists the acts of many children, by child, oldest first; notes stay
// closed.
func (s store) consents(ctx context.Context, children []string) (map[string][]consentRow, error) {
	ids, asked, err := s.registrations(ctx, children)
	if err != nil {
		return nil, err
	}
	rows, err := all[consentRow](s.db(ctx).Where("child_id IN ?", ids).Order("on_day, entered_at, id"))
	by := map[string][]consentRow{}
	for _, row := range rows {
		for _, child := range asked[row.ChildID] {
			by[child] = append(by[child], row)
		}
	}
	return by, err
}

func (s store) consent(ctx context.Context, id string) (consentRow, bool, error) {
	return one[consentRow](s.db(ctx).Where("id = ?", id))
}

func (s store) saveConsent(ctx context.Context, c Consent, actor string) error {
	row := consentRow{NurseryID: s.Nursery(), ID: c.ID, ChildID: c.ChildID, KindID: c.KindID, Decision: c.Decision,
		GuardianID: c.GuardianID, Guardian: c.Guardian, Relation: c.Relation, Verified: c.Verified, OnDay: c.On, EndsOn: c.EndsOn,
		Number: c.Number, Scopes: packed(c.Scopes), Told: packed(c.Told), CouldRefuse: c.CouldRefuse, Signed: c.Signed,
		EnteredAt: c.EnteredAt, ActorID: actor, ActorName: c.By}
	if c.TextID != "" {
		row.TextID = &c.TextID
	}
	if c.FileID != "" {
		row.FileID = &c.FileID
	}
	var err error
	if row.NoteSeal, err = s.seal(ctx, c.ChildID, c.Note); err != nil {
		return err
	}
	return s.insert(ctx, &row)
}

func (s store) voidConsent(ctx context.Context, id, reason string) error {
	return set[consentRow](s.db(ctx).Where("id = ?", id), map[string]any{"void": 1, "void_reason": reason})
}
