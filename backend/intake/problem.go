package intake

import (
	"sort"

	"yayuan/backend/excel"
	"yayuan/backend/fault"
)

// Code names a problem of a value; its sentence is "intake." and the code.
type Code string

// Define registers a problem code once, at start-up; the areas add theirs.
func Define(name string) Code {
	fault.Define(fault.Invalid, "intake."+name)
	return Code(name)
}

// The problems of values. Each says in its sentence what happens to the value.
var (
	NameMissing     = Define("NAME_MISSING")
	NameUnusual     = Define("NAME_UNUSUAL")
	NameNickname    = Define("NAME_NICKNAME")
	NameAside       = Define("NAME_ASIDE")
	DateImpossible  = Define("DATE_IMPOSSIBLE")
	DateIncomplete  = Define("DATE_INCOMPLETE")
	DateUnclear     = Define("DATE_UNCLEAR")
	DateUnreadable  = Define("DATE_UNREADABLE")
	SexUnknown      = Define("SEX_UNKNOWN")
	ChoiceUnknown   = Define("CHOICE_UNKNOWN")
	PhoneInvalid    = Define("PHONE_INVALID")
	PhoneSeveral    = Define("PHONE_SEVERAL")
	PhoneExtraText  = Define("PHONE_EXTRA_TEXT")
	PhoneLost       = Define("PHONE_PRECISION_LOST")
	ContactUnclear  = Define("CONTACT_UNCLEAR")
	IDPrecisionLost = Define("ID_PRECISION_LOST")
	IDShape         = Define("ID_SHAPE")
	IDNoSuchDay     = Define("ID_NO_SUCH_DAY")
	IDCheckDigit    = Define("ID_CHECK_DIGIT")
	IDBirthMismatch = Define("ID_BIRTH_MISMATCH")
	IDSexMismatch   = Define("ID_SEX_MISMATCH")
	IDOtherDocument = Define("ID_OTHER_DOCUMENT")
	CellFailed      = Define("CELL_FAILED")
	DuplicateRow    = Define("DUPLICATE_ROW")
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
	Part     int            `json:"-"` // of tables side by side
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
	return Problem{Sheet: t.Sheet, Part: t.Part, Row: row, Column: column.Index, Letter: excel.Letter(column.Index),
		Field: field, Code: code, Severity: severity, Raw: raw, Args: map[string]any{"raw": raw}}
}

// inOrder sorts the problems of one row by column, as a reader's eye goes.
func inOrder(problems []Problem) {
	sort.SliceStable(problems, func(i, j int) bool { return problems[i].Column < problems[j].Column })
}
