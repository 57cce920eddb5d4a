package roster

import (
	"cmp"
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
)

// stayLine is a time in which somebody worked here.
type stayLine struct {
	staffRef
	Stay
}

var stayOverlaps = fault.Define(fault.Conflict, "roster.list_stay_overlaps")

// stayList holds who worked here when; the latest stay is changed with the
// list of staff, an earlier one can be added.
func (s *Service) stayList() lists.List {
	name, number := staffRefColumns(func(t *stayLine) *staffRef { return &t.staffRef })
	return lists.Of(lists.Table[stayLine]{Key: "stays", Name: "任职经历", Right: identity.WriteStaff,
		Columns: []lists.Column[stayLine]{name,
			fixedColumn(dayColumn("from", "入职日期", func(t *stayLine) *day.Day { return &t.From })),
			fixedColumn(dayColumn("until", "离职日期", func(t *stayLine) *day.Day { return &t.Until })),
			fixedColumn(column("reason", "离职原因", lists.Text, func(t *stayLine) *string { return &t.Reason })), number},
		ID:  func(t stayLine) string { return t.StaffID + "/" + string(t.From) },
		New: func(string) stayLine { return stayLine{} },
		Settle: func(ctx context.Context, t stayLine) (stayLine, error) {
			err := s.settledStaff(ctx, &t.staffRef)
			return t, err
		},
		Alike: func(a, b stayLine) bool { return a.same(b.staffRef) && a.From == b.From },
		Rows:  s.stayLines, Add: s.addStayLine, Person: func(t stayLine) string { return t.StaffID },
		Change: func(context.Context, stayLine, stayLine, string) error { return nil }})
}

func (s *Service) stayLines(ctx context.Context) ([]stayLine, error) {
	staff, err := s.store.everyStaff(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(staff))
	for i, m := range staff {
		ids[i] = m.ID
	}
	stays, err := s.store.stays(ctx, ids)
	var lines []stayLine
	for _, m := range staff {
		for _, stay := range stays[m.ID] {
			lines = append(lines, stayLine{staffRef{m.ID, m.Name}, stay})
		}
	}
	return lines, err
}

// addStayLine adds an earlier stay: between two there is a day apart.
func (s *Service) addStayLine(ctx context.Context, now stayLine, reason string) (string, error) {
	if err := identity.Require(ctx, identity.WriteStaff); err != nil {
		return "", err
	}
	id, err := s.who(ctx, now.staffRef)
	if err != nil {
		return "", err
	}
	if err := fault.Join(checkSpan("", now.From, now.Until)); err != nil {
		return "", err
	}
	stays, err := s.store.stays(ctx, []string{id})
	if err != nil {
		return "", err
	}
	for _, stay := range stays[id] {
		if (now.Until == "" || stay.From <= now.Until) && (stay.Until == "" || now.From <= stay.Until) {
			return "", stayOverlaps.At("from")
		}
	}
	if now.Until == "" || now.Until >= s.store.Today() { // coming back has its own act, and so has a last day
		if err := s.Rehire(ctx, id, now.From); err != nil || now.Until == "" {
			return "", err
		}
		return "", s.LeaveStaff(ctx, id, now.Until, cmp.Or(now.Reason, reason))
	}
	now.Stay.ID, now.Stay.Reason = "", clean(now.Stay.Reason)
	if err := s.store.saveStay(ctx, id, now.Stay); err != nil {
		return "", err
	}
	return id + "/" + string(now.From), s.record(ctx, audit.Entry{Verb: "roster.add_stay", Kind: "person", Subject: id, Day: now.From,
		Reason: cmp.Or(reason, now.Stay.Reason), Changes: []audit.Change{{Field: "joinedOn", New: string(now.From)}, {Field: "leftOn", New: string(now.Until)}}})
}

// assignmentLine is a class of a member of staff from a day on.
type assignmentLine struct {
	staffRef
	Assignment
	ClassName string
}

var dutyList = []lists.Option{{Value: "lead", Label: "主班"}, {Value: "assist", Label: "配班"}}

func (s *Service) assignmentList() lists.List {
	name, number := staffRefColumns(func(a *assignmentLine) *staffRef { return &a.staffRef })
	return lists.Of(lists.Table[assignmentLine]{Key: "assignments", Name: "带班", Right: identity.WriteStaff,
		Columns: []lists.Column[assignmentLine]{name,
			fixedColumn(column("classId", "班级", lists.Text, func(a *assignmentLine) *string { return &a.ClassName })),
			choiceColumn("duty", "主配班", dutyList, func(a *assignmentLine) *string { return &a.Duty }, "职责"),
			fixedColumn(dayColumn("from", "开始日期", func(a *assignmentLine) *day.Day { return &a.From })),
			dayColumn("until", "结束日期", func(a *assignmentLine) *day.Day { return &a.Until }), number},
		ID:  func(a assignmentLine) string { return a.staffRef.StaffID + "/" + a.ClassName + "/" + string(a.From) },
		New: func(string) assignmentLine { return assignmentLine{} },
		Settle: func(ctx context.Context, t assignmentLine) (assignmentLine, error) {
			err := s.settledStaff(ctx, &t.staffRef)
			return t, err
		},
		Alike: func(a, b assignmentLine) bool {
			return a.same(b.staffRef) && a.ClassName == b.ClassName && a.From == b.From
		},
		Rows: s.assignmentLines, Person: func(a assignmentLine) string { return a.staffRef.StaffID },
		Add: func(ctx context.Context, a assignmentLine, _ string) (string, error) { return s.assignLine(ctx, a) },
		Change: func(ctx context.Context, _, a assignmentLine, _ string) error {
			a.Assignment.ID = ""
			_, err := s.assignLine(ctx, a)
			return err
		},
		TakeBack: func(ctx context.Context, a assignmentLine, back lists.Back) error {
			if err := identity.Require(ctx, identity.WriteStaff); err != nil {
				return err
			}
			if err := s.store.dropAssignment(ctx, a.Assignment.ID); err != nil {
				return err
			}
			return s.record(ctx, audit.Entry{Verb: "roster.unassign", Kind: "person", Subject: a.staffRef.StaffID, Class: a.ClassID, Day: a.From, Reason: back.Reason})
		}})
}

func (s *Service) assignmentLines(ctx context.Context) ([]assignmentLine, error) {
	rows, err := s.store.everyAssignment(ctx)
	lines := make([]assignmentLine, 0, len(rows))
	for _, row := range rows {
		lines = append(lines, assignmentLine{staffRef: staffRef{row.StaffID, row.StaffName}, ClassName: row.ClassName,
			Assignment: Assignment{ID: row.ID, StaffID: row.StaffID, ClassID: row.ClassID, Duty: row.Duty, From: row.FromDay, Until: row.UntilDay}})
	}
	return lines, err
}

func (s *Service) assignLine(ctx context.Context, a assignmentLine) (string, error) {
	id, err := s.who(ctx, a.staffRef)
	if err != nil {
		return "", err
	}
	if a.ClassID, err = s.classNamed(ctx, a.ClassName, "classId"); err != nil {
		return "", err
	}
	a.Assignment.StaffID = id
	known, err := s.store.assignmentsOf(ctx, id)
	if err != nil {
		return "", err
	}
	for _, other := range known { // to assign anew would end what was planned for later
		if other.ClassID == a.ClassID && other.From > a.From {
			return "", placementOverlaps.At("from").With("day", string(other.From))
		}
	}
	return id + "/" + a.ClassName + "/" + string(a.From), s.Assign(ctx, a.Assignment)
}
