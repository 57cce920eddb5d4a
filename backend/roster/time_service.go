package roster

import (
	"context"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
)

// TimeFindings says what the roster's days lack today: children who came back
// without an examination or a proof, who come by the hour with no hours agreed,
// and whom a hold keeps away although its last day is over.
func (s *Service) TimeFindings(ctx context.Context) ([]finding.Finding, error) {
	found, err := s.returnFindings(ctx)
	if err != nil {
		return nil, err
	}
	for _, more := range []func(context.Context) ([]finding.Finding, error){s.unagreed, s.unproven, s.unwell} {
		next, err := more(ctx)
		if err != nil {
			return nil, err
		}
		found = append(found, next...)
	}
	return found, nil
}

// unagreed finds who comes by the hour while no hours are agreed: nobody
// would miss such a child.
func (s *Service) unagreed(ctx context.Context) ([]finding.Finding, error) {
	if identity.ScopeOf(ctx, identity.WriteRoster) == identity.None {
		return nil, nil
	}
	today := s.store.Today()
	rows, err := s.store.unagreed(ctx, today)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ChildID
	}
	names, err := s.Names(ctx, ids)
	var found []finding.Finding
	for _, row := range rows {
		found = append(found, finding.Finding{Code: "today.no_hours", Severity: finding.Warn, Args: map[string]any{"name": names[row.ChildID]},
			ChildID: row.ChildID, ClassID: row.ClassID, Link: "/children/" + row.ChildID, Verb: "look"})
	}
	return found, err
}

// unproven finds the holds that wait for nothing but a proof.
func (s *Service) unproven(ctx context.Context) ([]finding.Finding, error) {
	if identity.ScopeOf(ctx, identity.WriteHold) == identity.None {
		return nil, nil
	}
	today := s.store.Today()
	holds, err := s.store.holdsWithin(ctx, today, today, "")
	if err != nil || len(holds) == 0 {
		return nil, err
	}
	ids := make([]string, len(holds))
	for i, hold := range holds {
		ids[i] = hold.ChildID
	}
	names, err := s.Names(ctx, ids)
	var found []finding.Finding
	for _, hold := range holds {
		if hold.UntilDay < today {
			found = append(found, finding.Finding{Code: "today.hold_proof", Severity: finding.Warn,
				Args:    map[string]any{"name": names[hold.ChildID], "until": string(hold.UntilDay)},
				ChildID: hold.ChildID, Link: "/children/" + hold.ChildID, Verb: "look"})
		}
	}
	return found, err
}

// unwell finds the children who came back from an illness without the proof
// that they are well again (R44). It blocks nothing: they are here.
func (s *Service) unwell(ctx context.Context) ([]finding.Finding, error) {
	if identity.ScopeOf(ctx, identity.WriteHold) == identity.None {
		return nil, nil
	}
	rows, err := s.store.unwell(ctx, s.store.Today())
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ChildID
	}
	names, err := s.Names(ctx, ids)
	var found []finding.Finding
	for _, row := range rows {
		found = append(found, finding.Finding{Code: "today.return_proof", Severity: finding.Warn,
			Args:    map[string]any{"name": names[row.ChildID], "day": string(row.ReturnedOn)},
			ChildID: row.ChildID, Link: "/children/" + row.ChildID, Verb: "look"})
	}
	return found, err
}

// ChildTime is everything about when a child is here.
type ChildTime struct {
	Placements []Placement
	Schedules  []Schedule
	Bookings   []Booking // from a month ago on
	Leaves     []Leave   // every act, the newest leave first
	Holds      []Hold
	Ahead      []Ahead // today and the days to come
	ExamMissed bool    // came back after months away without an examination (R14)
}

// Ahead is a day to come, in the class in which the child will be.
type Ahead struct {
	Day     day.Day
	ClassID string
	Expectation
}

// aheadDays is how far a child's page looks.
const aheadDays = 14

// Time reads when a child was, is and will be here.
func (s *Service) Time(ctx context.Context, child string) (ChildTime, error) {
	today := s.store.Today()
	if err := s.RequireChild(ctx, identity.ReadRoster, child, today); err != nil {
		return ChildTime{}, err
	}
	var out ChildTime
	err := s.store.Read(ctx, func(ctx context.Context) error {
		if _, err := s.live(ctx, child); err != nil {
			return err
		}
		rows, err := s.store.placementRows(ctx, child)
		if err != nil {
			return err
		}
		for _, row := range rows {
			out.Placements = append(out.Placements, row.placement())
		}
		if out.Schedules, err = schedulesOf(s.store.schedules(ctx, child)); err != nil {
			return err
		}
		if out.Bookings, err = s.store.bookingsWithin(ctx, today.AddMonths(-1), today.AddMonths(12), child); err != nil {
			return err
		}
		if out.Leaves, err = s.leaveActs(ctx, child); err != nil {
			return err
		}
		if out.Holds, err = s.holdsOf(ctx, child); err != nil {
			return err
		}
		if out.Ahead, err = s.ahead(ctx, child, out.Placements, today); err != nil {
			return err
		}
		missed, err := s.missedExams(ctx, out.Placements, today)
		out.ExamMissed = len(missed) > 0
		return err
	})
	return out, err
}

func (s *Service) ahead(ctx context.Context, child string, placements []Placement, from day.Day) ([]Ahead, error) {
	span, err := s.spanOf(ctx, from, from.Add(aheadDays-1), child)
	if err != nil {
		return nil, err
	}
	expecting := span.Expecting()
	var days []Ahead
	for on := from; on < from.Add(aheadDays); on = on.Add(1) {
		for _, p := range placements {
			if p.On(on) {
				days = append(days, Ahead{Day: on, ClassID: p.ClassID, Expectation: expecting.On(p, on)})
			}
		}
	}
	return days, nil
}
