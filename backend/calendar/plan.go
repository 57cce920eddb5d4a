package calendar

import "yayuan/backend/day"

// State of a day.
type State string

// The states of a day, and of a row that takes another one back.
const (
	FullOpen   State = "open"
	HalfOpen   State = "half"
	FullClosed State = "closed"
	Taken      State = "void"
)

// Part of a day that is open when the other half is not.
type Part string

// The halves of a day.
const (
	Morning   Part = "am"
	Afternoon Part = "pm"
)

// Kind says what an own row is about.
type Kind string

// The kinds: 节假日, 寒暑假, 天气, 传染病, 检修, 活动, 补班, 其他. Only over a
// holiday, a weekend or a vacation can there be a holiday programme.
const (
	Holiday  Kind = "holiday"
	Vacation Kind = "vacation"
	Weather  Kind = "weather"
	Outbreak Kind = "outbreak"
	Repair   Kind = "repair"
	Event    Kind = "event"
	MakeUp   Kind = "makeup"
	Other    Kind = "other"
)

// Source says by what a day is as it is.
type Source string

// The sources, the weakest first.
const (
	ByWeek    Source = "week"
	ByCouncil Source = "council" // the State Council's list
	ByOwn     Source = "own"
)

// Own is a row in which the nursery says how its days are.
type Own struct {
	ID        string
	Seq       int64 // order of entry
	Class     string
	From      day.Day
	Until     day.Day
	State     State
	Part      Part   // of a half day
	Starts    string // HH:MM of a half day, empty when not said
	Ends      string
	Kind      Kind
	Reason    string
	TakenBack string // the row that this one takes back
	Live      bool
	AfterLock bool // entered when the month's return had been sent
	EnteredAt string
	By        string
}

// On tells whether the row covers a day.
func (o Own) On(d day.Day) bool { return o.From <= d && d <= o.Until }

// Day is what the calendar says of a day, for the nursery or one class.
type Day struct {
	Day    day.Day
	State  State
	Why    string // Weekend, a holiday's name, or the nursery's own reason; of a make-up workday the holiday
	Source Source
	Kind   Kind // of an own row
	Part   Part
	Starts string
	Ends   string
	Own    string // id of the own row
}

// Closed gives the reason why a day is closed, empty when it is open or half.
func (d Day) Closed() Closed {
	if d.State != FullClosed {
		return Open
	}
	return Closed(d.Why)
}

// Programme tells whether children may be booked on a closed day: a holiday,
// a weekend, or the nursery's own vacation, but no typhoon.
func (d Day) Programme() bool {
	return d.State == FullClosed && (d.Source != ByOwn || d.Kind == Vacation || d.Kind == Holiday)
}

// Plan answers for many days at once; the zero Plan has no own rows.
type Plan struct {
	own []Own // live
}

// NewPlan makes a plan of live own rows.
func NewPlan(own ...Own) Plan { return Plan{own: own} }

// Rows are the nursery's own rows.
func (p Plan) Rows() []Own { return p.own }

// Day tells how a day is for a class, or with an empty class for the nursery.
//
// Of several own rows the one entered last holds. A class's own row stands
// before the nursery's, unless the nursery was closed afterwards: a typhoon
// closes everybody, but a Saturday that opens does not open a class with 手足口.
func (p Plan) Day(on day.Day, class string) Day {
	var whole, own *Own
	for i := range p.own {
		row := &p.own[i]
		switch {
		case !row.On(on):
		case row.Class == "" && (whole == nil || row.Seq > whole.Seq):
			whole = row
		case row.Class != "" && row.Class == class && (own == nil || row.Seq > own.Seq):
			own = row
		}
	}
	if own == nil || whole != nil && whole.Seq > own.Seq && whole.State == FullClosed {
		own = whole
	}
	if own == nil {
		return published(on)
	}
	return Day{Day: on, State: own.State, Why: own.Reason, Source: ByOwn, Kind: own.Kind, Part: own.Part,
		Starts: own.Starts, Ends: own.Ends, Own: own.ID}
}

func published(on day.Day) Day {
	why := Of(on)
	out := Day{Day: on, State: FullClosed, Why: string(why), Source: ByCouncil}
	switch why {
	case Weekend:
		out.Source = ByWeek
	case Open:
		out.State, out.Why = FullOpen, makesUpFor(on)
		if out.Why == "" {
			out.Source = ByWeek
		}
	}
	return out
}

// OpenDays lists the days of a span, both ends included, on which the nursery
// or the class is open, at least half.
func (p Plan) OpenDays(from, until day.Day, class string) []day.Day {
	var days []day.Day
	for on := from; on <= until; on = on.Add(1) {
		if p.Day(on, class).State != FullClosed {
			days = append(days, on)
		}
	}
	return days
}
