package filing

import (
	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/roster"
)

var (
	sexes = map[roster.Sex]string{roster.Male: "男", roster.Female: "女"}
	modes = map[roster.Mode]string{roster.FullDay: "全日托", roster.HalfDay: "半日托", roster.Hourly: "计时托", roster.DropIn: "临时托"}
)

// children fills the roster of children in care on the reckoning day, class
// by class.
func children(m material, d *Draft) {
	names := map[string]string{}
	for _, class := range m.classes {
		names[class.ID] = class.Name
		for _, child := range m.placed {
			if child.ClassID == class.ID {
				d.Rows = append(d.Rows, childRow(m, d, child, class.Name))
			}
		}
	}
	d.figure("在托人数", "在托婴幼儿人数", idsOf(m.placed))
	for _, column := range []string{"接种证查验", "月收费"} {
		d.gap("filing.not_kept", finding.Info, map[string]any{"label": column}, "", "")
	}
	d.Notes = append(d.Notes, "filing.note_reckoning")
}

func childRow(m material, d *Draft, child roster.Placed, class string) map[string]Value {
	var guardian roster.Guardian
	if all := m.guardians[child.ID]; len(all) > 0 {
		guardian = all[0]
	}
	row := map[string]Value{
		"序号": count(len(d.Rows) + 1), "姓名": text(child.Name), "小名": text(child.Nickname), "性别": text(sexes[child.Sex]),
		"出生日期": date(child.BirthDate), "月龄": months(child.Child, m.reckoning), "身份证号": text(child.IDNumber),
		"户籍": text(child.Household), "住址": text(child.Address), "入托日期": date(m.entered[child.ID]), "班级": text(class),
		"托育形式": text(modes[child.Mode]), "监护人.姓名": text(guardian.Name), "监护人.关系": text(guardian.Relation),
		"监护人.电话": text(guardian.Phone), "过敏史": text(roster.AllergyWords(child.Child)), "备注": text(child.Note),
	}
	for _, parent := range []string{"父亲", "母亲"} {
		row[parent+".姓名"], row[parent+".电话"] = parentOf(m.guardians[child.ID], parent)
	}
	if child.IDState == roster.IDLost {
		row["身份证号"] = Value{}
	}
	for _, need := range []struct{ field, label string }{
		{"性别", "性别"}, {"身份证号", "身份证号"}, {"户籍", "户籍"}, {"过敏史", "过敏史"}, {"监护人.姓名", "监护人"}, {"监护人.电话", "监护人电话"},
	} {
		if !row[need.field].Recorded() {
			d.gap("filing.child_missing", finding.Warn, map[string]any{"name": child.Name, "label": need.label}, child.ID, "/children/"+child.ID)
		}
	}
	return row
}

// months is a child's age, nothing for one that is not born yet.
func months(child roster.Child, on day.Day) Value {
	if child.BirthDate == "" {
		return Value{}
	}
	return count(child.AgeMonths(on))
}

// parentOf gives name and phone of the father or the mother.
func parentOf(guardians []roster.Guardian, relation string) (name, phone Value) {
	for _, guardian := range guardians {
		if guardian.Relation == relation {
			return text(guardian.Name), text(guardian.Phone)
		}
	}
	return Value{}, Value{}
}
