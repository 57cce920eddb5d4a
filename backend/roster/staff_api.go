package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/web"
)

type staffJSON struct {
	ID          string          `json:"id"`
	Name        string          `json:"name"`
	Sex         Sex             `json:"sex" enum:",male,female"`
	Position    string          `json:"position" enum:"director,caregiver,health,cook,guard,other"`
	PhoneMasked string          `json:"phoneMasked"`
	Roles       []identity.Role `json:"roles" nullable:"false"`
	Standing    []identity.Role `json:"standing" nullable:"false" doc:"of the roles those without an end"`
	Classes     []staffClass    `json:"classes" nullable:"false"`
	JoinedOn    day.Day         `json:"joinedOn"`
	LeftOn      day.Day         `json:"leftOn"`
	HasAccount  bool            `json:"hasAccount"`
	UserName    string          `json:"userName"`
	HasPIN      bool            `json:"hasPin"`
	Locked      bool            `json:"locked"`
	Revision    int64           `json:"revision"`
}

type staffClass struct {
	ID    string  `json:"id"`
	Name  string  `json:"name"`
	Duty  string  `json:"duty" enum:"lead,assist"`
	From  day.Day `json:"from"`
	Until day.Day `json:"until"`
}

type staffListJSON struct {
	Total int         `json:"total"`
	Staff []staffJSON `json:"staff" nullable:"false"`
}

type staffSearchJSON struct {
	Text  string `json:"text" maxLength:"100"`
	State string `json:"state" enum:"present,all"`
}

func staffOut(line StaffLine) staffJSON {
	out := staffJSON{ID: line.ID, Name: line.Name, Sex: line.Sex, Position: line.Position,
		PhoneMasked: MaskPhone(line.Phone), Roles: []identity.Role{}, Standing: []identity.Role{}, Classes: []staffClass{}, JoinedOn: line.JoinedOn,
		LeftOn: line.LeftOn, Revision: line.Revision}
	for _, a := range line.Classes {
		out.Classes = append(out.Classes, staffClass{ID: a.ClassID, Name: a.Class, Duty: a.Duty, From: a.From, Until: a.Until})
	}
	if account := line.Account; account != nil {
		out.HasAccount, out.UserName, out.HasPIN, out.Locked = true, account.UserName, account.HasPIN, account.PINLocked
		out.Roles = append(out.Roles, account.Roles...)
		out.Standing = append(out.Standing, account.Standing...)
	}
	return out
}

type staffFieldsJSON struct {
	ID       string  `json:"id" maxLength:"40" required:"false"`
	Name     string  `json:"name" maxLength:"200"`
	Sex      Sex     `json:"sex" enum:",male,female"`
	Position string  `json:"position" maxLength:"20"`
	Phone    *string `json:"phone" maxLength:"50" doc:"null keeps the present one"`
	JoinedOn day.Day `json:"joinedOn" maxLength:"10"`
	LeftOn   day.Day `json:"leftOn" maxLength:"10" required:"false"`
	Revision int64   `json:"revision" required:"false"`

	IDNumber *string           `json:"idNumber" maxLength:"40" required:"false" doc:"null keeps the present one"`
	Details  *staffDetailsJSON `json:"details" required:"false" doc:"null keeps the present ones"`
}

func (j staffFieldsJSON) keep() Keep {
	return Keep{Phone: j.Phone == nil, IDNumber: j.IDNumber == nil, Fields: j.Details == nil}
}

func (j staffFieldsJSON) staff() Staff {
	m := Staff{ID: j.ID, Name: j.Name, Sex: j.Sex, Position: j.Position, JoinedOn: j.JoinedOn, LeftOn: j.LeftOn, Revision: j.Revision}
	if j.Phone != nil {
		m.Phone = *j.Phone
	}
	if j.Details != nil {
		m.StaffFields = j.Details.fields()
	}
	if j.IDNumber != nil {
		m.IDNumber = *j.IDNumber
	}
	return m
}

type staffIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body staffFieldsJSON
}

type assignIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		ID      string  `json:"id" maxLength:"40"`
		ClassID string  `json:"classId" maxLength:"40"`
		Duty    string  `json:"duty" enum:"lead,assist"`
		From    day.Day `json:"from"`
		Until   day.Day `json:"until"`
	}
}

func registerStaff(door *web.Door, s *Service) {
	search := op(http.MethodPost, "/api/staff/search", "searchStaff", "Find staff by name or pinyin")
	search.Reads = true
	web.Handle(door, search, func(ctx context.Context, in *web.Body[staffSearchJSON]) (*web.Body[staffListJSON], error) {
		lines, err := s.FindStaff(ctx, in.Body.Text, in.Body.State == "all")
		out := staffListJSON{Total: len(lines), Staff: []staffJSON{}}
		for _, line := range lines {
			out.Staff = append(out.Staff, staffOut(line))
		}
		return web.Answer(out, err)
	})
	web.Handle(door, op(http.MethodPost, "/api/staff", "addStaff", "Add a member of staff"),
		func(ctx context.Context, in *web.Body[staffFieldsJSON]) (*web.Body[made], error) {
			id, err := s.AddStaff(ctx, in.Body.staff())
			return web.Answer(made{ID: id}, err)
		})
	web.Handle(door, op(http.MethodPut, "/api/staff/{id}", "changeStaff", "Change a member of staff"),
		func(ctx context.Context, in *staffIn) (*web.Body[web.Done], error) {
			member := in.Body.staff()
			member.ID = in.ID
			return web.Finished(s.ChangeStaff(ctx, member, in.Body.keep()))
		})
	web.Handle(door, op(http.MethodPost, "/api/staff/{id}/assignments", "assignStaff", "Put a member of staff into a class"),
		func(ctx context.Context, in *assignIn) (*web.Body[web.Done], error) {
			b := in.Body
			return web.Finished(s.Assign(ctx, Assignment{ID: b.ID, StaffID: in.ID, ClassID: b.ClassID, Duty: b.Duty,
				From: b.From, Until: b.Until}))
		})
}
