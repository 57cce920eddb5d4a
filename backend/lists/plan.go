package lists

import (
	"context"
	"strings"
)

// Outcome is what becomes of a row.
type Outcome string

// The outcomes.
const (
	Added   Outcome = "new"
	Changed Outcome = "changed"
	Same    Outcome = "same"
	Refused Outcome = "refused"
)

// Plan is what a file would do, or has done, row by row.
type Plan struct {
	Found
	Lines []Line
}

// Line is one row of a plan.
type Line struct {
	Number   int
	ID       string
	Title    string // the first two cells: whom or what it is about
	Outcome  Outcome
	Changes  []Change
	Problems []Problem
}

// Change is one cell that differs from what the nursery has.
type Change struct{ Heading, Old, New string }

// Count tells how many rows have an outcome.
func (p Plan) Count(of Outcome) int {
	count := 0
	for _, line := range p.Lines {
		if line.Outcome == of {
			count++
		}
	}
	return count
}

// running is one file on its way in.
type running[T any] struct {
	*list[T]
	service *Service
	found   Found
	columns []Column[T]
	rows    []T
	byID    map[string]T
	seen    map[string]int // record → the row of the file that names it
	reason  string
	plan    Plan
	kept    []keptRow
}

// run writes every row through the area's verbs, each so that a refusal takes
// back that row alone. Whoever only wants to see what would happen rehearses.
func (l *list[T]) run(ctx context.Context, s *Service, found Found, reason string) (Plan, []keptRow, error) {
	rows, err := l.Rows(ctx)
	if err != nil {
		return Plan{}, nil, err
	}
	r := &running[T]{list: l, service: s, found: found, columns: l.known(ctx), rows: rows, byID: map[string]T{}, seen: map[string]int{},
		reason: reason, plan: Plan{Found: found}}
	for _, row := range rows {
		r.byID[l.ID(row)] = row
	}
	for _, row := range found.Rows {
		if err := r.take(ctx, row); err != nil {
			return r.plan, nil, err
		}
	}
	return r.plan, r.kept, r.readBack(ctx)
}

// take plans and writes one row.
func (r *running[T]) take(ctx context.Context, row FoundRow) error {
	line := Line{Number: row.Number, Problems: row.Problems, Outcome: Refused}
	now := r.New(row.ID)
	old, match, refusal, err := r.match(ctx, row, now)
	if err != nil {
		return err
	}
	if refusal != nil {
		line.Problems = append(line.Problems, *refusal)
	}
	if match {
		line.ID = r.ID(old)
		now = old
	}
	for _, c := range r.columns {
		r.set(c, row, old, match, &now, &line)
	}
	line.Title = r.title(now)
	if !line.refused() {
		if err := r.write(ctx, row, old, now, match, &line); err != nil {
			return err
		}
	}
	if line.refused() {
		line.Outcome = Refused
	}
	r.plan.Lines = append(r.plan.Lines, line)
	return nil
}

func (l Line) refused() bool {
	for _, p := range l.Problems {
		if p.Refused {
			return true
		}
	}
	return false
}

// title says whom a row is about, by its first two columns.
func (r *running[T]) title(now T) string {
	var parts []string
	for _, c := range r.columns[:min(2, len(r.columns))] {
		if text := c.shown(c.Get(now)); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
}

// match finds the record that a row is about: by its number, else by what
// makes two of them the same. A record is named by one row only.
func (r *running[T]) match(ctx context.Context, row FoundRow, fresh T) (old T, found bool, refusal *Problem, err error) {
	if old, found = r.byID[row.ID]; !found || row.ID == "" {
		alike := 0
		if old, alike, err = r.alike(ctx, row, fresh); err != nil {
			return old, false, nil, err
		}
		if found = alike > 0; alike > 1 {
			return old, false, &Problem{Row: row.Number, Code: ambiguous.Code, Args: map[string]any{"count": alike}, Refused: true}, nil
		}
	}
	id := row.ID
	if found {
		id = r.ID(old)
	}
	if first, again := r.seen[id]; again && id != "" {
		return old, found, &Problem{Row: row.Number, Heading: idHeading, Letter: r.found.letter(idHeading), Code: twice.Code,
			Args: map[string]any{"row": first}, Refused: true}, nil
	}
	r.seen[id] = row.Number
	return old, found, nil, nil
}

// alike looks for records that are the same as a row without our number.
func (r *running[T]) alike(ctx context.Context, row FoundRow, probe T) (old T, count int, err error) {
	for _, c := range r.columns {
		if value, has := row.Values[c.Key]; has && c.Set != nil && !(c.Mask != nil && strings.Contains(value, "*")) {
			_ = c.Set(&probe, value) // what cannot be set is told where it is set
		}
	}
	if r.Settle != nil {
		if probe, err = r.Settle(ctx, probe); err != nil {
			return old, 0, err
		}
	}
	for _, each := range r.rows {
		if r.Alike(each, probe) {
			old = each
			count++
		}
	}
	return old, count, nil
}

// set puts a cell into the record. A masked number stands for the one that
// shows like it; an empty cell of a row without our number says nothing.
func (r *running[T]) set(c Column[T], row FoundRow, old T, match bool, now *T, line *Line) {
	value, has := row.Values[c.Key]
	if !has || c.Set == nil {
		return
	}
	present := c.Get(old)
	problem := Problem{Row: row.Number, Letter: r.found.letter(c.Key), Heading: c.Heading, Args: map[string]any{"raw": value, "heading": c.Heading}, Refused: true, Raw: value}
	switch {
	case match && (c.Ref || value == "" && row.ID != r.ID(old)):
		return
	case match && c.Mask != nil && present != "" && value == c.Mask(present):
		return
	case c.Mask != nil && strings.Contains(value, "*"):
		if problem.Code = maskedUnknown.Code; !match {
			problem.Code, problem.Refused = maskedNew.Code, false
		}
		line.Problems = append(line.Problems, problem)
		return
	case match && value == present:
		return
	case match && c.Fixed:
		problem.Code = Fixed.Code
		line.Problems = append(line.Problems, problem)
		return
	case c.Key == r.Columns[0].Key && value == "":
		problem.Code = empty.Code
		line.Problems = append(line.Problems, problem)
		return
	}
	if err := c.Set(now, value); err != nil {
		found, unforeseen := problemsOf(err, row, r.columns, r.found)
		if unforeseen != nil {
			problem.Code = NumberBad.Code
			found = []Problem{problem}
		}
		line.Problems = append(line.Problems, found...)
		return
	}
	if after := c.Get(*now); match && after != present {
		line.Changes = append(line.Changes, Change{Heading: c.Heading, Old: c.shown(present), New: c.shown(after)})
	}
}

// write hands a record to the area and keeps what undo will need.
func (r *running[T]) write(ctx context.Context, row FoundRow, old, now T, match bool, line *Line) error {
	if match && len(line.Changes) == 0 {
		line.Outcome = Same
		return nil
	}
	line.Outcome = Added
	err := r.service.store.Try(ctx, func(ctx context.Context) error {
		if match {
			line.Outcome = Changed
			return r.Change(ctx, old, now, r.reason)
		}
		var err error
		line.ID, err = r.Add(ctx, now, r.reason)
		return err
	})
	if err != nil {
		problems, unforeseen := problemsOf(err, row, r.columns, r.found)
		line.Problems = append(line.Problems, problems...)
		return unforeseen
	}
	r.keep(row.Number, *line, old, now, match)
	return nil
}
