package excel

import (
	"bytes"
	"unicode/utf8"

	"yayuan/backend/fault"
)

// The refusals of Read; each is one sentence that says what to do.
var (
	readEmpty     = fault.Define(fault.Invalid, "excel.empty_file")
	readNoBook    = fault.Define(fault.Invalid, "excel.not_a_workbook")
	readBroken    = fault.Define(fault.Invalid, "excel.broken_workbook")
	readOld       = fault.Define(fault.Invalid, "excel.old_format")
	readProtected = fault.Define(fault.Invalid, "excel.protected")
	readBytes     = fault.Define(fault.TooLarge, "excel.too_many_bytes")
	readUnpacked  = fault.Define(fault.TooLarge, "excel.unpacks_too_large")
	readRows      = fault.Define(fault.TooLarge, "excel.too_many_rows")
	readColumns   = fault.Define(fault.TooLarge, "excel.too_many_columns")
	readCells     = fault.Define(fault.TooLarge, "excel.too_many_cells")
	readSheets    = fault.Define(fault.TooLarge, "excel.too_many_sheets")
)

// ReadLimits bound what a file may cost before anything of it is believed.
type ReadLimits struct {
	Bytes    int64 // of the file itself
	Unpacked int64 // of all parts that are read, counted while unpacking
	Sheets   int   // worksheets
	Rows     int   // rows with content, over all sheets
	Columns  int   // the rightmost column with content
	Cells    int   // from column A to each row's last content, over all sheets
}

// DefaultReadLimits suit a roster: far above any nursery's, far below what
// would hurt a small computer.
func DefaultReadLimits() ReadLimits {
	return ReadLimits{Bytes: 20 << 20, Unpacked: 100 << 20, Sheets: 60, Rows: 20_000, Columns: 300, Cells: 1_500_000}
}

// CellKind says how a value is stored, not how it looks.
type CellKind uint8

// The kinds of cell.
const (
	Blank CellKind = iota
	Text
	Number
	Bool
	Failed // an error value as #N/A
)

// Cell is one stored value, untouched: a number keeps the digits of the file.
type Cell struct {
	Kind   CellKind
	Raw    string
	Format string // number format code, empty for General
	Dated  bool   // a number that the file shows as a date
}

// Row is one row with content; cells are in the order of columns, the first
// in column A, blanks included up to the last one with content.
type Row struct {
	Number int // as the spreadsheet shows it, from 1
	Hidden bool
	Cells  []Cell
}

// At gives the cell of a column counted from 1; blank when there is none.
func (r Row) At(column int) Cell {
	if column < 1 || column > len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column-1]
}

// Range is a rectangle of cells, rows and columns counted from 1, both ends
// included.
type Range struct{ Top, Left, Bottom, Right int }

// Contains tells whether a cell lies in the range.
func (r Range) Contains(row, column int) bool {
	return r.Top <= row && row <= r.Bottom && r.Left <= column && column <= r.Right
}

// Sheet is one worksheet: rows with content in order, and what is merged.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   []Row
	Merged []Range
}

// Book is a file that was read.
type Book struct {
	Name      string // of the file
	Encoding  string // of a text file: utf-8, utf-8-sig, utf-16, gb18030
	Delimiter string // of a text file
	Date1904  bool   // serial dates count from 1904
	Sheets    []Sheet
}

// Read takes a workbook (.xlsx, .xlsm) or a text table (.csv, .txt, or such a
// text under a workbook's name) apart into raw cells. The content decides, not
// the name. A file that is none, is locked, or is over a limit is a fault.
func Read(name string, data []byte, limits ReadLimits) (Book, error) {
	book := Book{Name: name}
	switch {
	case int64(len(data)) > limits.Bytes:
		return book, readBytes.With("max", limits.Bytes>>20)
	case len(bytes.TrimSpace(data)) == 0:
		return book, readEmpty
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return book, readCompound(data)
	case bytes.HasPrefix(data, []byte("PK")):
		return readWorkbook(book, data, limits)
	}
	return readText(book, data, limits)
}

// readCompound tells a locked workbook from an old one: both are OLE containers,
// the locked one holds a stream that is named in UTF-16.
func readCompound(data []byte) error {
	if bytes.Contains(data, utf16Name("EncryptedPackage")) {
		return readProtected
	}
	return readOld
}

func utf16Name(name string) []byte {
	wide := make([]byte, 0, 2*len(name))
	for i := range len(name) {
		wide = append(wide, name[i], 0)
	}
	return wide
}

// readBudget counts rows with content over all sheets.
type readBudget struct {
	limits ReadLimits
	rows   int
	cells  int
}

// keep appends a row when it has content, without its blank tail.
func (b *readBudget) keep(sheet *Sheet, row Row) error {
	last := len(row.Cells)
	for last > 0 && row.Cells[last-1].Kind == Blank {
		last--
	}
	if last == 0 {
		return nil
	}
	if last > b.limits.Columns {
		return readColumns.With("max", b.limits.Columns)
	}
	if b.rows++; b.rows > b.limits.Rows {
		return readRows.With("max", b.limits.Rows)
	}
	if b.cells += last; b.cells > b.limits.Cells {
		return readCells.With("max", b.limits.Cells)
	}
	row.Cells = row.Cells[:last]
	sheet.Rows = append(sheet.Rows, row)
	return nil
}

// readCell makes a cell of a text; white space alone is blank.
func readCell(value string) Cell {
	if !utf8.ValidString(value) {
		value = string(bytes.ToValidUTF8([]byte(value), nil))
	}
	if blankText(value) {
		return Cell{}
	}
	return Cell{Kind: Text, Raw: value}
}

func blankText(value string) bool {
	for _, char := range value {
		switch char {
		case ' ', '\t', '\r', '\n', '\u00a0', '\u3000', '\u200b', '\ufeff':
		default:
			return false
		}
	}
	return true
}
