package backend_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yayuan/backend"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
	"yayuan/backend/testkit"
)

// kept is a nursery whose looks at the schedule the test decides.
type kept struct {
	*testkit.Nursery
	looks chan time.Time
	log   *bytes.Buffer
	cfg   backend.Config
}

func founded(t *testing.T) *kept {
	t.Helper()
	dir := t.TempDir()
	k := &kept{Nursery: &testkit.Nursery{Clock: &testkit.Clock{}, Dir: filepath.Join(dir, "data")}, looks: make(chan time.Time), log: &bytes.Buffer{}}
	k.Clock.Set(testkit.Noon)
	k.cfg = backend.Config{Dir: k.Dir, KeyFile: filepath.Join(dir, "key"), Clock: k.Clock.Now, Looks: k.looks, Log: slog.New(slog.NewTextHandler(k.log, nil))}
	k.open(t)
	found, err := k.Backend.Found(t.Context(), backend.Founding{NurseryName: "小芽托育园", DirectorName: "林静", UserName: "linjing", Password: testkit.Password})
	testkit.Must(t, err)
	k.House, k.Code = found.House, found.Made.RecoveryCode
	k.Tokens = map[identity.Role]string{identity.Director: found.Session.Token}
	k.Director = identity.WithActor(t.Context(), found.Session.Actor)
	return k
}

func (k *kept) open(t *testing.T) {
	t.Helper()
	var err error
	k.Backend, err = backend.Open(t.Context(), k.cfg)
	testkit.Must(t, err)
	k.House = k.Backend.House()
	t.Cleanup(func() { _ = k.Backend.Close(context.Background()) })
}

// signIn is a session of the present hour.
func (k *kept) signIn(t *testing.T) string {
	t.Helper()
	session, err := k.Identity.SignIn(t.Context(), "linjing", testkit.Password, "")
	testkit.Must(t, err)
	return session.Token
}

// look lets the schedule look; when the second look is taken, the first is done.
func (k *kept) look() {
	k.looks <- k.Clock.Now()
	k.looks <- k.Clock.Now()
}

func (k *kept) files(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(k.Dir, storage.BackupFolder, "*.yayuan"))
	testkit.Must(t, err)
	return found
}

func TestABackupIsMadeOnceADayWhileOpen(t *testing.T) {
	k := founded(t)
	for _, step := range []struct {
		name string
		at   time.Time
		want int
	}{
		{"the first look", testkit.Noon, 1},
		{"an hour later", testkit.Noon.Add(time.Hour), 1},
		{"a day later, nothing written", testkit.Noon.Add(24 * time.Hour), 2},
		{"the same evening", testkit.Noon.Add(30 * time.Hour), 2},
	} {
		k.Clock.Set(step.at)
		k.look()
		if got := len(k.files(t)); got != step.want {
			t.Errorf("%s: %d backups, want %d", step.name, got, step.want)
		}
	}
	records, err := k.Audit.Of(k.Director, "backup", filepath.Base(k.files(t)[0]))
	if err != nil || len(records) != 1 || records[0].Verb != "backup.made" || records[0].Actor.ID != "program" {
		t.Errorf("audit: %+v %v", records, err)
	}
}

func TestClosingMakesABackupOfWhatWasWritten(t *testing.T) {
	k := founded(t)
	close := func() int {
		testkit.Must(t, k.Backend.Close(context.Background()))
		k.Clock.Set(k.Clock.Now().Add(time.Minute))
		return len(k.files(t))
	}
	if got := close(); got != 1 {
		t.Fatalf("%d backups after the founding", got)
	}
	k.open(t)
	if got := close(); got != 1 {
		t.Errorf("%d backups after nothing was written", got)
	}
	k.open(t)
	profile, err := k.Nursery.House.Nursery.Profile(k.Director)
	testkit.Must(t, err)
	profile.Address = "西湖区"
	_, err = k.Nursery.House.Nursery.Change(k.Director, profile)
	testkit.Must(t, err)
	if got := close(); got != 2 {
		t.Errorf("%d backups after a change", got)
	}
}

func TestABackupThatFailsStandsInNobodysWay(t *testing.T) {
	k := founded(t)
	// A file where the folder should be: nothing can be written there.
	folder := filepath.Join(k.Dir, storage.BackupFolder)
	testkit.Must(t, os.RemoveAll(folder))
	testkit.Must(t, os.WriteFile(folder, nil, 0o600))
	k.look()
	token := k.Tokens[identity.Director]
	for _, s := range []testkit.Scenario{
		{Name: "Today tells", Token: token, Method: http.MethodGet, Path: "/api/today", Status: 200, Expect: []string{`"backup.failed"`}},
		{Name: "a backup by hand", Token: token, Method: http.MethodPost, Path: "/api/backups", Status: 500, Expect: []string{"backup.cannot_write"}, Refuse: []string{k.Dir}},
	} {
		s.Run(t, k.Nursery)
	}
	testkit.Must(t, k.Backend.Close(context.Background()))
	if text := k.log.String(); !strings.Contains(text, "when=daily code=backup.cannot_write") || strings.Contains(text, k.Dir) {
		t.Errorf("the log: %s", text)
	}
	testkit.Must(t, os.Remove(folder))
	k.Clock.Set(k.Clock.Now().Add(2 * time.Hour))
	k.open(t)
	k.look()
	testkit.Scenario{Name: "all is well again", Token: k.signIn(t), Method: http.MethodGet, Path: "/api/today", Status: 200, Refuse: []string{"backup."}}.Run(t, k.Nursery)
}

func TestBackupsThroughTheDoor(t *testing.T) {
	k := founded(t)
	token := k.Tokens[identity.Director]
	var made struct{ Name string }
	k.Ask(t, token, http.MethodPost, "/api/backups", nil, "Idempotency-Key", "once").Read(t, &made)
	whole, err := os.ReadFile(filepath.Join(k.Dir, storage.BackupFolder, made.Name))
	testkit.Must(t, err)
	verify := "/api/backups/" + made.Name + "/verify"
	for _, s := range []testkit.Scenario{
		{Name: "listed", Token: token, Method: http.MethodGet, Path: "/api/backups", Status: 200,
			Expect: []string{made.Name, `"checked":true`, `"kept":true`, `"failedAt":null`, `"at":"2026-11-23T04:05:00Z"`}},
		{Name: "whole", Token: token, Method: http.MethodPost, Path: verify, Status: 200, Expect: []string{`"checked":true`}},
		{Name: "not there", Token: token, Method: http.MethodPost, Path: "/api/backups/yayuan-2020-01-01-000000.yayuan/verify", Status: 404, Expect: []string{"backup.not_found"}},
		{Name: "another file of the folder", Token: token, Method: http.MethodPost, Path: "/api/backups/..%2Fyayuan.db/verify", Status: 404, Expect: []string{"not_found"}},
		{Name: "over a nursery", Method: http.MethodPost, Path: "/api/start/restore", Body: whole, Headers: []string{"X-Recovery-Code", k.Code}, Status: 409, Expect: []string{"backup.occupied"}},
	} {
		s.Run(t, k.Nursery)
	}
	whole[len(whole)/2] ^= 1
	testkit.Must(t, os.WriteFile(filepath.Join(k.Dir, storage.BackupFolder, made.Name), whole, 0o600))
	for _, s := range []testkit.Scenario{
		{Name: "altered", Token: token, Method: http.MethodPost, Path: verify, Status: 422, Expect: []string{"backup.damaged"}},
		{Name: "listed as broken", Token: token, Method: http.MethodGet, Path: "/api/backups", Status: 200, Expect: []string{`"checked":false`, `"failure":"backup.damaged"`}},
	} {
		s.Run(t, k.Nursery)
	}
	k.Clock.Set(testkit.Noon.Add(72 * time.Hour))
	testkit.Scenario{Name: "Today tells", Token: k.signIn(t), Method: http.MethodGet, Path: "/api/today", Status: 200, Expect: []string{`"backup.overdue"`, `"days":3`}}.Run(t, k.Nursery)
}

func TestTheFirstStartTakesABackup(t *testing.T) {
	k := founded(t)
	made, err := k.Backups.Make(k.Director)
	testkit.Must(t, err)
	whole, err := os.ReadFile(filepath.Join(k.Dir, storage.BackupFolder, made.Name))
	testkit.Must(t, err)

	dir := t.TempDir()
	n := &testkit.Nursery{Dir: filepath.Join(dir, "data")}
	n.Backend, err = backend.Open(t.Context(), backend.Config{Dir: n.Dir, KeyFile: filepath.Join(dir, "key"), Clock: k.Clock.Now})
	testkit.Must(t, err)
	defer func() { testkit.Must(t, n.Backend.Close(context.Background())) }()
	restore := testkit.Scenario{Method: http.MethodPost, Path: "/api/start/restore"}
	for _, step := range []testkit.Scenario{
		{Name: "a wrong code", Body: whole, Headers: []string{"X-Recovery-Code", "00000-00000-00000-00000-00000"}, Status: 422, Expect: []string{"keys.wrong_code", `"recoveryCode"`}},
		{Name: "another file", Body: []byte("PK"), Headers: []string{"X-Recovery-Code", k.Code}, Status: 422, Expect: []string{"backup.not_a_backup"}},
		{Name: "half of it", Body: whole[:len(whole)/2], Headers: []string{"X-Recovery-Code", k.Code}, Status: 422, Expect: []string{"backup.damaged"}},
		{Name: "the backup", Body: whole, Headers: []string{"X-Recovery-Code", url.PathEscape(strings.ToLower(strings.ReplaceAll(k.Code, "-", "　")))}, Status: 200, Expect: []string{`"open":"nursery"`, "小芽托育园"}},
		{Name: "once only", Body: whole, Headers: []string{"X-Recovery-Code", k.Code}, Status: 409, Expect: []string{"backup.occupied"}},
	} {
		step.Method, step.Path = restore.Method, restore.Path
		step.Run(t, n)
	}
	_, err = n.Backend.House().Identity.SignIn(t.Context(), "linjing", testkit.Password, "")
	testkit.Must(t, err)
	records, err := n.Backend.House().Audit.Of(k.Director, "backup", "")
	if err != nil || len(records) != 1 || records[0].Verb != "backup.restored" || records[0].Actor.ID != "operator" {
		t.Errorf("audit: %+v %v", records, err)
	}
}

func TestTheDemoIsNotBackedUp(t *testing.T) {
	n := testkit.Open(t)
	var session struct{ Token string }
	n.Ask(t, "", http.MethodPost, "/api/start/demo", nil).Read(t, &session)
	for _, s := range []testkit.Scenario{
		{Name: "none listed", Token: session.Token, Method: http.MethodGet, Path: "/api/backups", Status: 200, Expect: []string{`"kept":false`, `"backups":[]`}},
		{Name: "none made", Token: session.Token, Method: http.MethodPost, Path: "/api/backups", Status: 409, Expect: []string{"backup.not_in_demo"}},
		{Name: "none missed", Token: session.Token, Method: http.MethodGet, Path: "/api/today", Status: 200, Refuse: []string{"backup."}},
	} {
		s.Run(t, n)
	}
}
