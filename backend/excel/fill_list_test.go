package excel_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"yayuan/backend/excel"
)

// fullList is a list with all that a district puts into one: merges in the
// rows and below them, sums here and on another sheet, a name, checks, colours
// by rule, notes, heights, a print area.
func fullList(t testing.TB, blank int) []byte {
	t.Helper()
	s := drawn(t, []string{"在托婴幼儿名单"}, []string{"机构名称："}, []string{"序号", "姓名", "性别", "出生日期", "费用", "备注"})
	last, total := 3+blank, 4+blank
	style, err := s.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Border: []excelize.Border{{Type: "left", Style: 1, Color: "000000"}}})
	must(t, err)
	must(t, s.SetCellStyle(page, "A4", fmt.Sprint("G", last), style))
	for row := 4; row <= last; row++ {
		must(t, s.MergeCell(page, fmt.Sprint("F", row), fmt.Sprint("G", row)))
		must(t, s.SetRowHeight(page, row, 27))
	}
	s.put(page, 1, total, "合计")
	s.put(page, 2, total, fmt.Sprintf("=COUNTA(B4:B%d)", last))
	s.put(page, 5, total, fmt.Sprintf("=SUM(E4:E%d)", last))
	s.put(page, 1, total+1, "填表人：")
	must(t, s.MergeCell(page, fmt.Sprint("A", total+1), fmt.Sprint("C", total+1)))
	must(t, s.MergeCell(page, "A1", "G1"))
	check := excelize.NewDataValidation(true)
	check.Sqref = fmt.Sprintf("C4:C%d", last)
	must(t, check.SetDropList([]string{"男", "女"}))
	must(t, s.AddDataValidation(page, check))
	colour, err := s.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "9A0511"}})
	must(t, err)
	must(t, s.SetConditionalFormat(page, fmt.Sprintf("E4:E%d", last), []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "$E4>500", Format: &colour}}))
	must(t, s.AddComment(page, excelize.Comment{Cell: fmt.Sprint("E", total), Author: "区", Text: "自动合计"}))
	must(t, s.SetDefinedName(&excelize.DefinedName{Name: "全部姓名", RefersTo: fmt.Sprintf("%s!$B$4:$B$%d", page, last)}))
	must(t, s.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("%s!$A$1:$G$%d", page, total+1), Scope: page}))
	_, err = s.NewSheet("汇总")
	must(t, err)
	s.put("汇总", 1, 1, "人数")
	s.put("汇总", 2, 1, fmt.Sprintf("=COUNTA(%s!B4:B%d)", page, last))
	return s.bytes()
}

// broken tells what a filled full list of n children has lost.
func broken(t testing.TB, s sheets, blank, n int) []string {
	t.Helper()
	var found []string
	want := func(what, got, want string) {
		if got != want {
			found = append(found, fmt.Sprintf("%s is %q, not %q", what, got, want))
		}
	}
	rows := max(blank, n)
	last, total := 3+rows, 4+rows
	want("count", s.formula(page, fmt.Sprint("B", total)), fmt.Sprintf("COUNTA(B4:B%d)", last))
	want("sum", s.formula(page, fmt.Sprint("E", total)), fmt.Sprintf("SUM(E4:E%d)", last))
	want("sum's result", s.text(fmt.Sprint("E", total)), fmt.Sprint(100*n))
	want("count's result", s.text(fmt.Sprint("B", total)), fmt.Sprint(n))
	want("other sheet", strings.ReplaceAll(s.formula("汇总", "B1"), "'", ""), fmt.Sprintf("%s!B4:B%d", "COUNTA("+page, last)+")")
	summary, err := s.GetCellValue("汇总", "B1")
	must(t, err)
	want("other sheet's result", summary, fmt.Sprint(n))
	want("foot", s.text(fmt.Sprint("A", total+1)), "填表人：")
	for i := range n {
		want("name", s.text(fmt.Sprint("B", 4+i)), fmt.Sprint("宝宝", i+1))
	}
	style, err := s.GetCellStyle(page, "C4")
	must(t, err)
	for row := 4; row <= last; row++ {
		height, err := s.GetRowHeight(page, row)
		must(t, err)
		look, err := s.GetCellStyle(page, fmt.Sprint("C", row))
		must(t, err)
		if height != 27 || look != style {
			found = append(found, fmt.Sprintf("row %d: height %v, style %d", row, height, look))
		}
	}
	return append(found, brokenAround(t, s, last, total)...)
}

// brokenAround looks at what is not in cells.
func brokenAround(t testing.TB, s sheets, last, total int) []string {
	t.Helper()
	var found, expected []string
	merges, err := s.GetMergeCells(page)
	must(t, err)
	for _, merge := range merges {
		found = append(found, merge.GetStartAxis()+":"+merge.GetEndAxis())
	}
	expected = append(expected, "A1:G1", fmt.Sprintf("A%d:C%d", total+1, total+1))
	for row := 4; row <= last; row++ {
		expected = append(expected, fmt.Sprintf("F%d:G%d", row, row))
	}
	checks, err := s.GetDataValidations(page)
	must(t, err)
	for _, check := range checks {
		found = append(found, "check "+check.Sqref)
	}
	expected = append(expected, fmt.Sprintf("check C4:C%d", last))
	rules, err := s.GetConditionalFormats(page)
	must(t, err)
	for area, options := range rules {
		found = append(found, "colour "+area+" "+options[0].Criteria)
	}
	expected = append(expected, fmt.Sprintf("colour E4:E%d $E4>500", last))
	comments, err := s.GetComments(page)
	must(t, err)
	for _, comment := range comments {
		found = append(found, "note "+comment.Cell)
	}
	expected = append(expected, fmt.Sprintf("note E%d", total))
	for _, name := range s.GetDefinedName() {
		found = append(found, name.Name+" "+strings.ReplaceAll(name.RefersTo, "'", ""))
	}
	expected = append(expected, fmt.Sprintf("全部姓名 %s!$B$4:$B$%d", page, last), fmt.Sprintf("_xlnm.Print_Area %s!$A$1:$G$%d", page, total+1))
	slices.Sort(found)
	slices.Sort(expected)
	if !slices.Equal(found, expected) {
		return []string{fmt.Sprintf("around the cells:\n%v\nwant\n%v", found, expected)}
	}
	return nil
}

func TestAListKeepsAllThatStandsInAndAroundIt(t *testing.T) {
	for _, blank := range []int{1, 2, 3, 10} {
		template := fullList(t, blank)
		for _, n := range []int{0, 1, 2, 3, 9, 10, 11, 57} {
			s, report := filled(t, template, people(n))
			for _, fault := range broken(t, s, blank, n) {
				t.Errorf("%d rows, %d children: %s", blank, n, fault)
			}
			if report.Added != max(0, n-blank) {
				t.Errorf("%d rows, %d children: %d rows added", blank, n, report.Added)
			}
		}
	}
}

func TestAnyNumberOfChildrenKeepsTheList(t *testing.T) {
	templates := map[int][]byte{}
	for _, blank := range []int{1, 2, 10} {
		templates[blank] = fullList(t, blank)
	}
	rapid.Check(t, func(r *rapid.T) {
		blank, n := rapid.SampledFrom([]int{1, 2, 10}).Draw(r, "blank"), rapid.IntRange(0, 300).Draw(r, "children")
		out, _, err := excel.Fill(templates[blank], people(n))
		must(t, err)
		if faults := broken(t, reopened(t, out), blank, n); len(faults) > 0 {
			r.Fatal(faults)
		}
	})
}
