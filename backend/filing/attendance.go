package filing

import (
	"yayuan/backend/calendar"
	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/roster"
)

// Attendance of a span of days, in child-days.
type Attendance struct {
	Should   int       // 应出勤人次: placed on an open day, leave included (R47)
	Actual   int       // 实际出勤人次: an arrival or a morning check is on record
	Leave    int       // of the absences, those told in advance
	Unkept   []day.Day // open days on which a class with children has no record at all
	First    string    // a class without record on the first of them
	OpenDays int
}

// Kept tells whether the register was kept for the whole span; only then its
// numbers are filed, a zero included.
func (a Attendance) Kept() bool { return a.OpenDays > 0 && len(a.Unkept) == 0 }

type childDay struct {
	child string
	on    day.Day
}

// CountAttendance counts the open days of a span. A class's day counts as
// kept when one child is on record or every child was on leave.
func CountAttendance(from, until day.Day, span roster.Span, attended []dailylog.AttendedDay) Attendance {
	there := map[childDay]bool{}
	for _, a := range attended {
		there[childDay{a.ChildID, a.Day}] = true
	}
	leaves := map[string][]roster.Leave{}
	for _, leave := range span.Leaves {
		leaves[leave.ChildID] = append(leaves[leave.ChildID], leave)
	}
	var total Attendance
	for _, on := range calendar.OpenDays(from, until) {
		kept, awaited := map[string]bool{}, map[string]bool{}
		placed := 0
		for _, p := range span.Placements {
			if !p.On(on) {
				continue
			}
			placed++
			came, away := there[childDay{p.ChildID, on}], onLeave(leaves[p.ChildID], on)
			total.Should++
			switch {
			case came:
				total.Actual++
				kept[p.ClassID] = true
			case away:
				total.Leave++
			default:
				awaited[p.ClassID] = true
			}
		}
		if placed > 0 {
			total.OpenDays++
		}
		first := ""
		for class := range awaited {
			if !kept[class] && (first == "" || class < first) {
				first = class
			}
		}
		if first != "" {
			total.Unkept = append(total.Unkept, on)
			if total.First == "" {
				total.First = first
			}
		}
	}
	return total
}

func onLeave(leaves []roster.Leave, on day.Day) bool {
	for _, leave := range leaves {
		if leave.From <= on && on <= leave.Until {
			return true
		}
	}
	return false
}

// Rate is the attendance rate in percent with one decimal, half rounded up (R47).
func (a Attendance) Rate() (float64, bool) {
	if !a.Kept() || a.Should == 0 {
		return 0, false
	}
	return float64((a.Actual*2000+a.Should)/(2*a.Should)) / 10, true
}
