package roster

import (
	"context"
	"strconv"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
)

// classLine is a class with the day from which it is closed.
type classLine struct {
	Class
	ClosedFrom day.Day
}

func (s *Service) classList() lists.List {
	return lists.Of(lists.Table[classLine]{Key: "classes", Name: "班级", Right: identity.WriteRoster,
		Columns: []lists.Column[classLine]{
			column("name", "班级名称", lists.Text, func(c *classLine) *string { return &c.Name }, "班级", "名称"),
			choiceColumn("kind", "班型", kindList, func(c *classLine) *Kind { return &c.Kind }, "班级类型", "类型"),
			{Key: "places", Heading: "托位数", Words: []string{"托位", "班额"}, Kind: lists.Text,
				Get: func(c classLine) string { return counted(c.Places) }, Set: func(c *classLine, v string) error { return count(&c.Places, v, "places") }},
			column("room", "活动室", lists.Text, func(c *classLine) *string { return &c.Room }, "教室"),
			dayColumn("closedFrom", "停班日期", func(c *classLine) *day.Day { return &c.ClosedFrom }),
		},
		ID:    func(c classLine) string { return c.ID },
		New:   func(id string) classLine { return classLine{Class: Class{ID: id}} },
		Alike: func(a, b classLine) bool { return a.Name == b.Name },
		Rows:  s.classLines, Add: s.addClassLine, Change: s.changeClassLine,
		TakeBack: func(ctx context.Context, c classLine, back lists.Back) error {
			return s.CloseClass(ctx, c.ID, s.store.Today(), back.Reason)
		}})
}

// count reads a whole number; an empty text is none.
func count(into *int, text, field string) error {
	*into = 0
	if text == "" {
		return nil
	}
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return lists.NumberBad.At(field).With("raw", text)
	}
	*into = n
	return nil
}

func (s *Service) classLines(ctx context.Context) ([]classLine, error) {
	classes, err := s.store.everyClass(ctx)
	if err != nil {
		return nil, err
	}
	closures, err := s.store.closures(ctx)
	lines := make([]classLine, 0, len(classes))
	for _, class := range classes {
		line := classLine{Class: class}
		for _, each := range closures {
			if each.ClassID == class.ID && each.Until == "" {
				line.ClosedFrom = each.From
			}
		}
		lines = append(lines, line)
	}
	return lines, err
}

func (s *Service) addClassLine(ctx context.Context, now classLine, reason string) (string, error) {
	id, err := freshOr[classRow](ctx, s.store, now.ID)
	if err != nil {
		return "", err
	}
	now.Class.ID = id
	class, err := s.AddClass(ctx, now.Class)
	if err == nil && now.ClosedFrom != "" {
		err = s.CloseClass(ctx, class.ID, now.ClosedFrom, reason)
	}
	return class.ID, relabel(err, "from", "closedFrom")
}

func (s *Service) changeClassLine(ctx context.Context, old, now classLine, reason string) error {
	if old.Class != now.Class {
		if _, err := s.ChangeClass(ctx, now.Class); err != nil {
			return err
		}
	}
	switch {
	case old.ClosedFrom == now.ClosedFrom:
		return nil
	case now.ClosedFrom == "":
		return relabel(s.ReopenClass(ctx, now.ID, max(s.store.Today(), old.ClosedFrom)), "on", "closedFrom")
	case old.ClosedFrom == "":
		return relabel(s.CloseClass(ctx, now.ID, now.ClosedFrom, reason), "from", "closedFrom")
	}
	return lists.Fixed.At("closedFrom").With("heading", "停班日期")
}
