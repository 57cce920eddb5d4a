package filing

import (
	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/roster"
)

// Attendance of a span of days, in child-days.
type Attendance struct {
	Should   int       // 应出勤人次: due by placement, schedule and calendar, leave included (R47)
	Actual   int       // 实际出勤人次: an arrival or a morning check is on record
	Leave    int       // of the absences, those told in advance
	Unkept   []day.Day // days on which a class with children has no record at all
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

// CountAttendance counts the days of a span on which children were due. A
// class's day counts as kept when one child is on record or every child was
// excused.
func CountAttendance(from, until day.Day, span roster.Span, attended []dailylog.AttendedDay) Attendance {
	there := map[childDay]bool{}
	for _, a := range attended {
		there[childDay{a.ChildID, a.Day}] = true
	}
	expecting := span.Expecting()
	var total Attendance
	for on := from; on <= until; on = on.Add(1) {
		total.add(on, span.Placements, expecting, there)
	}
	return total
}

func (a *Attendance) add(on day.Day, placements []roster.Placement, expecting roster.Expecting, there map[childDay]bool) {
	kept, awaited := map[string]bool{}, map[string]bool{}
	should := a.Should
	for _, p := range placements {
		expected := expecting.On(p, on)
		if !expected.Due() {
			continue
		}
		a.Should++
		switch {
		case there[childDay{p.ChildID, on}]:
			a.Actual++
			kept[p.ClassID] = true
		case expected.Excused():
			a.Leave++
		default:
			awaited[p.ClassID] = true
		}
	}
	if a.Should > should {
		a.OpenDays++
	}
	first := ""
	for class := range awaited {
		if !kept[class] && (first == "" || class < first) {
			first = class
		}
	}
	if first == "" {
		return
	}
	a.Unkept = append(a.Unkept, on)
	if a.First == "" {
		a.First = first
	}
}

// Rate is the attendance rate in percent with one decimal, half rounded up (R47).
func (a Attendance) Rate() (float64, bool) {
	if !a.Kept() || a.Should == 0 {
		return 0, false
	}
	return float64((a.Actual*2000+a.Should)/(2*a.Should)) / 10, true
}
