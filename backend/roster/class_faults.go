package roster

import "yayuan/backend/fault"

var (
	classClosed    = fault.Define(fault.Conflict, "roster.class_closed")
	classOpen      = fault.Define(fault.Conflict, "roster.class_open")
	classNotEmpty  = fault.Define(fault.Conflict, "roster.class_not_empty")
	movesNone      = fault.Define(fault.Invalid, "roster.moves_none")
	movesMany      = fault.Define(fault.Invalid, "roster.moves_many")
	movesNotPlaced = fault.Define(fault.Conflict, "roster.moves_not_placed")
	movesSameClass = fault.Define(fault.Conflict, "roster.moves_same_class")
	movesLater     = fault.Define(fault.Conflict, "roster.moves_later")
	movesUnknown   = fault.Define(fault.NotFound, "roster.moves_unknown")
	movesUndone    = fault.Define(fault.Conflict, "roster.moves_undone")
)
