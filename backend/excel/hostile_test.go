package excel_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yayuan/backend/excel"
	"yayuan/backend/fault"
)

// with puts another content into one part of a workbook.
func with(t testing.TB, book []byte, part string, content io.Reader) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	must(t, err)
	var out bytes.Buffer
	writer := zip.NewWriter(&out)
	for _, file := range archive.File {
		to, err := writer.Create(file.Name)
		must(t, err)
		from, err := file.Open()
		must(t, err)
		var source io.Reader = from
		if file.Name == part {
			source = content
		}
		_, err = io.Copy(to, source)
		must(t, err)
	}
	must(t, writer.Close())
	return out.Bytes()
}

type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestAHostileTemplateGetsASentence(t *testing.T) {
	sound := fullList(t, 3)
	sheet := "xl/worksheets/sheet1.xml"
	bomb := with(t, sound, sheet, io.MultiReader(strings.NewReader("<worksheet>"), io.LimitReader(spaces{}, 80<<20)))
	locked := excelize.NewFile()
	var encrypted bytes.Buffer
	must(t, locked.Write(&encrypted, excelize.Options{Password: "geheim"}))
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"nothing":                {nil, "excel.empty_file"},
		"a picture":              {[]byte("\x89PNG\r\n\x1a\n0000"), "excel.not_a_workbook"},
		"a letter":               {[]byte("序号,姓名\n1,张三\n"), "excel.not_a_workbook"},
		"unpacks to 80 MB":       {bomb, "excel.unpacks_too_large"},
		"a password":             {encrypted.Bytes(), "excel.protected"},
		"cut in the middle":      {sound[:len(sound)/2], "excel.broken_workbook"},
		"a sheet that is no XML": {with(t, sound, sheet, strings.NewReader("<worksheet><sheetData><row r=\"1\"")), "excel.broken_workbook"},
	} {
		_, err := excel.Inspect(c.data)
		f, ok := fault.As(err)
		if !ok || f.Code != c.code {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, _, err := excel.Fill(c.data, people(3)); err == nil {
			t.Errorf("%s: was filled", name)
		}
	}
}

// Whatever bytes come in: a template, or a sentence; never a panic.
func FuzzTemplates(f *testing.F) {
	for _, name := range []string{"a_在托婴幼儿花名册", "a2_花名册_带占位符", "c_基本情况月报表"} {
		raw, err := os.ReadFile("../filing/testdata/" + name + ".xlsx")
		must(f, err)
		f.Add(raw, "")
	}
	for _, text := range []string{"{{#幼儿}}{{姓名}}", "{{", "{{}}", "{{ |}}", "{{/x}}", "填报日期：  年 月 日", "（ 年 月）", "：：：", "□是□", "例", "={}", "_x0041_"} {
		f.Add(fullList(f, 2), text)
	}
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		if text != "" {
			s := drawn(t, []string{text, text, "姓名", "性别"}, []string{"", "", "", text})
			data = s.bytes()
		}
		content := people(3)
		content.Row = func(int, excel.Column) excel.Value { return excel.Value{Text: "宝宝"} }
		content.Mark = func(string) excel.Value { return excel.Value{Day: "2026-10-31"} }
		content.Single = func(excel.Place) excel.Value { return excel.Value{Day: "2026-10-31"} }
		_, _, err := excel.Fill(data, content)
		if _, ok := fault.As(err); err != nil && !ok {
			t.Fatal(err)
		}
	})
}

func TestEmptyFieldsBehindTheLastColumnCostNothing(t *testing.T) {
	many := "姓名,性别\n糖糖,女" + strings.Repeat(`,""`, 400_000) + "\n"
	book, err := excel.Read("名册.csv", []byte(many), excel.DefaultReadLimits())
	if err != nil || len(book.Sheets) != 1 || len(book.Sheets[0].Rows) != 2 {
		t.Errorf("%d sheets, %v", len(book.Sheets), err)
	}
	if _, err = excel.Read("名册.csv", []byte(many+"a"+strings.Repeat(`,""`, 400_000)+",b\n"), excel.DefaultReadLimits()); err == nil {
		t.Error("a value in column 400,001 is read")
	}
}
