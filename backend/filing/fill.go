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
	known := 0
	for _, place := range found.Places {
		field := Field{Cell: place.Cell, Label: labelOf(place), Name: fieldOf(place)}
		if field.Name != "" {
			known++
		}
		t.Fields = append(t.Fields, field)
	}
	for _, column := range found.Columns {
		field := Field{Cell: column.Letter, Label: strings.Join(column.Headings, "／"), Name: columnField(column)}
		if column.Name != "" {
			field.Label = column.Name
		}
		if field.Name != "" {
			known++
		}
		t.Fields = append(t.Fields, field)
	}
	if known < 3 {
		return t, templateForeign.At("file")
	}
	return t, nil
}

// formFor tells a list of children from a form of figures.
func formFor(t excel.Template) string {
	if len(t.Columns) > 0 {
		return "REG-CHILD"
	}
	return "MON-1"
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

// fieldOf names the field that a single place asks for.
func fieldOf(place excel.Place) string {
	if len(place.Names) > 0 {
		return place.Names[0]
	}
	if place.Crossing() {
		return crossField(place.Label, place.Above)
	}
	return singleField(place.Label)
}

func columnField(column excel.Column) string {
	if column.Name != "" {
		return column.Name
	}
	return childField(column.Headings)
}

// fillTemplate writes a draft into a template.
func fillTemplate(template []byte, d Draft) ([]byte, excel.Report, error) {
	return excel.Fill(template, excel.Content{
		Single:    func(place excel.Place) Value { return d.Fields[fieldOf(place)] },
		Mark:      func(name string) Value { return d.Fields[name] },
		Rows:      len(d.Rows),
		Row:       func(i int, column excel.Column) Value { return d.Rows[i][columnField(column)] },
		Reckoning: d.ReckoningDay,
	})
}
