//go:build unix

package storage

import "golang.org/x/sys/unix"

// full tells whether the disk of the data folder has less than a megabyte left.
func (s *Store) full() bool {
	var stat unix.Statfs_t
	if err := unix.Statfs(s.opt.Dir, &stat); err != nil {
		return false
	}
	return uint64(stat.Bavail)*uint64(stat.Bsize) < 1<<20
}
