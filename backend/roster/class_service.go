package roster

import (
	"context"
	"sort"
	"strconv"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// ClassState is a class with who is in it today.
type ClassState struct {
	Class
	Enrolled   int
	Caregivers []string // names, lead first
}

// Classes lists the classes with their children counted today.
func (s *Service) Classes(ctx context.Context) ([]ClassState, error) {
	if err := identity.Require(ctx, identity.ReadNursery); err != nil {
		return nil, err
	}
	classes, err := s.store.classes(ctx)
	if err != nil {
		return nil, err
	}
	today := s.store.Today()
	counts, err := s.store.enrolledByClass(ctx, today)
	if err != nil {
		return nil, err
	}
	caregivers, err := s.store.caregiversByClass(ctx, today)
	if err != nil {
		return nil, err
	}
	states := make([]ClassState, 0, len(classes))
	for _, class := range classes {
		states = append(states, ClassState{Class: class, Enrolled: counts[class.ID], Caregivers: caregivers[class.ID]})
	}
	return states, nil
}

// Class reads one class; callers have required their right.
func (s *Service) Class(ctx context.Context, id string) (Class, error) {
	class, found, err := s.store.class(ctx, id)
	if err == nil && !found {
		err = classUnknown
	}
	return class, err
}

// AddClass opens a class.
func (s *Service) AddClass(ctx context.Context, class Class) (Class, error) {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return class, err
	}
	class.Name, class.Room, class.Revision = clean(class.Name), clean(class.Room), 1
	if err := class.Check(); err != nil {
		return class, err
	}
	err := s.store.Do(ctx, func(ctx context.Context) error {
		var err error
		if class.ID, err = fresh[classRow](ctx, s.store, class.ID); err != nil {
			return err
		}
		classes, err := s.store.everyClass(ctx)
		if err != nil {
			return err
		}
		if len(classes) > 0 {
			class.Position = classes[len(classes)-1].Position + 1
		}
		return s.saveClass(ctx, "roster.add_class", class, Class{})
	})
	return class, err
}

// ChangeClass changes name, kind, places and room; the revision seen must be the last.
func (s *Service) ChangeClass(ctx context.Context, class Class) (Class, error) {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return class, err
	}
	class.Name, class.Room = clean(class.Name), clean(class.Room)
	if err := class.Check(); err != nil {
		return class, err
	}
	return class, s.store.Do(ctx, func(ctx context.Context) error {
		old, found, err := s.store.class(ctx, class.ID)
		switch {
		case err != nil:
			return err
		case !found:
			return classUnknown
		case old.Revision != class.Revision:
			return changedSince
		}
		class.Revision, class.Position = old.Revision+1, old.Position
		return s.saveClass(ctx, "roster.change_class", class, old)
	})
}

func (s *Service) saveClass(ctx context.Context, verb string, class, old Class) error {
	if err := s.store.saveClass(ctx, class); err != nil {
		return err
	}
	changes := audit.Diff(nil, "name", old.Name, class.Name)
	changes = audit.Diff(changes, "kind", string(old.Kind), string(class.Kind))
	changes = audit.Diff(changes, "places", strconv.Itoa(old.Places), strconv.Itoa(class.Places))
	changes = audit.Diff(changes, "room", old.Room, class.Room)
	return s.record(ctx, audit.Entry{Verb: verb, Kind: "class", Subject: class.ID, Class: class.ID, Changes: changes})
}

// record writes the audit entry of a change and tells the feed.
func (s *Service) record(ctx context.Context, entry audit.Entry) error {
	change := storage.Change{Class: entry.Class, Day: string(entry.Day), Area: "roster", ID: entry.Subject}
	if err := s.store.Note(ctx, change); err != nil {
		return err
	}
	return s.audit.Write(ctx, entry)
}

func sortPlaced(placed []Placed) {
	sort.SliceStable(placed, func(i, j int) bool { return pinyinLess(placed[i].Name, placed[j].Name) })
}

func pinyinLess(a, b string) bool {
	if x, y := full(a), full(b); x != y {
		return x < y
	}
	return a < b
}
