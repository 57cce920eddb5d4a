package calendar

import (
	"context"
	"strings"
	"time"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Service holds the verbs of the calendar.
type Service struct {
	store store
	audit *audit.Log
}

// New makes the service on a store.
func New(s *storage.Store, log *audit.Log) *Service { return &Service{store: store{s}, audit: log} }

// Plan reads the own rows that touch a span of days. Callers have required
// their right; the calendar itself is for everybody.
func (s *Service) Plan(ctx context.Context, from, until day.Day) (Plan, error) {
	rows, err := s.store.touching(ctx, from, until, true)
	return NewPlan(rows...), err
}

// Day answers open, half or closed, why and by which source, for a class or
// with an empty class for the nursery.
func (s *Service) Day(ctx context.Context, on day.Day, class string) (Day, error) {
	plan, err := s.Plan(ctx, on, on)
	return plan.Day(on, class), err
}

// Month is a month as the page shows it.
type Month struct {
	Month  string
	Known  bool   // the year's holidays are published, or entered by the nursery
	Locked string // by what; empty when its days have not been reported
	Days   []Day
	Rows   []Own // that touch the month, taken back ones included, the newest first
}

// Month reads a month for the nursery or one class.
func (s *Service) Month(ctx context.Context, month, class string) (Month, error) {
	if err := identity.Require(ctx, identity.ReadNursery); err != nil {
		return Month{}, err
	}
	last, ok := day.MonthEnd(month)
	if !ok {
		return Month{}, monthBad.At("month")
	}
	out, first := Month{Month: month}, day.Day(month+"-01")
	err := s.store.Read(ctx, func(ctx context.Context) error {
		var err error
		if out.Rows, err = s.store.touching(ctx, first, last, false); err != nil {
			return err
		}
		if out.Known, err = s.known(ctx, month[:4]); err != nil {
			return err
		}
		out.Locked, err = s.store.lockOf(ctx, month)
		return err
	})
	live := Plan{}
	for _, row := range out.Rows {
		if row.Live {
			live.own = append(live.own, row)
		}
	}
	for on := first; on <= last; on = on.Add(1) {
		out.Days = append(out.Days, live.Day(on, class))
	}
	return out, err
}

// known tells whether a year's holidays were published to the kept list, or
// entered by the nursery before that.
func (s *Service) known(ctx context.Context, year string) (bool, error) {
	if Known(year) {
		return true, nil
	}
	rows, err := s.store.touching(ctx, day.Day(year+"-01-01"), day.Day(year+"-12-31"), true)
	for _, row := range rows {
		if row.Kind == Holiday {
			return true, err
		}
	}
	return false, err
}

// Add keeps that days are closed, half or open. In a month whose return was
// sent it is refused once, so that nobody changes sent figures unawares.
func (s *Service) Add(ctx context.Context, own Own, lockSeen bool) (string, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return "", err
	}
	own.Reason = strings.TrimSpace(own.Reason)
	if own.State != HalfOpen {
		own.Part, own.Starts, own.Ends = "", "", ""
	}
	if err := own.Check(); err != nil {
		return "", err
	}
	if own.ID == "" {
		own.ID = storage.NewID()
	}
	return own.ID, s.store.Do(ctx, func(ctx context.Context) error {
		if own.Class != "" {
			if known, err := s.store.hasClass(ctx, own.Class); err != nil || !known {
				return orElse(err, classUnknown.At("classId"))
			}
		}
		return s.write(ctx, "calendar.add", own, own.Reason, lockSeen)
	})
}

// Void takes an own row back, by a row that says why.
func (s *Service) Void(ctx context.Context, id, reason string, lockSeen bool) error {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return err
	}
	if strings.TrimSpace(reason) == "" {
		return reasonMissing.At("reason")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		row, found, err := s.store.live(ctx, id)
		if err != nil || !found {
			return orElse(err, rowUnknown)
		}
		if err := s.store.retire(ctx, id); err != nil {
			return err
		}
		row.ID, row.TakenBack, row.State, row.Part, row.Starts, row.Ends = storage.NewID(), id, Taken, "", "", ""
		row.Reason = strings.TrimSpace(reason)
		return s.write(ctx, "calendar.void", row, row.Reason, lockSeen)
	})
}

func orElse(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

// write inserts a row with its audit entry; the feed tells every board.
func (s *Service) write(ctx context.Context, verb string, own Own, reason string, lockSeen bool) error {
	for _, month := range months(own.From, own.Until) {
		by, err := s.store.lockOf(ctx, month)
		switch {
		case err != nil:
			return err
		case by != "" && !lockSeen:
			return monthLocked.At("lockSeen").With("month", month)
		case by != "":
			own.AfterLock = true
		}
	}
	actor, _ := audit.ActorOf(ctx)
	if err := s.store.insert(ctx, own, actor); err != nil {
		return err
	}
	if err := s.store.Note(ctx, storage.Change{Class: own.Class, Area: "calendar", ID: own.ID}); err != nil {
		return err
	}
	subject := own.ID
	if own.TakenBack != "" {
		subject = own.TakenBack
	}
	return s.audit.Write(ctx, audit.Entry{Verb: verb, Kind: "calendar", Subject: subject, Class: own.Class, Day: own.From,
		Reason: reason, Changes: []audit.Change{{Field: "from", New: string(own.From)}, {Field: "until", New: string(own.Until)},
			{Field: "state", New: string(own.State)}}})
}

// Lock marks a month whose figures were sent, and by what; a second time
// changes nothing. Callers have required their right.
func (s *Service) Lock(ctx context.Context, month, by string) error {
	if _, ok := day.MonthEnd(month); !ok {
		return monthBad.At("month")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		locked, err := s.store.lockOf(ctx, month)
		if err != nil || locked != "" {
			return err
		}
		actor, _ := audit.ActorOf(ctx)
		if err := s.store.lock(ctx, month, by, actor); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "calendar.lock", Kind: "calendar", Subject: month, Day: day.Day(month + "-01"), Reason: by})
	})
}

// Findings says that a year's holidays are not known: of this year, and from
// December on of the next.
func (s *Service) Findings(ctx context.Context) ([]finding.Finding, error) {
	if identity.ScopeOf(ctx, identity.WriteNursery) == identity.None {
		return nil, nil
	}
	on := s.store.Today()
	years := []string{string(on[:4])}
	if on.Time().Month() == time.December {
		years = append(years, string(on.AddMonths(1)[:4]))
	}
	var found []finding.Finding
	for _, year := range years {
		known, err := s.known(ctx, year)
		if err != nil {
			return nil, err
		}
		if !known {
			found = append(found, finding.Finding{Code: "calendar.unpublished", Severity: finding.Warn,
				Args: map[string]any{"year": year}, Link: "/settings/calendar", Verb: "look"})
		}
	}
	return found, nil
}
