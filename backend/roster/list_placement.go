package roster

import (
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
)

// placementLine is one time in a class.
type placementLine struct {
	childRef
	Placement
	ClassName string
}

// placementList holds where every child was, is and will be. Class, mode and
// first day are the past and are not rewritten; the rest may be put right.
func (s *Service) placementList() lists.List {
	child := func(p *placementLine) *childRef { return &p.childRef }
	columns := append(childColumns(child),
		fixedColumn(column("classId", "班级", lists.Text, func(p *placementLine) *string { return &p.ClassName })),
		fixedColumn(choiceColumn("mode", "托育形式", modeList, func(p *placementLine) *Mode { return &p.Mode })),
		fixedColumn(dayColumn("from", "开始日期", func(p *placementLine) *day.Day { return &p.From }, "入班日期")),
		dayColumn("until", "结束日期", func(p *placementLine) *day.Day { return &p.Until }, "离班日期"),
		dayColumn("trialUntil", "试托至", func(p *placementLine) *day.Day { return &p.TrialUntil }),
		column("feePlan", "收费方案", lists.Text, func(p *placementLine) *string { return &p.FeePlan }),
		dayColumn("examOn", "返园体检日期", func(p *placementLine) *day.Day { return &p.ExamOn }),
		column("reason", "原因", lists.Text, func(p *placementLine) *string { return &p.Reason }), childNumber(child))
	return lists.Of(lists.Table[placementLine]{Key: "placements", Name: "编班", Right: identity.WriteRoster, Columns: columns,
		ID:  func(p placementLine) string { return p.childRef.ChildID + "/" + string(p.From) },
		New: func(string) placementLine { return placementLine{} },
		Settle: func(ctx context.Context, t placementLine) (placementLine, error) {
			err := s.settled(ctx, &t.childRef)
			return t, err
		},
		Alike:  func(a, b placementLine) bool { return a.same(b.childRef) && a.From == b.From },
		Person: func(p placementLine) string { return p.childRef.ChildID },
		Rows:   s.placementLines, Add: s.addPlacementLine, Change: s.changePlacementLine, TakeBack: s.takeBackPlacement})
}

func (s *Service) placementLines(ctx context.Context) ([]placementLine, error) {
	refs, ids, err := s.refs(ctx)
	if err != nil {
		return nil, err
	}
	places, err := s.store.placementsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	names, err := s.classNames(ctx)
	var lines []placementLine
	for _, id := range ids {
		for _, p := range places[id] {
			lines = append(lines, placementLine{refs[id], p, names[p.ClassID]})
		}
	}
	return lines, err
}

func (s *Service) addPlacementLine(ctx context.Context, now placementLine, _ string) (string, error) {
	child, err := s.whose(ctx, now.childRef)
	if err != nil {
		return "", err
	}
	if now.ClassID, err = s.classNamed(ctx, now.ClassName, "classId"); err != nil {
		return "", err
	}
	now.Placement.ID, now.Placement.ChildID = "", child
	return child + "/" + string(now.From), s.Place(ctx, now.Placement)
}

// changePlacementLine writes a placement again as it should have been.
func (s *Service) changePlacementLine(ctx context.Context, old, now placementLine, reason string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	row, found, err := s.store.placementNow(ctx, old.Placement.ChildID, old.From)
	if err == nil && !found {
		err = changedSince
	}
	if err != nil {
		return err
	}
	if err := s.checkPlacement(ctx, now.Placement); err != nil {
		return err
	}
	others, err := s.store.placementRows(ctx, row.ChildID)
	if err != nil {
		return err
	}
	for _, other := range others {
		if other.ID != row.ID && other.placement().meets(now.Placement) {
			return placementOverlaps.At("until").With("day", string(other.FromDay))
		}
	}
	return s.overPlacement(ctx, row, now.Placement, reason)
}

func (s *Service) overPlacement(ctx context.Context, row placementRow, next Placement, reason string) error {
	old := row.placement()
	if err := s.store.retirePlacement(ctx, row.ID); err != nil {
		return err
	}
	var err error
	if next.ID, err = fresh[placementRow](ctx, s.store, ""); err != nil {
		return err
	}
	if err := s.insertPlacement(ctx, next, &row.ID); err != nil {
		return err
	}
	changes := audit.Diff(nil, "until", string(old.Until), string(next.Until))
	changes = audit.Diff(changes, "trialUntil", string(old.TrialUntil), string(next.TrialUntil))
	changes = audit.Diff(changes, "feePlan", old.FeePlan, next.FeePlan)
	changes = audit.Diff(changes, "examOn", string(old.ExamOn), string(next.ExamOn))
	return s.record(ctx, audit.Entry{Verb: "roster.correct_placement", Kind: "child", Subject: next.ChildID, Class: next.ClassID, Day: next.From,
		Reason: clean(reason), Changes: changes})
}

// takeBackPlacement supersedes a placement by nothing. What it had ended the
// day before goes on as it was.
func (s *Service) takeBackPlacement(ctx context.Context, now placementLine, back lists.Back) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	// What came after it may have been taken back a moment ago, and have
	// written it again.
	row, found, err := s.store.placementNow(ctx, now.Placement.ChildID, now.From)
	if err == nil && !found {
		err = changedSince
	}
	if err != nil {
		return err
	}
	rows, err := s.store.placementRows(ctx, now.Placement.ChildID)
	if err != nil {
		return err
	}
	if err := s.store.retirePlacement(ctx, row.ID); err != nil {
		return err
	}
	for _, row := range rows {
		if row.UntilDay != now.From.Add(-1) || row.Supersedes == nil || row.Reason != now.Reason {
			continue
		}
		before, err := s.store.placementsByID(ctx, *row.Supersedes)
		if err != nil {
			return err
		}
		if len(before) == 1 && before[0].UntilDay != row.UntilDay {
			if err := s.overPlacement(ctx, row, before[0].placement(), back.Reason); err != nil {
				return err
			}
		}
	}
	return s.record(ctx, audit.Entry{Verb: "roster.take_back_placement", Kind: "child", Subject: now.Placement.ChildID, Class: now.ClassID,
		Day: now.From, Reason: back.Reason})
}
