package excel_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"yayuan/backend/excel"
)

const page = "名单"

// sheets is a workbook on its way to be a template or read after filling.
type sheets struct {
	*excelize.File
	t testing.TB
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// drawn makes a workbook of texts; a text that begins with = is a formula.
func drawn(t testing.TB, rows ...[]string) sheets {
	t.Helper()
	s := sheets{excelize.NewFile(), t}
	must(t, s.SetSheetName("Sheet1", page))
	for i, row := range rows {
		for j, text := range row {
			s.put(page, j+1, i+1, text)
		}
	}
	return s
}

func (s sheets) put(sheet string, column, row int, text string) {
	s.t.Helper()
	cell, err := excelize.CoordinatesToCellName(column, row)
	must(s.t, err)
	switch {
	case text == "":
	case text[0] == '=':
		must(s.t, s.SetCellFormula(sheet, cell, text[1:]))
	default:
		must(s.t, s.SetCellStr(sheet, cell, text))
	}
}

func (s sheets) bytes() []byte {
	s.t.Helper()
	buffer, err := s.WriteToBuffer()
	must(s.t, err)
	must(s.t, s.Close())
	return buffer.Bytes()
}

func reopened(t testing.TB, data []byte) sheets {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(data))
	must(t, err)
	t.Cleanup(func() { must(t, file.Close()) })
	return sheets{file, t}
}

// ruled draws lines around cells, so that they are there although empty.
func (s sheets) ruled(sheet, from, to string) {
	s.t.Helper()
	style, err := s.NewStyle(&excelize.Style{Border: []excelize.Border{{Type: "top", Style: 1, Color: "000000"}}})
	must(s.t, err)
	must(s.t, s.SetCellStyle(sheet, from, to, style))
}

func (s sheets) text(cell string) string {
	s.t.Helper()
	text, err := s.GetCellValue(page, cell, excelize.Options{RawCellValue: true})
	must(s.t, err)
	return text
}

func (s sheets) formula(sheet, cell string) string {
	s.t.Helper()
	formula, err := s.GetCellFormula(sheet, cell)
	must(s.t, err)
	return formula
}

// people fills n children; every column that asks for nothing known stays as
// it is.
func people(n int) excel.Content {
	return excel.Content{
		Single: func(p excel.Place) excel.Value { return excel.Value{} },
		Mark:   func(name string) excel.Value { return excel.Value{} },
		Rows:   n, Reckoning: "2026-10-31",
		Row: func(i int, c excel.Column) excel.Value {
			switch leaf := c.Headings[len(c.Headings)-1]; leaf {
			case "序号":
				number := float64(i + 1)
				return excel.Value{Number: &number}
			case "姓名":
				return excel.Value{Text: fmt.Sprint("宝宝", i+1)}
			case "出生日期":
				return excel.Value{Day: "2024-03-12"}
			case "费用":
				number := float64(100)
				return excel.Value{Number: &number}
			}
			return excel.Value{}
		},
	}
}

func filled(t testing.TB, template []byte, content excel.Content) (sheets, excel.Report) {
	t.Helper()
	out, report, err := excel.Fill(template, content)
	must(t, err)
	return reopened(t, out), report
}
