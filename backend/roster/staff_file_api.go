package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/web"
)

type staffDetailsJSON struct {
	Number         string  `json:"number" maxLength:"200"`
	BirthDate      day.Day `json:"birthDate" maxLength:"10"`
	Education      string  `json:"education" maxLength:"20"`
	Major          string  `json:"major" maxLength:"200"`
	Title          string  `json:"title" maxLength:"200"`
	HireType       string  `json:"hireType" maxLength:"20"`
	WorksSince     day.Day `json:"worksSince" maxLength:"10"`
	ContractNumber string  `json:"contractNumber" maxLength:"200"`
	ContractFrom   day.Day `json:"contractFrom" maxLength:"10"`
	ContractUntil  day.Day `json:"contractUntil" maxLength:"10"`
}

func (j staffDetailsJSON) fields() StaffFields {
	return StaffFields{Number: j.Number, BirthDate: j.BirthDate, Education: j.Education, Major: j.Major, Title: j.Title,
		HireType: j.HireType, WorksSince: j.WorksSince, ContractNumber: j.ContractNumber, ContractFrom: j.ContractFrom,
		ContractUntil: j.ContractUntil}
}

func detailsOut(f StaffFields) staffDetailsJSON {
	return staffDetailsJSON{Number: f.Number, BirthDate: f.BirthDate, Education: f.Education, Major: f.Major, Title: f.Title,
		HireType: f.HireType, WorksSince: f.WorksSince, ContractNumber: f.ContractNumber, ContractFrom: f.ContractFrom,
		ContractUntil: f.ContractUntil}
}

type stayJSON struct {
	From   day.Day `json:"from"`
	Until  day.Day `json:"until"`
	Reason string  `json:"reason"`
}

type staffGrantJSON struct {
	ID     string        `json:"id"`
	Role   identity.Role `json:"role"`
	From   day.Day       `json:"from"`
	Until  day.Day       `json:"until"`
	Reason string        `json:"reason"`
}

type staffFileJSON struct {
	ID          string           `json:"id"`
	IDMasked    string           `json:"idMasked"`
	Years       int              `json:"years" doc:"completed years in childcare, -1 when not known"`
	Details     staffDetailsJSON `json:"details"`
	Stays       []stayJSON       `json:"stays" nullable:"false"`
	Assignments []staffClass     `json:"assignments" nullable:"false"`
	Standing    []identity.Role  `json:"standing" nullable:"false" doc:"roles without an end"`
	Grants      []staffGrantJSON `json:"grants" nullable:"false"`
}

func staffFileOut(f StaffFile, today day.Day) staffFileJSON {
	out := staffFileJSON{ID: f.ID, IDMasked: MaskID(f.IDNumber), Years: f.Years(today), Details: detailsOut(f.StaffFields),
		Stays: []stayJSON{}, Assignments: []staffClass{}, Standing: []identity.Role{}, Grants: []staffGrantJSON{}}
	for _, t := range f.Stays {
		out.Stays = append(out.Stays, stayJSON{From: t.From, Until: t.Until, Reason: t.Reason})
	}
	for _, a := range f.Assignments {
		out.Assignments = append(out.Assignments, staffClass{ID: a.ClassID, Name: a.Class, Duty: a.Duty, From: a.From, Until: a.Until})
	}
	if f.Account != nil {
		out.Standing = append(out.Standing, f.Account.Standing...)
		for _, g := range f.Account.Grants {
			out.Grants = append(out.Grants, staffGrantJSON{ID: g.ID, Role: g.Role, From: g.From, Until: g.Until, Reason: g.Reason})
		}
	}
	return out
}

type staffLeavingIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		LastDay day.Day `json:"lastDay" maxLength:"10"`
		Reason  string  `json:"reason" maxLength:"500"`
	}
}

type rehireIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		From day.Day `json:"from" maxLength:"10"`
	}
}

// RegisterStaffFiles adds the routes of one member of staff.
func RegisterStaffFiles(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/staff/{id}", "staffFile", "One member of staff: fields, stays, classes and roles by date"),
		func(ctx context.Context, in *idIn) (*web.Body[staffFileJSON], error) {
			file, err := s.StaffFile(ctx, in.ID)
			return web.Answer(staffFileOut(file, s.store.Today()), err)
		})
	web.Handle(door, op(http.MethodPost, "/api/staff/{id}/leaving", "leaveStaff", "A member of staff leaves after a last day"),
		func(ctx context.Context, in *staffLeavingIn) (*web.Body[web.Done], error) {
			return web.Finished(s.LeaveStaff(ctx, in.ID, in.Body.LastDay, in.Body.Reason))
		})
	web.Handle(door, op(http.MethodPost, "/api/staff/{id}/rehire", "rehireStaff", "Take back who has left, without classes and roles"),
		func(ctx context.Context, in *rehireIn) (*web.Body[web.Done], error) {
			return web.Finished(s.Rehire(ctx, in.ID, in.Body.From))
		})
	history := op(http.MethodPost, "/api/staff/{id}/history", "staffHistory", "Who changed what of a member of staff")
	history.Reads = true
	web.Handle(door, history, func(ctx context.Context, in *idIn) (*web.Body[historyJSON], error) {
		records, err := s.StaffHistory(ctx, in.ID)
		return web.Answer(historyOut(records), err)
	})
	open := op(http.MethodPost, "/api/staff/{id}/id-number", "revealStaffId", "Open the ID number of a member of staff, with a reason")
	open.Private = true
	web.Handle(door, open, func(ctx context.Context, in *reasonIn) (*web.Body[revealedJSON], error) {
		number, err := s.RevealStaffID(ctx, in.ID, in.Body.Reason)
		return web.Answer(revealedJSON{Value: number}, err)
	})
}
