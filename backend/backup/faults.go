package backup

import (
	"errors"
	"io/fs"
	"os"

	"yayuan/backend/fault"
)

var (
	notABackup   = fault.Define(fault.Invalid, "backup.not_a_backup")
	broken       = fault.Define(fault.Invalid, "backup.damaged")
	otherKey     = fault.Define(fault.Invalid, "backup.other_key")
	notFound     = fault.Define(fault.NotFound, "backup.not_found")
	cannotWrite  = fault.Define(fault.Unavailable, "backup.cannot_write")
	fileExists   = fault.Define(fault.Conflict, "backup.file_exists")
	notInTheDemo = fault.Define(fault.Conflict, "backup.not_in_demo")
	occupied     = fault.Define(fault.Conflict, "backup.occupied")
)

// bare is what the system said without the path, in which a person's name may
// stand: causes go to the log.
func bare(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
