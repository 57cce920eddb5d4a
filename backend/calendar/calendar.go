// Package calendar says on which days the nursery is open, and why: weekdays,
// the statutory holidays and make-up workdays (调休) of the State Council as
// kept by 6tail/lunar-go, and over both what the nursery says itself.
package calendar

import (
	"strings"
	"time"

	"github.com/6tail/lunar-go/HolidayUtil"

	"yayuan/backend/day"
)

// Closed says why a day is not open; empty means open.
type Closed string

// Reasons for a closed day that are no holiday's name.
const (
	Open    Closed = ""
	Weekend Closed = "weekend"
)

// Of tells whether a day is open by the week and the State Council alone: the
// name of the holiday, Weekend, or Open. A weekend day that makes up for a
// holiday is open.
func Of(on day.Day) Closed {
	if holiday := HolidayUtil.GetHoliday(string(on)); holiday != nil {
		if holiday.IsWork() {
			return Open
		}
		return Closed(holiday.GetName())
	}
	if IsWeekend(on) {
		return Weekend
	}
	return Open
}

// IsWeekend tells whether a day is a Saturday or a Sunday.
func IsWeekend(on day.Day) bool {
	weekday := on.Weekday()
	return weekday == time.Saturday || weekday == time.Sunday
}

// Known tells whether the holidays of a year have been published to the kept
// list; before that only weekends count.
func Known(year string) bool {
	list := HolidayUtil.GetHolidays(strings.TrimSpace(year))
	return list != nil && list.Len() > 0
}

// makesUpFor names the holiday that a workday on a weekend makes up for.
func makesUpFor(on day.Day) string {
	if holiday := HolidayUtil.GetHoliday(string(on)); holiday != nil && holiday.IsWork() {
		return holiday.GetName()
	}
	return ""
}
