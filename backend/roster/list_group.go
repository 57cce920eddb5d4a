package roster

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
)

// groupLine is a combined group, its members by name.
type groupLine struct {
	Group
	ClassNames string
	ChildNames string
}

var (
	patternList  = []lists.Option{{Value: "open", Label: "每个开放日"}, {Value: "weekly", Label: "每周"}, {Value: "days", Label: "指定日期"}}
	weekdayNames = []string{"周一", "周二", "周三", "周四", "周五", "周六", "周日"}
)

func (s *Service) groupList() lists.List {
	weekdays := lists.Column[groupLine]{Key: "weekdays", Heading: "星期", Kind: lists.Text,
		Get: func(g groupLine) string {
			names := make([]string, 0, len(g.Weekdays))
			for _, n := range g.Weekdays {
				names = append(names, weekdayNames[n-1])
			}
			return strings.Join(names, "、")
		},
		Set: func(g *groupLine, v string) error {
			g.Weekdays = nil
			for _, name := range apart(v) {
				g.Weekdays = append(g.Weekdays, slices.Index(weekdayNames, name)+1)
			}
			return nil
		}}
	days := lists.Column[groupLine]{Key: "days", Heading: "日期", Kind: lists.Text,
		Get: func(g groupLine) string { return strings.Join(texts(g.Days), "、") },
		Set: func(g *groupLine, v string) error { g.Days = daysOf(apart(v)); return nil }}
	return lists.Of(lists.Table[groupLine]{Key: "groups", Name: "合班", Right: identity.WriteRoster,
		Columns: []lists.Column[groupLine]{
			fixedColumn(column("name", "合班名称", lists.Text, func(g *groupLine) *string { return &g.Name }, "名称")),
			column("room", "地点", lists.Text, func(g *groupLine) *string { return &g.Room }),
			column("leadId", "负责人", lists.Name, func(g *groupLine) *string { return &g.Lead }),
			choiceColumn("pattern", "哪些天", patternList, func(g *groupLine) *string { return &g.Pattern }), weekdays, days,
			fixedColumn(column("starts", "开始时间", lists.Text, func(g *groupLine) *string { return &g.Starts })),
			column("ends", "结束时间", lists.Text, func(g *groupLine) *string { return &g.Ends }),
			fixedColumn(dayColumn("from", "开始日期", func(g *groupLine) *day.Day { return &g.From })),
			dayColumn("until", "结束日期", func(g *groupLine) *day.Day { return &g.Until }),
			column("classes", "班级", lists.Text, func(g *groupLine) *string { return &g.ClassNames }),
			column("children", "宝宝", lists.Text, func(g *groupLine) *string { return &g.ChildNames }),
		},
		ID:    func(g groupLine) string { return g.Name + "/" + g.Starts + "/" + string(g.From) },
		New:   func(string) groupLine { return groupLine{} },
		Alike: func(a, b groupLine) bool { return a.Name == b.Name && a.Starts == b.Starts && a.From == b.From },
		Rows:  s.groupLines,
		Add: func(ctx context.Context, now groupLine, _ string) (string, error) {
			return now.Name + "/" + now.Starts + "/" + string(now.From), s.saveGroupLine(ctx, now, "")
		},
		Change: func(ctx context.Context, old, now groupLine, _ string) error {
			return s.saveGroupLine(ctx, now, old.ID)
		},
		TakeBack: func(ctx context.Context, now groupLine, _ lists.Back) error {
			return s.EndGroup(ctx, now.ID, now.From.Add(-1))
		}})
}

func texts(days []day.Day) []string {
	out := make([]string, len(days))
	for i, d := range days {
		out[i] = string(d)
	}
	return out
}

func daysOf(texts []string) []day.Day {
	var out []day.Day
	for _, text := range texts {
		out = append(out, day.Day(text))
	}
	return out
}

func (s *Service) groupLines(ctx context.Context) ([]groupLine, error) {
	groups, err := s.store.groups(ctx, "")
	if err != nil {
		return nil, err
	}
	refs, _, err := s.refs(ctx)
	if err != nil {
		return nil, err
	}
	names, err := s.classNames(ctx)
	if err != nil {
		return nil, err
	}
	leads := make([]string, 0, len(groups))
	for _, g := range groups {
		leads = append(leads, g.LeadID)
	}
	staff, err := s.store.staffNames(ctx, leads)
	lines := make([]groupLine, 0, len(groups))
	for _, g := range groups {
		line := groupLine{Group: g}
		line.Lead = staff[g.LeadID]
		var classes, children []string
		for _, id := range g.Classes {
			classes = append(classes, names[id])
		}
		for _, id := range g.Children {
			children = append(children, refs[id].Child+" "+string(refs[id].Birth))
		}
		slices.Sort(classes)
		slices.Sort(children)
		line.ClassNames, line.ChildNames = strings.Join(classes, "、"), strings.Join(children, "、")
		lines = append(lines, line)
	}
	return sortedBy(lines, func(g groupLine) string { return g.Name }, func(g groupLine) string { return string(g.From) }), err
}

func (s *Service) saveGroupLine(ctx context.Context, now groupLine, changes string) error {
	g := now.Group
	g.ID, g.LeadID, g.Classes, g.Children = "", "", nil, nil
	if now.Lead != "" {
		id, err := s.who(ctx, staffRef{Staff: now.Lead})
		if err != nil {
			return relabel(err, "staffName", "leadId")
		}
		g.LeadID = id
	}
	for _, name := range apart(now.ClassNames) {
		id, err := s.classNamed(ctx, name, "classes")
		if err != nil {
			return err
		}
		g.Classes = append(g.Classes, id)
	}
	for _, name := range apart(now.ChildNames) {
		ref := childRef{Child: name}
		if at := strings.LastIndexByte(name, ' '); at > 0 && day.Day(name[at+1:]).Valid() {
			ref = childRef{Child: name[:at], Birth: day.Day(name[at+1:])}
		}
		id, err := s.whose(ctx, ref)
		if err != nil {
			return relabel(relabel(err, "childName", "children"), "childBirth", "children")
		}
		g.Children = append(g.Children, id)
	}
	_, err := s.SaveGroup(ctx, g, changes)
	return err
}

// ownLine is a day or span of the nursery's own calendar, its class by name.
type ownLine struct {
	calendar.Own
	ClassName string
}

var (
	ownStates = []lists.Option{{Value: string(calendar.FullOpen), Label: "开放"}, {Value: string(calendar.HalfOpen), Label: "半天"}, {Value: string(calendar.FullClosed), Label: "休息"}}
	ownParts  = []lists.Option{{Value: string(calendar.Morning), Label: "上午"}, {Value: string(calendar.Afternoon), Label: "下午"}}
	ownKinds  = []lists.Option{{Value: string(calendar.Holiday), Label: "节假日"}, {Value: string(calendar.Vacation), Label: "寒暑假"},
		{Value: string(calendar.Weather), Label: "天气"}, {Value: string(calendar.Outbreak), Label: "传染病"}, {Value: string(calendar.Repair), Label: "检修"},
		{Value: string(calendar.Event), Label: "活动"}, {Value: string(calendar.MakeUp), Label: "补班"}, {Value: string(calendar.Other), Label: "其他"}}
)

// calendarList holds the nursery's own days: what stands is taken back with a
// reason on the calendar, not rewritten.
func (s *Service) calendarList() lists.List {
	text := func(key, heading string, field func(*ownLine) *string) lists.Column[ownLine] {
		return fixedColumn(column(key, heading, lists.Text, field))
	}
	return lists.Of(lists.Table[ownLine]{Key: "calendar", Name: "园所日历", Right: identity.WriteNursery,
		Columns: []lists.Column[ownLine]{
			fixedColumn(dayColumn("from", "开始日期", func(o *ownLine) *day.Day { return &o.From })),
			fixedColumn(dayColumn("until", "结束日期", func(o *ownLine) *day.Day { return &o.Until })),
			text("classId", "班级", func(o *ownLine) *string { return &o.ClassName }),
			fixedColumn(choiceColumn("state", "开放", ownStates, func(o *ownLine) *calendar.State { return &o.State })),
			fixedColumn(choiceColumn("part", "开放的半天", ownParts, func(o *ownLine) *calendar.Part { return &o.Part })),
			text("starts", "开始时间", func(o *ownLine) *string { return &o.Starts }),
			text("ends", "结束时间", func(o *ownLine) *string { return &o.Ends }),
			fixedColumn(choiceColumn("kind", "类别", ownKinds, func(o *ownLine) *calendar.Kind { return &o.Kind })),
			text("reason", "原因", func(o *ownLine) *string { return &o.Reason }),
		},
		ID: func(o ownLine) string { return o.ID }, New: func(id string) ownLine { return ownLine{Own: calendar.Own{ID: id}} },
		Alike: func(a, b ownLine) bool {
			return a.From == b.From && a.Until == b.Until && a.ClassName == b.ClassName && a.State == b.State && a.Reason == b.Reason
		},
		Rows: s.ownLines, Add: s.addOwnLine, Change: func(context.Context, ownLine, ownLine, string) error { return nil },
		TakeBack: func(ctx context.Context, o ownLine, back lists.Back) error {
			return s.calendar.Void(ctx, o.ID, back.Reason, false)
		}})
}

func (s *Service) ownLines(ctx context.Context) ([]ownLine, error) {
	plan, err := s.calendar.Plan(ctx, "0001-01-01", "9999-12-31")
	if err != nil {
		return nil, err
	}
	names, err := s.classNames(ctx)
	lines := []ownLine{}
	for _, own := range plan.Rows() {
		lines = append(lines, ownLine{own, names[own.Class]})
	}
	// In the order of entry: of several rows the one entered last holds.
	return sortedBy(lines, func(o ownLine) string { return strconv.FormatInt(1_000_000_000+o.Seq, 10) }), err
}

func (s *Service) addOwnLine(ctx context.Context, now ownLine, _ string) (string, error) {
	own := now.Own
	own.ID = ""
	if now.ClassName != "" {
		class, err := s.classNamed(ctx, now.ClassName, "classId")
		if err != nil {
			return "", err
		}
		own.Class = class
	}
	return s.calendar.Add(ctx, own, false)
}
