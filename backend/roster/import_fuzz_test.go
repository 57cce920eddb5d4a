package roster_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yayuan/backend/day"
	"yayuan/backend/excel"
	"yayuan/backend/fault"
	"yayuan/backend/idcard"
	"yayuan/backend/intake"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// FuzzRecognise: any table is recognised or refused with a fault, and whatever
// is recognised holds what the register relies on.
func FuzzRecognise(f *testing.F) {
	samples, err := filepath.Glob("testdata/rosters/*.[cx][sl][vs]*")
	testkit.Must(f, err)
	for _, sample := range samples {
		data, err := os.ReadFile(sample)
		testkit.Must(f, err)
		book, err := excel.Read(sample, data, excel.DefaultReadLimits())
		testkit.Must(f, err)
		for _, sheet := range book.Sheets { // a workbook as text: the fuzzer gets further with it
			var b strings.Builder
			for _, row := range sheet.Rows {
				for _, cell := range row.Cells {
					b.WriteString(strings.NewReplacer("\t", " ", "\n", " ").Replace(cell.Raw) + "\t")
				}
				b.WriteString("\n")
			}
			f.Add([]byte(b.String()))
		}
		f.Add(data)
	}
	f.Add([]byte("序号,姓名,出生日期,家长电话,,序号,姓名,出生日期,家长电话\n1,甲一（糖糖）,2024.1.1,13900000001,,2,乙,24.1.1,1转2\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		found, err := roster.RecogniseChildren("x", data, nil)
		if err != nil {
			if _, known := fault.As(err); !known {
				t.Fatalf("not a fault: %v", err)
			}
			return
		}
		for _, row := range found.Rows {
			for _, key := range []string{"birthDate", "enteredOn"} {
				if value := row.Values[key]; value != "" && !day.Day(value).Valid() {
					t.Fatalf("row %d: %s is %q", row.Number, key, value)
				}
			}
			if sex := row.Values["sex"]; sex != "" && sex != "男" && sex != "女" {
				t.Fatalf("row %d: sex is %q", row.Number, sex)
			}
			number := row.Values["idNumber"]
			if _, problem := idcard.Read(number); number != "" && problem != idcard.None && !saidOfNumber(found.Problems, row) {
				t.Fatalf("row %d: the number %q is kept and nobody is told", row.Number, number)
			}
		}
		for _, problem := range found.Problems {
			if fault.Sentences("zh")["intake."+string(problem.Code)] == "" || problem.Row < 1 {
				t.Fatalf("%+v", problem)
			}
		}
	})
}

// saidOfNumber tells whether something is said of a row's ID number.
func saidOfNumber(problems []intake.Problem, row intake.Row) bool {
	for _, problem := range problems {
		if problem.Sheet == row.Sheet && problem.Row == row.Number && problem.Field == "idNumber" {
			return true
		}
	}
	return false
}
