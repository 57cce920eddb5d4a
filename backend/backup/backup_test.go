package backup_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"yayuan/backend"
	"yayuan/backend/backup"
	"yayuan/backend/fault"
	"yayuan/backend/files"
	"yayuan/backend/roster"
	"yayuan/backend/storage"
	"yayuan/backend/storage/keys"
	"yayuan/backend/testkit"
)

// nursery is a founded one with the cast, two photos and one backup.
type nursery struct {
	*testkit.Nursery
	file string // path of the backup
}

func open(t *testing.T) nursery {
	t.Helper()
	n := nursery{Nursery: testkit.OpenWithCast(t)}
	kept := files.New(n.Store)
	for i := range 2 {
		photo := bytes.Repeat([]byte(fmt.Sprintf("照片 %d ", i)), 40_000)
		_, err := kept.Put(n.Director, files.Photo, "陈一诺.jpg", "image/jpeg", photo)
		testkit.Must(t, err)
	}
	made, err := n.Backups.Make(n.Director)
	testkit.Must(t, err)
	n.file = filepath.Join(n.Dir, storage.BackupFolder, made.Name)
	return n
}

func codeOf(err error) string {
	if f, ok := fault.As(err); ok {
		return f.Code
	}
	return fmt.Sprint(err)
}

// rows reads every table of a data folder's copy that nobody has open.
func rows(t *testing.T, dir string, opt keys.Options) map[string][]string {
	t.Helper()
	opened, err := keys.Open(dir, opt)
	testkit.Must(t, err)
	store, err := storage.Open(t.Context(), storage.Options{Dir: dir, Key: opened.Key})
	testkit.Must(t, err)
	defer func() { testkit.Must(t, store.Close()) }()
	return tables(t, store)
}

func tables(t *testing.T, store *storage.Store) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	testkit.Must(t, store.Read(t.Context(), func(ctx context.Context) error {
		var names []string
		if err := store.With(ctx).Raw("SELECT name FROM sqlite_master WHERE type = 'table'").Scan(&names).Error; err != nil {
			return err
		}
		for _, name := range names {
			found, err := store.With(ctx).Raw("SELECT * FROM \"" + name + "\"").Rows()
			if err != nil {
				return err
			}
			all[name] = texts(t, found)
		}
		return nil
	}))
	return all
}

func texts(t *testing.T, found *sql.Rows) []string {
	t.Helper()
	defer func() { _ = found.Close() }()
	columns, err := found.Columns()
	testkit.Must(t, err)
	var out []string
	for found.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		testkit.Must(t, found.Scan(into...))
		out = append(out, fmt.Sprintf("%v", values))
	}
	testkit.Must(t, found.Err())
	return out
}

func restore(t *testing.T, file, code string) (dir string, opt keys.Options, err error) {
	t.Helper()
	elsewhere := t.TempDir()
	dir, opt = filepath.Join(elsewhere, "data"), keys.Options{KeyFile: filepath.Join(elsewhere, "new.key")}
	in, err := os.Open(file)
	testkit.Must(t, err)
	defer func() { _ = in.Close() }()
	_, err = backup.Restore(t.Context(), in, dir, code, opt)
	return dir, opt, err
}

func TestTheRecoveryCodeAloneBringsEveryRowAndPhotoBack(t *testing.T) {
	n := open(t)
	made := filepath.Join(t.TempDir(), "stick.yayuan")
	before := tables(t, n.Store)
	_, err := n.Backups.MakeFile(n.Director, made)
	testkit.Must(t, err)

	dir, opt, err := restore(t, made, strings.ToLower(n.Code))
	testkit.Must(t, err)
	after := rows(t, dir, opt)
	if len(before) < 20 || len(after) != len(before) {
		t.Fatalf("%d tables before, %d after", len(before), len(after))
	}
	for name, want := range before {
		if !reflect.DeepEqual(after[name], want) {
			t.Errorf("%s: %d rows, want %d", name, len(after[name]), len(want))
		}
	}

	b, err := backend.Open(t.Context(), backend.Config{Dir: dir, KeyFile: opt.KeyFile, Clock: n.Clock.Now})
	testkit.Must(t, err)
	defer func() { testkit.Must(t, b.Close(context.Background())) }()
	number, err := b.House().Roster.Reveal(n.Director, n.Kids["欧阳子墨"], "idNumber", "", 0, "核对")
	testkit.Must(t, err)
	if number != "330106202311050159" {
		t.Errorf("a sealed ID number came back as %q", number)
	}
	photos := 0
	for _, row := range before["blob"] {
		id := strings.Fields(strings.Trim(row, "[]"))[1]
		_, content, err := files.New(b.House().Store).Get(n.Director, id)
		testkit.Must(t, err)
		if bytes.HasPrefix(content, []byte("照片")) {
			photos++
		}
	}
	if photos != 2 {
		t.Errorf("%d photos came back", photos)
	}
	ring, err := keys.Read(dir)
	testkit.Must(t, err)
	if _, err := ring.Key(n.Code); err != nil {
		t.Error("the recovery code is good no more:", err)
	}
}

func TestABackupThatIsNotAsItWasWrittenIsRefused(t *testing.T) {
	n := open(t)
	whole, err := os.ReadFile(n.file)
	testkit.Must(t, err)
	ring, err := keys.Read(n.Dir)
	testkit.Must(t, err)
	key, err := ring.Key(n.Code)
	testkit.Must(t, err)
	check := func(content []byte) error {
		_, err := backup.Check(t.Context(), bytes.NewReader(content), backup.WithKey(key), t.TempDir())
		return err
	}
	testkit.Must(t, check(whole))

	random := rand.New(rand.NewPCG(1, 2))
	places := []int{0, len(whole) - 1}
	for at := 0; at < 1200; at += 7 { // the head, byte by byte in seven runs of the dice
		places = append(places, at)
	}
	for at := 1200; at < len(whole); at += 4096 {
		places = append(places, at+random.IntN(min(4096, len(whole)-at)))
	}
	for _, at := range places {
		flipped := bytes.Clone(whole)
		flipped[at] ^= 1 << random.IntN(8)
		if code := codeOf(check(flipped)); code != "backup.damaged" && code != "backup.not_a_backup" {
			t.Errorf("a bit of byte %d of %d: %s", at, len(whole), code)
		}
	}
	for _, size := range []int{0, 10, 20, 500, 1100, 2000, len(whole) / 2, len(whole) - 17, len(whole) - 1} {
		if code := codeOf(check(whole[:size])); code != "backup.damaged" && code != "backup.not_a_backup" {
			t.Errorf("cut to %d bytes: %s", size, code)
		}
	}
	if code := codeOf(check(append(bytes.Clone(whole), 0))); code != "backup.damaged" {
		t.Errorf("one byte too many: %s", code)
	}
}

func TestAWrongCodeIsRefusedAndLeavesNothing(t *testing.T) {
	n, other := open(t), testkit.Open(t)
	for code, want := range map[string]string{other.Code: "keys.wrong_code", "12345": "keys.mistyped_code", "": "keys.mistyped_code"} {
		dir, opt, err := restore(t, n.file, code)
		if codeOf(err) != want {
			t.Errorf("%q: %v", code, err)
		}
		if left, _ := os.ReadDir(dir); len(left) != 0 {
			t.Errorf("%d files are left in the folder", len(left))
		}
		if _, err := os.Stat(opt.KeyFile); err == nil {
			t.Error("a key was kept")
		}
	}
	opened, err := keys.Open(other.Dir, keys.Options{KeyFile: other.KeyFile})
	testkit.Must(t, err)
	if _, err := backup.CheckFile(t.Context(), n.file, backup.WithKey(opened.Key)); codeOf(err) != "backup.other_key" {
		t.Errorf("another nursery's key: %v", err)
	}
}

func TestANurseryThatIsThereIsNotTouched(t *testing.T) {
	n, other := open(t), t.TempDir()
	for _, name := range []string{"yayuan.db", "photos.db", "yayuan.db-wal", "yayuan.db-journal"} {
		dir := filepath.Join(other, name)
		testkit.Must(t, os.MkdirAll(dir, 0o700))
		testkit.Must(t, os.WriteFile(filepath.Join(dir, name), []byte("theirs"), 0o600))
		in, err := os.Open(n.file)
		testkit.Must(t, err)
		_, err = backup.Restore(t.Context(), in, dir, n.Code, keys.Options{KeyFile: filepath.Join(other, name+".key")})
		if codeOf(err) != "backup.occupied" {
			t.Errorf("beside %s: %v", name, err)
		}
		_ = in.Close()
		left, err := os.ReadDir(dir)
		testkit.Must(t, err)
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || string(content) != "theirs" || len(left) != 1 {
			t.Errorf("%s was changed: %q, %d files", name, content, len(left))
		}
	}
}

func TestNoNameStandsInABackup(t *testing.T) {
	n := open(t)
	_, err := n.Roster.AddChild(n.Director, roster.NewChild{
		Child: roster.Child{Name: "PLANTEDNAME", BirthDate: "2024-03-03", Allergies: "PLANTEDALLERGY"}})
	testkit.Must(t, err)
	made, err := n.Backups.Make(n.Director)
	testkit.Must(t, err)
	folder := filepath.Join(n.Dir, storage.BackupFolder)
	entries, err := os.ReadDir(folder)
	testkit.Must(t, err)
	if len(entries) != 2 {
		t.Errorf("beside the two backups something stayed in the folder: %v", entries)
	}
	content, err := os.ReadFile(filepath.Join(folder, made.Name))
	testkit.Must(t, err)
	for _, planted := range []string{"PLANTED", "陈一诺", "13905710001", "330102202403120286", "小芽托育园", "SQLite format", "照片", n.Code} {
		if bytes.Contains(content, []byte(planted)) {
			t.Errorf("%q stands in the file", planted)
		}
	}
}
