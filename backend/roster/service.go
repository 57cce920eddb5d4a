package roster

import (
	"context"
	"maps"
	"slices"

	"yayuan/backend/audit"
	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/files"
	"yayuan/backend/identity"
	"yayuan/backend/rules"
	"yayuan/backend/storage"
)

// Service holds the verbs of the roster.
type Service struct {
	store        store
	audit        *audit.Log
	people       *identity.Service
	calendar     *calendar.Service
	requirements *rules.Requirements
	files        *files.Files
}

// New makes the service on a store.
func New(s *storage.Store, log *audit.Log, people *identity.Service, days *calendar.Service, requirements *rules.Requirements) *Service {
	return &Service{store: store{s}, audit: log, people: people, calendar: days, requirements: requirements,
		files: files.New(s)}
}

// RequireClass is Require for what is bound to a class: who has the right for
// own classes only must be assigned to the class on that day.
func (s *Service) RequireClass(ctx context.Context, right identity.Right, class string, on day.Day) error {
	if err := identity.Require(ctx, right); err != nil {
		return err
	}
	if identity.ScopeOf(ctx, right) == identity.All {
		return nil
	}
	own, err := s.OwnClasses(ctx, on)
	if err != nil {
		return err
	}
	for _, each := range own {
		if each == class {
			return nil
		}
	}
	return otherClass
}

// RequireChild is RequireClass for the class that the child is placed in on
// the day; a child without one can be reached only with the right for all.
func (s *Service) RequireChild(ctx context.Context, right identity.Right, child string, on day.Day) error {
	if err := identity.Require(ctx, right); err != nil {
		return err
	}
	if identity.ScopeOf(ctx, right) == identity.All {
		return nil
	}
	places, err := s.store.placementsOf(ctx, []string{child})
	if err != nil {
		return err
	}
	for _, place := range places[child] {
		if place.On(on) {
			return s.RequireClass(ctx, right, place.ClassID, on)
		}
	}
	return otherClass
}

// OwnClasses lists the classes that the asking person is assigned to on a day.
func (s *Service) OwnClasses(ctx context.Context, on day.Day) ([]string, error) {
	actor, ok := identity.ActorOf(ctx)
	if !ok {
		return nil, identity.SignInFirst
	}
	return s.store.classesOf(ctx, actor.ID, on)
}

// within gives the classes to which a right is bound, nil when it reaches all.
func (s *Service) within(ctx context.Context, right identity.Right) ([]string, error) {
	if identity.ScopeOf(ctx, right) == identity.All {
		return nil, nil
	}
	own, err := s.OwnClasses(ctx, s.store.Today())
	if own == nil {
		own = []string{}
	}
	return own, err
}

// Placed is a child where it is placed on a day, and whether it should attend. A child that is
// placed through a merged registration bears that one's id, under which its
// log lies, and everything else of the one that is kept.
type Placed struct {
	Child
	ClassID string
	Mode    Mode
	Trial   bool // in the trial period
	Expectation
	Card CardState
	card *Card
}

// Who narrows a question to a class, a child, or neither.
type Who struct {
	Class string
	Child string
}

// PlacedOn answers who is placed where on a day, and who of them should attend.
// Callers have required their right.
func (s *Service) PlacedOn(ctx context.Context, on day.Day, who Who) ([]Placed, error) {
	rows, err := s.store.placedOn(ctx, on, who)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ChildID
	}
	known, err := s.store.family(ctx)
	if err != nil {
		return nil, err
	}
	byID, err := s.keptOf(ctx, ids, known)
	if err != nil {
		return nil, err
	}
	span, err := s.spanOf(ctx, on, on, who.Child)
	if err != nil {
		return nil, err
	}
	cards, err := s.store.cards(ctx, slices.Collect(maps.Keys(byID)))
	if err != nil {
		return nil, err
	}
	expecting := span.Expecting()
	placed := make([]Placed, 0, len(rows))
	for _, row := range rows {
		child, live := byID[known.root(row.ChildID)]
		if !live {
			continue
		}
		placement, card := row.placement(), cards[child.ID]
		one := Placed{Child: child, ClassID: row.ClassID, Mode: row.Mode, Trial: placement.Trial(on),
			Expectation: expecting.On(placement, on), Card: StateOfCard(child, card), card: card}
		one.ID = row.ChildID
		placed = append(placed, one)
	}
	sortPlaced(placed)
	return placed, nil
}

// keptOf reads children by the registrations that are kept of them.
func (s *Service) keptOf(ctx context.Context, ids []string, known family) (map[string]Child, error) {
	roots := make([]string, len(ids))
	for i, id := range ids {
		roots[i] = known.root(id)
	}
	children, err := s.store.children(ctx, roots)
	byID := make(map[string]Child, len(children))
	for _, child := range children {
		byID[child.ID] = child
	}
	return byID, err
}

// Within reads what 'should attend' rests on in a span of days, placements
// under the child that is kept: over a span nobody counts twice.
func (s *Service) Within(ctx context.Context, from, until day.Day) (Span, error) {
	span, err := s.spanOf(ctx, from, until, "")
	if err != nil {
		return span, err
	}
	rows, err := s.store.placedWithin(ctx, from, until)
	for _, row := range rows {
		row.ChildID = span.family.root(row.ChildID)
		span.Placements = append(span.Placements, row.placement())
	}
	return span, err
}

// spanOf reads the agreements, absences and own days of a span, of one child
// or of all; the placements are left to the caller.
func (s *Service) spanOf(ctx context.Context, from, until day.Day, child string) (span Span, err error) {
	if span.family, err = s.store.family(ctx); err != nil {
		return span, err
	}
	if span.Schedules, err = s.store.schedulesWithin(ctx, from, until, child); err != nil {
		return span, err
	}
	if span.Bookings, err = s.store.bookingsWithin(ctx, from, until, child); err != nil {
		return span, err
	}
	leaves, err := s.store.leavesWithin(ctx, from, until, child)
	if err != nil {
		return span, err
	}
	for _, row := range leaves {
		span.Leaves = append(span.Leaves, row.leave())
	}
	holds, err := s.store.holdsWithin(ctx, from, until, child)
	if err != nil {
		return span, err
	}
	for _, row := range holds {
		span.Holds = append(span.Holds, row.hold())
	}
	span.Calendar, err = s.calendar.Plan(ctx, from, until)
	return span, err
}

// GuardiansOf gives today's guardians of many children, the first to call
// first. Callers have required their right.
func (s *Service) GuardiansOf(ctx context.Context, children []string) (map[string][]Guardian, error) {
	known, err := s.store.guardians(ctx, children)
	for child, all := range known {
		known[child] = slices.DeleteFunc(all, func(g Guardian) bool { return !g.On(s.store.Today()) })
	}
	return known, err
}

// Names gives the names of children, also of those who have left. Callers
// have required their right.
func (s *Service) Names(ctx context.Context, children []string) (map[string]string, error) {
	known, err := s.store.family(ctx)
	if err != nil {
		return nil, err
	}
	roots := make([]string, len(children))
	for i, id := range children {
		roots[i] = known.root(id)
	}
	rows, err := s.store.names(ctx, roots)
	byRoot, names := map[string]string{}, map[string]string{}
	for _, row := range rows {
		byRoot[row.ID] = row.Name
	}
	for _, id := range children {
		if name, found := byRoot[known.root(id)]; found {
			names[id] = name
		}
	}
	return names, err
}

// StaysSince gives for each child the first day of the unbroken stay that
// covers a day: a change of class or mode does not break it.
func (s *Service) StaysSince(ctx context.Context, children []string, on day.Day) (map[string]day.Day, error) {
	places, err := s.store.placementsOf(ctx, children)
	since := map[string]day.Day{}
	for child, stays := range places {
		last, begun := day.Day(""), false
		for _, stay := range stays { // oldest first
			if stay.From > on {
				break
			}
			if !begun || (last != "" && stay.From > last.Add(1)) {
				since[child] = stay.From
			}
			last, begun = stay.Until, true
		}
	}
	return since, err
}
