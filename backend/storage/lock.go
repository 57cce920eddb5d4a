package storage

import (
	"os"
	"path/filepath"
)

// LockName is the file of a data folder that a process holds.
const LockName = "yayuan.lock"

// FolderLock is the right of one process to the data folder.
type FolderLock struct{ file *os.File }

// Lock takes a data folder for this process, before anything in it is opened.
// The lock ends with the process, also when it is killed.
func Lock(dir string) (*FolderLock, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, cannotOpen.Because(err)
	}
	file, err := os.OpenFile(filepath.Join(dir, LockName), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, cannotOpen.Because(err)
	}
	if err := lockFile(file); err != nil {
		_ = file.Close()
		return nil, inUse.Because(err)
	}
	return &FolderLock{file: file}, nil
}

// Release lets the folder go.
func (l *FolderLock) Release() error {
	if l == nil || l.file == nil {
		return nil
	}
	return l.file.Close()
}
