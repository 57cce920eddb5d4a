package dailylog

import (
	"context"
	"maps"
	"slices"

	"yayuan/backend/audit"
	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
)

// Board is a class's day as it stands.
type Board struct {
	Class    roster.Class
	Day      day.Day
	Calendar calendar.Day // how the day is for the class
	Closed   bool         // changes need a reason
	Seq      int64        // of the change feed, read with the board
	Periods  []Period
	Counts   Counts
	Children []BoardChild
	Undoable *Undoable
}

// Counts of a class's or the nursery's day.
type Counts struct {
	Expected    int // due by placement, schedule and calendar, not on leave or held
	Present     int // arrived and not collected
	Leave       int // due, and excused by a leave or a hold
	Unexplained int // expected, neither arrived nor excused
	Left        int
	ToCheck     int // children who came: each is to be checked
	Checked     int
}

// BoardChild is one row of the board.
type BoardChild struct {
	roster.Placed
	State    State
	Expected bool
	Cells    map[string]*Entry // "arrival", "check", "departure", "meal:<period>"; voids included
}

// Undoable is the asking person's last act that the board still shows.
type Undoable struct {
	ActID string
	Kind  string
	Slot  string
	Count int
	At    string
}

// CellKey names a cell of the board.
func CellKey(register Register, slot string) string {
	if register == Meal {
		return "meal:" + slot
	}
	return string(register)
}

// Recorded gives the standing record of a cell, nil for blank or void.
func (c BoardChild) Recorded(key string) *Entry {
	if e := c.Cells[key]; e != nil && !e.Void {
		return e
	}
	return nil
}

// Board reads a class's day on one snapshot.
func (s *Service) Board(ctx context.Context, class string, on day.Day) (Board, error) {
	if !on.Valid() {
		return Board{}, dayBad.At("day")
	}
	if err := s.roster.RequireClass(ctx, identity.ReadLog, class, s.store.Today()); err != nil {
		return Board{}, err
	}
	var board Board
	err := s.store.Read(ctx, func(ctx context.Context) error {
		var err error
		board, err = s.board(ctx, class, on)
		return err
	})
	return board, err
}

func (s *Service) board(ctx context.Context, class string, on day.Day) (Board, error) {
	board := Board{Day: on}
	var err error
	if board.Calendar, err = s.calendar.Day(ctx, on, class); err != nil {
		return board, err
	}
	if board.Class, err = s.roster.Class(ctx, class); err != nil {
		return board, err
	}
	if board.Periods, err = s.store.periods(ctx, board.Class.Kind); err != nil {
		return board, err
	}
	if board.Closed, err = s.Closed(ctx, class, on); err != nil {
		return board, err
	}
	if board.Seq, err = s.store.Seq(ctx); err != nil {
		return board, err
	}
	if board.Children, err = s.children(ctx, on, roster.Who{Class: class}); err != nil {
		return board, err
	}
	board.Counts = Count(board.Children)
	board.Undoable, err = s.undoable(ctx, class, on, board.Children)
	return board, err
}

// children reads the rows of a board.
func (s *Service) children(ctx context.Context, on day.Day, who roster.Who) ([]BoardChild, error) {
	placed, err := s.roster.PlacedOn(ctx, on, who)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(placed))
	for i, child := range placed {
		ids[i] = child.ID
	}
	entries, err := s.store.liveEntries(ctx, on, ids)
	if err != nil {
		return nil, err
	}
	cells := map[string]map[string]*Entry{}
	for i := range entries {
		e := &entries[i]
		if cells[e.ChildID] == nil {
			cells[e.ChildID] = map[string]*Entry{}
		}
		cells[e.ChildID][CellKey(e.Register, e.Slot)] = e
	}
	rows := make([]BoardChild, 0, len(placed))
	for _, child := range placed {
		row := BoardChild{Placed: child, Expected: child.Expected(), Cells: cells[child.ID]}
		row.State = StateOf(row.Recorded("arrival") != nil, row.Recorded("check") != nil, row.Recorded("departure") != nil,
			child.Due() && child.Excused(), child.Due())
		rows = append(rows, row)
	}
	return rows, nil
}

// Count counts a board's rows.
func Count(children []BoardChild) Counts {
	var c Counts
	for _, child := range children {
		if child.Expected {
			c.Expected++
		}
		switch child.State {
		case Present:
			c.Present++
		case Left:
			c.Left++
		case OnLeave:
			c.Leave++
		case Awaited:
			c.Unexplained++
		}
		if child.State == Present || child.State == Left {
			c.ToCheck++
			if child.Recorded("check") != nil {
				c.Checked++
			}
		}
	}
	return c
}

func (s *Service) undoable(ctx context.Context, class string, on day.Day, children []BoardChild) (*Undoable, error) {
	actor, ok := audit.ActorOf(ctx)
	if !ok {
		return nil, nil
	}
	var live []Entry
	for _, child := range children {
		for _, e := range child.Cells {
			live = append(live, *e)
		}
	}
	cells, err := s.store.shownBy(ctx, live)
	if err != nil {
		return nil, err
	}
	row, found, err := s.store.newestAct(ctx, slices.Collect(maps.Keys(cells)), class, on, actor.ID)
	if err != nil || !found {
		return nil, err
	}
	return &Undoable{ActID: row.ID, Kind: row.Kind, Slot: row.Slot, Count: cells[row.ID], At: row.At}, nil
}

// Day reads the rows of all classes on a day; who has the right for own
// classes only gets those.
func (s *Service) Day(ctx context.Context, on day.Day) ([]BoardChild, error) {
	if err := identity.Require(ctx, identity.ReadToday); err != nil {
		return nil, err
	}
	children, err := s.children(ctx, on, roster.Who{})
	if err != nil || identity.ScopeOf(ctx, identity.ReadToday) == identity.All {
		return children, err
	}
	own, err := s.roster.OwnClasses(ctx, on)
	if err != nil {
		return nil, err
	}
	mine := []BoardChild{}
	for _, child := range children {
		for _, class := range own {
			if child.ClassID == class {
				mine = append(mine, child)
			}
		}
	}
	return mine, nil
}

// Attended lists the child-days of a span with an arrival or a morning check,
// for returns.
func (s *Service) Attended(ctx context.Context, from, until day.Day) ([]AttendedDay, error) {
	return s.store.attended(ctx, from, until)
}
