package roster

import (
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
	"yayuan/backend/rules"
	"yayuan/backend/storage"
)

// returnRule is the requirement that a child brings a new examination when it
// comes back after months away (R14); how many months is said there.
const returnRule = "child.return_exam"

// examFact is the kind of fact that fulfils it.
const examFact = "child.entry_exam"

// missedExams evaluates the rule for children by all of their placements, and
// gives those who came back without an examination, the day of the return
// included: then it is to be asked for.
func (s *Service) missedExams(ctx context.Context, placements []Placement, on day.Day) (map[string]rules.Result, error) {
	var subjects []rules.Subject
	var facts []rules.Fact
	place := map[string]int{}
	for _, p := range placements {
		ref := rules.Ref{Kind: rules.Child, ID: p.ChildID}
		i, known := place[p.ChildID]
		if !known {
			i = len(subjects)
			place[p.ChildID] = i
			subjects = append(subjects, rules.Subject{Ref: ref})
		}
		subjects[i].Stays = append(subjects[i].Stays, rules.Span{From: p.From, Until: p.Until})
		if p.ExamOn != "" {
			facts = append(facts, rules.Fact{Subject: ref, Kind: examFact, Day: p.ExamOn, Record: rules.Record{Area: "roster", ID: p.ID}})
		}
	}
	results, err := s.requirements.Evaluate(ctx, subjects, facts, on)
	missed := map[string]rules.Result{}
	for _, result := range results {
		if result.Version.Key == returnRule && (result.State == rules.Due || result.State == rules.Overdue) {
			missed[result.Subject.ID] = result
		}
	}
	return missed, err
}

// examined refuses to plan a return without an examination or a word why.
func (s *Service) examined(ctx context.Context, p Placement, rows []placementRow) error {
	if p.ExamOn != "" || clean(p.Reason) != "" || len(rows) == 0 {
		return nil
	}
	stays := []Placement{p}
	for _, row := range rows {
		if old := row.placement(); old.Until != "" && old.Until < p.From {
			stays = append(stays, old)
		}
	}
	missed, err := s.missedExams(ctx, stays, p.From.Add(1))
	if err == nil && len(missed) > 0 {
		err = returnExam.At("examOn")
	}
	return err
}

// SeeExam keeps that a child that came back has been examined.
func (s *Service) SeeExam(ctx context.Context, child string, on day.Day) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	if !on.Valid() {
		return dayBad.At("examOn")
	}
	if on > s.store.Today() {
		return examAfter.At("examOn")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.live(ctx, child); err != nil {
			return err
		}
		rows, err := s.store.placementRows(ctx, child)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return placementNone.At("examOn")
		}
		row := rows[len(rows)-1]
		if err := s.store.retirePlacement(ctx, row.ID); err != nil {
			return err
		}
		seen := row.placement()
		seen.ID, seen.ExamOn = storage.NewID(), on
		if err := s.insertPlacement(ctx, seen, &row.ID); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.see_exam", Kind: "child", Subject: child, Class: row.ClassID, Day: on,
			Changes: audit.Diff(nil, "examOn", string(row.ExamOn), string(on))})
	})
}

// returnFindings says which children came back, or come back, after months away
// without a new examination. It blocks nothing: the child is here.
func (s *Service) returnFindings(ctx context.Context) ([]finding.Finding, error) {
	if identity.ScopeOf(ctx, identity.WriteRoster) == identity.None {
		return nil, nil
	}
	on := s.store.Today()
	rows, err := s.store.again(ctx, on)
	if err != nil {
		return nil, err
	}
	placements, last := []Placement{}, map[string]Placement{}
	for _, row := range rows {
		p := row.placement()
		placements, last[p.ChildID] = append(placements, p), p
	}
	missed, err := s.missedExams(ctx, placements, on)
	if err != nil || len(missed) == 0 {
		return nil, err
	}
	ids := make([]string, 0, len(missed))
	for id := range missed {
		ids = append(ids, id)
	}
	names, err := s.Names(ctx, ids)
	var found []finding.Finding
	for _, row := range rows {
		result, due := missed[row.ChildID]
		if !due || row.ID != last[row.ChildID].ID {
			continue
		}
		found = append(found, finding.Finding{Code: "today.return_exam", Severity: result.Severity,
			Args: map[string]any{"name": names[row.ChildID], "day": string(row.FromDay)}, ChildID: row.ChildID, ClassID: row.ClassID,
			Link: "/children/" + row.ChildID, Verb: "look"})
	}
	return found, err
}
