package filing

import "yayuan/backend/fault"

var (
	formUnknown     = fault.Define(fault.NotFound, "filing.form_unknown")
	periodBad       = fault.Define(fault.Invalid, "filing.period_bad")
	periodFuture    = fault.Define(fault.Invalid, "filing.period_future")
	templateUnknown = fault.Define(fault.NotFound, "filing.template_unknown")
	templateForeign = fault.Define(fault.Invalid, "filing.template_foreign")
	templateOther   = fault.Define(fault.Invalid, "filing.template_other_form")
	filedUnknown    = fault.Define(fault.NotFound, "filing.filed_unknown")
	changedSince    = fault.Define(fault.Conflict, "filing.changed_since")
)
