package lists

import (
	"context"
	"slices"

	"yayuan/backend/excel"
	"yayuan/backend/intake"
)

// usual reads a list that a nursery made itself, as intake reads any table
// that people made: titles, headings in groups, dates in words, footers.
func (l *list[T]) usual(ctx context.Context, book excel.Book, overrides []Override) (Found, error) {
	columns := l.known(ctx)
	result, err := intake.Recognise(book, l.register(columns), overrides)
	if err != nil {
		return Found{}, err
	}
	found := Found{Fields: l.fields(ctx)}
	for _, table := range result.Tables {
		found.Sheet = table.Sheet
		for _, c := range table.Columns {
			found.Columns = append(found.Columns, FoundColumn{Index: c.Index, Letter: c.Letter, Heading: c.Heading, Field: c.Field, Samples: c.Samples})
		}
	}
	for _, row := range result.Rows {
		out := FoundRow{Number: row.Number, Values: map[string]string{}}
		for key, value := range row.Values {
			out.Values[key] = l.valueOf(key, value)
		}
		for _, p := range result.Problems {
			if p.Row == row.Number && p.Sheet == row.Sheet && p.Part == row.Part {
				out.Problems = append(out.Problems, l.problemOf(p))
				if p.Field == l.Usual.IDNumber && wrongNumbers[p.Code] {
					out.Values[p.Field] = "" // kept out whole rather than half
				}
			}
		}
		found.Rows = append(found.Rows, out)
	}
	return found, nil
}

// wrongNumbers are what is said of an identity number that cannot be kept.
var wrongNumbers = map[intake.Code]bool{intake.IDShape: true, intake.IDNoSuchDay: true, intake.IDCheckDigit: true, intake.IDBirthMismatch: true,
	intake.IDSexMismatch: true, intake.IDOtherDocument: true}

func (l *list[T]) problemOf(p intake.Problem) Problem {
	heading := ""
	for _, c := range l.Columns {
		if c.Key == p.Field {
			heading = c.Heading
		}
	}
	return Problem{Row: p.Row, Letter: p.Letter, Heading: heading, Code: "intake." + string(p.Code), Args: p.Args,
		Refused: p.Severity == intake.Error, Raw: p.Raw}
}

// valueOf turns a choice's label into its value.
func (l *list[T]) valueOf(key, text string) string {
	for _, c := range l.Columns {
		if c.Key != key || c.Kind != Choice {
			continue
		}
		for _, o := range c.Options {
			if o.Label == text {
				return o.Value
			}
		}
		return ""
	}
	return text
}

// register puts the list into intake's words.
func (l *list[T]) register(columns []Column[T]) intake.Register {
	kinds := map[Kind]intake.Kind{Text: intake.Text, Name: intake.Name, Day: intake.Day, Phone: intake.Phone, Number: intake.IDNumber, Choice: intake.Choice}
	u := l.Usual
	out := intake.Register{Owner: columns[0].Key, Birth: u.Birth, Sex: u.Sex, Foreign: u.Foreign, Telling: u.Telling,
		Subjects: []intake.Subject{{Key: "own", Words: u.Subjects}, {Key: "other", Words: u.Others}},
		Neutral:  []string{"基本信息", "基本情况", "个人信息", "信息", "情况", "登记", "花名册", "名册", "登记表", "一览表"},
		Barred:   []string{"农历", "阴历", "签字", "签名", "签章", "盖章", "照片", "复印件", "二维码", "核对"},
		Identity: func(values map[string]string) string { return values[u.IDNumber] },
	}
	for _, c := range columns {
		if c.Set == nil {
			continue
		}
		field := intake.Field{Key: c.Key, Label: c.Heading, Kind: kinds[c.Kind], Subject: "own", Attribute: c.Key, Bare: true, Unknown: intake.ChoiceUnknown}
		for _, o := range c.Options {
			if o.Value != "" {
				field.Options = append(field.Options, intake.Option{Value: o.Label, Words: o.Words})
			}
		}
		out.Fields = append(out.Fields, field)
		out.Attributes = append(out.Attributes, intake.Attribute{Key: c.Key, Words: append(slices.Clone(c.Words), c.Heading)})
	}
	return out
}
