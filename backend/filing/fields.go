package filing

import (
	"regexp"
	"slices"
	"strings"

	"yayuan/backend/excel"
)

var (
	brackets = regexp.MustCompile(`[（(]([^（()）]*)[）)]`)
	// What may stand in brackets behind a label without changing its sense:
	// units, how to write it, ages of a kind of class.
	harmless = regexp.MustCompile(`^(单位|[元人个名例起%％㎡月天]|m2|m²|平方米|人次|元/[天日月]|盖章|公章|单位盖章|签字|签名|签章|必填|选填|公历|阳历|全称|手机号?|18位|` +
		`\d+个?[月岁]?龄?[—\-–~～至到]\d+个?[月岁]龄?)$`)
	numbering = regexp.MustCompile(`^(\d+[.、．)）]|[（(][\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)`)
	blanks    = strings.NewReplacer(" ", "", "\u3000", "", "\u00a0", "", "\n", "", "\r", "", "\t", "", "：", "", ":", "", "*", "", "＊", "", "※", "")
	// Figures of another time, or of another sort, are not this month's.
	otherTime = regexp.MustCompile(`上月|上期|上年|上季|去年|同期|累计|年初|期初|月初|计划|目标|增减|同比|环比|全年|本年|季度|年度`)
	ofStaff   = regexp.MustCompile(`人员|教师|职工|员工`)
)

// normal writes a label without what differs between districts: spaces, line
// breaks, units in brackets, colons, numbers. Brackets that change the sense
// stay: 在托人数（上月末） is not 在托人数.
func normal(label string) string {
	text := numbering.ReplaceAllString(blanks.Replace(label), "")
	return brackets.ReplaceAllStringFunc(text, func(found string) string {
		if harmless.MatchString(brackets.FindStringSubmatch(found)[1]) {
			return ""
		}
		return found
	})
}

// singleField names the single field that a label asks for, "" when unknown.
func singleField(label string) string { return lookUp(synonyms, normal(label)) }

// placeField names the field of a single place, "" when it is not known for
// certain.
func placeField(place excel.Place) string {
	field := ""
	switch {
	case len(place.Names) > 0:
		return knownSingle(place.Names[0])
	case place.Crossing():
		field = crossField(place.Label, place.Above, place.Around)
	default:
		field = singleField(place.Label)
	}
	if strings.HasPrefix(field, "机构.") || strings.HasPrefix(field, "填") {
		return field
	}
	for _, text := range append(place.Around, place.Label, place.Above) {
		if otherTime.MatchString(text) {
			return ""
		}
	}
	return field
}

// childField names the field of a list's column from its headings, group
// first. A generic leaf under a group belongs to the group and to nobody else.
func childField(headings []string) string {
	leaf := normal(headings[len(headings)-1])
	if len(headings) == 1 {
		return lookUp(childSynonyms, leaf)
	}
	own, isGeneric := generic[leaf]
	if !isGeneric {
		return lookUp(childSynonyms, leaf)
	}
	person := personOf(normal(headings[len(headings)-2]))
	switch {
	case person == "幼儿" && own != "电话" && own != "关系":
		return lookUp(childSynonyms, leaf)
	case person == "" || person == "幼儿" || own == "" || own == "关系" && person != "监护人":
		return ""
	}
	return person + "." + own
}

func personOf(group string) string {
	for _, known := range groups {
		if strings.Contains(group, known.word) {
			return known.person
		}
	}
	return ""
}

// columnFields names the field of each column of a list. A field is filled
// once: the second column of the same name means something else.
func columnFields(columns []excel.Column) map[string]string {
	fields, taken := map[string]string{}, map[string]bool{}
	for _, column := range columns {
		field := ""
		switch {
		case column.Name != "":
			fields[column.Letter] = knownChild(column.Name)
			continue
		case column.Letter == "A" && normal(column.Headings[0]) == "编号":
			field = "序号"
		default:
			field = childField(column.Headings)
		}
		if !taken[field] {
			fields[column.Letter], taken[field] = field, true
		}
	}
	return fields
}

var figureOf = map[string]string{"班级数": "班级数", "班级个数": "班级数", "班数": "班级数", "托位数": "托位数", "小计": "小计", "在托人数": "小计",
	"月末在托人数": "小计", "男": "男", "女": "女", "新入托": "新入托", "本月新入托": "新入托", "本月入托": "新入托",
	"退托": "退托", "本月退托": "退托", "离托": "退托", "本月离托": "退托"}

// crossField names a figure from the row's and the column's heading, whichever
// way the table lies: 乳儿班 × 班级数, 在岗人数 × 保育人员, 在托人数 × 本月数.
func crossField(row, column string, around []string) string {
	row, column = normal(row), normal(column)
	if slices.Contains([]string{"本月", "本月数", "本期", "本期数", "数量", "数值", "人数", "月末数"}, column) {
		return singleField(row)
	}
	for _, pair := range [][2]string{{row, column}, {column, row}} {
		if kind := kindNamed(pair[0]); kind != "" && figureOf[pair[1]] != "" && !slices.ContainsFunc(around, ofStaff.MatchString) {
			return kind + "." + figureOf[pair[1]]
		}
		for _, p := range positions {
			if pair[0] == "在岗人数" && pair[1] == p.name {
				return "在岗." + p.name
			}
		}
	}
	return ""
}

func kindNamed(label string) string {
	for _, k := range kinds {
		if label == k.name {
			return k.name
		}
	}
	if label == "混合编班" || label == "混龄班" {
		return "混合班"
	}
	return ""
}

func lookUp(table map[string][]string, label string) string {
	for field, names := range table {
		if slices.Contains(names, label) {
			return field
		}
	}
	return ""
}

// knownSingle and knownChild keep the name of a placeholder that means
// something here.
func knownSingle(name string) string {
	if _, ok := synonyms[name]; ok {
		return name
	}
	group, leaf, _ := strings.Cut(name, ".")
	if kindNamed(group) == group && group != "" && slices.Contains([]string{"班级数", "托位数", "小计", "男", "女", "新入托", "退托"}, leaf) {
		return name
	}
	if group == "在岗" && slices.ContainsFunc(positions, func(p struct{ key, name string }) bool { return p.name == leaf }) {
		return name
	}
	return ""
}

func knownChild(name string) string {
	if _, ok := childSynonyms[name]; ok {
		return name
	}
	return knownSingle(name)
}
