package excel

import (
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"yayuan/backend/day"
)

// edit is a value on its way into the blank of a text.
type edit struct {
	from, to int // bytes of the template's text
	text     string
}

// inline notes the value for a blank; several blanks may share one cell, so
// the cells are written when all are known.
func (f *filler) inline(place Place, value Value) {
	at := [2]string{place.Sheet, place.Cell}
	known := f.inlines[at]
	known.text = place.text
	known.edits = append(known.edits, edit{place.blank[0], place.blank[1], intoBlank(place.text[place.blank[0]:place.blank[1]], value)})
	f.inlines[at] = known
}

type inlineText struct {
	text  string
	edits []edit
}

// completed puts the values in from the back to the front. What follows a
// blank keeps its distance as well as it can.
func (t inlineText) completed() string {
	sort.Slice(t.edits, func(i, j int) bool { return t.edits[i].from > t.edits[j].from })
	text := t.text
	for _, e := range t.edits {
		rest := text[e.to:]
		if blank := text[e.from:e.to]; rest != "" && strings.TrimSpace(strings.Trim(blank, "_＿")) == "" {
			e.text += strings.Repeat(" ", max(2, width(blank)-width(e.text)))
		}
		text = text[:e.from] + e.text + rest
	}
	return text
}

// width of a text in halves of a Chinese character.
func width(text string) int {
	n := 0
	for _, char := range text {
		n++
		if char > 0x2E7F {
			n++
		}
	}
	return n
}

// writeInlines goes in one order: the same return gives the same bytes.
func (f *filler) writeInlines() error {
	places := slices.SortedFunc(maps.Keys(f.inlines), func(a, b [2]string) int { return strings.Compare(a[0]+"!"+a[1], b[0]+"!"+b[1]) })
	for _, at := range places {
		t := f.inlines[at]
		if err := f.text(at[0], at[1], t.completed()); err != nil {
			return err
		}
	}
	return nil
}

// intoBlank writes a value for a blank; one that is printed as 年 月 日 or
// 年 月 says how a date is wanted.
func intoBlank(blank string, value Value) string {
	switch {
	case value.Day != "" && strings.Contains(blank, "年") && !strings.Contains(blank, "日"):
		return formatDay(value.Day, "yyyy年m月")
	case value.Day == "" && strings.Contains(blank, "年"):
		return blank // text has no place among 年 月 日
	}
	return plain(value, "")
}

// plain writes a value out inside a text. Formats are those of spreadsheets,
// as yyyy年m月d日.
func plain(value Value, format string) string {
	switch {
	case value.Day != "":
		return formatDay(value.Day, format)
	case value.Number != nil:
		return strconv.FormatFloat(*value.Number, 'f', -1, 64)
	}
	return value.Text
}

func formatDay(on day.Day, format string) string {
	if format == "" {
		format = "yyyy年m月d日"
	}
	t := on.Time()
	return strings.NewReplacer("yyyy", t.Format("2006"), "mm", t.Format("01"), "dd", t.Format("02"),
		"m", t.Format("1"), "d", t.Format("2")).Replace(format)
}
