package excel

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// patch is what has to be mended in the written parts: the library does not
// move manual breaks and the formulas of conditional formats, does not grow
// what spans a list of one row, and writes formulas without their results.
type patch struct {
	sheet      string
	part       string // of the sheet
	insertedAt int
	added      int
	grownRow   int // the list's one row, 0 when it had more
	formulas   map[[2]int]bool
	results    map[string]result
}

type result struct {
	text    string
	numeric bool
}

// calculate works the formulas out, so that a preview on a phone shows them.
// What the library cannot calculate is left to the spreadsheet.
func (f *filler) calculate() error {
	f.patch.results = map[string]result{}
	for _, cell := range f.formulas() {
		text, err := f.file.CalcCellValue(f.t.sheet, cell, excelize.Options{RawCellValue: true})
		if err != nil || strings.HasPrefix(text, "#") {
			continue
		}
		if text == "0" && f.hollow(cell) {
			f.report.Hollow = append(f.report.Hollow, cell)
		}
		_, notNumber := strconv.ParseFloat(text, 64)
		f.patch.results[cell] = result{text: text, numeric: notNumber == nil}
	}
	index, err := f.file.GetSheetIndex(f.t.sheet)
	if err != nil || index < 0 {
		return fmt.Errorf("excel: sheet: %w", err)
	}
	f.patch.part, err = f.sheetPart()
	return err
}

var plainSum = regexp.MustCompile(`^SUM\(([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)\)$`)

// hollow tells whether a sum adds up nothing but empty cells: its 0 is the
// template's, not the nursery's.
func (f *filler) hollow(cell string) bool {
	formula, err := f.file.GetCellFormula(f.t.sheet, cell)
	if err != nil {
		return false
	}
	match := plainSum.FindStringSubmatch(formula)
	if match == nil {
		return false
	}
	left, top, errFrom := excelize.CellNameToCoordinates(match[1] + match[2])
	right, bottom, errTo := excelize.CellNameToCoordinates(match[3] + match[4])
	if errFrom != nil || errTo != nil {
		return false
	}
	for row := top; row <= bottom; row++ {
		for column := left; column <= right; column++ {
			if text, err := f.file.GetCellValue(f.t.sheet, name(row, column)); err != nil || text != "" {
				return false
			}
		}
	}
	return true
}

// sheetPart finds the part of the sheet by the workbook's own relations.
func (f *filler) sheetPart() (string, error) {
	buffer, err := f.file.WriteToBuffer()
	if err != nil {
		return "", fmt.Errorf("excel: write: %w", err)
	}
	archive, err := zip.NewReader(bytes.NewReader(buffer.Bytes()), int64(buffer.Len()))
	if err != nil {
		return "", fmt.Errorf("excel: parts: %w", err)
	}
	workbook, err := partOf(archive, "xl/workbook.xml")
	if err != nil {
		return "", err
	}
	links, err := partOf(archive, "xl/_rels/workbook.xml.rels")
	if err != nil {
		return "", err
	}
	sheet := regexp.MustCompile(`<sheet\b[^>]*\bname="` + regexp.QuoteMeta(html.EscapeString(f.t.sheet)) + `"[^>]*>`).FindString(workbook)
	id := attribute(sheet, `r:id`)
	for _, link := range regexp.MustCompile(`<Relationship\b[^>]*>`).FindAllString(links, -1) {
		if attribute(link, "Id") == id && id != "" {
			target := attribute(link, "Target")
			if strings.HasPrefix(target, "/") {
				return strings.TrimPrefix(target, "/"), nil
			}
			return "xl/" + target, nil
		}
	}
	return "", fmt.Errorf("excel: no part for the sheet")
}

func attribute(tag, name string) string {
	match := regexp.MustCompile(`\b` + regexp.QuoteMeta(name) + `="([^"]*)"`).FindStringSubmatch(tag)
	if match == nil {
		return ""
	}
	return match[1]
}

func partOf(archive *zip.Reader, name string) (string, error) {
	file, err := archive.Open(name)
	if err != nil {
		return "", fmt.Errorf("excel: part %s: %w", name, err)
	}
	defer func() { _ = file.Close() }()
	raw, err := io.ReadAll(file)
	if err != nil {
		return "", fmt.Errorf("excel: part %s: %w", name, err)
	}
	return string(raw), nil
}

// apply rewrites the container: parts in order and with one date, so that the
// same return gives the same bytes.
func (p patch) apply(data []byte) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("excel: parts: %w", err)
	}
	files := archive.File
	// [Content_Types].xml stays first, as readers expect.
	sort.SliceStable(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	var out bytes.Buffer
	writer := zip.NewWriter(&out)
	for _, file := range files {
		content, err := partOf(archive, file.Name)
		if err != nil {
			return nil, err
		}
		if file.Name == p.part {
			content = p.worksheet(content)
		}
		header := &zip.FileHeader{Name: file.Name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		part, err := writer.CreateHeader(header)
		if err != nil {
			return nil, fmt.Errorf("excel: parts: %w", err)
		}
		if _, err := io.WriteString(part, content); err != nil {
			return nil, fmt.Errorf("excel: parts: %w", err)
		}
	}
	if err := writer.Close(); err != nil {
		return nil, fmt.Errorf("excel: parts: %w", err)
	}
	return out.Bytes(), nil
}

var (
	formulaCell = regexp.MustCompile(`<c r="([A-Z]+\d+)"([^>]*)>(<f[^>]*>[^<]*</f>|<f[^>]*/>)(?:<v>[^<]*</v>|<v/>)?</c>`)
	cellType    = regexp.MustCompile(` t="[^"]*"`)
	breaks      = regexp.MustCompile(`<rowBreaks[^>]*>.*?</rowBreaks>`)
	breakID     = regexp.MustCompile(`(<brk id=")(\d+)(")`)
	conditional = regexp.MustCompile(`(?s)<conditionalFormatting.*?</conditionalFormatting>`)
	validation  = regexp.MustCompile(`<dataValidation [^>]*>`)
	// The library writes the characters of a check's list twice escaped.
	checkFormula = regexp.MustCompile(`<formula[12]>[^<]*</formula[12]>`)
	doubled      = regexp.MustCompile(`&amp;#(\d+);`)
	// Some readers know a switch of the print set-up only as 1.
	printing    = regexp.MustCompile(`<(?:pageSetUpPr|printOptions)[^>]*>`)
	sqref       = regexp.MustCompile(`sqref="([^"]*)"`)
	ruleFormula = regexp.MustCompile(`<formula>([^<]*)</formula>`)
)

func (p patch) worksheet(content string) string {
	content = formulaCell.ReplaceAllStringFunc(content, func(found string) string {
		match := formulaCell.FindStringSubmatch(found)
		known, ok := p.results[match[1]]
		if !ok {
			return found
		}
		attributes := cellType.ReplaceAllString(match[2], "")
		if !known.numeric {
			attributes += ` t="str"`
		}
		return `<c r="` + match[1] + `"` + attributes + `>` + match[3] + `<v>` + html.EscapeString(known.text) + `</v></c>`
	})
	content = checkFormula.ReplaceAllStringFunc(content, func(found string) string {
		return doubled.ReplaceAllString(found, "&#$1;")
	})
	content = printing.ReplaceAllStringFunc(content, func(found string) string { return strings.ReplaceAll(found, `="true"`, `="1"`) })
	if p.added == 0 {
		return content
	}
	content = breaks.ReplaceAllStringFunc(content, func(found string) string {
		return breakID.ReplaceAllStringFunc(found, func(id string) string {
			match := breakID.FindStringSubmatch(id)
			return match[1] + strconv.Itoa(p.moved(match[2])) + match[3]
		})
	})
	content = conditional.ReplaceAllStringFunc(content, func(found string) string {
		return ruleFormula.ReplaceAllStringFunc(p.grown(found), func(formula string) string {
			text := html.UnescapeString(ruleFormula.FindStringSubmatch(formula)[1])
			moved := eachReference(text, func(_ string, _ bool, row int) int { return p.moved(strconv.Itoa(row)) })
			return "<formula>" + html.EscapeString(moved) + "</formula>"
		})
	})
	return validation.ReplaceAllStringFunc(content, p.grown)
}

func (p patch) moved(row string) int {
	n, err := strconv.Atoi(row)
	if err == nil && n >= p.insertedAt {
		n += p.added
	}
	return n
}

// grown makes the range of a format or a check over the list's one row reach
// to its last.
func (p patch) grown(tag string) string {
	if p.grownRow == 0 {
		return tag
	}
	row, last := strconv.Itoa(p.grownRow), strconv.Itoa(p.grownRow+p.added)
	return sqref.ReplaceAllStringFunc(tag, func(found string) string {
		ranges := strings.Fields(sqref.FindStringSubmatch(found)[1])
		for i, each := range ranges {
			from, to, isRange := strings.Cut(each, ":")
			if !isRange {
				to = from
			}
			if strings.TrimLeft(from, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == row && strings.TrimLeft(to, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == row {
				ranges[i] = from + ":" + strings.TrimRight(to, "0123456789") + last
			}
		}
		return `sqref="` + strings.Join(ranges, " ") + `"`
	})
}
