package roster

import "yayuan/backend/fault"

var (
	phonesTooMany        = fault.Define(fault.Invalid, "roster.phones_too_many")
	phoneNone            = fault.Define(fault.NotFound, "roster.phone_none")
	callOnDuty           = fault.Define(fault.Forbidden, "roster.call_on_duty")
	collectorUnknown     = fault.Define(fault.NotFound, "roster.collector_unknown")
	collectorNameMissing = fault.Define(fault.Invalid, "roster.collector_name_missing")
	collectorKindUnknown = fault.Define(fault.Invalid, "roster.collector_kind_unknown")
	authorMissing        = fault.Define(fault.Invalid, "roster.author_missing")
	collectorIsGuardian  = fault.Define(fault.Invalid, "roster.collector_is_guardian")
	last4Bad             = fault.Define(fault.Invalid, "roster.last4_bad")
)
