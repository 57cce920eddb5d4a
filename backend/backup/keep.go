package backup

import (
	"fmt"
	"slices"
	"time"

	"yayuan/backend/day"
)

// What is kept: every backup of the last days, then the newest of each week,
// then of each month.
const (
	keptDays   = 7
	keptWeeks  = 8
	keptMonths = 24
)

// surplus picks the backups that may go. The newest one always stays, and so
// does one from the future: a clock that was wrong is no reason to lose it.
func surplus(now time.Time, all []Backup) []string {
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, func(a, b Backup) int { return b.At.Compare(a.At) })
	today := day.Of(now)
	weeks, months := map[string]bool{}, map[string]bool{}
	var drop []string
	for i, b := range sorted {
		on := day.Of(b.At)
		week, month := weekOf(on), on.Month()
		keep := i == 0 || on > today.Add(-keptDays) ||
			on > today.Add(-7*keptWeeks) && !weeks[week] ||
			on > monthsBefore(today, keptMonths) && !months[month]
		if !keep {
			drop = append(drop, b.Name)
			continue
		}
		weeks[week], months[month] = true, true
	}
	return drop
}

func weekOf(d day.Day) string {
	year, week := d.Time().ISOWeek()
	return fmt.Sprintf("%d-%02d", year, week)
}

func monthsBefore(d day.Day, months int) day.Day {
	return day.Day(d.Time().AddDate(0, -months, 0).Format(time.DateOnly))
}
