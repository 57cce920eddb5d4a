package intake

import (
	"slices"
	"strings"

	"yayuan/backend/excel"
)

// reading is one table while it is read.
type reading struct {
	reg       Register
	grid      *grid
	date1904  bool
	block     block
	table     Table
	byColumn  map[int]string
	overrides []Override
	owner     int    // the column of the owner's field, 0 when there is none
	partTitle string // the heading over the rows that follow
	noted     bool   // a note has begun: single texts below belong to it
	found     []foundRow
	rows      []Row
	problems  []Problem
}

// Recognise finds the tables of a book, maps their columns, and reads their
// records. Overrides are a person's word and go before what was recognised.
// Hidden sheets are left out, hidden rows are read and marked. A book without
// any heading of the register, or without any record, is a fault.
func Recognise(book excel.Book, reg Register, overrides []Override) (Result, error) {
	matcher := newMatcher(reg)
	var result Result
	for _, sheet := range book.Sheets {
		if sheet.Hidden || len(sheet.Rows) == 0 {
			continue
		}
		for i, part := range parts(matcher, newGrid(sheet)) {
			for _, t := range readSheet(matcher, part, book.Date1904, overrides) {
				result.add(t.as(i))
			}
		}
	}
	if len(result.Tables) == 0 {
		return result, noHeading
	}
	result.Problems = append(result.Problems, duplicates(reg, &result)...)
	result.sort()
	if len(result.Rows) == 0 {
		return result, noRows
	}
	return result, nil
}

// as says which of the tables side by side this one is.
func (t *reading) as(part int) *reading {
	t.table.Part = part
	for i := range t.rows {
		t.rows[i].Part = part
	}
	for i := range t.problems {
		t.problems[i].Part = part
	}
	return t
}

func (r *Result) add(t *reading) {
	r.Rows = append(r.Rows, t.rows...)
	r.Problems = append(r.Problems, t.problems...)
	for i := range r.Tables {
		if same(r.Tables[i], t.table) {
			return
		}
	}
	r.Tables = append(r.Tables, t.table)
}

// same tells whether a further part of a sheet has the columns of a table.
func same(a, b Table) bool {
	if a.Sheet != b.Sheet || len(a.Columns) != len(b.Columns) {
		return false
	}
	for i := range a.Columns {
		if a.Columns[i].Index != b.Columns[i].Index || a.Columns[i].Field != b.Columns[i].Field {
			return false
		}
	}
	return true
}

// readSheet walks down a sheet. A heading may come again, or another one with
// other columns; what stands above a heading is its title.
func readSheet(m *matcher, g *grid, date1904 bool, overrides []Override) []*reading {
	var tables []*reading
	var current *reading
	title := ""
	least := 2
	if !anyBlock(m, g, least) {
		least = 1
	}
	for i := 0; i < len(g.sheet.Rows); i++ {
		row := g.sheet.Rows[i]
		if current != nil && current.repeats(row) {
			continue
		}
		if b, ok := bestBlock(m, g, row.Number, least); ok {
			current = begin(m, g, b, date1904, overrides)
			current.partTitle, title = title, ""
			if !current.foreign(m) {
				tables = append(tables, current)
			}
			for i+1 < len(g.sheet.Rows) && g.sheet.Rows[i+1].Number <= b.last {
				i++
			}
			continue
		}
		if count, first := words(row); count == 1 && m.reg.Section != nil {
			if found := m.reg.Section(plainText(shownText(row.At(first)))); found != "" {
				title = found
			}
		}
		if current != nil {
			current.take(row)
		}
	}
	for _, t := range tables {
		t.convert(m)
	}
	return tables
}

func anyBlock(m *matcher, g *grid, least int) bool {
	for _, row := range g.sheet.Rows {
		if _, ok := m.blockAt(g, row.Number, least); ok {
			return true
		}
	}
	return false
}

// bestBlock is the heading at a row, unless one that begins a row or two later
// inside it names more fields: then this row is still the title.
func bestBlock(m *matcher, g *grid, row, least int) (block, bool) {
	found, ok := m.blockAt(g, row, least)
	if !ok {
		return found, false
	}
	for later := row + 1; later <= found.last; later++ {
		if other, ok := m.blockAt(g, later, least); ok && distinct(other.fields) > distinct(found.fields) {
			return found, false
		}
	}
	return found, true
}

// begin sets a table up under its heading.
func begin(m *matcher, g *grid, b block, date1904 bool, overrides []Override) *reading {
	t := &reading{reg: m.reg, grid: g, date1904: date1904, block: b, byColumn: map[int]string{}}
	t.table = Table{Sheet: g.sheet.Name, FirstRow: b.last + 1}
	for row := b.first; row <= b.last; row++ {
		t.table.HeaderRows = append(t.table.HeaderRows, row)
	}
	for column := 1; column <= g.width; column++ {
		path, ok := b.paths[column]
		if !ok {
			continue
		}
		heading := strings.Join(path, " / ")
		entry := Column{Index: column, Letter: excel.Letter(column), Heading: heading, Field: b.fields[column].field}
		for _, override := range overrides {
			if override.Sheet == g.sheet.Name && override.Column == column {
				entry.Field = override.Field
			}
		}
		field, known := m.reg.Field(entry.Field)
		if !known {
			entry.Field = ""
		} else {
			entry.swap = codesIn(heading, field)
			t.byColumn[column] = entry.Field
		}
		t.table.Columns = append(t.table.Columns, entry)
	}
	t.overrides = overrides
	t.dropTwins()
	for column, key := range t.byColumn {
		if key == m.reg.Owner {
			t.owner = column
		}
	}
	return t
}

// dropTwins takes a field from the column that was recognised when a person
// gave it to another one.
func (t *reading) dropTwins() {
	chosen, own := map[string]int{}, map[int]bool{}
	for _, column := range t.table.Columns {
		own[column.Index] = true
	}
	for _, override := range t.overrides {
		if override.Sheet == t.table.Sheet && override.Field != "" && own[override.Column] {
			chosen[override.Field] = override.Column
		}
	}
	for i, column := range t.table.Columns {
		if at, ok := chosen[column.Field]; ok && at != column.Index {
			t.table.Columns[i].Field = ""
			delete(t.byColumn, column.Index)
		}
	}
}

// borrowed tells whether a column's heading names nobody and was given to
// somebody beside the owner: the 电话 of a staff list tells of no guardian.
func (t *reading) borrowed(column int) bool {
	owner, _ := t.reg.Field(t.reg.Owner)
	field, _ := t.reg.Field(t.byColumn[column])
	return t.block.fields[column].bare && field.Subject != owner.Subject && !t.overridden(column)
}

// foreign tells whether the headings are those of another register, as when a
// workbook holds the staff on its next sheet.
func (t *reading) foreign(m *matcher) bool {
	for column, key := range t.byColumn {
		if slices.Contains(m.reg.Telling, key) && !t.borrowed(column) {
			return false
		}
	}
	for _, column := range t.table.Columns {
		text, _ := tidyHeading(column.Heading)
		for _, word := range m.reg.Foreign {
			if strings.Contains(text, word) {
				return true
			}
		}
	}
	return false
}
