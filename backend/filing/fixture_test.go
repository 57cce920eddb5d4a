package filing_test

import (
	"fmt"
	"os"
	"testing"

	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/excel"
	"yayuan/backend/filing"
	"yayuan/backend/roster"
	"yayuan/backend/storage"
	"yayuan/backend/testkit"
)

func template(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name + ".xlsx")
	testkit.Must(t, err)
	return raw
}

// fill keeps a template and fills it as the director.
func fill(t testing.TB, n *testkit.Nursery, form, period, name string) filing.Done {
	t.Helper()
	kept, err := n.Filing.AddTemplate(n.Director, name+".xlsx", template(t, name))
	testkit.Must(t, err)
	done, err := n.Filing.Fill(n.Director, form, period, kept.ID)
	testkit.Must(t, err)
	return done
}

// cells reads a workbook; cells of the first sheet by their name, of others
// behind the sheet's.
func cells(t testing.TB, data []byte) map[string]string {
	t.Helper()
	book, err := excel.Read("", data, excel.DefaultReadLimits())
	testkit.Must(t, err)
	found := map[string]string{}
	for i, sheet := range book.Sheets {
		for _, row := range sheet.Rows {
			for column, cell := range row.Cells {
				name := fmt.Sprint(string(rune('A'+column)), row.Number)
				if i > 0 {
					name = sheet.Name + "!" + name
				}
				found[name] = cell.Raw
			}
		}
	}
	return found
}

// compare tells which cells are not as they should be.
func compare(t *testing.T, got, want map[string]string) {
	t.Helper()
	for cell, text := range want {
		if got[cell] != text {
			t.Errorf("%s is %q, want %q", cell, got[cell], text)
		}
	}
}

// week is a nursery of two children who began on Monday 16 November: six open
// days until the cast's today.
type week struct {
	*testkit.Nursery
	class roster.Class
	kids  []string
}

var weekDays = []day.Day{"2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-23"}

func openWeek(t testing.TB) week {
	t.Helper()
	w := week{Nursery: testkit.Open(t)}
	var err error
	w.class, err = w.Roster.AddClass(w.Director, roster.Class{Name: "托大班", Kind: roster.Large, Places: 20})
	testkit.Must(t, err)
	for i, sex := range []roster.Sex{roster.Female, roster.Male} {
		id, err := w.Roster.AddChild(w.Director, roster.NewChild{
			Child:     roster.Child{Name: []string{"安安", "乐乐"}[i], Sex: sex, BirthDate: "2024-03-12"},
			Placement: roster.Placement{ClassID: w.class.ID, Mode: roster.FullDay, From: "2026-11-16", Reason: "入托"},
		})
		testkit.Must(t, err)
		w.kids = append(w.kids, id)
	}
	return w
}

// arrive records one child's arrival on a day.
func (w week) arrive(t testing.TB, child string, on day.Day) {
	t.Helper()
	testkit.Must(t, w.Log.RecordGate(w.Director, dailylog.Gate{ActID: storage.NewID(), EntryID: storage.NewID(), Class: w.class.ID, Day: on,
		ChildID: child, Reason: "补录", Register: dailylog.Arrival, HappenedAt: on.At(8, 10), EnteredAt: w.Clock.Now(), Mark: &dailylog.MarkDetail{Relation: "母亲"}}))
}

func figure(t testing.TB, d filing.Draft, key string) filing.Figure {
	t.Helper()
	for _, f := range d.Figures {
		if f.Key == key {
			return f
		}
	}
	t.Fatalf("no figure %s", key)
	return filing.Figure{}
}

func number(f filing.Figure) string {
	if f.Value == nil {
		return ""
	}
	return fmt.Sprint(*f.Value)
}

// rowOf finds the row in which a column holds a text.
func rowOf(t testing.TB, cells map[string]string, column, text string) string {
	t.Helper()
	for cell, found := range cells {
		if found == text && cell[:1] == column {
			return cell[1:]
		}
	}
	t.Fatalf("%s is in no row", text)
	return ""
}
