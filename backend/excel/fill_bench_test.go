package excel_test

import (
	"fmt"
	"os"
	"testing"

	"yayuan/backend/excel"
)

// BenchmarkFillList2000 fills 2,000 children into the district's list.
func BenchmarkFillList2000(b *testing.B) {
	template, err := os.ReadFile("../filing/testdata/a_在托婴幼儿花名册.xlsx")
	if err != nil {
		b.Fatal(err)
	}
	content := excel.Content{
		Single: func(excel.Place) excel.Value { return excel.Value{} },
		Mark:   func(string) excel.Value { return excel.Value{} },
		Rows:   2000, Reckoning: "2026-10-31",
		Row: func(i int, c excel.Column) excel.Value {
			if c.Letter == "D" {
				return excel.Value{Day: "2024-03-12"}
			}
			return excel.Value{Text: fmt.Sprint(c.Letter, i)}
		},
	}
	for b.Loop() {
		if _, _, err := excel.Fill(template, content); err != nil {
			b.Fatal(err)
		}
	}
}
