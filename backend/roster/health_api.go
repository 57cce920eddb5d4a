package roster

import (
	"context"
	"net/http"
	"slices"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type insuranceJSON struct {
	Kind         string  `json:"kind" enum:",resident,commercial,accident,other"`
	NumberMasked string  `json:"numberMasked"`
	Until        day.Day `json:"until"`
}

type allergenJSON struct {
	Class    string   `json:"class" maxLength:"20"`
	Severity Severity `json:"severity" maxLength:"10"`
}

// HealthJSON is a child's health as far as the asking person may know it.
type HealthJSON struct {
	Allergy      Asked          `json:"allergy" maxLength:"10" doc:"empty: not asked; none: asked, none; some"`
	Allergens    []allergenJSON `json:"allergens" nullable:"false" maxItems:"20"`
	Text         string         `json:"text" maxLength:"1000" doc:"other allergies in words"`
	TextSeverity Severity       `json:"textSeverity" maxLength:"10"`
	Diet         []string       `json:"diet" nullable:"false" maxItems:"20"`
	DietNote     string         `json:"dietNote" maxLength:"1000"`
	Illness      Asked          `json:"illness" maxLength:"10"`
	Illnesses    []string       `json:"illnesses" nullable:"false" maxItems:"20"`
	IllnessNote  string         `json:"illnessNote" maxLength:"1000"`
	Gestation    int            `json:"gestation" doc:"completed days at birth, 0 when not known"`
}

func healthOut(c Child) HealthJSON {
	h := c.Health
	out := HealthJSON{Allergy: h.Allergy, Allergens: []allergenJSON{}, Text: c.Allergies, TextSeverity: h.TextSeverity,
		Diet: append([]string{}, h.Diet...), DietNote: h.DietNote, Illness: h.Illness, Illnesses: append([]string{}, h.Illnesses...),
		IllnessNote: h.IllnessNote, Gestation: h.Gestation}
	for _, each := range h.Allergens {
		out.Allergens = append(out.Allergens, allergenJSON(each))
	}
	return out
}

func (j HealthJSON) health() Health {
	h := Health{Allergy: j.Allergy, TextSeverity: j.TextSeverity, Diet: slices.Clone(j.Diet), DietNote: j.DietNote, Illness: j.Illness,
		Illnesses: slices.Clone(j.Illnesses), IllnessNote: j.IllnessNote, Gestation: j.Gestation}
	for _, each := range j.Allergens {
		h.Allergens = append(h.Allergens, Allergen(each))
	}
	return h
}

type healthIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		HealthJSON
		Medical  bool   `json:"medical" doc:"illnesses and gestation are to be written too"`
		Reason   string `json:"reason" maxLength:"500" doc:"asked for when a value is corrected"`
		Revision int64  `json:"revision"`
	}
}

type stepsJSON struct {
	Signs string `json:"signs" maxLength:"1000"`
	Do    string `json:"do" maxLength:"1000"`
}

// CardFieldsJSON is an action card as it is written.
type CardFieldsJSON struct {
	Allergy       stepsJSON `json:"allergy"`
	Febrile       stepsJSON `json:"febrile"`
	Medicine      string    `json:"medicine" maxLength:"1000"`
	Place         string    `json:"place" maxLength:"1000"`
	Call          string    `json:"call" maxLength:"1000"`
	ConfirmedWith string    `json:"confirmedWith" maxLength:"1000"`
	ConfirmedOn   day.Day   `json:"confirmedOn" maxLength:"10"`
	Revision      int64     `json:"revision" doc:"0 for the first"`
}

type cardIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body CardFieldsJSON
}

type writtenCardJSON struct {
	CardFieldsJSON
	ConfirmedBy string `json:"confirmedBy"`
	WrittenBy   string `json:"writtenBy"`
	WrittenAt   string `json:"writtenAt"`
}

type callJSON struct {
	Name     string `json:"name"`
	Relation string `json:"relation"`
	Phone    string `json:"phone"`
}

type openedCardJSON struct {
	ChildID   string           `json:"childId"`
	Name      string           `json:"name"`
	Nickname  string           `json:"nickname"`
	BirthDate day.Day          `json:"birthDate"`
	AgeMonths int              `json:"ageMonths"`
	Photo     string           `json:"photo"`
	ClassID   string           `json:"classId"`
	Alert     string           `json:"alert"`
	Illnesses string           `json:"illnesses"`
	Convulses bool             `json:"convulses"`
	State     CardState        `json:"state" enum:",ready,needed"`
	Card      *writtenCardJSON `json:"card,omitempty"`
	Guardians []callJSON       `json:"guardians" nullable:"false"`
}

func writtenOut(c *Card) *writtenCardJSON {
	if c == nil {
		return nil
	}
	return &writtenCardJSON{ConfirmedBy: c.ConfirmedBy, WrittenBy: c.WrittenBy, WrittenAt: stamp(c.WrittenAt),
		CardFieldsJSON: CardFieldsJSON{Allergy: stepsJSON(c.Allergy), Febrile: stepsJSON(c.Febrile), Medicine: c.Medicine, Place: c.Place,
			Call: c.Call, ConfirmedWith: c.ConfirmedWith, ConfirmedOn: c.ConfirmedOn, Revision: c.Revision}}
}

func openedOut(o OpenedCard, today day.Day) openedCardJSON {
	c := o.Child
	out := openedCardJSON{ChildID: c.ID, Name: c.Name, Nickname: c.Nickname, BirthDate: c.BirthDate, AgeMonths: c.AgeMonths(today),
		Photo: c.Photo, ClassID: o.ClassID, Alert: AllergyAlert(c), Illnesses: c.Health.IllnessWords(), Convulses: c.Convulses(),
		State: o.State, Card: writtenOut(o.Card), Guardians: []callJSON{}}
	for _, g := range o.Guardians {
		out.Guardians = append(out.Guardians, callJSON{Name: g.Name, Relation: g.Relation, Phone: g.Phone})
	}
	return out
}

func registerHealth(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodPut, "/api/children/{id}/health", "changeHealth", "Change allergies, food and, where one may know them, illnesses"),
		func(ctx context.Context, in *healthIn) (*web.Body[web.Done], error) {
			b := in.Body
			return web.Finished(s.ChangeHealth(ctx, HealthChange{ChildID: in.ID, Revision: b.Revision, Allergies: b.Text, Health: b.health(),
				Medical: b.Medical, Reason: b.Reason}))
		})
	open := op(http.MethodPost, "/api/children/{id}/card/open", "openCard", "A child's action card with the phones to call; the opening is kept")
	open.Private = true
	web.Handle(door, open, func(ctx context.Context, in *idIn) (*web.Body[openedCardJSON], error) {
		opened, err := s.OpenCard(ctx, in.ID)
		return web.Answer(openedOut(opened, s.store.Today()), err)
	})
	web.Handle(door, op(http.MethodPut, "/api/children/{id}/card", "saveCard", "Write a child's action card anew"),
		func(ctx context.Context, in *cardIn) (*web.Body[web.Done], error) {
			b := in.Body
			return web.Finished(s.SaveCard(ctx, Card{ChildID: in.ID, Allergy: Steps(b.Allergy), Febrile: Steps(b.Febrile), Medicine: b.Medicine,
				Place: b.Place, Call: b.Call, ConfirmedWith: b.ConfirmedWith, ConfirmedOn: b.ConfirmedOn, Revision: b.Revision}))
		})
}
