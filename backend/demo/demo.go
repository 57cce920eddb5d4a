// Package demo writes a believable nursery through the same verbs that people
// use: classes of the four kinds, guardians, staff, and working days of log
// with absences, illness, corrections and late entries. The same options give
// the same logical content.
package demo

import (
	"context"
	"math/rand/v2"
	"time"

	"yayuan/backend/calendar"
	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/nursery"
	"yayuan/backend/roster"
	"yayuan/backend/rules"
	"yayuan/backend/storage"
)

// Who signs in first in a demo nursery, and how.
const (
	NurseryName  = "青禾托育园（演示）"
	DirectorName = "林静"
	UserName     = "demo"
	Password     = "yayuan-demo"
)

// Options say how large a demo is.
type Options struct {
	Children int
	Days     int // working days of log
	Seed     uint64
	Until    day.Day   // the last day of log
	Now      time.Time // nothing after it is written; end of Until when zero
}

// Areas are the verbs through which a demo is written.
type Areas struct {
	Store        *storage.Store
	Identity     *identity.Service
	Nursery      *nursery.Service
	Roster       *roster.Service
	Consents     *roster.Consents
	Requirements *rules.Requirements
	Log          *dailylog.Service
	Director     string // id of the director who was founded
}

// Clock is the nursery's clock while the demo is written.
type Clock struct{ now time.Time }

// Now is the time that the demo has reached.
func (c *Clock) Now() time.Time { return c.now }

// NewClock starts before the first day of log.
func NewClock(o Options) *Clock {
	days := workingDays(o)
	return &Clock{now: days[0].Add(-60).At(8, 0)}
}

func workingDays(o Options) []day.Day {
	var days []day.Day
	for on := o.Until; len(days) < max(o.Days, 1); on = on.Add(-1) {
		if calendar.Of(on) == calendar.Open {
			days = append([]day.Day{on}, days...)
		}
		if o.Until > on.Add(400*3) { // a calendar without open days would never end
			break
		}
	}
	return days
}

// writer holds what the parts of the demo share.
type writer struct {
	Areas
	Options
	clock    *Clock
	rand     *rand.Rand
	days     []day.Day
	classes  []*class
	health   context.Context // the health worker at the gate
	boss     context.Context // the director
	office   context.Context
	hired    int                           // members of staff so far
	enrolled int                           // children so far
	list     map[string][]roster.Collector // who may collect, by child
}

type class struct {
	roster.Class
	lead  context.Context // the lead caregiver
	names string
}

// Write fills a nursery that has just been founded.
func Write(ctx context.Context, areas Areas, clock *Clock, o Options) error {
	if o.Now.IsZero() {
		o.Now = o.Until.At(23, 0)
	}
	w := &writer{Areas: areas, Options: o, clock: clock, days: workingDays(o), rand: rand.New(rand.NewPCG(o.Seed, 20261124))}
	w.boss = identity.WithActor(ctx, identity.NewActor(areas.Director, DirectorName, []identity.Role{identity.Director}))
	if err := w.nursery(); err != nil {
		return err
	}
	if err := w.requirements(); err != nil {
		return err
	}
	err := w.Store.Do(w.boss, func(tx context.Context) error {
		if err := w.people(tx); err != nil {
			return err
		}
		if err := w.together(tx); err != nil {
			return err
		}
		if err := w.children(tx); err != nil {
			return err
		}
		if err := w.weeks(tx); err != nil {
			return err
		}
		return w.families(tx)
	})
	if err != nil {
		return err
	}
	for _, on := range w.days {
		if err := w.day(on); err != nil {
			return err
		}
	}
	return w.tellings()
}

func (w *writer) chance(percent float64) bool { return w.rand.Float64()*100 < percent }

func pick[T any](w *writer, from []T) T { return from[w.rand.IntN(len(from))] }
