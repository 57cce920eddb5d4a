package excel_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/xuri/excelize/v2"

	"yayuan/backend/excel"
)

var heads = []string{"序号", "姓名", "性别", "出生日期", "费用", "小计"}

func TestRunningNumbersGoOnHoweverTheTemplateMakesThem(t *testing.T) {
	row := func(number string) []string { return []string{number} }
	for name, column := range map[string][]string{
		"printed":         {"1", "2", "3", "4"},
		"one and the sum": {"1", "=A2+1", "=A3+1", "=A4+1"},
		"by the row":      {"=ROW()-1", "=ROW()-1", "=ROW()-1", "=ROW()-1"},
		"of the row above, counting text as nothing": {"=N(A1)+1", "=N(A2)+1", "=N(A3)+1", "=N(A4)+1"},
		"empty": {"", "", "", ""},
	} {
		rows := [][]string{heads}
		for _, number := range column {
			rows = append(rows, row(number))
		}
		s := drawn(t, append(rows, []string{"合计", "=COUNTA(B2:B5)"})...)
		s.ruled(page, "A2", "F5")
		out, _ := filled(t, s.bytes(), people(23))
		for i := range 23 {
			if got := out.text(fmt.Sprint("A", 2+i)); got != fmt.Sprint(i+1) {
				t.Fatalf("%s: row %d has number %q", name, i+1, got)
			}
		}
	}
}

func TestANumberedColumnWithAnotherHeadingIsNumberedToo(t *testing.T) {
	s := drawn(t, []string{"NO.", "姓名", "性别", "出生日期"}, []string{"1"}, []string{"2"}, []string{"3"}, []string{"合计"})
	must(t, s.SetCellStr(page, "E1", "备注"))
	out, _ := filled(t, s.bytes(), people(9))
	for i := range 9 {
		if got := out.text(fmt.Sprint("A", 2+i)); got != fmt.Sprint(i+1) {
			t.Errorf("row %d has number %q", i+1, got)
		}
	}
}

func TestSharedFormulasReachTheNewRows(t *testing.T) {
	s := drawn(t, heads, nil, nil, nil, nil, []string{"合计", "", "", "", "", "=SUM(F2:F5)"})
	shared, area := excelize.STCellFormulaTypeShared, "F2:F5"
	must(t, s.SetCellFormula(page, "F2", "E2*2", excelize.FormulaOpts{Type: &shared, Ref: &area}))
	out, _ := filled(t, s.bytes(), people(12))
	for i := range 12 {
		if got, want := out.formula(page, fmt.Sprint("F", 2+i)), fmt.Sprintf("E%d*2", 2+i); got != want {
			t.Errorf("row %d: %q, want %q", i+1, got, want)
		}
	}
	if got := out.text("F14"); got != "2400" {
		t.Errorf("sum %s of %s", got, out.formula(page, "F14"))
	}
}

func TestAFormulaWithAnotherReckoningDayIsKeptAndTold(t *testing.T) {
	s := drawn(t, heads, nil, nil, nil, []string{"合计"})
	for row := 2; row <= 4; row++ {
		s.put(page, 6, row, fmt.Sprintf(`=IF(D%d="","",DATEDIF(D%d,DATE(2026,11,30),"m"))`, row, row))
	}
	out, report := filled(t, s.bytes(), people(5))
	if len(report.Kept) != 1 || report.Kept[0].Day != "2026-11-30" || report.Kept[0].Count != 5 || report.Kept[0].Cell != "F2" {
		t.Errorf("%+v", report.Kept)
	}
	if got := out.formula(page, "F6"); got != `IF(D6="","",DATEDIF(D6,DATE(2026,11,30),"m"))` {
		t.Error(got)
	}
}

func TestTextStaysTextAndDatesAreSerials(t *testing.T) {
	s := drawn(t, heads, nil, nil, []string{"合计"})
	content := people(6)
	texts := []string{"=1+1", "+86", "-5", "@欢", "_x0041_", "刘=欢 _x000D_\n㛃"}
	content.Row = func(i int, c excel.Column) excel.Value {
		switch c.Headings[0] {
		case "姓名":
			return excel.Value{Text: texts[i]}
		case "出生日期":
			return excel.Value{Day: "2024-02-29"}
		}
		return excel.Value{}
	}
	out, _ := filled(t, s.bytes(), content)
	for i, want := range texts {
		cell := fmt.Sprint("B", 2+i)
		if got := out.text(cell); got != want || out.formula(page, cell) != "" {
			t.Errorf("%q became %q, formula %q", want, got, out.formula(page, cell))
		}
		if got := out.text(fmt.Sprint("D", 2+i)); got != "45351" {
			t.Errorf("29 February 2024 became %q", got)
		}
		shown, err := out.GetCellValue(page, fmt.Sprint("D", 2+i))
		must(t, err)
		if shown != "2024-02-29" {
			t.Errorf("the date is shown as %q", shown)
		}
	}
}

func TestWhatIsNotRecordedStaysEmptyAndItsSumIsTold(t *testing.T) {
	s := drawn(t, heads, nil, nil, nil, []string{"合计", "", "", "", "=SUM(E2:E4)"})
	content := people(2)
	content.Row = func(i int, c excel.Column) excel.Value {
		if c.Headings[0] == "姓名" {
			return excel.Value{Text: "宝宝"}
		}
		return excel.Value{}
	}
	out, report := filled(t, s.bytes(), content)
	if got := out.text("E2"); got != "" {
		t.Errorf("a fee that nobody recorded became %q", got)
	}
	if len(report.Hollow) != 1 || report.Hollow[0] != "E5" {
		t.Errorf("hollow sums %v", report.Hollow)
	}
}

func TestTheSameReturnGivesTheSameBytes(t *testing.T) {
	template, err := os.ReadFile("../filing/testdata/c_基本情况月报表.xlsx")
	must(t, err)
	for name, data := range map[string][]byte{"list": fullList(t, 3), "form": template} {
		content := people(40)
		content.Single = func(p excel.Place) excel.Value { return excel.Value{Text: "值" + p.Cell} }
		first, _, err := excel.Fill(data, content)
		must(t, err)
		for range 8 {
			again, _, err := excel.Fill(data, content)
			must(t, err)
			if string(first) != string(again) {
				t.Fatalf("%s: two fillings of the same content differ", name)
			}
		}
	}
}

func TestATextThatACellCannotHoldIsRefused(t *testing.T) {
	content := people(1)
	content.Row = func(int, excel.Column) excel.Value { return excel.Value{Text: string(make([]byte, 40000))} }
	if _, _, err := excel.Fill(fullList(t, 1), content); err == nil {
		t.Error("cut without a word")
	}
}
