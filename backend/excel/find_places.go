package excel

import (
	"regexp"
	"strings"
)

var placeholder = regexp.MustCompile(`\{\{([^{}|]+)(?:\|([^{}]*))?\}\}`)

// template decides what kind a sheet is and finds its places.
func (g *grid) template() Template {
	for _, text := range g.text {
		if placeholder.MatchString(text) {
			return g.placeholders()
		}
	}
	if list, ok := g.list(); ok {
		return list
	}
	return Template{Kind: Labels, sheet: g.sheet, Places: g.places(0, 0)}
}

func (g *grid) placeholders() Template {
	t := Template{Kind: Placeholders, sheet: g.sheet}
	g.each(func(row, column int) {
		text := g.raw(row, column)
		if strings.Contains(text, "{{#") {
			t.first, t.Rows = row, 1
		}
	})
	g.each(func(row, column int) {
		text := g.raw(row, column)
		names := []string{}
		for _, match := range placeholder.FindAllStringSubmatch(text, -1) {
			if mark := match[1][0]; mark != '#' && mark != '/' {
				names = append(names, strings.TrimSpace(match[1]))
			}
		}
		switch {
		case len(names) == 0:
		case row == t.first:
			t.Columns = append(t.Columns, Column{Letter: strings.TrimRight(name(row, column), "0123456789"), Name: names[0],
				number: column, text: text})
		default:
			t.Places = append(t.Places, Place{Sheet: g.sheet, Cell: name(row, column), Names: names, how: marked, text: text})
		}
	})
	return t
}

func (g *grid) each(visit func(row, column int)) {
	for row := 1; row <= g.rows; row++ {
		for column := 1; column <= g.columns; column++ {
			if g.isTop(row, column) {
				visit(row, column)
			}
		}
	}
}

// places finds the single places outside of the rows of a list.
func (g *grid) places(from, until int) []Place {
	var found []Place
	g.each(func(row, column int) {
		if from > 0 && row >= from && row <= until {
			return
		}
		if blanks := g.blanks(row, column, from > 0); len(blanks) > 0 {
			found = append(found, blanks...)
		} else if place, ok := g.place(row, column, from > 0); ok {
			found = append(found, place)
		}
	})
	return found
}

// place looks at one cell without a colon. In a list nothing but a colon or
// a month makes a place: an empty cell beside a total is none.
func (g *grid) place(row, column int, inList bool) (Place, bool) {
	text := g.raw(row, column)
	place := Place{Sheet: g.sheet, Cell: name(row, column), text: text}
	if inList || g.calculated(row, column) || g.labelsRight(row) {
		return place, false
	}
	left, distance := g.leftLabel(row, column)
	if left == "" {
		return place, false
	}
	if strings.Contains(text, "□") {
		place.Label, place.how = left, tick
		return place, distance == 1
	}
	if strings.TrimSpace(text) != "" {
		return place, false
	}
	place.Label, place.Above, place.how = left, g.above(row, column), whole
	place.Around = g.around(row, column)
	if strings.HasSuffix(left, "：") || strings.HasSuffix(left, ":") {
		return place, distance == 1
	}
	if distance > 1 || g.span(row, column).Left == g.span(row, column).Right && place.Above != "" && g.table(row, column) {
		place.how = crossing
	}
	return place, true
}

// labelsRight tells whether a row begins with a blank and ends with a label:
// nobody can tell whether its labels stand before their blanks or behind.
func (g *grid) labelsRight(row int) bool {
	last := 0
	for column := 1; column <= g.columns; column++ {
		if g.at(row, column) != "" || g.calculated(row, column) {
			last = column
		}
	}
	return last == g.columns && g.at(row, 1) == "" && !g.calculated(row, 1) && !g.calculated(row, last)
}

// around collects what else names an empty cell: the group over the heading
// of its column, and all labels to its left.
func (g *grid) around(row, column int) []string {
	var texts []string
	for c := g.span(row, column).Left - 1; c >= 1; c = g.span(row, c).Left - 1 {
		if text := g.at(row, c); text != "" {
			texts = append(texts, text)
		}
	}
	for r, seen := g.span(row, column).Top-1, 0; r >= 1 && seen < 2; r = g.span(r, column).Top - 1 {
		text := g.at(r, column)
		if text != "" {
			texts, seen = append(texts, text), seen+1
		} else if seen > 0 {
			break
		}
	}
	return texts
}

// leftLabel is the nearest text to the left and how many cells away it is.
func (g *grid) leftLabel(row, column int) (string, int) {
	distance := 0
	for c := column - 1; c >= 1; {
		span := g.span(row, c)
		distance++
		if text := g.at(row, c); text != "" {
			return text, distance
		}
		c = span.Left - 1
	}
	return "", 0
}

// above is the nearest text above in the column.
func (g *grid) above(row, column int) string {
	for r := row - 1; r >= 1; {
		if text := g.at(r, column); text != "" {
			return text
		}
		r = g.span(r, column).Top - 1
	}
	return ""
}

// table tells whether a cell's right neighbour is another empty or calculated
// cell of the same row: then the row is one of a table of figures, and its
// label alone does not name the cell.
func (g *grid) table(row, column int) bool {
	right := g.span(row, column).Right + 1
	return right <= g.columns && g.at(row, right) == ""
}
