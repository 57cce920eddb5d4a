package excel

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// MediaType is that of a workbook.
const MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// Page is one sheet of a workbook that we write ourselves: every cell is text
// and stays text, so that 0571 keeps its zero, an ID number its digits, and a
// name that begins with = is no formula.
type Page struct {
	Name  string
	Head  []string // empty for a page of labels and values
	Rows  [][]string
	Quiet int // how many columns at the end are for the program, not for readers
}

// The bounds of a sheet's name and of a column's width in characters.
const (
	sheetNameMax = 31
	narrowest    = 8
	widest       = 40
)

// escaping finds what a workbook would read as an escaped character, as _x000D_.
var escaping = regexp.MustCompile(`_x[0-9A-Fa-f]{4}`)

// Write makes a workbook of pages, wholly in memory: nothing of it lies in a
// temporary folder.
func Write(pages ...Page) ([]byte, error) {
	file := excelize.NewFile()
	defer func() { _ = file.Close() }()
	looks, err := newLooks(file)
	if err != nil {
		return nil, err
	}
	used := map[string]bool{}
	for i, page := range pages {
		name := sheetName(page.Name, used)
		if i == 0 {
			err = file.SetSheetName("Sheet1", name)
		} else {
			_, err = file.NewSheet(name)
		}
		if err == nil {
			err = writePage(file, name, page, looks)
		}
		if err != nil {
			return nil, fmt.Errorf("excel: write: %w", err)
		}
	}
	file.SetActiveSheet(0)
	buffer, err := file.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("excel: write: %w", err)
	}
	return buffer.Bytes(), nil
}

// looks are the styles of a written page, all of the format Text: whoever
// edits a cell that begins with = still has a text.
type looks struct{ head, body, quiet, label int }

func newLooks(file *excelize.File) (looks, error) {
	const text = 49 // the built-in format @
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	var out looks
	for _, each := range []struct {
		into  *int
		style excelize.Style
	}{
		{&out.head, excelize.Style{NumFmt: text, Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8F0EA"}}}},
		{&out.body, excelize.Style{NumFmt: text, Alignment: top}},
		{&out.quiet, excelize.Style{NumFmt: text, Font: &excelize.Font{Color: "9A9A9A"}, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&out.label, excelize.Style{NumFmt: text, Font: &excelize.Font{Bold: true}, Alignment: top}},
	} {
		id, err := file.NewStyle(&each.style)
		if err != nil {
			return out, fmt.Errorf("excel: style: %w", err)
		}
		*each.into = id
	}
	return out, nil
}

func writePage(file *excelize.File, sheet string, page Page, looks looks) error {
	rows := page.Rows
	if len(page.Head) > 0 {
		rows = append([][]string{page.Head}, rows...)
	}
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		return nil
	}
	if err := setColumns(file, sheet, page, rows, columns, looks); err != nil {
		return err
	}
	for i, row := range rows {
		for j, text := range row {
			if text == "" {
				continue
			}
			if err := file.SetCellStr(sheet, name(i+1, j+1), escaping.ReplaceAllString(text, "_x005F$0")); err != nil {
				return err
			}
		}
	}
	if len(page.Head) == 0 {
		return file.SetCellStyle(sheet, name(1, 1), name(len(rows), 1), looks.label)
	}
	if err := file.SetCellStyle(sheet, name(1, 1), name(1, columns), looks.head); err != nil {
		return err
	}
	if err := file.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return forPaper(file, sheet, columns)
}

// setColumns gives every column its look, also for rows that are added by
// hand later, and a width after what stands in it.
func setColumns(file *excelize.File, sheet string, page Page, rows [][]string, columns int, looks looks) error {
	for column := 1; column <= columns; column++ {
		letter, look := Letter(column), looks.body
		if column > columns-page.Quiet {
			look = looks.quiet
		}
		if err := file.SetColStyle(sheet, letter, look); err != nil {
			return err
		}
		width := narrowest
		for _, row := range rows {
			if column <= len(row) && column <= columns-page.Quiet {
				width = max(width, shownWidth(row[column-1])+2)
			}
		}
		if err := file.SetColWidth(sheet, letter, letter, float64(min(width, widest))); err != nil {
			return err
		}
		for row := range rows { // cells that exist need it once more
			if column <= len(rows[row]) && rows[row][column-1] != "" {
				if err := file.SetCellStyle(sheet, name(row+1, column), name(row+1, column), look); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// forPaper lets a list be printed as it is: across, one page wide, the
// headings on each page.
func forPaper(file *excelize.File, sheet string, columns int) error {
	across, wide, tall, fit := "landscape", 1, 0, true
	if err := file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &across, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	if err := file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet,
		RefersTo: fmt.Sprintf("'%s'!$1:$1", strings.ReplaceAll(sheet, "'", "''"))})
}

// shownWidth is the longest line of a text, wide characters twice.
func shownWidth(text string) int {
	longest := 0
	for line := range strings.SplitSeq(text, "\n") {
		width := 0
		for _, char := range line {
			width++
			if char > 0x2e7f {
				width++
			}
		}
		longest = max(longest, width)
	}
	return longest
}

// sheetName makes a name that a workbook takes, each once.
func sheetName(wanted string, used map[string]bool) string {
	plain := strings.Trim(strings.Map(func(char rune) rune {
		if strings.ContainsRune(`[]:*?/\`, char) || char < ' ' {
			return '_'
		}
		return char
	}, wanted), "' ")
	if plain == "" {
		plain = "表"
	}
	for i := 1; ; i++ {
		tail := ""
		if i > 1 {
			tail = fmt.Sprintf(" (%d)", i)
		}
		short := plain
		for utf8.RuneCountInString(short)+len(tail) > sheetNameMax {
			_, size := utf8.DecodeLastRuneInString(short)
			short = short[:len(short)-size]
		}
		if found := strings.ToLower(short + tail); !used[found] {
			used[found] = true
			return short + tail
		}
	}
}
