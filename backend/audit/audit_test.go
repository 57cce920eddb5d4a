package audit_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yayuan/backend/audit"
	"yayuan/backend/storage"
)

var now = time.Date(2026, 11, 23, 4, 5, 0, 0, time.UTC)

// inBothModes opens a store with its log on either journal.
func inBothModes(t *testing.T, test func(t *testing.T, ctx context.Context, s *storage.Store, log *audit.Log)) {
	t.Helper()
	for _, mode := range []string{"wal", "delete"} {
		t.Run(mode, func(t *testing.T) {
			s, err := storage.Create(t.Context(), storage.Options{Dir: filepath.Join(t.TempDir(), "data"), Key: make([]byte, 32),
				Journal: mode, Clock: func() time.Time { return now }})
			must(t, err)
			t.Cleanup(func() { must(t, s.Close()) })
			test(t, audit.WithActor(t.Context(), audit.Actor{ID: "linjing", Name: "林静"}), s, audit.New(s))
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var entry = audit.Entry{Verb: "roster.change_child", Kind: "child", Subject: "child", Class: "class", Day: "2026-11-23", Reason: "更正",
	Changes: audit.DiffSealed(audit.Diff(nil, "name", "陈一若", "陈一诺"), "child", "idNumber", "", "330102202403120286")}

func write(ctx context.Context, s *storage.Store, log *audit.Log) error {
	return s.Do(ctx, func(ctx context.Context) error { return log.Write(ctx, entry) })
}

func TestAnEntrySaysWhoDidWhatWhenAndWhy(t *testing.T) {
	inBothModes(t, func(t *testing.T, ctx context.Context, s *storage.Store, log *audit.Log) {
		must(t, write(ctx, s, log))
		records, err := log.Of(ctx, "child", "child")
		must(t, err)
		if len(records) != 1 {
			t.Fatalf("%d records", len(records))
		}
		got := records[0]
		if got.Actor != (audit.Actor{ID: "linjing", Name: "林静"}) || !got.At.Equal(now) || got.Verb != entry.Verb ||
			got.Reason != entry.Reason || got.Day != entry.Day || got.Class != entry.Class {
			t.Errorf("kept as %+v", got)
		}
		// By field: the number first. It shows that it changed, not to what.
		if got.Changes[0] != (audit.Change{Field: "idNumber", Person: "child"}) ||
			got.Changes[1] != (audit.Change{Field: "name", Old: "陈一若", New: "陈一诺"}) {
			t.Errorf("changes %+v", got.Changes)
		}
		if err := write(t.Context(), s, log); err == nil {
			t.Error("an act of nobody was kept")
		}
	})
}

// TestNothingKeptCanBeChanged: not through GORM, not in plain SQL, and not by
// a replacing insert, which runs no trigger on DELETE.
func TestNothingKeptCanBeChanged(t *testing.T) {
	inBothModes(t, func(t *testing.T, ctx context.Context, s *storage.Store, log *audit.Log) {
		must(t, write(ctx, s, log))
		before := everything(t, s)
		tries := map[string]func(ctx context.Context) error{
			"GORM update": func(ctx context.Context) error {
				return s.With(ctx).Table("audit").Where("seq = 1").Update("reason", "").Error
			},
			"GORM delete": func(ctx context.Context) error {
				return s.With(ctx).Table("audit").Where("seq = 1").Delete(nil).Error
			},
		}
		for _, statement := range []string{
			"UPDATE audit SET actor_name = 'somebody'",
			"UPDATE audit SET seq = 100",
			"DELETE FROM audit",
			"UPDATE audit_change SET new_value = 'another'",
			"UPDATE audit_change SET new_seal = NULL",
			"DELETE FROM audit_change",
			"REPLACE INTO audit SELECT seq, nursery_id, at, actor_id, 'somebody', verb, kind, subject_id, class_id, day, reason FROM audit",
			"REPLACE INTO audit_change (nursery_id, audit_seq, field) SELECT nursery_id, audit_seq, field FROM audit_change",
			"UPDATE OR REPLACE audit_change SET field = 'name'",
			"INSERT INTO audit_change (nursery_id, audit_seq, field) SELECT nursery_id, audit_seq, field FROM audit_change WHERE true ON CONFLICT DO UPDATE SET new_value = ''",
		} {
			tries[statement] = func(ctx context.Context) error { return s.With(ctx).Exec(statement).Error }
		}
		for name, try := range tries {
			err := s.Do(ctx, try)
			if err == nil || !strings.Contains(err.Error(), "append-only") {
				t.Errorf("%s: %v", name, err)
			}
		}
		if after := everything(t, s); after != before {
			t.Errorf("the audit was\n%s and is\n%s", before, after)
		}
		must(t, write(ctx, s, log))
	})
}

// everything is all that the audit holds, as text.
func everything(t *testing.T, s *storage.Store) string {
	t.Helper()
	var lines []string
	must(t, s.With(t.Context()).Raw(`SELECT seq || actor_name || verb || reason FROM audit
		UNION ALL SELECT audit_seq || field || old_value || new_value || hex(old_seal) || hex(new_seal) FROM audit_change`).Scan(&lines).Error)
	return strings.Join(lines, "\n")
}

func TestTheAuditFallsWithTheWriteItIsAbout(t *testing.T) {
	inBothModes(t, func(t *testing.T, ctx context.Context, s *storage.Store, log *audit.Log) {
		err := s.Do(ctx, func(ctx context.Context) error {
			must(t, log.Write(ctx, entry))
			return context.Canceled
		})
		if err == nil || everything(t, s) != "" {
			t.Errorf("kept: %s %v", everything(t, s), err)
		}
	})
}

func TestAnErasedPersonsValuesAreGoneFromTheAuditToo(t *testing.T) {
	inBothModes(t, func(t *testing.T, ctx context.Context, s *storage.Store, log *audit.Log) {
		must(t, write(ctx, s, log))
		var sealed []byte
		must(t, s.With(ctx).Raw("SELECT new_seal FROM audit_change WHERE field = 'idNumber'").Row().Scan(&sealed))
		if value, err := s.Unseal(ctx, "child", sealed); err != nil || value != "330102202403120286" {
			t.Fatalf("%q %v", value, err)
		}
		must(t, s.EraseKey(ctx, "child"))
		if value, err := s.Unseal(ctx, "child", sealed); !storage.IsErased(err) {
			t.Errorf("%q %v", value, err)
		}
		if records, err := log.Of(ctx, "child", "child"); err != nil || len(records) != 1 {
			t.Errorf("that something changed must stay: %v %v", records, err)
		}
	})
}
