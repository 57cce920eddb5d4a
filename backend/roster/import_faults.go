package roster

import (
	"yayuan/backend/fault"
	"yayuan/backend/intake"
)

var (
	importUnknown  = fault.Define(fault.NotFound, "roster.import_unknown")
	importDone     = fault.Define(fault.Conflict, "roster.import_done")
	importUndone   = fault.Define(fault.Conflict, "roster.import_not_done")
	importBadRows  = fault.Define(fault.Invalid, "roster.import_bad_rows")
	importExported = fault.Define(fault.Invalid, "roster.import_exported")
	importRows     = fault.Define(fault.Invalid, "roster.import_rows_unknown")
)

// What a row lacks for the register, beyond what its own values say.
var (
	birthLacking    = intake.Define("BIRTH_MISSING")
	birthInFuture   = intake.Define("BIRTH_FUTURE")
	birthTooEarly   = intake.Define("BIRTH_TOO_EARLY")
	birthFromID     = intake.Define("BIRTH_FROM_ID")
	sexFromID       = intake.Define("SEX_FROM_ID")
	textTooLong     = intake.Define("TEXT_TOO_LONG")
	enteredTooEarly = intake.Define("ENTERED_BEFORE_BIRTH")
	enteredAssumed  = intake.Define("ENTERED_ASSUMED")
	modeAssumed     = intake.Define("MODE_ASSUMED")
	classEmpty      = intake.Define("CLASS_EMPTY")
	classLacking    = intake.Define("CLASS_MISSING")
	guardianUnnamed = intake.Define("GUARDIAN_UNNAMED")
	rowHidden       = intake.Define("ROW_HIDDEN")
	namesake        = intake.Define("NAMESAKE")
	idDiffers       = intake.Define("ID_DIFFERS")
	valueRefused    = intake.Define("VALUE_REFUSED")
)
