package roster

import "yayuan/backend/fault"

var (
	consentUnknown     = fault.Define(fault.NotFound, "roster.consent_unknown")
	consentKindUnknown = fault.Define(fault.NotFound, "roster.consent_kind_unknown")
	consentKindName    = fault.Define(fault.Invalid, "roster.consent_kind_name")
	consentKindShipped = fault.Define(fault.Conflict, "roster.consent_kind_shipped")
	consentTextUnknown = fault.Define(fault.NotFound, "roster.consent_text_unknown")
	consentTextMissing = fault.Define(fault.Invalid, "roster.consent_text_missing")
	consentTextSame    = fault.Define(fault.Conflict, "roster.consent_text_same")
	consentScopeBad    = fault.Define(fault.Invalid, "roster.consent_scope_bad")
	consentScopeNone   = fault.Define(fault.Invalid, "roster.consent_scope_none")
	consentTold        = fault.Define(fault.Invalid, "roster.consent_told")
	consentChoice      = fault.Define(fault.Invalid, "roster.consent_choice")
	consentFuture      = fault.Define(fault.Invalid, "roster.consent_future")
	consentNumber      = fault.Define(fault.Invalid, "roster.consent_number")
	consentEnds        = fault.Define(fault.Invalid, "roster.consent_ends")
	consentDecision    = fault.Define(fault.Invalid, "roster.consent_decision")
	consentNotGiven    = fault.Define(fault.Conflict, "roster.consent_not_given")
	consentSigned      = fault.Define(fault.Invalid, "roster.consent_signed")
	consentFile        = fault.Define(fault.Invalid, "roster.consent_file")
	consentFileNone    = fault.Define(fault.NotFound, "roster.consent_file_none")
)
