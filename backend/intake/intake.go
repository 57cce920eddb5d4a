// Package intake turns the raw cells of a table that people made into records
// of a register: it finds the headings under titles and in groups, maps them
// to fields, tells records from footers, converts the values and says of each
// one that it could not take where it stands and why. It knows no area: what a
// register holds is handed in. It invents nothing; what cannot be read for
// certain stays empty and is reported.
package intake

import "yayuan/backend/fault"

// Kind says how the values of a field are read.
type Kind string

// The kinds of value.
const (
	Text     Kind = "text"
	Name     Kind = "name"      // of a person
	Day      Kind = "day"       // YYYY-MM-DD
	Choice   Kind = "choice"    // one of Field.Options
	Phone    Kind = "phone"     // digits, a landline with its hyphen
	IDNumber Kind = "id_number" // citizen identity number or another document
	Contact  Kind = "contact"   // a name and a phone in one cell, for Field.Into
)

// Option is one value of a choice with the words that stand for it.
type Option struct {
	Value string
	Words []string
}

// Subject is somebody whom headings speak of: the child, the father.
type Subject struct {
	Key   string
	Words []string
	Next  string // the subject that a heading means with "2" behind it
}

// Attribute is what headings say of a subject: 姓名, 电话.
type Attribute struct {
	Key   string
	Words []string
}

// Field is one value of a record.
type Field struct {
	Key       string
	Label     string // as users read it
	Kind      Kind
	Subject   string
	Also      []string // further subjects under whose group the field may stand
	Attribute string
	Bare      bool     // a heading without subject means this field
	Words     []string // whole headings that mean this field
	Options   []Option // of a choice
	Unknown   Code     // what is reported when no option fits
	Into      []string // of a contact: the keys of name and phone
	Pair      string   // the contact that stands for this field and its partner
	Aside     string   // of the owner: the field that a name in brackets behind it means
}

// Register is a kind of record and how people write its headings.
type Register struct {
	Subjects   []Subject
	Attributes []Attribute
	Fields     []Field
	Neutral    []string // words of group headings that say nothing: 信息, 情况
	Barred     []string // parts of headings that never match: 农历
	Foreign    []string // headings that show that a table is of another register
	Telling    []string // fields that only this register has
	Asides     []string // what stands in brackets behind a name and is none: 转园
	Owner      string   // the field without which a row is no record: the name
	Birth      string   // fields that an ID number is held against
	Sex        string
	Document   string // the field that names the kind of document
	// Section gives the value of a heading over a part of the table ("小一班"),
	// "" for any other text.
	Section func(text string) string
	// Identity gives what makes two rows the same record, "" when unknown.
	Identity func(values map[string]string) string
}

// Field finds a field by key.
func (r Register) Field(key string) (Field, bool) {
	for _, field := range r.Fields {
		if field.Key == key {
			return field, true
		}
	}
	return Field{}, false
}

// Override is a person's word on one column; an empty field leaves it out.
type Override struct {
	Sheet  string `json:"sheet"`
	Column int    `json:"column"` // from 1
	Field  string `json:"field"`
}

// Column is one column of a table with the field that it was taken for.
type Column struct {
	Index   int // from 1
	Letter  string
	Heading string // the levels joined by " / "
	Field   string // key, empty when it is left out
	Samples []string
	swap    map[string]string // a choice's codes as the heading defines them
	width   int               // columns that the heading is merged over
}

// Table is a part of a sheet under one heading.
type Table struct {
	Sheet      string
	Part       int // from 0, of tables side by side
	HeaderRows []int
	FirstRow   int // the row below the headings
	Columns    []Column
}

// Row is one record; values hold the table's fields only, empty when the cell
// was or could not be read.
type Row struct {
	Sheet   string
	Part    int // of tables side by side
	Number  int
	Hidden  bool
	Section string // the heading over this part of the table, or the sheet's name
	Values  map[string]string
	Beside  map[string]string // who somebody is, written beside the name of that field
}

// Result is what was recognised in a book.
type Result struct {
	Tables   []Table
	Rows     []Row
	Problems []Problem
}

var (
	noHeading = fault.Define(fault.Invalid, "intake.no_heading")
	noRows    = fault.Define(fault.Invalid, "intake.no_rows")
)
