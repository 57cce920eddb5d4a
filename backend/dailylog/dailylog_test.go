package dailylog_test

import (
	"testing"
	"time"

	"yayuan/backend/dailylog"
	"yayuan/backend/fault"
)

func TestStateComesOnlyFromWhatWasRecorded(t *testing.T) {
	cases := []struct {
		name                                    string
		arrived, checked, departed, leave, open bool
		want                                    dailylog.State
	}{
		{"nothing said on an open day", false, false, false, false, true, dailylog.Awaited},
		{"nothing said on a closed day", false, false, false, false, false, dailylog.Off},
		{"on leave", false, false, false, true, true, dailylog.OnLeave},
		{"arrived", true, false, false, false, true, dailylog.Present},
		{"checked without an arrival", false, true, false, false, true, dailylog.Present},
		{"on leave but brought all the same", true, false, false, true, true, dailylog.Present},
		{"collected", true, true, true, false, true, dailylog.Left},
		{"came on a closed day", true, false, false, false, false, dailylog.Present},
	}
	for _, c := range cases {
		if got := dailylog.StateOf(c.arrived, c.checked, c.departed, c.leave, c.open); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestLateIsEnteredMinusHappened(t *testing.T) {
	at := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	for minutes, want := range map[int]bool{0: false, 30: false, 31: true, 180: true} {
		if got := dailylog.IsLate(at, at.Add(time.Duration(minutes)*time.Minute), 30); got != want {
			t.Errorf("%d minutes: late %v, want %v", minutes, got, want)
		}
	}
}

func TestAMorningCheckSaysWhatWasLookedAt(t *testing.T) {
	degrees := func(tenths int) *int { return &tenths }
	cases := []struct {
		name  string
		check dailylog.CheckDetail
		code  string
	}{
		{"a measured, well child", dailylog.CheckDetail{Temperature: degrees(365), Method: "forehead", Touch: "ok", Look: "ok", Ask: "ok", Search: "ok", Card: "green"}, ""},
		{"looked at without a thermometer", dailylog.CheckDetail{Look: "ok"}, ""},
		{"says nothing at all", dailylog.CheckDetail{}, "dailylog.check_empty"},
		{"temperature without a method", dailylog.CheckDetail{Temperature: degrees(365)}, "dailylog.method_missing"},
		{"method without a temperature", dailylog.CheckDetail{Method: "ear", Look: "ok"}, "dailylog.temperature_missing"},
		{"a typing error in the temperature", dailylog.CheckDetail{Temperature: degrees(3650), Method: "ear"}, "dailylog.temperature_bad"},
		{"abnormal without words", dailylog.CheckDetail{Look: "abnormal"}, "dailylog.findings_missing"},
	}
	for _, c := range cases {
		f, _ := fault.As(c.check.Check())
		got := ""
		if f != nil {
			got = f.Code
		}
		if got != c.code {
			t.Errorf("%s: got %q, want %q", c.name, got, c.code)
		}
	}
}
