package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type collectorJSON struct {
	ID           string        `json:"id"`
	Kind         CollectorKind `json:"kind" enum:"guardian,standing,once,never"`
	GuardianID   string        `json:"guardianId"`
	Name         string        `json:"name"`
	Relation     string        `json:"relation"`
	PhoneMasked  string        `json:"phoneMasked" doc:"empty for who may not read guardians"`
	Photo        string        `json:"photo" doc:"changes with the face, empty without one"`
	IDLast4      string        `json:"idLast4"`
	AuthorisedBy string        `json:"authorisedBy"`
	From         day.Day       `json:"from"`
	Until        day.Day       `json:"until"`
	Verdict      Verdict       `json:"verdict" enum:"allowed,forbidden,not_yet,ended,used" doc:"on the day that was asked for"`
	Used         bool          `json:"used"`
	Reason       string        `json:"reason" doc:"why somebody must not collect; empty for who does not keep the roster"`
	Revision     int64         `json:"revision"`
}

type collectorsJSON struct {
	Collectors []collectorJSON `json:"collectors" nullable:"false"`
}

func collectorOut(c Collector, on day.Day) collectorJSON {
	return collectorJSON{ID: c.ID, Kind: c.Kind, GuardianID: c.GuardianID, Name: c.Name, Relation: c.Relation,
		PhoneMasked: MaskPhone(c.Phone), Photo: c.Photo, IDLast4: c.IDLast4, AuthorisedBy: c.AuthorisedBy, From: c.From, Until: c.Until,
		Verdict: MayCollect(c, on), Used: c.UsedBy != "", Reason: c.Reason, Revision: c.Revision}
}

type newCollectorJSON struct {
	ID           string        `json:"id" maxLength:"40"`
	Kind         CollectorKind `json:"kind" maxLength:"20"`
	GuardianID   string        `json:"guardianId" maxLength:"40"`
	Name         string        `json:"name" maxLength:"200"`
	Relation     string        `json:"relation" maxLength:"200"`
	Phone        string        `json:"phone" maxLength:"50"`
	IDLast4      string        `json:"idLast4" maxLength:"20"`
	AuthorisedBy string        `json:"authorisedBy" maxLength:"200"`
	From         day.Day       `json:"from" maxLength:"10"`
	Until        day.Day       `json:"until" maxLength:"10"`
	Reason       string        `json:"reason" maxLength:"1000"`
	Revision     int64         `json:"revision" required:"false"`
}

func (j newCollectorJSON) collector(child, id string) Collector {
	return Collector{ID: id, ChildID: child, Kind: j.Kind, GuardianID: j.GuardianID, Name: j.Name, Relation: j.Relation,
		Phone: j.Phone, IDLast4: j.IDLast4, AuthorisedBy: j.AuthorisedBy, From: j.From, Until: j.Until, Reason: j.Reason,
		Revision: j.Revision}
}

type collectorsIn struct {
	ID  string  `path:"id" maxLength:"40"`
	Day day.Day `path:"day" maxLength:"10"`
}

type addCollectorIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body newCollectorJSON
}

type changeCollectorIn struct {
	ID        string `path:"id" maxLength:"40"`
	Collector string `path:"collector" maxLength:"40"`
	Body      newCollectorJSON
}

type removeCollectorIn struct {
	ID        string `path:"id" maxLength:"40"`
	Collector string `path:"collector" maxLength:"40"`
	Body      struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

func registerCollectors(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/children/{id}/collectors/{day}", "collectors", "Who may and who must not collect a child on a day"),
		func(ctx context.Context, in *collectorsIn) (*web.Body[collectorsJSON], error) {
			list, err := s.Collectors(ctx, in.ID, in.Day)
			out := collectorsJSON{Collectors: []collectorJSON{}}
			for _, c := range list {
				out.Collectors = append(out.Collectors, collectorOut(c, in.Day))
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/collectors", "addCollector", "Put somebody on a child's pick-up list"),
		func(ctx context.Context, in *addCollectorIn) (*web.Body[made], error) {
			id, err := s.AddCollector(ctx, in.Body.collector(in.ID, in.Body.ID))
			return web.Answer(made{ID: id}, err)
		})
	web.Handle(door, op(http.MethodPut, "/api/children/{id}/collectors/{collector}", "changeCollector", "Change somebody on the list; an empty phone or reason keeps the present one"),
		func(ctx context.Context, in *changeCollectorIn) (*web.Body[web.Done], error) {
			return web.Finished(s.ChangeCollector(ctx, in.Body.collector(in.ID, in.Collector)))
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/collectors/{collector}/remove", "removeCollector", "Take somebody off the list, with a reason"),
		func(ctx context.Context, in *removeCollectorIn) (*web.Body[web.Done], error) {
			return web.Finished(s.RemoveCollector(ctx, in.ID, in.Collector, in.Body.Reason))
		})
}

type callIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		PersonID string `json:"personId" maxLength:"40" doc:"a guardian or a collector of the child"`
		Which    int    `json:"which" minimum:"0" maximum:"9" doc:"which of the numbers, the first is 0"`
	}
}

type contactJSON struct {
	Name     string `json:"name"`
	Relation string `json:"relation"`
	At       string `json:"at"`
	By       string `json:"by"`
}

type contactsJSON struct {
	Contacts []contactJSON `json:"contacts" nullable:"false"`
}

func registerCalls(door *web.Door, s *Service) {
	call := op(http.MethodPost, "/api/children/{id}/call", "callPerson", "Open a number for one call by today's staff of the class")
	call.Private = true
	web.Handle(door, call, func(ctx context.Context, in *callIn) (*web.Body[revealedJSON], error) {
		phone, err := s.Call(ctx, in.ID, in.Body.PersonID, in.Body.Which)
		return web.Answer(revealedJSON{Value: phone}, err)
	})
	web.Handle(door, op(http.MethodGet, "/api/children/{id}/contacts", "contacts", "The latest calls for a child"),
		func(ctx context.Context, in *idIn) (*web.Body[contactsJSON], error) {
			contacts, err := s.Contacts(ctx, in.ID)
			out := contactsJSON{Contacts: []contactJSON{}}
			for _, c := range contacts {
				out.Contacts = append(out.Contacts, contactJSON(c))
			}
			return web.Answer(out, err)
		})
	reveal := op(http.MethodPost, "/api/staff/{id}/reveal", "revealStaffPhone", "Open the phone of a member of staff, with a reason")
	reveal.Private = true
	web.Handle(door, reveal, func(ctx context.Context, in *reasonIn) (*web.Body[revealedJSON], error) {
		phone, err := s.RevealStaffPhone(ctx, in.ID, in.Body.Reason)
		return web.Answer(revealedJSON{Value: phone}, err)
	})
}
