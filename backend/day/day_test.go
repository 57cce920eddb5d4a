package day_test

import (
	"testing"
	"time"

	"yayuan/backend/day"
)

func TestMonthsAreCompletedMonths(t *testing.T) {
	cases := []struct {
		birth, on day.Day
		want      int
	}{
		{"2024-03-12", "2026-11-11", 31}, {"2024-03-12", "2026-11-12", 32}, {"2024-01-31", "2024-02-29", 0},
		{"2024-01-31", "2024-03-01", 1}, {"2024-02-29", "2025-02-28", 11}, {"2024-02-29", "2025-03-01", 12}, {"2026-11-24", "2026-11-24", 0},
	}
	for _, c := range cases {
		if got := day.Months(c.birth, c.on); got != c.want {
			t.Errorf("born %s, on %s: %d months, want %d", c.birth, c.on, got, c.want)
		}
	}
}

func TestMonthsAreAddedAsDeadlinesAre(t *testing.T) {
	cases := []struct {
		from   day.Day
		months int
		want   day.Day
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2028-01-31", 1, "2028-02-29"}, {"2028-02-29", 12, "2029-02-28"}, {"2027-02-28", 12, "2028-02-28"},
		{"2026-11-30", 3, "2027-02-28"}, {"2026-12-15", 1, "2027-01-15"}, {"2026-03-31", -1, "2026-02-28"}, {"2026-01-15", -1, "2025-12-15"}, {"2026-05-05", 0, "2026-05-05"},
	}
	for _, c := range cases {
		if got := c.from.AddMonths(c.months); got != c.want {
			t.Errorf("%s and %d months: %s, want %s", c.from, c.months, got, c.want)
		}
	}
}

func TestTheDayIsTheNurserysOwn(t *testing.T) {
	if got := day.Of(time.Date(2026, 11, 23, 16, 30, 0, 0, time.UTC)); got != "2026-11-24" {
		t.Errorf("half past midnight in Hangzhou is %s", got)
	}
	if got := day.Day("2026-11-24").At(0, 30); !got.Equal(time.Date(2026, 11, 23, 16, 30, 0, 0, time.UTC)) {
		t.Errorf("00:30 is %s", got)
	}
}

func TestOnlyDaysOfTheCalendar(t *testing.T) {
	for _, bad := range []string{"2026-02-29", "2026-11-31", "2026-1-1", "20261101", ""} {
		if _, err := day.Parse(bad); err == nil {
			t.Errorf("%q was read as a day", bad)
		}
	}
	if _, ok := day.Make(2026, 4, 31); ok {
		t.Error("31 April exists")
	}
	if end, ok := day.MonthEnd("2024-02"); !ok || end != "2024-02-29" {
		t.Errorf("February 2024 ends on %s", end)
	}
}

func TestYearsThatNobodyWritesAreNoDays(t *testing.T) {
	for _, text := range []string{"9999-12-31", "2200-01-01", "1899-12-31", "0001-01-01"} {
		if day.Day(text).Valid() {
			t.Errorf("%s is a day", text)
		}
	}
	if _, ok := day.MonthEnd("9999-12"); ok {
		t.Error("9999-12 is a month")
	}
	if !day.Day("2199-12-31").Valid() || !day.Day("1900-01-01").Valid() {
		t.Error("the first and the last day are refused")
	}
}
