package storage_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"yayuan/backend/audit"
	"yayuan/backend/storage"
)

// kills in each journal mode.
const kills = 50

// writers at the same time in the process that is killed.
const writers = 4

func secret(id string) string { return "33010220240312" + id }

// writeUntilKilled is the child: every write that storage acknowledged is told
// on standard output, until somebody ends the process.
func writeUntilKilled() {
	dir, mode := os.Getenv("YAYUAN_TEST_DIR"), os.Getenv("YAYUAN_TEST_MODE")
	fail := func(err error) {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	lock, err := storage.Lock(dir)
	if err != nil {
		fail(err)
	}
	s, err := open(dir, mode, goodKey)
	if err != nil {
		fail(err)
	}
	log := audit.New(s)
	ctx := audit.WithActor(context.Background(), audit.Actor{ID: "operator", Name: "operator"})
	var all sync.WaitGroup
	for range writers {
		all.Go(func() {
			for n := 0; ; n++ {
				id := storage.NewID()
				err := writeOne(ctx, s, log, id, n%5 == 4)
				switch {
				case err == nil:
					_, _ = os.Stdout.WriteString(id + "\n")
				case !errors.Is(err, errSecondThoughts):
					fail(err)
				}
			}
		})
	}
	all.Wait()
	runtime.KeepAlive(lock)
}

var errSecondThoughts = errors.New("second thoughts")

// writeOne writes a fact with two details, a sealed value, its audit, the
// feed and the memory of the answer; or takes all of it back.
func writeOne(ctx context.Context, s *storage.Store, log *audit.Log, id string, regret bool) error {
	_, _, err := s.Once(ctx, "operator", id, "digest", func(ctx context.Context) (storage.Response, bool, error) {
		done := storage.Response{Status: 200, ContentType: "application/json", Body: []byte(id)}
		if err := addPerson(ctx, s, id, "陈一诺"); err != nil {
			return done, false, err
		}
		for _, role := range []string{"caregiver", "health"} {
			err := s.With(ctx).Exec("INSERT INTO person_role (nursery_id, person_id, role) VALUES (?, ?, ?)", s.Nursery(), id, role).Error
			if err != nil {
				return done, false, err
			}
		}
		entry := audit.Entry{Verb: "test.write", Kind: "person", Subject: id,
			Changes: audit.DiffSealed(nil, id, "idNumber", "", secret(id))}
		if err := log.Write(ctx, entry); err != nil {
			return done, false, err
		}
		if err := s.Note(ctx, storage.Change{Area: "test", ID: id}); err != nil {
			return done, false, err
		}
		if regret {
			return done, false, errSecondThoughts
		}
		return done, true, nil
	})
	return err
}

// eachWrite is how many rows one write leaves, by what names the write.
var eachWrite = map[string]struct {
	query string
	rows  int
}{
	"person":       {"SELECT id FROM person", 1},
	"person_role":  {"SELECT person_id FROM person_role", 2},
	"person_key":   {"SELECT person_id FROM person_key", 1},
	"audit":        {"SELECT subject_id FROM audit", 1},
	"audit_change": {"SELECT person_id FROM audit_change", 1},
	"change":       {"SELECT ref_id FROM change", 1},
	"idempotency":  {"SELECT key FROM idempotency", 1},
}

// TestAKillLosesNothingAcknowledged also tries a wrong key after every kill,
// while the journal of the crash still lies there.
func TestAKillLosesNothingAcknowledged(t *testing.T) {
	inBothModes(t, func(t *testing.T, mode string) {
		dir := t.TempDir()
		s, err := storage.Create(t.Context(), storage.Options{Dir: dir, Key: goodKey, Journal: mode})
		must(t, err)
		must(t, s.Close())
		acknowledged, journals, found := map[string]bool{}, 0, 0
		for range kills {
			fresh := writeAndKill(t, dir, mode)
			for _, id := range fresh {
				acknowledged[id] = true
			}
			if leftJournal(dir, mode) {
				journals++
			}
			tryWrongKey(t, dir, mode)
			found = checkWrites(t, dir, mode, acknowledged, fresh)
		}
		if len(acknowledged) < kills || journals == 0 {
			t.Fatalf("%d writes acknowledged, %d journals left: the kills prove nothing", len(acknowledged), journals)
		}
		t.Logf("%d kills, %d left a journal; %d writes acknowledged, %d found whole", kills, journals, len(acknowledged), found)
	})
}

// writeAndKill runs a writer, kills it at a random moment under load and gives
// the writes that it had acknowledged.
func writeAndKill(t *testing.T, dir, mode string) []string {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "YAYUAN_TEST_ROLE=writer", "YAYUAN_TEST_DIR="+dir, "YAYUAN_TEST_MODE="+mode)
	var complaints strings.Builder
	child.Stderr = &complaints
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	var ids []string
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		if err != nil { // a line without its end was not said
			break
		}
		if len(ids) == 0 { // it is under load now
			moment := time.AfterFunc(rand.N(120*time.Millisecond), func() { _ = child.Process.Kill() })
			defer moment.Stop()
		}
		ids = append(ids, strings.TrimSuffix(line, "\n"))
	}
	_, _ = io.Copy(io.Discard, out)
	if err := child.Wait(); err == nil || complaints.Len() > 0 {
		t.Fatalf("the writer ended by itself: %v %s", err, complaints.String())
	}
	return ids
}

func leftJournal(dir, mode string) bool {
	ending := map[string]string{"wal": "-wal", "delete": "-journal"}[mode]
	info, err := os.Stat(filepath.Join(dir, storage.FileName) + ending)
	return err == nil && info.Size() > 0
}

func tryWrongKey(t *testing.T, dir, mode string) {
	t.Helper()
	before := digests(t, dir)
	_, err := open(dir, mode, otherKey)
	refused(t, err, "storage.wrong_key")
	if after := digests(t, dir); !maps.Equal(before, after) {
		t.Fatalf("a wrong key changed the files: %d before, %d after", len(before), len(after))
	}
}

// checkWrites opens after a kill and looks for every acknowledged write and
// for writes of which only a part is there; it gives the number of writes.
func checkWrites(t *testing.T, dir, mode string, acknowledged map[string]bool, fresh []string) int {
	t.Helper()
	lock, err := storage.Lock(dir)
	must(t, err)
	s, err := open(dir, mode, goodKey)
	must(t, err)
	writes := map[string]map[string]int{}
	for table, each := range eachWrite {
		var ids []string
		must(t, s.With(t.Context()).Raw(each.query).Scan(&ids).Error)
		for _, id := range ids {
			if writes[id] == nil {
				writes[id] = map[string]int{}
			}
			writes[id][table]++
		}
	}
	for id := range acknowledged {
		if writes[id] == nil {
			t.Errorf("%s was acknowledged and is gone", id)
		}
	}
	for id, rows := range writes {
		for table, each := range eachWrite {
			if rows[table] != each.rows {
				t.Errorf("%s left %d rows in %s, want %d", id, rows[table], table, each.rows)
			}
		}
	}
	for _, id := range fresh {
		var sealed []byte
		must(t, s.With(t.Context()).Raw("SELECT new_seal FROM audit_change WHERE person_id = ?", id).Row().Scan(&sealed))
		if value, err := s.Unseal(t.Context(), id, sealed); err != nil || value != secret(id) {
			t.Errorf("%s sealed %q: %v", id, value, err)
		}
	}
	var verdict string
	must(t, s.With(t.Context()).Raw("PRAGMA integrity_check").Scan(&verdict).Error)
	if verdict != "ok" {
		t.Errorf("after a kill: %s", verdict)
	}
	must(t, errors.Join(s.Close(), lock.Release()))
	return len(writes)
}
