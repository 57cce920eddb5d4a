package audit

import (
	"context"
	"errors"
	"fmt"
	"time"

	"yayuan/backend/day"
	"yayuan/backend/storage"
)

// Log is the audit of one nursery.
type Log struct{ store *storage.Store }

// New makes the log of a store.
func New(store *storage.Store) *Log { return &Log{store: store} }

type auditRow struct {
	Seq       int64 `gorm:"primaryKey"`
	NurseryID string
	At        string
	ActorID   string
	ActorName string
	Verb      string
	Kind      string
	SubjectID string
	ClassID   string
	Day       day.Day
	Reason    string
}

func (auditRow) TableName() string { return "audit" }

type changeRow struct {
	NurseryID string
	AuditSeq  int64
	Field     string
	PersonID  string
	OldValue  string
	NewValue  string
	OldSeal   []byte
	NewSeal   []byte
}

func (changeRow) TableName() string { return "audit_change" }

var errNoActor = errors.New("audit: nobody in the context")

// Write adds an entry; call it inside storage.Do, with the change it is about.
func (l *Log) Write(ctx context.Context, entry Entry) error {
	actor, ok := ActorOf(ctx)
	if !ok {
		return errNoActor
	}
	row := auditRow{
		NurseryID: l.store.Nursery(), At: l.store.Now().Format(time.RFC3339Nano),
		ActorID: actor.ID, ActorName: actor.Name, Verb: entry.Verb, Kind: entry.Kind,
		SubjectID: entry.Subject, ClassID: entry.Class, Day: entry.Day, Reason: entry.Reason,
	}
	db := l.store.With(ctx)
	if err := db.Create(&row).Error; err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	if len(entry.Changes) == 0 {
		return nil
	}
	rows := make([]changeRow, 0, len(entry.Changes))
	for _, change := range entry.Changes {
		kept, err := l.seal(ctx, row.Seq, change)
		if err != nil {
			return err
		}
		rows = append(rows, kept)
	}
	if err := db.Create(&rows).Error; err != nil {
		return fmt.Errorf("audit changes: %w", err)
	}
	return nil
}

func (l *Log) seal(ctx context.Context, seq int64, change Change) (changeRow, error) {
	row := changeRow{NurseryID: l.store.Nursery(), AuditSeq: seq, Field: change.Field, PersonID: change.Person}
	if change.Person == "" {
		row.OldValue, row.NewValue = change.Old, change.New
		return row, nil
	}
	var err error
	if row.OldSeal, err = l.store.Seal(ctx, change.Person, change.Old); err != nil {
		return row, fmt.Errorf("audit seal: %w", err)
	}
	if row.NewSeal, err = l.store.Seal(ctx, change.Person, change.New); err != nil {
		return row, fmt.Errorf("audit seal: %w", err)
	}
	return row, nil
}

// Of reads the entries about one subject, newest first. Sealed values stay
// sealed: the record shows that the field changed, not to what.
func (l *Log) Of(ctx context.Context, kind, subject string) ([]Record, error) {
	db := l.store.With(ctx)
	var rows []auditRow
	if err := db.Where("nursery_id = ? AND kind = ? AND subject_id = ?", l.store.Nursery(), kind, subject).
		Order("seq DESC").Limit(500).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("audit of %s: %w", kind, err)
	}
	seqs := make([]int64, len(rows))
	for i, row := range rows {
		seqs[i] = row.Seq
	}
	var changes []changeRow
	if err := db.Where("nursery_id = ? AND audit_seq IN ?", l.store.Nursery(), seqs).Order("audit_seq, field").Find(&changes).Error; err != nil {
		return nil, fmt.Errorf("audit changes of %s: %w", kind, err)
	}
	bySeq := map[int64][]Change{}
	for _, change := range changes {
		bySeq[change.AuditSeq] = append(bySeq[change.AuditSeq],
			Change{Field: change.Field, Old: change.OldValue, New: change.NewValue, Person: change.PersonID})
	}
	records := make([]Record, 0, len(rows))
	for _, row := range rows {
		at, err := time.Parse(time.RFC3339Nano, row.At)
		if err != nil {
			return nil, fmt.Errorf("audit time: %w", err)
		}
		records = append(records, Record{
			Seq: row.Seq, At: at, Actor: Actor{ID: row.ActorID, Name: row.ActorName}, Verb: row.Verb,
			Kind: row.Kind, Subject: row.SubjectID, Class: row.ClassID, Day: row.Day, Reason: row.Reason,
			Changes: bySeq[row.Seq],
		})
	}
	return records, nil
}
