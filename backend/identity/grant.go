package identity

import (
	"slices"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// Grant is a role for a time, both days included. Outside of it the role
// gives no right. A grant of Director makes a deputy of the director.
type Grant struct {
	ID     string
	Person string
	Role   Role
	From   day.Day
	Until  day.Day
	Reason string
}

// On tells whether the grant covers a day.
func (g Grant) On(on day.Day) bool { return g.From <= on && on <= g.Until }

// grantMonths is the longest time of a granted role; what lasts is a standing one.
const grantMonths = 12

// Check refuses a grant that cannot be meant.
func (g Grant) Check() error {
	var faults []*fault.Fault
	if f := checkRoles([]Role{g.Role}); f != nil {
		faults = append(faults, f.At("role"))
	}
	if !g.From.Valid() {
		faults = append(faults, grantDayBad.At("from"))
	}
	if !g.Until.Valid() {
		faults = append(faults, grantDayBad.At("until"))
	} else if g.Until < g.From {
		faults = append(faults, grantBackwards.At("until"))
	} else if g.From.Valid() && g.Until > g.From.AddMonths(grantMonths) {
		faults = append(faults, grantLong.At("until"))
	}
	return fault.Join(faults)
}

// inForce joins standing roles with those granted for a day, in the order of
// Roles.
func inForce(standing []Role, grants []Grant, on day.Day) []Role {
	var roles []Role
	for _, role := range Roles {
		granted := slices.ContainsFunc(grants, func(g Grant) bool { return g.Role == role && g.On(on) })
		if granted || slices.Contains(standing, role) {
			roles = append(roles, role)
		}
	}
	return roles
}
