package storage_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"yayuan/backend/storage"
)

var errNo = errors.New("no")

// writeNoted is a fact with its line in the feed.
func writeNoted(ctx context.Context, s *storage.Store, id string) error {
	if err := addPerson(ctx, s, id, "陈一诺"); err != nil {
		return err
	}
	return s.Note(ctx, storage.Change{Class: "class", Day: "2026-11-23", Area: "test", ID: id})
}

func TestNestedWritesStandOrFallTogether(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s := create(t, mode)
		nested := func(end error) error {
			return s.Do(t.Context(), func(ctx context.Context) error {
				inner := s.Do(ctx, func(ctx context.Context) error { return writeNoted(ctx, s, fmt.Sprint("inner ", end)) })
				seen := s.Read(ctx, func(ctx context.Context) error {
					var n int
					err := s.With(ctx).Raw("SELECT count(*) FROM person").Scan(&n).Error
					if n == 0 {
						t.Error("a read inside a write must see what was written")
					}
					return err
				})
				return errors.Join(inner, seen, writeNoted(ctx, s, fmt.Sprint("outer ", end)), end)
			})
		}
		if err := nested(errNo); !errors.Is(err, errNo) {
			t.Fatalf("got %v", err)
		}
		if people, feed := count(t, s, "SELECT count(*) FROM person"), count(t, s, "SELECT count(*) FROM change"); people+feed != 0 {
			t.Fatalf("after the outer write failed there are %d people and %d changes", people, feed)
		}
		must(t, nested(nil))
		if people, feed := count(t, s, "SELECT count(*) FROM person"), count(t, s, "SELECT count(*) FROM change"); people != 2 || feed != 2 {
			t.Fatalf("%d people and %d changes, want 2 and 2", people, feed)
		}
	})
}

func TestAPanicTakesEverythingBackAndTheStoreGoesOn(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s := create(t, mode)
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic must reach the caller")
				}
			}()
			_ = s.Do(t.Context(), func(ctx context.Context) error {
				must(t, writeNoted(ctx, s, "a"))
				panic("in the middle")
			})
		}()
		if n := count(t, s, "SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM change)"); n != 0 {
			t.Fatalf("%d rows stayed", n)
		}
		must(t, s.Do(t.Context(), func(ctx context.Context) error { return writeNoted(ctx, s, "b") }))
	})
}

func TestAWriteWhoseCallerLeftIsTakenBack(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s := create(t, mode)
		caller, leave := context.WithCancel(t.Context())
		err := s.Do(caller, func(ctx context.Context) error {
			must(t, writeNoted(ctx, s, "a"))
			leave()
			return nil
		})
		if err == nil || count(t, s, "SELECT count(*) FROM person") != 0 {
			t.Fatalf("written all the same: %v", err)
		}
		must(t, s.Do(t.Context(), func(ctx context.Context) error { return writeNoted(ctx, s, "b") }))
	})
}

func TestReadersCannotWrite(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s := create(t, mode)
		if err := addPerson(t.Context(), s, "a", "outside of Do"); err == nil {
			t.Error("the readers' pool wrote")
		}
		err := s.Read(t.Context(), func(ctx context.Context) error {
			return s.Do(ctx, func(context.Context) error { return nil })
		})
		if err == nil {
			t.Error("a write joined a read snapshot")
		}
		if err := s.Note(t.Context(), storage.Change{Area: "test", ID: "a"}); err == nil {
			t.Error("the feed was written outside of a write")
		}
	})
}

func TestASnapshotDoesNotSeeLaterWrites(t *testing.T) {
	s := create(t, "wal") // with a rollback journal the writer would have to wait for the reader
	must(t, s.Read(t.Context(), func(ctx context.Context) error {
		before, err := s.Seq(ctx)
		must(t, err)
		must(t, s.Do(t.Context(), func(ctx context.Context) error { return writeNoted(ctx, s, "a") }))
		after, err := s.Seq(ctx)
		if after != before {
			t.Errorf("the snapshot moved from %d to %d", before, after)
		}
		return err
	}))
}

func TestWhatTheEngineRefusesHasAName(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s := create(t, mode)
		must(t, s.Do(t.Context(), func(ctx context.Context) error { return addPerson(ctx, s, "a", "once") }))
		twice := s.Do(t.Context(), func(ctx context.Context) error { return addPerson(ctx, s, "a", "twice") })
		if !storage.IsUnique(twice) || storage.IsForeign(twice) {
			t.Errorf("a second row with the same key: %v", twice)
		}
		device := "INSERT INTO device (nursery_id, id, token_hash, created_at) VALUES (?, ?, x'73616d65', '')"
		same := s.Do(t.Context(), func(ctx context.Context) error {
			return errors.Join(s.With(ctx).Exec(device, s.Nursery(), "one").Error, s.With(ctx).Exec(device, s.Nursery(), "two").Error)
		})
		if !storage.IsUnique(same) {
			t.Errorf("a second row with the same unique value: %v", same)
		}
		orphan := s.Do(t.Context(), func(ctx context.Context) error {
			return s.With(ctx).Exec("INSERT INTO person_role (nursery_id, person_id, role) VALUES (?, 'nobody', 'health')", s.Nursery()).Error
		})
		if !storage.IsForeign(orphan) || storage.IsUnique(orphan) {
			t.Errorf("a row that refers to nothing: %v", orphan)
		}
		_, err := s.Writer().ExecContext(t.Context(), "PRAGMA max_page_count = 1")
		must(t, err)
		full := s.Do(t.Context(), func(ctx context.Context) error {
			return s.With(ctx).Exec("INSERT INTO person (nursery_id, id, name, created_at) SELECT ?, 'big', hex(randomblob(100000)), ''", s.Nursery()).Error
		})
		refused(t, full, "storage.disk_full")
	})
}

func TestTheFeedGivesExactlyWhatWasWritten(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s := create(t, mode)
		write := func(id string, end error) {
			_ = s.Do(t.Context(), func(ctx context.Context) error { return errors.Join(writeNoted(ctx, s, id), end) })
		}
		write("1", nil)
		since, err := s.Seq(t.Context())
		must(t, err)
		write("2", nil)
		write("taken back", errNo)
		write("3", nil)
		write("4", nil)
		got := ""
		changes, last, err := s.Changes(t.Context(), since, 2)
		must(t, err)
		for _, change := range changes {
			got += change.ID
			if change.Class != "class" || change.Day != "2026-11-23" || change.Area != "test" {
				t.Errorf("the feed lost something: %+v", change)
			}
		}
		rest, end, err := s.Changes(t.Context(), changes[1].Seq, 100)
		must(t, err)
		for _, change := range rest {
			got += change.ID
		}
		if got != "234" || last != end || rest[len(rest)-1].Seq != last {
			t.Errorf("after %d the feed gave %s up to %d and %d", since, got, last, end)
		}
		if again, _, err := s.Changes(t.Context(), end, 100); err != nil || len(again) != 0 {
			t.Errorf("after the last there are %d more: %v", len(again), err)
		}
	})
}
