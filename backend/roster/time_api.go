package roster

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

type weekIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		ID     string  `json:"id" maxLength:"40"`
		Mode   Mode    `json:"mode" enum:"full,half,hourly"`
		From   day.Day `json:"from" maxLength:"10"`
		Until  day.Day `json:"until" maxLength:"10" required:"false"`
		Week   Week    `json:"week"`
		Reason string  `json:"reason" maxLength:"500"`
	}
}

type bookingIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Days []bookedDayJSON `json:"days" nullable:"false" doc:"all of them are booked, or none"`
		Kind BookingKind     `json:"kind" maxLength:"10"`
		Slot Slot            `json:"slot"`
		Note string          `json:"note" maxLength:"500"`
	}
}

type bookedDayJSON struct {
	ID  string  `json:"id" maxLength:"40"`
	Day day.Day `json:"day" maxLength:"10"`
}

func (in bookingIn) bookings() []Booking {
	bookings := make([]Booking, 0, len(in.Body.Days))
	for _, each := range in.Body.Days {
		bookings = append(bookings, Booking{ID: each.ID, Day: each.Day, Kind: in.Body.Kind, Slot: in.Body.Slot, Note: in.Body.Note})
	}
	return bookings
}

type leaveStepIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Act      LeaveAct `json:"act" maxLength:"10" doc:"extended, ended, returned"`
		Day      day.Day  `json:"day" maxLength:"10" doc:"extended and ended: the last day away; returned: the day of coming back"`
		ToldBy   string   `json:"toldBy" maxLength:"50"`
		ToldTo   string   `json:"toldTo" maxLength:"50"`
		ToldHow  string   `json:"toldHow" maxLength:"10"`
		Symptoms string   `json:"symptoms" maxLength:"500"`
		Note     string   `json:"note" maxLength:"500"`
		Proof    Proof    `json:"proof" maxLength:"10"`
	}
}

type holdIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		ID         string  `json:"id" maxLength:"40"`
		From       day.Day `json:"from" maxLength:"10"`
		Until      day.Day `json:"until" maxLength:"10"`
		NeedsProof bool    `json:"needsProof"`
		Wanted     string  `json:"wanted" maxLength:"500" doc:"which proof is waited for"`
		Reason     string  `json:"reason" maxLength:"500"`
	}
}

type changeHoldIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Until      day.Day `json:"until" maxLength:"10"`
		NeedsProof bool    `json:"needsProof"`
		Wanted     string  `json:"wanted" maxLength:"500" doc:"which proof is waited for"`
		Reason     string  `json:"reason" maxLength:"500" doc:"empty keeps the present one"`
	}
}

type releaseIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		On    day.Day `json:"on" maxLength:"10"`
		Proof Proof   `json:"proof" maxLength:"10"`
		Note  string  `json:"note" maxLength:"500"`
	}
}

type examIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		ExamOn day.Day `json:"examOn" maxLength:"10"`
	}
}

// registerTime adds the routes of when a child is here.
func registerTime(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/children/{id}/time", "childTime", "When a child was, is and will be here"),
		func(ctx context.Context, in *idIn) (*web.Body[childTimeJSON], error) {
			time, err := s.Time(ctx, in.ID)
			return web.Answer(timeOut(time), err)
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/weeks", "agreeWeek", "Agree when a child comes, from a day on"),
		func(ctx context.Context, in *weekIn) (*web.Body[web.Done], error) {
			b := in.Body
			return web.Finished(s.AgreeWeek(ctx, Schedule{ID: b.ID, ChildID: in.ID, Mode: b.Mode, From: b.From, Until: b.Until,
				Week: b.Week, Reason: b.Reason}))
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/bookings", "bookDays", "Book single days beside the week or in the holidays"),
		func(ctx context.Context, in *bookingIn) (*web.Body[web.Done], error) {
			return web.Finished(s.Book(ctx, in.ID, in.bookings()...))
		})
	web.Handle(door, op(http.MethodPost, "/api/bookings/{id}/void", "cancelBooking", "Take a booked day back, with a reason"),
		func(ctx context.Context, in *reasonIn) (*web.Body[web.Done], error) {
			return web.Finished(s.CancelBooking(ctx, in.ID, in.Body.Reason))
		})
	web.Handle(door, op(http.MethodPost, "/api/leaves/{id}/acts", "tellLeave", "A leave lasts longer, ends sooner, or the child is back"),
		func(ctx context.Context, in *leaveStepIn) (*web.Body[web.Done], error) {
			b := in.Body
			return web.Finished(s.TellLeave(ctx, LeaveStep{Leave: in.ID, Act: b.Act, Day: b.Day, ToldBy: b.ToldBy, ToldTo: b.ToldTo,
				ToldHow: b.ToldHow, Symptoms: b.Symptoms, Note: b.Note, Proof: b.Proof}))
		})
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/exam", "seeExam", "A child that came back has been examined"),
		func(ctx context.Context, in *examIn) (*web.Body[web.Done], error) {
			return web.Finished(s.SeeExam(ctx, in.ID, in.Body.ExamOn))
		})
	registerHolds(door, s)
}

func registerHolds(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodPost, "/api/children/{id}/holds", "setHold", "A child must stay away until a day"),
		func(ctx context.Context, in *holdIn) (*web.Body[made], error) {
			b := in.Body
			id, err := s.SetHold(ctx, Hold{ID: b.ID, ChildID: in.ID, From: b.From, Until: b.Until, NeedsProof: b.NeedsProof, Wanted: b.Wanted, Reason: b.Reason})
			return web.Answer(made{ID: id}, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/holds/{id}/change", "changeHold", "Another last day of a hold, or another need of proof"),
		func(ctx context.Context, in *changeHoldIn) (*web.Body[web.Done], error) {
			b := in.Body
			return web.Finished(s.ChangeHold(ctx, Hold{ID: in.ID, Until: b.Until, NeedsProof: b.NeedsProof, Wanted: b.Wanted, Reason: b.Reason}))
		})
	web.Handle(door, op(http.MethodPost, "/api/holds/{id}/release", "releaseHold", "Let a child come again"),
		func(ctx context.Context, in *releaseIn) (*web.Body[web.Done], error) {
			return web.Finished(s.ReleaseHold(ctx, Release{Hold: in.ID, On: in.Body.On, Proof: in.Body.Proof, Note: in.Body.Note}))
		})
}
