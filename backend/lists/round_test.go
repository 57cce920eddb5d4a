package lists_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yayuan/backend"
	"yayuan/backend/calendar"
	"yayuan/backend/day"
	"yayuan/backend/demo"
	"yayuan/backend/excel"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
	"yayuan/backend/nursery"
	"yayuan/backend/roster"
	"yayuan/backend/rules"
	"yayuan/backend/testkit"
)

// openDemo opens a believable nursery as its operator.
func openDemo(t testing.TB) (*backend.House, context.Context) {
	t.Helper()
	dir := t.TempDir()
	now := day.Day("2026-11-23").At(18, 0)
	cfg := backend.Config{Dir: filepath.Join(dir, "data"), KeyFile: filepath.Join(dir, "key"), Clock: func() time.Time { return now }}
	_, err := backend.WriteDemo(t.Context(), cfg, demo.Options{Children: 40, Days: 1, Seed: 7, Until: "2026-11-23"})
	testkit.Must(t, err)
	b, err := backend.Open(t.Context(), cfg)
	testkit.Must(t, err)
	t.Cleanup(func() { testkit.Must(t, b.Close(context.Background())) })
	ctx := identity.WithActor(t.Context(), identity.Operator())
	fillUp(t, b.House(), ctx)
	return b.House(), ctx
}

// fillUp adds to the demo what its lists lack.
func fillUp(t testing.TB, h *backend.House, ctx context.Context) {
	t.Helper()
	placed, err := h.Roster.PlacedOn(ctx, "2026-11-23", roster.Who{})
	testkit.Must(t, err)
	kid := func(i int) string { return placed[i].ID }
	testkit.Must(t, h.Roster.TakeLeave(ctx, roster.Leave{ChildID: kid(0), From: "2026-11-02", Until: "2026-11-06", Kind: "illness", ToldBy: "妈妈", ToldTo: "王芳",
		ToldHow: "wechat", Symptoms: "发热 38.6", Note: "退热\n满 24 小时再来"}))
	testkit.Must(t, h.Roster.TakeLeave(ctx, roster.Leave{ChildID: kid(1), From: "2026-12-01", Until: "2026-12-02", Kind: "personal"}))
	_, err = h.Roster.SetHold(ctx, roster.Hold{ChildID: kid(2), From: "2026-11-23", Until: "2026-12-06", NeedsProof: true, Wanted: "复课证明", Reason: "水痘，结痂前不返园"})
	testkit.Must(t, err)
	week := roster.Week{{Part: roster.WholeDay}, {Part: roster.Morning, Starts: "08:00", Ends: "12:00"}, {}, {Part: roster.Hours, Starts: "09:00", Ends: "16:30"}, {Part: roster.Afternoon}, {}}
	testkit.Must(t, h.Roster.AgreeWeek(ctx, roster.Schedule{ChildID: kid(3), Mode: roster.FullDay, From: "2026-12-01", Week: week}))
	_, err = h.Calendar.Add(ctx, calendar.Own{From: "2026-12-24", Until: "2026-12-24", State: calendar.HalfOpen, Part: calendar.Morning, Kind: calendar.Event, Reason: "迎新活动"}, false)
	testkit.Must(t, err)
	_, err = h.Calendar.Add(ctx, calendar.Own{Class: placed[0].ClassID, From: "2026-12-25", Until: "2026-12-31", State: calendar.FullClosed, Kind: calendar.Outbreak, Reason: "手足口"}, false)
	testkit.Must(t, err)
	testkit.Must(t, h.Roster.Book(ctx, kid(3), roster.Booking{Day: "2026-12-05", Kind: roster.HolidayDay, Slot: roster.Slot{Part: roster.Morning}, Note: "外婆出院"}))
	site, err := h.Nursery.SaveSite(ctx, nursery.Site{Name: "东区", Address: "文一西路 1 号"})
	testkit.Must(t, err)
	_, err = h.Nursery.SaveRoom(ctx, nursery.Room{Name: "东区活动室", Kind: "class", SiteID: site.ID})
	testkit.Must(t, err)
	_, err = h.Requirements.Add(ctx, rules.Requirement{Title: "消毒柜检修", Subject: rules.Nursery, Facts: []string{"room.check"}, Severity: finding.Warn,
		Demand: rules.Demand{Kind: rules.Every, Months: 6}, WarnDays: 30, From: "2026-11-23", Source: "园内制度", Reason: "设备说明书"})
	testkit.Must(t, err)
}

func export(t testing.TB, h *backend.House, ctx context.Context, key string) []byte {
	t.Helper()
	book, err := h.Lists.Export(ctx, key, true, "核对")
	testkit.Must(t, err)
	return book.Bytes
}

// cells are the values of a workbook's first sheet, row by row.
func cells(t testing.TB, data []byte) [][]string {
	t.Helper()
	book, err := excel.Read("x.xlsx", data, excel.DefaultReadLimits())
	testkit.Must(t, err)
	var rows [][]string
	for _, row := range book.Sheets[0].Rows {
		texts := make([]string, len(row.Cells))
		for i, cell := range row.Cells {
			texts[i] = cell.Raw
			if cell.Kind != excel.Text && cell.Kind != excel.Blank {
				t.Errorf("row %d, column %d is no text", row.Number, i+1)
			}
		}
		rows = append(rows, texts)
	}
	return rows
}

func said(plan lists.Plan) string {
	var b strings.Builder
	for _, line := range plan.Lines {
		if line.Outcome == lists.Same {
			continue
		}
		b.WriteString(line.Title + " " + string(line.Outcome))
		for _, c := range line.Changes {
			b.WriteString(" [" + c.Heading + ": " + c.Old + " → " + c.New + "]")
		}
		for _, p := range line.Problems {
			b.WriteString(" (" + p.Letter + " " + p.Heading + ": " + p.Code + ")")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestEveryListOfTheDemoComesBackTheSame(t *testing.T) {
	h, ctx := openDemo(t)
	all, err := h.Lists.Lists(ctx)
	testkit.Must(t, err)
	if len(all) < 18 {
		t.Errorf("only %d lists", len(all))
	}
	for _, each := range all {
		for _, open := range []bool{true, false} {
			book, err := h.Lists.Export(ctx, each.Key, open, "核对")
			testkit.Must(t, err)
			rows := len(cells(t, book.Bytes)) - 1
			if rows == 0 {
				t.Errorf("%s has no rows", each.Key)
				continue
			}
			preview, err := h.Lists.Draft(ctx, each.Key, book.Name, book.Bytes)
			if err != nil {
				t.Fatalf("%s: %v", each.Key, err)
			}
			if same := preview.Plan.Count(lists.Same); same != rows {
				t.Errorf("%s (open %v): %d of %d rows are the same\n%s", each.Key, open, same, rows, said(preview.Plan))
			}
			done, err := h.Lists.Commit(ctx, preview.ID, "")
			if err != nil || done.Created+done.Changed != 0 || done.Same != rows {
				t.Errorf("%s: %+v, %v", each.Key, done, err)
			}
		}
	}
}

// moved are lists whose numbers a new nursery makes anew: a guardian that
// came with the child's own row, a day of the calendar.
var moved = []string{"guardians", "calendar", "staff", "stays"}

func TestEveryListOfTheDemoGoesIntoANewNursery(t *testing.T) {
	h, ctx := openDemo(t)
	n := testkit.Open(t) // whose director has the name of the demo's, and is taken for the same
	all, err := h.Lists.Lists(ctx)
	testkit.Must(t, err)
	for _, each := range all {
		from := export(t, h, ctx, each.Key)
		want := cells(t, from)
		preview, err := n.Lists.Draft(n.Director, each.Key, "x.xlsx", from)
		testkit.Must(t, err)
		if preview.Plan.Count(lists.Refused) > 0 {
			t.Fatalf("%s:\n%s", each.Key, said(preview.Plan))
		}
		if _, err := n.Lists.Commit(n.Director, preview.ID, "从旧电脑搬来"); err != nil {
			t.Fatalf("%s: %v", each.Key, err)
		}
		got := cells(t, export(t, n.House, n.Director, each.Key))
		if slices.Contains(moved, each.Key) {
			want, got = unnumbered(want), unnumbered(got)
		}
		missing := 0
		for _, row := range want {
			if !slices.ContainsFunc(got, func(other []string) bool { return slices.Equal(row, other) }) {
				if missing++; missing < 4 {
					t.Errorf("%s lacks %q", each.Key, row)
				}
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d rows, want %d", each.Key, len(got), len(want))
		}
	}
}

// unnumbered empties the columns of numbers.
func unnumbered(rows [][]string) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		out[i] = make([]string, len(rows[0]))
		for j, text := range row {
			if !strings.HasSuffix(rows[0][j], "编号") || rows[0][j] == "合同编号" {
				out[i][j] = text
			}
		}
	}
	return out
}
