package lists

import (
	"context"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/excel"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
)

type fuzzed struct{ id, name, sex, born, number, phone string }

func fuzzedList() *list[fuzzed] {
	column := func(key, heading string, kind Kind, field func(*fuzzed) *string) Column[fuzzed] {
		return Column[fuzzed]{Key: key, Heading: heading, Kind: kind, Get: func(f fuzzed) string { return *field(&f) },
			Set: func(f *fuzzed, v string) error { *field(f) = v; return nil }}
	}
	sex := column("sex", "性别", Choice, func(f *fuzzed) *string { return &f.sex })
	sex.Options = []Option{{Value: "male", Label: "男"}, {Value: "female", Label: "女"}}
	return &list[fuzzed]{Table[fuzzed]{Key: "fuzzed", Name: "试", Right: identity.WriteStaff,
		Columns: []Column[fuzzed]{column("name", "姓名", Name, func(f *fuzzed) *string { return &f.name }), sex,
			column("birthDate", "出生日期", Day, func(f *fuzzed) *string { return &f.born }),
			column("idNumber", "身份证号", Number, func(f *fuzzed) *string { return &f.number }),
			column("phone", "电话", Phone, func(f *fuzzed) *string { return &f.phone })},
		ID: func(f fuzzed) string { return f.id }, New: func(id string) fuzzed { return fuzzed{id: id} },
		Usual: &Usual{Subjects: []string{"员工"}, Telling: []string{"phone"}, Birth: "birthDate", Sex: "sex", IDNumber: "idNumber"}}}
}

// FuzzRead: any file is read or refused with a fault; a day that was read is
// one, a choice is one of its values, and what was not read is told.
func FuzzRead(f *testing.F) {
	book, err := excel.Write(excel.Page{Name: "试", Head: []string{"姓名", "性别", "出生日期", "身份证号", "电话", "编号"},
		Rows: [][]string{{"=1+1", "男", "2024-02-29", "330102202403120286", "13900001111", "x"}, {"甲\n乙", "不详", "2024-13-01", "1", "+1", ""}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(book)
	f.Add([]byte("姓名,性别,出生日期,编号\n甲,女,2024年2月29日,1\n乙,?,x,\n"))
	f.Add([]byte("教职工花名册\n序号\t姓名\t身份证号\t电话\n1\t甲\t330102202403120286\t139 0000 1111\n合计\n"))
	f.Add([]byte("PK\x03\x04"))
	l := fuzzedList()
	ctx := identity.WithActor(context.Background(), identity.Operator())
	f.Fuzz(func(t *testing.T, data []byte) {
		found, err := l.read(ctx, "x", data, nil)
		if err != nil {
			if _, known := fault.As(err); !known {
				t.Fatalf("not a fault: %v", err)
			}
			return
		}
		for _, row := range found.Rows {
			if on := row.Values["birthDate"]; on != "" && !day.Day(on).Valid() {
				t.Fatalf("row %d: the day %q", row.Number, on)
			}
			if sex := row.Values["sex"]; sex != "" && sex != "male" && sex != "female" {
				t.Fatalf("row %d: the sex %q", row.Number, sex)
			}
			for _, problem := range row.Problems {
				if fault.Sentences("zh")[problem.Code] == "" || problem.Row != row.Number {
					t.Fatalf("%+v", problem)
				}
			}
		}
	})
}
