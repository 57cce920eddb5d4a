package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type mergedJSON struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	BirthDate string `json:"birthDate"`
}

type suspectJSON struct {
	Why    string       `json:"why" enum:"name_birth,phone"`
	First  suspectChild `json:"first"`
	Second suspectChild `json:"second"`
}

type suspectChild struct {
	ID        string  `json:"id"`
	Name      string  `json:"name"`
	Nickname  string  `json:"nickname"`
	BirthDate day.Day `json:"birthDate"`
	IDState   IDState `json:"idState" enum:"given,missing,lost"`
}

type suspectsJSON struct {
	Pairs []suspectJSON `json:"pairs" nullable:"false"`
}

func suspectOut(c Child) suspectChild {
	return suspectChild{ID: c.ID, Name: c.Name, Nickname: c.Nickname, BirthDate: c.BirthDate, IDState: c.IDState}
}

type mergeIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Into   string `json:"into" maxLength:"40" doc:"the registration that is kept"`
		Reason string `json:"reason" maxLength:"500"`
	}
}

type notSameIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Other string `json:"other" maxLength:"40"`
	}
}

func registerMerging(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/same-children", "listSuspects", "Registrations that may be the same child"),
		func(ctx context.Context, _ *struct{}) (*web.Body[suspectsJSON], error) {
			suspects, err := s.Suspects(ctx)
			out := suspectsJSON{Pairs: []suspectJSON{}}
			for _, pair := range suspects {
				out.Pairs = append(out.Pairs, suspectJSON{Why: pair.Why, First: suspectOut(pair.First), Second: suspectOut(pair.Second)})
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/merge", "mergeChild", "Point a registration to the one that is kept, with a reason"),
		func(ctx context.Context, in *mergeIn) (*web.Body[web.Done], error) {
			return web.Finished(s.Merge(ctx, in.ID, in.Body.Into, in.Body.Reason))
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/unmerge", "unmergeChild", "Take a merge back, with a reason"),
		func(ctx context.Context, in *reasonIn) (*web.Body[web.Done], error) {
			return web.Finished(s.Unmerge(ctx, in.ID, in.Body.Reason))
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/not-same", "notSameChild", "Keep that two registrations are two children"),
		func(ctx context.Context, in *notSameIn) (*web.Body[web.Done], error) {
			return web.Finished(s.NotSame(ctx, in.ID, in.Body.Other))
		})
}
