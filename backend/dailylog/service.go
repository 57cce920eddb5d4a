package dailylog

import (
	"context"
	"time"

	"yayuan/backend/audit"
	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/rules"
	"yayuan/backend/storage"
)

// Service holds the verbs of the daily log.
type Service struct {
	store    store
	audit    *audit.Log
	rules    *rules.Service
	calendar *calendar.Service
	roster   *roster.Service
}

// New makes the service on a store.
func New(s *storage.Store, log *audit.Log, ruleset *rules.Service, days *calendar.Service, people *roster.Service) *Service {
	return &Service{store: store{s}, audit: log, rules: ruleset, calendar: days, roster: people}
}

// act is the frame of one writing verb: what the whole act shares.
type act struct {
	id       string
	kind     string
	class    roster.Class
	day      day.Day
	slot     string
	entered  time.Time
	received time.Time
	reason   string
	actor    audit.Actor
	late     struct {
		minutes int
		version int
	}
}

// begin reads what every act needs: the class, the rule on lateness, whether
// the day asks for a reason.
func (s *Service) begin(ctx context.Context, a act, class string) (act, error) {
	if !a.day.Valid() {
		return a, dayBad.At("day")
	}
	if a.day > s.store.Today() {
		return a, dayFuture.At("day")
	}
	var err error
	if a.class, err = s.roster.Class(ctx, class); err != nil {
		return a, err
	}
	a.actor, _ = audit.ActorOf(ctx)
	a.received = s.store.Now()
	if a.entered.IsZero() || a.entered.After(a.received.Add(clockSkew)) {
		a.entered = a.received
	}
	if a.id == "" {
		a.id = storage.NewID()
	}
	var value struct{ Minutes int }
	if a.late.version, err = s.rules.Value(ctx, rules.LateMinutes, a.day, &value); err != nil {
		return a, err
	}
	a.late.minutes = value.Minutes
	closed, err := s.Closed(ctx, class, a.day)
	if err != nil {
		return a, err
	}
	if closed && a.reason == "" {
		return a, reasonMissing.At("reason")
	}
	return a, nil
}

// Closed tells whether changes to a class's day need a reason: the director
// closed it, or it is past midnight.
func (s *Service) Closed(ctx context.Context, class string, on day.Day) (bool, error) {
	if on < s.store.Today() {
		return true, nil
	}
	return s.store.closed(ctx, class, on)
}

// CloseDay ends a class's day; later changes need a reason.
func (s *Service) CloseDay(ctx context.Context, class string, on day.Day) error {
	if err := s.roster.RequireClass(ctx, identity.CloseDay, class, on); err != nil {
		return err
	}
	if on > s.store.Today() {
		return dayFuture.At("day")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		closed, err := s.store.closed(ctx, class, on)
		if err != nil || closed {
			return err
		}
		actor, _ := audit.ActorOf(ctx)
		if err := s.store.closeDay(ctx, class, on, actor.ID); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "dailylog.close_day", Kind: "class", Subject: class, Class: class, Day: on})
	})
}

// entry makes a new entry of an act over what is live in its cell.
func (a act) entry(id, child string, register Register, slot string, happened time.Time, live *Entry) Entry {
	if id == "" {
		id = storage.NewID()
	}
	e := Entry{ID: id, ActID: a.id, ChildID: child, ClassID: a.class.ID, Day: a.day, Register: register, Slot: slot,
		Revision: 1, HappenedAt: happened, EnteredAt: a.entered, ReceivedAt: a.received,
		Late: IsLate(happened, a.entered, a.late.minutes), lateVersion: a.late.version,
		ActorID: a.actor.ID, ActorName: a.actor.Name, Reason: a.reason}
	if live != nil {
		e.Supersedes, e.Revision, e.Corrected = live.ID, live.Revision+1, !live.Void
	}
	return e
}

// save writes the act with its entries, the feed and one audit entry.
func (s *Service) save(ctx context.Context, a act, entries []Entry, undoes *string) error {
	row := actRow{NurseryID: s.store.Nursery(), ID: a.id, Kind: a.kind, ClassID: a.class.ID, Day: a.day, Slot: a.slot,
		ActorID: a.actor.ID, At: stamp(a.received), Undoes: undoes}
	if err := s.store.insert(ctx, &row); err != nil {
		if storage.IsUnique(err) {
			return actUndone
		}
		return err
	}
	if err := s.store.write(ctx, entries); err != nil {
		return err
	}
	if err := s.collected(ctx, entries); err != nil {
		return err
	}
	change := storage.Change{Class: a.class.ID, Day: string(a.day), Area: "dailylog", ID: a.id}
	if err := s.store.Note(ctx, change); err != nil {
		return err
	}
	return s.audit.Write(ctx, audit.Entry{Verb: "dailylog." + a.kind, Kind: "act", Subject: a.id, Class: a.class.ID,
		Day: a.day, Reason: a.reason})
}

type cell struct {
	child    string
	register Register
	slot     string
}

func (e Entry) cell() cell { return cell{e.ChildID, e.Register, e.Slot} }

func byCell(entries []Entry) map[cell]*Entry {
	cells := map[cell]*Entry{}
	for i := range entries {
		e := &entries[i]
		cells[e.cell()] = e
	}
	return cells
}
