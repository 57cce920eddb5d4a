package excel

import (
	"regexp"
	"strings"
)

var (
	// A label with a colon and the blank behind it; in one cell there may be
	// several: 单位负责人：      填表人：      填报日期：    年   月   日
	labelled = regexp.MustCompile(`([^\s：:_＿][^：:_＿\n]{0,39}?)[：:]([\s_＿]*(?:年[\s_＿]*月(?:[\s_＿]*日)?)?)`)
	// Nothing but the blank of a date.
	blankDate = regexp.MustCompile(`^[\s_＿（(]*(年[\s_＿]*月([\s_＿]*日)?)[\s）)]*$`)
	// The month of a monthly return in its title: （     年    月）
	blankMonth = regexp.MustCompile(`[（(]([\s_＿]*年[\s_＿]*月)[\s_＿]*[）)]`)
)

// blanks finds the places inside of a cell's own text.
func (g *grid) blanks(row, column int, inList bool) []Place {
	text := g.raw(row, column)
	if strings.TrimSpace(text) == "" || strings.Contains(text, "{{") {
		return nil
	}
	base := Place{Sheet: g.sheet, Cell: name(row, column), text: text, how: inline, Around: g.around(row, column)}
	if match := blankDate.FindStringSubmatchIndex(text); match != nil {
		left, distance := g.leftLabel(row, column)
		base.Label, base.blank = "统计月份", dateBlank(text, match[2], match[3])
		switch {
		case left != "" && distance == 1:
			base.Label = strings.TrimRight(left, "：:")
		case match[4] >= 0:
			return nil // a day without a label is the stamp's
		}
		return []Place{base}
	}
	if match := blankMonth.FindStringSubmatchIndex(text); match != nil {
		base.Label, base.blank = "统计月份", [2]int{match[2], match[3]}
		return []Place{base}
	}
	found := labelledBlanks(base)
	if n := len(found); n > 0 && !inList && found[n-1].blank[0] == len(text) && g.emptyRight(row, column) {
		return found[:n-1] // the blank is a cell of its own
	}
	return found
}

func (g *grid) emptyRight(row, column int) bool {
	right := g.span(row, column).Right + 1
	return right <= g.columns && g.at(row, right) == "" && !g.calculated(row, right)
}

// dateBlank takes the spaces before 年 with it.
func dateBlank(text string, from, to int) [2]int {
	before := strings.TrimRight(text[:from], " _＿\t\u3000\u00a0")
	return [2]int{len(before), to}
}

func labelledBlanks(base Place) []Place {
	var found []Place
	matches := labelled.FindAllStringSubmatchIndex(base.text, -1)
	for i, match := range matches {
		blank := [2]int{match[4], match[5]}
		rest := base.text[match[5]:]
		next := i+1 < len(matches) && matches[i+1][0] == match[5]
		if rest != "" && (blank[0] == blank[1] || !next && !strings.HasPrefix(rest, "（") && !strings.HasPrefix(rest, "(")) {
			continue // filled already, or the colon of a sentence
		}
		place := base
		place.Label, place.blank = base.text[match[2]:match[3]], blank
		found = append(found, place)
	}
	return found
}
