// Package lists brings the lists of the nursery out as workbooks and in again.
// An area says of each of its lists what the columns are and which verbs
// write a row; one such table serves both ways. The engine imports no area
// and writes nothing itself: what a verb refuses is refused here too.
package lists

import (
	"context"

	"yayuan/backend/fault"
	"yayuan/backend/identity"
)

// Kind says how a cell is read.
type Kind string

// The kinds of value.
const (
	Text   Kind = "text"
	Name   Kind = "name" // of a person
	Day    Kind = "day"
	Phone  Kind = "phone"
	Number Kind = "id_number" // of an identity card
	Choice Kind = "choice"    // one of Column.Options, by its label
)

// Option is one value of a choice, and how people write it.
type Option struct {
	Value string
	Label string
	Words []string
}

// Column is one column of a list of T. Values are text: a day as YYYY-MM-DD,
// a choice by its value; the engine writes and reads its label.
type Column[T any] struct {
	Key     string // as a fault names the field
	Heading string
	Words   []string // other headings that mean it
	Kind    Kind
	Options []Option
	Sees    identity.Right      // who may know it, beside the right to the list
	Mask    func(string) string // as it is shown to who has not opened it
	Opens   identity.Right      // who may have it unmasked
	Fixed   bool                // said when a record is new, later changed on its page only
	Ref     bool                // only helps to find whom a row names
	Get     func(T) string
	Set     func(*T, string) error // nil: for reading only
}

// Table describes one list.
type Table[T any] struct {
	Key     string
	Name    string // of sheet and file
	Right   identity.Right
	Columns []Column[T] // the first one is never empty
	Rows    func(context.Context) ([]T, error)
	ID      func(T) string
	// New is an empty record; id is what the file says, to be kept when it is free.
	New func(id string) T
	// Settle drops the number of another nursery from whom a row names; nil
	// when a row names nobody else.
	Settle func(context.Context, T) (T, error)
	// Alike tells whether two are the same although the file has no number.
	Alike  func(a, b T) bool
	Add    func(ctx context.Context, now T, reason string) (id string, err error)
	Change func(ctx context.Context, old, now T, reason string) error
	// TakeBack undoes Add; nil where nothing that was added can be taken back.
	TakeBack func(ctx context.Context, now T, back Back) error
	// Person is whose key seals what undo keeps; nil when the list is of things.
	Person func(T) string
	// Rows of nurseries' own making: how they write the headings.
	Usual *Usual
}

// Usual is how a list is written where nobody made it with this program.
type Usual struct {
	Subjects []string // words for whom the list is about
	Others   []string // words for people who are somebody else
	Foreign  []string // headings that show another list
	Telling  []string // keys of columns that only this list has
	Birth    string
	Sex      string
	IDNumber string
}

// Back is what an undo tells the area.
type Back struct {
	Import string
	Reason string
}

// List is a described list of any type.
type List interface {
	about() About
	page(ctx context.Context, open bool) (sheet, error)
	read(ctx context.Context, name string, data []byte, overrides []Override) (Found, error)
	run(ctx context.Context, s *Service, found Found, reason string) (Plan, []keptRow, error)
	back(ctx context.Context, s *Service, kept []keptRow, back Back) (undone int, refused []NotUndone, err error)
}

// About names a list.
type About struct {
	Key   string
	Name  string
	Right identity.Right
}

// Of makes a list of a table.
func Of[T any](table Table[T]) List { return &list[T]{table} }

type list[T any] struct{ Table[T] }

func (l *list[T]) about() About { return About{Key: l.Key, Name: l.Name, Right: l.Right} }

// known are the columns that the asking person may know.
func (l *list[T]) known(ctx context.Context) []Column[T] {
	var out []Column[T]
	for _, c := range l.Columns {
		if c.Sees == "" || identity.ScopeOf(ctx, c.Sees) == identity.All {
			out = append(out, c)
		}
	}
	return out
}

// label is a value as the workbook has it.
func (c Column[T]) label(value string) string {
	for _, o := range c.Options {
		if o.Value == value {
			return o.Label
		}
	}
	return value
}

// shown is a value as somebody sees it who has not opened it.
func (c Column[T]) shown(value string) string {
	if c.Mask != nil && value != "" {
		return c.Mask(value)
	}
	return c.label(value)
}

var (
	notOurs       = fault.Define(fault.Invalid, "lists.no_heading")
	noRows        = fault.Define(fault.Invalid, "lists.no_rows")
	tooMany       = fault.Define(fault.Invalid, "lists.too_many_rows")
	listUnknown   = fault.Define(fault.NotFound, "lists.list_unknown")
	importUnknown = fault.Define(fault.NotFound, "lists.import_unknown")
	importDone    = fault.Define(fault.Conflict, "lists.import_done")
	importNotDone = fault.Define(fault.Conflict, "lists.import_not_done")
	rowsRefused   = fault.Define(fault.Invalid, "lists.rows_refused")
	reasonMissing = fault.Define(fault.Invalid, "lists.reason_missing")
	// Fixed is for areas: this is changed on its page only.
	Fixed         = fault.Define(fault.Invalid, "lists.fixed")
	maskedUnknown = fault.Define(fault.Invalid, "lists.masked_unknown")
	maskedNew     = fault.Define(fault.Invalid, "lists.masked_new")
	twice         = fault.Define(fault.Invalid, "lists.twice")
	ambiguous     = fault.Define(fault.Invalid, "lists.ambiguous")
	empty         = fault.Define(fault.Invalid, "lists.empty")
	choiceUnknown = fault.Define(fault.Invalid, "lists.choice_unknown")
	changedSince  = fault.Define(fault.Conflict, "lists.changed_since")
	stays         = fault.Define(fault.Conflict, "lists.stays")
	// NumberBad is for areas whose column holds a whole number.
	NumberBad = fault.Define(fault.Invalid, "lists.number_bad")
)
