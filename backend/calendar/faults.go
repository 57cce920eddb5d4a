package calendar

import "yayuan/backend/fault"

var (
	dayBad        = fault.Define(fault.Invalid, "calendar.day_bad")
	monthBad      = fault.Define(fault.Invalid, "calendar.month_bad")
	untilBefore   = fault.Define(fault.Invalid, "calendar.until_before_from")
	tooLong       = fault.Define(fault.Invalid, "calendar.too_long")
	stateUnknown  = fault.Define(fault.Invalid, "calendar.state_unknown")
	kindUnknown   = fault.Define(fault.Invalid, "calendar.kind_unknown")
	partMissing   = fault.Define(fault.Invalid, "calendar.part_missing")
	timeBad       = fault.Define(fault.Invalid, "calendar.time_bad")
	reasonMissing = fault.Define(fault.Invalid, "calendar.reason_missing")
	reasonLong    = fault.Define(fault.Invalid, "calendar.reason_long")
	classUnknown  = fault.Define(fault.NotFound, "calendar.class_unknown")
	rowUnknown    = fault.Define(fault.NotFound, "calendar.row_unknown")
	monthLocked   = fault.Define(fault.Conflict, "calendar.month_locked")
)
