package roster

import (
	"context"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
)

// bookingLine is a day that was booked beside the agreed week.
type bookingLine struct {
	childRef
	Booking
}

var bookingKinds = []lists.Option{{Value: string(ExtraDay), Label: "加托"}, {Value: string(HolidayDay), Label: "假期托"}}

func (s *Service) bookingList() lists.List {
	child := func(b *bookingLine) *childRef { return &b.childRef }
	columns := append(childColumns(child),
		fixedColumn(dayColumn("day", "日期", func(b *bookingLine) *day.Day { return &b.Day })),
		fixedColumn(choiceColumn("kind", "类型", bookingKinds, func(b *bookingLine) *BookingKind { return &b.Kind })),
		fixedColumn(lists.Column[bookingLine]{Key: "part", Heading: "时段", Kind: lists.Text,
			Get: func(b bookingLine) string { return slotOut(b.Slot) },
			Set: func(b *bookingLine, v string) (err error) { b.Slot, err = slotIn(v, "part"); return err }}),
		fixedColumn(column("note", "备注", lists.Text, func(b *bookingLine) *string { return &b.Note })), childNumber(child))
	return lists.Of(lists.Table[bookingLine]{Key: "bookings", Name: "预约", Right: identity.WriteLeave, Columns: columns,
		ID: func(b bookingLine) string { return b.Booking.ID }, New: func(id string) bookingLine { return bookingLine{Booking: Booking{ID: id}} },
		Settle: func(ctx context.Context, t bookingLine) (bookingLine, error) {
			err := s.settled(ctx, &t.childRef)
			return t, err
		},
		Alike: func(a, b bookingLine) bool { return a.same(b.childRef) && a.Day == b.Day },
		Rows:  s.bookingLines, Person: func(b bookingLine) string { return b.childRef.ChildID },
		Add: s.addBookingLine,
		Change: func(context.Context, bookingLine, bookingLine, string) error {
			return lists.Fixed.At("day").With("heading", "日期")
		},
		TakeBack: func(ctx context.Context, b bookingLine, back lists.Back) error {
			return s.CancelBooking(ctx, b.Booking.ID, back.Reason)
		}})
}

func (s *Service) bookingLines(ctx context.Context) ([]bookingLine, error) {
	refs, _, err := s.refs(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.bookingsWithin(ctx, "0001-01-01", day.Ever, "")
	return under(refs, rows, func(b Booking) string { return b.ChildID }, func(r childRef, b Booking) bookingLine { return bookingLine{r, b} }), err
}

func (s *Service) addBookingLine(ctx context.Context, now bookingLine, _ string) (string, error) {
	child, err := s.whose(ctx, now.childRef)
	if err != nil {
		return "", err
	}
	if now.Booking.ID, err = freshOr[bookingRow](ctx, s.store, now.Booking.ID); err != nil {
		return "", err
	}
	return now.Booking.ID, s.Book(ctx, child, now.Booking)
}
