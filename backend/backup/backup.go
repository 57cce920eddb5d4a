// Package backup keeps whole copies of a nursery: one file that a recovery
// code opens on any computer, made at close and once a day, checked by opening
// it. Restoring never touches a nursery that is there.
package backup

import (
	"fmt"
	"regexp"
	"time"

	"yayuan/backend/day"
	"yayuan/backend/finding"
)

// Ending of a backup's file name.
const Ending = ".yayuan"

// Backup is one file in the folder of backups and what is known of it.
type Backup struct {
	Name      string
	At        time.Time // when it was made, from its name
	Size      int64     // bytes
	CheckedAt time.Time // when it was last opened and found whole; zero when never
	Failure   string    // code of the fault that the last check found, empty when none
	mark      int64     // of the records in it, 0 when not known
}

// Good says that the file was opened and found whole.
func (b Backup) Good() bool { return !b.CheckedAt.IsZero() && b.Failure == "" }

const stamp = "2006-01-02-150405"

var named = regexp.MustCompile(`^yayuan-(\d{4}-\d{2}-\d{2}-\d{6})(-\d{1,3})?\` + Ending + `$`)

// nameAt is the name of a backup of a moment, in the nursery's zone; turn
// tells apart those of one second.
func nameAt(at time.Time, turn int) string {
	text := "yayuan-" + at.In(day.Zone).Format(stamp)
	if turn > 1 {
		text += fmt.Sprintf("-%d", turn)
	}
	return text + Ending
}

// timeOf reads a backup's moment from its name; false for any other file.
func timeOf(name string) (time.Time, bool) {
	parts := named.FindStringSubmatch(name)
	if parts == nil {
		return time.Time{}, false
	}
	at, err := time.ParseInLocation(stamp, parts[1], day.Zone)
	return at.UTC(), err == nil
}

// stale is the age at which a good backup is no longer enough.
const stale = 48 * time.Hour

// state is what the schedule and Today need to know.
type state struct {
	now    time.Time
	since  time.Time // when the nursery was founded
	good   time.Time // of the newest good backup, zero when there is none
	failed time.Time // when one could last not be made, zero when never
}

// due says that a day has gone by since the last good backup. A clock that was
// set back does not keep it away.
func (s state) due() bool {
	return s.good.IsZero() || s.now.Sub(s.good).Abs() >= 24*time.Hour
}

// findings tells when backups have stopped coming.
func (s state) findings() []finding.Finding {
	tell := func(code string, last time.Time) []finding.Finding {
		args := map[string]any{"days": int(s.now.Sub(last).Hours() / 24)}
		return []finding.Finding{{Code: code, Severity: finding.Warn, Args: args, Link: "/settings/backup", Verb: "look"}}
	}
	last := s.good
	if last.IsZero() {
		last = s.since
	}
	switch {
	case s.failed.After(s.good):
		return tell("backup.failed", last)
	case s.now.Sub(last) > stale:
		return tell("backup.overdue", last)
	}
	return nil
}
