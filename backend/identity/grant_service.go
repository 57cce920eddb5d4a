package identity

import (
	"context"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/storage"
)

// GrantRole gives a person a role for a time; a deputy of the director is
// granted Director.
func (s *Service) GrantRole(ctx context.Context, g Grant) (string, error) {
	if err := Require(ctx, ManageAccounts); err != nil {
		return "", err
	}
	if err := g.Check(); err != nil {
		return "", err
	}
	err := s.store.Do(ctx, func(ctx context.Context) error {
		if _, found, err := s.store.person(ctx, g.Person); err != nil {
			return err
		} else if !found {
			return personUnknown
		}
		if err := s.withinOwn(ctx, g); err != nil {
			return err
		}
		g.ID, g.Reason = storage.NewID(), strings.TrimSpace(g.Reason)
		actor, _ := ActorOf(ctx)
		row := grantRow{NurseryID: s.store.Nursery(), ID: g.ID, PersonID: g.Person, Role: g.Role, FromDay: g.From, UntilDay: g.Until,
			Reason: g.Reason, Live: 1, GrantedAt: stamp(s.store.Now()), ActorID: actor.ID}
		if err := s.store.insert(ctx, &row); err != nil {
			return err
		}
		return s.recordGrant(ctx, "identity.grant_role", g, []audit.Change{{Field: "role", New: string(g.Role)},
			{Field: "from", New: string(g.From)}, {Field: "until", New: string(g.Until)}})
	})
	return g.ID, err
}

// EndGrant lets a granted role end after a last day; one that has not begun
// falls away.
func (s *Service) EndGrant(ctx context.Context, id string, last day.Day) error {
	if err := Require(ctx, ManageAccounts); err != nil {
		return err
	}
	if !last.Valid() {
		return grantDayBad.At("lastDay")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		row, found, err := s.store.grant(ctx, id)
		switch {
		case err != nil:
			return err
		case !found:
			return grantUnknown
		case last >= row.UntilDay:
			return grantLonger.At("lastDay").With("day", string(row.UntilDay))
		}
		columns := map[string]any{"until_day": last}
		if last < row.FromDay {
			columns = map[string]any{"live": 0}
		}
		if err := s.store.updateGrant(ctx, id, columns); err != nil {
			return err
		}
		return s.recordGrant(ctx, "identity.end_role", row.grant(), []audit.Change{{Field: "role", Old: string(row.Role), New: string(row.Role)},
			{Field: "until", Old: string(row.UntilDay), New: string(last)}})
	})
}

func (s *Service) recordGrant(ctx context.Context, verb string, g Grant, changes []audit.Change) error {
	if err := s.store.Note(ctx, storage.Change{Area: "identity", ID: g.Person}); err != nil {
		return err
	}
	return s.audit.Write(ctx, audit.Entry{Verb: verb, Kind: "person", Subject: g.Person, Day: g.From, Reason: g.Reason, Changes: changes})
}

// EndStanding takes the standing roles and coming grants of who was away from
// a person who comes back, inside the caller's transaction: what somebody may
// do is decided anew.
func (s *Service) EndStanding(ctx context.Context, person string, last day.Day) error {
	grants, err := s.store.grants(ctx, []string{person})
	if err != nil {
		return err
	}
	for _, grant := range grants[person] {
		columns := map[string]any{"until_day": last}
		if grant.From > last {
			columns = map[string]any{"live": 0}
		}
		if grant.Until <= last {
			continue
		}
		if err := s.store.updateGrant(ctx, grant.ID, columns); err != nil {
			return err
		}
	}
	return s.store.replaceRoles(ctx, person, nil)
}

// withinOwn refuses a deputy to pass on more than was given: no other deputy,
// and nothing after the own last day.
func (s *Service) withinOwn(ctx context.Context, g Grant) error {
	last, err := s.ownDeputy(ctx)
	switch {
	case err != nil || last == "":
		return err
	case g.Role == Director:
		return deputyOnly.At("role")
	case g.Until > last:
		return grantLonger.At("until").With("day", string(last))
	}
	return nil
}

// ownDeputy is deputyUntil of who asks.
func (s *Service) ownDeputy(ctx context.Context) (day.Day, error) {
	actor, _ := ActorOf(ctx)
	return s.deputyUntil(ctx, actor.ID)
}

// deputyUntil is the last day for which a person stands in for the director
// today; empty for who does not.
func (s *Service) deputyUntil(ctx context.Context, person string) (day.Day, error) {
	standing, err := s.store.standing(ctx, []string{person})
	if err != nil || holdsDirector(standing[person]) {
		return "", err
	}
	grants, err := s.store.grants(ctx, []string{person})
	var last day.Day
	for _, grant := range grants[person] {
		if grant.Role == Director && grant.On(s.store.Today()) {
			last = max(last, grant.Until)
		}
	}
	return last, err
}
