package roster

import (
	"context"
	"net/http"

	"yayuan/backend/web"
)

type newConsentKindIn struct {
	Body struct {
		ID     string `json:"id" maxLength:"40"`
		Name   string `json:"name" maxLength:"200"`
		Wanted bool   `json:"wanted"`
	}
}

type newConsentTextIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Body   string   `json:"body" maxLength:"30000"`
		Items  []string `json:"items" nullable:"false" maxItems:"10"`
		Scopes []string `json:"scopes" nullable:"false" maxItems:"30"`
	}
}

func registerConsentTexts(door *web.Door, c *Consents) {
	web.Handle(door, op(http.MethodGet, "/api/consents/kinds", "consentKinds", "What guardians are asked to agree to, with the newest texts"),
		func(ctx context.Context, _ *struct{}) (*web.Body[consentKindsJSON], error) {
			kinds, err := c.Kinds(ctx)
			out := consentKindsJSON{Kinds: []consentKindJSON{}}
			for _, kind := range kinds {
				out.Kinds = append(out.Kinds, consentKindOut(kind))
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/consents/kinds", "addConsentKind", "Ask for something more"),
		func(ctx context.Context, in *newConsentKindIn) (*web.Body[made], error) {
			id, err := c.AddKind(ctx, ConsentKind{ID: in.Body.ID, Name: in.Body.Name, Wanted: in.Body.Wanted})
			return web.Answer(made{ID: id}, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/consents/kinds/{id}/close", "closeConsentKind", "Ask for something no longer, with a reason"),
		func(ctx context.Context, in *reasonIn) (*web.Body[web.Done], error) {
			return web.Finished(c.CloseKind(ctx, in.ID, in.Body.Reason))
		})
	web.Handle(door, op(http.MethodGet, "/api/consents/kinds/{id}/texts", "consentTexts", "Every version of a text, newest first"),
		func(ctx context.Context, in *idIn) (*web.Body[consentTextsJSON], error) {
			texts, err := c.Texts(ctx, in.ID)
			out := consentTextsJSON{Texts: []consentTextJSON{}}
			for _, text := range texts {
				out.Texts = append(out.Texts, consentTextOut(text))
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/consents/kinds/{id}/texts", "saveConsentText", "Keep a new version of a text"),
		func(ctx context.Context, in *newConsentTextIn) (*web.Body[consentTextJSON], error) {
			text, err := c.SaveText(ctx, ConsentText{KindID: in.ID, Body: in.Body.Body, Items: in.Body.Items, Scopes: in.Body.Scopes})
			return web.Answer(consentTextOut(text), err)
		})
	overview := op(http.MethodPost, "/api/consents/overview", "consentOverview", "Today's children with what holds of each kind")
	overview.Reads = true
	web.Handle(door, overview, func(ctx context.Context, _ *struct{}) (*web.Body[consentOverviewJSON], error) {
		list, err := c.Overview(ctx)
		out := consentOverviewJSON{Children: []overviewChildJSON{}}
		for _, child := range list {
			line := overviewChildJSON{ID: child.ID, Name: child.Name, Nickname: child.Nickname, ClassID: child.ClassID, Kinds: []standingJSON{}}
			for _, kind := range child.Kinds {
				s := standingJSON{KindID: kind.ConsentKind.ID, State: kind.State, Lacks: kind.Lacks()}
				if kind.Act != nil {
					s.On, s.EndsOn = kind.Act.On, kind.Act.EndsOn
				}
				line.Kinds = append(line.Kinds, s)
			}
			out.Children = append(out.Children, line)
		}
		return web.Answer(out, err)
	})
}
