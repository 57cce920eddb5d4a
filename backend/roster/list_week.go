package roster

import (
	"cmp"
	"context"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
)

// weekLine is an agreed week of a child.
type weekLine struct {
	childRef
	Schedule
}

var partWords = map[Part]string{WholeDay: "全天", Morning: "上午", Afternoon: "下午"}

func (s *Service) weekList() lists.List {
	child := func(w *weekLine) *childRef { return &w.childRef }
	columns := append(childColumns(child),
		fixedColumn(choiceColumn("mode", "托育形式", modeList, func(w *weekLine) *Mode { return &w.Mode })),
		fixedColumn(dayColumn("from", "开始日期", func(w *weekLine) *day.Day { return &w.From })),
		dayColumn("until", "结束日期", func(w *weekLine) *day.Day { return &w.Until }))
	for i, name := range []string{"周一", "周二", "周三", "周四", "周五", "周末开放日"} {
		columns = append(columns, lists.Column[weekLine]{Key: weekField(i), Heading: name, Kind: lists.Text,
			Get: func(w weekLine) string { return slotOut(w.Week[i]) },
			Set: func(w *weekLine, v string) (err error) { w.Week[i], err = slotIn(v, weekField(i)); return err }})
	}
	columns = append(columns, column("reason", "原因", lists.Text, func(w *weekLine) *string { return &w.Reason }), childNumber(child))
	return lists.Of(lists.Table[weekLine]{Key: "weeks", Name: "约定时间", Right: identity.WriteRoster, Columns: columns,
		ID:  func(w weekLine) string { return w.childRef.ChildID + "/" + string(w.Mode) + "/" + string(w.From) },
		New: func(string) weekLine { return weekLine{} },
		Settle: func(ctx context.Context, t weekLine) (weekLine, error) {
			err := s.settled(ctx, &t.childRef)
			return t, err
		},
		Alike: func(a, b weekLine) bool { return a.same(b.childRef) && a.Mode == b.Mode && a.From == b.From },
		Rows:  s.weekLines, Person: func(w weekLine) string { return w.childRef.ChildID },
		Add: s.addWeekLine,
		Change: func(ctx context.Context, _, now weekLine, reason string) error {
			_, err := s.addWeekLine(ctx, now, reason)
			return err
		}})
}

// slotOut writes when on a day a child comes: 全天, 上午, 08:00–12:00, 下午 13:30–17:00.
func slotOut(s Slot) string {
	hours := ""
	if s.Starts != "" {
		hours = s.Starts + "–" + s.Ends
	}
	return strings.TrimSpace(partWords[s.Part] + " " + hours)
}

func slotIn(text, field string) (Slot, error) {
	text = strings.NewReplacer("：", ":", "-", "–", "—", "–", "~", "–", "至", "–").Replace(strings.TrimSpace(text))
	if text == "" {
		return Slot{}, nil
	}
	slot := Slot{Part: Hours}
	for part, word := range partWords {
		if rest, cut := strings.CutPrefix(text, word); cut {
			slot.Part, text = part, strings.TrimSpace(rest)
		}
	}
	if text == "" {
		return slot, nil
	}
	starts, ends, both := strings.Cut(text, "–")
	if !both || !clockTime.MatchString(strings.TrimSpace(starts)) || !clockTime.MatchString(strings.TrimSpace(ends)) {
		return Slot{}, listSlotBad.At(field).With("raw", text)
	}
	slot.Starts, slot.Ends = strings.TrimSpace(starts), strings.TrimSpace(ends)
	return slot, nil
}

func (s *Service) weekLines(ctx context.Context) ([]weekLine, error) {
	refs, _, err := s.refs(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := schedulesOf(s.store.everySchedule(ctx))
	return under(refs, rows, func(w Schedule) string { return w.ChildID }, func(r childRef, w Schedule) weekLine { return weekLine{r, w} }), err
}

func (s *Service) addWeekLine(ctx context.Context, now weekLine, reason string) (string, error) {
	child, err := s.whose(ctx, now.childRef)
	if err != nil {
		return "", err
	}
	rows, err := schedulesOf(s.store.schedules(ctx, child))
	if err != nil {
		return "", err
	}
	for _, other := range rows { // a week agreed anew would end what is planned for later
		if other.Mode == now.Mode && other.From > now.From && (now.Until == "" || other.From <= now.Until) {
			return "", placementOverlaps.At("until").With("day", string(other.From))
		}
	}
	now.Schedule.ID, now.Schedule.ChildID = "", child
	if now.From < s.store.Today() { // for days that are past it says why
		now.Reason = cmp.Or(now.Reason, reason)
	}
	return child + "/" + string(now.Mode) + "/" + string(now.From), s.AgreeWeek(ctx, now.Schedule)
}
