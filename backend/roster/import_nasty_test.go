package roster_test

import (
	"fmt"
	"strings"
	"testing"

	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

type cells = []any

func dated(serial int) testkit.Raw     { return testkit.Raw{Digits: fmt.Sprint(serial), Style: 1} }
func digits(digits string) testkit.Raw { return testkit.Raw{Digits: digits} }

// told writes what was recognised as lines that a person can compare: records
// as label=value, problems as row, field and code.
func told(found roster.Recognised) (records, warnings []string) {
	run := found.DryRun()
	for _, record := range run.Records {
		parts := make([]string, 0, len(record))
		for _, pair := range record {
			parts = append(parts, pair[0]+"="+pair[1])
		}
		records = append(records, strings.Join(parts, " "))
	}
	for _, w := range run.Warnings {
		warnings = append(warnings, fmt.Sprintf("%d %s %s", w.Row, w.Field, w.Code))
	}
	return records, warnings
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\n got %s\nwant %s", what, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

// nasty are rosters as directors send them; each says what a careful person
// would have typed into the register.
var nasty = []struct {
	name     string
	sheets   []testkit.Sheet
	records  []string
	warnings []string
}{
	{"a nickname in brackets behind the name, other asides too", []testkit.Sheet{{Name: "名单", Rows: []cells{
		{"姓名", "性别", "出生日期", "家长电话"},
		{"陈一诺（糖糖）", "女", "2024-03-12", "13905710001"},
		{"何川(小名：川川)", "男", "2023.10.18", "13905710002"},
		{"唐果（转园）", "男", "2024.8.2", "13905710003"},
		{"叶一", "男", "2024.8.3", "13905710004"},
	}}}, []string{
		"姓名=陈一诺 小名=糖糖 性别=女 出生日期=2024-03-12 监护人电话=13905710001",
		"姓名=何川 小名=川川 性别=男 出生日期=2023-10-18 监护人电话=13905710002",
		"姓名=唐果 小名= 性别=男 出生日期=2024-08-02 监护人电话=13905710003",
		"姓名=叶一 小名= 性别=男 出生日期=2024-08-03 监护人电话=13905710004",
	}, []string{"2 姓名 NAME_NICKNAME", "3 姓名 NAME_NICKNAME", "4 姓名 NAME_ASIDE"}},

	{"numbers with gaps, blank rows, and rows that only have their number", []testkit.Sheet{{Name: "Sheet1", Rows: []cells{
		{"序号", "姓名", "性别", "出生日期", "联系人", "联系电话"},
		{digits("1"), "童小米", "女", dated(45366), "童军", "13600000001"},
		{},
		{digits("5"), "叶一", "男", dated(45217), "叶青", "13600000002"},
		{digits("6")}, {digits("7")},
		{"", "", "", "", "", ""},
		{digits("9"), "白果", "女", dated(45506), "白雪", "13600000003"},
		{digits("10")},
	}}}, []string{
		"姓名=童小米 性别=女 出生日期=2024-03-15 监护人姓名=童军 监护人电话=13600000001",
		"姓名=叶一 性别=男 出生日期=2023-10-18 监护人姓名=叶青 监护人电话=13600000002",
		"姓名=白果 性别=女 出生日期=2024-08-02 监护人姓名=白雪 监护人电话=13600000003",
	}, nil},

	{"twins with one birthday and one phone are two children", []testkit.Sheet{{Name: "双胞胎", Rows: []cells{
		{"姓名", "性别", "生日", "妈妈", "妈妈手机"},
		{"李安", "男", "出生 2024/5/1", "王静", "13900000001"},
		{"李宁", "男", "2024年5月1日出生", "王静", "13900000001"},
	}}}, []string{
		"姓名=李安 性别=男 出生日期=2024-05-01 母亲姓名=王静 母亲电话=13900000001",
		"姓名=李宁 性别=男 出生日期=2024-05-01 母亲姓名=王静 母亲电话=13900000001",
	}, nil},

	{"two phones in a cell, an extension, a phone and its owner", []testkit.Sheet{{Name: "电话", Rows: []cells{
		{"幼儿姓名", "出生日期", "家长姓名", "联系电话"},
		{"甲一", "2024.1.1", "甲父", "13900000001、13900000002"},
		{"乙一", "2024.1.2", "乙父", "0571-85120002转8012"},
		{"丙一", "2024.1.3", "丙父", "13900000003/13900000003"},
		{"丁一", "2024.1.4", "丁父", "139 0000 0004（妈妈）"},
		{"戊一", "2024.1.5", "戊父", "1390000000"},
	}}}, []string{
		"姓名=甲一 出生日期=2024-01-01 监护人姓名=甲父 监护人电话=13900000001",
		"姓名=乙一 出生日期=2024-01-02 监护人姓名=乙父 监护人电话=0571-85120002-8012",
		"姓名=丙一 出生日期=2024-01-03 监护人姓名=丙父 监护人电话=13900000003",
		"姓名=丁一 出生日期=2024-01-04 监护人姓名=丁父 监护人电话=13900000004",
		"姓名=戊一 出生日期=2024-01-05 监护人姓名=戊父 监护人电话=1390000000",
	}, []string{"2 监护人电话 PHONE_SEVERAL", "5 监护人电话 PHONE_EXTRA_TEXT", "6 监护人电话 PHONE_INVALID"}},

	{"an age column, sums to the right, notes to the right of the table", []testkit.Sheet{{Name: "秋季", Rows: []cells{
		{"姓名", "性别", "年龄", "月龄", "出生日期", "监护人", "电话", nil, "说明：红色为新生"},
		{"贺新", "男", "2岁6个月", digits("30"), "2024/5/20", "贺伟", "13100000001", nil, "男：2人"},
		{"柳絮", "女", "2岁2个月", digits("26"), "2024/9/9", "柳青", "13100000002", nil, "女：1人"},
		{nil, nil, nil, nil, nil, nil, nil, nil, "合计：3人"},
		{"丁香", "女", "1岁", digits("12"), "2025.11.1", "丁宁", "13100000003"},
		{"男生", "2人", nil, "女生", "1人"},
		{"平均年龄", nil, "2岁"},
	}}}, []string{
		"姓名=贺新 性别=男 出生日期=2024-05-20 监护人姓名=贺伟 监护人电话=13100000001",
		"姓名=柳絮 性别=女 出生日期=2024-09-09 监护人姓名=柳青 监护人电话=13100000002",
		"姓名=丁香 性别=女 出生日期=2025-11-01 监护人姓名=丁宁 监护人电话=13100000003",
	}, nil},

	{"hidden rows and a sheet that is hidden", []testkit.Sheet{
		{Name: "去年", Hidden: true, Rows: []cells{{"姓名", "出生日期", "家长电话"}, {"旧人", "2022.1.1", "13100000009"}}},
		{Name: "今年", Unseen: []int{3}, Rows: []cells{{"姓名", "出生日期", "家长电话"}, {"杜若", "2024.1.1", "13100000001"}, {"苏木", "2024.1.2", "13100000002"}}},
	}, []string{"姓名=杜若 出生日期=2024-01-01 监护人电话=13100000001", "姓名=苏木 出生日期=2024-01-02 监护人电话=13100000002"}, nil},

	{"two tables side by side are one after the other to a person", []testkit.Sheet{{Name: "通讯录", Rows: []cells{
		{"2026年秋季通讯录"},
		{"序号", "姓名", "出生日期", "家长电话", nil, "序号", "姓名", "出生日期", "家长电话"},
		{digits("1"), "甲一", "2024.1.1", "13900000001", nil, digits("3"), "丙一", "2024.1.3", "13900000003"},
		{digits("2"), "乙一", "2024.1.2", "13900000002", nil, digits("4"), "丁一", "2024.1.4", "13900000004"},
	}, Merged: []string{"A1:I1"}}}, []string{
		"姓名=甲一 出生日期=2024-01-01 监护人电话=13900000001",
		"姓名=乙一 出生日期=2024-01-02 监护人电话=13900000002",
		"姓名=丙一 出生日期=2024-01-03 监护人电话=13900000003",
		"姓名=丁一 出生日期=2024-01-04 监护人电话=13900000004",
	}, nil},

	{"a parent's row of its own under each child, the child's cells merged", []testkit.Sheet{{Name: "家庭", Rows: []cells{
		{"姓名", "性别", "出生日期", "家长姓名", "关系", "电话"},
		{"杜若", "女", "2024.3.15", "杜康", "父亲", "13300000001"},
		{nil, nil, nil, "白杨", "母亲", "13300000011"},
		{"苏木", "男", "2023.10.18", "苏杭", "父亲", "13300000002"},
		{nil, nil, nil, "米兰", "母亲", "13300000012"},
	}, Merged: []string{"A2:A3", "B2:B3", "C2:C3", "A4:A5", "B4:B5", "C4:C5"}}}, []string{
		"姓名=杜若 性别=女 出生日期=2024-03-15 监护人姓名=杜康 监护人关系=父亲 监护人电话=13300000001 第二监护人姓名=白杨 第二监护人关系=母亲 第二监护人电话=13300000011",
		"姓名=苏木 性别=男 出生日期=2023-10-18 监护人姓名=苏杭 监护人关系=父亲 监护人电话=13300000002 第二监护人姓名=米兰 第二监护人关系=母亲 第二监护人电话=13300000012",
	}, nil},

	{"the class as a line above its children, the year as its own line", []testkit.Sheet{{Name: "Sheet1", Rows: []cells{
		{"托育园名单"},
		{"姓名", "性别", "出生日期", "监护人电话"},
		{"托大一班（3人）"},
		{"杜若", "女", "2024.3.15", "13300000001"},
		{"托小一班"},
		{"苏木", "男", "2025.10.18", "13300000002"},
	}, Merged: []string{"A1:D1", "A3:D3", "A5:D5"}}}, []string{
		"姓名=杜若 性别=女 出生日期=2024-03-15 监护人电话=13300000001",
		"姓名=苏木 性别=男 出生日期=2025-10-18 监护人电话=13300000002",
	}, nil},

	{"dates as people type them, sex missing but the number there", []testkit.Sheet{{Name: "Sheet1", Rows: []cells{
		{"宝宝名字", "男/女", "出生日期（阳历）", "农历生日", "身份证", "爸爸电话"},
		{"甲一", "", "２０２４．３．１５", "二月初六", "33010220240315024X", "13300000001"},
		{"乙一", "boy", "2023-10-18 00:00:00", "九月初四", "330106202310180138", "13300000002"},
		{"丙一", "男", "24.8.2", "六月廿八", "无", "13300000003"},
		{"丁一", "女", "二〇二四年九月九日", "八月初七", "3301022024090902", "13300000004"},
		{"戊一", "女", "2024年5月", "三月廿三", "330106202405050395", "13300000005"},
	}}}, []string{
		"姓名=甲一 性别= 出生日期=2024-03-15 身份证号=33010220240315024X 父亲电话=13300000001",
		"姓名=乙一 性别=男 出生日期=2023-10-18 身份证号=330106202310180138 父亲电话=13300000002",
		"姓名=丙一 性别=男 出生日期= 身份证号= 父亲电话=13300000003",
		"姓名=丁一 性别=女 出生日期=2024-09-09 身份证号=3301022024090902 父亲电话=13300000004",
		"姓名=戊一 性别=女 出生日期= 身份证号=330106202405050395 父亲电话=13300000005",
	}, []string{"4 出生日期 DATE_UNCLEAR", "5 身份证号 ID_SHAPE", "6 出生日期 DATE_INCOMPLETE", "6 身份证号 ID_SEX_MISMATCH"}},

	{"a form printed from a system: the heading repeated on each page, page numbers between", []testkit.Sheet{{Name: "打印", Rows: []cells{
		{"小芽托育园婴幼儿花名册"},
		{"姓名", "性别", "出生日期", "监护人电话"},
		{"甲一", "女", "2024.3.15", "13300000001"},
		{"第1页 共2页"},
		{"小芽托育园婴幼儿花名册"},
		{"姓名", "性别", "出生日期", "监护人电话"},
		{"乙一", "男", "2024.3.16", "13300000002"},
		{"第2页 共2页"},
		{"园长签字：", nil, "日期：2026年9月1日"},
	}}}, []string{
		"姓名=甲一 性别=女 出生日期=2024-03-15 监护人电话=13300000001",
		"姓名=乙一 性别=男 出生日期=2024-03-16 监护人电话=13300000002",
	}, nil},
}

func TestRostersAsDirectorsSendThem(t *testing.T) {
	for _, each := range nasty {
		t.Run(each.name, func(t *testing.T) {
			found, err := roster.RecogniseChildren("名单.xlsx", testkit.Workbook(t, each.sheets...), nil)
			if err != nil {
				t.Fatal(err)
			}
			records, warnings := told(found)
			same(t, "records", records, each.records)
			same(t, "warnings", warnings, each.warnings)
		})
	}
}
