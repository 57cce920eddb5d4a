// Package fault is the one error that a user may see: a kind, a code, the
// field it is about and arguments. The sentence itself lies beside it, once
// for the interface and the command line, in sentences/<language>/<area>.json.
package fault

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
)

// Kind says what sort of refusal a fault is; the door turns it into a status.
type Kind string

// The kinds of fault.
const (
	Invalid         Kind = "invalid"         // the input cannot be accepted as it is
	Unauthenticated Kind = "unauthenticated" // nobody is signed in
	Forbidden       Kind = "forbidden"       // the person may not do this
	NotFound        Kind = "not_found"       // there is no such thing
	Conflict        Kind = "conflict"        // somebody else's later write stands in the way
	TooLarge        Kind = "too_large"       // over a limit of bytes, rows or unpacked size
	Locked          Kind = "locked"          // closed, locked out or in use
	Unavailable     Kind = "unavailable"     // the machine, not the user, is in the way
)

// Fault is a refusal with everything a sentence needs.
type Fault struct {
	Kind  Kind           // what sort of refusal
	Code  string         // "<area>.<what>", the key of the sentence
	Field string         // the JSON name of the field, empty when none
	Args  map[string]any // values that the sentence names
	More  []*Fault       // further faults of the same input
	cause error
}

var (
	mu    sync.Mutex
	codes = map[string]Kind{}
)

// Define registers a code once, at start-up, and returns the fault to derive
// from. It panics on a code that was defined before: two meanings for one
// sentence are a mistake of the program.
func Define(kind Kind, code string) *Fault {
	mu.Lock()
	defer mu.Unlock()
	if _, taken := codes[code]; taken {
		panic("fault: code defined twice: " + code)
	}
	codes[code] = kind
	return &Fault{Kind: kind, Code: code}
}

// Codes lists every defined code in order, for the test that looks for a
// sentence in each language.
func Codes() []string {
	mu.Lock()
	defer mu.Unlock()
	all := make([]string, 0, len(codes))
	for code := range codes {
		all = append(all, code)
	}
	sort.Strings(all)
	return all
}

func (f *Fault) copy() *Fault {
	c := *f
	c.Args = make(map[string]any, len(f.Args)+1)
	for k, v := range f.Args {
		c.Args[k] = v
	}
	return &c
}

// At returns the fault pointing at a field by its JSON name.
func (f *Fault) At(field string) *Fault {
	c := f.copy()
	c.Field = field
	return c
}

// With returns the fault with one more argument for its sentence.
func (f *Fault) With(key string, value any) *Fault {
	c := f.copy()
	c.Args[key] = value
	return c
}

// Because returns the fault with the cause that goes to the log, never to a user.
func (f *Fault) Because(err error) *Fault {
	c := f.copy()
	c.cause = err
	return c
}

// Error is for logs; users read Sentence.
func (f *Fault) Error() string {
	var b strings.Builder
	b.WriteString(f.Code)
	if f.Field != "" {
		fmt.Fprintf(&b, " (%s)", f.Field)
	}
	if f.cause != nil {
		fmt.Fprintf(&b, ": %v", f.cause)
	}
	return b.String()
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.cause }

// Is matches faults by code, so that errors.Is works with a defined fault.
func (f *Fault) Is(target error) bool {
	t, ok := target.(*Fault)
	return ok && t.Code == f.Code
}

// As finds the fault in an error chain.
func As(err error) (*Fault, bool) {
	var f *Fault
	ok := errors.As(err, &f)
	return f, ok
}

// Join makes one fault of several about the same input, nil of none; the
// first gives the kind and the code.
func Join(faults []*Fault) error {
	if len(faults) == 0 {
		return nil
	}
	first := faults[0].copy()
	first.More = append(first.More, faults[1:]...)
	return first
}
