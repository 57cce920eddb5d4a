package demo

import (
	"context"
	"time"

	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/roster"
	"yayuan/backend/storage"
)

// day writes one working day, in the order in which it happened.
func (w *writer) day(on day.Day) error {
	w.clock.now = on.At(7, 0)
	absent := map[string]bool{}
	boards := make([]dailylog.Board, len(w.classes))
	for i, c := range w.classes {
		board, err := w.Log.Board(w.boss, c.ID, on)
		if err != nil {
			return err
		}
		boards[i] = board
	}
	return w.Store.Do(w.boss, func(tx context.Context) error {
		for _, board := range boards {
			for _, child := range board.Children {
				if err := w.absence(tx, on, child, absent); err != nil {
					return err
				}
			}
		}
		for i, c := range w.classes {
			if err := w.classDay(tx, c, on, boards[i], absent); err != nil {
				return err
			}
		}
		return nil
	})
}

// absence decides who does not come: on leave for a few days, or unexplained.
func (w *writer) absence(ctx context.Context, on day.Day, child dailylog.BoardChild, absent map[string]bool) error {
	if child.Leave != nil {
		absent[child.ID] = true
		return nil
	}
	switch {
	case w.chance(4):
		absent[child.ID] = true
		kind, note := "illness", pick(w, []string{"感冒流涕", "夜里发热，在家观察", "腹泻"})
		if w.chance(35) {
			kind, note = "personal", "回老家"
		}
		return w.Roster.TakeLeave(w.in(ctx, w.boss), roster.Leave{ChildID: child.ID, From: on, Until: on.Add(w.rand.IntN(3)),
			Kind: kind, ToldBy: "母亲", Note: note})
	case w.chance(1.2):
		absent[child.ID] = true
	}
	return nil
}

type there struct {
	dailylog.BoardChild
	leaves time.Time
}

func (w *writer) classDay(ctx context.Context, c *class, on day.Day, board dailylog.Board, absent map[string]bool) error {
	var present []there
	for _, child := range board.Children {
		if absent[child.ID] {
			continue
		}
		came, err := w.gate(ctx, c, on, child)
		if err != nil {
			return err
		}
		if came != nil {
			present = append(present, *came)
		}
	}
	for _, p := range board.Periods {
		if err := w.meal(ctx, c, on, p, present); err != nil {
			return err
		}
	}
	for _, child := range present {
		if err := w.departure(ctx, c, on, child); err != nil {
			return err
		}
	}
	return nil
}

// at sets the clock to when something is written; false when that is later
// than the demo reaches.
func (w *writer) at(t time.Time) bool {
	w.clock.now = t
	return !t.After(w.Now)
}

// entered is when it is written down: at once, or now and then hours later.
func (w *writer) entered(happened time.Time) time.Time {
	if w.chance(2.5) {
		return happened.Add(time.Duration(50+w.rand.IntN(120)) * time.Minute)
	}
	return happened.Add(time.Duration(w.rand.IntN(4)) * time.Minute)
}

func (w *writer) gate(ctx context.Context, c *class, on day.Day, child dailylog.BoardChild) (*there, error) {
	came := on.At(7, 35).Add(time.Duration(w.rand.IntN(80)) * time.Minute)
	entered := w.entered(came)
	temperature := 362 + w.rand.IntN(8)
	fever := w.chance(0.6)
	brought := pick(w, []string{"母亲", "母亲", "父亲", "奶奶", "外婆"})
	leaves := on.At(16, 20).Add(time.Duration(w.rand.IntN(65)) * time.Minute)
	if child.Mode == roster.HalfDay {
		leaves = on.At(12, 10)
	}
	if !w.at(entered) {
		return nil, nil
	}
	person := w.in(ctx, w.health)
	err := w.Log.RecordGate(person, dailylog.Gate{Class: c.ID, Day: on, ChildID: child.ID, Register: dailylog.Arrival,
		HappenedAt: came, EnteredAt: entered, Mark: &dailylog.MarkDetail{Relation: brought}})
	if err != nil {
		return nil, err
	}
	check := dailylog.CheckDetail{Temperature: &temperature, Method: "forehead", Touch: "ok", Look: "ok", Ask: "ok", Search: "ok", Card: "green"}
	if fever {
		temperature, leaves = 374+w.rand.IntN(12), came.Add(50*time.Minute)
		check.Touch, check.Look, check.Card, check.Findings = "abnormal", "abnormal", "yellow", "额头发烫，精神差；已通知家长来接"
	} else if w.chance(2) {
		check.Ask, check.Findings, check.Card = "abnormal", "家长说昨晚咳嗽两次，请留意", "yellow"
	}
	err = w.Log.RecordGate(person, dailylog.Gate{Class: c.ID, Day: on, ChildID: child.ID, Register: dailylog.Check,
		HappenedAt: came, EnteredAt: entered, Check: &check})
	return &there{BoardChild: child, leaves: leaves}, err
}

func (w *writer) meal(ctx context.Context, c *class, on day.Day, p dailylog.Period, present []there) error {
	ends, err := time.Parse("15:04", p.Ends)
	if err != nil {
		return err
	}
	served := on.At(ends.Hour(), ends.Minute())
	entered := w.entered(served)
	var typed, rest []dailylog.MealCell
	for _, child := range present {
		if child.leaves.Before(served) {
			continue
		}
		cell := dailylog.MealCell{ChildID: child.ID, Amount: dailylog.DefaultAmount, ByDefault: true}
		if w.chance(22) {
			cell.Amount, cell.ByDefault = pick(w, []dailylog.Amount{"most", "most", "half", "little", "none"}), false
			typed = append(typed, cell)
			continue
		}
		rest = append(rest, cell)
	}
	if !w.at(entered) {
		return nil
	}
	meals := dailylog.Meals{Class: c.ID, Day: on, Period: p.Key, EnteredAt: entered}
	for _, cells := range [][]dailylog.MealCell{typed, rest} {
		if len(cells) == 0 {
			continue
		}
		meals.Cells, meals.ActID = cells, storage.NewID()
		if _, err := w.Log.RecordMeals(w.in(ctx, c.lead), meals); err != nil {
			return err
		}
	}
	return w.correction(ctx, c, meals, typed)
}

// correction changes a typed cell now and then: somebody looked again.
func (w *writer) correction(ctx context.Context, c *class, meals dailylog.Meals, typed []dailylog.MealCell) error {
	if len(typed) == 0 || !w.chance(8) {
		return nil
	}
	w.clock.now = w.clock.now.Add(6 * time.Minute)
	again := typed[0]
	again.Amount, again.Seen = "half", 1
	meals.Cells, meals.ActID, meals.EnteredAt = []dailylog.MealCell{again}, storage.NewID(), w.clock.now
	_, err := w.Log.RecordMeals(w.in(ctx, c.lead), meals)
	return err
}

func (w *writer) departure(ctx context.Context, c *class, on day.Day, child there) error {
	entered := w.entered(child.leaves)
	collected := pick(w, []string{"母亲", "母亲", "父亲", "奶奶", "外公"})
	if !w.at(entered) {
		return nil
	}
	err := w.Log.RecordGate(w.in(ctx, c.lead), dailylog.Gate{Class: c.ID, Day: on, ChildID: child.ID,
		Register: dailylog.Departure, HappenedAt: child.leaves, EnteredAt: entered, Mark: w.collectedBy(child.ID, collected, on)})
	return err
}
