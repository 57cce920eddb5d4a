package excel_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"yayuan/backend/excel"
	"yayuan/backend/fault"
)

func columnsOf(t *testing.T, s sheets) []string {
	t.Helper()
	found, err := excel.Inspect(s.bytes())
	must(t, err)
	var names []string
	for _, column := range found.Columns {
		names = append(names, column.Letter+" "+strings.Join(column.Headings, "/"))
	}
	return names
}

func TestGroupsAreFoundHoweverTheyAreDrawn(t *testing.T) {
	want := []string{"A 序号", "B 姓名", "C 父亲/姓名", "D 父亲/电话", "E 母亲/姓名", "F 母亲/电话"}
	groups := []string{"", "", "父亲", "", "母亲", ""}
	leaves := []string{"序号", "姓名", "姓名", "电话", "姓名", "电话"}
	merged := drawn(t, []string{"某某托育园花名册"}, groups, leaves, nil)
	for _, area := range [][2]string{{"A1", "F1"}, {"C2", "D2"}, {"E2", "F2"}, {"A4", "A4"}} {
		must(t, merged.MergeCell(page, area[0], area[1]))
	}
	loose := drawn(t, []string{"某某托育园花名册"}, groups, leaves, nil)
	careful := drawn(t, []string{"某某托育园花名册"}, []string{"序号", "姓名", "父亲", "", "母亲"}, []string{"", "", "姓名", "电话", "姓名", "电话"}, nil)
	for _, area := range [][2]string{{"A2", "A3"}, {"B2", "B3"}, {"C2", "D2"}, {"E2", "F2"}} {
		must(t, careful.MergeCell(page, area[0], area[1]))
	}
	for name, s := range map[string]sheets{"merged": merged, "loose": loose, "careful": careful} {
		s.ruled(page, "A4", "F6")
		if got := columnsOf(t, s); !slices.Equal(got, want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestHeadingsAloneAreAList(t *testing.T) {
	s := drawn(t, []string{"某某托育园花名册"}, heads)
	must(t, s.MergeCell(page, "A1", "F1"))
	out, report := filled(t, s.bytes(), people(3))
	if got := out.text("B5"); got != "宝宝3" || report.Added != 2 {
		t.Errorf("%q, %d rows added", got, report.Added)
	}
	signed := drawn(t, []string{"在托人数", ""}, []string{"负责人：", "填表人：", "电话：", "日期："})
	if got := columnsOf(t, signed); len(got) != 0 {
		t.Errorf("a line of signatures became a list: %v", got)
	}
}

func TestSamplesAreReplacedAndRecordsRefused(t *testing.T) {
	sample := []string{"例", "张三", "男", "2023-05-01", "1800"}
	child := []string{"1", "李四", "女", "2023-06-01", "1800"}
	for name, c := range map[string]struct {
		rows  [][]string
		empty bool
	}{
		"a marked sample":                   {[][]string{heads, sample, nil, {"合计"}}, true},
		"two marked samples":                {[][]string{heads, sample, sample, nil, {"合计"}}, true},
		"a sample without a mark":           {[][]string{heads, child, {"合计"}}, true},
		"columns that are numbered":         {[][]string{heads, {"1", "2", "3", "4", "5", "6"}, nil, {"合计"}}, true},
		"two children":                      {[][]string{heads, child, child, {"合计"}}, false},
		"a sample, and somebody's children": {[][]string{heads, sample, child, {"合计"}}, false},
	} {
		s := drawn(t, c.rows...)
		s.ruled(page, "A2", "F3")
		template := s.bytes()
		out, _, err := excel.Fill(template, people(2))
		if f, ok := fault.As(err); !c.empty {
			if !ok || f.Code != "excel.template_filled" {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		must(t, err)
		rows, err := reopened(t, out).GetRows(page)
		must(t, err)
		all := ""
		for _, row := range rows {
			all += strings.Join(row, " ") + "\n"
		}
		if strings.Contains(all, "张三") || strings.Contains(all, "李四") || !strings.Contains(all, "1 宝宝1") || !strings.Contains(all, "2 宝宝2") {
			t.Errorf("%s:\n%s", name, all)
		}
	}
}

func TestTheListMayStandBehindAPageOfWords(t *testing.T) {
	s := drawn(t, []string{"填表说明"}, []string{"机构名称：      填报日期：    年   月   日"})
	_, err := s.NewSheet("花名册")
	must(t, err)
	for i, head := range heads {
		s.put("花名册", i+1, 1, head)
	}
	s.ruled("花名册", "A2", "F4")
	found, err := excel.Inspect(s.bytes())
	must(t, err)
	if len(found.Columns) != 6 || len(found.Places) != 2 || found.Places[0].Sheet != page {
		t.Errorf("%+v", found)
	}
}

func TestBlanksWithinALineAreFilledEach(t *testing.T) {
	s := drawn(t, []string{"月报（    年   月）"}, []string{"单位负责人：      填表人：        填报日期：    年   月   日"},
		[]string{"机构名称：          （盖章）"}, []string{"备注：请按时报送"}, []string{"备案日期", "   年   月   日"}, []string{"统计月份：    年    月"})
	content := people(0)
	content.Single = func(p excel.Place) excel.Value {
		return map[string]excel.Value{"统计月份": {Day: "2026-10-01"}, "单位负责人": {Text: "林静"}, "填表人": {Text: "王芳"}, "填报日期": {Day: "2026-11-02"},
			"机构名称": {Text: "小芽托育园"}, "备案日期": {Day: "2023-06-15"}, "备注": {Text: "不该写"}}[p.Label]
	}
	out, _ := filled(t, s.bytes(), content)
	for cell, want := range map[string]string{"A1": "月报（2026年10月）", "A2": "单位负责人：林静  填表人：王芳    填报日期：2026年11月2日",
		"A3": "机构名称：小芽托育园  （盖章）", "A4": "备注：请按时报送", "B5": "2023年6月15日", "A6": "统计月份：2026年10月"} {
		if got := out.text(cell); got != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
}

func TestLabelsBehindTheirBlanksAreLeftAlone(t *testing.T) {
	s := drawn(t, []string{"托育机构月报"}, []string{"", "在托人数", "", "出勤率"}, []string{"机构名称", "", "联系电话", ""})
	must(t, s.MergeCell(page, "A1", "D1"))
	s.ruled(page, "A2", "D3")
	found, err := excel.Inspect(s.bytes())
	must(t, err)
	var labels []string
	for _, place := range found.Places {
		labels = append(labels, place.Cell+place.Label)
	}
	if !slices.Equal(labels, []string{"B3机构名称", "D3联系电话"}) {
		t.Error(labels)
	}
}

func TestAnEmptyBookIsASentence(t *testing.T) {
	_, err := excel.Inspect(drawn(t).bytes())
	if f, ok := fault.As(err); !ok || f.Code != "excel.template_empty" {
		t.Error(errors.Unwrap(err), err)
	}
}
