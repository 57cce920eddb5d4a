//go:build unix

package storage

import "golang.org/x/sys/unix"

// FreeBytes is the room that is left for this user on the disk of a folder.
func FreeBytes(dir string) (uint64, error) {
	var stat unix.Statfs_t
	if err := unix.Statfs(dir, &stat); err != nil {
		return 0, err
	}
	return uint64(stat.Bavail) * uint64(stat.Bsize), nil
}
