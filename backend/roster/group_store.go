package roster

import (
	"context"
	"encoding/json"
	"fmt"

	"yayuan/backend/day"
	"yayuan/backend/storage"
)

type groupRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	Name       string
	Room       string
	LeadID     *string
	Pattern    string
	Weekdays   string
	Days       string
	Starts     string
	Ends       string
	FromDay    day.Day
	UntilDay   day.Day
	Supersedes *string
	Live       int
	EnteredAt  string
	ActorID    string
}

func (groupRow) TableName() string { return "combined_group" }

type memberRow struct {
	NurseryID string `gorm:"primaryKey"`
	GroupID   string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	ClassID   *string
	ChildID   *string
}

func (memberRow) TableName() string { return "combined_group_member" }

func (r groupRow) group() (Group, error) {
	g := Group{ID: r.ID, Name: r.Name, Room: r.Room, Pattern: r.Pattern, Starts: r.Starts, Ends: r.Ends, From: r.FromDay, Until: r.UntilDay}
	if r.LeadID != nil {
		g.LeadID = *r.LeadID
	}
	for text, into := range map[string]any{r.Weekdays: &g.Weekdays, r.Days: &g.Days} {
		if text == "[]" {
			continue
		}
		if err := json.Unmarshal([]byte(text), into); err != nil {
			return g, fmt.Errorf("roster group: %w", err)
		}
	}
	return g, nil
}

// groups lists the live groups that last until a day or longer, in the order
// of the day.
func (s store) groups(ctx context.Context, since day.Day) ([]Group, error) {
	rows, err := all[groupRow](s.db(ctx).Where("live = 1 AND (until_day IS NULL OR until_day >= ?)", since).Order("starts, name, from_day"))
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	ids, groups := make([]string, len(rows)), make([]Group, len(rows))
	at := map[string]*Group{}
	for i, row := range rows {
		if groups[i], err = row.group(); err != nil {
			return nil, err
		}
		ids[i], at[row.ID] = row.ID, &groups[i]
	}
	members, err := all[memberRow](s.db(ctx).Where("group_id IN ?", ids).Order("group_id, id"))
	for _, m := range members {
		if g := at[m.GroupID]; m.ClassID != nil {
			g.Classes = append(g.Classes, *m.ClassID)
		} else {
			g.Children = append(g.Children, *m.ChildID)
		}
	}
	return groups, err
}

func (s store) addGroup(ctx context.Context, g Group, supersedes, actor string) error {
	row := groupRow{NurseryID: s.Nursery(), ID: g.ID, Name: g.Name, Room: g.Room, Pattern: g.Pattern, Weekdays: "[]", Days: "[]",
		Starts: g.Starts, Ends: g.Ends, FromDay: g.From, UntilDay: g.Until, Live: 1, EnteredAt: stamp(s.Now()), ActorID: actor}
	if g.LeadID != "" {
		row.LeadID = &g.LeadID
	}
	if supersedes != "" {
		row.Supersedes = &supersedes
	}
	for _, list := range []struct {
		values any
		into   *string
		some   bool
	}{{g.Weekdays, &row.Weekdays, len(g.Weekdays) > 0}, {g.Days, &row.Days, len(g.Days) > 0}} {
		if !list.some {
			continue
		}
		text, err := json.Marshal(list.values)
		if err != nil {
			return fmt.Errorf("roster group: %w", err)
		}
		*list.into = string(text)
	}
	if err := s.insert(ctx, &row); err != nil {
		return err
	}
	var members []memberRow
	for _, class := range g.Classes {
		members = append(members, memberRow{NurseryID: s.Nursery(), GroupID: g.ID, ID: storage.NewID(), ClassID: &class})
	}
	for _, child := range g.Children {
		members = append(members, memberRow{NurseryID: s.Nursery(), GroupID: g.ID, ID: storage.NewID(), ChildID: &child})
	}
	return s.insert(ctx, &members)
}

// endGroup lets a group end on a last day, or takes it back when it would end
// before it begins.
func (s store) endGroup(ctx context.Context, g Group, last day.Day) error {
	columns := map[string]any{"until_day": last}
	if last < g.From {
		columns = map[string]any{"live": 0}
	}
	return set[groupRow](s.db(ctx).Where("id = ?", g.ID), columns)
}
