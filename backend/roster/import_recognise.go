package roster

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/google/uuid"

	"yayuan/backend/excel"
	"yayuan/backend/intake"
)

// Recognised is a roster file taken apart: nothing is stored yet.
type Recognised struct {
	intake.Result
	fields []intake.Field
}

// RecogniseChildren reads a roster of children from a workbook or a text
// table. Overrides are a person's word on single columns. What cannot be read
// at all is a fault; single values that cannot are problems of their rows.
func RecogniseChildren(name string, data []byte, overrides []intake.Override) (Recognised, error) {
	book, err := excel.Read(name, data, excel.DefaultReadLimits())
	if err != nil {
		return Recognised{}, err
	}
	register := childRegister()
	result, err := intake.Recognise(book, register, overrides)
	return Recognised{Result: result, fields: register.Fields}, err
}

// exported tells whether the file is a list that went out of the program: it
// comes in where every changed cell is shown.
func (r Recognised) exported() bool {
	for _, table := range r.Tables {
		for _, column := range table.Columns {
			if column.Heading == "编号" && len(column.Samples) > 0 && uuid.Validate(column.Samples[0]) == nil {
				return true
			}
		}
	}
	return false
}

// Label is how users read a field.
func (r Recognised) Label(key string) string {
	for _, field := range r.fields {
		if field.Key == key {
			return field.Label
		}
	}
	return key
}

// Pairs is a record as label and value in the register's order; it becomes a
// JSON object of just the fields that the file has.
type Pairs [][2]string

// MarshalJSON writes the pairs as an object that keeps their order.
func (p Pairs) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, pair := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, text := range pair {
			if j == 1 {
				b.WriteByte(':')
			}
			quoted, err := plainJSON(text)
			if err != nil {
				return nil, err
			}
			b.Write(quoted)
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plainJSON leaves < > & as they are: names are read by people too.
func plainJSON(text string) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		return nil, errors.Join(errors.New("roster: record"), err)
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// Noticed is one warning of a dry run.
type Noticed struct {
	Row   int         `json:"row"`
	Field string      `json:"field"` // the label
	Code  intake.Code `json:"code"`
	Raw   string      `json:"raw"`
}

// DryRun is what 'import --dry-run --json' prints.
type DryRun struct {
	Records  []Pairs   `json:"records"`
	Warnings []Noticed `json:"warnings"`
}

// DryRun gives the records and warnings of the file, and nothing that depends
// on what the nursery holds already.
func (r Recognised) DryRun() DryRun {
	run := DryRun{Records: []Pairs{}, Warnings: []Noticed{}}
	for _, row := range r.Rows {
		record := Pairs{}
		for _, field := range r.fields {
			if value, found := row.Values[field.Key]; found {
				record = append(record, [2]string{field.Label, value})
			}
		}
		run.Records = append(run.Records, record)
	}
	for _, problem := range r.Problems {
		run.Warnings = append(run.Warnings, Noticed{Row: problem.Row, Field: r.Label(problem.Field), Code: problem.Code, Raw: problem.Raw})
	}
	return run
}
