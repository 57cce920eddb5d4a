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
)

// patch is what has to be mended in the written parts: the library does not
// move manual breaks and the formulas of conditional formats, does not grow
// what spans a list of one row, and writes formulas without their results.
type patch struct {
	sheet      string // with the list
	insertedAt int
	added      int
	grownRow   int                          // the list's one row, 0 when it had more
	results    map[string]map[string]result // sheet → cell
}

var (
	sheetTag = regexp.MustCompile(`<sheet\b[^>]*>`)
	linkTag  = regexp.MustCompile(`<Relationship\b[^>]*>`)
)

// sheetParts finds the sheet of each part by the workbook's own relations.
func sheetParts(archive *zip.Reader) (map[string]string, error) {
	workbook, err := partOf(archive, "xl/workbook.xml")
	if err != nil {
		return nil, err
	}
	links, err := partOf(archive, "xl/_rels/workbook.xml.rels")
	if err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, link := range linkTag.FindAllString(links, -1) {
		target := attribute(link, "Target")
		if !strings.HasPrefix(target, "/") {
			target = "/xl/" + target
		}
		targets[attribute(link, "Id")] = strings.TrimPrefix(target, "/")
	}
	parts := map[string]string{}
	for _, sheet := range sheetTag.FindAllString(workbook, -1) {
		parts[targets[attribute(sheet, "r:id")]] = html.UnescapeString(attribute(sheet, "name"))
	}
	return parts, nil
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
	parts, err := sheetParts(archive)
	if err != nil {
		return nil, err
	}
	files := archive.File
	// [Content_Types].xml stays first, as readers expect.
	sort.SliceStable(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	var out bytes.Buffer
	writer := zip.NewWriter(&out)
	for _, file := range files {
		if strings.HasSuffix(file.Name, "/") {
			continue // some programs write folders too; no reader needs them
		}
		content, err := partOf(archive, file.Name)
		if err != nil {
			return nil, err
		}
		if sheet, ok := parts[file.Name]; ok {
			content = p.worksheet(sheet, content)
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

func (p patch) worksheet(sheet, content string) string {
	content = formulaCell.ReplaceAllStringFunc(content, func(found string) string {
		match := formulaCell.FindStringSubmatch(found)
		known, ok := p.results[sheet][match[1]]
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
	if p.added == 0 || sheet != p.sheet {
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
