package roster

import (
	"context"
	"slices"
	"strings"
	"time"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// PlanMoves tells what moves would lead to; nothing is written.
func (b *Bands) PlanMoves(ctx context.Context, m Moves) (MovePlan, error) {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return MovePlan{}, err
	}
	if m.ClassID == "" && m.Reason == "" {
		m.Reason = "-" // only the act itself must say why
	}
	if err := m.Check(); err != nil {
		return MovePlan{}, err
	}
	var plan MovePlan
	err := b.store.Read(ctx, func(ctx context.Context) error {
		scene, err := b.scene(ctx, m.effective(), m.effective())
		if err == nil {
			plan = planned(scene.classes, scene.limits, scene.placements, scene.children, m)
		}
		return err
	})
	return plan, err
}

// Move moves all children or none. A child keeps its mode; one who would not
// move, or for whom something later is planned already, stands in the way and
// is named.
func (b *Bands) Move(ctx context.Context, m Moves) (string, error) {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return "", err
	}
	if err := m.Check(); err != nil {
		return "", err
	}
	m.Children = slices.Compact(slices.Sorted(slices.Values(m.Children)))
	err := b.store.Do(ctx, func(ctx context.Context) error {
		var err error
		if m.ID, err = fresh[moveRow](ctx, b.store, m.ID); err != nil {
			return err
		}
		present, err := b.movable(ctx, m)
		if err != nil {
			return err
		}
		before, err := b.liveByChild(ctx, m.Children)
		if err != nil {
			return err
		}
		for _, child := range m.Children {
			if err := b.moveOne(ctx, m, present[child]); err != nil {
				return err
			}
		}
		after, err := b.liveByChild(ctx, m.Children)
		if err != nil {
			return err
		}
		return b.keepMoves(ctx, m, before, after)
	})
	return m.ID, err
}

func (b *Bands) moveOne(ctx context.Context, m Moves, present Placement) error {
	if m.ClassID == "" {
		return b.End(ctx, present.ChildID, m.Day, m.Reason)
	}
	present.ID, present.ClassID, present.From, present.Until, present.Reason = "", m.ClassID, m.Day, "", m.Reason
	if present.TrialUntil < m.Day { // it is over
		present.TrialUntil = ""
	}
	return b.Place(ctx, present)
}

// movable gives the placement of each child on the day, or refuses with the
// names of those who cannot be moved.
func (b *Bands) movable(ctx context.Context, m Moves) (map[string]Placement, error) {
	live, err := b.liveByChild(ctx, m.Children)
	if err != nil {
		return nil, err
	}
	names, err := b.Names(ctx, m.Children)
	if err != nil {
		return nil, err
	}
	present := map[string]Placement{}
	var nowhere, same, later []string
	for _, child := range m.Children {
		for _, row := range live[child] {
			p := row.placement()
			switch {
			case p.On(m.Day):
				present[child] = p
			case p.From > m.Day:
				later = append(later, names[child])
			}
		}
		p, placed := present[child]
		switch {
		case !placed:
			nowhere = append(nowhere, names[child])
		case p.ClassID == m.ClassID:
			same = append(same, names[child])
		case m.ClassID != "" && p.From == m.Day:
			later = append(later, names[child])
		}
	}
	switch {
	case len(nowhere) > 0:
		return nil, movesNotPlaced.At("children").With("names", strings.Join(nowhere, "、"))
	case len(same) > 0:
		return nil, movesSameClass.At("children").With("names", strings.Join(same, "、"))
	case len(later) > 0:
		return nil, movesLater.At("day").With("names", strings.Join(later, "、"))
	}
	return present, nil
}

func (b *Bands) liveByChild(ctx context.Context, children []string) (map[string][]placementRow, error) {
	rows, err := b.store.placements(ctx, children)
	live := map[string][]placementRow{}
	for _, row := range rows {
		live[row.ChildID] = append(live[row.ChildID], row)
	}
	return live, err
}

func (b *Bands) keepMoves(ctx context.Context, m Moves, before, after map[string][]placementRow) error {
	actor, _ := audit.ActorOf(ctx)
	act := moveRow{NurseryID: b.store.Nursery(), ID: m.ID, Day: m.Day, Reason: clean(m.Reason), At: stamp(b.store.Now()),
		ActorID: actor.ID, ActorName: actor.Name}
	if m.ClassID != "" {
		act.ClassID = &m.ClassID
	}
	if err := b.store.insert(ctx, &act); err != nil {
		return err
	}
	rows := make([]movedRow, 0, len(m.Children))
	for _, child := range m.Children {
		rows = append(rows, movedRow{NurseryID: b.store.Nursery(), ActID: m.ID, ChildID: child,
			Before: joined(before[child]), After: joined(after[child])})
	}
	if err := b.store.insert(ctx, &rows); err != nil {
		return err
	}
	return b.record(ctx, audit.Entry{Verb: "roster.move_many", Kind: "move", Subject: m.ID, Class: m.ClassID, Day: m.Day, Reason: act.Reason})
}

// Undone says what became of an undo: how many are back, and who is not
// because something was written for them since.
type Undone struct {
	Back int
	Kept []string
}

// UndoMove puts the children back where they were before an act. Nothing is
// erased: what the act wrote is superseded.
func (b *Bands) UndoMove(ctx context.Context, act, reason string) (Undone, error) {
	var out Undone
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return out, err
	}
	if clean(reason) == "" {
		return out, reasonMissing.At("reason")
	}
	err := b.store.Do(ctx, func(ctx context.Context) error {
		out = Undone{}
		known, found, err := b.store.move(ctx, act)
		switch {
		case err != nil:
			return err
		case !found:
			return movesUnknown
		case known.UndoneAt != nil:
			return movesUndone
		}
		rows, err := b.store.moved(ctx, act)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if err := b.undoOne(ctx, row, reason, &out); err != nil {
				return err
			}
		}
		if err := b.store.undoMove(ctx, act, stamp(b.store.Now()), clean(reason)); err != nil {
			return err
		}
		return b.record(ctx, audit.Entry{Verb: "roster.undo_move", Kind: "move", Subject: act, Reason: clean(reason)})
	})
	return out, err
}

func (b *Bands) undoOne(ctx context.Context, row movedRow, reason string, out *Undone) error {
	live, err := b.store.placements(ctx, []string{row.ChildID})
	if err != nil {
		return err
	}
	if joined(live) != row.After {
		names, err := b.Names(ctx, []string{row.ChildID})
		out.Kept = append(out.Kept, names[row.ChildID])
		return err
	}
	before, err := b.store.placementsByID(ctx, row.Before)
	if err != nil {
		return err
	}
	var ended *string
	for _, each := range live {
		if strings.Contains(row.Before, each.ID) {
			continue
		}
		ended = &each.ID
		if err := b.store.retirePlacement(ctx, each.ID); err != nil {
			return err
		}
	}
	for _, each := range before {
		if each.Live == 1 {
			continue
		}
		again := each.placement()
		again.ID = storage.NewID()
		if err := b.insertPlacement(ctx, again, ended); err != nil {
			return err
		}
	}
	out.Back++
	if err := b.store.undoMoved(ctx, row.ActID, row.ChildID); err != nil {
		return err
	}
	return b.record(ctx, audit.Entry{Verb: "roster.undo_move", Kind: "child", Subject: row.ChildID, Reason: clean(reason)})
}

// MoveActs lists the last acts that moved many, newest first.
func (b *Bands) MoveActs(ctx context.Context) ([]MoveAct, error) {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return nil, err
	}
	rows, err := b.store.moves(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	counts, err := b.store.movedCounts(ctx, ids)
	if err != nil {
		return nil, err
	}
	acts := make([]MoveAct, 0, len(rows))
	for _, row := range rows {
		at, err := time.Parse(time.RFC3339Nano, row.At)
		if err != nil {
			return nil, err
		}
		act := MoveAct{ID: row.ID, Day: row.Day, Reason: row.Reason, At: at, Children: counts[row.ID],
			By: identity.QuickPerson{ID: row.ActorID, Name: row.ActorName}, Undone: row.UndoneAt != nil, UndoReason: row.UndoReason}
		if row.ClassID != nil {
			act.ClassID = *row.ClassID
		}
		acts = append(acts, act)
	}
	return acts, nil
}

// scene is everything that classes are measured from in a span of days.
type scene struct {
	classes    []Class
	limits     Limits
	placements []Placement
	children   map[string]Child
}

func (b *Bands) scene(ctx context.Context, from, until day.Day) (scene, error) {
	var out scene
	var err error
	if out.classes, err = b.store.everyClass(ctx); err != nil {
		return out, err
	}
	if out.limits, err = b.limits(ctx, from); err != nil {
		return out, err
	}
	rows, err := b.store.placedWithin(ctx, from, until)
	if err != nil {
		return out, err
	}
	ids := make([]string, 0, len(rows))
	for _, row := range rows {
		out.placements = append(out.placements, row.placement())
		ids = append(ids, row.ChildID)
	}
	out.children, err = b.store.basics(ctx, slices.Compact(ids))
	return out, err
}
