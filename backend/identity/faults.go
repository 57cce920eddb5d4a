package identity

import "yayuan/backend/fault"

var (
	wrongPassword  = fault.Define(fault.Unauthenticated, "identity.wrong_password")
	waitFirst      = fault.Define(fault.Locked, "identity.wait_first")
	wrongPIN       = fault.Define(fault.Unauthenticated, "identity.wrong_pin")
	pinLocked      = fault.Define(fault.Locked, "identity.pin_locked")
	deviceUnknown  = fault.Define(fault.Unauthenticated, "identity.device_unknown")
	nameMissing    = fault.Define(fault.Invalid, "identity.name_missing")
	nameTooLong    = fault.Define(fault.Invalid, "identity.name_too_long")
	userNameBad    = fault.Define(fault.Invalid, "identity.user_name_bad")
	userNameTaken  = fault.Define(fault.Conflict, "identity.user_name_taken")
	passwordShort  = fault.Define(fault.Invalid, "identity.password_short")
	pinBad         = fault.Define(fault.Invalid, "identity.pin_bad")
	roleUnknown    = fault.Define(fault.Invalid, "identity.role_unknown")
	lastDirector   = fault.Define(fault.Conflict, "identity.last_director")
	personUnknown  = fault.Define(fault.NotFound, "identity.person_unknown")
	wrongOwn       = fault.Define(fault.Invalid, "identity.wrong_own_password")
	grantDayBad    = fault.Define(fault.Invalid, "identity.grant_day_bad")
	grantBackwards = fault.Define(fault.Invalid, "identity.grant_backwards")
	grantLonger    = fault.Define(fault.Invalid, "identity.grant_longer")
	grantLong      = fault.Define(fault.Invalid, "identity.grant_long")
	deputyOnly     = fault.Define(fault.Forbidden, "identity.deputy_only")
	grantUnknown   = fault.Define(fault.NotFound, "identity.grant_unknown")
)
