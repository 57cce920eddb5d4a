package roster

import "yayuan/backend/fault"

var (
	educationUnknown = fault.Define(fault.Invalid, "roster.education_unknown")
	hireTypeUnknown  = fault.Define(fault.Invalid, "roster.hire_type_unknown")
	staffIDTaken     = fault.Define(fault.Conflict, "roster.staff_id_taken")
	staffIDNone      = fault.Define(fault.NotFound, "roster.staff_id_none")
	staffHere        = fault.Define(fault.Conflict, "roster.staff_here")
	staffLeft        = fault.Define(fault.Conflict, "roster.staff_left")
	lastDayEarly     = fault.Define(fault.Invalid, "roster.last_day_early")
)
