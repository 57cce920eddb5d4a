package storage_test

import (
	"context"
	"database/sql"
	"testing"

	"yayuan/backend/storage"
)

type table struct {
	name   string
	strict bool
}

// ours are the tables that the migrations made.
func ours(t *testing.T, s *storage.Store) []table {
	t.Helper()
	var found []table
	rows, err := s.Readers().QueryContext(t.Context(),
		"SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'goose_db_version'")
	must(t, err)
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var each table
		must(t, rows.Scan(&each.name, &each.strict))
		found = append(found, each)
	}
	must(t, rows.Err())
	if len(found) < 20 {
		t.Fatalf("only %d tables", len(found))
	}
	return found
}

func TestEveryTableIsStrictAndCarriesItsNursery(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s := create(t, mode)
		for _, each := range ours(t, s) {
			if !each.strict {
				t.Errorf("%s takes values of any type", each.name)
			}
			if n := count(t, s, "SELECT count(*) FROM pragma_table_info(?) WHERE name = 'nursery_id' AND (\"notnull\" OR pk)", each.name); n != 1 {
				t.Errorf("%s has no nursery_id", each.name)
			}
		}
	})
}

// TestEveryReferenceStaysInTheNursery: a foreign key that leaves nursery_id
// out would take a row of another nursery.
func TestEveryReferenceStaysInTheNursery(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s := create(t, mode)
		for _, each := range ours(t, s) {
			if each.name == "store" {
				continue
			}
			all := count(t, s, "SELECT count(DISTINCT id) FROM pragma_foreign_key_list(?)", each.name)
			within := count(t, s, "SELECT count(*) FROM pragma_foreign_key_list(?) WHERE \"from\" = 'nursery_id' AND \"to\" = 'nursery_id'", each.name)
			if all == 0 || within != all {
				t.Errorf("%s has %d references, %d of them with the nursery", each.name, all, within)
			}
		}
	})
}

func TestEveryConnectionChecksAndTheWriterIsDurable(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		s := create(t, mode)
		asks := func(pool *sql.DB, pragma, want string) {
			t.Helper()
			conn, err := pool.Conn(context.Background())
			must(t, err)
			t.Cleanup(func() { _ = conn.Close() }) // held until then, so that each is another
			var got string
			must(t, conn.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got))
			if got != want {
				t.Errorf("%s is %s, want %s", pragma, got, want)
			}
		}
		for range 4 {
			asks(s.Readers(), "foreign_keys", "1")
		}
		for pragma, want := range map[string]string{"foreign_keys": "1", "synchronous": "2", "secure_delete": "1",
			"journal_mode": mode, "temp_store": "0"} {
			t.Run(pragma, func(t *testing.T) {
				var got string
				must(t, s.Writer().QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got))
				if got != want {
					t.Errorf("%s, want %s", got, want)
				}
			})
		}
	})
}

func TestTheJournalIsTriedAndTheTrialLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	s := createAt(t, dir, "", noon())
	if s.Journal() != "wal" && s.Journal() != "delete" {
		t.Errorf("the journal is %q", s.Journal())
	}
	for _, path := range filesIn(t, dir) {
		if !isDatabase(path) {
			t.Errorf("%s was left", path)
		}
	}
}
