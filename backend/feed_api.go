package backend

import (
	"context"
	"net/http"
	"time"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/web"
)

type nowJSON struct {
	Now   time.Time `json:"now"`
	Today day.Day   `json:"today"`
}

type sinceJSON struct {
	Since int64 `json:"since" minimum:"0"`
}

type changesJSON struct {
	Seq     int64        `json:"seq"`
	Changes []changeJSON `json:"changes" nullable:"false"`
}

type changeJSON struct {
	Seq     int64  `json:"seq"`
	ClassID string `json:"classId"`
	Day     string `json:"day"`
	Area    string `json:"area"`
	ID      string `json:"id"`
}

// changesMax is how many changes one question is answered with; who is
// further behind reads everything anew.
const changesMax = 500

// registerFeed adds the clock and the change feed, which belong to no area.
func registerFeed(door *web.Door, h *House) {
	web.Handle(door, web.Op{Method: http.MethodGet, Path: "/api/now", ID: "now", Area: "feed", Summary: "The server's clock"},
		func(context.Context, *struct{}) (*web.Body[nowJSON], error) {
			return web.Answer(nowJSON{Now: h.Store.Now(), Today: h.Store.Today()}, nil)
		})
	web.Handle(door, web.Op{Method: http.MethodPost, Path: "/api/changes", ID: "changes", Area: "feed", Reads: true,
		Summary: "What has changed since"},
		func(ctx context.Context, in *web.Body[sinceJSON]) (*web.Body[changesJSON], error) {
			if err := identity.Require(ctx, identity.ReadFeed); err != nil {
				return nil, err
			}
			changes, last, err := h.Store.Changes(ctx, in.Body.Since, changesMax)
			out := changesJSON{Seq: last, Changes: []changeJSON{}}
			for _, c := range changes {
				out.Changes = append(out.Changes, changeJSON{Seq: c.Seq, ClassID: c.Class, Day: c.Day, Area: c.Area, ID: c.ID})
			}
			return web.Answer(out, err)
		})
}
