package roster

import (
	"context"
	"slices"

	"yayuan/backend/audit"
	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/identity"
)

// Groups lists the combined groups of today and of later days.
func (s *Service) Groups(ctx context.Context) ([]Group, error) {
	if err := identity.Require(ctx, identity.ReadRoster); err != nil {
		return nil, err
	}
	groups, err := s.store.groups(ctx, s.store.Today())
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(groups))
	for _, group := range groups {
		ids = append(ids, group.LeadID)
	}
	names, err := s.store.staffNames(ctx, ids)
	for i := range groups {
		groups[i].Lead = names[groups[i].LeadID]
	}
	return groups, err
}

// SaveGroup makes a group, or changes one from a day on: what it was before
// stays as it was. No class and no child can be in two groups at once.
func (s *Service) SaveGroup(ctx context.Context, g Group, changes string) (string, error) {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return "", err
	}
	g.Name, g.Room = clean(g.Name), clean(g.Room)
	g.Classes, g.Children = distinct(g.Classes), distinct(g.Children)
	if err := g.Check(); err != nil {
		return "", err
	}
	err := s.store.Do(ctx, func(ctx context.Context) error {
		var err error
		if g.ID, err = fresh[groupRow](ctx, s.store, g.ID); err != nil {
			return err
		}
		known, err := s.store.groups(ctx, min(g.From, s.store.Today()))
		if err != nil {
			return err
		}
		if changes != "" {
			old, found := groupByID(known, changes)
			if !found {
				return groupUnknown
			}
			if err := s.store.endGroup(ctx, old, g.From.Add(-1)); err != nil {
				return err
			}
			known = slices.DeleteFunc(known, func(each Group) bool { return each.ID == changes })
		}
		for _, other := range known {
			if on, meet := g.meets(other); meet {
				return groupOverlaps.At("starts").With("name", other.Name).With("day", string(on))
			}
		}
		if err := s.checkMembers(ctx, g); err != nil {
			return err
		}
		actor, _ := audit.ActorOf(ctx)
		if err := s.store.addGroup(ctx, g, changes, actor.ID); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.save_group", Kind: "group", Subject: g.ID, Day: g.From,
			Changes: []audit.Change{{Field: "name", New: g.Name}, {Field: "room", New: g.Room}, {Field: "hours", New: g.Starts + "–" + g.Ends}}})
	})
	return g.ID, err
}

func distinct(ids []string) []string { return slices.Compact(slices.Sorted(slices.Values(ids))) }

func groupByID(groups []Group, id string) (Group, bool) {
	at := slices.IndexFunc(groups, func(g Group) bool { return g.ID == id })
	if at < 0 {
		return Group{}, false
	}
	return groups[at], true
}

func (s *Service) checkMembers(ctx context.Context, g Group) error {
	for _, class := range g.Classes {
		if _, found, err := s.store.class(ctx, class); err != nil {
			return err
		} else if !found {
			return classUnknown.At("classes")
		}
	}
	children, err := s.store.basics(ctx, g.Children)
	switch {
	case err != nil:
		return err
	case len(children) != len(g.Children):
		return childUnknown.At("children")
	case g.LeadID == "":
		return nil
	}
	_, found, err := s.store.staffMember(ctx, g.LeadID)
	if err == nil && !found {
		err = staffUnknown.At("leadId")
	}
	return err
}

// EndGroup ends a group after a last day; one that has not begun falls away.
func (s *Service) EndGroup(ctx context.Context, id string, last day.Day) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	if !last.Valid() {
		return dayBad.At("lastDay")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		groups, err := s.store.groups(ctx, min(last, s.store.Today()))
		if err != nil {
			return err
		}
		group, found := groupByID(groups, id)
		if !found {
			return groupUnknown
		}
		if err := s.store.endGroup(ctx, group, last); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.end_group", Kind: "group", Subject: id, Day: last,
			Changes: audit.Diff(nil, "until", string(group.Until), string(last))})
	})
}

// WhereAt says for every placed child in which group or room it is at a time
// of a day, HH:MM, by plan. Callers have required their right.
func (s *Service) WhereAt(ctx context.Context, on day.Day, time string) ([]Whereabouts, error) {
	if !on.Valid() {
		return nil, dayBad.At("day")
	}
	if !clockTime.MatchString(time) {
		return nil, timeBad.At("time")
	}
	var where []Whereabouts
	err := s.store.Read(ctx, func(ctx context.Context) error {
		classes, err := s.store.everyClass(ctx)
		if err != nil {
			return err
		}
		groups, err := s.store.groups(ctx, on)
		if err != nil {
			return err
		}
		rows, err := s.store.placedOn(ctx, on, Who{})
		if err != nil {
			return err
		}
		open := calendar.Of(on) == calendar.Open
		groups = slices.DeleteFunc(groups, func(g Group) bool { return !g.On(on, open) })
		placed := make([]Placement, len(rows))
		for i, row := range rows {
			placed[i] = row.placement()
		}
		where = WhereAt(classes, groups, placed, time)
		return nil
	})
	return where, err
}

// Gathering is a group or a class as it is at one time: how many are there by plan.
type Gathering struct {
	GroupID  string
	ClassID  string // of a class that is by itself
	Room     string
	Children int
}

// Gatherings counts where everybody is at a time of a day, by plan.
func (s *Service) Gatherings(ctx context.Context, on day.Day, time string) ([]Gathering, error) {
	if err := identity.Require(ctx, identity.ReadRoster); err != nil {
		return nil, err
	}
	where, err := s.WhereAt(ctx, on, time)
	if err != nil {
		return nil, err
	}
	out, at := []Gathering{}, map[string]int{}
	for _, each := range where {
		place := Gathering{GroupID: each.GroupID, ClassID: each.ClassID, Room: each.Room}
		if each.GroupID != "" {
			place.ClassID = ""
		}
		key := place.GroupID + "/" + place.ClassID
		if _, known := at[key]; !known {
			at[key] = len(out)
			out = append(out, place)
		}
		out[at[key]].Children++
	}
	return out, nil
}
