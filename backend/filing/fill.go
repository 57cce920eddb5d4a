package filing

import (
	"strings"

	"yayuan/backend/excel"
)

// understand finds out which form a template is for and what it asks for.
func understand(name string, bytes []byte) (Template, error) {
	found, err := excel.Inspect(bytes)
	if err != nil {
		return Template{}, err
	}
	t := Template{Name: name, Kind: string(found.Kind), Form: formFor(found)}
	if t.Form == "" {
		return t, templateForeign.At("file")
	}
	fields := columnFields(found.Columns)
	if t.Form == "MON-1" {
		fields = figureColumns(found.Columns)
	}
	known := 0
	for _, place := range found.Places {
		t.Fields = append(t.Fields, Field{Cell: place.Cell, Label: labelOf(place), Name: placeField(place)})
	}
	for _, column := range found.Columns {
		field := Field{Cell: column.Letter, Label: strings.Join(column.Headings, "／"), Name: fields[column.Letter]}
		if column.Name != "" {
			field.Label = column.Name
		}
		t.Fields = append(t.Fields, field)
	}
	for _, field := range t.Fields {
		if field.Name != "" {
			known++
		}
	}
	if known < 3 {
		return t, templateForeign.At("file")
	}
	return t, nil
}

// formFor tells a list of children from a form of figures; "" is neither, as a
// list of staff or a return for a quarter.
func formFor(t excel.Template) string {
	children, figures := 0, 0
	for _, field := range columnFields(t.Columns) {
		if field != "" {
			children++
		}
	}
	for _, field := range figureColumns(t.Columns) {
		if field != "" {
			figures++
		}
	}
	monthly := !otherTime.MatchString(t.Title) && !strings.Contains(t.Title, "年报") && !strings.Contains(t.Title, "季报")
	switch {
	case children > 0 && children >= figures:
		if ofWorkers(t) {
			return ""
		}
		return "REG-CHILD"
	case monthly && (len(t.Columns) == 0 || figures > 0):
		return "MON-1"
	}
	return ""
}

// ofWorkers tells a list of staff: two of its headings, or its title and one,
// speak of work.
func ofWorkers(t excel.Template) bool {
	signs := 0
	texts := []string{t.Title}
	for _, column := range t.Columns {
		texts = append(texts, strings.Join(column.Headings, ""))
	}
	for _, text := range texts {
		for _, word := range staffWords {
			if strings.Contains(text, word) {
				signs++
				break
			}
		}
	}
	return signs >= 2
}

// figureColumns reads headings over one empty row as labels of single fields.
func figureColumns(columns []excel.Column) map[string]string {
	fields, taken := map[string]string{}, map[string]bool{}
	for _, column := range columns {
		if column.Name != "" || len(column.Headings) != 1 {
			continue
		}
		if field := singleField(column.Headings[0]); !taken[field] {
			fields[column.Letter], taken[field] = field, true
		}
	}
	return fields
}

func labelOf(place excel.Place) string {
	switch {
	case len(place.Names) > 0:
		return strings.Join(place.Names, "、")
	case place.Crossing():
		return place.Label + " × " + place.Above
	}
	return place.Label
}

// fillTemplate writes a draft into a template.
func fillTemplate(template []byte, d Draft) ([]byte, excel.Report, error) {
	found, err := excel.Inspect(template)
	if err != nil {
		return nil, excel.Report{}, err
	}
	fields, rows := columnFields(found.Columns), d.Rows
	if d.Form.ID == "MON-1" && len(found.Columns) > 0 {
		fields, rows = figureColumns(found.Columns), []map[string]Value{d.Fields}
	}
	return excel.Fill(template, excel.Content{
		Single: func(place excel.Place) Value { return d.Fields[placeField(place)] },
		Mark:   func(name string) Value { return d.Fields[name] },
		Rows:   len(rows),
		Row: func(i int, column excel.Column) Value {
			field := fields[column.Letter]
			if column.Name != "" {
				field = column.Name
			}
			if value := rows[i][field]; value.Recorded() {
				return value
			}
			return d.Fields[field]
		},
		Reckoning: d.ReckoningDay,
	})
}
