// Package identity knows people, their roles and what each may do; sign-in by
// name and password, a PIN for a quick change of person on a shared computer,
// and Require, with which every verb begins.
package identity

import (
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/fault"
)

// Role is what a person does in the nursery; one may have several.
type Role string

// The roles.
const (
	Director  Role = "director"  // 负责人
	Caregiver Role = "caregiver" // 保育人员, own classes
	Health    Role = "health"    // 保健人员
	Office    Role = "office"    // 行政
	Finance   Role = "finance"   // 财务
	Kitchen   Role = "kitchen"   // 厨房
	Gate      Role = "gate"      // 门卫
	Viewer    Role = "viewer"    // 查看
)

// Roles lists every role.
var Roles = []Role{Director, Caregiver, Health, Office, Finance, Kitchen, Gate, Viewer}

// Right is one thing that may be done.
type Right string

// The rights.
const (
	ReadRoster      Right = "roster.read"      // names, classes
	ReadGuardians   Right = "roster.guardians" // guardians, masked phones
	WriteRoster     Right = "roster.write"     // children, guardians, placements
	ReadAllergies   Right = "roster.allergies" // allergies and food that is not wanted
	WriteAllergies  Right = "roster.write_allergies"
	ReadHealth      Right = "roster.health" // illnesses, early birth, action cards
	WriteHealth     Right = "roster.write_health"
	RevealID        Right = "roster.reveal_id"
	RevealPhone     Right = "roster.reveal_phone"
	ReadCollectors  Right = "roster.collectors" // who may collect a child
	WriteCollectors Right = "roster.collect"    // who may collect it on one day
	ReadConsents    Right = "consent.read"
	WriteConsents   Right = "consent.write"
	ReadHistory     Right = "roster.history"
	WriteLeave      Right = "roster.leave"
	WriteHold       Right = "roster.hold" // that a child must stay away
	ImportRoster    Right = "roster.import"
	ReadStaff       Right = "staff.read"
	WriteStaff      Right = "staff.write"
	ManageAccounts  Right = "accounts.manage"
	ReadLog         Right = "log.read"
	WriteLog        Right = "log.write" // meals and other care
	WriteGate       Right = "log.gate"  // arrival, morning check, departure
	CloseDay        Right = "log.close"
	ReadToday       Right = "today.read"
	ReadNursery     Right = "nursery.read"
	WriteNursery    Right = "nursery.write"
	ReadFiling      Right = "filing.read"
	WriteFiling     Right = "filing.write"
	ReadFeed        Right = "feed.read"
	ManageBackups   Right = "backup.manage"
	ReadKeys        Right = "keys.read" // where the data and its key lie

	ExportAll Right = "export.all" // a child's whole file, and everything, out of the program

	ReadRequirements   Right = "requirements.read"   // what is due for whom
	ManageRequirements Right = "requirements.manage" // the nursery's own rows
)

// Scope says over which classes a right reaches.
type Scope int

// The scopes, the wider one the greater.
const (
	None Scope = iota
	Own        // the classes that the person is assigned to on the day
	All
)

var directorRights = []Right{
	ReadRoster, ReadGuardians, WriteRoster, RevealID, RevealPhone, ReadHistory, WriteLeave, WriteHold, ImportRoster,
	ReadCollectors, WriteCollectors, ReadConsents, WriteConsents, ReadAllergies, WriteAllergies, ReadHealth, WriteHealth,
	ReadStaff, WriteStaff, ManageAccounts, ReadLog, WriteLog, WriteGate, CloseDay, ReadToday,
	ReadNursery, WriteNursery, ReadFiling, WriteFiling, ReadFeed, ReadKeys, ManageBackups,
	ReadRequirements, ManageRequirements, ExportAll,
}

// granted is DESIGN section 6 as a table: role → right → scope.
var granted = map[Role]map[Right]Scope{
	Director: everywhere(directorRights...),
	Office: everywhere(ReadRoster, ReadAllergies, WriteAllergies, ReadGuardians, WriteRoster, RevealID, RevealPhone, ReadHistory, WriteLeave,
		ReadCollectors, WriteCollectors, ReadConsents, WriteConsents, ImportRoster, ReadStaff, WriteStaff, ReadToday, ReadNursery, WriteNursery, ReadFiling, WriteFiling, ReadFeed,
		ReadRequirements),
	Health: everywhere(ReadRoster, ReadAllergies, WriteAllergies, ReadHealth, WriteHealth, ReadGuardians, RevealPhone, ReadHistory, WriteLeave, WriteHold, ReadCollectors, WriteCollectors, ReadConsents, ReadStaff,
		ReadLog, WriteLog, WriteGate, ReadToday, ReadNursery, ReadFeed),
	Caregiver: join(everywhere(ReadNursery, ReadFeed), within(Own, ReadRoster, ReadAllergies, ReadHealth, ReadGuardians, RevealPhone, WriteLeave,
		ReadCollectors, WriteCollectors, ReadConsents, ReadLog, WriteLog, WriteGate, ReadToday)),
	Finance: everywhere(ReadRoster, ReadNursery, ReadFeed),
	Kitchen: everywhere(ReadAllergies, ReadNursery, ReadFeed),
	Gate:    everywhere(ReadNursery, ReadFeed, ReadCollectors),
	Viewer:  everywhere(ReadRoster, ReadToday, ReadNursery, ReadFiling, ReadFeed),
}

func everywhere(rights ...Right) map[Right]Scope { return within(All, rights...) }

func within(scope Scope, rights ...Right) map[Right]Scope {
	table := map[Right]Scope{}
	for _, right := range rights {
		table[right] = scope
	}
	return table
}

func join(tables ...map[Right]Scope) map[Right]Scope {
	all := map[Right]Scope{}
	for _, table := range tables {
		for right, scope := range table {
			all[right] = max(all[right], scope)
		}
	}
	return all
}

// Actor is who asks, with what the roles allow.
type Actor struct {
	audit.Actor
	Roles   []Role
	Session string // the session's id, empty for the operator
	Device  string
	rights  map[Right]Scope
}

// NewActor joins the rights of several roles.
func NewActor(id, name string, roles []Role) Actor {
	tables := make([]map[Right]Scope, 0, len(roles))
	for _, role := range roles {
		tables = append(tables, granted[role])
	}
	return Actor{Actor: audit.Actor{ID: id, Name: name}, Roles: roles, rights: join(tables...)}
}

// Operator is the named actor of the command line; whoever can start the
// program on the data folder with its key may do everything.
func Operator() Actor {
	actor := NewActor("operator", "operator", []Role{Director})
	return actor
}

// Rights lists what the actor may do, with the widest scope.
func (a Actor) Rights() map[Right]Scope { return a.rights }

type actorKey struct{}

// WithActor puts who asks into the context, for Require and for the audit.
func WithActor(ctx context.Context, actor Actor) context.Context {
	return context.WithValue(audit.WithActor(ctx, actor.Actor), actorKey{}, actor)
}

// ActorOf gives who asks.
func ActorOf(ctx context.Context) (Actor, bool) {
	actor, ok := ctx.Value(actorKey{}).(Actor)
	return actor, ok
}

// The refusals of Require.
var (
	SignInFirst = fault.Define(fault.Unauthenticated, "identity.sign_in_first")
	NotAllowed  = fault.Define(fault.Forbidden, "identity.not_allowed")
)

// Require refuses when nobody is signed in or no role grants the right in any
// class; what is bound to a class is checked by roster.RequireClass as well.
func Require(ctx context.Context, right Right) error {
	actor, ok := ActorOf(ctx)
	if !ok {
		return SignInFirst
	}
	if actor.rights[right] == None {
		return NotAllowed
	}
	return nil
}

// ScopeOf says how far a right of the asking person reaches.
func ScopeOf(ctx context.Context, right Right) Scope {
	actor, _ := ActorOf(ctx)
	return actor.rights[right]
}
