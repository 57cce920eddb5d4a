package excel

import (
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"yayuan/backend/day"
)

var namedDate = regexp.MustCompile(`(?i)\bDATE\((\d{4}),\s*(\d{1,2}),\s*(\d{1,2})\)`)

// findFormulas notes where formulas stand, on every sheet.
func (f *filler) findFormulas() error {
	for _, sheet := range f.file.GetSheetList() {
		grid, err := readGrid(f.file, sheet, f.sizes[sheet])
		if err != nil {
			return err
		}
		f.formulas[sheet] = map[[2]int]bool{}
		for at := range grid.formula {
			f.formulas[sheet][at] = true
		}
	}
	return nil
}

// formulasOf lists the cells of a sheet with a formula, row by row.
func (f *filler) formulasOf(sheet string) []string {
	cells := [][2]int{}
	for at := range f.formulas[sheet] {
		cells = append(cells, at)
	}
	sort.Slice(cells, func(i, j int) bool {
		return cells[i][0] < cells[j][0] || (cells[i][0] == cells[j][0] && cells[i][1] < cells[j][1])
	})
	names := make([]string, len(cells))
	for i, at := range cells {
		names[i] = name(at[0], at[1])
	}
	return names
}

// keepFormulas reports what in the template names another reckoning day. The
// formula is the district's and stays as it is.
func (f *filler) keepFormulas() error {
	for _, sheet := range f.file.GetSheetList() {
		for _, cell := range f.formulasOf(sheet) {
			formula, err := f.file.GetCellFormula(sheet, cell)
			if err != nil {
				return fmt.Errorf("excel: %s: %w", cell, err)
			}
			for _, match := range namedDate.FindAllStringSubmatch(formula, -1) {
				if named, ok := dayOf(match[1:]); ok && named != f.content.Reckoning {
					f.keep(KeptFormula{Cell: f.shown(sheet, cell), Formula: formula, Day: named, Count: 1})
				}
			}
		}
	}
	return nil
}

func dayOf(parts []string) (day.Day, bool) {
	year, _ := strconv.Atoi(parts[0])
	month, _ := strconv.Atoi(parts[1])
	date, _ := strconv.Atoi(parts[2])
	return day.Make(year, month, date)
}

// shown names a cell for a report: with its sheet when it is not the main one.
func (f *filler) shown(sheet, cell string) string {
	if sheet == f.t.sheet {
		return cell
	}
	return sheet + "!" + cell
}

// keep joins the same formula down a column into one line of the report.
func (f *filler) keep(kept KeptFormula) {
	letters := strings.TrimRight(kept.Cell, "0123456789")
	for i, known := range f.report.Kept {
		if known.Day == kept.Day && strings.TrimRight(known.Cell, "0123456789") == letters {
			f.report.Kept[i].Count++
			return
		}
	}
	f.report.Kept = append(f.report.Kept, kept)
}

// result is what a formula comes to.
type result struct {
	text    string
	numeric bool
}

// calculate works the formulas out, so that a preview on a phone shows them.
// What the library cannot calculate is left to the spreadsheet.
func (f *filler) calculate() error {
	for _, sheet := range f.file.GetSheetList() {
		results := map[string]result{}
		for _, cell := range f.formulasOf(sheet) {
			text, err := f.file.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
			if err != nil || strings.HasPrefix(text, "#") {
				continue
			}
			if text == "0" && f.hollow(sheet, cell) {
				f.report.Hollow = append(f.report.Hollow, f.shown(sheet, cell))
			}
			_, notNumber := strconv.ParseFloat(text, 64)
			results[cell] = result{text: text, numeric: notNumber == nil}
		}
		f.patch.results[sheet] = results
	}
	return nil
}

var plainSum = regexp.MustCompile(`^SUM\(([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)\)$`)

// hollow tells whether a sum adds up nothing but empty cells: its 0 is the
// template's, not the nursery's.
func (f *filler) hollow(sheet, cell string) bool {
	formula, err := f.file.GetCellFormula(sheet, cell)
	if err != nil {
		return false
	}
	match := plainSum.FindStringSubmatch(formula)
	if match == nil {
		return false
	}
	left, top, errFrom := excelize.CellNameToCoordinates(match[1] + match[2])
	right, bottom, errTo := excelize.CellNameToCoordinates(match[3] + match[4])
	if errFrom != nil || errTo != nil {
		return false
	}
	for row := top; row <= bottom; row++ {
		for column := left; column <= right; column++ {
			if text, err := f.file.GetCellValue(sheet, name(row, column)); err != nil || text != "" {
				return false
			}
		}
	}
	return true
}
