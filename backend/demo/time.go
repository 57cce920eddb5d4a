package demo

import (
	"context"
	"time"

	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/roster"
)

// weeks writes what is agreed beside the usual: a half-day child that changes
// to afternoons, and one that comes now and then on booked days. On every day
// of the log both are due, so that the log stays as it was.
func (w *writer) weeks(ctx context.Context) error {
	half, full, err := w.examples(ctx)
	if err != nil {
		return err
	}
	if half != "" {
		if err := w.halfDays(ctx, half); err != nil {
			return err
		}
	}
	if full == "" {
		return nil
	}
	return w.nowAndThen(ctx, full)
}

// examples picks one half-day and one full-day child who were here before the
// log begins.
func (w *writer) examples(ctx context.Context) (half, full string, err error) {
	for _, c := range w.classes {
		placed, err := w.Roster.PlacedOn(w.in(ctx, w.boss), w.days[0].Add(-1), roster.Who{Class: c.ID})
		if err != nil {
			return "", "", err
		}
		for _, child := range placed {
			switch {
			case child.Mode == roster.HalfDay && half == "":
				half = child.ID
			case child.Mode == roster.FullDay && c.Kind == roster.Mixed && full == "":
				full = child.ID
			}
		}
	}
	return half, full, nil
}

func (w *writer) halfDays(ctx context.Context, child string) error {
	mornings, afternoons := roster.Week{}, roster.Week{}
	for i := range mornings {
		mornings[i].Part = roster.Morning
		if i < 3 {
			afternoons[i] = roster.Slot{Part: roster.Hours, Starts: "14:30", Ends: "17:30"}
		}
	}
	for _, agreed := range []roster.Schedule{
		{From: w.days[0], Week: mornings, Reason: "妈妈上午上班"},
		{From: monday(w.Until.Add(7)), Week: afternoons, Reason: "妈妈换班"},
	} {
		agreed.ChildID, agreed.Mode = child, roster.HalfDay
		if err := w.Roster.AgreeWeek(w.in(ctx, w.boss), agreed); err != nil {
			return err
		}
	}
	return nil
}

// monday is the Monday of a day's week.
func monday(on day.Day) day.Day { return on.Add(-(int(on.Weekday()) + 6) % 7) }

func (w *writer) nowAndThen(ctx context.Context, child string) error {
	placed, err := w.Roster.PlacedOn(w.in(ctx, w.boss), w.days[0], roster.Who{Child: child})
	if err != nil {
		return err
	}
	err = w.Roster.Place(w.in(ctx, w.boss), roster.Placement{ChildID: child, ClassID: placed[0].ClassID, Mode: roster.DropIn,
		From: w.days[0], Reason: "家里老人带，按天来"})
	if err != nil {
		return err
	}
	var days []roster.Booking
	for _, on := range w.days {
		days = append(days, roster.Booking{Day: on, Kind: roster.ExtraDay, Slot: roster.Slot{Part: roster.WholeDay}})
	}
	for on := w.Until.Add(1); on <= w.Until.Add(16); on = on.Add(1) {
		if weekday := on.Weekday(); (weekday == time.Tuesday || weekday == time.Thursday) && calendar.Of(on) == calendar.Open {
			days = append(days, roster.Booking{Day: on, Kind: roster.ExtraDay, Slot: roster.Slot{Part: roster.WholeDay}, Note: "外婆不在家"})
		}
	}
	for len(days) > 0 {
		some := min(len(days), 50)
		if err := w.Roster.Book(w.in(ctx, w.boss), child, days[:some]...); err != nil {
			return err
		}
		days = days[some:]
	}
	return nil
}

// tellings say what became of leaves by the last day: the first that is ill
// stays away longer, and is held until it brings a proof.
func (w *writer) tellings() error {
	w.clock.now = w.Until.At(9, 0)
	if w.clock.now.After(w.Now) {
		w.clock.now = w.Now
	}
	return w.Store.Do(w.boss, func(ctx context.Context) error {
		held := false
		for _, c := range w.classes {
			board, err := w.Log.Board(w.in(ctx, w.boss), c.ID, w.Until)
			if err != nil {
				return err
			}
			for _, child := range board.Children {
				if held || child.Leave == nil || child.Leave.Kind != "illness" || child.Hold != nil {
					continue
				}
				held = true
				if err := w.hold(ctx, child.ID, *child.Leave); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func (w *writer) hold(ctx context.Context, child string, leave roster.Leave) error {
	err := w.Roster.TellLeave(w.in(ctx, w.boss), roster.LeaveStep{Leave: leave.ID, Act: roster.LeaveExtended, Day: leave.Until.Add(4),
		ToldBy: "母亲", ToldTo: DirectorName, ToldHow: "wechat", Symptoms: "手心、口腔有疱疹，低热 37.8", Note: "医院诊断手足口病"})
	if err != nil {
		return err
	}
	_, err = w.Roster.SetHold(w.in(ctx, w.health), roster.Hold{ChildID: child, From: w.Until, Until: w.Until.Add(13), NeedsProof: true,
		Wanted: "医疗机构的健康证明", Reason: "手足口病"})
	return err
}
