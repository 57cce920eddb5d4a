package rules

import (
	"yayuan/backend/day"
	"yayuan/backend/finding"
)

// SubjectKind is what a requirement can be about.
type SubjectKind string

// The kinds of subject.
const (
	Person  SubjectKind = "person" // staff
	Child   SubjectKind = "child"
	Class   SubjectKind = "class"
	Room    SubjectKind = "room"
	Nursery SubjectKind = "nursery"
)

// SubjectKinds lists every kind of subject.
var SubjectKinds = []SubjectKind{Person, Child, Class, Room, Nursery}

// RowState says what a version does from its first day on.
type RowState string

// The states of a row.
const (
	On      RowState = "on"
	Off     RowState = "off"     // nothing is demanded
	Shipped RowState = "shipped" // the nursery's own version ends; what the program ships counts again
)

// Requirement is one version of something that is to be done or to be held by
// a day. Later versions are added; none is ever altered.
type Requirement struct {
	Key          string              `json:"key"`
	Own          bool                `json:"own"` // set by the nursery, not shipped
	Version      int                 `json:"version"`
	Jurisdiction string              `json:"jurisdiction"` // GB/T 2260 code, "CN", or "*" for a default of the product
	From         day.Day             `json:"from"`
	Until        day.Day             `json:"until"` // last day in force, empty when open
	State        RowState            `json:"state"`
	Title        string              `json:"title"`
	English      string              `json:"titleEn"` // of shipped rows
	Subject      SubjectKind         `json:"subject"`
	About        map[string][]string `json:"about"` // attribute → values, one of which the subject must have; empty: every subject
	Facts        []string            `json:"facts"` // kinds of fact that fulfil it
	Demand       Demand              `json:"demand"`
	WarnDays     int                 `json:"warnDays"` // how long before the due day 'fulfilled' turns to 'due'
	Severity     finding.Severity    `json:"severity"`
	Source       string              `json:"source"`
	Grade        string              `json:"grade"` // A official page … I inference; own: set by the nursery
	Reason       string              `json:"reason"`
}

// DemandKind says how the due day is reckoned.
type DemandKind string

// The kinds of demand.
const (
	Every  DemandKind = "every"  // every N months; the first by the start of the stay
	Once   DemandKind = "once"   // once, until the fact's own end if it has one
	Valid  DemandKind = "valid"  // a paper that is in validity without a gap
	Within DemandKind = "within" // within N days or months of an event
	Before DemandKind = "before" // before an event, and then at most N days or months old
	Sum    DemandKind = "sum"    // so many minutes or times in a period
	Ages   DemandKind = "ages"   // at N months of age
)

// Demand is what is asked for. A kind reads only the fields named with it.
type Demand struct {
	Kind   DemandKind `json:"kind" enum:"every,once,valid,within,before,sum,ages"`
	Months int        `json:"months,omitempty" minimum:"0" maximum:"600" doc:"every: the interval; within: the time; before: greatest age of the fact at the event; valid: least length of the validity"`
	Days   int        `json:"days,omitempty" minimum:"0" maximum:"3660" doc:"within: the time; before: greatest age of the fact; every, once, valid, sum: time from the start to the first; ages: time from the age to the due day"`
	Grace  int        `json:"grace,omitempty" minimum:"0" maximum:"366" doc:"days after the due day before it counts as overdue (not for sum)"`
	Pauses bool       `json:"pauses,omitempty" doc:"every, once, within: a leave of absence stops the clock"`

	Event   string `json:"event,omitempty" maxLength:"80" doc:"within, before: kind of the fact that is the event; empty: the start of a stay"`
	Which   Which  `json:"which,omitempty" enum:",first,again" doc:"within, before: which stays; empty: each"`
	Away    int    `json:"away,omitempty" minimum:"0" maximum:"120" doc:"within, before: a shorter absence, in months, does not begin a new stay"`
	Fresh   bool   `json:"fresh,omitempty" doc:"before: facts of an earlier stay do not count"`
	YearEnd bool   `json:"yearEnd,omitempty" doc:"within: by the last day of the event's year"`

	Amount   int    `json:"amount,omitempty" minimum:"0" maximum:"1000000" doc:"sum: minutes"`
	Practice int    `json:"practice,omitempty" minimum:"0" maximum:"1000000" doc:"sum: minutes of them that are practice"`
	Times    int    `json:"times,omitempty" minimum:"0" maximum:"1000" doc:"sum: how often, instead of minutes"`
	Period   Period `json:"period,omitempty" enum:",calendar,rolling" doc:"sum: calendar year, last twelve months, or empty for altogether"`
	MakeUp   int    `json:"makeUp,omitempty" minimum:"0" maximum:"366" doc:"sum in a calendar year: days in which a missed year can still be made up"`

	At    []int `json:"at,omitempty" maxItems:"60" nullable:"false" doc:"ages: in months, rising; preterm birth is not considered"`
	Early int   `json:"early,omitempty" minimum:"0" maximum:"366" doc:"ages: days before the age from which a fact counts"`
}

// Which picks stays.
type Which string

// The picks of stays; Each is the default.
const (
	Each  Which = ""
	First Which = "first"
	Again Which = "again" // only the return after an earlier stay
)

// Period is what minutes and times are added up over.
type Period string

// The periods.
const (
	Altogether Period = ""
	Calendar   Period = "calendar" // 1 January to 31 December
	Rolling    Period = "rolling"  // the last twelve months, at every day
)

// PartPractice marks the practice part of training in a fact.
const PartPractice = "practice"

// Ref names a subject without knowing whose it is.
type Ref struct {
	Kind SubjectKind
	ID   string
}

// Span is a time of days, both included; an empty Until is open.
type Span struct{ From, Until day.Day }

// On tells whether the span covers a day.
func (s Span) On(d day.Day) bool { return s.From <= d && (s.Until == "" || d <= s.Until) }

// Subject is whom or what requirements are reckoned for, as an area hands it
// in. An attribute that is absent is not known; one without values is known
// to have none.
type Subject struct {
	Ref
	Name       string // what people call it
	Attributes map[string][]string
	Born       day.Day
	Stays      []Span // employment, placements, or since when the room exists; adjoining ones count as one
	Leaves     []Span // leaves of absence within stays
}

// Fact is something dated that an area vouches for.
type Fact struct {
	Subject Ref
	Kind    string  // "<area>.<what>"
	Day     day.Day // of the act; for papers the first day of validity
	Until   day.Day // last day of validity as the paper says, empty when it says none
	Amount  int     // minutes
	Part    string  // PartPractice or anything else
	Record  Record
	Void    bool
}

// Record is where the fact is kept.
type Record struct{ Area, ID string }
