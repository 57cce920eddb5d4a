package dailylog

import (
	"context"
	"time"

	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
)

// Meals is one act on the meals of a class: cells typed one by one, or 'the
// rest' with the default.
type Meals struct {
	ActID     string
	Class     string
	Day       day.Day
	Period    string
	EnteredAt time.Time
	Reason    string
	Cells     []MealCell
}

// MealCell is what one child ate.
type MealCell struct {
	EntryID   string
	ChildID   string
	Amount    Amount
	ByDefault bool
	Seen      int64 // the revision that the person saw, 0 for a blank
}

// Conflict is a cell that somebody else wrote meanwhile; nothing of it was
// changed.
type Conflict struct {
	ChildID string
	Yours   Amount
	Theirs  *Entry // nil when it is blank now
	Now     int64  // the revision as it stands
}

// MealsDone is the outcome: what was written and what was not.
type MealsDone struct {
	ActID     string
	Written   []Entry
	Conflicts []Conflict
}

// RecordMeals writes what children ate. A cell that changed meanwhile comes
// back as a conflict, the others stand. The default is only for children who
// are there.
func (s *Service) RecordMeals(ctx context.Context, in Meals) (MealsDone, error) {
	if err := s.roster.RequireClass(ctx, identity.WriteLog, in.Class, s.store.Today()); err != nil {
		return MealsDone{}, err
	}
	if err := checkCells(in.Cells); err != nil {
		return MealsDone{}, err
	}
	done := MealsDone{ActID: in.ActID}
	err := s.store.Do(ctx, func(ctx context.Context) error {
		a, err := s.begin(ctx, act{id: in.ActID, kind: "meals", day: in.Day, slot: in.Period, entered: in.EnteredAt,
			reason: in.Reason}, in.Class)
		if err != nil {
			return err
		}
		period, happened, err := s.mealTime(ctx, a, in.Period)
		if err != nil {
			return err
		}
		children, err := s.children(ctx, in.Day, roster.Who{Class: in.Class})
		if err != nil {
			return err
		}
		done.ActID = a.id
		done.Written, done.Conflicts, err = mealEntries(a, in, children, period, happened)
		if err != nil || len(done.Written) == 0 {
			return err
		}
		return s.save(ctx, a, done.Written, nil)
	})
	return done, err
}

func checkCells(cells []MealCell) error {
	if len(cells) == 0 {
		return nothingToWrite
	}
	seen := map[string]bool{}
	for _, c := range cells {
		if !knownAmount(c.Amount) {
			return amountUnknown.At("amount").With("amount", string(c.Amount))
		}
		if seen[c.ChildID] {
			return cellTwice.At("cells")
		}
		seen[c.ChildID] = true
	}
	return nil
}

func (s *Service) mealTime(ctx context.Context, a act, key string) (Period, time.Time, error) {
	periods, err := s.store.periods(ctx, a.class.Kind)
	if err != nil {
		return Period{}, time.Time{}, err
	}
	for _, p := range periods {
		if p.Key == key {
			happened, err := mealTime(a.day, p, a.entered)
			return p, happened, err
		}
	}
	return Period{}, time.Time{}, periodUnknown.At("period")
}

func mealEntries(a act, in Meals, children []BoardChild, period Period, happened time.Time) ([]Entry, []Conflict, error) {
	byID := map[string]BoardChild{}
	for _, child := range children {
		byID[child.ID] = child
	}
	key := CellKey(Meal, in.Period)
	var written []Entry
	var conflicts []Conflict
	for _, c := range in.Cells {
		child, placed := byID[c.ChildID]
		if !placed {
			return nil, nil, notInClass.At("childId")
		}
		if c.ByDefault && !thereFor(child, a.day, period) {
			return nil, nil, f(defaultNotPresent, child)
		}
		live := child.Cells[key]
		now := int64(0)
		if live != nil {
			now = live.Revision
		}
		if now != c.Seen {
			conflicts = append(conflicts, Conflict{ChildID: c.ChildID, Yours: c.Amount, Theirs: child.Recorded(key), Now: now})
			continue
		}
		entry := a.entry(c.EntryID, c.ChildID, Meal, in.Period, happened, live)
		entry.Amount, entry.ByDefault = c.Amount, c.ByDefault
		written = append(written, entry)
	}
	return written, conflicts, nil
}

// thereFor tells whether a child was there while a meal was served: who came
// after it or was collected before it has eaten nothing by default.
func thereFor(child BoardChild, on day.Day, p Period) bool {
	came, left := child.Recorded("arrival"), child.Recorded("departure")
	if came == nil {
		came = child.Recorded("check")
	}
	return came != nil && !came.HappenedAt.Truncate(time.Minute).After(clock(on, p.Ends)) &&
		(left == nil || !left.HappenedAt.Before(clock(on, p.Starts)))
}

func f(fault *fault.Fault, child BoardChild) error {
	return fault.At("childId").With("name", child.Name)
}
