package excel

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"yayuan/backend/day"
)

// Content answers what belongs where. A Value that is not recorded leaves the
// template's cell as it is.
type Content struct {
	Single    func(Place) Value               // a single place
	Mark      func(name string) Value         // a single {{name}}
	Rows      int                             // records of the list
	Row       func(index int, c Column) Value // a cell of the list
	Reckoning day.Day                         // the day on which the return counts
}

// escapeLike is what a reader would take for an escaped character: _x0041_
// comes back as A unless its first line is escaped itself.
var escapeLike = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// maxText is what one cell takes; more would be cut without a word.
const maxText = 32767

// filler is one filling of one template.
type filler struct {
	file     *excelize.File
	t        Template
	content  Content
	report   Report
	patch    patch
	sizes    map[string]extent
	dated    map[int]int // style → the same style as a date
	inlines  map[[2]string]inlineText
	formulas map[string]map[[2]int]bool // sheet → cells
}

// Fill writes a return into a template and reports what stayed empty and
// which formulas were kept. The same template and content give the same bytes.
func Fill(data []byte, content Content) ([]byte, Report, error) {
	file, err := openTemplate(data)
	if err != nil {
		return nil, Report{}, err
	}
	defer func() { _ = file.Close() }()
	sizes, err := extents(data)
	if err != nil {
		return nil, Report{}, err
	}
	t, err := inspect(file, sizes)
	if err != nil {
		return nil, Report{}, err
	}
	f := &filler{file: file, t: t, sizes: sizes, content: content, dated: map[int]int{}, inlines: map[[2]string]inlineText{}, formulas: map[string]map[[2]int]bool{},
		patch: patch{sheet: t.sheet, results: map[string]map[string]result{}}}
	for _, step := range []func() error{f.singles, f.findFormulas, f.list, f.keepFormulas, f.calculate} {
		if err := step(); err != nil {
			return nil, f.report, err
		}
	}
	buffer, err := file.WriteToBuffer()
	if err != nil {
		return nil, f.report, fmt.Errorf("excel: write: %w", err)
	}
	out, err := f.patch.apply(buffer.Bytes())
	return out, f.report, err
}

// singles comes first: the list may push cells down, and the library moves
// what has been written.
func (f *filler) singles() error {
	for _, place := range f.t.Places {
		if place.how == marked {
			if err := f.marked(place); err != nil {
				return err
			}
			continue
		}
		value := f.content.Single(place)
		if !value.Recorded() {
			f.report.Empty = append(f.report.Empty, place.Cell)
			continue
		}
		var err error
		switch place.how {
		case inline:
			f.inline(place, value)
		case tick:
			err = f.text(place.Sheet, place.Cell, strings.Replace(place.text, "□"+value.Text, "☑"+value.Text, 1))
		default:
			err = f.value(place.Sheet, place.Cell, value)
		}
		if err != nil {
			return err
		}
	}
	return f.writeInlines()
}

// marked replaces {{…}}: a cell that is nothing else takes a number or a date
// as such, inside a longer text it is written out.
func (f *filler) marked(place Place) error {
	if len(place.Names) == 1 && strings.TrimSpace(place.text) == "{{"+place.Names[0]+"}}" {
		return f.orEmpty(place.Sheet, place.Cell, f.content.Mark(place.Names[0]))
	}
	return f.text(place.Sheet, place.Cell, f.written(place.Cell, place.text, f.content.Mark))
}

func (f *filler) written(cell, text string, mark func(string) Value) string {
	return placeholder.ReplaceAllStringFunc(text, func(found string) string {
		match := placeholder.FindStringSubmatch(found)
		if match[1][0] == '#' || match[1][0] == '/' {
			return ""
		}
		value := mark(strings.TrimSpace(match[1]))
		if !value.Recorded() {
			f.report.Empty = append(f.report.Empty, cell)
		}
		return plain(value, match[2])
	})
}

// orEmpty writes a value or clears the mark.
func (f *filler) orEmpty(sheet, cell string, value Value) error {
	if value.Recorded() {
		return f.value(sheet, cell, value)
	}
	f.report.Empty = append(f.report.Empty, cell)
	return f.file.SetCellValue(sheet, cell, nil)
}

func (f *filler) value(sheet, cell string, value Value) error {
	switch {
	case value.Day != "":
		return f.date(sheet, cell, value.Day)
	case value.Number != nil:
		return f.numberInto(sheet, cell, *value.Number, value.Percent)
	}
	return f.text(sheet, cell, value.Text)
}

func (f *filler) numberInto(sheet, cell string, number float64, percent bool) error {
	if percent {
		id, err := f.file.GetCellStyle(sheet, cell)
		if err != nil {
			return fmt.Errorf("excel: %s: %w", cell, err)
		}
		style, err := f.file.GetStyle(id)
		if err != nil {
			return fmt.Errorf("excel: %s: %w", cell, err)
		}
		if style.NumFmt == 9 || style.NumFmt == 10 || style.CustomNumFmt != nil && strings.Contains(*style.CustomNumFmt, "%") {
			number = math.Round(number*10) / 1000
		}
	}
	f.report.Written++
	return f.file.SetCellFloat(sheet, cell, number, -1, 64)
}

// text writes text that stays text, whatever it begins with.
func (f *filler) text(sheet, cell, text string) error {
	if utf8.RuneCountInString(text) > maxText {
		return textTooLong.With("cell", cell).With("max", maxText)
	}
	f.report.Written++
	return f.file.SetCellStr(sheet, cell, escapeLike.ReplaceAllString(text, "_x005F$0"))
}

// date writes a serial, in a format that shows it as a date; writing a time
// on a styled cell would spoil its colours.
func (f *filler) date(sheet, cell string, on day.Day) error {
	style, err := f.file.GetCellStyle(sheet, cell)
	if err != nil {
		return fmt.Errorf("excel: %s: %w", cell, err)
	}
	dated, known := f.dated[style]
	if !known {
		if dated, err = f.datedStyle(style); err != nil {
			return err
		}
		f.dated[style] = dated
	}
	if dated != style {
		if err := f.file.SetCellStyle(sheet, cell, cell, dated); err != nil {
			return fmt.Errorf("excel: %s: %w", cell, err)
		}
	}
	f.report.Written++
	return f.file.SetCellInt(sheet, cell, serial(on))
}

// datedStyle is the same style with a date's format. The library's own way to
// derive a style spoils colours that carry transparency, so the row of the
// style table is copied as it is.
func (f *filler) datedStyle(style int) (int, error) {
	known, err := f.file.GetStyle(style)
	if err != nil {
		return 0, fmt.Errorf("excel: style: %w", err)
	}
	if isDateFormat(known) || f.file.Styles.CellXfs == nil || style >= len(f.file.Styles.CellXfs.Xf) {
		return style, nil
	}
	format, err := f.dateFormat()
	if err != nil {
		return 0, err
	}
	xf, apply := f.file.Styles.CellXfs.Xf[style], true
	xf.NumFmtID, xf.ApplyNumberFormat = &format, &apply
	f.file.Styles.CellXfs.Xf = append(f.file.Styles.CellXfs.Xf, xf)
	f.file.Styles.CellXfs.Count = len(f.file.Styles.CellXfs.Xf)
	return f.file.Styles.CellXfs.Count - 1, nil
}

// dateFormat is the template's own format for dates, else one that reads the
// same under every system's settings.
func (f *filler) dateFormat() (int, error) {
	if formats := f.file.Styles.NumFmts; formats != nil {
		for _, format := range formats.NumFmt {
			if code := strings.ToLower(format.FormatCode); strings.Contains(code, "y") && strings.Contains(code, "d") {
				return format.NumFmtID, nil
			}
		}
	}
	code := "yyyy-mm-dd"
	style, err := f.file.NewStyle(&excelize.Style{CustomNumFmt: &code})
	if err != nil {
		return 0, fmt.Errorf("excel: style: %w", err)
	}
	return *f.file.Styles.CellXfs.Xf[style].NumFmtID, nil
}

func isDateFormat(style *excelize.Style) bool {
	if style.CustomNumFmt != nil {
		return strings.ContainsAny(strings.ToLower(*style.CustomNumFmt), "yd")
	}
	return (style.NumFmt >= 14 && style.NumFmt <= 22) || (style.NumFmt >= 27 && style.NumFmt <= 36) || (style.NumFmt >= 50 && style.NumFmt <= 58)
}

// serial is the day number of the 1900 system, whose 29 February 1900 never was.
func serial(on day.Day) int64 {
	return int64(on.Time().Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}
