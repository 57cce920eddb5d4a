// Package day is the calendar day of the nursery's zone as text. A time.Time
// in a date column finds nothing in SQLite and shifts with zones; a day does
// neither.
package day

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Day is a date as YYYY-MM-DD; the zero value is no day.
type Day string

// Ever is later than any day that is written down.
const Ever Day = "9999-12-31"

// Zone is the zone of every nursery: China has one.
var Zone = time.FixedZone("CST", 8*60*60)

// Of gives the nursery's day of an instant.
func Of(t time.Time) Day { return Day(t.In(Zone).Format(time.DateOnly)) }

// The years that anybody writes down. Days are compared as text: one with a
// year of five digits would stand before all others.
const firstYear, lastYear = 1900, 2199

func written(t time.Time) bool { return t.Year() >= firstYear && t.Year() <= lastYear }

// Parse reads YYYY-MM-DD and refuses days that do not exist, and years that
// nobody means.
func Parse(text string) (Day, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return "", fmt.Errorf("day: %q is not a day: %w", text, err)
	}
	if !written(t) {
		return "", fmt.Errorf("day: %q is in no year from %d to %d", text, firstYear, lastYear)
	}
	return Day(t.Format(time.DateOnly)), nil
}

// Make builds a day and refuses what the calendar does not have (31 April).
func Make(year, month, date int) (Day, bool) {
	t := time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != date {
		return "", false
	}
	return Day(t.Format(time.DateOnly)), true
}

// Time is midnight UTC of the day, for arithmetic only.
func (d Day) Time() time.Time {
	t, _ := time.Parse(time.DateOnly, string(d))
	return t
}

// At is the instant of a clock time on the day in the nursery's zone.
func (d Day) At(hour, minute int) time.Time {
	t := d.Time()
	return time.Date(t.Year(), t.Month(), t.Day(), hour, minute, 0, 0, Zone).UTC()
}

// Add moves by days.
func (d Day) Add(days int) Day { return Day(d.Time().AddDate(0, 0, days).Format(time.DateOnly)) }

// AddMonths moves by months as deadlines are reckoned: on the same date, or on
// the last day of a month that does not have it (31 January and one month is
// the last of February).
func (d Day) AddMonths(months int) Day {
	t := d.Time()
	last := time.Date(t.Year(), t.Month()+time.Month(months)+1, 0, 0, 0, 0, 0, time.UTC)
	return Day(last.AddDate(0, 0, min(t.Day(), last.Day())-last.Day()).Format(time.DateOnly))
}

// Weekday of the day.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// Valid says whether the text is a day of the calendar.
func (d Day) Valid() bool { _, err := Parse(string(d)); return err == nil }

// Month is the YYYY-MM part.
func (d Day) Month() string {
	if len(d) < 7 {
		return ""
	}
	return string(d[:7])
}

// MonthEnd is the last day of a YYYY-MM month; false when it is no month.
func MonthEnd(month string) (Day, bool) {
	t, err := time.Parse("2006-01", month)
	if err != nil || !written(t) {
		return "", false
	}
	return Day(t.AddDate(0, 1, -1).Format(time.DateOnly)), true
}

// Months is the age in completed months on a day, as the class bands and
// DATEDIF(…,"m") count: a month is complete on the same date, and a child
// born on the 31st completes a shorter month on the first of the next.
func Months(birth, on Day) int {
	b, o := birth.Time(), on.Time()
	months := (o.Year()-b.Year())*12 + int(o.Month()) - int(b.Month())
	if o.Day() < b.Day() {
		months--
	}
	return months
}

// Value stores a day as text, no day as NULL.
func (d Day) Value() (driver.Value, error) {
	if d == "" {
		return nil, nil
	}
	return string(d), nil
}

// Scan reads a day from text or NULL.
func (d *Day) Scan(value any) error {
	switch v := value.(type) {
	case nil:
		*d = ""
	case string:
		*d = Day(v)
	case []byte:
		*d = Day(v)
	case time.Time:
		*d = Day(v.Format(time.DateOnly))
	default:
		return fmt.Errorf("day: cannot read %T", value)
	}
	return nil
}
