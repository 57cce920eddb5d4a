package backup

import (
	"slices"
	"testing"
	"time"

	"yayuan/backend/day"
)

func made(days ...string) []Backup {
	var all []Backup
	for _, text := range days {
		at, err := time.ParseInLocation("2006-01-02 15:04", text, day.Zone)
		if err != nil {
			panic(err)
		}
		all = append(all, Backup{Name: text, At: at.UTC()})
	}
	return all
}

func TestWhatIsKept(t *testing.T) {
	now := day.Day("2026-11-23").At(12, 0) // a Monday
	cases := []struct {
		name string
		all  []Backup
		drop []string
	}{
		{"none", nil, nil},
		{"the only one, however old", made("2020-01-01 08:00"), nil},
		{"every one of the last seven days", made("2026-11-23 11:00", "2026-11-23 08:00", "2026-11-17 09:00", "2026-11-17 08:00"), nil},
		{"the newest of each week before", made("2026-11-23 11:00", "2026-11-15 18:00", "2026-11-11 18:00", "2026-11-08 18:00", "2026-11-08 17:59"),
			[]string{"2026-11-11 18:00", "2026-11-08 17:59"}},
		{"a week of which a day is kept anyway needs no other", made("2026-11-23 11:00", "2026-11-17 18:00", "2026-11-16 18:00"),
			[]string{"2026-11-16 18:00"}},
		{"the newest of each month after eight weeks", made("2026-11-23 11:00", "2026-08-31 18:00", "2026-08-20 18:00", "2026-07-02 18:00"),
			[]string{"2026-08-20 18:00"}},
		{"two years at most", made("2026-11-23 11:00", "2024-12-31 18:00", "2024-11-23 18:00", "2024-10-31 18:00"),
			[]string{"2024-11-23 18:00", "2024-10-31 18:00"}},
		{"midnight is the nursery's, not UTC's", made("2026-11-23 11:00", "2026-11-17 00:30", "2026-11-17 00:10"), nil},
		{"one from the future stays beside the newest of today", made("2027-05-01 08:00", "2026-11-23 11:00", "2026-11-20 08:00"), nil},
	}
	for _, c := range cases {
		slices.Reverse(c.all) // the order of the folder does not matter
		got := surplus(now, c.all)
		slices.Sort(got)
		slices.Sort(c.drop)
		if !slices.Equal(got, c.drop) {
			t.Errorf("%s: dropped %v, want %v", c.name, got, c.drop)
		}
	}
}

// TestTwoYearsOfDailyBackupsStayFew makes one a day and thins as the service does.
func TestTwoYearsOfDailyBackupsStayFew(t *testing.T) {
	var all []Backup
	start := day.Day("2024-01-01")
	for i := range 1000 {
		now := start.Add(i).At(18, 0)
		all = append(all, Backup{Name: nameAt(now, 1), At: now})
		gone := surplus(now, all)
		all = slices.DeleteFunc(all, func(b Backup) bool { return slices.Contains(gone, b.Name) })
	}
	if len(all) < 7+7+20 || len(all) > 7+8+24 {
		t.Errorf("%d backups are left", len(all))
	}
}

func TestNamesTellTheMoment(t *testing.T) {
	at := time.Date(2026, 11, 23, 16, 5, 9, 0, time.UTC)
	for turn, want := range map[int]string{1: "yayuan-2026-11-24-000509.yayuan", 2: "yayuan-2026-11-24-000509-2.yayuan"} {
		name := nameAt(at, turn)
		if got, ok := timeOf(name); name != want || !ok || !got.Equal(at) {
			t.Errorf("%s: %v %v", name, got, ok)
		}
	}
	for _, other := range []string{"", "yayuan.db", "../yayuan-2026-11-24-000509.yayuan", "yayuan-2026-11-24-000509.yayuan.partial",
		"yayuan-2026-13-24-000509.yayuan", "before-migration-yayuan-20261124T000000Z-0001.db"} {
		if _, ok := timeOf(other); ok {
			t.Errorf("%q passes for a backup", other)
		}
	}
}

func TestWhenBackupsHaveStopped(t *testing.T) {
	now := day.Day("2026-11-23").At(12, 0)
	ago := func(hours int) time.Time { return now.Add(-time.Duration(hours) * time.Hour) }
	cases := []struct {
		name string
		is   state
		due  bool
		code string
	}{
		{"founded today", state{now: now, since: ago(1)}, true, ""},
		{"never one in three days", state{now: now, since: ago(72)}, true, "backup.overdue"},
		{"this morning", state{now: now, since: ago(999), good: ago(3)}, false, ""},
		{"yesterday", state{now: now, since: ago(999), good: ago(25)}, true, ""},
		{"three days ago", state{now: now, since: ago(999), good: ago(73)}, true, "backup.overdue"},
		{"the last try failed", state{now: now, since: ago(999), good: ago(3), failed: ago(1)}, false, "backup.failed"},
		{"an earlier try failed", state{now: now, since: ago(999), good: ago(1), failed: ago(3)}, false, ""},
		{"the clock was set back a month", state{now: now, since: ago(999), good: ago(-720)}, true, ""},
	}
	for _, c := range cases {
		code := ""
		if found := c.is.findings(); len(found) > 0 {
			code = found[0].Code
		}
		if c.is.due() != c.due || code != c.code {
			t.Errorf("%s: due %v, finding %q", c.name, c.is.due(), code)
		}
	}
}
