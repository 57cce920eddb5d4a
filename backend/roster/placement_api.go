package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type guardianIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body newGuardianJSON
}

type changeGuardianIn struct {
	ID       string `path:"id" maxLength:"40"`
	Guardian string `path:"guardian" maxLength:"40"`
	Body     newGuardianJSON
}

type guardianOfIn struct {
	ID       string `path:"id" maxLength:"40"`
	Guardian string `path:"guardian" maxLength:"40"`
}

type removeGuardianIn struct {
	ID       string `path:"id" maxLength:"40"`
	Guardian string `path:"guardian" maxLength:"40"`
	Body     struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

func registerGuardians(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/guardians", "addGuardian", "Add a guardian to a child"),
		func(ctx context.Context, in *guardianIn) (*web.Body[made], error) {
			id, err := s.AddGuardian(ctx, in.ID, in.Body.guardian())
			return web.Answer(made{ID: id}, err)
		})
	web.Handle(door, op(http.MethodPut, "/api/children/{id}/guardians/{guardian}", "changeGuardian", "Change a guardian; an empty phone keeps the present one"),
		func(ctx context.Context, in *changeGuardianIn) (*web.Body[web.Done], error) {
			guardian := in.Body.guardian()
			guardian.ID = in.Guardian
			return web.Finished(s.ChangeGuardian(ctx, in.ID, guardian))
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/guardians/{guardian}/first", "callFirst", "Make a guardian the first to call"),
		func(ctx context.Context, in *guardianOfIn) (*web.Body[web.Done], error) {
			return web.Finished(s.CallFirst(ctx, in.ID, in.Guardian))
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/guardians/{guardian}/remove", "removeGuardian", "Take a guardian off a child, with a reason"),
		func(ctx context.Context, in *removeGuardianIn) (*web.Body[web.Done], error) {
			return web.Finished(s.RemoveGuardian(ctx, in.ID, in.Guardian, in.Body.Reason))
		})
}

type placementIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body placementJSON
}

type leavingIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		LastDay day.Day `json:"lastDay"`
		Reason  string  `json:"reason" maxLength:"500"`
	}
}

type leaveIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body leaveJSON
}

type reasonIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

func registerPlacements(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/placements", "placeChild", "Place a child in a class from a day on"),
		func(ctx context.Context, in *placementIn) (*web.Body[web.Done], error) {
			p := in.Body
			return web.Finished(s.Place(ctx, Placement{ID: p.ID, ChildID: in.ID, ClassID: p.ClassID, Mode: p.Mode,
				From: p.From, Until: p.Until, TrialUntil: p.TrialUntil, FeePlan: p.FeePlan, ExamOn: p.ExamOn, Reason: p.Reason}))
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/leaving", "endPlacement", "A child leaves the nursery after a last day"),
		func(ctx context.Context, in *leavingIn) (*web.Body[web.Done], error) {
			return web.Finished(s.End(ctx, in.ID, in.Body.LastDay, in.Body.Reason))
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/leaves", "takeLeave", "A child will be away"),
		func(ctx context.Context, in *leaveIn) (*web.Body[web.Done], error) {
			l := in.Body
			return web.Finished(s.TakeLeave(ctx, Leave{ID: l.ID, ChildID: in.ID, From: l.From, Until: l.Until, Kind: l.Kind,
				ToldBy: l.ToldBy, ToldTo: l.ToldTo, ToldHow: l.ToldHow, Symptoms: l.Symptoms, Note: l.Note}))
		})
	web.Handle(door, op(http.MethodPost, "/api/leaves/{id}/void", "voidLeave", "Take a leave back, with a reason"),
		func(ctx context.Context, in *reasonIn) (*web.Body[web.Done], error) {
			return web.Finished(s.VoidLeave(ctx, in.ID, in.Body.Reason))
		})
}
