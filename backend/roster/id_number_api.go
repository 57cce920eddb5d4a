package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type idNumberJSON struct {
	ID        string  `json:"id" maxLength:"40" doc:"the child's, empty for a new one"`
	IDNumber  string  `json:"idNumber" maxLength:"40"`
	BirthDate day.Day `json:"birthDate" maxLength:"10"`
	Sex       Sex     `json:"sex" maxLength:"10"`
}

type toldJSON struct {
	BirthDate day.Day `json:"birthDate"`
	Sex       Sex     `json:"sex" enum:",male,female"`
}

func registerIDNumbers(door *web.Door, s *Service) {
	check := op(http.MethodPost, "/api/children/id-number", "checkIdNumber", "What an ID number says, or what is wrong with it")
	check.Reads, check.Private = true, true
	web.Handle(door, check, func(ctx context.Context, in *web.Body[idNumberJSON]) (*web.Body[toldJSON], error) {
		b := in.Body
		told, err := s.CheckIDNumber(ctx, Child{ID: b.ID, IDNumber: b.IDNumber, BirthDate: b.BirthDate, Sex: b.Sex})
		return web.Answer(toldJSON(told), err)
	})
}
