package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type idIn struct {
	ID string `path:"id" maxLength:"40"`
}

type made struct {
	ID string `json:"id"`
}

func op(method, path, id, summary string) web.Op {
	return web.Op{Method: method, Path: path, ID: id, Area: "roster", Summary: summary}
}

// Register adds the routes of the roster.
func Register(door *web.Door, s *Service) {
	registerClasses(door, s)
	registerChildren(door, s)
	registerIDNumbers(door, s)
	registerHealth(door, s)
	registerEaters(door, s)
	registerGate(door, s)
	registerPhotos(door, s)
	registerPersonPhotos(door, s)
	registerMerging(door, s)
	registerGuardians(door, s)
	registerPlacements(door, s)
	registerTime(door, s)
	registerCollectors(door, s)
	registerCalls(door, s)
	registerStaff(door, s)
}

// ClassJSON is a class at the door.
type ClassJSON struct {
	ID         string   `json:"id" maxLength:"40"`
	Name       string   `json:"name" maxLength:"200"`
	Kind       Kind     `json:"kind" enum:"infant,small,large,mixed"`
	Places     int      `json:"places"`
	Room       string   `json:"room" maxLength:"200" required:"false"`
	Enrolled   int      `json:"enrolled" required:"false"`
	Caregivers []string `json:"caregivers" nullable:"false" required:"false"`
	Revision   int64    `json:"revision" required:"false"`
}

type classesJSON struct {
	Classes []ClassJSON `json:"classes" nullable:"false"`
}

func classOut(c ClassState) ClassJSON {
	caregivers := c.Caregivers
	if caregivers == nil {
		caregivers = []string{}
	}
	return ClassJSON{ID: c.ID, Name: c.Name, Kind: c.Kind, Places: c.Places, Room: c.Room, Enrolled: c.Enrolled,
		Caregivers: caregivers, Revision: c.Revision}
}

type classIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body ClassJSON
}

func registerClasses(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/classes", "listClasses", "The classes with their children counted"),
		func(ctx context.Context, _ *struct{}) (*web.Body[classesJSON], error) {
			classes, err := s.Classes(ctx)
			out := classesJSON{Classes: []ClassJSON{}}
			for _, class := range classes {
				out.Classes = append(out.Classes, classOut(class))
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/classes", "addClass", "Open a class"),
		func(ctx context.Context, in *web.Body[ClassJSON]) (*web.Body[ClassJSON], error) {
			class, err := s.AddClass(ctx, Class{ID: in.Body.ID, Name: in.Body.Name, Kind: in.Body.Kind,
				Places: in.Body.Places, Room: in.Body.Room})
			return web.Answer(classOut(ClassState{Class: class}), err)
		})
	web.Handle(door, op(http.MethodPut, "/api/classes/{id}", "changeClass", "Change name, kind, places and room of a class"),
		func(ctx context.Context, in *classIn) (*web.Body[ClassJSON], error) {
			class, err := s.ChangeClass(ctx, Class{ID: in.ID, Name: in.Body.Name, Kind: in.Body.Kind,
				Places: in.Body.Places, Room: in.Body.Room, Revision: in.Body.Revision})
			return web.Answer(classOut(ClassState{Class: class}), err)
		})
}

type searchJSON struct {
	Text    string `json:"text" maxLength:"100"`
	ClassID string `json:"classId" maxLength:"40"`
	State   string `json:"state" enum:"enrolled,coming,left,all"`
	Limit   int    `json:"limit" minimum:"0" maximum:"200"`
	Offset  int    `json:"offset" minimum:"0"`
}

type foundJSON struct {
	Total    int64        `json:"total"`
	Children []listedJSON `json:"children" nullable:"false"`
}

type newChildIn struct {
	Body struct {
		ID string `json:"id" maxLength:"40"`
		ChildFieldsJSON
		IDNumber  string            `json:"idNumber" maxLength:"40"`
		Allergies string            `json:"allergies" maxLength:"1000" doc:"无 says that somebody asked; empty that nobody did"`
		Guardians []newGuardianJSON `json:"guardians" nullable:"false" maxItems:"10"`
		Placement *placementJSON    `json:"placement,omitempty"`
	}
}

type changeChildIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		ChildFieldsJSON
		IDNumber        *string `json:"idNumber" maxLength:"40" doc:"null keeps the present number"`
		Certificate     *string `json:"certificate" maxLength:"60" required:"false" doc:"null keeps the present number"`
		InsuranceNumber *string `json:"insuranceNumber" maxLength:"100" required:"false" doc:"null keeps the present number"`
		Reason          string  `json:"reason" maxLength:"500" required:"false" doc:"asked for when a value is corrected"`
		Revision        int64   `json:"revision"`
	}
}

type revealIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		What       string `json:"what" enum:"idNumber,certificate,insurance,phone"`
		GuardianID string `json:"guardianId" maxLength:"40" doc:"or a collector's"`
		Which      int    `json:"which" minimum:"0" maximum:"9" required:"false" doc:"which of the numbers, the first is 0"`
		Reason     string `json:"reason" maxLength:"500"`
	}
}

type revealedJSON struct {
	Value string `json:"value"`
}

func registerChildren(door *web.Door, s *Service) {
	today := func() day.Day { return s.store.Today() }
	search := op(http.MethodPost, "/api/children/search", "searchChildren", "Find children by name, 小名 or pinyin")
	search.Reads = true
	web.Handle(door, search, func(ctx context.Context, in *web.Body[searchJSON]) (*web.Body[foundJSON], error) {
		lines, total, err := s.Find(ctx, Search{Text: in.Body.Text, Class: in.Body.ClassID, State: in.Body.State,
			Limit: in.Body.Limit, Offset: in.Body.Offset})
		out := foundJSON{Total: total, Children: []listedJSON{}}
		for _, line := range lines {
			out.Children = append(out.Children, listedOut(line, today()))
		}
		return web.Answer(out, err)
	})
	web.Handle(door, op(http.MethodPost, "/api/children", "addChild", "Add a child with guardians and placement"),
		func(ctx context.Context, in *newChildIn) (*web.Body[made], error) {
			child := in.Body.child()
			child.ID, child.IDNumber, child.Allergies = in.Body.ID, in.Body.IDNumber, in.Body.Allergies
			entry := NewChild{Child: child}
			for _, g := range in.Body.Guardians {
				entry.Guardians = append(entry.Guardians, g.guardian())
			}
			if p := in.Body.Placement; p != nil {
				entry.Placement = Placement{ID: p.ID, ClassID: p.ClassID, Mode: p.Mode, From: p.From, Until: p.Until,
					TrialUntil: p.TrialUntil, FeePlan: p.FeePlan, ExamOn: p.ExamOn, Reason: p.Reason}
			}
			id, err := s.AddChild(ctx, entry)
			return web.Answer(made{ID: id}, err)
		})
	web.Handle(door, op(http.MethodGet, "/api/children/{id}", "childFile", "One child with guardians, placements and leaves"),
		func(ctx context.Context, in *idIn) (*web.Body[fileJSON], error) {
			file, err := s.File(ctx, in.ID)
			return web.Answer(fileOut(file, today()), err)
		})
	web.Handle(door, op(http.MethodPut, "/api/children/{id}", "changeChild", "Change the fields of a child"),
		func(ctx context.Context, in *changeChildIn) (*web.Body[web.Done], error) {
			child := in.Body.child()
			child.ID, child.Revision = in.ID, in.Body.Revision
			numbers := Numbers{IDNumber: in.Body.IDNumber, Certificate: in.Body.Certificate, Insurance: in.Body.InsuranceNumber}
			return web.Finished(s.ChangeChild(ctx, child, numbers, in.Body.Reason))
		})
	open := op(http.MethodPost, "/api/children/{id}/reveal", "reveal", "Open a masked value, with a reason")
	open.Private = true
	web.Handle(door, open,
		func(ctx context.Context, in *revealIn) (*web.Body[revealedJSON], error) {
			value, err := s.Reveal(ctx, in.ID, in.Body.What, in.Body.GuardianID, in.Body.Which, in.Body.Reason)
			return web.Answer(revealedJSON{Value: value}, err)
		})
	history := op(http.MethodPost, "/api/children/{id}/history", "childHistory", "Who changed what of a child")
	history.Reads = true
	web.Handle(door, history, func(ctx context.Context, in *idIn) (*web.Body[historyJSON], error) {
		records, err := s.History(ctx, in.ID)
		return web.Answer(historyOut(records), err)
	})
}
