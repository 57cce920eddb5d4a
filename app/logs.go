package app

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"sync"
)

const (
	logSize = 2 << 20 // bytes of one log file before it is rotated
	logKeep = 4       // older files that are kept
)

// logs are the request log and the crash log in the data folder. Neither holds
// names, numbers or the paths of requests.
type logs struct {
	out   *rotating
	crash *os.File
}

// openLogs makes the folder, opens both logs and sends crashes to the second.
func openLogs(dir string) (*logs, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	out, err := openRotating(filepath.Join(dir, "yayuan.log"), logSize, logKeep)
	if err != nil {
		return nil, err
	}
	// A crash is written by the dying runtime, which cannot rotate: do it now.
	path := filepath.Join(dir, "crash.log")
	if info, err := os.Stat(path); err == nil && info.Size() > logSize {
		_ = os.Rename(path, path+".1")
	}
	crash, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, errors.Join(err, out.Close())
	}
	if err := debug.SetCrashOutput(crash, debug.CrashOptions{}); err != nil {
		return nil, errors.Join(err, out.Close(), crash.Close())
	}
	return &logs{out: out, crash: crash}, nil
}

func (l *logs) logger() *slog.Logger {
	return slog.New(slog.NewJSONHandler(l.out, &slog.HandlerOptions{Level: slog.LevelInfo}))
}

// Close ends both logs.
func (l *logs) Close() error {
	return errors.Join(debug.SetCrashOutput(nil, debug.CrashOptions{}), l.crash.Close(), l.out.Close())
}

// rotating is a file that is renamed to .1, .2 … when it has grown to its limit.
type rotating struct {
	mu    sync.Mutex
	path  string
	limit int64
	keep  int
	file  *os.File
	size  int64
}

func openRotating(path string, limit int64, keep int) (*rotating, error) {
	r := &rotating{path: path, limit: limit, keep: keep}
	return r, r.reopen()
}

func (r *rotating) reopen() error {
	file, err := os.OpenFile(r.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	info, err := file.Stat()
	if err != nil {
		return errors.Join(err, file.Close())
	}
	r.file, r.size = file, info.Size()
	return nil
}

// Write appends one line; a line is never split over two files.
func (r *rotating) Write(line []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.size > 0 && r.size+int64(len(line)) > r.limit {
		if err := r.rotate(); err != nil {
			return 0, err
		}
	}
	n, err := r.file.Write(line)
	r.size += int64(n)
	return n, err
}

// rotate goes on with the same file where the system refuses to rename it: a
// log that is too long is better than none.
func (r *rotating) rotate() error {
	if err := r.file.Close(); err != nil {
		return err
	}
	for i := r.keep - 1; i >= 1; i-- {
		_ = os.Rename(r.numbered(i), r.numbered(i+1))
	}
	_ = os.Rename(r.path, r.numbered(1))
	return r.reopen()
}

func (r *rotating) numbered(i int) string { return r.path + "." + strconv.Itoa(i) }

// Close closes the current file.
func (r *rotating) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.file.Close()
}
