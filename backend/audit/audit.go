// Package audit keeps who changed what, when and why. Entries are added in
// the transaction of the change itself and can be neither altered nor removed.
package audit

import (
	"context"
	"time"

	"yayuan/backend/day"
)

// Actor is who acts: a person, or the operator of the command line.
type Actor struct {
	ID   string
	Name string
}

type actorKey struct{}

// WithActor puts the actor into the context; the door does it once.
func WithActor(ctx context.Context, actor Actor) context.Context {
	return context.WithValue(ctx, actorKey{}, actor)
}

// ActorOf gives the actor of the context.
func ActorOf(ctx context.Context) (Actor, bool) {
	actor, ok := ctx.Value(actorKey{}).(Actor)
	return actor, ok
}

// Entry is one act to be kept.
type Entry struct {
	Verb    string // "<area>.<what>", as "roster.change_child"
	Kind    string // what the subject is: "child", "class" …
	Subject string // its id
	Class   string // the class concerned, if any
	Day     day.Day
	Reason  string
	Changes []Change
}

// Change is one field with its old and new value.
type Change struct {
	Field  string
	Old    string
	New    string
	Person string // when set, the values are sealed with that person's key
}

// Record is a kept entry.
type Record struct {
	Seq     int64
	At      time.Time
	Actor   Actor
	Verb    string
	Kind    string
	Subject string
	Class   string
	Day     day.Day
	Reason  string
	Changes []Change // sealed values of an erased person come back empty
}

// Diff appends a change when the two values differ.
func Diff(changes []Change, field, old, new string) []Change {
	if old == new {
		return changes
	}
	return append(changes, Change{Field: field, Old: old, New: new})
}

// DiffSealed is Diff for values that only the person's key may open.
func DiffSealed(changes []Change, person, field, old, new string) []Change {
	if old == new {
		return changes
	}
	return append(changes, Change{Field: field, Old: old, New: new, Person: person})
}
