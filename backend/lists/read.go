package lists

import (
	"context"
	"strings"

	"yayuan/backend/excel"
	"yayuan/backend/fault"
	"yayuan/backend/intake"
)

// Override is a person's word on one column.
type Override = intake.Override

// Found is a file taken apart: which column is what, and the values as text.
type Found struct {
	Sheet   string
	Columns []FoundColumn
	Fields  []Field // what a column can be
	Rows    []FoundRow
}

// Field is something that a column can be taken for.
type Field struct{ Key, Label string }

// FoundColumn is one column of the file.
type FoundColumn struct {
	Index   int // from 1
	Letter  string
	Heading string
	Field   string // empty when it is left out
	Samples []string
}

// FoundRow is one row; Values has the columns that the file has.
type FoundRow struct {
	Number   int
	ID       string
	Values   map[string]string
	Problems []Problem
}

// Problem is one value that was not taken as it stands.
type Problem struct {
	Row     int
	Letter  string
	Heading string
	Code    string
	Args    map[string]any
	Refused bool // the row cannot come in; else only this value stays out
	Raw     string
}

// headingRows is how far down a heading is looked for.
const headingRows = 12

// rowsMax is how many rows a file may have: 150 children and what is written of
// them in some years. Every row is tried with all that its verb asks, and
// meanwhile nobody else can save anything.
const rowsMax = 3000

// read takes a file apart: one of ours, or with the same headings, cell by
// cell; one that the nursery made itself, where the list allows for it, by
// the usual ways of writing such a list.
func (l *list[T]) read(ctx context.Context, name string, data []byte, overrides []Override) (Found, error) {
	book, err := excel.Read(name, data, excel.DefaultReadLimits())
	if err != nil {
		return Found{}, err
	}
	for _, sheet := range book.Sheets {
		if rows := len(sheet.Rows); rows > rowsMax && !sheet.Hidden {
			return Found{}, tooMany.With("limit", rowsMax).With("count", rows)
		}
	}
	ours, err := l.exact(ctx, book, overrides)
	if err == nil && ours.numbered() || l.Usual == nil {
		return ours, err
	}
	usual, err := l.usual(ctx, book, overrides)
	if err != nil && len(ours.Rows) > 0 {
		return ours, nil
	}
	return usual, err
}

// numbered tells whether the file has our numbers, so that it is ours.
func (f Found) numbered() bool {
	for _, c := range f.Columns {
		if c.Field == idHeading {
			return true
		}
	}
	return false
}

func (l *list[T]) fields(ctx context.Context) []Field {
	var out []Field
	for _, c := range l.known(ctx) {
		if c.Set != nil {
			out = append(out, Field{c.Key, c.Heading})
		}
	}
	return out
}

func (l *list[T]) exact(ctx context.Context, book excel.Book, overrides []Override) (Found, error) {
	columns := l.known(ctx)
	for _, sheet := range book.Sheets {
		if sheet.Hidden {
			continue
		}
		for i, row := range sheet.Rows {
			if row.Number > headingRows {
				break
			}
			found, ok := l.headings(columns, sheet.Name, row, overrides)
			if !ok {
				continue
			}
			found.Fields = l.fields(ctx)
			l.takeRows(columns, &found, sheet.Rows[i+1:], book.Date1904)
			if len(found.Rows) == 0 {
				return found, noRows
			}
			return found, nil
		}
	}
	return Found{}, notOurs.With("name", l.Name).With("heading", columns[0].Heading)
}

// headings reads a row as the list's headings: the first column must be named,
// and with it half of what stands there.
func (l *list[T]) headings(columns []Column[T], sheet string, row excel.Row, overrides []Override) (Found, bool) {
	found := Found{Sheet: sheet}
	named, filled := 0, 0
	used := map[string]bool{}
	for i := range row.Cells {
		text := tidyHeading(row.Cells[i].Raw)
		if text == "" {
			continue
		}
		filled++
		c := FoundColumn{Index: i + 1, Letter: excel.Letter(i + 1), Heading: text, Field: fieldOf(columns, text)}
		for _, o := range overrides {
			if o.Sheet == sheet && o.Column == i+1 {
				c.Field = o.Field
			}
		}
		if c.Field != "" && used[c.Field] {
			c.Field = ""
		}
		if c.Field != "" {
			used[c.Field] = true
			named++
		}
		found.Columns = append(found.Columns, c)
	}
	return found, used[columns[0].Key] && named*2 >= filled
}

func tidyHeading(text string) string {
	return strings.Trim(strings.Join(strings.Fields(text), ""), "*＊:：")
}

func fieldOf[T any](columns []Column[T], heading string) string {
	if heading == idHeading {
		return idHeading
	}
	for _, c := range columns {
		if c.Heading == heading {
			return c.Key
		}
	}
	for _, c := range columns {
		for _, word := range c.Words {
			if word == heading {
				return c.Key
			}
		}
	}
	return ""
}

// samplesMax is how many values of a column a person is shown.
const samplesMax = 3

func (l *list[T]) takeRows(columns []Column[T], found *Found, rows []excel.Row, date1904 bool) {
	byKey := map[string]Column[T]{}
	for _, c := range columns {
		byKey[c.Key] = c
	}
	for _, row := range rows {
		out := FoundRow{Number: row.Number, Values: map[string]string{}}
		filled := false
		for i := range found.Columns {
			at := &found.Columns[i]
			cell := row.At(at.Index)
			shown := intake.Shown(cell, date1904)
			if shown != "" && len(at.Samples) < samplesMax {
				at.Samples = append(at.Samples, shown)
			}
			switch c, known := byKey[at.Field]; {
			case at.Field == idHeading:
				out.ID = shown
			case known && c.Set != nil:
				filled = filled || shown != ""
				if value, fine := l.take(c, *at, cell, date1904, &out); fine {
					out.Values[c.Key] = value
				}
			}
		}
		if filled {
			found.Rows = append(found.Rows, out)
		}
	}
}

// take reads one cell; what cannot be read is told and says nothing. A masked
// number is left as it is: the plan knows what it stands for.
func (l *list[T]) take(c Column[T], at FoundColumn, cell excel.Cell, date1904 bool, row *FoundRow) (string, bool) {
	shown := intake.Shown(cell, date1904)
	if shown == "" && cell.Kind != excel.Failed || c.Mask != nil && strings.Contains(shown, "*") {
		return shown, true
	}
	problem := func(code string, args map[string]any) (string, bool) {
		row.Problems = append(row.Problems, Problem{Row: row.Number, Letter: at.Letter, Heading: c.Heading, Code: code, Args: args, Refused: true, Raw: shown})
		return "", false
	}
	if cell.Kind == excel.Failed {
		return problem("intake."+string(intake.CellFailed), map[string]any{"raw": cell.Raw})
	}
	code := intake.Code("")
	switch c.Kind {
	case Day:
		found, unread := intake.ReadDay(cell, date1904)
		shown, code = string(found), unread
	case Number:
		if cell.Kind == excel.Number {
			shown, code = intake.ReadIDNumber(cell)
		}
	case Choice:
		for _, o := range c.Options {
			if o.Label == shown || has(o.Words, shown) {
				return o.Value, true
			}
		}
		return problem(choiceUnknown.Code, map[string]any{"raw": shown, "options": labels(c.Options)})
	}
	if code != "" {
		return problem("intake."+string(code), map[string]any{"raw": intake.Shown(cell, date1904)})
	}
	return shown, true
}

func has(words []string, text string) bool {
	for _, word := range words {
		if strings.EqualFold(word, text) {
			return true
		}
	}
	return false
}

func labels(options []Option) string {
	texts := make([]string, 0, len(options))
	for _, o := range options {
		if o.Value != "" {
			texts = append(texts, o.Label)
		}
	}
	return strings.Join(texts, "、")
}

// problemsOf turns a verb's refusal into one problem for each of its faults,
// at the cell that it names.
func problemsOf[T any](err error, row FoundRow, columns []Column[T], found Found) ([]Problem, error) {
	f, ok := fault.As(err)
	if !ok || f.Kind == fault.Unavailable {
		return nil, err
	}
	var out []Problem
	for _, each := range append([]*fault.Fault{f}, f.More...) {
		p := Problem{Row: row.Number, Code: each.Code, Args: each.Args, Refused: true}
		for _, c := range columns {
			if c.Key == each.Field && each.Field != "" {
				p.Heading, p.Letter, p.Raw = c.Heading, found.letter(c.Key), c.shown(row.Values[c.Key])
			}
		}
		out = append(out, p)
	}
	return out, nil
}

func (f Found) letter(key string) string {
	for _, c := range f.Columns {
		if c.Field == key {
			return c.Letter
		}
	}
	return ""
}
