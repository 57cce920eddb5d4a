package intake

import (
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/excel"
)

// Shown is a cell as a person sees it: a text with its line breaks, a number
// without exponent, a dated one as a day.
func Shown(cell excel.Cell, date1904 bool) string {
	if cell.Kind == excel.Text {
		return strings.TrimSpace(cell.Raw)
	}
	if cell.Kind == excel.Number && cell.Dated {
		if found, problem := numberDate(cell, date1904); problem == "" {
			return string(found)
		}
	}
	return shownText(cell)
}

// ReadDay reads a day from a cell, or says why it is none; no day and no code
// is an empty cell.
func ReadDay(cell excel.Cell, date1904 bool) (day.Day, Code) { return date(cell, date1904) }

// ReadIDNumber reads an identity number, or says what has become of it.
func ReadIDNumber(cell excel.Cell) (string, Code) { return idNumber(cell, false) }
