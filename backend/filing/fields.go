package filing

import (
	"strings"
)

// synonyms are the words under which districts ask for a field, in normal
// writing (see normal). Single fields hold in every form.
var synonyms = map[string][]string{
	"机构.名称":    {"机构名称", "托育机构名称", "单位名称", "园所名称", "机构全称"},
	"机构.信用代码":  {"统一社会信用代码", "社会信用代码", "信用代码"},
	"机构.地址":    {"机构地址", "地址", "详细地址", "单位地址"},
	"机构.法定代表人": {"法定代表人", "法人代表", "法人"},
	"机构.负责人":   {"单位负责人", "机构负责人", "负责人姓名", "园长"},
	"机构.电话":    {"联系电话", "机构电话", "单位电话", "办公电话"},
	"机构.备案编号":  {"备案编号", "备案号", "备案回执编号"},
	"机构.备案日期":  {"备案日期", "备案时间"},
	"机构.性质":    {"机构性质", "举办性质", "办园性质", "机构类型"},
	"机构.建筑面积":  {"建筑面积", "总建筑面积"},
	"填报日期":     {"填报日期", "填表日期", "上报日期", "报送日期"},
	"填表人":      {"填表人", "填报人", "经办人", "制表人"},
	"统计月份":     {"统计月份", "报告期", "填报月份"},
	"在托人数":     {"在托人数", "在托婴幼儿人数", "在托总人数"},
	"应出勤人次":    {"应出勤人次", "应出勤人日", "应出勤人日数", "应出勤人次数"},
	"实际出勤人次":   {"实际出勤人次", "实出勤人次", "实际出勤人日数", "实际出勤人次数"},
	"请假人次":     {"请假人次"},
	"出勤率":      {"出勤率"},
	"收费.全日托":   {"全日托月均收费", "月均收费"},
	"收费.膳食":    {"膳食费", "伙食费"},
	"安全事故":     {"本月安全事故", "安全事故"},
	"传染病":      {"传染病报告", "传染病"},
	"消防检查":     {"消防设施检查"},
	"监控覆盖":     {"监控覆盖全部区域", "监控覆盖"},
	"其他说明":     {"其他需说明事项", "备注说明"},
}

// childSynonyms are the headings of a list of children. A heading under a
// group is asked with the group first (主要监护人/姓名): a leaf like 姓名 or
// 电话 alone never stands for a guardian's.
var childSynonyms = map[string][]string{
	"序号":     {"序号", "编号"},
	"姓名":     {"姓名", "婴幼儿姓名", "幼儿姓名", "儿童姓名", "宝宝姓名"},
	"小名":     {"小名", "乳名"},
	"性别":     {"性别"},
	"出生日期":   {"出生日期", "出生年月日", "生日", "出生年月"},
	"月龄":     {"月龄"},
	"身份证号":   {"身份证件号码", "身份证号码", "身份证号", "证件号码", "证件号", "公民身份号码"},
	"户籍":     {"户籍所在地", "户籍", "户籍地", "户口所在地"},
	"住址":     {"住址", "家庭住址", "现住址", "居住地址"},
	"入托日期":   {"入托日期", "入托时间", "入园日期", "入园时间"},
	"班级":     {"所在班级", "班级", "班级名称"},
	"托育形式":   {"托育形式", "托育类型", "托育方式", "服务形式"},
	"监护人.姓名": {"监护人姓名", "家长姓名", "监护人"},
	"监护人.关系": {"与幼儿关系", "与婴幼儿关系", "与儿童关系", "监护人关系", "关系"},
	"监护人.电话": {"监护人电话", "监护人联系电话", "家长电话", "联系电话"},
	"接种证":    {"接种证查验", "预防接种证查验"},
	"过敏史":    {"过敏史", "过敏情况"},
	"月收费":    {"月收费", "收费标准"},
	"备注":     {"备注"},
}

// groups turn a generic leaf under a group heading into a field.
var groups = map[string]map[string]string{
	"监护人": {"姓名": "监护人.姓名", "与幼儿关系": "监护人.关系", "与婴幼儿关系": "监护人.关系", "关系": "监护人.关系", "联系电话": "监护人.电话",
		"电话": "监护人.电话", "手机": "监护人.电话", "手机号码": "监护人.电话"},
}

// normal writes a label without what differs between districts: spaces, line
// breaks, units in brackets, colons.
func normal(label string) string {
	var b strings.Builder
	depth := 0
	for _, char := range label {
		switch char {
		case '（', '(':
			depth++
		case '）', ')':
			depth--
		case ' ', '\u3000', '\n', '\r', '\t', '：', ':':
		default:
			if depth == 0 {
				b.WriteRune(char)
			}
		}
	}
	return b.String()
}

// singleField names the single field that a label asks for, "" when unknown.
func singleField(label string) string { return lookUp(synonyms, normal(label)) }

// childField names the field of a list's column from its headings, group
// first.
func childField(headings []string) string {
	leaf := normal(headings[len(headings)-1])
	if len(headings) > 1 {
		group := normal(headings[0])
		for name, leaves := range groups {
			if strings.Contains(group, name) {
				return leaves[leaf]
			}
		}
	}
	return lookUp(childSynonyms, leaf)
}

// crossField names a figure from the row's and the column's heading:
// 乳儿班 × 班级数, 在岗人数 × 保育人员.
func crossField(row string, column string) string {
	row, column = normal(row), normal(column)
	for _, k := range kinds {
		if strings.HasPrefix(row, k.name) || (k.name == "混合班" && strings.HasPrefix(row, "混合编班")) {
			switch column {
			case "班级数", "托位数", "小计", "男", "女", "新入托", "退托":
				return k.name + "." + column
			}
		}
	}
	if strings.HasSuffix(row, "在岗人数") {
		for _, p := range positions {
			if column == p.name {
				return "在岗." + p.name
			}
		}
	}
	if strings.HasSuffix(row, "持证人数") {
		return "持证人数." + column
	}
	return ""
}

func lookUp(table map[string][]string, label string) string {
	for field, names := range table {
		for _, name := range names {
			if name == label {
				return field
			}
		}
	}
	return ""
}
