package dailylog_test

import (
	"flag"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yayuan/backend/dailylog"
	"yayuan/backend/fault"
	"yayuan/backend/roster"
	"yayuan/backend/storage"
	"yayuan/backend/testkit"
)

// cells are few, so that the acts meet in them.
var cells = []string{"arrival", "meal:lunch"}

// written is what one act put into one cell.
type written struct{ act, value string }

// replay is a class's day kept the simple way: for each cell the acts on it
// that survive, in order. The board must show the last of each.
type replay struct {
	classDay
	rt        *rapid.T
	class     roster.Class
	children  []string
	survivors map[[2]string][]written // of child and cell
	rows      map[[2]string]int64     // that were ever written, which is the revision
	acts      []string
}

func begin(d classDay, rt *rapid.T) *replay {
	class, err := d.Roster.AddClass(d.Director, roster.Class{Name: storage.NewID(), Kind: roster.Large, Places: 20})
	must(rt, err)
	r := &replay{classDay: d, rt: rt, class: class, survivors: map[[2]string][]written{}, rows: map[[2]string]int64{}}
	for n := range 2 {
		id, err := d.Roster.AddChild(d.Director, roster.NewChild{Child: roster.Child{Name: []string{"陈一诺", "欧阳子墨"}[n], Sex: roster.Female, BirthDate: "2024-03-12"},
			Placement: roster.Placement{ClassID: class.ID, Mode: roster.FullDay, From: "2026-09-01"}})
		must(rt, err)
		r.children = append(r.children, id)
	}
	return r
}

func must(rt *rapid.T, err error) {
	rt.Helper()
	if err != nil {
		rt.Fatal(err)
	}
}

func draw[T any](r *replay, name string, from []T) T { return rapid.SampledFrom(from).Draw(r.rt, name) }

func (r *replay) put(child, cell, act, value string) {
	key := [2]string{child, cell}
	r.survivors[key] = append(r.survivors[key], written{act, value})
	r.rows[key]++
}

// meals writes one or both children's cells; a cell that was not seen as it
// stands must come back as a conflict and stay.
func (r *replay) meals() {
	in := dailylog.Meals{ActID: storage.NewID(), Class: r.class.ID, Day: testkit.Today, Period: "lunch", EnteredAt: r.Clock.Now()}
	stale := 0
	for _, child := range draw(r, "who", [][]string{r.children[:1], r.children[1:], r.children}) {
		cell := dailylog.MealCell{ChildID: child, Amount: draw(r, "amount", dailylog.Amounts), Seen: r.rows[[2]string{child, "meal:lunch"}]}
		if rapid.IntRange(0, 9).Draw(r.rt, "stale") == 0 {
			cell.Seen++
			stale++
		} else {
			r.put(child, "meal:lunch", in.ActID, string(cell.Amount))
		}
		in.Cells = append(in.Cells, cell)
	}
	done, err := r.Log.RecordMeals(r.Director, in)
	must(r.rt, err)
	if len(done.Conflicts) != stale || len(done.Written) != len(in.Cells)-stale {
		r.rt.Fatalf("%d written and %d conflicts, %d were stale", len(done.Written), len(done.Conflicts), stale)
	}
	if len(done.Written) > 0 {
		r.acts = append(r.acts, in.ActID)
	}
}

// arrive writes who brought a child.
func (r *replay) arrive() {
	child, who, at := draw(r, "child", r.children), draw(r, "relation", []string{"母亲", "父亲", "外婆"}), testkit.Today.At(8, 30)
	in := dailylog.Gate{ActID: storage.NewID(), Class: r.class.ID, Day: testkit.Today, ChildID: child, Register: dailylog.Arrival,
		HappenedAt: at, EnteredAt: at, Seen: r.rows[[2]string{child, "arrival"}], Mark: &dailylog.MarkDetail{Relation: who}}
	must(r.rt, r.Log.RecordGate(r.Director, in))
	r.put(child, "arrival", in.ActID, who)
	r.acts = append(r.acts, in.ActID)
}

// void takes back what a cell shows; what lies under it does not come up again.
func (r *replay) void() {
	key := [2]string{draw(r, "child", r.children), draw(r, "cell", cells)}
	for _, child := range r.board().Children {
		if entry := child.Recorded(key[1]); child.ID == key[0] && entry != nil {
			must(r.rt, r.Log.Void(r.Director, entry.ID, "记错了宝宝"))
			r.survivors[key] = nil
			r.rows[key]++
		}
	}
}

// undo takes any earlier act out of the cells that show it; where it shows
// nowhere it is refused.
func (r *replay) undo() {
	if len(r.acts) == 0 {
		return
	}
	act := draw(r, "act", r.acts)
	var standing [][2]string
	for key, acts := range r.survivors {
		if len(acts) > 0 && acts[len(acts)-1].act == act {
			standing = append(standing, key)
		}
	}
	undone, err := r.Log.Undo(r.Director, "", act, "")
	if len(standing) == 0 {
		if f, ok := fault.As(err); !ok || f.Code != "dailylog.act_undone" {
			r.rt.Fatalf("an act that shows nowhere: %+v %v", undone, err)
		}
		return
	}
	must(r.rt, err)
	if undone.Restored != len(standing) {
		r.rt.Fatalf("%d cells went back, want %d", undone.Restored, len(standing))
	}
	for _, key := range standing {
		r.rows[key]++
	}
	for key, acts := range r.survivors {
		r.survivors[key] = slices.DeleteFunc(acts, func(w written) bool { return w.act == act })
	}
}

func (r *replay) board() dailylog.Board {
	board, err := r.Log.Board(r.Director, r.class.ID, testkit.Today)
	must(r.rt, err)
	return board
}

// compare looks at every cell, and at the act that the board offers to undo.
func (r *replay) compare() {
	board := r.board()
	for _, child := range board.Children {
		for _, cell := range cells {
			shown, want, key := "", "", [2]string{child.ID, cell}
			if entry := child.Recorded(cell); entry != nil {
				shown = string(entry.Amount)
				if entry.Mark != nil {
					shown = entry.Mark.Relation
				}
			}
			if acts := r.survivors[key]; len(acts) > 0 {
				want = acts[len(acts)-1].value
			}
			if shown != want {
				r.rt.Fatalf("%s shows %q, the survivors say %q", cell, shown, want)
			}
			if entry := child.Cells[cell]; entry != nil && entry.Revision != r.rows[key] {
				r.rt.Fatalf("%s has revision %d after %d rows", cell, entry.Revision, r.rows[key])
			}
		}
	}
	offered, want := "none", "none"
	if board.Undoable != nil {
		offered = fmt.Sprint(board.Undoable.ActID, " in ", board.Undoable.Count)
	}
	for _, act := range r.acts {
		cells := 0
		for _, acts := range r.survivors {
			if len(acts) > 0 && acts[len(acts)-1].act == act {
				cells++
			}
		}
		if cells > 0 {
			want = fmt.Sprint(act, " in ", cells)
		}
	}
	if offered != want {
		r.rt.Fatalf("offers to undo %s, want %s", offered, want)
	}
}

// TestAnyOrderShowsWhatTheSurvivorsSay: writes, corrections, conflicts, voids
// and undos in any order leave the board that a replay of the acts which were
// not taken back leaves, one live row in each cell, and no row lost.
func TestAnyOrderShowsWhatTheSurvivorsSay(t *testing.T) {
	d := open(t)
	few(t)
	rapid.Check(t, func(rt *rapid.T) {
		r := begin(d, rt)
		rt.Repeat(map[string]func(*rapid.T){
			"meals":  func(*rapid.T) { r.meals() },
			"arrive": func(*rapid.T) { r.arrive() },
			"void":   func(*rapid.T) { r.void() },
			"undo":   func(*rapid.T) { r.undo() },
			"":       func(*rapid.T) { r.compare() },
		})
		var all int64
		for _, n := range r.rows {
			all += n
		}
		if kept := d.entriesOf(r.class.ID, "1 = 1"); kept != all {
			rt.Fatalf("%d rows are kept of %d", kept, all)
		}
		if live := d.entriesOf(r.class.ID, "live = 1"); live != int64(len(r.rows)) {
			rt.Fatalf("%d live rows in %d cells", live, len(r.rows))
		}
	})
}

// few keeps the runs to seconds, for each step is a real write; who asks for
// more on the command line gets more.
func few(t *testing.T) {
	t.Helper()
	given := map[string]bool{}
	flag.Visit(func(f *flag.Flag) { given[f.Name] = true })
	for name, value := range map[string]string{"rapid.checks": "30", "rapid.steps": "20"} {
		if !given[name] {
			testkit.Must(t, flag.Set(name, value))
		}
	}
}

func (d classDay) entriesOf(class, where string) (n int64) {
	d.t.Helper()
	testkit.Must(d.t, d.Store.With(d.t.Context()).Raw("SELECT count(*) FROM entry WHERE class_id = ? AND "+where, class).Scan(&n).Error)
	return n
}
