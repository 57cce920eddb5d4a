package excel

import (
	"encoding/xml"
	"errors"
	"io"
	"sort"
	"strconv"
	"strings"

	"yayuan/backend/fault"
)

// sheetReader turns worksheets into rows; what styles and shared texts say
// belongs to the whole book.
type sheetReader struct {
	shared  []string
	formats []readFormat
	count   readBudget
}

// sheet streams one worksheet.
func (p *readPack) sheet(name string, r *sheetReader) (Sheet, error) {
	var sheet Sheet
	stream, found, err := p.open(name)
	if err != nil || !found {
		return sheet, err
	}
	defer func() { _ = stream.Close() }()
	decoder, last := xml.NewDecoder(stream), 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			sort.SliceStable(sheet.Rows, func(i, j int) bool { return sheet.Rows[i].Number < sheet.Rows[j].Number })
			return sheet, nil
		}
		if err != nil {
			return sheet, p.failure(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "row":
			last, err = r.row(&sheet, decoder, start, last+1)
		case "mergeCell":
			err = readMerge(&sheet, readAttribute(start, "ref"), p.limits)
		}
		if err != nil {
			return sheet, p.wrap(err)
		}
	}
}

// wrap leaves a fault as it is and makes one of anything else.
func (p *readPack) wrap(err error) error {
	if _, isFault := fault.As(err); isFault {
		return err
	}
	return p.failure(err)
}

func readAttribute(start xml.StartElement, name string) string {
	for _, attr := range start.Attr {
		if attr.Name.Local == name {
			return attr.Value
		}
	}
	return ""
}

// rowsMax and columnsMax are the bounds of the file format.
const (
	rowsMax    = 1 << 20
	columnsMax = 1 << 14
)

// row reads one row and gives its number, which is next when the file does
// not say.
func (r *sheetReader) row(sheet *Sheet, decoder *xml.Decoder, start xml.StartElement, next int) (int, error) {
	row := Row{Number: next, Hidden: readTruth(readAttribute(start, "hidden"))}
	if number, err := strconv.Atoi(readAttribute(start, "r")); err == nil && number > 0 {
		row.Number = number
	}
	if row.Number > rowsMax {
		return 0, errors.New("a row beyond the sheet")
	}
	for {
		token, err := decoder.Token()
		if err != nil {
			return 0, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local != "c" {
				continue
			}
			if err := r.place(&row, decoder, t); err != nil {
				return 0, err
			}
		case xml.EndElement:
			if t.Name.Local == "row" {
				return row.Number, r.count.keep(sheet, row)
			}
		}
	}
}

// place reads a cell into its column. Blank cells take no room, so that a
// style over whole rows costs nothing.
func (r *sheetReader) place(row *Row, decoder *xml.Decoder, start xml.StartElement) error {
	column := len(row.Cells) + 1
	if ref := readAttribute(start, "r"); ref != "" {
		_, named, ok := readReference(ref)
		if !ok {
			return errors.New("cell without a place")
		}
		column = named
	}
	cell, err := r.cell(decoder, start)
	if err != nil {
		return err
	}
	if cell.Kind == Blank && column > r.count.limits.Columns {
		return nil
	}
	if column > r.count.limits.Columns {
		return readColumns.With("max", r.count.limits.Columns)
	}
	for len(row.Cells) < column {
		row.Cells = append(row.Cells, Cell{})
	}
	row.Cells[column-1] = cell
	return nil
}

func (r *sheetReader) cell(decoder *xml.Decoder, start xml.StartElement) (Cell, error) {
	value, inline, hasInline := "", "", false
	for {
		token, err := decoder.Token()
		if err != nil {
			return Cell{}, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				if err := decoder.DecodeElement(&value, &t); err != nil {
					return Cell{}, err
				}
			case "is":
				if inline, err = richText(decoder); err != nil {
					return Cell{}, err
				}
				hasInline = true
			default:
				if err := decoder.Skip(); err != nil {
					return Cell{}, err
				}
			}
		case xml.EndElement:
			if hasInline {
				return readCell(inline), nil
			}
			return r.value(readAttribute(start, "t"), strings.TrimSpace(value), value, readAttribute(start, "s")), nil
		}
	}
}

// value makes the cell of a stored value; trimmed is for all but texts.
func (r *sheetReader) value(kind, trimmed, whole, style string) Cell {
	switch kind {
	case "s":
		index, err := strconv.Atoi(trimmed)
		if err != nil || index < 0 || index >= len(r.shared) {
			return Cell{}
		}
		return readCell(r.shared[index])
	case "str", "inlineStr":
		return readCell(readUnescaped(whole))
	case "d":
		return readCell(trimmed)
	}
	if trimmed == "" {
		return Cell{}
	}
	switch kind {
	case "b":
		return Cell{Kind: Bool, Raw: trimmed}
	case "e":
		return Cell{Kind: Failed, Raw: trimmed}
	}
	if _, err := strconv.ParseFloat(trimmed, 64); err != nil {
		return readCell(trimmed)
	}
	cell := Cell{Kind: Number, Raw: trimmed}
	if index, err := strconv.Atoi(style); err == nil && index >= 0 && index < len(r.formats) {
		cell.Format, cell.Dated = r.formats[index].code, r.formats[index].dated
	}
	return cell
}

// readReference reads a place such as B12.
func readReference(ref string) (row, column int, ok bool) {
	ref = strings.ReplaceAll(ref, "$", "")
	at := 0
	for at < len(ref) && ref[at]|0x20 >= 'a' && ref[at]|0x20 <= 'z' {
		column = column*26 + int(ref[at]|0x20-'a') + 1
		if at++; at > 3 {
			return 0, 0, false
		}
	}
	row, err := strconv.Atoi(ref[at:])
	return row, column, err == nil && column >= 1 && column <= columnsMax && row >= 1 && row <= rowsMax
}

// mergesMax keeps a hostile list of merges from growing without end.
const mergesMax = 20_000

func readMerge(sheet *Sheet, ref string, limits ReadLimits) error {
	first, second, found := strings.Cut(ref, ":")
	top, left, ok := readReference(first)
	if !ok || !found {
		return nil
	}
	bottom, right, ok := readReference(second)
	if !ok || len(sheet.Merged) >= mergesMax {
		return nil
	}
	sheet.Merged = append(sheet.Merged, Range{Top: top, Left: left, Bottom: bottom, Right: min(right, limits.Columns)})
	return nil
}

// Letter names a column as the spreadsheet does: 1 is A, 27 is AA.
func Letter(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}
