package demo

import (
	"context"
	"fmt"
	"math/rand/v2"

	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/roster"
)

// families writes who may collect each child and what its guardians agreed to.
// It draws from numbers of its own, so that the rest stays as it was.
func (w *writer) families(ctx context.Context) error {
	w.list = map[string][]roster.Collector{}
	draw := rand.New(rand.NewPCG(w.Seed, 20261125))
	var children []roster.Listed
	for {
		page, total, err := w.Roster.Find(w.in(ctx, w.boss), roster.Search{State: "all", Offset: len(children)})
		if err != nil {
			return err
		}
		if children = append(children, page...); int64(len(children)) >= total {
			break
		}
	}
	ids := make([]string, 0, len(children))
	for i, child := range children {
		ids = append(ids, child.ID)
		if err := w.collectors(ctx, draw, i, child.ID); err != nil {
			return err
		}
		if i%20 == barred || child.Placement != nil && child.Placement.ClassID == w.classes[0].ID {
			if err := w.faces(ctx, i, child.ID); err != nil {
				return err
			}
		}
		if err := w.care(ctx, i, child); err != nil {
			return err
		}
		if child.Guardian == nil {
			continue
		}
		if err := w.consents(ctx, draw, i, child.ID, child.Guardian.ID); err != nil {
			return err
		}
	}
	var err error
	w.list, err = w.Roster.CollectorsOf(ctx, ids, w.days[0])
	return err
}

func (w *writer) collectors(ctx context.Context, draw *rand.Rand, i int, child string) error {
	since := day.Of(w.clock.now)
	var people []roster.Collector
	name := func(given []string) string { return surnames[draw.IntN(len(surnames))] + given[draw.IntN(len(given))] }
	phone := func() string { return fmt.Sprintf("1990000%04d", draw.IntN(10000)) }
	for _, each := range []struct {
		relation string
		given    []string
		percent  float64
	}{{"奶奶", motherNames, 55}, {"外公", fatherNames, 40}, {"阿姨", motherNames, 12}} {
		if draw.Float64()*100 < each.percent {
			people = append(people, roster.Collector{Kind: roster.Standing, Name: name(each.given), Relation: each.relation, Phone: phone(),
				IDLast4: fmt.Sprintf("%04d", draw.IntN(10000)), From: since})
		}
	}
	if i%20 == 3 {
		people = append(people, roster.Collector{Kind: roster.Once, Name: name(motherNames), Relation: "邻居", Phone: phone(), AuthorisedBy: "妈妈（电话）", From: w.Until})
	}
	if i%20 == barred {
		// A surname of its own: the name of a guardian would be asked about.
		people = append(people, roster.Collector{Kind: roster.Never, Name: "龚" + fatherNames[draw.IntN(len(fatherNames))], Relation: "亲戚", From: since, Reason: "监护人书面说明：曾未经同意带走宝宝"})
	}
	for _, c := range people {
		c.ChildID = child
		if _, err := w.Roster.AddCollector(w.in(ctx, w.boss), c); err != nil {
			return err
		}
	}
	return nil
}

// consents are signed when the family comes for the first talk.
func (w *writer) consents(ctx context.Context, draw *rand.Rand, i int, child, guardian string) error {
	kinds, err := w.Consents.Kinds(w.boss)
	if err != nil {
		return err
	}
	on := day.Of(w.clock.now)
	for _, kind := range kinds {
		in := roster.Consent{ChildID: child, KindID: kind.ID, Decision: roster.Given, GuardianID: guardian, Verified: "id_card", On: on,
			TextID: kind.Text.ID, Scopes: kind.Text.Scopes, CouldRefuse: true, Signed: "act"}
		switch {
		case kind.Form == roster.PersonalInfo:
			in.Told = roster.ToldItems
		case kind.Form == roster.PhotoUse && draw.Float64() < 0.12:
			in.Decision = roster.Refused
		case kind.Form == roster.PhotoUse && draw.Float64() < 0.4:
			in.Scopes = kind.Text.Scopes[:2]
		case kind.Form == roster.Agreement && i%25 == 11:
			continue // not signed yet
		case kind.Form == roster.Agreement:
			in.Number, in.EndsOn = fmt.Sprintf("协 %s-%03d", on[:4], i+1), w.Until.Add(220)
			if i%25 == 5 {
				in.EndsOn = w.Until.Add(12)
			}
		}
		if _, err := w.Consents.Record(w.in(ctx, w.boss), in); err != nil {
			return err
		}
	}
	return nil
}

// collectedBy is who of the child's list comes for it: the one of a relation,
// or the first to call.
func (w *writer) collectedBy(child, relation string, on day.Day) *dailylog.MarkDetail {
	var first *roster.Collector
	for i := range w.list[child] {
		c := &w.list[child][i]
		if roster.MayCollect(*c, on) != roster.Allowed {
			continue
		}
		if c.Relation == relation {
			first = c
			break
		}
		if first == nil {
			first = c
		}
	}
	if first == nil {
		return &dailylog.MarkDetail{Relation: relation}
	}
	return &dailylog.MarkDetail{Collector: first.ID, Person: first.Name, Relation: first.Relation}
}
