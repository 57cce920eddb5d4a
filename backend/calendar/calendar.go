// Package calendar says on which days the nursery is open: weekdays, with the
// statutory holidays and make-up workdays of the State Council as kept by
// 6tail/lunar-go.
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

// Of tells whether the nursery is open on a day: the name of the holiday,
// Weekend, or Open. A weekend day that makes up for a holiday is open.
func Of(on day.Day) Closed {
	if holiday := HolidayUtil.GetHoliday(string(on)); holiday != nil {
		if holiday.IsWork() {
			return Open
		}
		return Closed(holiday.GetName())
	}
	switch on.Weekday() {
	case time.Saturday, time.Sunday:
		return Weekend
	}
	return Open
}

// Known tells whether the holidays of a year have been published to the kept
// list; before that only weekends count.
func Known(year string) bool {
	list := HolidayUtil.GetHolidays(strings.TrimSpace(year))
	return list != nil && list.Len() > 0
}

// OpenDays lists the open days of a span, both ends included.
func OpenDays(from, until day.Day) []day.Day {
	var days []day.Day
	for on := from; on <= until; on = on.Add(1) {
		if Of(on) == Open {
			days = append(days, on)
		}
	}
	return days
}
