package backend_test

import (
	"bytes"
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yayuan/backend"
	"yayuan/backend/storage"
	"yayuan/backend/storage/keys"
	"yayuan/backend/testkit"
)

type computer struct {
	*testkit.Nursery
	dir, key, shelf string
}

// anew starts the program on a computer that may hold several nurseries.
func (c *computer) anew(t *testing.T) {
	t.Helper()
	b, err := backend.Open(t.Context(), backend.Config{Dir: c.dir, KeyFile: c.key, Shelf: c.shelf, Clock: func() time.Time { return testkit.Noon }})
	testkit.Must(t, err)
	c.Nursery = &testkit.Nursery{Backend: b}
}

func (c *computer) stop(t *testing.T) {
	t.Helper()
	testkit.Must(t, c.Backend.Close(context.Background()))
}

func newComputer(t *testing.T) *computer {
	t.Helper()
	dir := t.TempDir()
	c := &computer{dir: filepath.Join(dir, "data"), key: filepath.Join(dir, "data.key"), shelf: filepath.Join(dir, "settings", "nurseries.json")}
	c.anew(t)
	return c
}

type foundedAnswer struct {
	Token        string
	RecoveryCode string
}

func (c *computer) found(t *testing.T, name string, another bool) foundedAnswer {
	t.Helper()
	answer := c.Ask(t, "", http.MethodPost, "/api/start/nursery", map[string]any{"nurseryName": name, "directorName": "林静",
		"userName": "linjing", "password": "12345678", "another": another})
	if answer.Status != http.StatusOK {
		t.Fatal(answer.Body)
	}
	var founded foundedAnswer
	answer.Read(t, &founded)
	return founded
}

func (c *computer) open(t *testing.T, id string, want int) string {
	t.Helper()
	answer := c.Ask(t, "", http.MethodPost, "/api/start/open", map[string]string{"id": id})
	if answer.Status != want {
		t.Fatalf("opening %s: %d %s", id, answer.Status, answer.Body)
	}
	return answer.Body
}

func TestTwoNurseriesSideBySideShareNothing(t *testing.T) {
	c := newComputer(t)
	first := c.found(t, "青禾", false)
	second := c.found(t, "小芽", true)
	if first.RecoveryCode == second.RecoveryCode {
		t.Error("one recovery code for both")
	}
	see := func(token string, want int) {
		t.Helper()
		if got := c.Ask(t, token, http.MethodGet, "/api/session", nil).Status; got != want {
			t.Errorf("%d, want %d", got, want)
		}
	}
	see(second.Token, http.StatusOK)
	see(first.Token, http.StatusUnauthorized)
	if body := c.open(t, "main", http.StatusOK); !strings.Contains(body, `"name":"青禾"`) {
		t.Errorf("%s", body)
	}
	see(first.Token, http.StatusOK)
	see(second.Token, http.StatusUnauthorized)
	c.stop(t)

	other := filepath.Join(c.dir, "nurseries", "nursery-2")
	for _, dir := range []string{c.dir, other} {
		made, err := os.ReadDir(filepath.Join(dir, "backups"))
		if err != nil || len(made) != 1 {
			t.Errorf("%s has backups %v %v", dir, made, err)
		}
		if !storage.Exists(dir) {
			t.Errorf("no nursery in %s", dir)
		}
	}
	one, err := keys.Open(c.dir, keys.Options{KeyFile: c.key})
	testkit.Must(t, err)
	two, err := keys.Open(other, keys.Options{KeyFile: c.key + ".nursery-2"})
	testkit.Must(t, err)
	if bytes.Equal(one.Key, two.Key) {
		t.Error("one key for both")
	}
	if _, err := keys.Recover(other, first.RecoveryCode, keys.Options{KeyFile: filepath.Join(t.TempDir(), "k")}); err == nil {
		t.Error("the first one's recovery code opens the second")
	}
	raw, err := os.ReadFile(c.shelf)
	testkit.Must(t, err)
	if strings.Contains(string(raw), "林静") || strings.Contains(string(raw), "linjing") || !strings.Contains(string(raw), "小芽") {
		t.Errorf("the list says %s", raw)
	}
}

func TestTheLastNurseryOpensAgainAndOneThatIsGoneStopsNobody(t *testing.T) {
	c := newComputer(t)
	c.found(t, "青禾", false)
	c.found(t, "小芽", true)
	c.stop(t)
	c.anew(t)
	if state := c.Ask(t, "", http.MethodGet, "/api/start", nil).Body; !strings.Contains(state, `"id":"nursery-2","name":"小芽","open":true`) {
		t.Errorf("the last one is not open: %s", state)
	}
	name, err := c.Backend.House().Nursery.Name(t.Context())
	if err != nil || name != "小芽" {
		t.Errorf("open is %q %v", name, err)
	}
	c.stop(t)
	away := filepath.Join(t.TempDir(), "away")
	testkit.Must(t, os.Rename(filepath.Join(c.dir, "nurseries", "nursery-2"), away))
	c.anew(t)
	defer c.stop(t)
	if name, _ := c.Backend.House().Nursery.Name(t.Context()); name != "青禾" {
		t.Errorf("open is %q", name)
	}
	if body := c.open(t, "nursery-2", http.StatusNotFound); !strings.Contains(body, "start.nursery_gone") {
		t.Error(body)
	}
	if name, _ := c.Backend.House().Nursery.Name(t.Context()); name != "青禾" {
		t.Errorf("after a refusal %q is open", name)
	}
	forget := func(id string) testkit.Answer {
		return c.Ask(t, "", http.MethodPost, "/api/start/forget", map[string]string{"id": id})
	}
	if answer := forget("main"); answer.Status != http.StatusConflict {
		t.Error(answer.Body)
	}
	if answer := forget("nursery-2"); answer.Status != http.StatusOK || strings.Contains(answer.Body, "nursery-2") {
		t.Error(answer.Body)
	}
	if !storage.Exists(away) {
		t.Error("forgetting touched the files")
	}
}

func TestAFolderIsAdoptedWithItsKeyOrItsRecoveryCode(t *testing.T) {
	elsewhere := newComputer(t)
	founded := elsewhere.found(t, "远山", false)
	elsewhere.stop(t)
	c := newComputer(t)
	c.found(t, "青禾", false)
	defer c.stop(t)
	for want, try := range map[string][2]string{
		"start.not_a_nursery": {t.TempDir(), ""}, "keys.wrong_code": {elsewhere.dir, "00000-00000-00000-00000-00000"},
	} {
		if err := c.Backend.Adopt(t.Context(), try[0], try[1]); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if name, _ := c.Backend.House().Nursery.Name(t.Context()); name != "青禾" {
		t.Errorf("after a refusal %q is open", name)
	}
	lock, err := storage.Lock(elsewhere.dir)
	testkit.Must(t, err)
	if err := c.Backend.Adopt(t.Context(), elsewhere.dir, founded.RecoveryCode); err == nil || !strings.Contains(err.Error(), "storage.in_use") {
		t.Errorf("a folder that is open elsewhere: %v", err)
	}
	testkit.Must(t, lock.Release())
	testkit.Must(t, c.Backend.Adopt(t.Context(), elsewhere.dir, founded.RecoveryCode))
	if name, _ := c.Backend.House().Nursery.Name(t.Context()); name != "远山" {
		t.Errorf("open is %q", name)
	}
	if _, err := storage.Lock(elsewhere.dir); err == nil {
		t.Error("the adopted folder is not held")
	}
	c.open(t, "main", http.StatusOK)
	free, err := storage.Lock(elsewhere.dir)
	testkit.Must(t, err)
	testkit.Must(t, free.Release())
}

func TestOneFolderServesOneNursery(t *testing.T) {
	n := testkit.Open(t)
	for _, s := range []testkit.Scenario{
		{Name: "no list", Method: http.MethodGet, Path: "/api/start", Status: 200, Expect: []string{`"several":false`, `"nurseries":[]`}},
		{Name: "no other", Method: http.MethodPost, Path: "/api/start/open", Body: map[string]string{"id": "main"}, Status: 409, Expect: []string{"start.one_nursery"}},
		{Name: "no further", Method: http.MethodPost, Path: "/api/start/nursery", Body: map[string]any{"nurseryName": "乙", "directorName": "丙", "userName": "ding", "password": "12345678", "another": true}, Status: 409, Expect: []string{"start.one_nursery"}},
	} {
		s.Run(t, n)
	}
}

func TestAFurtherNurseryComesOutOfABackup(t *testing.T) {
	c := newComputer(t)
	first := c.found(t, "青禾", false)
	c.stop(t)
	made, err := filepath.Glob(filepath.Join(c.dir, "backups", "*"))
	if err != nil || len(made) != 1 {
		t.Fatal(made, err)
	}
	raw, err := os.ReadFile(made[0])
	testkit.Must(t, err)
	c.anew(t)
	defer c.stop(t)
	if answer := c.Ask(t, "", http.MethodPost, "/api/start/restore", raw, "X-Recovery-Code", "00000-00000-00000-00000-00000", "X-Another", "true"); answer.Status == http.StatusOK {
		t.Fatal("restored with a wrong code")
	}
	if _, err := os.Stat(filepath.Join(c.dir, "nurseries", "nursery-2")); !os.IsNotExist(err) {
		t.Errorf("a refused restore leaves a folder behind: %v", err)
	}
	answer := c.Ask(t, "", http.MethodPost, "/api/start/restore", raw, "X-Recovery-Code", first.RecoveryCode, "X-Another", "true")
	if answer.Status != http.StatusOK || !strings.Contains(answer.Body, `"id":"nursery-2","name":"青禾","open":true`) {
		t.Errorf("%d %s", answer.Status, answer.Body)
	}
}
