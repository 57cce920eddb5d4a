package excel

import (
	"regexp"
	"strconv"
	"strings"
)

// list looks for headings with rows under them that wait for records.
func (g *grid) list() (Template, bool) {
	for bottom := 1; bottom <= g.rows; bottom++ {
		if g.labels(bottom) < 4 || g.record(bottom) {
			continue
		}
		first := bottom + 1
		if g.numbered(first) {
			first++ // a row that numbers the columns belongs to the headings
		}
		samples, records := g.samples(first)
		last := first + samples - 1
		for last < g.rows && g.emptyRow(last+1) {
			last++
		}
		if last < first && bottom == g.rows && !g.signed(bottom) {
			last = first // headings and nothing below them
		}
		if last < first {
			continue
		}
		t := Template{Kind: List, sheet: g.sheet, first: first, Rows: last - first + 1, samples: samples, records: records}
		top := g.headingTop(bottom)
		for column := 1; column <= g.columns; column++ {
			if headings := g.headings(top, bottom, column); len(headings) > 0 {
				t.Columns = append(t.Columns, Column{Letter: strings.TrimRight(name(first, column), "0123456789"), Headings: headings, number: column})
			}
		}
		t.running = g.running(first+samples, last)
		t.Places = g.places(top, last)
		return t, len(t.Columns) >= 4
	}
	return Template{}, false
}

// signed tells whether a row's labels wait for their values in the row itself.
func (g *grid) signed(row int) bool {
	for column := 1; column <= g.columns; column++ {
		if text := g.at(row, column); strings.ContainsAny(text, "：:□") || text == "" {
			return true
		}
	}
	return false
}

// emptyRow tells whether a row waits for a record: nothing in it but a
// running number and formulas, and a cell for each of several columns.
func (g *grid) emptyRow(row int) bool {
	for column := 1; column <= g.columns; column++ {
		text := g.at(row, column)
		if text == "" {
			continue
		}
		if _, err := strconv.Atoi(text); err != nil || column > 2 {
			return false
		}
	}
	separate := 0
	for column := 1; column <= g.columns; column++ {
		if g.isTop(row, column) && g.span(row, column).Top == g.span(row, column).Bottom {
			separate++
		}
	}
	return separate >= 4
}

var (
	sampleMark = regexp.MustCompile(`示例|样例|范例|举例|^[（(【]?例[）)】：:]?$|^例[：:]`)
	long       = regexp.MustCompile(`^\d{5,}[Xx]?$|^(19|20)\d\d[-./年]\s*\d{1,2}`)
)

// record tells whether a row holds a person: dates, long numbers, a sex.
func (g *grid) record(row int) bool {
	signs, texts := 0, 0
	for column := 1; column <= g.columns; column++ {
		if !g.isTop(row, column) {
			continue
		}
		text := g.at(row, column)
		if text != "" {
			texts++
		}
		if long.MatchString(text) {
			signs += 2
		} else if text == "男" || text == "女" {
			signs++
		}
	}
	return texts >= 3 && signs >= 3
}

// sample tells whether a row says of itself that it shows how to fill.
func (g *grid) sample(row int) bool {
	texts, marked := 0, false
	for column := 1; column <= g.columns; column++ {
		if text := g.at(row, column); text != "" && g.isTop(row, column) {
			texts++
			marked = marked || texts <= 2 && sampleMark.MatchString(text)
		}
	}
	return marked && texts >= 3
}

// samples counts the rows that show how to fill: all that say so, else a
// single one with a person in it. More than that are somebody's records.
func (g *grid) samples(first int) (samples, records int) {
	row := first
	for row <= g.rows && g.sample(row) {
		row++
	}
	samples = row - first
	for row <= g.rows && g.record(row) {
		row++
		records++
	}
	if samples == 0 && records == 1 {
		return 1, 0
	}
	return samples + records, records
}

// numbered tells whether a row numbers the columns, as in 1 2 3 4 or 甲 乙 1 2.
func (g *grid) numbered(row int) bool {
	numbers := 0
	for column := 1; column <= g.columns; column++ {
		text := g.at(row, column)
		switch n, err := strconv.Atoi(text); {
		case text == "" || text == "甲" || text == "乙" || text == "丙":
		case err == nil && n <= column:
			numbers++
		default:
			return false
		}
	}
	return numbers >= 3
}

// running finds columns in which the template has printed 1, 2, 3 …
func (g *grid) running(first, last int) map[int]int {
	found := map[int]int{}
	for column := 1; column <= min(2, g.columns); column++ {
		start, err := strconv.Atoi(g.at(first, column))
		for row := first + 1; err == nil && row <= last; row++ {
			var n int
			if n, err = strconv.Atoi(g.at(row, column)); err == nil && n != start+row-first {
				err = strconv.ErrRange
			}
		}
		if err == nil && first <= last {
			found[column] = start
		}
	}
	return found
}

// labels counts the different texts of a row that head a column of their own.
func (g *grid) labels(row int) int {
	seen := map[[2]int]bool{}
	for column := 1; column <= g.columns; column++ {
		top := g.top(row, column)
		if g.text[top] != "" && g.span(row, column).Bottom == row {
			seen[top] = true
		}
	}
	return len(seen)
}
