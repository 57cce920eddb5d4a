package excel

import (
	"strconv"
	"strings"
)

// list looks for headings with empty rows under them.
func (g *grid) list() (Template, bool) {
	for row := 2; row <= g.rows; row++ {
		bottom := row - 1
		if !g.emptyRow(row) || g.labels(bottom) < 4 {
			continue
		}
		last := row
		for last < g.rows && g.emptyRow(last+1) {
			last++
		}
		t := Template{Kind: List, sheet: g.sheet, first: row, Rows: last - row + 1}
		top := g.headingTop(bottom)
		for column := 1; column <= g.columns; column++ {
			if headings := g.headings(top, bottom, column); len(headings) > 0 {
				t.Columns = append(t.Columns, Column{Letter: strings.TrimRight(name(row, column), "0123456789"), Headings: headings, number: column})
			}
		}
		t.Places = g.places(top, last)
		return t, len(t.Columns) >= 4
	}
	return Template{}, false
}

// emptyRow tells whether a row waits for a record: nothing in it but a
// running number and formulas, and a cell for each of several columns.
func (g *grid) emptyRow(row int) bool {
	for column := 1; column <= g.columns; column++ {
		text := g.at(row, column)
		if text == "" {
			continue
		}
		if _, err := strconv.Atoi(text); err != nil || column > 2 {
			return false
		}
	}
	separate := 0
	for column := 1; column <= g.columns; column++ {
		if g.isTop(row, column) && g.span(row, column).Top == g.span(row, column).Bottom {
			separate++
		}
	}
	return separate >= 4
}

// labels counts the different texts of a row that head a column of their own.
func (g *grid) labels(row int) int {
	seen := map[[2]int]bool{}
	for column := 1; column <= g.columns; column++ {
		top := g.top(row, column)
		if g.text[top] != "" && g.span(row, column).Bottom == row {
			seen[top] = true
		}
	}
	return len(seen)
}

// headingTop is the first row of the headings: those that reach up from the
// bottom row, and a row of groups over it.
func (g *grid) headingTop(bottom int) int {
	top := bottom
	for column := 1; column <= g.columns; column++ {
		top = min(top, g.span(bottom, column).Top)
	}
	return top
}

// headings of a column, group first.
func (g *grid) headings(top, bottom, column int) []string {
	var texts []string
	last := [2]int{}
	for row := top; row <= bottom; row++ {
		cell := g.top(row, column)
		if text := strings.TrimSpace(g.text[cell]); text != "" && cell != last {
			texts, last = append(texts, text), cell
		}
	}
	return texts
}
