package main

import (
	"errors"
	"os"
	"path/filepath"
)

// output is a file on its way: it appears under its name when it is whole, and
// what stood there before is whole until then.
type output struct {
	path string
	file *os.File // nil when finished or given up
}

// begin makes the unfinished file beside its place, readable by its owner only.
func begin(path string) (*output, error) {
	if known, err := os.Stat(path); err == nil && !known.Mode().IsRegular() {
		return nil, errors.New("not a file")
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".yayuan-*")
	if err != nil {
		return nil, err
	}
	return &output{path: path, file: file}, nil
}

func (o *output) finish(content []byte) error {
	file := o.file
	o.file = nil
	_, err := file.Write(content)
	err = errors.Join(err, file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), o.path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return nil
}

// giveUp leaves nothing behind of what was not finished.
func (o *output) giveUp() {
	if o.file != nil {
		_ = o.file.Close()
		_ = os.Remove(o.file.Name())
	}
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
