package roster

import (
	"context"
	"net/http"

	"yayuan/backend/web"
)

type findAtGateIn struct {
	Body struct {
		Text string `json:"text" maxLength:"100"`
	}
}

type atGateJSON struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Nickname string `json:"nickname"`
	Photo    string `json:"photo" doc:"changes with the photo, empty without one"`
	ClassID  string `json:"classId"`
}

type foundAtGateJSON struct {
	Children []atGateJSON `json:"children" nullable:"false"`
	Total    int64        `json:"total"`
}

func registerGate(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodPost, "/api/gate/search", "findAtGate", "Children placed today by name, 小名 or pinyin, to see who may collect them"),
		func(ctx context.Context, in *findAtGateIn) (*web.Body[foundAtGateJSON], error) {
			children, total, err := s.FindAtGate(ctx, in.Body.Text)
			out := foundAtGateJSON{Children: []atGateJSON{}, Total: total}
			for _, child := range children {
				out.Children = append(out.Children, atGateJSON(child))
			}
			return web.Answer(out, err)
		})
}
