package today

import (
	"context"
	"slices"
	"strings"

	"yayuan/backend/calendar"
	"yayuan/backend/dailylog"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/rules"
	"yayuan/backend/storage"
)

// Service reads the page.
type Service struct {
	store    *storage.Store
	rules    *rules.Service
	calendar *calendar.Service
	roster   *roster.Service
	log      *dailylog.Service
	areas    []Findings
}

// Findings is how an area above or beside the log tells what it has to say
// today; who may not know gets none.
type Findings func(ctx context.Context) ([]finding.Finding, error)

// New makes the service.
func New(s *storage.Store, ruleset *rules.Service, days *calendar.Service, people *roster.Service, log *dailylog.Service, areas ...Findings) *Service {
	return &Service{store: s, rules: ruleset, calendar: days, roster: people, log: log, areas: areas}
}

// Overview reads today on one snapshot; who sees own classes only gets those.
func (s *Service) Overview(ctx context.Context) (Overview, error) {
	if err := identity.Require(ctx, identity.ReadToday); err != nil {
		return Overview{}, err
	}
	now := s.store.Now()
	out := Overview{Day: s.store.Today()}
	var after struct{ Hour, Minute int }
	if _, err := s.rules.Value(ctx, rules.UnexplainedAfter, out.Day, &after); err != nil {
		return out, err
	}
	err := s.store.Read(ctx, func(ctx context.Context) error {
		var err error
		if out.Calendar, err = s.calendar.Day(ctx, out.Day, ""); err != nil {
			return err
		}
		out.Closure = string(out.Calendar.Closed())
		children, err := s.log.Day(ctx, out.Day)
		if err != nil {
			return err
		}
		classes, err := s.classes(ctx)
		if err != nil {
			return err
		}
		out.Counts = dailylog.Count(children)
		out.Classes = countByClass(classes, children)
		out.Todo = mayKnow(ctx, todo(out.Day, now, out.Day.At(after.Hour, after.Minute), children))
		for _, area := range s.areas {
			found, err := area(ctx)
			if err != nil {
				return err
			}
			out.Todo = append(out.Todo, found...)
		}
		worstFirst(out.Todo)
		return nil
	})
	return out, err
}

// mayKnow leaves out what was found on a child's body, and that it should have
// stayed away, where the asking person may count but not read the log, and who collected it from who does not see
// the pick-up lists.
func mayKnow(ctx context.Context, found []finding.Finding) []finding.Finding {
	log := identity.ScopeOf(ctx, identity.ReadLog) != identity.None
	list := identity.ScopeOf(ctx, identity.ReadCollectors) != identity.None
	return slices.DeleteFunc(found, func(f finding.Finding) bool {
		body := f.Code == "today.fever" || f.Code == "today.abnormal" || f.Code == "today.hold_arrived"
		return body && !log || strings.HasPrefix(f.Code, "today.collected_") && !list
	})
}

func (s *Service) classes(ctx context.Context) ([]roster.Class, error) {
	states, err := s.roster.Classes(ctx)
	if err != nil {
		return nil, err
	}
	own, err := s.roster.OwnClasses(ctx, s.store.Today())
	if err != nil {
		return nil, err
	}
	mine := map[string]bool{}
	for _, class := range own {
		mine[class] = true
	}
	classes := []roster.Class{}
	for _, state := range states {
		if identity.ScopeOf(ctx, identity.ReadToday) == identity.All || mine[state.ID] {
			classes = append(classes, state.Class)
		}
	}
	return classes, nil
}
