package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestDataStaysInTheSystemsOwnPlace(t *testing.T) {
	home := filepath.FromSlash("/home/lin")
	for _, c := range []struct {
		system string
		env    map[string]string
		want   string
	}{
		{"linux", nil, "/home/lin/.local/share/yayuan"},
		{"linux", map[string]string{"XDG_DATA_HOME": "/srv/data"}, "/srv/data/yayuan"},
		{"linux", map[string]string{"XDG_DATA_HOME": "relative"}, "/home/lin/.local/share/yayuan"},
		{"darwin", nil, "/home/lin/Library/Application Support/Yayuan"},
		{"windows", map[string]string{"LOCALAPPDATA": "/l"}, "/l/Yayuan"},
		{"windows", nil, "/home/lin/AppData/Local/Yayuan"},
	} {
		got := dataDir(c.system, func(key string) string { return c.env[key] }, home)
		if filepath.ToSlash(got) != c.want {
			t.Errorf("%s %v: %s, want %s", c.system, c.env, got, c.want)
		}
	}
}

func TestArguments(t *testing.T) {
	silence(t)
	o, err := parse([]string{"--data", "d", "--key-file", "k", "--smoke"})
	if err != nil || o.data != "d" || o.keyFile != "k" || !o.smoke {
		t.Errorf("%+v %v", o, err)
	}
	for _, bad := range [][]string{{"--nonsense"}, {"stray"}, {"--data"}} {
		if _, err := parse(bad); err == nil {
			t.Errorf("%v was accepted", bad)
		}
		if code := Run(bad, "test"); code != 2 {
			t.Errorf("%v: exit code %d", bad, code)
		}
	}
}

func TestSmokeKeepsNoWindowState(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "data")
	p, err := placesFor(flags{data: dir, smoke: true})
	if err != nil || p.state != "" || p.data != dir {
		t.Errorf("%+v %v", p, err)
	}
	if _, err := os.Stat(dir); err != nil {
		t.Error(err)
	}
}

// silence hides the usage text that wrong arguments print.
func silence(t *testing.T) {
	t.Helper()
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	old := os.Stderr
	os.Stderr = null
	t.Cleanup(func() {
		os.Stderr = old
		_ = null.Close()
	})
}
