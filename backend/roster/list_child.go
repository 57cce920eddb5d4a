package roster

import (
	"context"
	"strconv"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
)

// guardiansListed is how many guardians stand in a child's own row; all of
// them have a list of their own.
const guardiansListed = 2

// childLine is a child as its row has it: where it is placed last, and whom
// to call.
type childLine struct {
	Child
	Guardians [guardiansListed]Guardian
	Placement
	ClassName string
}

func (s *Imports) childList() lists.List {
	return lists.Of(lists.Table[childLine]{Key: "children", Name: "宝宝名册", Right: identity.WriteRoster, Columns: childColumnsOf(),
		ID: func(c childLine) string { return c.Child.ID }, New: func(id string) childLine { return childLine{Child: Child{ID: id}} },
		Alike: func(a, b childLine) bool { return alikeChild(a.Child, b.Child) }, Person: func(c childLine) string { return c.Child.ID },
		Rows: s.childLines, Add: s.addChildLine, Change: s.changeChildLine, TakeBack: s.takeBackChild})
}

// alikeChild: the same ID number, or without two of them the same name and
// birth date.
func alikeChild(a, b Child) bool {
	if a.IDNumber != "" && b.IDNumber != "" {
		return a.IDNumber == b.IDNumber
	}
	return a.Name == b.Name && a.BirthDate == b.BirthDate && a.ExpectedDate == b.ExpectedDate
}

func childColumnsOf() []lists.Column[childLine] {
	text := func(key, heading string, field func(*Child) *string, words ...string) lists.Column[childLine] {
		return column(key, heading, lists.Text, func(c *childLine) *string { return field(&c.Child) }, words...)
	}
	masked := func(c lists.Column[childLine]) lists.Column[childLine] {
		c.Mask, c.Opens = MaskID, identity.RevealID
		return c
	}
	on := func(key, heading string, field func(*Child) *day.Day) lists.Column[childLine] {
		return dayColumn(key, heading, func(c *childLine) *day.Day { return field(&c.Child) })
	}
	id := masked(text("idNumber", "身份证号", func(c *Child) *string { return &c.IDNumber }))
	id.Kind, id.Set = lists.Number, func(c *childLine, v string) error { c.IDNumber = NormalID(v); return nil }
	order := text("birthOrder", "孩次", nil)
	order.Get, order.Set = func(c childLine) string { return counted(c.BirthOrder) }, func(c *childLine, v string) error { return count(&c.BirthOrder, v, "birthOrder") }
	note := text("note", "备注", func(c *Child) *string { return &c.Note })
	note.Sees = identity.ReadAllergies
	columns := []lists.Column[childLine]{
		column("name", "姓名", lists.Name, func(c *childLine) *string { return &c.Name }),
		text("nickname", "小名", func(c *Child) *string { return &c.Nickname }),
		choiceColumn("sex", "性别", sexOptions, func(c *childLine) *Sex { return &c.Sex }),
		on("birthDate", "出生日期", func(c *Child) *day.Day { return &c.BirthDate }),
		on("expectedDate", "预产期", func(c *Child) *day.Day { return &c.ExpectedDate }),
		id, masked(text("certificate", "出生医学证明编号", func(c *Child) *string { return &c.Certificate })),
		order,
		text("household", "户籍", func(c *Child) *string { return &c.Household }),
		text("residence", "居住地", func(c *Child) *string { return &c.Residence }),
		text("address", "住址", func(c *Child) *string { return &c.Address }),
	}
	columns = append(columns, placeColumns()...)
	for i := range guardiansListed {
		columns = append(columns, guardianColumns(i)...)
	}
	insurance := masked(text("insuranceNumber", "医保号", func(c *Child) *string { return &c.Insurance.Number }))
	columns = append(columns, choiceColumn("insuranceKind", "医保类型", insuranceList, func(c *childLine) *string { return &c.Insurance.Kind }),
		insurance, on("insuranceUntil", "医保到期", func(c *Child) *day.Day { return &c.Insurance.Until }))
	return append(append(columns, healthColumns()...), note)
}

var insuranceList = []lists.Option{{Value: "resident", Label: "城乡居民医保"}, {Value: "commercial", Label: "商业医疗险"},
	{Value: "accident", Label: "意外险"}, {Value: "other", Label: "其他"}}

// placeColumns say where a new child begins; a move later is an act of its own.
func placeColumns() []lists.Column[childLine] {
	on := func(key, heading string, field func(*Placement) *day.Day) lists.Column[childLine] {
		return fixedColumn(dayColumn(key, heading, func(c *childLine) *day.Day { return field(&c.Placement) }))
	}
	return []lists.Column[childLine]{
		fixedColumn(column("classId", "班级", lists.Text, func(c *childLine) *string { return &c.ClassName })),
		fixedColumn(choiceColumn("mode", "托育形式", modeList, func(c *childLine) *Mode { return &c.Mode })),
		on("from", "入班日期", func(p *Placement) *day.Day { return &p.From }),
		on("until", "离班日期", func(p *Placement) *day.Day { return &p.Until }),
		on("trialUntil", "试托至", func(p *Placement) *day.Day { return &p.TrialUntil }),
	}
}

func guardianColumns(i int) []lists.Column[childLine] {
	title := []string{"监护人", "第二监护人"}[i]
	field := "guardians." + strconv.Itoa(i) + "."
	phone := column(field+"phone", title+"电话", lists.Phone, func(c *childLine) *string { return &c.Guardians[i].Phone })
	phone.Mask, phone.Opens = MaskPhone, identity.RevealPhone
	return []lists.Column[childLine]{
		column(field+"name", title+"姓名", lists.Name, func(c *childLine) *string { return &c.Guardians[i].Name }),
		column(field+"relation", title+"关系", lists.Text, func(c *childLine) *string { return &c.Guardians[i].Relation }),
		phone,
	}
}

func (s *Imports) childLines(ctx context.Context) ([]childLine, error) {
	rows, err := s.store.everyChild(ctx)
	if err != nil {
		return nil, err
	}
	children, err := s.store.openAll(ctx, rows)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(children))
	for i, child := range children {
		ids[i] = child.ID
	}
	guardians, err := s.store.guardians(ctx, ids)
	if err != nil {
		return nil, err
	}
	places, err := s.store.placementsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	names, err := s.classNames(ctx)
	lines := make([]childLine, 0, len(children))
	for _, child := range children {
		line := childLine{Child: child}
		copy(line.Guardians[:], guardians[child.ID])
		if stays := places[child.ID]; len(stays) > 0 {
			line.Placement = stays[len(stays)-1]
			line.ClassName = names[line.ClassID]
		}
		lines = append(lines, line)
	}
	return lines, err
}

func (s *Imports) addChildLine(ctx context.Context, now childLine, _ string) (string, error) {
	in := NewChild{Child: now.Child, Placement: now.Placement}
	var err error
	if in.Child.ID, err = freshOr[childRow](ctx, s.store, now.Child.ID); err != nil {
		return "", err
	}
	for _, g := range now.Guardians {
		if !g.blank() {
			in.Guardians = append(in.Guardians, g)
		}
	}
	if now.ClassName != "" {
		class, err := s.classNamed(ctx, now.ClassName, "classId")
		if err != nil {
			return "", err
		}
		in.Placement.ClassID = class
		if in.Placement.Mode == "" {
			in.Placement.Mode = FullDay
		}
		if in.Placement.From == "" {
			in.Placement.From = s.store.Today()
		}
	}
	return s.AddChild(ctx, in)
}

// changeChildLine writes what differs: the child itself, what is known of its
// health, and its guardians, each by its own verb.
func (s *Imports) changeChildLine(ctx context.Context, old, now childLine, reason string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	present, err := s.changeable(ctx, now.Child.ID)
	if err != nil {
		return err
	}
	if present.Revision != old.Child.Revision {
		return changedSince
	}
	basics := now.Child
	basics.Allergies, basics.Health, basics.IDState = present.Allergies, present.Health, present.IDState
	if err := s.changeChild(ctx, present, basics, "roster.change_child", reason); err != nil {
		return err
	}
	if err := s.changeHealthLine(ctx, old.Child, now.Child, reason); err != nil {
		return err
	}
	for i := range guardiansListed {
		field := "guardians." + strconv.Itoa(i) + "."
		if err := s.changeGuardianLine(ctx, now.Child.ID, old.Guardians[i], now.Guardians[i], reason); err != nil {
			return relabel(err, "guardian.", field)
		}
	}
	return nil
}

func (s *Imports) changeHealthLine(ctx context.Context, old, now Child, reason string) error {
	if len(healthDiff(old, now)) == 0 {
		return nil
	}
	if err := identity.Require(ctx, identity.WriteAllergies); err != nil {
		return err
	}
	if old.Health.IllnessWords() != now.Health.IllnessWords() || old.Health.Gestation != now.Health.Gestation || old.Health.Illness != now.Health.Illness {
		if err := identity.Require(ctx, identity.WriteHealth); err != nil {
			return err
		}
	}
	present, err := s.changeable(ctx, now.ID)
	if err != nil {
		return err
	}
	next := present
	next.Allergies, next.Health = now.Allergies, now.Health
	return s.changeChild(ctx, present, next, "roster.change_health", reason)
}

// healthDiff tells whether anything of the health differs, also what the
// words of the history do not show.
func healthDiff(old, now Child) []audit.Change {
	changes := audit.Diff(nil, "allergy", string(old.Health.Allergy)+old.Allergies, string(now.Health.Allergy)+now.Allergies)
	changes = audit.Diff(changes, "health", kept([]Health{old.Health}), kept([]Health{now.Health}))
	return changes
}

// changeGuardianLine writes one guardian of a row: a new one, a changed one,
// or one whose cells were emptied.
func (s *Imports) changeGuardianLine(ctx context.Context, child string, old, now Guardian, reason string) error {
	same := old.Name == now.Name && old.Relation == now.Relation && old.Phone == now.Phone
	switch {
	case same:
		return nil
	case old.ID == "":
		_, err := s.AddGuardian(ctx, child, now)
		return err
	case now.Name == "" && now.Phone == "":
		return s.RemoveGuardian(ctx, child, old.ID, reason)
	case now.Phone == "" && old.Phone != "":
		return lists.Fixed.At("guardian.phone").With("heading", "监护人电话")
	}
	return s.ChangeGuardian(ctx, child, now)
}

var listChildUsed = fault.Define(fault.Conflict, "roster.list_child_used")

// takeBackChild voids a child that an import made, unless anything has been
// entered of it since.
func (s *Imports) takeBackChild(ctx context.Context, now childLine, back lists.Back) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	id := now.Child.ID
	used, err := s.used(ctx, []importedRow{{ChildID: id, Outcome: "created"}})
	if err != nil {
		return err
	}
	touched, err := s.store.touched(ctx, id, back.Import)
	if err != nil {
		return err
	}
	if used[id] || touched {
		return listChildUsed
	}
	if err := s.store.voidChild(ctx, id); err != nil {
		return err
	}
	return s.record(ctx, audit.Entry{Verb: "roster.void_child", Kind: "child", Subject: id, Reason: back.Reason})
}

// blank tells that all cells of a guardian are empty.
func (g Guardian) blank() bool { return strings.TrimSpace(g.Name+g.Relation+g.Phone) == "" }
