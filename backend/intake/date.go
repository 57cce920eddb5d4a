package intake

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/excel"
)

// Serial numbers are believed between these years; outside them a number is
// digits that somebody typed.
const (
	firstYear = 1990
	lastYear  = 2099
)

// epoch1904 is by how many days a serial of the 1904 system lies behind.
const epoch1904 = 1462

// epoch1900 is day 0 of the 1900 system; it counts a 29 February 1900 that
// never was, which no believable serial reaches.
const epoch1900 = day.Day("1899-12-30")

// date reads a day from a cell, or says why it is none; no day and no code is
// an empty cell.
func date(cell excel.Cell, date1904 bool) (day.Day, Code) {
	switch cell.Kind {
	case excel.Blank:
		return "", ""
	case excel.Bool, excel.Failed:
		return "", DateUnreadable
	case excel.Number:
		return numberDate(cell, date1904)
	}
	return textDate(cell.Raw, date1904)
}

func numberDate(cell excel.Cell, date1904 bool) (day.Day, Code) {
	value, err := strconv.ParseFloat(cell.Raw, 64)
	if err != nil {
		return "", DateUnreadable
	}
	if found, ok := serialDate(value, date1904); ok {
		// Typing a month makes Excel store its first day: the day is not known.
		if cell.Dated && monthOnly(cell.Format) && strings.HasSuffix(string(found), "-01") {
			return "", DateIncomplete
		}
		return found, ""
	}
	if cell.Dated {
		return "", DateImpossible
	}
	return textDate(plainNumber(cell.Raw), date1904)
}

// showsAs is what a person sees of a stored day, "" for any other cell: a
// sentence about it must not speak of 43951.
func showsAs(cell excel.Cell, date1904 bool) string {
	value, err := strconv.ParseFloat(cell.Raw, 64)
	if cell.Kind != excel.Number || !cell.Dated || err != nil {
		return ""
	}
	found, ok := serialDate(value, date1904)
	if !ok {
		return ""
	}
	if monthOnly(cell.Format) {
		return found.Time().Format("2006年1月")
	}
	return string(found)
}

func serialDate(value float64, date1904 bool) (day.Day, bool) {
	if date1904 {
		value += epoch1904
	}
	if math.IsNaN(value) || value < 1 || value > 100_000 {
		return "", false
	}
	found := epoch1900.Add(int(math.Floor(value)))
	year := found.Time().Year()
	return found, year >= firstYear && year <= lastYear
}

var quotedText = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]`)

// monthOnly tells whether a number format shows year and month but no day.
func monthOnly(format string) bool {
	format = strings.ToLower(quotedText.ReplaceAllString(format, ""))
	return strings.ContainsAny(format, "y") && !strings.ContainsAny(format, "d")
}

var (
	ymd      = regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$`)
	ymOnly   = regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})月?$`)
	yOnly    = regexp.MustCompile(`^(\d{4})年?$`)
	compact  = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	ymDigits = regexp.MustCompile(`^(19|20)(\d{2})(0[1-9]|1[0-2])$`)
	shortY   = regexp.MustCompile(`^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?$`)
	yearLast = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$`)
	serial   = regexp.MustCompile(`^\d{5}(\.\d+)?$`)
	clock    = regexp.MustCompile(`[T日号]?\s*(上午|下午|中午|凌晨|晚上)?\s*\d{1,2}[:时]\d{2}(([:分]\d{2}(\.\d+)?秒?)|分)?\s*(Z|[AP]M|[+-]\d{2}:?\d{2})?$`)
	weekday  = regexp.MustCompile(`[(（]?(星期|周|礼拜)[一二三四五六日天][)）]?`)
)

// textDate reads the ways in which people write a day; the year comes first
// or is not clear.
func textDate(raw string, date1904 bool) (day.Day, Code) {
	text := strings.TrimSuffix(tidyDate(raw), ".")
	if text == "" {
		return "", ""
	}
	if m := ymd.FindStringSubmatch(text); m != nil {
		return calendarDay(m[1], m[2], m[3])
	}
	if m := compact.FindStringSubmatch(text); m != nil {
		return calendarDay(m[1], m[2], m[3])
	}
	switch {
	case ymOnly.MatchString(text), yOnly.MatchString(text), ymDigits.MatchString(text):
		return "", DateIncomplete
	case shortY.MatchString(text):
		return "", DateUnclear
	case serial.MatchString(text):
		value, _ := strconv.ParseFloat(text, 64)
		if found, ok := serialDate(value, date1904); ok {
			return found, ""
		}
		return "", DateUnclear
	}
	if m := yearLast.FindStringSubmatch(text); m != nil {
		return yearLastDay(m[1], m[2], m[3])
	}
	return "", DateUnreadable
}

// yearLastDay reads 3/25/2024: clear only when one of the two cannot be a month.
func yearLastDay(first, second, year string) (day.Day, Code) {
	a, _ := strconv.Atoi(first)
	b, _ := strconv.Atoi(second)
	switch {
	case a > 12 && b <= 12:
		return calendarDay(year, second, first)
	case b > 12 && a <= 12, a == b:
		return calendarDay(year, first, second)
	case a > 12 && b > 12:
		return "", DateImpossible
	}
	return "", DateUnclear
}

func calendarDay(year, month, date string) (day.Day, Code) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(date)
	found, ok := day.Make(y, m, d)
	if !ok || y < 1900 || y > lastYear {
		return "", DateImpossible
	}
	return found, ""
}

// tidyDate makes digits and separators plain and takes the time of day and
// the weekday off.
func tidyDate(raw string) string {
	text := strings.TrimSpace(halfWidth(raw))
	text = strings.Trim(weekday.ReplaceAllString(text, ""), " '\t")
	if at := clock.FindStringIndex(text); at != nil && at[0] > 0 {
		kept := text[:at[0]]
		if strings.HasPrefix(text[at[0]:], "日") || strings.HasPrefix(text[at[0]:], "号") {
			kept += "日"
		}
		text = kept
	}
	text = hanDigits(birthWords.ReplaceAllString(strings.Join(strings.Fields(text), ""), ""))
	return strings.NewReplacer("—", "-", "–", "-", "－", "-", "_", "-", "。", ".", "、", ".", ",", ".", "･", ".", "·", ".",
		`\`, "/", "--", "-", "..", ".").Replace(text)
}

// birthWords are typed around a day: 出生 2024/5/1, 2024年5月1日出生.
var birthWords = regexp.MustCompile(`^(出生日期|出生|生日|生于|公历|阳历|新历)[:.]?|(出生|生)$`)

var hanYear = regexp.MustCompile(`^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?$`)

// hanDigits writes 二〇二四年三月十二日 in digits; other text stays.
func hanDigits(text string) string {
	m := hanYear.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	return hanNumber(m[1]) + "-" + hanNumber(m[2]) + "-" + hanNumber(m[3])
}

var hanValues = map[rune]int{'〇': 0, '零': 0, '○': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

func hanNumber(text string) string {
	if before, after, found := strings.Cut(text, "十"); found {
		tens, ones := 1, 0
		if before != "" {
			tens = hanValues[[]rune(before)[0]]
		}
		if after != "" {
			ones = hanValues[[]rune(after)[0]]
		}
		return strconv.Itoa(tens*10 + ones)
	}
	digits := ""
	for _, char := range text {
		digits += strconv.Itoa(hanValues[char])
	}
	return digits
}
