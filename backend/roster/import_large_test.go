package roster_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"yayuan/backend/idcard"
	"yayuan/backend/roster"
	"yayuan/backend/testkit"
)

// largeRows make a workbook of a little over 2 MB: a district's whole list.
const largeRows = 16_000

// large writes the seventh roster, n7: too big to be checked in. Row i holds
// what its number says, so that the expectation is a rule too.
func large(t testing.TB) []byte {
	t.Helper()
	rows := []cells{{"全区在托婴幼儿名册"}, {"序号", "机构名称", "姓名", "性别", "出生日期", "身份证号", "监护人姓名", "与幼儿关系", "联系电话", "班级", "入托日期",
		"家庭住址", "备注"}}
	chance := rand.New(rand.NewPCG(7, 7))
	for i := range largeRows {
		want := largeChild(i)
		row := cells{digits(fmt.Sprint(i + 1)), "小芽托育园", want["姓名"], fmt.Sprint(2 - i%2), want["出生日期"], want["身份证号"], want["监护人姓名"], "母亲",
			digits(want["监护人电话"]), want["班级"], dated(45901), want["住址"], fmt.Sprintf("档案号%x%x%x%x", chance.Uint64(), chance.Uint64(), chance.Uint64(), chance.Uint64())}
		if i%500 == 7 { // as a spreadsheet stores a number that was typed without an apostrophe
			row[5] = digits(want["身份证号"][:15] + "000")
		}
		if i%40 == 0 && i > 0 {
			rows = append(rows, cells{"本页小计", nil, "40人"}, rows[1])
		}
		rows = append(rows, row)
	}
	rows = append(rows, cells{"合计", nil, fmt.Sprintf("%d人", largeRows)}, cells{"填表人：林静"})
	return testkit.Workbook(t, testkit.Sheet{Name: "全区", Rows: rows, Merged: []string{"A1:M1"}})
}

func largeChild(i int) map[string]string {
	birth := time.Date(2023, 9, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i%900)
	seventeen := fmt.Sprintf("3301%02d%s%03d", 1+i/900, birth.Format("20060102"), 2*(i%450)+i%2)
	surnames, given := []rune("林何唐孟童叶白夏秦常安郑宋姚施顾赵王刘喻"), []rune("沐晴川果凡星米一至朗乐然可词远念若木芷糖粒月")
	name := func(k int) string {
		return string(surnames[k%len(surnames)]) + string(given[k/20%len(given)]) + string(given[k/440%len(given)])
	}
	return map[string]string{"姓名": name(i), "性别": []string{"女", "男"}[i%2], "出生日期": birth.Format("2006年1月2日"),
		"身份证号": seventeen + string(idcard.CheckCharacter(seventeen)), "监护人姓名": name(i + 9681), "监护人关系": "母亲",
		"监护人电话": fmt.Sprint(13_000_000_000 + i*49_999%1_000_000_000), "班级": fmt.Sprintf("托大%d班", i/20%20+1), "入托日期": "2025-09-01",
		"住址": fmt.Sprintf("余杭区%d号%d幢%d室", i*7919%997, i*31%89, i*17%2000)}
}

func TestARosterOfTwoMegabytes(t *testing.T) {
	data := large(t)
	if len(data) < 2<<20 || len(data) > 3<<20 {
		t.Fatalf("%d bytes", len(data))
	}
	found, err := roster.RecogniseChildren("全区.xlsx", data, nil)
	testkit.Must(t, err)
	run := found.DryRun()
	if len(run.Records) != largeRows || len(run.Warnings) != largeRows/500 {
		t.Fatalf("%d records, %d warnings", len(run.Records), len(run.Warnings))
	}
	for i, record := range run.Records {
		want := largeChild(i)
		born, err := time.Parse("2006年1月2日", want["出生日期"])
		testkit.Must(t, err)
		want["出生日期"] = born.Format(time.DateOnly)
		if i%500 == 7 {
			want["身份证号"] = ""
		}
		for _, pair := range record {
			if value, expected := want[pair[0]]; expected && value != pair[1] || !expected && pair[0] != "备注" {
				t.Fatalf("record %d: %s is %q, want %q", i+1, pair[0], pair[1], value)
			}
		}
		if len(record) != len(want)+1 || strings.HasPrefix(record[0][1], "本页") {
			t.Fatalf("record %d: %v", i+1, record)
		}
	}
	for _, warning := range run.Warnings {
		if warning.Code != "ID_PRECISION_LOST" || warning.Field != "身份证号" {
			t.Fatalf("%+v", warning)
		}
	}
}

func BenchmarkRecogniseTwoMegabytes(b *testing.B) {
	data := large(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := roster.RecogniseChildren("全区.xlsx", data, nil); err != nil {
			b.Fatal(err)
		}
	}
}
