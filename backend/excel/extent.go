package excel

import (
	"archive/zip"
	"bytes"
	"regexp"

	"github.com/xuri/excelize/v2"
)

// extent is the last row and column of a sheet with a cell in it. What the
// file says of itself (its dimension) is often old or not there.
type extent struct{ rows, columns int }

// A form is smaller than this.
const (
	maxFormRows    = 2000
	maxFormColumns = 200
)

var cellTag = regexp.MustCompile(`<c [^>]*?\br="([A-Z]{1,3}\d{1,7})"`)

// extents measures the sheets of a workbook.
func extents(data []byte) (map[string]extent, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, readBroken.Because(err)
	}
	parts, err := sheetParts(archive)
	if err != nil {
		return nil, readBroken.Because(err)
	}
	found := map[string]extent{}
	for part, sheet := range parts {
		content, err := partOf(archive, part)
		if err != nil {
			continue // a chart sheet, or one that the library refuses by itself
		}
		var e extent
		for _, match := range cellTag.FindAllStringSubmatch(content, -1) {
			e = e.with(match[1])
		}
		found[sheet] = e
	}
	return found, nil
}

func (e extent) with(cell string) extent {
	column, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		return e
	}
	return extent{rows: min(maxFormRows, max(e.rows, row)), columns: min(maxFormColumns, max(e.columns, column))}
}
