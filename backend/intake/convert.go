package intake

import (
	"regexp"
	"strings"

	"yayuan/backend/excel"
)

// foundRow is a row that is a record, before its values are read.
type foundRow struct {
	row     excel.Row
	section string
	more    []excel.Row // rows below that belong to it
}

// take puts a row where it belongs.
func (t *reading) take(row excel.Row) {
	switch t.judge(row) {
	case aRecord:
		t.found = append(t.found, foundRow{row: row, section: t.partTitle})
	case aSection:
		count, first := words(row)
		t.partTitle = t.section(row, count, first)
	case continued:
		if n := len(t.found); n > 0 {
			t.found[n-1].more = append(t.found[n-1].more, row)
		}
	}
}

// convert reads the values of all rows of the table.
func (t *reading) convert(m *matcher) {
	t.partContacts(m)
	t.sample()
	keys := map[string]bool{}
	for _, found := range t.found {
		t.convertRow(m, found)
		for key := range t.rows[len(t.rows)-1].Values {
			keys[key] = true
		}
	}
	for _, row := range t.rows { // a value that only some rows have is empty in the others
		for key := range keys {
			row.Values[key] += ""
		}
	}
}

// samplesMax is how many values of a column the preview shows.
const samplesMax = 3

func (t *reading) sample() {
	for i := range t.table.Columns {
		column := &t.table.Columns[i]
		column.Samples = []string{}
		for _, found := range t.found {
			if len(column.Samples) == samplesMax {
				break
			}
			if text := shownText(found.row.At(column.Index)); text != "" {
				column.Samples = append(column.Samples, text)
			}
		}
	}
}

// partContacts finds the columns that hold a name and a phone together: nearly
// every cell does, and no other column has the partner.
func (t *reading) partContacts(m *matcher) {
	mapped := map[string]bool{}
	for _, key := range t.byColumn {
		mapped[key] = true
	}
	for i, column := range t.table.Columns {
		field, ok := t.reg.Field(column.Field)
		if !ok || field.Pair == "" || t.overridden(column.Index) {
			continue
		}
		pair, _ := t.reg.Field(field.Pair)
		partner := pair.Into[0]
		if partner == field.Key {
			partner = pair.Into[1]
		}
		if !mapped[partner] && t.mostlyContacts(m, column.Index) {
			t.table.Columns[i].Field, t.byColumn[column.Index] = pair.Key, pair.Key
		}
	}
}

func (t *reading) overridden(column int) bool {
	for _, override := range t.overrides {
		if override.Sheet == t.table.Sheet && override.Column == column {
			return true
		}
	}
	return false
}

func (t *reading) mostlyContacts(m *matcher, column int) bool {
	filled, both := 0, 0
	for _, found := range t.found {
		cell := found.row.At(column)
		if cell.Kind == excel.Blank {
			continue
		}
		filled++
		if name, number, problem := contact(cell, m.relation); name != "" && number != "" && problem == "" && !m.relation(name) {
			both++
		}
	}
	return filled > 0 && both*5 >= filled*4
}

// relation tells whether a text says who somebody is, not what the name is.
func (m *matcher) relation(text string) bool {
	subject, rest := m.firstSubject(text)
	return subject != "" && rest == ""
}

func (t *reading) convertRow(m *matcher, found foundRow) {
	row := Row{Sheet: t.table.Sheet, Part: t.table.Part, Number: found.row.Number, Hidden: found.row.Hidden,
		Section: found.section, Values: map[string]string{}, Beside: map[string]string{}}
	if row.Section == "" && t.reg.Section != nil {
		row.Section = t.reg.Section(t.table.Sheet)
	}
	first := len(t.problems)
	places := map[string]Column{}
	for _, column := range t.table.Columns {
		field, ok := t.reg.Field(column.Field)
		if !ok {
			continue
		}
		places[field.Key] = column
		cell, _ := t.grid.filled(found.row.Number, column.Index)
		if column.Index == t.owner {
			cell = found.row.At(column.Index)
		}
		t.put(m, &row, column, field, cell)
	}
	for _, below := range found.more {
		t.putNext(m, &row, below)
	}
	t.aside(&row, places)
	if column, ok := places[t.reg.Owner]; ok && row.Values[t.reg.Owner] == "" {
		t.report(row.Number, column, t.reg.Owner, NameMissing, "", nil)
	}
	t.crossCheck(row, places)
	inOrder(t.problems[first:])
	t.rows = append(t.rows, row)
}

func (t *reading) report(row int, column Column, field string, code Code, raw string, args map[string]any) {
	problem := t.table.problem(row, column, field, code, raw)
	for key, value := range args {
		problem.Args[key] = value
	}
	t.problems = append(t.problems, problem)
}

// put reads one cell into the row's values and reports what it could not take.
func (t *reading) put(m *matcher, row *Row, column Column, field Field, cell excel.Cell) {
	if field.Kind == Contact {
		t.putContact(m, row, column, field, cell)
		return
	}
	if cell.Kind == excel.Failed {
		row.Values[field.Key] = ""
		t.report(row.Number, column, field.Key, CellFailed, cell.Raw, nil)
		return
	}
	value, problem := t.value(*row, column, field, cell)
	if field.Kind == Name && field.Key != t.reg.Owner {
		bare, who := withoutRelation(t.shown(cell), m.relation)
		value, row.Beside[field.Key] = personName(bare), who
	}
	row.Values[field.Key] = value
	if problem == "" {
		return
	}
	var args map[string]any
	if problem == field.Unknown {
		args = map[string]any{"options": optionsOf(field)}
	}
	if shown := showsAs(cell, t.date1904); shown != "" && args == nil {
		args = map[string]any{"raw": shown}
	}
	t.report(row.Number, column, field.Key, problem, rawText(cell), args)
}

func optionsOf(field Field) string {
	values := make([]string, 0, len(field.Options))
	for _, option := range field.Options {
		values = append(values, option.Value)
	}
	return strings.Join(values, "、")
}

// rawText is a cell's content as the file has it, for a person to compare.
func rawText(cell excel.Cell) string { return strings.TrimSpace(cell.Raw) }

var digit = regexp.MustCompile(`[0-9０-９]`)

func (t *reading) value(row Row, column Column, field Field, cell excel.Cell) (string, Code) {
	switch field.Kind {
	case Day:
		if cell.Kind == excel.Text && none(squeeze(halfWidth(cell.Raw))) {
			return "", ""
		}
		found, problem := date(cell, t.date1904)
		return string(found), problem
	case Choice:
		return choice(cell, field, column.swap)
	case Phone:
		if cell.Kind == excel.Text && none(squeeze(halfWidth(cell.Raw))) {
			return "", ""
		}
		return phone(cell)
	case IDNumber:
		return idNumber(cell, t.otherDocument(row.Number))
	case Name:
		name := personName(t.shown(cell))
		if digit.MatchString(name) {
			return name, NameUnusual
		}
		return name, ""
	}
	return t.shown(cell), ""
}

// shown is shownText with the book's way of counting days.
func (t *reading) shown(cell excel.Cell) string {
	if cell.Kind == excel.Number && cell.Dated {
		if found, problem := numberDate(cell, t.date1904); problem == "" {
			return string(found)
		}
	}
	return shownText(cell)
}

// otherDocument tells whether the row names a document that is no identity card.
func (t *reading) otherDocument(row int) bool {
	for column, key := range t.byColumn {
		if key == t.reg.Document && key != "" {
			cell, _ := t.grid.filled(row, column)
			text := squeeze(shownText(cell))
			return text != "" && !strings.Contains(text, "身份证") && !strings.Contains(text, "户口") && !none(text)
		}
	}
	return false
}

func (t *reading) putContact(m *matcher, row *Row, column Column, field Field, cell excel.Cell) {
	name, number, problem := contact(cell, m.relation)
	if m.relation(name) {
		row.Beside[field.Into[0]] = name
		name, problem = "", PhoneExtraText
	} else {
		_, row.Beside[field.Into[0]] = withoutRelation(withoutDigits(cell.Raw), m.relation)
	}
	row.Values[field.Into[0]], row.Values[field.Into[1]] = name, number
	if problem != "" {
		t.report(row.Number, column, field.Key, problem, rawText(cell), nil)
	}
}

// crossCheck holds the ID number against the birth date and the sex.
func (t *reading) crossCheck(row Row, places map[string]Column) {
	for _, field := range t.reg.Fields {
		if field.Kind != IDNumber {
			continue
		}
		number := row.Values[field.Key]
		for _, found := range against(number, row.Values[t.reg.Birth], row.Values[t.reg.Sex]) {
			t.report(row.Number, places[field.Key], field.Key, found.code, number, found.args)
		}
	}
}
