package testkit

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"
)

// Sheet is one worksheet of a workbook that a test writes part by part, so
// that it can hold what no library would write.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   [][]any // string, Raw or nil; row 1 first, an empty row leaves a gap
	Merged []string
	Unseen []int // hidden rows
}

// Raw is digits stored as a number, or with Style 1 as a day (yyyy/m/d).
type Raw struct {
	Digits string
	Style  int
}

// Part is one file of a packed workbook.
type Part struct{ Name, Text string }

// Pack zips parts.
func Pack(t testing.TB, parts ...Part) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, part := range parts {
		w, err := archive.Create(part.Name)
		Must(t, err)
		_, err = w.Write([]byte(part.Text))
		Must(t, err)
	}
	Must(t, archive.Close())
	return b.Bytes()
}

const (
	office  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	content = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	linking = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// Parts writes a workbook as parts that a test may spoil before it packs them.
func Parts(sheets ...Sheet) []Part {
	var list, links strings.Builder
	parts := []Part{}
	for i, sheet := range sheets {
		state := ""
		if sheet.Hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d"%s r:id="r%d"/>`, html.EscapeString(sheet.Name), i+1, state, i+1)
		fmt.Fprintf(&links, `<Relationship Id="r%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, office, i+1)
		parts = append(parts, Part{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), sheet.xml()})
	}
	return append(parts,
		Part{"_rels/.rels", fmt.Sprintf(`<Relationships xmlns="%s"><Relationship Id="w" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>`, linking, office)},
		Part{"xl/workbook.xml", fmt.Sprintf(`<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>`, content, office, list.String())},
		Part{"xl/_rels/workbook.xml.rels", fmt.Sprintf(`<Relationships xmlns="%s">%s<Relationship Id="s" Type="%s/styles" Target="styles.xml"/></Relationships>`, linking, links.String(), office)},
		Part{"xl/styles.xml", fmt.Sprintf(`<styleSheet xmlns="%s"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`, content)})
}

// Workbook writes a workbook of sheets.
func Workbook(t testing.TB, sheets ...Sheet) []byte {
	t.Helper()
	return Pack(t, Parts(sheets...)...)
}

func (s Sheet) xml() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<worksheet xmlns="%s"><sheetData>`, content)
	unseen := map[int]bool{}
	for _, row := range s.Unseen {
		unseen[row] = true
	}
	for i, row := range s.Rows {
		if len(row) == 0 {
			continue
		}
		fmt.Fprintf(&b, `<row r="%d" hidden="%t">`, i+1, unseen[i+1])
		for j, value := range row {
			switch v := value.(type) {
			case string:
				fmt.Fprintf(&b, `<c r="%s%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, letters(j), i+1, html.EscapeString(v))
			case Raw:
				fmt.Fprintf(&b, `<c r="%s%d" s="%d"><v>%s</v></c>`, letters(j), i+1, v.Style, v.Digits)
			}
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData>`)
	if len(s.Merged) > 0 {
		b.WriteString(`<mergeCells>`)
		for _, merge := range s.Merged {
			fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, merge)
		}
		b.WriteString(`</mergeCells>`)
	}
	b.WriteString(`</worksheet>`)
	return b.String()
}

// letters names a column counted from 0.
func letters(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}
