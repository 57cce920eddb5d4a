package dailylog

import (
	"context"
	"time"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/rules"
)

// Gate is one act on one child at the door: arrival, morning check or
// departure. There is no way to write it for several children at once.
type Gate struct {
	ActID      string
	EntryID    string
	Class      string
	Day        day.Day
	ChildID    string
	Register   Register
	HappenedAt time.Time
	EnteredAt  time.Time
	Seen       int64
	Reason     string
	Mark       *MarkDetail  // arrival, departure
	Check      *CheckDetail // check
}

// RecordGate writes an arrival, a morning check or a departure of one child.
func (s *Service) RecordGate(ctx context.Context, in Gate) error {
	if err := s.roster.RequireClass(ctx, identity.WriteGate, in.Class, s.store.Today()); err != nil {
		return err
	}
	if in.Check != nil {
		if err := in.Check.Check(); err != nil {
			return err
		}
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		a, err := s.begin(ctx, act{id: in.ActID, kind: string(in.Register), day: in.Day, entered: in.EnteredAt,
			reason: in.Reason}, in.Class)
		if err != nil {
			return err
		}
		if err := checkTimes(in.Day, in.HappenedAt, a.received); err != nil {
			return err
		}
		child, err := s.childOf(ctx, in)
		if err != nil {
			return err
		}
		// The same act sent again: its answer was lost on the way.
		if live := child.Cells[string(in.Register)]; live != nil && in.EntryID != "" && live.ID == in.EntryID && live.ActID == in.ActID {
			return nil
		}
		if a.entered.Before(in.HappenedAt.Add(-clockSkew)) {
			a.entered = a.received // nobody writes down what has not happened: that clock is wrong
		}
		entry, err := s.gateEntry(ctx, a, in, child)
		if err != nil {
			return err
		}
		return s.save(ctx, a, []Entry{entry}, nil)
	})
}

func (s *Service) childOf(ctx context.Context, in Gate) (BoardChild, error) {
	children, err := s.children(ctx, in.Day, roster.Who{Class: in.Class, Child: in.ChildID})
	if err == nil && len(children) == 0 {
		err = notInClass.At("childId")
	}
	if err != nil {
		return BoardChild{}, err
	}
	return children[0], nil
}

func (s *Service) gateEntry(ctx context.Context, a act, in Gate, child BoardChild) (Entry, error) {
	key := string(in.Register)
	live := child.Cells[key]
	now := int64(0)
	if live != nil {
		now = live.Revision
	}
	if now != in.Seen {
		return Entry{}, f(seenOld, child)
	}
	if err := orderly(in, child); err != nil {
		return Entry{}, err
	}
	entry := a.entry(in.EntryID, in.ChildID, in.Register, "", in.HappenedAt, live)
	entry.Mark = in.Mark
	if in.Register == Departure && in.Mark != nil {
		mark, err := s.judged(ctx, in, live)
		if err != nil {
			return entry, err
		}
		entry.Mark = &mark
	}
	if in.Check != nil {
		detail := *in.Check
		var rule struct{ Tenths int }
		version, err := s.rules.Value(ctx, rules.Fever, in.Day, &rule)
		if err != nil {
			return entry, err
		}
		detail.feverRule = version
		detail.Fever = detail.Temperature != nil && *detail.Temperature >= rule.Tenths
		entry.Check = &detail
	}
	return entry, nil
}

// orderly refuses times that contradict each other: nobody leaves before the
// arrival that is on record.
func orderly(in Gate, child BoardChild) error {
	arrival, departure := child.Recorded("arrival"), child.Recorded("departure")
	switch {
	case in.Register == Departure && arrival != nil && in.HappenedAt.Before(arrival.HappenedAt),
		in.Register == Arrival && departure != nil && departure.HappenedAt.Before(in.HappenedAt):
		return leftBeforeArrival.At("happenedAt").With("name", child.Name)
	}
	return nil
}
