package storage

import "golang.org/x/sys/windows"

// full tells whether the disk of the data folder has less than a megabyte left.
func (s *Store) full() bool {
	path, err := windows.UTF16PtrFromString(s.opt.Dir)
	if err != nil {
		return false
	}
	var free uint64
	if err := windows.GetDiskFreeSpaceEx(path, &free, nil, nil); err != nil {
		return false
	}
	return free < 1<<20
}
