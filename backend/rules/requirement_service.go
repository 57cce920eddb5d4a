package rules

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Requirements keeps what is to be done by a day, and reckons it from what
// the areas hand in.
type Requirements struct {
	store   requirementStore
	audit   *audit.Log
	place   func(context.Context) (string, error)
	sources []Source
	kinds   []FactKind
}

// NewRequirements makes the engine of a store; place gives the nursery's
// GB/T 2260 code, empty when it is not known.
func NewRequirements(store *storage.Store, log *audit.Log, place func(context.Context) (string, error)) *Requirements {
	return &Requirements{store: requirementStore{store}, audit: log, place: place}
}

//go:embed requirement_catalogue.json
var requirementFile []byte

// ShippedRequirements is what the program ships; the caller may keep it.
func ShippedRequirements() []Requirement { return slices.Clone(shipped()) }

var shipped = sync.OnceValue(func() []Requirement {
	var rows []Requirement
	if err := json.Unmarshal(requirementFile, &rows); err != nil {
		panic(fmt.Sprintf("rules: requirements: %v", err))
	}
	return rows
})

// Seed writes the shipped versions that the nursery does not have yet.
func (s *Requirements) Seed(ctx context.Context) error {
	return s.store.Do(ctx, func(ctx context.Context) error {
		rows, err := s.store.all(ctx)
		if err != nil {
			return err
		}
		missing := slices.DeleteFunc(ShippedRequirements(), func(r Requirement) bool {
			return slices.ContainsFunc(rows, func(has Requirement) bool { return has.Key == r.Key && has.same(r) })
		})
		if len(missing) == 0 {
			return nil
		}
		return s.store.add(ctx, missing...)
	})
}

// RequirementLine is a version with what it means here and on the day asked for.
type RequirementLine struct {
	Requirement
	Reaches bool // its jurisdiction covers the nursery
	InForce bool // it is the one that counts on the day, also when it switches off
	Sourced bool // some area can hand in what fulfils it
}

// List gives every version of every requirement.
func (s *Requirements) List(ctx context.Context, on day.Day) ([]RequirementLine, error) {
	if err := identity.Require(ctx, identity.ReadRequirements); err != nil {
		return nil, err
	}
	if on == "" {
		on = s.store.Today()
	}
	if !on.Valid() {
		return nil, requirementDay.At("on")
	}
	rows, here, err := s.rows(ctx)
	if err != nil {
		return nil, err
	}
	_, groups := byKey(here)
	lines := make([]RequirementLine, 0, len(rows))
	for _, row := range rows {
		line := RequirementLine{Requirement: row, Sourced: s.sourced(row), Reaches: slices.ContainsFunc(here, func(r Requirement) bool { return r.Key == row.Key && r.same(row) })}
		now, found := InForceOn(groups[row.Key], on)
		line.InForce = found && line.Reaches && now.same(row)
		lines = append(lines, line)
	}
	return lines, nil
}

// rows reads all versions, and those that can count at the nursery's place.
func (s *Requirements) rows(ctx context.Context) (all, here []Requirement, err error) {
	if all, err = s.store.all(ctx); err != nil {
		return nil, nil, err
	}
	place, err := s.place(ctx)
	return all, Covering(all, place), err
}

// Add writes a requirement of the nursery's own and gives its key, made here
// when it has none.
func (s *Requirements) Add(ctx context.Context, r Requirement) (key string, err error) {
	if err := identity.Require(ctx, identity.ManageRequirements); err != nil {
		return "", err
	}
	if r.Key == "" {
		r.Key = "own." + storage.NewID()
	}
	r.Version, r.State = 1, On
	return r.Key, s.store.Do(ctx, func(ctx context.Context) error {
		rows, err := s.store.all(ctx)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(rows, func(has Requirement) bool { return has.Key == r.Key }) {
			return requirementTaken.At("key")
		}
		return s.write(ctx, "rules.add_requirement", Requirement{}, r)
	})
}

// Change writes a new version of a requirement, shipped or own, that counts
// from a day on, today at the earliest.
func (s *Requirements) Change(ctx context.Context, r Requirement) error {
	return s.follow(ctx, "rules.change_requirement", r.Key, r.From, r.Reason, func(was Requirement) (Requirement, error) {
		r.State = On
		if r.Subject != was.Subject {
			return r, requirementSubject.At("subject")
		}
		return r, nil
	})
}

// SwitchOff ends a requirement from a day on, with a reason.
func (s *Requirements) SwitchOff(ctx context.Context, key string, from day.Day, reason string) error {
	return s.follow(ctx, "rules.switch_off_requirement", key, from, reason, func(was Requirement) (Requirement, error) {
		was.State = Off
		return was, nil
	})
}

// FollowShipped ends the nursery's own version from a day on: what the
// program ships counts again.
func (s *Requirements) FollowShipped(ctx context.Context, key string, from day.Day, reason string) error {
	return s.follow(ctx, "rules.follow_shipped_requirement", key, from, reason, func(was Requirement) (Requirement, error) {
		if !was.Own {
			return was, requirementNotOwn
		}
		was.State = Shipped
		return was, nil
	})
}

// follow adds the version that comes after the last one.
func (s *Requirements) follow(ctx context.Context, verb, key string, from day.Day, reason string, next func(Requirement) (Requirement, error)) error {
	if err := identity.Require(ctx, identity.ManageRequirements); err != nil {
		return err
	}
	if err := checkReason(reason); err != nil {
		return err
	}
	if err := checkFrom(from, s.store.Today()); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		all, here, err := s.rows(ctx)
		if err != nil {
			return err
		}
		_, groups := byKey(here)
		was, found := standing(groups[key], from)
		if !found {
			return requirementUnknown
		}
		r, err := next(was)
		if err != nil {
			return err
		}
		r.From, r.Reason, r.Version = from, reason, 1
		if r.State != On {
			r.Until = ""
		}
		for _, row := range all {
			if row.Own && row.Key == key {
				r.Version = max(r.Version, row.Version+1)
			}
		}
		return s.write(ctx, verb, was, r)
	})
}

// standing is what counts on a day; where nothing does, the last version.
func standing(rows []Requirement, on day.Day) (Requirement, bool) {
	if r, found := InForceOn(rows, on); found {
		return r, true
	}
	if len(rows) == 0 {
		return Requirement{}, false
	}
	return rows[len(rows)-1], true
}

func (s *Requirements) write(ctx context.Context, verb string, was, r Requirement) error {
	r.Own, r.Grade = true, "own"
	if r.Jurisdiction == "" {
		r.Jurisdiction = "*"
	}
	if err := r.Check(); err != nil {
		return err
	}
	if err := s.store.add(ctx, r); err != nil {
		return err
	}
	if err := s.store.Note(ctx, storage.Change{Area: "rules", ID: r.Key}); err != nil {
		return err
	}
	changes, err := diff(was, r)
	if err != nil {
		return err
	}
	return s.audit.Write(ctx, audit.Entry{Verb: verb, Kind: "requirement", Subject: r.Key, Day: r.From, Reason: r.Reason, Changes: changes})
}

func diff(was, r Requirement) ([]audit.Change, error) {
	demands := [2]string{}
	for i, each := range []Requirement{was, r} {
		text, err := json.Marshal(each.Demand)
		if err != nil {
			return nil, fmt.Errorf("requirement %s: %w", r.Key, err)
		}
		demands[i] = string(text)
	}
	changes := audit.Diff(nil, "state", string(was.State), string(r.State))
	changes = audit.Diff(changes, "version", label(was), label(r))
	changes = audit.Diff(changes, "from", string(was.From), string(r.From))
	changes = audit.Diff(changes, "until", string(was.Until), string(r.Until))
	changes = audit.Diff(changes, "jurisdiction", was.Jurisdiction, r.Jurisdiction)
	changes = audit.Diff(changes, "title", was.Title, r.Title)
	changes = audit.Diff(changes, "facts", strings.Join(was.Facts, " "), strings.Join(r.Facts, " "))
	changes = audit.Diff(changes, "demand", demands[0], demands[1])
	changes = audit.Diff(changes, "warnDays", strconv.Itoa(was.WarnDays), strconv.Itoa(r.WarnDays))
	changes = audit.Diff(changes, "severity", string(was.Severity), string(r.Severity))
	return audit.Diff(changes, "source", was.Source, r.Source), nil
}

// label tells the nursery's versions from the shipped ones.
func label(r Requirement) string {
	if r.Own {
		return "own " + strconv.Itoa(r.Version)
	}
	return strconv.Itoa(r.Version)
}
