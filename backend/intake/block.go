package intake

import (
	"regexp"
	"strings"

	"yayuan/backend/excel"
)

// block is a heading of one to three rows with the paths of its columns, from
// the outermost group to the leaf.
type block struct {
	first, last int // row numbers
	paths       map[int][]string
	widths      map[int]int
	fields      map[int]match
}

// match is a field that a column was taken for and how surely.
type match struct {
	field string
	rank  int
	bare  bool // an attribute without subject, outside any group
}

// blockHeight is how many levels a heading may have.
const blockHeight = 3

// blockAt finds the heading that begins at a row: of the possible heights the
// one that names the most fields.
func (m *matcher) blockAt(g *grid, row int, least int) (block, bool) {
	best, most := block{}, 0
	if !m.begins(g, row) {
		return best, false
	}
	for height := 1; height <= blockHeight; height++ {
		last := row + height - 1
		if _, ok := g.row(last); !ok {
			break
		}
		if !m.leafRow(g, last) {
			continue
		}
		candidate := m.assemble(g, row, last)
		if n := distinct(candidate.fields); n > most {
			best, most = candidate, n
		}
	}
	return best, most >= least
}

func distinct(fields map[int]match) int {
	seen := map[string]bool{}
	for _, found := range fields {
		seen[found.field] = true
	}
	return len(seen)
}

// begins tells whether a row can be the top of a heading: it names a value or
// a group, and holds no data. A text over the whole width is a title.
func (m *matcher) begins(g *grid, number int) bool {
	row, ok := g.row(number)
	if !ok || holdsData(row) {
		return false
	}
	count, first := words(row)
	if count == 1 && m.title(g, number, first) {
		return false
	}
	for _, cell := range row.Cells {
		if cell.Kind != excel.Text {
			continue
		}
		if found := m.read(cell.Raw); found.leaf() || found.alone || found.neutral {
			return true
		}
	}
	return false
}

// title tells whether the only cell of a row stands over most of the table.
func (m *matcher) title(g *grid, row, column int) bool {
	merge, merged := g.merged(row, column)
	if !merged {
		return !m.read(g.cell(row, column).Raw).leaf()
	}
	return (min(merge.Right, g.width)-merge.Left+1)*10 >= g.width*7 && g.width > 1
}

// leafRow tells whether a row can be the bottom of a heading: at least one
// cell names a value and none is data.
func (m *matcher) leafRow(g *grid, number int) bool {
	row, _ := g.row(number)
	if holdsData(row) {
		return false
	}
	for column := range row.Cells {
		cell := row.Cells[column]
		if merge, ok := g.merged(number, column+1); ok && cell.Kind == excel.Blank {
			cell = g.cell(merge.Top, merge.Left)
		}
		if cell.Kind == excel.Text && m.read(cell.Raw).leaf() {
			return true
		}
	}
	return false
}

var (
	longDigits = regexp.MustCompile(`\d{6,}`)
	wholeDate  = regexp.MustCompile(`^(19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$`)
)

// holdsData tells whether a row has a cell that no heading would have: a
// dated or long number, a date, a phone.
func holdsData(row excel.Row) bool {
	for _, cell := range row.Cells {
		switch cell.Kind {
		case excel.Number:
			if cell.Dated || len(plainNumber(cell.Raw)) > 3 {
				return true
			}
		case excel.Text:
			text := squeeze(halfWidth(cell.Raw))
			bare := brackets.ReplaceAllString(text, "")
			if wholeDate.MatchString(bare) || len(bare) <= 24 && longDigits.MatchString(bare) {
				return true
			}
		}
	}
	return false
}

// assemble builds the columns' paths between two rows and finds their fields.
func (m *matcher) assemble(g *grid, first, last int) block {
	b := block{first: first, last: last, paths: map[int][]string{}, widths: map[int]int{}}
	levels := make([][]string, 0, last-first+1)
	for row := first; row <= last; row++ {
		levels = append(levels, m.level(g, row, first, last))
	}
	for column := 1; column <= g.width; column++ {
		merge, ok := g.merged(last, column)
		if ok && merge.Left < column && merge.Top >= first {
			continue // the heading belongs to the first column of its merge
		}
		var path []string
		for _, level := range levels {
			if text := level[column]; text != "" && (len(path) == 0 || path[len(path)-1] != text) {
				path = append(path, text)
			}
		}
		if len(path) > 0 {
			b.paths[column], b.widths[column] = path, 1
			if ok && merge.Left == column {
				b.widths[column] = merge.Right - merge.Left + 1
			}
		}
	}
	b.fields = m.assign(b.paths)
	return b
}

// level gives the text of one heading row above each column: its own, that of
// its merge, or that of the group to the left when something stands below.
func (m *matcher) level(g *grid, row, first, last int) []string {
	texts := make([]string, g.width+1)
	count, only := 0, 0
	if found, ok := g.row(row); ok {
		count, only = words(found)
	}
	if row < last && count == 1 && m.title(g, row, only) {
		return texts
	}
	group := ""
	for column := 1; column <= g.width; column++ {
		cell := g.cell(row, column)
		if merge, ok := g.merged(row, column); ok && merge.Top >= first {
			texts[column] = strings.TrimSpace(shownText(g.cell(merge.Top, merge.Left)))
			group = ""
			continue
		}
		if cell.Kind != excel.Blank {
			texts[column] = strings.TrimSpace(shownText(cell))
			group = ""
			if row < last && below(g, row, last, column) {
				group = texts[column]
			}
			continue
		}
		if row == last || !below(g, row, last, column) {
			group = ""
			continue
		}
		texts[column] = group
	}
	return texts
}

// below tells whether a lower heading row has a text of its own in a column.
func below(g *grid, row, last, column int) bool {
	for lower := row + 1; lower <= last; lower++ {
		if g.cell(lower, column).Kind != excel.Blank {
			return true
		}
	}
	return false
}
