package roster

import (
	"regexp"
	"slices"
	"unicode/utf8"

	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// Group is several classes or children together for a time of the day in one
// room (合班): the early hours, the late ones, a day between holidays.
type Group struct {
	ID       string
	Name     string
	Room     string
	LeadID   string
	Lead     string // the name, for reading
	Pattern  string // open: every open day; weekly: Weekdays; days: Days, open or not
	Weekdays []int  // 1 is Monday
	Days     []day.Day
	Starts   string // HH:MM
	Ends     string // HH:MM, no longer included
	From     day.Day
	Until    day.Day
	Classes  []string
	Children []string // who join one by one, whatever their class does
}

var (
	clockTime = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d$`)
	patterns  = []string{"open", "weekly", "days"}
)

// Check refuses a group that nobody could keep.
func (g Group) Check() error {
	var faults []*fault.Fault
	if clean(g.Name) == "" {
		faults = append(faults, groupNameMissing.At("name"))
	}
	for field, text := range map[string]string{"name": g.Name, "room": g.Room} {
		if utf8.RuneCountInString(text) > nameMax {
			faults = append(faults, tooLong.At(field).With("max", nameMax))
		}
	}
	if !clockTime.MatchString(g.Starts) {
		faults = append(faults, timeBad.At("starts"))
	}
	if !clockTime.MatchString(g.Ends) {
		faults = append(faults, timeBad.At("ends"))
	} else if g.Ends <= g.Starts {
		faults = append(faults, endsBeforeStarts.At("ends"))
	}
	if !g.From.Valid() {
		faults = append(faults, dayBad.At("from"))
	}
	if g.Until != "" && (!g.Until.Valid() || g.Until < g.From) {
		faults = append(faults, untilBeforeFrom.At("until"))
	}
	if len(g.Classes) == 0 && len(g.Children) == 0 {
		faults = append(faults, groupEmpty.At("classes"))
	}
	return fault.Join(append(faults, g.checkPattern()...))
}

func (g Group) checkPattern() []*fault.Fault {
	switch {
	case !slices.Contains(patterns, g.Pattern):
		return []*fault.Fault{groupNever.At("pattern")}
	case g.Pattern == "weekly" && (len(g.Weekdays) == 0 || slices.Min(g.Weekdays) < 1 || slices.Max(g.Weekdays) > 7):
		return []*fault.Fault{groupNever.At("weekdays")}
	case g.Pattern != "days":
		return nil
	case len(g.Days) == 0:
		return []*fault.Fault{groupNever.At("days")}
	}
	for _, each := range g.Days {
		if !each.Valid() {
			return []*fault.Fault{dayBad.At("days")}
		}
	}
	return nil
}

// On tells whether the group meets on a day; open says whether the nursery is.
func (g Group) On(on day.Day, open bool) bool {
	if on < g.From || (g.Until != "" && on > g.Until) {
		return false
	}
	switch g.Pattern {
	case "days":
		return slices.Contains(g.Days, on)
	case "weekly":
		return open && slices.Contains(g.Weekdays, (int(on.Weekday())+6)%7+1)
	}
	return open
}

// At tells whether a time of the day, HH:MM, is the group's.
func (g Group) At(time string) bool { return g.Starts <= time && time < g.Ends }

// overlapDays is how far ahead two groups without an end are compared: every
// pattern comes back within a year.
const overlapDays = 366

// meets tells whether two groups would have the same class or the same child
// in two rooms at once, and on which day first.
func (g Group) meets(other Group) (day.Day, bool) {
	if g.Starts >= other.Ends || other.Starts >= g.Ends || !(sharesAny(g.Classes, other.Classes) || sharesAny(g.Children, other.Children)) {
		return "", false
	}
	first := max(g.From, other.From)
	for n := range overlapDays {
		on := first.Add(n)
		if open := calendar.Of(on) == calendar.Open; g.On(on, open) && other.On(on, open) {
			return on, true
		}
	}
	return "", false
}

func sharesAny(a, b []string) bool {
	return slices.ContainsFunc(a, func(each string) bool { return slices.Contains(b, each) })
}

// Whereabouts is where a child is by plan at one time of a day.
type Whereabouts struct {
	ChildID string
	ClassID string // where it is placed
	GroupID string // empty in the class itself
	Room    string
	LeadID  string // of the group
}

// WhereAt says for each placed child in which group or room it is at a time of
// the day. Who joins a group by name is there, whatever the class does; of a
// class, everybody else follows the class.
func WhereAt(classes []Class, groups []Group, placed []Placement, time string) []Whereabouts {
	rooms, byClass, byChild := map[string]string{}, map[string]Group{}, map[string]Group{}
	for _, class := range classes {
		rooms[class.ID] = class.Room
	}
	for _, group := range groups {
		if !group.At(time) {
			continue
		}
		for _, class := range group.Classes {
			byClass[class] = group
		}
		for _, child := range group.Children {
			byChild[child] = group
		}
	}
	out := make([]Whereabouts, 0, len(placed))
	for _, p := range placed {
		where := Whereabouts{ChildID: p.ChildID, ClassID: p.ClassID, Room: rooms[p.ClassID]}
		group, joins := byChild[p.ChildID]
		if !joins {
			group, joins = byClass[p.ClassID]
		}
		if joins {
			where.GroupID, where.LeadID = group.ID, group.LeadID
			if group.Room != "" {
				where.Room = group.Room
			}
		}
		out = append(out, where)
	}
	return out
}
