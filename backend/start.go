package backend

import (
	"yayuan/backend/fault"
)

// Founding is what the first start asks for.
type Founding struct {
	NurseryName  string
	DirectorName string
	UserName     string
	Password     string
}

var (
	startFirst = fault.Define(fault.Locked, "start.first")
	foundTwice = fault.Define(fault.Conflict, "start.found_twice")
)
