package app

import (
	"encoding/json"
	"os"
	"path/filepath"
)

const (
	startWidth, startHeight = 1280, 800
	minWidth, minHeight     = 960, 600
	taskbar                 = 64 // what a system takes of the screen's height, at most
)

// windowState is where the window was when it was last closed, in the screen's
// own units; Wails keeps none of it.
type windowState struct {
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	X         int  `json:"x"`
	Y         int  `json:"y"`
	Placed    bool `json:"placed"` // false until a place is known: then the window is centred
	Maximised bool `json:"maximised"`
}

// readState gives the kept state, or the first size when there is none or it
// makes no sense: a broken file must never keep the window from opening.
func readState(path string) windowState {
	fresh := windowState{Width: startWidth, Height: startHeight}
	if path == "" {
		return fresh
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return fresh
	}
	var s windowState
	if json.Unmarshal(raw, &s) != nil || s.Width < minWidth || s.Height < minHeight || s.Width > 16384 || s.Height > 16384 {
		return fresh
	}
	return s
}

// writeState keeps the state for the next start.
func writeState(path string, s windowState) error {
	if path == "" {
		return nil
	}
	raw, err := json.Marshal(s)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return writeAtomically(path, append(raw, '\n'), 0o600)
}

// onScreen says whether the title bar of a window at (x, y) can still be
// reached: a screen that was unplugged must not hide the window for good.
func (s windowState) onScreen(width, height int) bool {
	const grip = 120
	return s.Placed && s.X > grip-s.Width && s.X < width-grip && s.Y >= 0 && s.Y < height-grip/2
}
