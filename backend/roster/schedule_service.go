package roster

import (
	"context"
	"encoding/json"
	"fmt"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// AgreeWeek keeps when a child comes from a day on, in a mode of care. What
// held until the day before stays; what was planned from that day on in the
// same mode is superseded. For days that are past it says why.
func (s *Service) AgreeWeek(ctx context.Context, agreed Schedule) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	switch {
	case !agreed.From.Valid():
		return dayBad.At("from")
	case agreed.Until != "" && (!agreed.Until.Valid() || agreed.Until < agreed.From):
		return untilBeforeFrom.At("until")
	case agreed.From < s.store.Today() && clean(agreed.Reason) == "":
		return pastReason.At("reason")
	}
	if err := agreed.Week.check(agreed.Mode); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		var err error
		if agreed.ID, err = fresh[scheduleRow](ctx, s.store, agreed.ID); err != nil {
			return err
		}
		if _, err := s.live(ctx, agreed.ChildID); err != nil {
			return err
		}
		if err := s.clearWeek(ctx, agreed); err != nil {
			return err
		}
		if err := s.insertSchedule(ctx, agreed, nil); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.agree_week", Kind: "child", Subject: agreed.ChildID, Day: agreed.From,
			Reason: clean(agreed.Reason), Changes: []audit.Change{{Field: "week", New: written(agreed.Week)}}})
	})
}

// clearWeek makes room for a schedule: what stands in its days is ended the
// day before, goes on the day after, or is superseded altogether.
func (s *Service) clearWeek(ctx context.Context, agreed Schedule) error {
	rows, err := s.store.schedules(ctx, agreed.ChildID)
	if err != nil {
		return err
	}
	for _, row := range rows {
		old, err := row.schedule()
		if err != nil {
			return err
		}
		apart := old.Until != "" && old.Until < agreed.From || agreed.Until != "" && agreed.Until < old.From
		if old.Mode != agreed.Mode || apart {
			continue
		}
		if err := s.store.retireSchedule(ctx, row.ID); err != nil {
			return err
		}
		if old.From < agreed.From {
			if err := s.keepSchedule(ctx, old, old.From, agreed.From.Add(-1)); err != nil {
				return err
			}
		}
		if agreed.Until != "" && (old.Until == "" || old.Until > agreed.Until) {
			if err := s.keepSchedule(ctx, old, agreed.Until.Add(1), old.Until); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Service) keepSchedule(ctx context.Context, old Schedule, from, until day.Day) error {
	supersedes := old.ID
	old.ID, old.From, old.Until = storage.NewID(), from, until
	return s.insertSchedule(ctx, old, &supersedes)
}

func (s *Service) insertSchedule(ctx context.Context, a Schedule, supersedes *string) error {
	week, err := json.Marshal(a.Week)
	if err != nil {
		return fmt.Errorf("roster week: %w", err)
	}
	actor, _ := audit.ActorOf(ctx)
	return s.store.insert(ctx, &scheduleRow{NurseryID: s.store.Nursery(), ID: a.ID, ChildID: a.ChildID, Mode: a.Mode,
		FromDay: a.From, UntilDay: a.Until, Week: string(week), Reason: clean(a.Reason), Supersedes: supersedes, Live: 1,
		EnteredAt: stamp(s.store.Now()), ActorID: actor.ID})
}

// written puts a week into the short form that the history shows.
func written(w Week) string {
	text := ""
	for i, slot := range w {
		if slot.Part == NoPart {
			continue
		}
		if text != "" {
			text += " "
		}
		text += string("123456"[i]) + ":" + string(slot.Part)
		if slot.Starts != "" {
			text += "(" + slot.Starts + "–" + slot.Ends + ")"
		}
	}
	return text
}

// Book keeps single days on which a child will come, all or none of them:
// beside its week, or in the holiday programme.
func (s *Service) Book(ctx context.Context, child string, days ...Booking) error {
	if err := s.RequireChild(ctx, identity.WriteLeave, child, s.store.Today()); err != nil {
		return err
	}
	if len(days) == 0 || len(days) > bookingsMax {
		return bookingNone.At("day").With("max", bookingsMax)
	}
	for i := range days {
		days[i].ChildID = child
		if err := days[i].check(); err != nil {
			return err
		}
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.live(ctx, child); err != nil {
			return err
		}
		for _, booking := range days {
			if err := s.book(ctx, booking); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Service) book(ctx context.Context, booking Booking) error {
	var err error
	if booking.ID, err = fresh[bookingRow](ctx, s.store, booking.ID); err != nil {
		return err
	}
	if err := s.bookable(ctx, booking); err != nil {
		return err
	}
	actor, _ := audit.ActorOf(ctx)
	err = s.store.insert(ctx, &bookingRow{NurseryID: s.store.Nursery(), ID: booking.ID, ChildID: booking.ChildID, Day: booking.Day,
		Kind: booking.Kind, Part: booking.Slot.Part, Starts: booking.Slot.Starts, Ends: booking.Slot.Ends, Note: clean(booking.Note),
		EnteredAt: stamp(s.store.Now()), ActorID: actor.ID})
	if err != nil {
		return err
	}
	return s.record(ctx, audit.Entry{Verb: "roster.book_day", Kind: "child", Subject: booking.ChildID, Day: booking.Day,
		Changes: []audit.Change{{Field: "booking.day", New: string(booking.Day)}, {Field: "booking.kind", New: string(booking.Kind)},
			{Field: "booking.part", New: string(booking.Slot.Part)}}})
}

// bookable refuses a day on which the child cannot come.
func (s *Service) bookable(ctx context.Context, booking Booking) error {
	standing, err := s.store.bookingsWithin(ctx, booking.Day, booking.Day, booking.ChildID)
	if err != nil {
		return err
	}
	if len(standing) > 0 {
		return bookedAlready.At("day").With("day", string(booking.Day))
	}
	placed, err := s.PlacedOn(ctx, booking.Day, Who{Child: booking.ChildID})
	switch {
	case err != nil:
		return err
	case len(placed) == 0:
		return bookedNowhere.At("day").With("day", string(booking.Day))
	}
	if how := placed[0].Calendar; how.Closed() != "" && (booking.Kind != HolidayDay || !how.Programme()) {
		return bookedClosed.At("day").With("day", string(booking.Day))
	}
	return nil
}

// CancelBooking takes a booked day back with a reason.
func (s *Service) CancelBooking(ctx context.Context, id, reason string) error {
	if err := identity.Require(ctx, identity.WriteLeave); err != nil {
		return err
	}
	if clean(reason) == "" {
		return reasonMissing.At("reason")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		row, found, err := s.store.booking(ctx, id)
		if err == nil && !found {
			err = bookingUnknown
		}
		if err != nil {
			return err
		}
		if err := s.RequireChild(ctx, identity.WriteLeave, row.ChildID, s.store.Today()); err != nil {
			return err
		}
		if err := s.store.voidBooking(ctx, id, clean(reason)); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.cancel_booking", Kind: "child", Subject: row.ChildID, Day: row.Day, Reason: clean(reason),
			Changes: []audit.Change{{Field: "booking.day", Old: string(row.Day)}}})
	})
}
