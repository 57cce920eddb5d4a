package excel

import (
	"bytes"
	"errors"

	"github.com/xuri/excelize/v2"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// Kind of an empty workbook that is to be filled.
type Kind string

// The kinds: {{…}} marks the places, a list with headings only, or a form of
// labels and values.
const (
	Placeholders Kind = "placeholders"
	List         Kind = "list"
	Labels       Kind = "labels"
)

// Value is the content of one cell. The zero value is 'not recorded': the
// cell stays as the template has it, never 0.
type Value struct {
	Text   string
	Number *float64
	// Percent says that Number is in percent: a cell that shows percent by its
	// format takes a hundredth of it.
	Percent bool
	Day     day.Day
}

// Recorded tells whether there is anything to write.
func (v Value) Recorded() bool { return v.Text != "" || v.Number != nil || v.Day != "" }

// Place is a single place of a template.
type Place struct {
	Sheet string
	Cell  string
	Label string // what stands beside it, or before the colon
	Above string // the heading of its column, for tables of figures
	// Around is what else names the cell: the group over its column and all
	// that stands to its left. It may say that another month is asked for.
	Around []string
	Names  []string
	how    how
	text   string // of the template's cell
	blank  [2]int // bytes of the text that a value takes, inline only
}

// how a place is written.
type how int

const (
	whole    how = iota // an empty cell beside a label
	crossing            // an empty cell of a table, named by row and column
	inline              // after a colon in the label's own cell
	tick                // one of several boxes
	marked              // {{…}} in a text
)

// Crossing tells whether the place is named by its row and column together.
func (p Place) Crossing() bool { return p.how == crossing }

// Column is a column of a template's list.
type Column struct {
	Letter   string
	Headings []string // group first, then the column's own
	Name     string   // of the placeholder, empty in a list with headings only
	number   int
	text     string
}

// Template is what was found in an empty workbook.
type Template struct {
	Kind    Kind
	Title   string // the first words on its page
	Places  []Place
	Columns []Column
	Rows    int // rows that the list has room for before it grows

	sheet   string
	first   int         // first row of the list
	samples int         // rows at its beginning that show how to fill it
	records int         // rows that hold records already
	running map[int]int // columns with running numbers printed → the first number
}

// Report says what became of a template.
type Report struct {
	Written int           // cells that were written
	Empty   []string      // known places that stayed empty
	Kept    []KeptFormula // formulas that name another day than the return's
	Hollow  []string      // sums that show 0 because nothing under them is recorded
	Added   int           // rows that were inserted
}

// KeptFormula is a formula of the template that was left as it is although it
// names another reckoning day.
type KeptFormula struct {
	Cell    string // the first of its column
	Formula string
	Day     day.Day
	Count   int // cells of the column with this formula
}

var (
	textTooLong = fault.Define(fault.Invalid, "excel.text_too_long")
	sheetEmpty  = fault.Define(fault.Invalid, "excel.template_empty")
	sheetFilled = fault.Define(fault.Invalid, "excel.template_filled")
)

// templateLimits bound a template; the districts' own have a few dozen kB.
var templateLimits = ReadLimits{Bytes: 10 << 20, Unpacked: 64 << 20, Sheets: 40, Rows: 20_000, Columns: 300, Cells: 500_000}

// openTemplate lets the careful reader look first: it counts while it unpacks,
// which the filling library does not.
func openTemplate(data []byte) (*excelize.File, error) {
	if !bytes.HasPrefix(data, []byte("PK")) {
		if _, err := Read("", data, templateLimits); err != nil {
			return nil, err
		}
		return nil, readNoBook
	}
	if _, err := Read("", data, templateLimits); err != nil && !errors.Is(err, readEmpty) {
		return nil, err
	}
	// Parts stay in memory: nothing of a return lies in a temporary folder.
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: templateLimits.Unpacked, UnzipXMLSizeLimit: templateLimits.Unpacked,
	})
	if err != nil {
		return nil, readBroken.Because(err)
	}
	return file, nil
}

// Inspect finds what a template asks for.
func Inspect(data []byte) (Template, error) {
	file, err := openTemplate(data)
	if err != nil {
		return Template{}, err
	}
	defer func() { _ = file.Close() }()
	sizes, err := extents(data)
	if err != nil {
		return Template{}, err
	}
	return inspect(file, sizes)
}

func inspect(file *excelize.File, sizes map[string]extent) (Template, error) {
	var pages []Template
	for _, name := range file.GetSheetList() {
		// Hidden sheets hold the choices of checks, nothing to fill.
		if visible, err := file.GetSheetVisible(name); err != nil || !visible {
			continue
		}
		grid, err := readGrid(file, name, sizes[name])
		if err != nil {
			return Template{}, err
		}
		if grid.rows > 0 {
			page := grid.template()
			page.Title = grid.title()
			pages = append(pages, page)
		}
	}
	if len(pages) == 0 {
		return Template{}, sheetEmpty
	}
	t := joined(pages)
	if t.records > 0 {
		return t, sheetFilled.With("rows", t.records)
	}
	return t, nil
}

// joined takes the page with the list, else the one with marks, else the
// first; the single places of the other pages belong to it. Who marked the
// places meant these and no others.
func joined(pages []Template) Template {
	main := 0
	for i, page := range pages {
		if page.rank() > pages[main].rank() {
			main = i
		}
	}
	t := pages[main]
	for i, page := range pages {
		if i != main && (t.Kind != Placeholders || page.Kind == Placeholders) {
			t.Places = append(t.Places, page.Places...)
		}
	}
	return t
}

func (t Template) rank() int {
	switch {
	case t.Kind == Placeholders && len(t.Columns) > 0:
		return 3
	case t.Kind == Placeholders:
		return 2
	case len(t.Columns) > 0:
		return 1
	}
	return 0
}
