package roster

import (
	"context"
	"slices"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
	"yayuan/backend/rules"
)

// Bands holds the verbs on ages and sizes of classes: what the rules find, who
// ages out when, and the moves that answer it.
type Bands struct {
	*Service
	rules  *rules.Service
	atHome func(context.Context) (bool, error)
}

// NewBands makes the service; atHome tells whether the nursery is a home
// nursery (家庭托育点), which has limits of its own.
func NewBands(s *Service, ruleset *rules.Service, atHome func(context.Context) (bool, error)) *Bands {
	return &Bands{Service: s, rules: ruleset, atHome: atHome}
}

// limits reads the rules in force on a day; a rule that is switched off or not
// set measures nothing.
func (b *Bands) limits(ctx context.Context, on day.Day) (Limits, error) {
	out := Limits{Kinds: map[Kind]Limit{}}
	read := func(key string, value any) (rules.Rule, bool, error) {
		rule, err := b.rules.Rule(ctx, key, on, value)
		if known, is := fault.As(err); is && known.Kind == fault.NotFound {
			return rule, false, nil
		}
		return rule, err == nil, err
	}
	for _, kind := range []Kind{Infant, Small, Large, Mixed} {
		limit := Limit{}
		rule, known, err := read(rules.ClassKey(string(kind)), &limit.Band)
		if err != nil {
			return out, err
		}
		if limit.Rule = rule; known {
			out.Kinds[kind] = limit
		}
	}
	var ahead struct{ Days int }
	if _, _, err := read(rules.ClassAhead, &ahead); err != nil {
		return out, err
	}
	out.Ahead = ahead.Days
	var err error
	if out.Old, _, err = read(rules.OldestChild, &out.Oldest); err != nil {
		return out, err
	}
	home, err := b.atHome(ctx)
	if err != nil || !home {
		return out, err
	}
	limit := rules.HomeLimit{}
	rule, known, err := read(rules.HomeNursery, &limit)
	if known {
		out.Home, out.AtHome = &limit, rule
	}
	return out, err
}

// Findings tells what is wrong with the classes today and what will be soon,
// to who can arrange it; to others nothing.
func (b *Bands) Findings(ctx context.Context) ([]finding.Finding, error) {
	if identity.ScopeOf(ctx, identity.WriteRoster) != identity.All {
		return nil, nil
	}
	today := b.store.Today()
	found, _, err := b.findings(ctx, today)
	return found, err
}

func (b *Bands) findings(ctx context.Context, on day.Day) ([]finding.Finding, scene, error) {
	limits, err := b.limits(ctx, on)
	if err != nil {
		return nil, scene{}, err
	}
	s, err := b.scene(ctx, on, on.Add(limits.Ahead))
	if err != nil {
		return nil, s, err
	}
	found := check(s.classes, s.limits, seated(s.placements, s.children, on), on)
	found = append(found, checkAhead(s.classes, s.limits, s.placements, s.children, on)...)
	slices.SortStableFunc(found, func(a, c finding.Finding) int { return weigh(a) - weigh(c) })
	return found, s, nil
}

func weigh(f finding.Finding) int {
	return map[finding.Severity]int{finding.Bad: 0, finding.Warn: 1, finding.Info: 2}[f.Severity]
}

// ClassFile is a class as those see it who arrange classes.
type ClassFile struct {
	ClassState
	Limit   Limit
	Closure *Closure // the one that covers today or is to come
}

// ClassBoard is the page of classes: all of them, what is wrong, who ages out.
type ClassBoard struct {
	Day      day.Day
	Until    day.Day
	AtHome   bool
	Classes  []ClassFile
	Findings []finding.Finding
	AgesOut  []Outgrown
}

// Board reads the classes today and who outgrows them in the coming months.
func (b *Bands) Board(ctx context.Context, months int) (ClassBoard, error) {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return ClassBoard{}, err
	}
	today := b.store.Today()
	out := ClassBoard{Day: today, Until: Turns(today, months)}
	err := b.store.Read(ctx, func(ctx context.Context) error {
		var now scene
		var err error
		if out.Findings, now, err = b.findings(ctx, today); err != nil {
			return err
		}
		ahead, err := b.scene(ctx, today, out.Until)
		if err != nil {
			return err
		}
		if out.AtHome, err = b.atHome(ctx); err != nil {
			return err
		}
		byID := map[string]Class{}
		for _, class := range ahead.classes {
			byID[class.ID] = class
		}
		out.AgesOut = outgrown(byID, ahead.limits, ahead.placements, ahead.children, today, out.Until)
		slices.SortStableFunc(out.AgesOut, func(a, c Outgrown) int { return strings.Compare(string(a.Day), string(c.Day)) })
		out.Classes, err = b.classFiles(ctx, now, today)
		return err
	})
	return out, err
}

func (b *Bands) classFiles(ctx context.Context, now scene, today day.Day) ([]ClassFile, error) {
	caregivers, err := b.store.caregiversByClass(ctx, today)
	if err != nil {
		return nil, err
	}
	closures, err := b.store.closures(ctx)
	if err != nil {
		return nil, err
	}
	seats := seated(now.placements, now.children, today)
	files := make([]ClassFile, 0, len(now.classes))
	for _, class := range now.classes {
		file := ClassFile{ClassState: ClassState{Class: class, Enrolled: len(seats[class.ID]), Caregivers: caregivers[class.ID]},
			Limit: now.limits.Kinds[class.Kind]}
		for i, each := range closures {
			if each.ClassID == class.ID && each.touches(today, "") {
				file.Closure = &closures[i]
				break
			}
		}
		files = append(files, file)
	}
	return files, nil
}
