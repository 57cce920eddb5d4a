package roster

import "yayuan/backend/fault"

var (
	groupNameMissing = fault.Define(fault.Invalid, "roster.group_name_missing")
	groupEmpty       = fault.Define(fault.Invalid, "roster.group_empty")
	groupNever       = fault.Define(fault.Invalid, "roster.group_never")
	groupUnknown     = fault.Define(fault.NotFound, "roster.group_unknown")
	groupOverlaps    = fault.Define(fault.Conflict, "roster.group_overlaps")
	timeBad          = fault.Define(fault.Invalid, "roster.time_bad")
	endsBeforeStarts = fault.Define(fault.Invalid, "roster.ends_before_starts")
)
