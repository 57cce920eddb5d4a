package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

// GroupJSON is a combined group at the door.
type GroupJSON struct {
	ID       string    `json:"id" maxLength:"40" required:"false"`
	Name     string    `json:"name" maxLength:"200"`
	Room     string    `json:"room" maxLength:"200"`
	LeadID   string    `json:"leadId" maxLength:"40"`
	Lead     string    `json:"lead" required:"false" doc:"the name, for reading"`
	Pattern  string    `json:"pattern" enum:"open,weekly,days"`
	Weekdays []int     `json:"weekdays" nullable:"false" maxItems:"7" doc:"1 is Monday"`
	Days     []day.Day `json:"days" nullable:"false" maxItems:"100"`
	Starts   string    `json:"starts" maxLength:"5" doc:"HH:MM"`
	Ends     string    `json:"ends" maxLength:"5"`
	From     day.Day   `json:"from" maxLength:"10"`
	Until    day.Day   `json:"until" maxLength:"10"`
	Classes  []string  `json:"classes" nullable:"false" maxItems:"100"`
	Children []string  `json:"children" nullable:"false" maxItems:"500" doc:"who join by name, whatever their class does"`
}

type groupsJSON struct {
	Groups []GroupJSON `json:"groups" nullable:"false"`
}

type saveGroupIn struct {
	Body struct {
		GroupJSON
		Changes string `json:"changes" maxLength:"40" required:"false" doc:"the group that this one replaces from its day on"`
	}
}

type endGroupIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		LastDay day.Day `json:"lastDay" maxLength:"10"`
	}
}

type whereIn struct {
	Body struct {
		Day  day.Day `json:"day" maxLength:"10"`
		Time string  `json:"time" maxLength:"5"`
	}
}

type gatheringJSON struct {
	GroupID  string `json:"groupId"`
	ClassID  string `json:"classId" doc:"of a class that is by itself"`
	Room     string `json:"room"`
	Children int    `json:"children"`
}

type whereJSON struct {
	Places []gatheringJSON `json:"places" nullable:"false"`
}

func groupOut(g Group) GroupJSON {
	return GroupJSON{ID: g.ID, Name: g.Name, Room: g.Room, LeadID: g.LeadID, Lead: g.Lead, Pattern: g.Pattern,
		Weekdays: append([]int{}, g.Weekdays...), Days: append([]day.Day{}, g.Days...), Starts: g.Starts, Ends: g.Ends,
		From: g.From, Until: g.Until, Classes: append([]string{}, g.Classes...), Children: append([]string{}, g.Children...)}
}

func (j GroupJSON) group() Group {
	return Group{ID: j.ID, Name: j.Name, Room: j.Room, LeadID: j.LeadID, Pattern: j.Pattern, Weekdays: j.Weekdays, Days: j.Days,
		Starts: j.Starts, Ends: j.Ends, From: j.From, Until: j.Until, Classes: j.Classes, Children: j.Children}
}

// RegisterGroups adds the routes of combined groups.
func RegisterGroups(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/groups", "listGroups", "The combined groups of today and later"),
		func(ctx context.Context, _ *struct{}) (*web.Body[groupsJSON], error) {
			groups, err := s.Groups(ctx)
			out := groupsJSON{Groups: []GroupJSON{}}
			for _, group := range groups {
				out.Groups = append(out.Groups, groupOut(group))
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/groups", "saveGroup", "Make a combined group, or change one from a day on"),
		func(ctx context.Context, in *saveGroupIn) (*web.Body[made], error) {
			id, err := s.SaveGroup(ctx, in.Body.group(), in.Body.Changes)
			return web.Answer(made{ID: id}, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/groups/{id}/end", "endGroup", "End a combined group after a last day"),
		func(ctx context.Context, in *endGroupIn) (*web.Body[web.Done], error) {
			return web.Finished(s.EndGroup(ctx, in.ID, in.Body.LastDay))
		})
	where := op(http.MethodPost, "/api/whereabouts", "whereabouts", "How many are where at a time of a day, by plan")
	where.Reads = true
	web.Handle(door, where, func(ctx context.Context, in *whereIn) (*web.Body[whereJSON], error) {
		places, err := s.Gatherings(ctx, in.Body.Day, in.Body.Time)
		out := whereJSON{Places: []gatheringJSON{}}
		for _, place := range places {
			out.Places = append(out.Places, gatheringJSON(place))
		}
		return web.Answer(out, err)
	})
}
