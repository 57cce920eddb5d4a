package excel

import (
	"regexp"
	"strings"
)

// headingTop is the first row of the headings: those that reach up from the
// bottom row, and a row of groups over it.
func (g *grid) headingTop(bottom int) int {
	top := bottom
	for column := 1; column <= g.columns; column++ {
		top = min(top, g.span(bottom, column).Top)
	}
	if top == bottom && g.grouping(bottom-1) {
		return bottom - 1
	}
	return top
}

// notGroup is what stands over headings without being a group of them.
var notGroup = regexp.MustCompile(`[：:]|盖章|填表|制表|填报|单位|名册|名单|登记表|统计表|一览表|汇总表|月报|附件`)

// grouping tells whether a row holds groups over the headings although no
// heading reaches up into it, as in tables drawn without care.
func (g *grid) grouping(row int) bool {
	groups := 0
	for column := 1; row >= 1 && column <= g.columns; column++ {
		text, span := g.at(row, column), g.span(row, column)
		if text == "" || !g.isTop(row, column) {
			continue
		}
		if notGroup.MatchString(text) || span.Right-span.Left+1 >= g.columns {
			return false
		}
		groups++
	}
	return groups > 1 || groups == 1 && g.at(row, 1) == ""
}

// headings of a column, group first.
func (g *grid) headings(top, bottom, column int) []string {
	var texts []string
	last := [2]int{}
	for row := top; row <= bottom; row++ {
		cell := g.top(row, column)
		text := strings.TrimSpace(g.text[cell])
		if text == "" && row < bottom {
			text = g.carried(row, bottom, column)
		}
		if text != "" && cell != last {
			texts, last = append(texts, text), cell
		}
	}
	return texts
}

// carried is the group to the left of an empty cell of the groups' row: it was
// written over its first column and not merged.
func (g *grid) carried(row, bottom, column int) string {
	for c := column - 1; c >= 1; c-- {
		if g.span(bottom, c).Top <= row {
			return "" // a heading that reaches up ends the group
		}
		if text := g.at(row, c); text != "" {
			if span := g.span(row, c); span.Left < span.Right {
				return "" // a merged group says itself how far it reaches
			}
			return text
		}
	}
	return ""
}
