package nursery

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type changeJSON struct {
	ID         string  `json:"id"`
	Field      string  `json:"field" enum:"name,address,legalPerson,principal,serviceModes,registeredPlaces"`
	Old        string  `json:"old"`
	New        string  `json:"new"`
	HappenedOn day.Day `json:"happenedOn"`
	State      string  `json:"state" enum:"open,filed,withdrawn"`
	FiledOn    day.Day `json:"filedOn"`
	Number     string  `json:"number"`
	Reason     string  `json:"reason" doc:"'back' when the field went back to its registered value"`
	Again      bool    `json:"again" doc:"the whole registration is made again"`
	Revision   int64   `json:"revision"`
}

type changesJSON struct {
	Changes []changeJSON `json:"changes" nullable:"false"`
}

type receiptIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		FiledOn  day.Day `json:"filedOn"`
		Number   string  `json:"number" maxLength:"500"`
		Revision int64   `json:"revision"`
	}
}

func registerChanges(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/nursery/changes", "listRegistrationChanges", "What is to be registered again, and what was"),
		func(ctx context.Context, _ *struct{}) (*web.Body[changesJSON], error) {
			changes, err := s.Changes(ctx)
			out := changesJSON{Changes: []changeJSON{}}
			for _, c := range changes {
				out.Changes = append(out.Changes, changeJSON{ID: c.ID, Field: c.Field, Old: c.Old, New: c.New, HappenedOn: c.HappenedOn,
					State: string(c.State), FiledOn: c.FiledOn, Number: c.Number, Reason: c.Reason, Again: c.Again(), Revision: c.Revision})
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/nursery/changes/{id}/file", "fileRegistrationChange", "Close a change by its filing"),
		func(ctx context.Context, in *receiptIn) (*web.Body[web.Done], error) {
			return web.Finished(s.FileChange(ctx, in.ID, in.Body.FiledOn, in.Body.Number, in.Body.Revision))
		})
	web.Handle(door, op(http.MethodPost, "/api/nursery/changes/{id}/withdraw", "withdrawRegistrationChange", "Close what was no change"),
		func(ctx context.Context, in *takeOffIn) (*web.Body[web.Done], error) {
			return web.Finished(s.WithdrawChange(ctx, in.ID, in.Body.Reason, in.Body.Revision))
		})
}
