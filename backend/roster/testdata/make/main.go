// Command make writes the rosters n1 to n8 beside the samples of others. They
// are checked in, each with an expectation that was written by hand before any
// code read it; run this again only to change a roster:
//
//	go run ./backend/roster/testdata/make backend/roster/testdata/rosters
//
// The seventh, of 2 MB, is made by its test (import_large_test.go).
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/xuri/excelize/v2"
)

// number is digits as the file stores them, dated a serial with its format.
type (
	number string
	dated  struct {
		serial int
		format string
	}
	line []any
)

func main() {
	folder := os.Args[1]
	for name, build := range map[string]func() []byte{
		"n1_两级表头_父亲母亲.xlsx": groups, "n2_三张表_重复表头.xlsx": repeated, "n3_1904日期.xlsx": mac,
		"n4_GB18030四字节姓名.csv": fourBytes, "n5_合并班级列.xlsx": merged, "n6_姓名电话同一格.xlsx": together,
		"n8_首张空表.xlsx": emptyFirst,
	} {
		must(os.WriteFile(filepath.Join(folder, name), build(), 0o600))
	}
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// sheet is one worksheet that is being written.
type sheet struct {
	*excelize.File
	name   string
	styles map[string]int
}

func book(first string) *sheet {
	f := excelize.NewFile()
	must(f.SetSheetName("Sheet1", first))
	return &sheet{File: f, name: first, styles: map[string]int{}}
}

func (s *sheet) next(name string) *sheet {
	_, err := s.NewSheet(name)
	must(err)
	return &sheet{File: s.File, name: name, styles: s.styles}
}

func (s *sheet) bytes() []byte {
	b, err := s.WriteToBuffer()
	must(err)
	return b.Bytes()
}

// lines writes rows from a row number on; nil leaves a cell out.
func (s *sheet) lines(row int, lines ...line) *sheet {
	for i, values := range lines {
		for j, value := range values {
			cell, err := excelize.CoordinatesToCellName(j+1, row+i)
			must(err)
			switch v := value.(type) {
			case number:
				must(s.SetCellDefault(s.name, cell, string(v)))
			case dated:
				must(s.SetCellInt(s.name, cell, int64(v.serial)))
				must(s.SetCellStyle(s.name, cell, cell, s.style(v.format)))
			case nil:
			default:
				must(s.SetCellValue(s.name, cell, v))
			}
		}
	}
	return s
}

func (s *sheet) style(format string) int {
	if id, made := s.styles[format]; made {
		return id
	}
	id, err := s.NewStyle(&excelize.Style{CustomNumFmt: &format})
	must(err)
	s.styles[format] = id
	return id
}

func (s *sheet) merge(ranges ...[2]string) *sheet {
	for _, corners := range ranges {
		must(s.MergeCell(s.name, corners[0], corners[1]))
	}
	return s
}
