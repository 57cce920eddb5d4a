package backend

import (
	"context"
	"log/slog"
	"net/http"
	"slices"

	"yayuan/backend/audit"
	"yayuan/backend/backup"
	"yayuan/backend/calendar"
	"yayuan/backend/dailylog"
	"yayuan/backend/dossier"
	"yayuan/backend/files"
	"yayuan/backend/filing"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
	"yayuan/backend/nursery"
	"yayuan/backend/roster"
	"yayuan/backend/rules"
	"yayuan/backend/storage"
	"yayuan/backend/today"
	"yayuan/backend/web"
)

// House is one open nursery: its store and the areas wired on it.
type House struct {
	Store        *storage.Store
	Audit        *audit.Log
	Identity     *identity.Service
	Rules        *rules.Service
	Requirements *rules.Requirements
	Nursery      *nursery.Service
	Calendar     *calendar.Service
	Roster       *roster.Service
	Bands        *roster.Bands
	Log          *dailylog.Service
	Imports      *roster.Imports
	Lists        *lists.Service
	Places       *roster.PlaceCount
	Consents     *roster.Consents
	Filing       *filing.Service
	Dossier      *dossier.Service
	Backups      *backup.Service
	Today        *today.Service

	demo    bool
	handler http.Handler
	stop    func() // ends the daily backups
}

// newHouse wires the areas on a store; a nil store gives areas that can be
// described but not used. The demo is not backed up: it can be made again.
func (b *Backend) newHouse(store *storage.Store, at place) *House {
	h := &House{Store: store, demo: at.demo}
	h.Audit = audit.New(store)
	h.Identity = identity.New(store, h.Audit)
	h.Rules = rules.New(store)
	h.Nursery = nursery.New(store, h.Audit)
	h.Requirements = rules.NewRequirements(store, h.Audit, h.Nursery.Place)
	h.Calendar = calendar.New(store, h.Audit)
	h.Roster = roster.New(store, h.Audit, h.Identity, h.Calendar, h.Requirements)
	h.Bands = roster.NewBands(h.Roster, h.Rules, h.Nursery.AtHome)
	h.Log = dailylog.New(store, h.Audit, h.Rules, h.Calendar, h.Roster)
	h.Requirements.Register(h.Nursery.Facts, nursery.FactKinds()...)
	h.Places = roster.NewPlaceCount(h.Roster, h.Nursery)
	h.Consents = roster.NewConsents(h.Roster, files.New(store), h.Rules)
	h.Requirements.Register(h.Roster.ChildFacts, roster.ChildFactKinds...)
	h.Requirements.Register(h.Roster.StaffFacts, roster.StaffFactKinds...)
	h.Imports = roster.NewImports(h.Roster, h.Log.Carries)
	h.Lists = lists.New(store, h.Audit, slices.Concat(h.Nursery.Lists(), h.Imports.Lists(), h.Requirements.Lists())...)
	h.Filing = filing.New(store, h.Audit, files.New(store), h.Nursery, h.Roster, h.Log)
	h.Dossier = dossier.New(store, h.Audit, h.Lists, h.Nursery, h.Roster, h.Consents, h.Log, h.Filing)
	h.Identity.GoneBy(h.Roster.Gone)
	var key backup.Key
	if !at.demo {
		key = at.backupKey
	}
	h.Backups = backup.New(store, h.Audit, key)
	h.Today = today.New(store, h.Rules, h.Calendar, h.Roster, h.Log,
		h.Calendar.Findings, h.Roster.TimeFindings, h.Backups.Findings, h.Nursery.Findings, h.Places.Findings, h.Consents.Findings, h.Bands.Findings, h.Requirements.Findings(append(roster.ToldByItself, "nursery.")...))
	return h
}

// register adds the routes of all areas.
func (h *House) register(door *web.Door) {
	identity.Register(door, h.Identity, h.describe)
	identity.RegisterGrants(door, h.Identity)
	rules.Register(door, h.Rules)
	rules.RegisterRequirements(door, h.Requirements)
	nursery.Register(door, h.Nursery)
	nursery.RegisterHome(door, h.Nursery)
	calendar.Register(door, h.Calendar)
	roster.Register(door, h.Roster)
	roster.RegisterBands(door, h.Bands)
	roster.RegisterGroups(door, h.Roster)
	roster.RegisterStaffFiles(door, h.Roster)
	roster.RegisterImports(door, h.Imports)
	lists.Register(door, h.Lists)
	roster.RegisterPlaceCount(door, h.Places)
	roster.RegisterConsents(door, h.Consents)
	dailylog.Routes(door, h.Log)
	filing.Register(door, h.Filing)
	dossier.Register(door, h.Dossier)
	backup.Register(door, h.Backups)
	today.Register(door, h.Today)
	registerFeed(door, h)
}

// describe adds to the signed-in person what the areas above identity know.
func (h *House) describe(ctx context.Context, me *identity.MeJSON) error {
	name, err := h.Nursery.Name(ctx)
	if err != nil {
		return err
	}
	me.NurseryName, me.Demo = name, h.demo
	own, err := h.Roster.OwnClasses(ctx, h.Store.Today())
	if err != nil {
		return err
	}
	for _, id := range own {
		class, err := h.Roster.Class(ctx, id)
		if err != nil {
			return err
		}
		me.Classes = append(me.Classes, identity.ClassJSON{ID: id, Name: class.Name})
	}
	return nil
}

// Found makes the nursery's profile, its first director and the rows that a
// new nursery begins with, all or nothing.
func (h *House) Found(ctx context.Context, f Founding) (director string, err error) {
	director = storage.NewID()
	ctx = identity.WithActor(ctx, identity.NewActor(director, f.DirectorName, []identity.Role{identity.Director}))
	err = h.Store.Do(ctx, func(ctx context.Context) error {
		if err := h.Nursery.Found(ctx, nursery.Profile{Name: f.NurseryName, Principal: f.DirectorName}); err != nil {
			return err
		}
		if err := h.Identity.Found(ctx, director, f.DirectorName, f.UserName, f.Password); err != nil {
			return err
		}
		staff := roster.Staff{ID: director, Name: f.DirectorName, Position: "director", JoinedOn: h.Store.Today()}
		if err := h.Roster.Enlist(ctx, staff); err != nil {
			return err
		}
		if err := h.Rules.Seed(ctx); err != nil {
			return err
		}
		if err := h.Requirements.Seed(ctx); err != nil {
			return err
		}
		if err := h.Consents.Seed(ctx); err != nil {
			return err
		}
		return h.Log.SeedTimetable(ctx)
	})
	return director, err
}

// authenticate is how the door asks identity; what fails inside leaves the
// request without a person and shows in the log.
func (h *House) authenticate(log *slog.Logger) func(ctx context.Context, token, _ string) context.Context {
	return func(ctx context.Context, token, _ string) context.Context {
		known, err := h.Identity.Authenticate(ctx, token)
		if err != nil {
			log.Error("authenticate", "err", err)
			return ctx
		}
		return known
	}
}

func actorID(ctx context.Context) string {
	actor, _ := identity.ActorOf(ctx)
	return actor.ID
}

// once hands the door's 'at most once' to the store.
func (h *House) once(ctx context.Context, actor, key, digest string, run func(context.Context) web.Reply) (web.Reply, error) {
	response, _, err := h.Store.Once(ctx, actor, key, digest, func(ctx context.Context) (storage.Response, bool, error) {
		reply := run(ctx)
		return storage.Response(reply), reply.Status < http.StatusBadRequest, nil
	})
	return web.Reply(response), err
}
