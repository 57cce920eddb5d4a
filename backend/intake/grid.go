package intake

import (
	"strconv"

	"yayuan/backend/excel"
)

// grid looks up the cells of a sheet by row number and column, and what a
// merge says about them.
type grid struct {
	sheet  excel.Sheet
	index  map[int]int           // row number → place in sheet.Rows
	merges map[int][]excel.Range // row number → the merges that touch it
	width  int
}

// mergeRows is the tallest merge that means anything inside a table.
const mergeRows = 3000

func newGrid(sheet excel.Sheet) *grid {
	g := &grid{sheet: sheet, index: make(map[int]int, len(sheet.Rows)), merges: map[int][]excel.Range{}}
	for i, row := range sheet.Rows {
		g.index[row.Number] = i
		g.width = max(g.width, len(row.Cells))
	}
	for _, merge := range sheet.Merged {
		if merge.Bottom-merge.Top > mergeRows {
			continue
		}
		for row := merge.Top; row <= merge.Bottom; row++ {
			if _, used := g.index[row]; used {
				g.merges[row] = append(g.merges[row], merge)
			}
		}
	}
	return g
}

func (g *grid) row(number int) (excel.Row, bool) {
	at, ok := g.index[number]
	if !ok {
		return excel.Row{}, false
	}
	return g.sheet.Rows[at], true
}

func (g *grid) cell(row, column int) excel.Cell {
	found, _ := g.row(row)
	return found.At(column)
}

// merged gives the merge that a cell lies in.
func (g *grid) merged(row, column int) (excel.Range, bool) {
	for _, merge := range g.merges[row] {
		if merge.Contains(row, column) {
			return merge, true
		}
	}
	return excel.Range{}, false
}

// filled gives the value of a cell, or of the merge down which it is spread.
// A merge fills its own rows and nothing below them.
func (g *grid) filled(row, column int) (excel.Cell, bool) {
	cell := g.cell(row, column)
	if cell.Kind != excel.Blank {
		return cell, false
	}
	merge, ok := g.merged(row, column)
	if !ok || merge.Left != column || merge.Top == row {
		return cell, false
	}
	return g.cell(merge.Top, column), true
}

// words counts the cells with content of a row and gives the first one's
// column.
func words(row excel.Row) (count, first int) {
	for i, cell := range row.Cells {
		if cell.Kind == excel.Blank {
			continue
		}
		if count++; count == 1 {
			first = i + 1
		}
	}
	return count, first
}

// counting tells whether a row numbers its columns (1 2 3 …) or holds small
// whole numbers alone, as the row under many forms' headings does.
func counting(row excel.Row) bool {
	count, last := 0, 0
	for _, cell := range row.Cells {
		if cell.Kind == excel.Blank {
			continue
		}
		number, err := strconv.Atoi(squeezeBrackets(shownText(cell)))
		if err != nil || count > 0 && number != last+1 {
			return false
		}
		count, last = count+1, number
	}
	return count >= 3
}
