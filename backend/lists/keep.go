package lists

import "context"

// keptRow is what undo needs of a row that was written.
type keptRow struct {
	Number  int
	ID      string
	Outcome Outcome
	Person  string
	Values  keptValues
}

type keptValues struct {
	Before map[string]string `json:"before,omitempty"`
	After  map[string]string `json:"after"`
}

// keep notes what a row has written: all of a new record, and of one that was
// there before what the file changes. What only helps to find whom a row names
// is not written.
func (r *running[T]) keep(number int, line Line, old, now T, match bool) {
	kept := keptRow{Number: number, ID: line.ID, Outcome: line.Outcome, Values: keptValues{After: map[string]string{}}}
	if match {
		kept.Values.Before = map[string]string{}
	}
	for _, c := range r.columns {
		if c.Set == nil || c.Ref || match && c.Get(old) == c.Get(now) {
			continue
		}
		kept.Values.After[c.Key] = c.Get(now)
		if match {
			kept.Values.Before[c.Key] = c.Get(old)
		}
	}
	r.kept = append(r.kept, r.sealedFor(kept, now))
}

func (r *running[T]) sealedFor(kept keptRow, now T) keptRow {
	if r.Person == nil {
		return kept
	}
	if kept.Person = r.Person(now); kept.Person == "" {
		kept.Person = kept.ID
	}
	return kept
}

// readBack puts in place of what a file says what the nursery has made of it:
// a verb fills in a first day, tidies a number, finds the child by its name.
// Undo compares with what stands there, and what is kept is sealed for whom it
// is about. It is read once for the whole file.
func (r *running[T]) readBack(ctx context.Context) error {
	if len(r.kept) == 0 {
		return nil
	}
	rows, err := r.Rows(ctx)
	if err != nil {
		return err
	}
	byID := make(map[string]T, len(rows))
	for _, row := range rows {
		byID[r.ID(row)] = row
	}
	for i, kept := range r.kept {
		now, there := byID[kept.ID]
		if !there {
			continue
		}
		for _, c := range r.columns {
			if _, written := kept.Values.After[c.Key]; written {
				kept.Values.After[c.Key] = c.Get(now)
			}
		}
		r.kept[i] = r.sealedFor(kept, now)
	}
	return nil
}
