package app

import (
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"unicode"

	"yayuan/backend/fault"
)

// Faults of the shell itself.
var (
	notWindow   = fault.Define(fault.Forbidden, "shell.not_window")
	noCall      = fault.Define(fault.NotFound, "shell.no_call")
	noName      = fault.Define(fault.Invalid, "shell.no_name")
	tooLarge    = fault.Define(fault.TooLarge, "shell.too_large")
	unknownPath = fault.Define(fault.Forbidden, "shell.unknown_path")
	notOpened   = fault.Define(fault.Unavailable, "shell.not_opened")
	saveFull    = fault.Define(fault.Unavailable, "shell.save_full")
	saveDenied  = fault.Define(fault.Unavailable, "shell.save_denied")
	saveFailed  = fault.Define(fault.Unavailable, "shell.save_failed")
	failed      = fault.Define(fault.Unavailable, "shell.failed")
	dataClosed  = fault.Define(fault.Unavailable, "shell.data_closed")
	noInterface = fault.Define(fault.Unavailable, "shell.no_interface")
)

// fileName makes a name that every system accepts out of the percent-encoded
// header; folders in it are dropped. "" when nothing is left.
func fileName(header string) string {
	name, err := url.PathUnescape(header)
	if err != nil {
		return ""
	}
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return -1
		case strings.ContainsRune(`<>:"/\|?*`, r):
			return '_'
		}
		return r
	}, name)
	name = strings.TrimRight(strings.TrimSpace(name), ". ")
	if strings.Trim(name, "._ ") == "" {
		return ""
	}
	return name
}

// writeAtomically puts the bytes beside the target, syncs them and renames: the
// old file stays whole until the new one is.
func writeAtomically(path string, data []byte, mode fs.FileMode) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".yayuan-*.part")
	if err != nil {
		return err
	}
	_, err = temp.Write(data)
	if err == nil {
		err = temp.Chmod(mode)
	}
	if err == nil {
		err = temp.Sync()
	}
	if err = errors.Join(err, temp.Close()); err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}

// saveFault says what a person can do about a file that was not written: on
// Windows the usual cause is that the old one is still open in Excel.
func saveFault(err error) *fault.Fault {
	code, _ := errno(err)
	windows := runtime.GOOS == "windows"
	switch {
	case errors.Is(err, fs.ErrPermission), windows && code == 32: // ERROR_SHARING_VIOLATION
		return saveDenied.Because(err)
	case errors.Is(err, syscall.ENOSPC), windows && code == 112: // ERROR_DISK_FULL
		return saveFull.Because(err)
	}
	return saveFailed.Because(err)
}

func errno(err error) (syscall.Errno, bool) {
	var code syscall.Errno
	ok := errors.As(err, &code)
	return code, ok
}
