package filing_test

import (
	"testing"

	"yayuan/backend/fault"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// Other bureaus order and name things otherwise. What is found must be right;
// what is not certain stays empty.
func TestARegisterWithColumnsInAnotherOrder(t *testing.T) {
	n := testkit.OpenWithCast(t)
	done := fill(t, n, "REG-CHILD", "2026-11", "x1_登记表_列序不同")
	got := cells(t, done.Bytes)
	row := rowOf(t, got, "B", "陈一诺")
	compare(t, got, map[string]string{
		"A2":      "填报单位：                    填报日期：2026年11月23日",
		"C" + row: "女", "D" + row: "45363", "E" + row: "330102202403120286", "F" + row: "46266", "G" + row: "家长糖糖", "H" + row: "13905710001", "I" + row: "",
		"A4": "1", "A8": "5", "A9": "园长：林静        制表人：林静        联系电话：",
	})
}

func TestParentsStandUnderTheirOwnGroups(t *testing.T) {
	n := testkit.OpenWithCast(t)
	_, err := n.Roster.AddGuardian(n.Director, n.Kids["陈一诺"], roster.Guardian{Name: "陈大文", Relation: "父亲", Phone: "13905710002"})
	testkit.Must(t, err)
	done := fill(t, n, "REG-CHILD", "2026-11", "x2_父母分列_有示例")
	got := cells(t, done.Bytes)
	row := rowOf(t, got, "B", "陈一诺")
	compare(t, got, map[string]string{"E" + row: "陈大文", "F" + row: "", "G" + row: "13905710002", "H" + row: "家长糖糖", "I" + row: "", "J" + row: "13905710001",
		"K" + row: "", "L" + row: ""})
	row = rowOf(t, got, "B", "刘=欢")
	compare(t, got, map[string]string{"E" + row: "", "H" + row: "家长欢欢", "A9": "合计", "B9": "5"})
	for cell, text := range got {
		if text == "张小宝" || text == "张三" || text == "例" {
			t.Errorf("%s still shows the sample: %s", cell, text)
		}
	}
}

func TestFiguresOfOtherMonthsAreLeftEmpty(t *testing.T) {
	n := testkit.OpenWithCast(t)
	done := fill(t, n, "MON-1", "2026-11", "x3_月报_本月上月")
	compare(t, cells(t, done.Bytes), map[string]string{
		"A1": "托育机构月度情况表（2026年11月）", "B2": "小芽托育园", "B4": "5", "C4": "", "D4": "", "E4": "", "B5": "", "B9": "",
		"B11": "0", "C11": "1", "D11": "1", "E11": "0", "C12": "15", "D12": "20", "C13": "1", "D13": "4", "C14": "0", "D14": "2",
		"A15": "", "C15": "", "B16": "林静", "E16": "46349",
	})
}

func TestPlaceholdersInOddPlaces(t *testing.T) {
	w := openWeek(t)
	for _, on := range weekDays {
		w.arrive(t, w.kids[1], on)
	}
	done := fill(t, w.Nursery, "MON-1", "2026-11", "x4_占位符_散落")
	compare(t, cells(t, done.Bytes), map[string]string{
		"A1": "小芽托育园2026年11月在托情况", "A2": "共2人，其中托大班2人、乳儿班0人", "A3": "", "B3": "2", "C3": "{{", "D3": "备案日期：",
		"附页!A1": "出勤", "附页!B1": "应12", "附页!C1": "实6", "附页!D1": "50", "附页!E1": "46349",
	})
	found, err := w.Filing.Template(w.Director, templateID(t, w.Nursery, "x4_占位符_散落"))
	testkit.Must(t, err)
	for _, field := range found.Fields {
		if field.Label == "园长寄语" && field.Name != "" {
			t.Errorf("a mark that nobody knows is told as known: %+v", field)
		}
	}
}

func TestHeadingsOverOneRowAreAMonthlyReturn(t *testing.T) {
	n := testkit.OpenWithCast(t)
	done := fill(t, n, "MON-1", "2026-11", "x5_汇总_一行")
	compare(t, cells(t, done.Bytes), map[string]string{"A3": "小芽托育园", "B3": "5", "C3": "", "D3": "", "E3": "", "F3": ""})
}

func TestWhatIsNeitherRosterNorMonthIsRefused(t *testing.T) {
	n := testkit.OpenWithCast(t)
	for _, name := range []string{"x6_从业人员", "x7_季度报表"} {
		_, err := n.Filing.AddTemplate(n.Director, name, template(t, name))
		if f, ok := fault.As(err); !ok || f.Code != "filing.template_foreign" {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := n.Filing.Fill(n.Director, "REG-CHILD", "2026-11", templateID(t, n, "c_基本情况月报表"))
	if f, ok := fault.As(err); !ok || f.Code != "filing.template_other_form" {
		t.Errorf("a roster into the monthly form: %v", err)
	}
}

func templateID(t *testing.T, n *testkit.Nursery, name string) string {
	t.Helper()
	kept, err := n.Filing.AddTemplate(n.Director, name+".xlsx", template(t, name))
	testkit.Must(t, err)
	return kept.ID
}
