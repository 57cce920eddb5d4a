package lists_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/lists"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// texts are what cells may hold and files may spoil: formulas, quotes, breaks,
// characters outside GB 2312 and outside the basic plane, escapes of the format.
var texts = []string{"", "=1+1", "+8613800000000", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"点我\")", "㛃𠮷", "“引号”与\"双引号\"", "一行\n两行\n\n三行",
	"0571", "00012", "1e10", "2024-02-29", "<b>&amp;</b>", "_x000D_ 与 _x0041_x0042_", "tab 与　全角空格之间", "'单引号开头", "TRUE", "#N/A", "😀", "a,b;c", "合计", "无"}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

func name(r *rand.Rand, i int) string {
	return pick(r, []string{"赵㛃", "欧阳𠮷", "买买提·艾力", "O'Neil \"Jo\"", "=陈", "-李", "合计", "张\n三"}) + fmt.Sprint(i)
}

// TestRandomChildrenAndStaffGoRound: whatever the nursery may hold comes out,
// goes into an empty nursery, and comes out the same, cell by cell; and where
// it came from nothing of it is a change.
func TestRandomChildrenAndStaffGoRound(t *testing.T) {
	from, to := testkit.Open(t), testkit.Open(t)
	r := rand.New(rand.NewPCG(3, 9))
	class, err := from.Roster.AddClass(from.Director, roster.Class{Name: "=托大班", Kind: roster.Large, Places: 60})
	testkit.Must(t, err)
	leap := []day.Day{"2024-02-29", "2023-12-31", "2025-03-01", "2026-01-31"}
	for i := range 60 {
		child := roster.Child{Name: name(r, i), Nickname: pick(r, texts), Sex: pick(r, []roster.Sex{"", roster.Male, roster.Female}), BirthDate: pick(r, leap),
			BirthOrder: r.IntN(4), Household: pick(r, texts), Residence: pick(r, texts), Address: pick(r, texts), Allergies: pick(r, texts), Note: pick(r, texts),
			Certificate: pick(r, []string{"", fmt.Sprintf("00123%05d", i)}), Insurance: roster.Insurance{Kind: "resident", Number: pick(r, []string{"", "007", "=9"}), Until: "2028-02-29"},
			Health: roster.Health{Diet: pick(r, [][]string{nil, {"halal", "no_beef"}}), DietNote: pick(r, texts), Illnesses: pick(r, [][]string{nil, {"febrile", "g6pd"}}),
				IllnessNote: pick(r, texts), Gestation: pick(r, []int{0, 247, 280}),
				Allergens: pick(r, [][]roster.Allergen{nil, {{Class: "egg", Severity: roster.Mild}, {Class: "milk", Severity: roster.Severe}}})}}
		in := roster.NewChild{Child: child}
		if r.IntN(2) == 0 {
			in.Placement = roster.Placement{ClassID: class.ID, Mode: roster.HalfDay, From: "2026-09-01", TrialUntil: "2026-09-14", FeePlan: ""}
		}
		for j := range r.IntN(3) {
			in.Guardians = append(in.Guardians, roster.Guardian{Name: name(r, 100*i+j), Relation: pick(r, []string{"", "妈妈", "=爸"}), Phone: pick(r, []string{"", fmt.Sprintf("139%08d", 100*i+j), "0571-85120002"})})
		}
		if _, err := from.Roster.AddChild(from.Director, in); err != nil {
			t.Fatalf("%+v: %v", in, err)
		}
		_, err := from.Roster.AddStaff(from.Director, roster.Staff{Name: name(r, i), Position: pick(r, roster.Positions), Phone: pick(r, []string{"", "0571-85120002", "+86 13900000000"}), Sex: roster.Female, JoinedOn: pick(r, leap),
			StaffFields: roster.StaffFields{Number: pick(r, []string{"", "007", "=7"}), Major: pick(r, texts), Title: pick(r, texts), Education: pick(r, append(roster.Educations, "")), HireType: pick(r, append(roster.HireTypes, "")),
				WorksSince: pick(r, leap), ContractNumber: pick(r, texts)}})
		testkit.Must(t, err)
	}
	for _, key := range []string{"classes", "staff", "children"} {
		book := export(t, from.House, from.Director, key)
		preview, err := from.Lists.Draft(from.Director, key, "x.xlsx", book)
		testkit.Must(t, err)
		if preview.Plan.Count(lists.Same) != len(preview.Plan.Lines) {
			t.Errorf("%s is not the same where it came from:\n%s", key, said(preview.Plan))
		}
		preview, err = to.Lists.Draft(to.Director, key, "x.xlsx", book)
		testkit.Must(t, err)
		if preview.Plan.Count(lists.Refused) > 0 {
			t.Fatalf("%s:\n%s", key, said(preview.Plan))
		}
		_, err = to.Lists.Commit(to.Director, preview.ID, "搬家")
		testkit.Must(t, err)
		want, got := cells(t, book), cells(t, export(t, to.House, to.Director, key))
		if key == "staff" { // each nursery's own director has a number of its own
			want, got = unnumbered(want), unnumbered(got)
		}
		for _, row := range want {
			if !slices.ContainsFunc(got, func(other []string) bool { return slices.Equal(row, other) }) {
				t.Errorf("%s lacks %q", key, row)
			}
		}
		if len(want) != len(got) {
			t.Errorf("%s: %d rows, want %d", key, len(got), len(want))
		}
	}
}
