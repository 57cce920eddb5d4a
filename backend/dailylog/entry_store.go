package dailylog

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"yayuan/backend/day"
	"yayuan/backend/roster"
	"yayuan/backend/storage"
)

type entryRow struct {
	NurseryID   string `gorm:"primaryKey"`
	ID          string `gorm:"primaryKey"`
	ActID       string
	ChildID     string
	ClassID     string
	Day         day.Day
	Register    Register
	Slot        string
	Kind        string
	Revision    int64
	Supersedes  *string
	Live        int
	HappenedAt  string
	EnteredAt   string
	ReceivedAt  string
	Late        bool
	LateVersion int
	Corrected   bool
	ByDefault   bool
	ActorID     string
	ActorName   string
	Reason      string
}

func (entryRow) TableName() string { return "entry" }

type markRow struct {
	NurseryID string `gorm:"primaryKey"`
	EntryID   string `gorm:"primaryKey"`
	Person    string
	Relation  string
	NoteSeal  []byte

	CollectorID *string
	Verdict     roster.Verdict
}

func (markRow) TableName() string { return "entry_mark" }

type checkRow struct {
	NurseryID    string `gorm:"primaryKey"`
	EntryID      string `gorm:"primaryKey"`
	Temperature  *int
	Method       string
	Touch        string
	Look         string
	Ask          string
	Search       string
	Card         string
	FindingsSeal []byte
	ParentSeal   []byte
	Fever        bool
	FeverVersion int
}

func (checkRow) TableName() string { return "entry_check" }

type mealRow struct {
	NurseryID string `gorm:"primaryKey"`
	EntryID   string `gorm:"primaryKey"`
	Amount    Amount
}

func (mealRow) TableName() string { return "entry_meal" }

func rowOf(nursery string, e Entry) entryRow {
	row := entryRow{NurseryID: nursery, ID: e.ID, ActID: e.ActID, ChildID: e.ChildID, ClassID: e.ClassID, Day: e.Day,
		Register: e.Register, Slot: e.Slot, Kind: "record", Revision: e.Revision, Live: 1, HappenedAt: stamp(e.HappenedAt),
		EnteredAt: stamp(e.EnteredAt), ReceivedAt: stamp(e.ReceivedAt), Late: e.Late, LateVersion: e.lateVersion,
		Corrected: e.Corrected, ByDefault: e.ByDefault, ActorID: e.ActorID, ActorName: e.ActorName, Reason: e.Reason}
	if e.Void {
		row.Kind = "void"
	}
	if e.Supersedes != "" {
		row.Supersedes = &e.Supersedes
	}
	return row
}

func (r entryRow) entry() Entry {
	e := Entry{ID: r.ID, ActID: r.ActID, ChildID: r.ChildID, ClassID: r.ClassID, Day: r.Day, Register: r.Register,
		Slot: r.Slot, Void: r.Kind == "void", Revision: r.Revision, HappenedAt: instant(r.HappenedAt),
		EnteredAt: instant(r.EnteredAt), ReceivedAt: instant(r.ReceivedAt), Late: r.Late, lateVersion: r.LateVersion,
		Corrected: r.Corrected, ByDefault: r.ByDefault, ActorID: r.ActorID, ActorName: r.ActorName, Reason: r.Reason}
	if r.Supersedes != nil {
		e.Supersedes = *r.Supersedes
	}
	return e
}

// write retires what the entries supersede and inserts them, in few statements
// for any number of entries.
func (s store) write(ctx context.Context, entries []Entry) error {
	var old []string
	rows := make([]entryRow, 0, len(entries))
	for _, e := range entries {
		if e.Supersedes != "" {
			old = append(old, e.Supersedes)
		}
		rows = append(rows, rowOf(s.Nursery(), e))
	}
	if len(old) > 0 {
		err := s.db(ctx).Model(&entryRow{}).Where("id IN ?", old).Update("live", 0).Error
		if err != nil {
			return fmt.Errorf("dailylog retire: %w", err)
		}
	}
	if err := s.insert(ctx, &rows); err != nil {
		if storage.IsUnique(err) {
			return entryTaken
		}
		return err
	}
	return s.writeDetails(ctx, entries)
}

func (s store) writeDetails(ctx context.Context, entries []Entry) error {
	var marks []markRow
	var checks []checkRow
	var meals []mealRow
	for _, e := range entries {
		switch {
		case e.Void:
		case e.Mark != nil:
			note, err := s.seal(ctx, e.ChildID, e.Mark.Note)
			if err != nil {
				return err
			}
			row := markRow{NurseryID: s.Nursery(), EntryID: e.ID, Person: e.Mark.Person, Relation: e.Mark.Relation,
				NoteSeal: note, Verdict: e.Mark.Verdict}
			if e.Mark.Collector != "" {
				row.CollectorID = &e.Mark.Collector
			}
			marks = append(marks, row)
		case e.Check != nil:
			row, err := s.checkRow(ctx, e)
			if err != nil {
				return err
			}
			checks = append(checks, row)
		case e.Register == Meal:
			meals = append(meals, mealRow{NurseryID: s.Nursery(), EntryID: e.ID, Amount: e.Amount})
		}
	}
	if len(marks) > 0 {
		if err := s.insert(ctx, &marks); err != nil {
			return err
		}
	}
	if len(checks) > 0 {
		if err := s.insert(ctx, &checks); err != nil {
			return err
		}
	}
	if len(meals) > 0 {
		return s.insert(ctx, &meals)
	}
	return nil
}

func (s store) checkRow(ctx context.Context, e Entry) (checkRow, error) {
	c := e.Check
	row := checkRow{NurseryID: s.Nursery(), EntryID: e.ID, Temperature: c.Temperature, Method: c.Method, Touch: c.Touch,
		Look: c.Look, Ask: c.Ask, Search: c.Search, Card: c.Card, Fever: c.Fever, FeverVersion: c.feverRule}
	var err error
	if row.FindingsSeal, err = s.seal(ctx, e.ChildID, c.Findings); err != nil {
		return row, err
	}
	row.ParentSeal, err = s.seal(ctx, e.ChildID, c.ParentSays)
	return row, err
}

func (s store) seal(ctx context.Context, person, text string) ([]byte, error) {
	if text == "" {
		return nil, nil
	}
	sealed, err := s.Seal(ctx, person, text)
	if err != nil {
		return nil, fmt.Errorf("dailylog seal: %w", err)
	}
	return sealed, nil
}

func (s store) unseal(ctx context.Context, person string, sealed []byte) (string, error) {
	if len(sealed) == 0 {
		return "", nil
	}
	text, err := s.Unseal(ctx, person, sealed)
	if err != nil {
		return "", fmt.Errorf("dailylog unseal: %w", err)
	}
	return text, nil
}

// liveEntries reads the live rows of children on a day, voids included: they
// carry the revision of a blank cell.
func (s store) liveEntries(ctx context.Context, on day.Day, children []string) ([]Entry, error) {
	return s.filled(ctx, s.db(ctx).Where("day = ? AND child_id IN ? AND live = 1", on, children))
}

func (s store) entriesOfAct(ctx context.Context, act string) ([]Entry, error) {
	return s.filled(ctx, s.db(ctx).Where("act_id = ?", act))
}

func (s store) entriesByID(ctx context.Context, ids []string) ([]Entry, error) {
	return s.filled(ctx, s.db(ctx).Where("id IN ?", ids))
}

// filled reads entries with their details: four statements for any number.
func (s store) filled(ctx context.Context, query *gorm.DB) ([]Entry, error) {
	rows, err := all[entryRow](query)
	if err != nil {
		return nil, err
	}
	entries, byID, ids := make([]Entry, len(rows)), map[string]*Entry{}, make([]string, len(rows))
	for i, row := range rows {
		entries[i], ids[i] = row.entry(), row.ID
		byID[row.ID] = &entries[i]
	}
	meals, err := all[mealRow](s.db(ctx).Where("entry_id IN ?", ids))
	if err != nil {
		return nil, err
	}
	for _, row := range meals {
		byID[row.EntryID].Amount = row.Amount
	}
	marks, err := all[markRow](s.db(ctx).Where("entry_id IN ?", ids))
	if err != nil {
		return nil, err
	}
	for _, row := range marks {
		e := byID[row.EntryID]
		note, err := s.unseal(ctx, e.ChildID, row.NoteSeal)
		if err != nil {
			return nil, err
		}
		e.Mark = &MarkDetail{Person: row.Person, Relation: row.Relation, Note: note, Verdict: row.Verdict}
		if row.CollectorID != nil {
			e.Mark.Collector = *row.CollectorID
		}
	}
	return entries, s.fillChecks(ctx, byID, ids)
}

func (s store) fillChecks(ctx context.Context, byID map[string]*Entry, ids []string) error {
	checks, err := all[checkRow](s.db(ctx).Where("entry_id IN ?", ids))
	if err != nil {
		return err
	}
	for _, row := range checks {
		e := byID[row.EntryID]
		detail := CheckDetail{Temperature: row.Temperature, Method: row.Method, Touch: row.Touch, Look: row.Look,
			Ask: row.Ask, Search: row.Search, Card: row.Card, Fever: row.Fever, feverRule: row.FeverVersion}
		if detail.Findings, err = s.unseal(ctx, e.ChildID, row.FindingsSeal); err != nil {
			return err
		}
		if detail.ParentSays, err = s.unseal(ctx, e.ChildID, row.ParentSeal); err != nil {
			return err
		}
		e.Check = &detail
	}
	return nil
}

// AttendedDay is a child that was there on a day.
type AttendedDay struct {
	ChildID string
	Day     day.Day
}

// attended lists the child-days with an arrival or a morning check.
func (s store) attended(ctx context.Context, from, until day.Day) ([]AttendedDay, error) {
	var rows []AttendedDay
	err := s.With(ctx).Table("entry").Distinct("child_id", "day").
		Where("nursery_id = ? AND live = 1 AND kind = 'record' AND register IN ('arrival', 'check') AND day BETWEEN ? AND ?",
			s.Nursery(), from, until).
		Order("day, child_id").Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("dailylog attended: %w", err)
	}
	return rows, nil
}
