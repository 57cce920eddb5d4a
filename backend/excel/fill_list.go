package excel

import (
	"fmt"
	"strings"
)

// list grows the list to its records by one insertion and writes them.
func (f *filler) list() error {
	grid, err := readGrid(f.file, f.t.sheet, f.sizes[f.t.sheet])
	if err != nil {
		return err
	}
	if len(f.t.Columns) == 0 {
		return nil
	}
	if err := f.clearSamples(grid); err != nil {
		return err
	}
	if add := f.content.Rows - f.t.Rows; add > 0 {
		if err := f.grow(grid, add); err != nil {
			return err
		}
	}
	if err := f.number(); err != nil {
		return err
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

// clearSamples takes out what showed how to fill: nobody of the sample is
// ever filed.
func (f *filler) clearSamples(g *grid) error {
	for row := f.t.first; row < f.t.first+f.t.samples; row++ {
		for column := 1; column <= g.columns; column++ {
			if g.raw(row, column) == "" {
				continue
			}
			if err := f.file.SetCellValue(f.t.sheet, name(row, column), nil); err != nil {
				return fmt.Errorf("excel: clear: %w", err)
			}
		}
	}
	return nil
}

// number goes on with the running numbers that the template has printed, in
// whatever words it heads them.
func (f *filler) number() error {
	rows := max(f.t.Rows, f.content.Rows)
	for column, start := range f.t.running {
		for index := range rows {
			if err := f.file.SetCellInt(f.t.sheet, name(f.t.first+index, column), int64(start+index)); err != nil {
				return fmt.Errorf("excel: number: %w", err)
			}
		}
	}
	return nil
}

func (f *filler) record(index int, column Column) error {
	row := f.t.first + index
	cell := name(row, column.number)
	if f.formulas[f.t.sheet][[2]int{row, column.number}] {
		return nil // the template calculates this column itself
	}
	if _, printed := f.t.running[column.number]; printed {
		return nil
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
