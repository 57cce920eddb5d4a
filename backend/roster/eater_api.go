package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type eaterJSON struct {
	ID        string     `json:"id"`
	Name      string     `json:"name"`
	Nickname  string     `json:"nickname"`
	Photo     string     `json:"photo" doc:"changes with the photo, empty without one"`
	ClassID   string     `json:"classId"`
	Allergies string     `json:"allergies"`
	Severe    bool       `json:"severe"`
	Diet      string     `json:"diet"`
	Steps     *stepsJSON `json:"steps,omitempty" doc:"of the action card, for an allergic reaction"`
	Medicine  string     `json:"medicine"`
	Place     string     `json:"place"`
}

type askingJSON struct {
	ClassID string `json:"classId"`
	Placed  int    `json:"placed"`
	Unasked int    `json:"unasked" doc:"of how many nobody has asked"`
}

type eatersJSON struct {
	Day      day.Day      `json:"day" doc:"that the list was reckoned for"`
	Children []eaterJSON  `json:"children" nullable:"false" doc:"severe allergies first"`
	Classes  []askingJSON `json:"classes" nullable:"false" doc:"those with children placed"`
}

func eatersOut(list FoodList) eatersJSON {
	out := eatersJSON{Day: list.Day, Children: []eaterJSON{}, Classes: []askingJSON{}}
	for _, e := range list.Eaters {
		line := eaterJSON{ID: e.Child.ID, Name: e.Child.Name, Nickname: e.Child.Nickname, Photo: e.Child.Photo, ClassID: e.ClassID,
			Allergies: e.Alert, Severe: e.Child.Severely(), Diet: e.Diet}
		if e.Card != nil && !e.Card.Allergy.empty() {
			steps := stepsJSON(e.Card.Allergy)
			line.Steps = &steps
		}
		// A card for convulsions alone says nothing here, its medicine neither.
		if line.Steps != nil && e.Card.Febrile.empty() {
			line.Medicine, line.Place = e.Card.Medicine, e.Card.Place
		}
		out.Children = append(out.Children, line)
	}
	for _, c := range list.Classes {
		out.Classes = append(out.Classes, askingJSON(c))
	}
	return out
}

func registerEaters(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/allergies", "listEaters", "Who is allergic or does not eat something, of the children placed today"),
		func(ctx context.Context, _ *struct{}) (*web.Body[eatersJSON], error) {
			list, err := s.Eaters(ctx)
			return web.Answer(eatersOut(list), err)
		})
}
