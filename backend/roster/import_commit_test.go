package roster_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yayuan/backend/intake"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// draft brings a file of testdata up to its preview.
func draft(t *testing.T, n *testkit.Nursery, name string) roster.Preview {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "rosters", name))
	testkit.Must(t, err)
	preview, err := n.Imports.Draft(n.Director, name, data)
	testkit.Must(t, err)
	return preview
}

func draftOf(t *testing.T, n *testkit.Nursery, rows ...cells) roster.Preview {
	t.Helper()
	preview, err := n.Imports.Draft(n.Director, "名单.xlsx", testkit.Workbook(t, testkit.Sheet{Name: "名单", Rows: rows}))
	testkit.Must(t, err)
	return preview
}

func commit(t *testing.T, n *testkit.Nursery, id, rows string) roster.Import {
	t.Helper()
	done, err := n.Imports.Commit(n.Director, id, rows, nil)
	testkit.Must(t, err)
	return done
}

// files gives every live child with guardians and class, by name.
func files(t *testing.T, n *testkit.Nursery) map[string]roster.ChildFile {
	t.Helper()
	listed, _, err := n.Roster.Find(n.Director, roster.Search{State: "all", Day: testkit.Today, Limit: 500})
	testkit.Must(t, err)
	found := map[string]roster.ChildFile{}
	for _, each := range listed {
		file, err := n.Roster.File(n.Director, each.ID)
		testkit.Must(t, err)
		found[each.Name] = file
	}
	return found
}

// trail counts what the audit holds about children.
func trail(t *testing.T, n *testkit.Nursery, children map[string]roster.ChildFile) int {
	t.Helper()
	count := 0
	for _, file := range children {
		records, err := n.Audit.Of(n.Director, "child", file.Child.ID)
		testkit.Must(t, err)
		count += len(records)
	}
	return count
}

func TestAFileComesInWholeAndTheSameFileChangesNothing(t *testing.T) {
	n := testkit.Open(t)
	done := commit(t, n, draft(t, n, "n1_两级表头_父亲母亲.xlsx").ID, roster.AllRows)
	if done.Created != 5 || done.Unchanged+done.Updated+done.Skipped != 0 {
		t.Fatalf("%+v", done)
	}
	children := files(t, n)
	he := children["何川"]
	if he.Child.IDNumber != "" || he.Child.IDState != roster.IDLost || he.Child.BirthDate != "2023-10-18" || he.Child.Nickname != "川川" {
		t.Errorf("an ID number that lost its digits must stay empty and say so: %+v", he.Child)
	}
	if len(he.Guardians) != 2 || he.Guardians[0].Name != "何志强" || he.Guardians[0].Relation != "父亲" || he.Guardians[1].Phone != "0571-85120002" {
		t.Errorf("guardians %+v", he.Guardians)
	}
	if number := children["孟凡星"].Child.IDNumber; number != "" {
		t.Errorf("a number with a wrong check digit was kept: %s", number)
	}
	before := trail(t, n, children)
	again := commit(t, n, draft(t, n, "n1_两级表头_父亲母亲.xlsx").ID, roster.AllRows)
	if again.Unchanged != 5 || again.Created+again.Updated+again.Skipped != 0 {
		t.Errorf("the same file again: %+v", again)
	}
	if after := trail(t, n, files(t, n)); after != before || len(files(t, n)) != 5 {
		t.Errorf("%d audit entries about %d children, %d before", after, len(files(t, n)), before)
	}
	classes, err := n.Roster.Classes(n.Director)
	testkit.Must(t, err)
	if len(classes) != 3 {
		t.Errorf("%d classes, want 3", len(classes))
	}
}

func TestAllRowsOrTheGoodOnes(t *testing.T) {
	n := testkit.Open(t)
	preview := draft(t, n, "n8_首张空表.xlsx") // 丁香 was born on 30 February
	if counts := preview.Plan.Counts(); counts.New != 2 || counts.Problem != 1 {
		t.Fatalf("%+v", counts)
	}
	if _, err := n.Imports.Commit(n.Director, preview.ID, roster.AllRows, nil); code(err) != "roster.import_bad_rows" {
		t.Fatalf("all rows with a bad one: %v", err)
	}
	if found := files(t, n); len(found) != 0 {
		t.Fatalf("a refused import left %d children", len(found))
	}
	if done := commit(t, n, preview.ID, roster.GoodRows); done.Created != 2 || done.Skipped != 1 {
		t.Errorf("%+v", done)
	}
	if _, err := n.Imports.Commit(n.Director, preview.ID, roster.GoodRows, nil); code(err) != "roster.import_done" {
		t.Errorf("the same draft twice: %v", err)
	}
}

func TestARowThatTheRegisterRefusesTakesTheWholeFileBack(t *testing.T) {
	n := testkit.Open(t)
	preview := draft(t, n, "n5_合并班级列.xlsx")
	words := append([]roster.ClassProposal{}, preview.Plan.Classes...)
	words[len(words)-1].Places = 1000 // no class has so many places; it comes after three good rows
	if _, err := n.Imports.Commit(n.Director, preview.ID, roster.AllRows, words); code(err) != "roster.places_bad" {
		t.Fatalf("%v", err)
	}
	classes, err := n.Roster.Classes(n.Director)
	testkit.Must(t, err)
	if found := files(t, n); len(found) != 0 || len(classes) != 0 {
		t.Errorf("half a file: %d children, %d classes", len(found), len(classes))
	}
}

func TestWhatHappensBetweenPreviewAndCommitCounts(t *testing.T) {
	n := testkit.Open(t)
	preview := draft(t, n, "n5_合并班级列.xlsx")
	var words []roster.ClassProposal
	for _, proposal := range preview.Plan.Classes {
		if proposal.ClassID != "" {
			t.Fatalf("%s is not there yet", proposal.Name)
		}
		words = append(words, proposal)
	}
	opened, err := n.Roster.AddClass(n.Director, roster.Class{Name: "托大一班", Kind: roster.Large, Places: 20})
	testkit.Must(t, err)
	_, err = n.Roster.AddChild(n.Director, roster.NewChild{Child: roster.Child{Name: "杜若", Sex: roster.Female, BirthDate: "2024-03-15"},
		Guardians: []roster.Guardian{{Name: "杜康", Relation: "父亲", Phone: "13300000001"}},
		Placement: roster.Placement{ClassID: opened.ID, Mode: roster.HalfDay, From: "2026-09-07", Reason: "入托"}})
	testkit.Must(t, err)
	done, err := n.Imports.Commit(n.Director, preview.ID, roster.AllRows, words)
	testkit.Must(t, err)
	if done.Created != 5 || done.Unchanged != 1 {
		t.Errorf("%+v", done)
	}
	found := files(t, n)
	if len(found["杜若"].Placements) != 1 || found["杜若"].Placements[0].Mode != roster.HalfDay {
		t.Errorf("what was entered by hand was changed: %+v", found["杜若"].Placements)
	}
	if found["苏木"].Placements[0].ClassID != opened.ID || len(found["江月"].Placements) != 0 {
		t.Errorf("苏木 %+v, 江月 %+v", found["苏木"].Placements, found["江月"].Placements)
	}
}

func TestAChildIsTheSameByNumberOrByNameBirthAndPhone(t *testing.T) {
	n := testkit.Open(t)
	head := cells{"姓名", "出生日期", "身份证号", "家长电话"}
	commit(t, n, draftOf(t, n, head,
		cells{"甲一", "2024-03-15", "33010220240315024X", "13300000001"},
		cells{"乙一", "2023-10-18", "", "13300000002"}).ID, roster.AllRows)
	preview := draftOf(t, n, head,
		cells{"甲一一", "2024-03-15", "33010220240315024X", "13300000009"}, // renamed: the number tells
		cells{"乙一", "2023-10-18", "", "13300000002"},
		cells{"乙一", "2023-10-18", "", "13300000003"}, // another family's child of the same name and day
		cells{"乙一", "2023-10-19", "", "13300000002"}) // another day
	var status []string
	for _, row := range preview.Plan.Rows {
		status = append(status, row.Status)
	}
	if got := strings.Join(status, " "); got != "same same new new" {
		t.Errorf("%s", got)
	}
	namesakes := 0
	for _, problem := range preview.Plan.Problems {
		if problem.Code == "NAMESAKE" {
			namesakes++
			if problem.Row != 4 {
				t.Errorf("row %d has no namesake", problem.Row)
			}
		}
	}
	if namesakes != 1 {
		t.Errorf("%d namesakes told, want 1", namesakes)
	}
}

func TestAPersonsWordOnColumnsGoesFirst(t *testing.T) {
	n := testkit.Open(t)
	preview := draftOf(t, n, cells{"姓名", "曾用名", "出生日期", "电话一", "户口"},
		cells{"甲一", "小甲", "2024-03-15", "13300000001", "杭州"})
	sheet := preview.Plan.Tables[0].Sheet
	preview, err := n.Imports.Revise(n.Director, preview.ID, []intake.Override{{Sheet: sheet, Column: 2, Field: "nickname"},
		{Sheet: sheet, Column: 4, Field: "motherPhone"}, {Sheet: sheet, Column: 5, Field: ""}}, nil)
	testkit.Must(t, err)
	values := preview.Plan.Rows[0].Values
	if _, household := values["household"]; values["nickname"] != "小甲" || values["motherPhone"] != "13300000001" || household {
		t.Errorf("%v", values)
	}
	commit(t, n, preview.ID, roster.AllRows)
	file := files(t, n)["甲一"]
	if file.Child.Nickname != "小甲" || file.Child.Household != "" || file.Guardians[0].Relation != "母亲" {
		t.Errorf("%+v %+v", file.Child, file.Guardians)
	}
}

func TestTwoWhoCommitOneDraftMakeItsChildrenOnce(t *testing.T) {
	n := testkit.Open(t)
	preview := draft(t, n, "n6_姓名电话同一格.xlsx")
	results := make(chan error, 4)
	for range cap(results) {
		go func(ctx context.Context) {
			_, err := n.Imports.Commit(ctx, preview.ID, roster.AllRows, nil)
			results <- err
		}(n.Director)
	}
	won := 0
	for range cap(results) {
		switch err := <-results; code(err) {
		case "":
			testkit.Must(t, err)
			won++
		case "roster.import_done":
		default:
			t.Error(err)
		}
	}
	if found := files(t, n); won != 1 || len(found) != 6 {
		t.Errorf("%d commits won, %d children", won, len(found))
	}
}
