package dailylog

import (
	"context"

	"yayuan/backend/roster"
)

// judged adds to a departure what the child's list says of who collected. It
// forbids nothing: what happened is written down, and the verdict raises the
// alarm.
func (s *Service) judged(ctx context.Context, in Gate, live *Entry) (MarkDetail, error) {
	mark, correcting := *in.Mark, ""
	if live != nil {
		correcting = live.ID
	}
	named := roster.Named{CollectorID: mark.Collector, Name: mark.Person, Relation: mark.Relation}
	var err error
	mark.Verdict, mark.Collector, err = s.roster.Judge(ctx, in.ChildID, in.Day, named, correcting)
	return mark, err
}

// collected tells the roster whose authorisation for one day the departures
// of an act use up; a departure that was taken back frees it.
func (s *Service) collected(ctx context.Context, entries []Entry) error {
	for _, e := range entries {
		if e.Register != Departure {
			continue
		}
		used := ""
		if !e.Void && e.Mark != nil && e.Mark.Verdict == roster.Allowed {
			used = e.Mark.Collector
		}
		if err := s.roster.Collected(ctx, e.ChildID, e.Day, used, e.ID); err != nil {
			return err
		}
	}
	return nil
}
