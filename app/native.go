package app

import (
	"context"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	wails "github.com/wailsapp/wails/v2/pkg/runtime"
)

// native is what only the system's desktop can do; the tests put a fake here.
type native interface {
	// askWhere shows the save dialog; "" means that the person gave up.
	askWhere(title, name string) (string, error)
	// askFolder shows the folder dialog; "" means that the person gave up.
	askFolder(title string) (string, error)
	// reveal shows a folder, or a file marked in its folder.
	reveal(path string, isFile bool) error
	print()
	run(script string) // in the page
	quit()
}

// desktop is the real one; its context comes from Wails.
type desktop struct{ ctx context.Context }

func (d desktop) askWhere(title, name string) (string, error) {
	options := wails.SaveDialogOptions{Title: title, DefaultFilename: name, CanCreateDirectories: true}
	if ext := filepath.Ext(name); ext != "" {
		options.Filters = []wails.FileFilter{{DisplayName: strings.ToUpper(ext[1:]), Pattern: "*" + ext}}
	}
	return wails.SaveFileDialog(d.ctx, options)
}

func (d desktop) askFolder(title string) (string, error) {
	return wails.OpenDirectoryDialog(d.ctx, wails.OpenDialogOptions{Title: title})
}

func (d desktop) reveal(path string, isFile bool) error {
	cmd := revealCommand(runtime.GOOS, path, isFile)
	if err := cmd.Start(); err != nil {
		return err
	}
	// Explorer exits with 1 even when it worked: only reap the process.
	go func() { _ = cmd.Wait() }()
	return nil
}

func revealCommand(system, path string, isFile bool) *exec.Cmd {
	switch {
	case system == "windows" && isFile:
		return exec.Command("explorer.exe", "/select,", path)
	case system == "windows":
		return exec.Command("explorer.exe", path)
	case system == "darwin" && isFile:
		return exec.Command("open", "-R", path)
	case system == "darwin":
		return exec.Command("open", path)
	case isFile:
		return exec.Command("xdg-open", filepath.Dir(path))
	}
	return exec.Command("xdg-open", path)
}

func (d desktop) print()            { wails.WindowPrint(d.ctx) }
func (d desktop) run(script string) { wails.WindowExecJS(d.ctx, script) }
func (d desktop) quit()             { wails.Quit(d.ctx) }
