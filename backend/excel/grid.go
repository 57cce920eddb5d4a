package excel

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// grid is a sheet as a person sees it: merged cells are one.
type grid struct {
	sheet   string
	rows    int
	columns int
	text    map[[2]int]string // row, column → text
	formula map[[2]int]string
	owner   map[[2]int][2]int // cell → top left cell of its merged range
	spans   map[[2]int]Range  // top left cell → its range
}

func readGrid(file *excelize.File, sheet string, size extent) (*grid, error) {
	g := &grid{sheet: sheet, text: map[[2]int]string{}, formula: map[[2]int]string{}, owner: map[[2]int][2]int{}, spans: map[[2]int]Range{}}
	if err := g.merged(file); err != nil {
		return nil, err
	}
	for _, span := range g.spans {
		size.rows, size.columns = max(size.rows, min(span.Bottom, maxFormRows)), max(size.columns, min(span.Right, maxFormColumns))
	}
	g.rows, g.columns = size.rows, size.columns
	for row := 1; row <= g.rows; row++ {
		for column := 1; column <= g.columns; column++ {
			if err := g.cell(file, row, column); err != nil {
				return nil, err
			}
		}
	}
	if len(g.text)+len(g.formula) == 0 {
		g.rows = 0
	}
	return g, nil
}

func (g *grid) merged(file *excelize.File) error {
	cells, err := file.GetMergeCells(g.sheet)
	if err != nil {
		return readBroken.Because(err)
	}
	for _, cell := range cells {
		left, top, err := excelize.CellNameToCoordinates(cell.GetStartAxis())
		if err != nil {
			continue
		}
		right, bottom, err := excelize.CellNameToCoordinates(cell.GetEndAxis())
		if err != nil {
			continue
		}
		g.spans[[2]int{top, left}] = Range{Top: top, Left: left, Bottom: bottom, Right: right}
		for row := top; row <= min(bottom, maxFormRows); row++ {
			for column := left; column <= min(right, maxFormColumns); column++ {
				g.owner[[2]int{row, column}] = [2]int{top, left}
			}
		}
	}
	return nil
}

func (g *grid) cell(file *excelize.File, row, column int) error {
	at := name(row, column)
	formula, err := file.GetCellFormula(g.sheet, at)
	if err != nil {
		return readBroken.Because(err)
	}
	if formula != "" {
		g.formula[[2]int{row, column}] = formula
		return nil
	}
	text, err := file.GetCellValue(g.sheet, at, excelize.Options{RawCellValue: true})
	if err != nil {
		return readBroken.Because(err)
	}
	if text != "" {
		g.text[[2]int{row, column}] = text
	}
	return nil
}

func name(row, column int) string {
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(fmt.Sprintf("excel: cell %d,%d: %v", row, column, err))
	}
	return cell
}

// top is the cell that a merged one belongs to.
func (g *grid) top(row, column int) [2]int {
	if owner, ok := g.owner[[2]int{row, column}]; ok {
		return owner
	}
	return [2]int{row, column}
}

// at gives the text that is seen in a cell.
func (g *grid) at(row, column int) string { return strings.TrimSpace(g.text[g.top(row, column)]) }

// raw gives the text untrimmed: the blanks of a label are its places.
func (g *grid) raw(row, column int) string { return g.text[[2]int{row, column}] }

// title gives the first words of the sheet.
func (g *grid) title() string {
	title := ""
	g.each(func(row, column int) {
		if title == "" {
			title = g.at(row, column)
		}
	})
	return title
}

func (g *grid) calculated(row, column int) bool {
	_, ok := g.formula[g.top(row, column)]
	return ok
}

// isTop tells whether a cell stands for itself.
func (g *grid) isTop(row, column int) bool { return g.top(row, column) == [2]int{row, column} }

// span is the range of a cell, itself when it is not merged.
func (g *grid) span(row, column int) Range {
	top := g.top(row, column)
	if r, ok := g.spans[top]; ok {
		return r
	}
	return Range{Top: row, Left: column, Bottom: row, Right: column}
}
