package roster

import (
	"context"
	"slices"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
)

// guardianLine is a guardian of one child; who has two children stands twice.
type guardianLine struct {
	childRef
	Guardian
}

func (s *Service) guardianList() lists.List {
	child := func(g *guardianLine) *childRef { return &g.childRef }
	phone := column("phone", "电话", lists.Phone, func(g *guardianLine) *string { return &g.Phone }, "联系电话", "手机号")
	phone.Mask, phone.Opens = MaskPhone, identity.RevealPhone
	others := lists.Column[guardianLine]{Key: "otherPhones", Heading: "其他电话", Kind: lists.Text, Opens: identity.RevealPhone,
		Mask: func(text string) string { return strings.Join(maskEach(apart(text)), "、") },
		Get:  func(g guardianLine) string { return strings.Join(g.Others, "、") },
		Set:  func(g *guardianLine, v string) error { g.Others = apart(v); return nil }}
	columns := append(childColumns(child),
		column("name", "监护人姓名", lists.Name, func(g *guardianLine) *string { return &g.Name }, "监护人", "家长姓名"),
		column("relation", "关系", lists.Text, func(g *guardianLine) *string { return &g.Relation }, "与宝宝关系"),
		phone, others,
		dayColumn("from", "开始日期", func(g *guardianLine) *day.Day { return &g.From }),
		dayColumn("until", "结束日期", func(g *guardianLine) *day.Day { return &g.Until }), childNumber(child))
	return lists.Of(lists.Table[guardianLine]{Key: "guardians", Name: "监护人", Right: identity.WriteRoster, Columns: columns,
		ID: func(g guardianLine) string { return g.ChildID + "/" + g.ID },
		New: func(id string) guardianLine {
			_, guardian := pairOf(id)
			return guardianLine{Guardian: Guardian{ID: guardian}}
		},
		Settle: func(ctx context.Context, t guardianLine) (guardianLine, error) {
			err := s.settled(ctx, &t.childRef)
			return t, err
		},
		Alike: func(a, b guardianLine) bool {
			return a.same(b.childRef) && a.Name == b.Name && (a.Phone == "" || b.Phone == "" || a.Phone == b.Phone)
		},
		Person: func(g guardianLine) string { return g.ChildID },
		Rows:   s.guardianLines, Add: s.addGuardianLine, Change: s.changeGuardianRow,
		TakeBack: func(ctx context.Context, g guardianLine, back lists.Back) error {
			return s.RemoveGuardian(ctx, g.ChildID, g.ID, back.Reason)
		}})
}

func maskEach(phones []string) []string {
	out := make([]string, len(phones))
	for i, phone := range phones {
		out[i] = MaskPhone(phone)
	}
	return out
}

func (s *Service) guardianLines(ctx context.Context) ([]guardianLine, error) {
	refs, ids, err := s.refs(ctx)
	if err != nil {
		return nil, err
	}
	guardians, err := s.store.guardians(ctx, ids)
	var lines []guardianLine
	for _, id := range ids {
		for _, g := range guardians[id] {
			lines = append(lines, guardianLine{refs[id], g})
		}
	}
	return lines, err
}

func (s *Service) addGuardianLine(ctx context.Context, now guardianLine, _ string) (string, error) {
	child, err := s.whose(ctx, now.childRef)
	if err != nil {
		return "", err
	}
	// A sibling's guardian comes under a number that is in use.
	if now.ID, err = freshOr[guardianRow](ctx, s.store, now.ID); err != nil {
		return "", err
	}
	id, err := s.AddGuardian(ctx, child, now.Guardian)
	return child + "/" + id, relabel(err, "guardian.", "")
}

func (s *Service) changeGuardianRow(ctx context.Context, old, now guardianLine, _ string) error {
	if now.Phone == "" && old.Phone != "" {
		return lists.Fixed.At("phone").With("heading", "电话")
	}
	if now.Others == nil {
		now.Others = []string{}
	}
	return relabel(s.ChangeGuardian(ctx, now.ChildID, now.Guardian), "guardian.", "")
}

// pickupLine is somebody beside the guardians who may, or must not, collect.
type pickupLine struct {
	childRef
	Collector
}

var collectorList = []lists.Option{{Value: string(Standing), Label: "长期", Words: []string{"长期接送人"}},
	{Value: string(Once), Label: "一次", Words: []string{"当天", "临时"}}, {Value: string(Never), Label: "不得接走", Words: []string{"禁止"}}}

func (s *Service) pickupList() lists.List {
	child := func(c *pickupLine) *childRef { return &c.childRef }
	phone := column("phone", "电话", lists.Phone, func(c *pickupLine) *string { return &c.Phone }, "联系电话", "手机号")
	phone.Mask, phone.Opens = MaskPhone, identity.RevealPhone
	columns := append(childColumns(child),
		column("name", "接送人姓名", lists.Name, func(c *pickupLine) *string { return &c.Name }, "接送人"),
		fixedColumn(choiceColumn("kind", "类型", collectorList, func(c *pickupLine) *CollectorKind { return &c.Kind })),
		column("relation", "关系", lists.Text, func(c *pickupLine) *string { return &c.Relation }, "与宝宝关系"),
		phone,
		column("idLast4", "证件后四位", lists.Text, func(c *pickupLine) *string { return &c.IDLast4 }),
		column("authorisedBy", "授权人", lists.Text, func(c *pickupLine) *string { return &c.AuthorisedBy }),
		dayColumn("from", "开始日期", func(c *pickupLine) *day.Day { return &c.From }),
		dayColumn("until", "结束日期", func(c *pickupLine) *day.Day { return &c.Until }),
		column("reason", "不得接走的原因", lists.Text, func(c *pickupLine) *string { return &c.Reason }), childNumber(child))
	return lists.Of(lists.Table[pickupLine]{Key: "collectors", Name: "接送人", Right: identity.WriteRoster, Columns: columns,
		ID: func(c pickupLine) string { return c.ID }, New: func(id string) pickupLine { return pickupLine{Collector: Collector{ID: id}} },
		Settle: func(ctx context.Context, t pickupLine) (pickupLine, error) {
			err := s.settled(ctx, &t.childRef)
			return t, err
		},
		Alike: func(a, b pickupLine) bool {
			return a.same(b.childRef) && a.Name == b.Name && a.Kind == b.Kind && a.From == b.From
		},
		Person: func(c pickupLine) string { return c.childRef.ChildID },
		Rows:   s.pickupLines, Add: s.addPickupLine, Change: s.changePickupLine,
		TakeBack: func(ctx context.Context, c pickupLine, back lists.Back) error {
			return s.RemoveCollector(ctx, c.childRef.ChildID, c.ID, back.Reason)
		}})
}

func (s *Service) pickupLines(ctx context.Context) ([]pickupLine, error) {
	refs, _, err := s.refs(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.everyPickup(ctx)
	return under(refs, rows, func(c Collector) string { return c.ChildID }, func(r childRef, c Collector) pickupLine { return pickupLine{r, c} }), err
}

// under puts rows under their children, in the children's order by birth and
// name; rows of a registration that is no longer kept stay out.
func under[R, L any](refs map[string]childRef, rows []R, whose func(R) string, line func(childRef, R) L) []L {
	rows = slices.DeleteFunc(rows, func(r R) bool { _, known := refs[whose(r)]; return !known })
	sortedBy(rows, func(r R) string { return string(refs[whose(r)].Birth) }, func(r R) string { return refs[whose(r)].Child },
		func(r R) string { return whose(r) })
	lines := make([]L, 0, len(rows))
	for _, row := range rows {
		lines = append(lines, line(refs[whose(row)], row))
	}
	return lines
}

func (s *Service) addPickupLine(ctx context.Context, now pickupLine, _ string) (string, error) {
	child, err := s.whose(ctx, now.childRef)
	if err != nil {
		return "", err
	}
	now.Collector.ChildID = child
	if now.ID, err = freshOr[pickupRow](ctx, s.store, now.ID); err != nil {
		return "", err
	}
	if now.From == "" {
		now.From = s.store.Today()
	}
	return s.AddCollector(ctx, now.Collector)
}

func (s *Service) changePickupLine(ctx context.Context, old, now pickupLine, _ string) error {
	if now.Phone == "" && old.Phone != "" {
		return lists.Fixed.At("phone").With("heading", "电话")
	}
	return s.ChangeCollector(ctx, now.Collector)
}
