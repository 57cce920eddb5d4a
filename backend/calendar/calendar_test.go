package calendar_test

import (
	"testing"

	"yayuan/backend/calendar"
	"yayuan/backend/day"
)

func TestOpenDaysFollowTheStateCouncil(t *testing.T) {
	cases := []struct {
		on   day.Day
		want calendar.Closed
		why  string
	}{
		{"2026-11-24", calendar.Open, "a Tuesday"},
		{"2026-11-22", calendar.Weekend, "a Sunday"},
		{"2026-10-01", "国庆节", "National Day, a Thursday"},
		{"2026-10-10", calendar.Open, "a Saturday that makes up for National Day"},
		{"2025-01-26", calendar.Open, "a Sunday that makes up for Spring Festival"},
		{"2026-02-17", "春节", "Spring Festival"},
	}
	for _, c := range cases {
		if got := calendar.Of(c.on); got != c.want {
			t.Errorf("%s (%s): got %q, want %q", c.on, c.why, got, c.want)
		}
	}
	if !calendar.Known("2026") || calendar.Known("2031") {
		t.Error("the kept list must know 2026 and not 2031")
	}
	if got := len(calendar.Plan{}.OpenDays("2026-10-01", "2026-10-31", "")); got != 18 {
		t.Errorf("October 2026 has %d open days, want 18", got)
	}
}
