package filing_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"yayuan/backend"
	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/demo"
	"yayuan/backend/filing"
	"yayuan/backend/identity"
	"yayuan/backend/testkit"
)

// recount asks the tables themselves, by another way than the program.
type recount struct {
	t     *testing.T
	house *backend.House
}

func (r recount) count(sql string, args ...any) int {
	r.t.Helper()
	var n int
	testkit.Must(r.t, r.house.Store.With(r.t.Context()).Raw(sql, args...).Scan(&n).Error)
	return n
}

const placedOn = ` FROM placement p JOIN class c ON c.id = p.class_id JOIN child k ON k.id = p.child_id
	WHERE p.live = 1 AND p.from_day <= @on AND (p.until_day IS NULL OR p.until_day >= @on)`

func (r recount) inCare(on day.Day, kind, sex string) int {
	return r.count("SELECT count(DISTINCT p.child_id)"+placedOn+" AND c.kind = @kind AND k.sex = @sex",
		map[string]any{"on": on, "kind": kind, "sex": sex})
}

// moved counts who is in care on one day and was not on another.
func (r recount) moved(on, not day.Day) int {
	return r.count("SELECT count(DISTINCT p.child_id)"+placedOn+` AND p.child_id NOT IN (SELECT q.child_id FROM placement q
		WHERE q.live = 1 AND q.from_day <= @not AND (q.until_day IS NULL OR q.until_day >= @not))`, map[string]any{"on": on, "not": not})
}

func (r recount) attendance(first, last day.Day) (should, actual int) {
	for on := first; on <= last; on = on.Add(1) {
		if calendar.Of(on) != calendar.Open {
			continue
		}
		args := map[string]any{"on": on}
		should += r.count("SELECT count(DISTINCT p.child_id)"+placedOn, args)
		actual += r.count("SELECT count(DISTINCT p.child_id)"+placedOn+` AND EXISTS (SELECT 1 FROM entry e WHERE e.child_id = p.child_id
			AND e.day = @on AND e.live = 1 AND e.kind = 'record' AND e.register IN ('arrival', 'check'))`, args)
	}
	return should, actual
}

func openDemo(t *testing.T) *backend.House {
	t.Helper()
	dir := t.TempDir()
	cfg := backend.Config{Dir: filepath.Join(dir, "data"), KeyFile: filepath.Join(dir, "key"),
		Clock: func() time.Time { return day.Day("2026-11-24").At(9, 0) }}
	_, err := backend.WriteDemo(t.Context(), cfg, demo.Options{Children: 40, Days: 40, Seed: 11, Until: "2026-11-23"})
	testkit.Must(t, err)
	b, err := backend.Open(t.Context(), cfg)
	testkit.Must(t, err)
	t.Cleanup(func() { testkit.Must(t, b.Close(t.Context())) })
	return b.House()
}

func TestTheMonthlyReturnEqualsARecountOfTheTables(t *testing.T) {
	house := openDemo(t)
	r := recount{t, house}
	ctx := identity.WithActor(t.Context(), identity.Operator())
	d, err := house.Filing.Draft(ctx, "MON-1", "2026-10")
	testkit.Must(t, err)
	want := map[string]int{}
	for kind, name := range map[string]string{"infant": "乳儿班", "small": "托小班", "large": "托大班", "mixed": "混合班"} {
		boys, girls := r.inCare("2026-10-31", kind, "male"), r.inCare("2026-10-31", kind, "female")
		want[name+".男"], want[name+".女"], want[name+".小计"] = boys, girls, boys+girls
		want[name+".班级数"] = r.count("SELECT count(*) FROM class WHERE kind = ?", kind)
		want[name+".托位数"] = r.count("SELECT coalesce(sum(places), 0) FROM class WHERE kind = ?", kind)
	}
	want["在托人数"] = r.count("SELECT count(DISTINCT p.child_id)"+placedOn, map[string]any{"on": "2026-10-31"})
	want["应出勤人次"], want["实际出勤人次"] = r.attendance("2026-10-01", "2026-10-31")
	for _, p := range []struct{ key, name string }{{"director", "负责人"}, {"caregiver", "保育人员"}, {"health", "保健人员"}, {"cook", "炊事人员"}} {
		want["在岗."+p.name] = r.count("SELECT count(*) FROM staff WHERE position = ?", p.key)
	}
	for key, n := range want {
		if got := d.Fields[key]; got.Number == nil || *got.Number != float64(n) {
			t.Errorf("%s: %s, the tables have %d", key, shown(got), n)
		}
	}
	if want["实际出勤人次"] == 0 || want["实际出勤人次"] >= want["应出勤人次"] {
		t.Fatalf("the demo tells nothing: %v", want)
	}
	joined, left := 0, 0
	for _, kind := range []string{"乳儿班", "托小班", "托大班", "混合班"} {
		joined, left = joined+int(*d.Fields[kind+".新入托"].Number), left+int(*d.Fields[kind+".退托"].Number)
	}
	if in, out := r.moved("2026-10-31", "2026-09-30"), r.moved("2026-09-30", "2026-10-31"); joined != in || left != out {
		t.Errorf("%d came and %d left, the tables have %d and %d", joined, left, in, out)
	}
}

func shown(v filing.Value) string {
	if v.Number == nil {
		return "empty"
	}
	return fmt.Sprint(*v.Number)
}
