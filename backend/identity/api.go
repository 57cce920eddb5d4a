package identity

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

// MeJSON is the signed-in person as the interface needs it.
type MeJSON struct {
	ID          string      `json:"id"`
	Name        string      `json:"name"`
	Roles       []Role      `json:"roles" nullable:"false"`
	Rights      []Right     `json:"rights" nullable:"false"`
	Classes     []ClassJSON `json:"classes" nullable:"false" doc:"classes assigned today"`
	NurseryName string      `json:"nurseryName"`
	Demo        bool        `json:"demo"`
	IdleMinutes int         `json:"idleMinutes"`
	HasPIN      bool        `json:"hasPin"`
	DeputyUntil day.Day     `json:"deputyUntil" doc:"who stands in for the director today: the last day of that"`
}

// ClassJSON names a class.
type ClassJSON struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// SessionJSON is a fresh sign-in.
type SessionJSON struct {
	Token  string `json:"token"`
	Device string `json:"device"`
	Me     MeJSON `json:"me"`
}

// Describe completes a MeJSON with what higher areas know: classes, nursery.
type Describe func(ctx context.Context, me *MeJSON) error

// JSON turns a session into its answer.
func (s *Service) JSON(ctx context.Context, session Session, describe Describe) (SessionJSON, error) {
	me, err := s.me(WithActor(ctx, session.Actor), describe)
	return SessionJSON{Token: session.Token, Device: session.Device, Me: me}, err
}

func (s *Service) me(ctx context.Context, describe Describe) (MeJSON, error) {
	actor, ok := ActorOf(ctx)
	if !ok {
		return MeJSON{}, SignInFirst
	}
	me := MeJSON{ID: actor.ID, Name: actor.Name, Roles: actor.Roles, Rights: []Right{}, Classes: []ClassJSON{},
		IdleMinutes: IdleMinutes}
	if me.Roles == nil {
		me.Roles = []Role{}
	}
	for _, right := range directorRights {
		if actor.rights[right] != None {
			me.Rights = append(me.Rights, right)
		}
	}
	accounts, err := s.Accounts(ctx, []string{actor.ID})
	if err != nil {
		return me, err
	}
	me.HasPIN = accounts[actor.ID].HasPIN
	if me.DeputyUntil, err = s.deputyUntil(ctx, actor.ID); err != nil {
		return me, err
	}
	return me, describe(ctx, &me)
}

type signInIn struct {
	Device string `header:"X-Device"`
	Body   struct {
		UserName string `json:"userName" maxLength:"100"`
		Password string `json:"password" maxLength:"200"`
	}
}

type pinIn struct {
	Device string `header:"X-Device"`
	Body   struct {
		PersonID string `json:"personId" maxLength:"40"`
		PIN      string `json:"pin" maxLength:"20"`
	}
}

type quickJSON struct {
	People []quickPersonJSON `json:"people" nullable:"false"`
}

type quickPersonJSON struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Roles []Role `json:"roles" nullable:"false"`
}

type deviceIn struct {
	Device string `header:"X-Device"`
}

type setPINIn struct {
	Body struct {
		Password string `json:"password" maxLength:"200"`
		PIN      string `json:"pin" maxLength:"20"`
	}
}

type setPasswordIn struct {
	Body struct {
		Old string `json:"old" maxLength:"200"`
		New string `json:"new" maxLength:"200"`
	}
}

type accountIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		UserName string `json:"userName" maxLength:"100"`
		Password string `json:"password" maxLength:"200" doc:"empty keeps the present one"`
		Roles    []Role `json:"roles" nullable:"false" maxItems:"8"`
	}
}

type idIn struct {
	ID string `path:"id" maxLength:"40"`
}

// Register adds the routes of sign-in and accounts.
func Register(door *web.Door, s *Service, describe Describe) {
	op := func(method, path, id, summary string) web.Op {
		return web.Op{Method: method, Path: path, ID: id, Area: "identity", Summary: summary}
	}
	// What takes a secret is never remembered: the memory would hold tokens, and
	// a refusal inside its transaction would take the count of wrong tries back.
	secret := func(method, path, id, summary string) web.Op {
		o := op(method, path, id, summary)
		o.Private = true
		return o
	}
	web.Handle(door, secret(http.MethodPost, "/api/session", "signIn", "Sign in with name and password"),
		func(ctx context.Context, in *signInIn) (*web.Body[SessionJSON], error) {
			session, err := s.SignIn(ctx, in.Body.UserName, in.Body.Password, in.Device)
			if err != nil {
				return nil, err
			}
			return web.Answer(s.JSON(ctx, session, describe))
		})
	web.Handle(door, secret(http.MethodPost, "/api/session/pin", "signInByPin", "Change the person on a known computer by PIN"),
		func(ctx context.Context, in *pinIn) (*web.Body[SessionJSON], error) {
			session, err := s.SignInByPIN(ctx, in.Device, in.Body.PersonID, in.Body.PIN)
			if err != nil {
				return nil, err
			}
			return web.Answer(s.JSON(ctx, session, describe))
		})
	web.Handle(door, op(http.MethodGet, "/api/session/people", "quickPeople", "Who can take over this computer by PIN"),
		func(ctx context.Context, in *deviceIn) (*web.Body[quickJSON], error) {
			people, err := s.QuickPeople(ctx, in.Device)
			out := quickJSON{People: []quickPersonJSON{}}
			for _, person := range people {
				out.People = append(out.People, quickPersonJSON(person))
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodGet, "/api/session", "me", "Who is signed in"),
		func(ctx context.Context, _ *struct{}) (*web.Body[MeJSON], error) {
			return web.Answer(s.me(ctx, describe))
		})
	web.Handle(door, op(http.MethodDelete, "/api/session", "signOut", "End the session"),
		func(ctx context.Context, _ *struct{}) (*web.Body[web.Done], error) {
			return web.Finished(s.SignOut(ctx))
		})
	web.Handle(door, secret(http.MethodPut, "/api/session/pin", "setPin", "Set one's own PIN"),
		func(ctx context.Context, in *setPINIn) (*web.Body[web.Done], error) {
			return web.Finished(s.SetPIN(ctx, in.Body.Password, in.Body.PIN))
		})
	web.Handle(door, secret(http.MethodPut, "/api/session/password", "setPassword", "Change one's own password"),
		func(ctx context.Context, in *setPasswordIn) (*web.Body[web.Done], error) {
			return web.Finished(s.SetPassword(ctx, in.Body.Old, in.Body.New))
		})
	web.Handle(door, secret(http.MethodPost, "/api/staff/{id}/account", "setAccount", "Give a person a login and roles"),
		func(ctx context.Context, in *accountIn) (*web.Body[web.Done], error) {
			return web.Finished(s.SetAccount(ctx, Account{Person: in.ID, UserName: in.Body.UserName,
				Password: in.Body.Password, Roles: in.Body.Roles}))
		})
	web.Handle(door, op(http.MethodPost, "/api/staff/{id}/unlock", "unlockAccount", "Open a locked PIN"),
		func(ctx context.Context, in *idIn) (*web.Body[web.Done], error) {
			return web.Finished(s.Unlock(ctx, in.ID))
		})
}
