package intake

import (
	"sort"

	"yayuan/backend/excel"
	"yayuan/backend/fault"
)

// Code names a problem of a value; its sentence is "intake." and the code.
type Code string

func code(name string) Code {
	fault.Define(fault.Invalid, "intake."+name)
	return Code(name)
}

// The problems of values. Each says in its sentence what happens to the value.
var (
	NameMissing     = code("NAME_MISSING")
	NameUnusual     = code("NAME_UNUSUAL")
	DateImpossible  = code("DATE_IMPOSSIBLE")
	DateIncomplete  = code("DATE_INCOMPLETE")
	DateUnclear     = code("DATE_UNCLEAR")
	DateUnreadable  = code("DATE_UNREADABLE")
	SexUnknown      = code("SEX_UNKNOWN")
	ChoiceUnknown   = code("CHOICE_UNKNOWN")
	PhoneInvalid    = code("PHONE_INVALID")
	PhoneSeveral    = code("PHONE_SEVERAL")
	PhoneExtraText  = code("PHONE_EXTRA_TEXT")
	PhoneLost       = code("PHONE_PRECISION_LOST")
	ContactUnclear  = code("CONTACT_UNCLEAR")
	IDPrecisionLost = code("ID_PRECISION_LOST")
	IDShape         = code("ID_SHAPE")
	IDNoSuchDay     = code("ID_NO_SUCH_DAY")
	IDCheckDigit    = code("ID_CHECK_DIGIT")
	IDBirthMismatch = code("ID_BIRTH_MISMATCH")
	IDSexMismatch   = code("ID_SEX_MISMATCH")
	IDOtherDocument = code("ID_OTHER_DOCUMENT")
	CellFailed      = code("CELL_FAILED")
	DuplicateRow    = code("DUPLICATE_ROW")
)

// Severity tells whether a row can be kept in spite of a problem.
type Severity string

// An error keeps the row out, a warning only a value.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Problem is one value that could not be taken as it stands.
type Problem struct {
	Sheet    string         `json:"sheet"`
	Row      int            `json:"row"`
	Column   int            `json:"column"` // from 1, 0 for the whole row
	Letter   string         `json:"letter"`
	Field    string         `json:"field"`
	Code     Code           `json:"code"`
	Severity Severity       `json:"severity"`
	Raw      string         `json:"raw"`
	Args     map[string]any `json:"args"`
}

func (t *Table) problem(row int, column Column, field string, code Code, raw string) Problem {
	severity := Warning
	if code == NameMissing {
		severity = Error
	}
	return Problem{Sheet: t.Sheet, Row: row, Column: column.Index, Letter: excel.Letter(column.Index),
		Field: field, Code: code, Severity: severity, Raw: raw, Args: map[string]any{"raw": raw}}
}

// inOrder sorts the problems of one row by column, as a reader's eye goes.
func inOrder(problems []Problem) {
	sort.SliceStable(problems, func(i, j int) bool { return problems[i].Column < problems[j].Column })
}
