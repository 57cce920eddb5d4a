package excel_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"

	"yayuan/backend/excel"
	"yayuan/backend/fault"
	"yayuan/backend/testkit"
)

// spoiled is a workbook of one sheet with one of its parts replaced.
func spoiled(t testing.TB, name, text string) []byte {
	t.Helper()
	parts := testkit.Parts(testkit.Sheet{Name: "名单", Rows: [][]any{{"姓名", "出生日期"}, {"甲一", "2024-01-01"}}})
	replaced := false
	for i := range parts {
		if parts[i].Name == name {
			parts[i].Text, replaced = text, true
		}
	}
	if !replaced {
		parts = append(parts, testkit.Part{Name: name, Text: text})
	}
	return testkit.Pack(t, parts...)
}

func sheetOf(rows string) string {
	return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
}

const sheet1 = "xl/worksheets/sheet1.xml"

// locked is what Excel writes when a workbook has a password: an OLE container
// with a stream of that name.
func locked() []byte {
	data := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 1024)...)
	for _, unit := range utf16.Encode([]rune("EncryptedPackage")) {
		data = binary.LittleEndian.AppendUint16(data, unit)
	}
	return append(data, make([]byte, 512)...)
}

// bomb is a small file whose sheet unpacks to a quarter of a gigabyte.
func bomb(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, part := range testkit.Parts(testkit.Sheet{Name: "名单"}) {
		w, err := archive.Create(part.Name)
		testkit.Must(t, err)
		_, err = w.Write([]byte(strings.TrimSuffix(part.Text, "</worksheet>")))
		testkit.Must(t, err)
		for block := bytes.Repeat([]byte(" "), 1<<20); part.Name == sheet1 && b.Len() < 256<<10; {
			_, err = w.Write(block)
			testkit.Must(t, err)
		}
	}
	testkit.Must(t, archive.Close())
	return b.Bytes()
}

// lying makes the container's directory say that every part is small.
func lying(data []byte) []byte {
	data = bytes.Clone(data)
	entry := []byte("PK\x01\x02")
	for at := bytes.Index(data, entry); at >= 0; {
		binary.LittleEndian.PutUint32(data[at+24:], 64)
		next := bytes.Index(data[at+4:], entry)
		if next < 0 {
			break
		}
		at += 4 + next
	}
	return data
}

func TestAHostileFileGetsASentence(t *testing.T) {
	good := spoiled(t, "x", "")
	rows := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<row r="%d"><c r="A%d"><v>1</v></c></row>`, i+1, i+1)
		}
		return sheetOf(b.String())
	}
	var many []testkit.Sheet
	for i := range 80 {
		many = append(many, testkit.Sheet{Name: fmt.Sprint(i), Rows: [][]any{{"姓名"}}})
	}
	entities := `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>` +
		sheetOf(`<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>`)
	for name, each := range map[string]struct {
		data []byte
		code string
	}{
		"nothing":                    {nil, "excel.empty_file"},
		"blanks":                     {[]byte(" \r\n\t "), "excel.empty_file"},
		"an old workbook":            {append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 4096)...), "excel.old_format"},
		"a workbook with a password": {locked(), "excel.protected"},
		"half a workbook":            {good[:len(good)/2], "excel.broken_workbook"},
		"a workbook without its end": {good[:len(good)-10], "excel.broken_workbook"},
		"a word document":            {testkit.Pack(t, testkit.Part{Name: "_rels/.rels", Text: `<Relationships><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`}), "excel.not_a_workbook"},
		"any zip":                    {testkit.Pack(t, testkit.Part{Name: "a.txt", Text: "hello"}), "excel.not_a_workbook"},
		"a picture":                  {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"), "excel.not_a_workbook"},
		"a web page called .xls":     {[]byte("<html><body><table><tr><td>姓名</td></tr></table></body></html>"), "excel.not_a_workbook"},
		"100,000 rows":               {spoiled(t, sheet1, rows(100_000)), "excel.too_many_rows"},
		"20,000 columns":             {spoiled(t, sheet1, sheetOf(`<row r="1">`+strings.Repeat(`<c><v>1</v></c>`, 20_000)+`</row>`)), "excel.too_many_columns"},
		"a text of 20,000 columns":   {[]byte(strings.Repeat("a,", 20_000) + "a\nb,c\n"), "excel.too_many_columns"},
		"80 sheets":                  {testkit.Workbook(t, many...), "excel.too_many_sheets"},
		"entities":                   {spoiled(t, sheet1, entities), "excel.broken_workbook"},
		"xml that ends early":        {spoiled(t, sheet1, `<worksheet><sheetData><row r="1"><c r="A1"><v>1`), "excel.broken_workbook"},
		"a row beyond the sheet":     {spoiled(t, sheet1, sheetOf(`<row r="99999999"><c><v>1</v></c></row>`)), "excel.broken_workbook"},
		"a cell nowhere":             {spoiled(t, sheet1, sheetOf(`<row r="1"><c r="ZZZZ1"><v>1</v></c></row>`)), "excel.broken_workbook"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := excel.Read("名册.xlsx", each.data, excel.DefaultReadLimits())
			f, known := fault.As(err)
			if !known {
				t.Fatalf("no fault but %v", err)
			}
			if f.Code != each.code {
				t.Errorf("%s, want %s", f.Code, each.code)
			}
			if fault.Sentences("zh")[f.Code] == "" {
				t.Errorf("%s has no sentence for a person", f.Code)
			}
		})
	}
}

func TestABombCostsLittle(t *testing.T) {
	honest := bomb(t)
	for code, data := range map[string][]byte{"excel.unpacks_too_large": honest, "excel.broken_workbook": lying(honest)} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := excel.Read("a.xlsx", data, excel.DefaultReadLimits())
		runtime.ReadMemStats(&after)
		if f, known := fault.As(err); !known || f.Code != code {
			t.Errorf("%v, want %s", err, code)
		}
		if spent := (after.TotalAlloc - before.TotalAlloc) >> 20; spent > 400 {
			t.Errorf("%d MB were spent on a file of %d KB", spent, len(data)>>10)
		}
	}
}

func TestOddCellsAreReadForWhatTheyAre(t *testing.T) {
	long := strings.Repeat("很", 40_000)
	cells := []struct {
		xml  string
		want excel.Cell
	}{
		{`<c r="A1" t="s"><v>7</v></c>`, excel.Cell{}}, // there are no shared texts
		{`<c r="A1" t="s"><v>-1</v></c>`, excel.Cell{}},
		{`<c r="A1" t="s"><v>x</v></c>`, excel.Cell{}},
		{`<c r="A1"><f>1+1</f><v>2</v></c>`, excel.Cell{Kind: excel.Number, Raw: "2"}},
		{`<c r="A1" t="str"><f>CONCAT("甲","一")</f><v>甲一</v></c>`, excel.Cell{Kind: excel.Text, Raw: "甲一"}},
		{`<c r="A1"><f>NOW()</f></c>`, excel.Cell{}}, // never computed by whoever wrote the file
		{`<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, excel.Cell{Kind: excel.Failed, Raw: "#DIV/0!"}},
		{`<c r="A1" t="b"><v>1</v></c>`, excel.Cell{Kind: excel.Bool, Raw: "1"}},
		{`<c r="A1" t="str"><v>` + long + `</v></c>`, excel.Cell{Kind: excel.Text, Raw: long}},
		{`<c r="A1" t="str"><v>a_x0007_b_x000D_c</v></c>`, excel.Cell{Kind: excel.Text, Raw: "a\x07b\rc"}},
		{`<c r="A1"><v>NaN-ish</v></c>`, excel.Cell{Kind: excel.Text, Raw: "NaN-ish"}},
		{`<c r="A1" s="99"><v>45000</v></c>`, excel.Cell{Kind: excel.Number, Raw: "45000"}},
		{`<c r="A1" s="1"><v>45000</v></c>`, excel.Cell{Kind: excel.Number, Raw: "45000", Format: "yyyy/m/d", Dated: true}},
		{`<c r="A1" t="inlineStr"><is><r><t>甲</t></r><rPh><t>jia</t></rPh><r><t>一</t></r></is></c>`, excel.Cell{Kind: excel.Text, Raw: "甲一"}},
	}
	for _, each := range cells {
		book, err := excel.Read("a.xlsx", spoiled(t, sheet1, sheetOf(`<row r="1">`+each.xml+`<c r="B1"><v>9</v></c></row>`)), excel.DefaultReadLimits())
		if err != nil {
			t.Errorf("%.60s: %v", each.xml, err)
			continue
		}
		if got := book.Sheets[0].Rows[0].At(1); got != each.want {
			t.Errorf("%.60s: %.60v, want %.60v", each.xml, got, each.want)
		}
	}
}

// FuzzRead: whatever a file holds, it is read or refused with a fault.
func FuzzRead(f *testing.F) {
	samples, err := filepath.Glob("../roster/testdata/rosters/*.[cx][sl][vs]*")
	testkit.Must(f, err)
	for _, sample := range samples {
		data, err := os.ReadFile(sample)
		testkit.Must(f, err)
		f.Add(data)
	}
	f.Add(locked())
	f.Add([]byte("sep=;\n姓名;\"a\"\"b\";c\n=\"1\";'2;\t3"))
	f.Add([]byte("\xFF\xFEa\x00,\x00b\x00\n\x00"))
	f.Add([]byte("PK\x03\x04"))
	limits := excel.ReadLimits{Bytes: 1 << 20, Unpacked: 4 << 20, Sheets: 10, Rows: 500, Columns: 50, Cells: 5000}
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := excel.Read("x", data, limits)
		if err != nil {
			if _, known := fault.As(err); !known {
				t.Fatalf("not a fault: %v", err)
			}
			return
		}
		holds(t, book, limits)
	})
}

// FuzzSheet: any worksheet inside a sound container.
func FuzzSheet(f *testing.F) {
	for _, text := range []string{
		sheetOf(`<row r="2" hidden="1"><c r="B2" t="inlineStr"><is><t>甲</t></is></c></row><row><c><v>1e400</v></c></row>`),
		sheetOf(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`) + `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
		`<row r="1"><c r="$A$1"><is/></c><c t="b"><v> </v></c></row>`, `<mergeCell ref="B2:A1"/>`,
	} {
		f.Add(text)
	}
	limits := excel.ReadLimits{Bytes: 1 << 20, Unpacked: 4 << 20, Sheets: 10, Rows: 500, Columns: 50, Cells: 5000}
	f.Fuzz(func(t *testing.T, text string) {
		book, err := excel.Read("x.xlsx", spoiled(t, sheet1, text), limits)
		if _, known := fault.As(err); err != nil && !known {
			t.Fatalf("not a fault: %v", err)
		}
		holds(t, book, limits)
	})
}

// holds checks what every reader of a book relies on.
func holds(t *testing.T, book excel.Book, limits excel.ReadLimits) {
	t.Helper()
	rows := 0
	for _, sheet := range book.Sheets {
		last := 0
		for _, row := range sheet.Rows {
			if rows++; row.Number < last || row.Number < 1 || len(row.Cells) == 0 || len(row.Cells) > limits.Columns {
				t.Fatalf("row %d after %d with %d cells", row.Number, last, len(row.Cells))
			}
			last = row.Number
			if row.Cells[len(row.Cells)-1].Kind == excel.Blank {
				t.Fatalf("row %d ends blank", row.Number)
			}
		}
		for _, merge := range sheet.Merged {
			if merge.Top < 1 || merge.Left < 1 {
				t.Fatalf("merge %v", merge)
			}
		}
	}
	if rows > limits.Rows {
		t.Fatalf("%d rows", rows)
	}
}
