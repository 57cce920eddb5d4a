package excel

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// list grows the list to its records by one insertion and writes them.
func (f *filler) list() error {
	grid, err := readGrid(f.file, f.t.sheet)
	if err != nil {
		return err
	}
	f.patch.formulas = map[[2]int]bool{}
	for at := range grid.formula {
		f.patch.formulas[at] = true
	}
	if len(f.t.Columns) == 0 {
		return nil
	}
	if add := f.content.Rows - f.t.Rows; add > 0 {
		if err := f.grow(grid, add); err != nil {
			return err
		}
	}
	for index := range f.content.Rows {
		for _, column := range f.t.Columns {
			if err := f.record(index, column); err != nil {
				return err
			}
		}
	}
	if f.t.Kind == Placeholders && f.content.Rows == 0 {
		for _, column := range f.t.Columns {
			if err := f.file.SetCellValue(f.t.sheet, name(f.t.first, column.number), nil); err != nil {
				return fmt.Errorf("excel: clear: %w", err)
			}
		}
	}
	return nil
}

func (f *filler) record(index int, column Column) error {
	row := f.t.first + index
	cell := name(row, column.number)
	if f.patch.formulas[[2]int{row, column.number}] {
		return nil // the template calculates this column itself
	}
	value := f.content.Row(index, column)
	if column.text != "" && placeholder.ReplaceAllString(column.text, "") != "" || strings.Count(column.text, "{{") > 1 && !onlyMarks(column.text) {
		return f.text(f.t.sheet, cell, f.written(cell, column.text, func(name string) Value {
			other := column
			other.Name = name
			return f.content.Row(index, other)
		}))
	}
	if column.text != "" {
		return f.orEmpty(f.t.sheet, cell, value)
	}
	if !value.Recorded() {
		return nil
	}
	return f.value(f.t.sheet, cell, value)
}

// onlyMarks tells whether a text holds one value and the marks of the list.
func onlyMarks(text string) bool {
	values := 0
	for _, match := range placeholder.FindAllStringSubmatch(text, -1) {
		if match[1][0] != '#' && match[1][0] != '/' {
			values++
		}
	}
	return values == 1
}

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
	if err := f.dress(g, first, at, add); err != nil {
		return err
	}
	return f.moveComments(at, add)
}

func (f *filler) moveFormulas(at, add int) {
	moved := map[[2]int]bool{}
	for cell := range f.patch.formulas {
		if cell[0] >= at {
			cell[0] += add
		}
		moved[cell] = true
	}
	f.patch.formulas = moved
}

// dress gives the new rows the look, height, merges and formulas of the
// list's first row.
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
		if err := f.copyFormula(g, first, column, at, add); err != nil {
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

func (f *filler) copyFormula(g *grid, first, column, at, add int) error {
	formula, ok := g.formula[[2]int{first, column}]
	if !ok {
		return nil
	}
	for row := at; row < at+add; row++ {
		if err := f.file.SetCellFormula(f.t.sheet, name(row, column), shiftRows(formula, row-first)); err != nil {
			return fmt.Errorf("excel: formula: %w", err)
		}
		f.patch.formulas[[2]int{row, column}] = true
	}
	// The list's last row moved down with a formula of its own: the library
	// leaves what points to the row above wrong, so it is written anew.
	if last := f.t.first + f.t.Rows - 1 + add; f.t.Rows > 1 {
		return f.file.SetCellFormula(f.t.sheet, name(last, column), shiftRows(formula, last-first))
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

var oneRow = regexp.MustCompile(`(\$?[A-Z]{1,3}\$?)(\d+):(\$?[A-Z]{1,3}\$?)(\d+)`)

// growSums makes sums and names over the list's one row reach to its last.
func (f *filler) growSums(first, last int) error {
	grown := func(text string) string {
		return oneRow.ReplaceAllStringFunc(text, func(found string) string {
			match := oneRow.FindStringSubmatch(found)
			if match[2] != strconv.Itoa(first) || match[4] != match[2] {
				return found
			}
			return match[1] + match[2] + ":" + match[3] + strconv.Itoa(last)
		})
	}
	for cell := range f.patch.formulas {
		if cell[0] == first {
			continue
		}
		at := name(cell[0], cell[1])
		formula, err := f.file.GetCellFormula(f.t.sheet, at)
		if err != nil {
			return fmt.Errorf("excel: %s: %w", at, err)
		}
		if changed := grown(formula); changed != formula {
			if err := f.file.SetCellFormula(f.t.sheet, at, changed); err != nil {
				return fmt.Errorf("excel: %s: %w", at, err)
			}
		}
	}
	for _, defined := range f.file.GetDefinedName() {
		changed := grown(defined.RefersTo)
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
