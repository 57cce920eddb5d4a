package roster

import (
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// CloseClass closes a class from a day on. Its children must have another
// place by then; its staff are free from that day.
func (s *Service) CloseClass(ctx context.Context, class string, from day.Day, reason string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	switch {
	case !from.Valid():
		return dayBad.At("from")
	case clean(reason) == "":
		return reasonMissing.At("reason")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.Class(ctx, class); err != nil {
			return err
		}
		closures, err := s.store.closures(ctx)
		if err != nil {
			return err
		}
		for _, each := range closures {
			if each.ClassID == class && each.touches(from, "") {
				return classClosed.At("from").With("day", string(each.From))
			}
		}
		children, err := s.store.placedFrom(ctx, class, from)
		if err != nil {
			return err
		}
		if children > 0 {
			return classNotEmpty.At("from").With("count", children)
		}
		if err := s.store.endAssignments(ctx, "class_id", class, from); err != nil {
			return err
		}
		closure := Closure{ID: storage.NewID(), ClassID: class, From: from, Reason: clean(reason)}
		if err := s.store.addClosure(ctx, closure); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.close_class", Kind: "class", Subject: class, Class: class,
			Day: from, Reason: closure.Reason, Changes: audit.Diff(nil, "closedFrom", "", string(from))})
	})
}

// ReopenClass opens a class again from a day on.
func (s *Service) ReopenClass(ctx context.Context, class string, on day.Day) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	if !on.Valid() {
		return dayBad.At("on")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.Class(ctx, class); err != nil {
			return err
		}
		closures, err := s.store.closures(ctx)
		if err != nil {
			return err
		}
		for _, each := range closures {
			if each.ClassID != class || each.Until != "" {
				continue
			}
			if err := s.store.endClosure(ctx, each, on.Add(-1)); err != nil {
				return err
			}
			return s.record(ctx, audit.Entry{Verb: "roster.reopen_class", Kind: "class", Subject: class, Class: class,
				Day: on, Changes: audit.Diff(nil, "opensOn", "", string(on))})
		}
		return classOpen.At("on")
	})
}

// OrderClasses puts the classes in the order in which they stand everywhere;
// those not named follow.
func (s *Service) OrderClasses(ctx context.Context, ids []string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		classes, err := s.store.everyClass(ctx)
		if err != nil {
			return err
		}
		place := map[string]int{}
		for i, class := range classes {
			place[class.ID] = len(ids) + i
		}
		for i, id := range ids {
			if _, known := place[id]; !known {
				return classUnknown.At("ids")
			}
			place[id] = i
		}
		for id, position := range place {
			if err := s.store.orderClass(ctx, id, position); err != nil {
				return err
			}
		}
		return s.record(ctx, audit.Entry{Verb: "roster.order_classes", Kind: "class"})
	})
}

// refuseClosed refuses a plan for a class in a time when it is closed.
func (s *Service) refuseClosed(ctx context.Context, class string, from, until day.Day) error {
	closures, err := s.store.closures(ctx)
	if err != nil {
		return err
	}
	for _, each := range closures {
		if each.ClassID == class && each.touches(from, until) {
			return classClosed.At("classId").With("day", string(each.From))
		}
	}
	return nil
}
