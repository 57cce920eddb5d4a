package roster

import (
	"context"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
)

var (
	leaveKindList = []lists.Option{{Value: "illness", Label: "病假"}, {Value: "personal", Label: "事假"}, {Value: "other", Label: "其他"}}
	toldHowList   = []lists.Option{{Value: "phone", Label: "电话"}, {Value: "wechat", Label: "微信"}, {Value: "person", Label: "当面"}, {Value: "other", Label: "其他"}}
	proofList     = []lists.Option{{Value: string(ProofShown), Label: "已出示"}, {Value: string(ProofMissing), Label: "未出示"}, {Value: string(ProofNotNeeded), Label: "不需要"}}
)

// leaveLine is a leave as its last act left it.
type leaveLine struct {
	childRef
	Leave
}

// leaveList holds the leaves. Since when and why a child is away is said once;
// that it lasts longer, ends sooner, or is over, is told on.
func (s *Service) leaveList() lists.List {
	child := func(l *leaveLine) *childRef { return &l.childRef }
	symptoms := fixedColumn(column("symptoms", "症状", lists.Text, func(l *leaveLine) *string { return &l.Symptoms }))
	symptoms.Sees = identity.ReadLog
	columns := append(childColumns(child),
		fixedColumn(choiceColumn("kind", "请假类型", leaveKindList, func(l *leaveLine) *string { return &l.Kind }, "类型")),
		fixedColumn(dayColumn("from", "开始日期", func(l *leaveLine) *day.Day { return &l.From })),
		dayColumn("until", "结束日期", func(l *leaveLine) *day.Day { return &l.Until }),
		column("toldBy", "谁来请假", lists.Text, func(l *leaveLine) *string { return &l.ToldBy }),
		column("toldTo", "告诉谁", lists.Text, func(l *leaveLine) *string { return &l.ToldTo }),
		choiceColumn("toldHow", "方式", toldHowList, func(l *leaveLine) *string { return &l.ToldHow }),
		symptoms,
		column("note", "备注", lists.Text, func(l *leaveLine) *string { return &l.Note }),
		dayColumn("day", "返园日期", func(l *leaveLine) *day.Day { return &l.ReturnedOn }),
		choiceColumn("proof", "证明", proofList, func(l *leaveLine) *Proof { return &l.Proof }), childNumber(child))
	return lists.Of(lists.Table[leaveLine]{Key: "leaves", Name: "请假", Right: identity.WriteLeave, Columns: columns,
		ID: func(l leaveLine) string { return l.Episode }, New: func(id string) leaveLine { return leaveLine{Leave: Leave{ID: id}} },
		Settle: func(ctx context.Context, t leaveLine) (leaveLine, error) {
			err := s.settled(ctx, &t.childRef)
			return t, err
		},
		Alike:  func(a, b leaveLine) bool { return a.same(b.childRef) && a.From == b.From },
		Person: func(l leaveLine) string { return l.childRef.ChildID },
		Rows:   s.leaveLines, Add: s.addLeaveLine, Change: s.changeLeaveLine,
		TakeBack: func(ctx context.Context, l leaveLine, back lists.Back) error {
			return s.VoidLeave(ctx, l.Leave.ID, back.Reason)
		}})
}

func (s *Service) leaveLines(ctx context.Context) ([]leaveLine, error) {
	refs, _, err := s.refs(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.everyLeave(ctx)
	if err != nil {
		return nil, err
	}
	leaves := make([]Leave, 0, len(rows))
	for _, row := range rows {
		leave, err := s.openLeave(ctx, row)
		if err != nil {
			return nil, err
		}
		leaves = append(leaves, leave)
	}
	return under(refs, leaves, func(l Leave) string { return l.ChildID }, func(r childRef, l Leave) leaveLine { return leaveLine{r, l} }), nil
}

func (l Leave) step(act LeaveAct, on day.Day) LeaveStep {
	return LeaveStep{Leave: l.ID, Act: act, Day: on, ToldBy: l.ToldBy, ToldTo: l.ToldTo, ToldHow: l.ToldHow, Note: l.Note, Proof: l.Proof}
}

func (s *Service) addLeaveLine(ctx context.Context, now leaveLine, _ string) (string, error) {
	child, err := s.whose(ctx, now.childRef)
	if err != nil {
		return "", err
	}
	if now.Leave.ID, err = freshOr[leaveRow](ctx, s.store, now.Leave.ID); err != nil {
		return "", err
	}
	now.Leave.ChildID = child
	if err := s.TakeLeave(ctx, now.Leave); err != nil || now.ReturnedOn == "" {
		return now.Leave.ID, err
	}
	return now.Leave.ID, s.TellLeave(ctx, now.step(LeaveReturned, now.ReturnedOn))
}

func (s *Service) changeLeaveLine(ctx context.Context, old, now leaveLine, _ string) error {
	now.Leave.ID = old.Leave.ID
	var err error
	switch {
	case now.ReturnedOn != old.ReturnedOn:
		err = s.TellLeave(ctx, now.step(LeaveReturned, now.ReturnedOn))
	case now.Until > old.Until:
		err = relabel(s.TellLeave(ctx, now.step(LeaveExtended, now.Until)), "day", "until")
	case now.Until < old.Until:
		err = relabel(s.TellLeave(ctx, now.step(LeaveEnded, now.Until)), "day", "until")
	default:
		return lists.Fixed.At("note").With("heading", "备注")
	}
	return err
}

// holdLine is a hold as it stands.
type holdLine struct {
	childRef
	Hold
}

func (s *Service) holdList() lists.List {
	child := func(h *holdLine) *childRef { return &h.childRef }
	columns := append(childColumns(child),
		fixedColumn(dayColumn("from", "开始日期", func(h *holdLine) *day.Day { return &h.From })),
		dayColumn("until", "隔离至", func(h *holdLine) *day.Day { return &h.Until }),
		lists.Column[holdLine]{Key: "needsProof", Heading: "需要证明", Kind: lists.Choice, Options: yesNoOptions,
			Get: func(h holdLine) string { return map[bool]string{true: "yes", false: "no"}[h.NeedsProof] },
			Set: func(h *holdLine, v string) error { h.NeedsProof = v == "yes"; return nil }},
		column("wanted", "等哪种证明", lists.Text, func(h *holdLine) *string { return &h.Wanted }),
		column("reason", "原因", lists.Text, func(h *holdLine) *string { return &h.Reason }),
		dayColumn("on", "解除日期", func(h *holdLine) *day.Day { return &h.ReleasedOn }),
		choiceColumn("proof", "证明", proofList, func(h *holdLine) *Proof { return &h.Proof }),
		column("note", "解除说明", lists.Text, func(h *holdLine) *string { return &h.Note }), childNumber(child))
	return lists.Of(lists.Table[holdLine]{Key: "holds", Name: "隔离", Right: identity.WriteHold, Columns: columns,
		ID: func(h holdLine) string { return h.Episode }, New: func(id string) holdLine { return holdLine{Hold: Hold{ID: id}} },
		Settle: func(ctx context.Context, t holdLine) (holdLine, error) {
			err := s.settled(ctx, &t.childRef)
			return t, err
		},
		Alike:  func(a, b holdLine) bool { return a.same(b.childRef) && a.From == b.From },
		Person: func(h holdLine) string { return h.childRef.ChildID },
		Rows:   s.holdLines, Add: s.addHoldLine, Change: s.changeHoldLine})
}

func (s *Service) holdLines(ctx context.Context) ([]holdLine, error) {
	refs, _, err := s.refs(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.everyHold(ctx)
	if err != nil {
		return nil, err
	}
	holds := make([]Hold, 0, len(rows))
	for _, row := range rows {
		hold, err := s.openHold(ctx, row)
		if err != nil {
			return nil, err
		}
		holds = append(holds, hold)
	}
	return under(refs, holds, func(h Hold) string { return h.ChildID }, func(r childRef, h Hold) holdLine { return holdLine{r, h} }), nil
}

func (h Hold) release(id string) Release {
	return Release{Hold: id, On: h.ReleasedOn, Proof: h.Proof, Note: h.Note}
}

func (s *Service) addHoldLine(ctx context.Context, now holdLine, _ string) (string, error) {
	child, err := s.whose(ctx, now.childRef)
	if err != nil {
		return "", err
	}
	if now.Hold.ID, err = freshOr[holdRow](ctx, s.store, now.Hold.ID); err != nil {
		return "", err
	}
	now.Hold.ChildID = child
	id, err := s.SetHold(ctx, now.Hold)
	if err != nil || now.ReleasedOn == "" {
		return id, err
	}
	return id, s.ReleaseHold(ctx, now.release(id))
}

func (s *Service) changeHoldLine(ctx context.Context, old, now holdLine, _ string) error {
	id := old.Hold.ID
	if now.Until != old.Until || now.NeedsProof != old.NeedsProof || now.Wanted != old.Wanted || now.Reason != old.Reason {
		changed := now.Hold
		changed.ID = id
		if err := s.ChangeHold(ctx, changed); err != nil {
			return err
		}
		rows, err := s.store.holdRows(ctx, old.Hold.ChildID)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if row.Episode == old.Episode {
				id = row.ID
			}
		}
	}
	if now.ReleasedOn == old.ReleasedOn && now.Proof == old.Proof && now.Note == old.Note {
		return nil
	}
	return s.ReleaseHold(ctx, now.release(id))
}
