package excel

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// grow inserts rows once, before the last row of the list, so that sums over
// the list grow with it; a list of one row is grown by hand.
func (f *filler) grow(g *grid, add int) error {
	first, last := f.t.first, f.t.first+f.t.Rows-1
	at := last
	if f.t.Rows == 1 {
		at = first + 1
	}
	if err := f.file.InsertRows(f.t.sheet, at, add); err != nil {
		return fmt.Errorf("excel: insert: %w", err)
	}
	f.report.Added = add
	f.patch.insertedAt, f.patch.added = at, add
	f.moveFormulas(at, add)
	if f.t.Rows == 1 {
		f.patch.grownRow = first
		if err := f.growSums(first, first+add); err != nil {
			return err
		}
	}
	if err := f.dress(g, f.model(), at, add); err != nil {
		return err
	}
	return f.moveComments(at, add)
}

func (f *filler) moveFormulas(at, add int) {
	moved := map[[2]int]bool{}
	for cell := range f.formulas[f.t.sheet] {
		if cell[0] >= at {
			cell[0] += add
		}
		moved[cell] = true
	}
	f.formulas[f.t.sheet] = moved
}

// model is the row that the new ones are made like: one from the middle, for
// the first may have a heavier line above and a formula that begins a column.
func (f *filler) model() int {
	if f.t.Rows > 2 {
		return f.t.first + 1
	}
	return f.t.first
}

// dress gives the new rows the look, height, merges and formulas of the
// list's model row.
func (f *filler) dress(g *grid, first, at, add int) error {
	height, err := f.file.GetRowHeight(f.t.sheet, first)
	if err != nil {
		return fmt.Errorf("excel: height: %w", err)
	}
	for row := at; row < at+add; row++ {
		if err := f.file.SetRowHeight(f.t.sheet, row, height); err != nil {
			return fmt.Errorf("excel: height: %w", err)
		}
	}
	for column := 1; column <= g.columns; column++ {
		style, err := f.file.GetCellStyle(f.t.sheet, name(first, column))
		if err != nil {
			return fmt.Errorf("excel: style: %w", err)
		}
		if err := f.file.SetCellStyle(f.t.sheet, name(at, column), name(at+add-1, column), style); err != nil {
			return fmt.Errorf("excel: style: %w", err)
		}
		if err := f.copyFormula(g, column, at, add); err != nil {
			return err
		}
		if span := g.span(first, column); span.Left == column && span.Right > column && span.Top == span.Bottom {
			for row := at; row < at+add; row++ {
				if err := f.file.MergeCell(f.t.sheet, name(row, span.Left), name(row, span.Right)); err != nil {
					return fmt.Errorf("excel: merge: %w", err)
				}
			}
		}
	}
	return nil
}

// copyFormula fills a column's formula down as a person would by dragging. The
// second row tells the rule, the first may only begin it (1, then =A5+1).
func (f *filler) copyFormula(g *grid, column, at, add int) error {
	from := f.t.first + min(1, f.t.Rows-1)
	formula, ok := g.formula[[2]int{from, column}]
	if !ok {
		return nil
	}
	until := at + add - 1
	if f.t.Rows > 1 {
		// The list's last row moved down with a formula of its own: the library
		// leaves what points to the row above wrong, so it is written anew.
		until++
	}
	for row := at; row <= until; row++ {
		if err := f.file.SetCellFormula(f.t.sheet, name(row, column), shiftRows(formula, row-from)); err != nil {
			return fmt.Errorf("excel: formula: %w", err)
		}
		f.formulas[f.t.sheet][[2]int{row, column}] = true
	}
	return nil
}

var reference = regexp.MustCompile(`(\$?[A-Z]{1,3})(\$?)(\d+)([(\w]?)`)

// eachReference changes the cell references of a formula, outside of texts.
func eachReference(formula string, change func(column string, fixed bool, row int) int) string {
	parts := strings.Split(formula, `"`)
	for i := 0; i < len(parts); i += 2 {
		parts[i] = reference.ReplaceAllStringFunc(parts[i], func(found string) string {
			match := reference.FindStringSubmatch(found)
			row, err := strconv.Atoi(match[3])
			if err != nil || match[4] != "" { // LOG10( is a function
				return found
			}
			return match[1] + match[2] + strconv.Itoa(change(match[1], match[2] == "$", row))
		})
	}
	return strings.Join(parts, `"`)
}

// shiftRows copies a formula to another row as a person would by dragging.
func shiftRows(formula string, by int) string {
	return eachReference(formula, func(_ string, fixed bool, row int) int {
		if fixed {
			return row
		}
		return row + by
	})
}

var oneRow = regexp.MustCompile(`((?:'[^']+'|[\p{L}\p{N}_.]+)!)?(\$?[A-Z]{1,3}\$?)(\d+):(\$?[A-Z]{1,3}\$?)(\d+)`)

// growSums makes sums and names over the list's one row reach to its last, on
// this sheet and on others that name it.
func (f *filler) growSums(first, last int) error {
	for _, sheet := range f.file.GetSheetList() {
		for _, cell := range f.formulasOf(sheet) {
			if err := f.growSum(sheet, cell, first, last); err != nil {
				return err
			}
		}
	}
	for _, defined := range f.file.GetDefinedName() {
		changed := f.grown(defined.RefersTo, "", first, last)
		if changed == defined.RefersTo || strings.HasPrefix(defined.Name, "_xlnm.") {
			continue
		}
		if err := f.file.DeleteDefinedName(&defined); err != nil {
			return fmt.Errorf("excel: name: %w", err)
		}
		defined.RefersTo = changed
		if err := f.file.SetDefinedName(&defined); err != nil {
			return fmt.Errorf("excel: name: %w", err)
		}
	}
	return nil
}

func (f *filler) growSum(sheet, cell string, first, last int) error {
	if _, row, err := excelize.CellNameToCoordinates(cell); err != nil || sheet == f.t.sheet && row >= first && row <= last {
		return nil // a formula of the list itself looks at its own row
	}
	formula, err := f.file.GetCellFormula(sheet, cell)
	if err != nil {
		return fmt.Errorf("excel: %s: %w", cell, err)
	}
	changed := f.grown(formula, sheet, first, last)
	if changed == formula {
		return nil
	}
	if err := f.file.SetCellFormula(sheet, cell, changed); err != nil {
		return fmt.Errorf("excel: %s: %w", cell, err)
	}
	return nil
}

// grown lets ranges over the one row of the list reach to its last; sheet is
// the one that the text stands on.
func (f *filler) grown(text, sheet string, first, last int) string {
	return oneRow.ReplaceAllStringFunc(text, func(found string) string {
		match := oneRow.FindStringSubmatch(found)
		named := strings.Trim(strings.TrimSuffix(match[1], "!"), "'")
		if named == "" {
			named = sheet
		}
		if named != f.t.sheet || match[3] != strconv.Itoa(first) || match[5] != match[3] {
			return found
		}
		return match[1] + match[2] + match[3] + ":" + match[4] + strconv.Itoa(last)
	})
}

// moveComments moves notes below the insertion, which the library leaves.
func (f *filler) moveComments(at, add int) error {
	comments, err := f.file.GetComments(f.t.sheet)
	if err != nil {
		return fmt.Errorf("excel: comments: %w", err)
	}
	for _, comment := range comments {
		column, row, err := excelize.CellNameToCoordinates(comment.Cell)
		if err != nil || row < at {
			continue
		}
		if err := f.file.DeleteComment(f.t.sheet, comment.Cell); err != nil {
			return fmt.Errorf("excel: comments: %w", err)
		}
		comment.Cell = name(row+add, column)
		if err := f.file.AddComment(f.t.sheet, comment); err != nil {
			return fmt.Errorf("excel: comments: %w", err)
		}
	}
	return nil
}
