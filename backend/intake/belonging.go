package intake

import (
	"sort"
	"strconv"

	"yayuan/backend/excel"
)

// putNext reads a row that belongs to the record above, as the second parent
// under a child's merged name: its values go to the next subject.
func (t *reading) putNext(m *matcher, row *Row, below excel.Row) {
	columns := make([]int, 0, len(t.byColumn))
	for column := range t.byColumn {
		columns = append(columns, column)
	}
	sort.Ints(columns)
	for _, column := range columns {
		field, _ := t.reg.Field(t.byColumn[column])
		next, ok := t.reg.next(field)
		cell := below.At(column)
		if !ok || cell.Kind == excel.Blank || row.Values[next.Key] != "" {
			continue
		}
		part := *row
		part.Number = below.Number
		part.Values = map[string]string{}
		t.put(m, &part, Column{Index: column}, next, cell)
		row.Values[next.Key] = part.Values[next.Key]
	}
}

// next finds the field of the subject that follows the field's own.
func (r Register) next(field Field) (Field, bool) {
	for _, subject := range r.Subjects {
		if subject.Key != field.Subject || subject.Next == "" || field.Attribute == "" {
			continue
		}
		for _, other := range r.Fields {
			if other.Subject == subject.Next && other.Attribute == field.Attribute && other.Kind == field.Kind {
				return other, true
			}
		}
	}
	return Field{}, false
}

// duplicates reports the rows that say who an earlier row has said already.
func duplicates(reg Register, result *Result) []Problem {
	if reg.Identity == nil {
		return nil
	}
	seen := map[string]Row{}
	var problems []Problem
	for _, row := range result.Rows {
		key := reg.Identity(row.Values)
		if key == "" {
			continue
		}
		earlier, twice := seen[key]
		if !twice {
			seen[key] = row
			continue
		}
		problems = append(problems, Problem{Sheet: row.Sheet, Part: row.Part, Row: row.Number, Field: reg.Owner, Code: DuplicateRow,
			Severity: Warning, Raw: row.Values[reg.Owner],
			Args: map[string]any{"raw": row.Values[reg.Owner], "row": strconv.Itoa(earlier.Number), "sheet": earlier.Sheet}})
	}
	return problems
}

// sort puts the problems into the order of the sheets and their rows.
func (r *Result) sort() {
	place := map[string]int{}
	for i, row := range r.Rows {
		if _, known := place[row.Sheet]; !known {
			place[row.Sheet] = i
		}
	}
	sort.SliceStable(r.Problems, func(i, j int) bool {
		a, b := r.Problems[i], r.Problems[j]
		if a.Sheet != b.Sheet {
			return place[a.Sheet] < place[b.Sheet]
		}
		return a.Row < b.Row
	})
}
