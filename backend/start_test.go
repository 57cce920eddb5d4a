package backend_test

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yayuan/backend"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
	"yayuan/backend/storage/keys"
	"yayuan/backend/testkit"
)

func TestTheFirstStartWorksOnce(t *testing.T) {
	dir := t.TempDir()
	b, err := backend.Open(t.Context(), backend.Config{Dir: filepath.Join(dir, "data"), KeyFile: filepath.Join(dir, "key"), Clock: func() time.Time { return testkit.Noon }})
	testkit.Must(t, err)
	defer func() { testkit.Must(t, b.Close(context.Background())) }()
	n := &testkit.Nursery{Backend: b}
	founding := map[string]string{"nurseryName": "小芽托育园", "directorName": "林静", "userName": "linjing", "password": "12345678"}
	bad := map[string]string{"nurseryName": "", "directorName": "", "userName": "a b", "password": "short"}
	for _, s := range []testkit.Scenario{
		{Name: "nothing yet", Method: http.MethodGet, Path: "/api/start", Status: 200, Expect: []string{`"state":"new"`, `"open":"none"`}},
		{Name: "other routes are closed", Method: http.MethodGet, Path: "/api/today", Status: 404, Expect: []string{"web.not_found"}},
		{Name: "all that is missing at once", Method: http.MethodPost, Path: "/api/start/nursery", Body: bad, Status: 422,
			Expect: []string{"nurseryName", "directorName", "userName", "identity.password_short"}},
		{Name: "founded", Method: http.MethodPost, Path: "/api/start/nursery", Body: founding, Status: 200,
			Expect: []string{"recoveryCode", `"keyStore":"file"`, "林静", `"roles":["director"]`}, Refuse: []string{"12345678"}},
		{Name: "ready", Method: http.MethodGet, Path: "/api/start", Status: 200, Expect: []string{`"state":"ready"`, "小芽托育园"}},
		{Name: "not twice", Method: http.MethodPost, Path: "/api/start/nursery", Body: founding, Status: 409, Expect: []string{"start.found_twice"}},
	} {
		s.Run(t, n)
	}
}

func TestTheDemoLiesInFilesOfItsOwn(t *testing.T) {
	n := testkit.Open(t)
	token := n.Tokens[identity.Director]
	demo := n.Ask(t, "", http.MethodPost, "/api/start/demo", nil)
	if demo.Status != http.StatusOK || !strings.Contains(demo.Body, `"demo":true`) {
		t.Fatal(demo.Body)
	}
	if status := n.Ask(t, token, http.MethodGet, "/api/session", nil).Status; status != http.StatusUnauthorized {
		t.Errorf("the nursery's session opens the demo: %d", status)
	}
	if !storage.Exists(filepath.Join(n.Dir, "demo")) {
		t.Error("the demo has no files of its own")
	}
	back := n.Ask(t, "", http.MethodPost, "/api/start/switch", nil)
	if !strings.Contains(back.Body, `"open":"nursery"`) || !strings.Contains(back.Body, "小芽托育园") {
		t.Errorf("back from the demo: %s", back.Body)
	}
	if status := n.Ask(t, token, http.MethodGet, "/api/session", nil).Status; status != http.StatusOK {
		t.Errorf("the nursery's session is gone after a look at the demo: %d", status)
	}
}

func TestTheRecoveryCodeOpensTheDataElsewhere(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	b, err := backend.Open(t.Context(), backend.Config{Dir: data, KeyFile: filepath.Join(dir, "here.key")})
	testkit.Must(t, err)
	founded, err := b.Found(t.Context(), backend.Founding{NurseryName: "小芽", DirectorName: "林静", UserName: "linjing", Password: "12345678"})
	testkit.Must(t, err)
	testkit.Must(t, b.Close(t.Context()))

	elsewhere := filepath.Join(dir, "elsewhere.key")
	if _, err := backend.Open(t.Context(), backend.Config{Dir: data, KeyFile: elsewhere}); err == nil {
		t.Fatal("opened without the key")
	}
	if _, err := keys.Recover(data, "00000-00000-00000-00000-00000", keys.Options{KeyFile: elsewhere}); err == nil {
		t.Fatal("opened with a wrong code")
	}
	typed := strings.ToLower(strings.ReplaceAll(founded.Made.RecoveryCode, "-", " "))
	_, err = keys.Recover(data, typed, keys.Options{KeyFile: elsewhere})
	testkit.Must(t, err)
	again, err := backend.Open(t.Context(), backend.Config{Dir: data, KeyFile: elsewhere})
	testkit.Must(t, err)
	_, err = again.House().Identity.SignIn(t.Context(), "linjing", "12345678", "")
	testkit.Must(t, err)
	testkit.Must(t, again.Close(t.Context()))
}

func TestAFirstStartThatWasCutOffStandsInNobodysWay(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	testkit.Must(t, os.MkdirAll(filepath.Join(data, ".founding"), 0o700))
	testkit.Must(t, os.WriteFile(filepath.Join(data, ".founding", storage.FileName), []byte("half"), 0o600))
	testkit.Must(t, os.WriteFile(filepath.Join(data, keys.RingName), []byte("{}"), 0o600))
	b, err := backend.Open(t.Context(), backend.Config{Dir: data, KeyFile: filepath.Join(dir, "k")})
	testkit.Must(t, err)
	_, err = b.Found(t.Context(), backend.Founding{NurseryName: "小芽", DirectorName: "林静", UserName: "linjing", Password: "12345678"})
	testkit.Must(t, err)
	testkit.Must(t, b.Close(t.Context()))
}

func TestAFolderIsOpenOnce(t *testing.T) {
	n := testkit.Open(t)
	_, err := backend.Open(t.Context(), backend.Config{Dir: n.Dir, KeyFile: n.KeyFile})
	if err == nil || !strings.Contains(err.Error(), "storage.in_use") {
		t.Fatalf("a second program opened the folder: %v", err)
	}
}
