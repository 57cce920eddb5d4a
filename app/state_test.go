package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWindowStateComesBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config", "window.json")
	want := windowState{Width: 1400, Height: 900, X: 40, Y: 30, Placed: true, Maximised: true}
	if err := writeState(path, want); err != nil {
		t.Fatal(err)
	}
	if got := readState(path); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestABrokenStateOpensTheFirstSize(t *testing.T) {
	fresh := windowState{Width: startWidth, Height: startHeight}
	path := filepath.Join(t.TempDir(), "window.json")
	for _, raw := range []string{"", "{", "[]", `{"width":3,"height":2}`, `{"width":99999,"height":800}`} {
		if err := os.WriteFile(path, []byte(raw), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := readState(path); got != fresh {
			t.Errorf("%q gave %+v", raw, got)
		}
	}
	if got := readState(""); got != fresh {
		t.Errorf("no path gave %+v", got)
	}
	if err := writeState("", fresh); err != nil {
		t.Error(err)
	}
}

func TestAWindowIsNeverLostOffTheScreen(t *testing.T) {
	for _, c := range []struct {
		x, y   int
		placed bool
		want   bool
	}{
		{0, 0, true, true},
		{86, 40, true, true},
		{-900, 40, true, true},   // a strip still shows at the left
		{-1250, 40, true, false}, // nothing to hold
		{1900, 40, true, false},  // a second screen that is gone
		{40, -30, true, false},   // title bar above the edge
		{40, 1060, true, false},
		{0, 0, false, false}, // never placed: let the system choose
	} {
		s := windowState{Width: 1280, Height: 800, X: c.x, Y: c.y, Placed: c.placed}
		if got := s.onScreen(1920, 1080); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
