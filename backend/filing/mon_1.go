package filing

import (
	"sort"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/roster"
)

var kinds = []struct {
	kind roster.Kind
	name string
}{{roster.Infant, "乳儿班"}, {roster.Small, "托小班"}, {roster.Large, "托大班"}, {roster.Mixed, "混合班"}}

var positions = []struct{ key, name string }{
	{"director", "负责人"}, {"caregiver", "保育人员"}, {"health", "保健人员"}, {"cook", "炊事人员"}, {"guard", "保安人员"}, {"other", "其他"},
}

// month fills the monthly return: places and children by kind of class, who
// came and left, staff by position, attendance.
func month(m material, d *Draft) {
	kindOf := map[string]roster.Kind{}
	for _, class := range m.classes {
		kindOf[class.ID] = class.Kind
	}
	joined, left := moves(m)
	for _, k := range kinds {
		kindFigures(m, d, k.kind, k.name, kindOf, joined, left)
	}
	if len(m.classes) == 0 {
		d.gap("filing.no_classes", finding.Bad, map[string]any{}, "", "/classes")
	}
	if len(m.classes) == 0 {
		d.unrecorded("在托人数", "月末在托人数")
	} else {
		d.figure("在托人数", "月末在托人数", idsOf(m.placed))
		d.Fields["在托人数"] = count(len(m.placed))
	}
	unknownSex(m, d)
	staff(m, d)
	attendance(m, d)
	for _, open := range []struct{ field, label string }{
		{"持证人数", "持证人数"}, {"收费.全日托", "全日托月均收费"}, {"收费.膳食", "膳食费"}, {"安全事故", "本月安全事故"},
		{"传染病", "传染病报告"}, {"消防检查", "消防设施检查"}, {"监控覆盖", "监控覆盖"},
	} {
		d.unrecorded(open.field, open.label)
		d.gap("filing.not_kept", finding.Info, map[string]any{"label": open.label}, "", "")
	}
	d.Notes = append(d.Notes, "filing.note_reckoning", "filing.note_moves", "filing.note_attendance")
}

func kindFigures(m material, d *Draft, kind roster.Kind, name string, kindOf map[string]roster.Kind, joined, left map[string]roster.Kind) {
	if len(m.classes) == 0 {
		return // nothing recorded: every cell stays empty
	}
	classes, places := 0, 0
	for _, class := range m.classes {
		if class.Kind == kind {
			classes++
			places += class.Places
		}
	}
	by := map[roster.Sex][]string{}
	for _, child := range m.placed {
		if kindOf[child.ClassID] == kind {
			by[child.Sex] = append(by[child.Sex], child.ID)
		}
	}
	came, went := ofKind(joined, kind), ofKind(left, kind)
	for suffix, n := range map[string]int{"班级数": classes, "托位数": places, "男": len(by[roster.Male]), "女": len(by[roster.Female]),
		"小计": len(by[roster.Male]) + len(by[roster.Female]) + len(by[""]), "新入托": len(came), "退托": len(went)} {
		d.Fields[name+"."+suffix] = count(n)
	}
	d.figure(name+".男", name+" 男", by[roster.Male])
	d.figure(name+".女", name+" 女", by[roster.Female])
	d.figure(name+".新入托", name+" 新入托", came)
	d.figure(name+".退托", name+" 退托", went)
}

func ofKind(moved map[string]roster.Kind, kind roster.Kind) []string {
	ids := []string{}
	for id, of := range moved {
		if of == kind {
			ids = append(ids, id)
		}
	}
	return ids
}

// moves tells who came and who left: last month's children + joined − left =
// this month's children, always. A change of class is neither.
func moves(m material) (joined, left map[string]roster.Kind) {
	kindOf := map[string]roster.Kind{}
	for _, class := range m.classes {
		kindOf[class.ID] = class.Kind
	}
	joined, left = map[string]roster.Kind{}, map[string]roster.Kind{}
	stays := map[string][]roster.Placement{}
	for _, p := range m.span.Placements {
		stays[p.ChildID] = append(stays[p.ChildID], p)
	}
	for child, list := range stays {
		sort.Slice(list, func(i, j int) bool { return list[i].From < list[j].From })
		before, now := coveredOn(list, m.first.Add(-1)), coveredOn(list, m.reckoning)
		if before == nil && now != nil {
			joined[child] = kindOf[now.ClassID]
		}
		if before != nil && now == nil {
			left[child] = kindOf[list[len(list)-1].ClassID]
		}
		if before == nil && now == nil { // came and left within the month: both
			joined[child], left[child] = kindOf[list[0].ClassID], kindOf[list[len(list)-1].ClassID]
		}
	}
	return joined, left
}

func coveredOn(list []roster.Placement, on day.Day) *roster.Placement {
	for i := range list {
		if list[i].On(on) {
			return &list[i]
		}
	}
	return nil
}

func unknownSex(m material, d *Draft) {
	for _, child := range m.placed {
		if child.Sex == "" {
			d.gap("filing.sex_missing", finding.Bad, map[string]any{"name": child.Name}, child.ID, "/children/"+child.ID)
		}
	}
}

// staff counts who is here by position. A position without anybody stays
// empty: the list cannot tell 'none' from 'not entered yet'.
func staff(m material, d *Draft) {
	by := map[string][]string{}
	for _, member := range m.staff {
		by[member.Position] = append(by[member.Position], member.ID)
	}
	for _, p := range positions {
		label := "在岗人数 " + p.name
		if len(by[p.key]) == 0 {
			d.unrecorded("在岗."+p.name, label)
			d.gap("filing.no_staff", finding.Warn, map[string]any{"label": p.name}, "", "/staff")
			continue
		}
		d.Fields["在岗."+p.name] = count(len(by[p.key]))
		d.figure("在岗."+p.name, label, by[p.key])
	}
}

func attendance(m material, d *Draft) {
	a := CountAttendance(m.first, m.reckoning, m.span, m.attended)
	if !a.Kept() {
		d.unrecorded("应出勤人次", "应出勤人次")
		d.unrecorded("实际出勤人次", "实际出勤人次")
		if len(a.Unkept) == 0 {
			return // nobody was in care: there is nothing to make good
		}
		link := "/board/" + a.First + "/" + string(a.Unkept[0])
		days := make([]string, 0, len(a.Unkept))
		for _, on := range a.Unkept {
			days = append(days, string(on[5:]))
		}
		d.gap("filing.attendance_unkept", finding.Bad, map[string]any{"days": strings.Join(days, "、"), "count": len(days)}, "", link)
		return
	}
	d.Fields["应出勤人次"], d.Fields["实际出勤人次"], d.Fields["请假人次"] = count(a.Should), count(a.Actual), count(a.Leave)
	should, actual := a.Should, a.Actual
	d.Figures = append(d.Figures, Figure{Key: "应出勤人次", Label: "应出勤人次", Value: &should},
		Figure{Key: "实际出勤人次", Label: "实际出勤人次", Value: &actual})
	if rate, ok := a.Rate(); ok {
		d.Fields["出勤率"] = Value{Number: &rate, Percent: true}
	}
}
