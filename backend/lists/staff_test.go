package lists_test

import (
	"strings"
	"testing"

	"yayuan/backend/lists"
	"yayuan/backend/testkit"
)

func TestStaffOfANurserysOwnMakingComeIn(t *testing.T) {
	n := testkit.OpenWithCast(t)
	sheet := testkit.Workbook(t, testkit.Sheet{Name: "教职工", Rows: [][]any{{"小芽托育园教职工花名册（2026年11月）"}, {},
		{"序号", "姓名", "性别", "身份证号码", "职务", "文化程度", "联系电话", "入职时间", "备注"},
		{"1", "周 敏", "女", "330106198805124526", "保育员", "专科", "139 0000 3333", "2024年9月1日", ""},
		{"2", "王芳", "女", "", "主班老师", "本科", "", "", ""},
		{"3", "何强", "男", testkit.Raw{Digits: "3.30106199001011E+17"}, "厨师", "高中", "1390000444", "2025.3.1", ""},
		{"合计", "3 人"}, {"填表人：林静"}}})
	preview := draft(t, n, "staff", sheet)
	got := said(preview.Plan)
	if preview.Plan.Count(lists.Added) != 2 || preview.Plan.Count(lists.Changed) != 1 || len(preview.Plan.Lines) != 3 {
		t.Fatalf("%s", got)
	}
	for _, want := range []string{"intake.ID_PRECISION_LOST", "学历:  → 本科"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	_, err := n.Lists.Commit(n.Director, preview.ID, "补录旧名册")
	testkit.Must(t, err)
	found, err := n.Roster.FindStaff(n.Director, "周敏", true)
	testkit.Must(t, err)
	if len(found) != 1 || found[0].Position != "caregiver" || found[0].Education != "college" || found[0].JoinedOn != "2024-09-01" || found[0].BirthDate != "1988-05-12" {
		t.Errorf("%+v", found)
	}
}
