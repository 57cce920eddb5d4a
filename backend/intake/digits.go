package intake

import (
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// halfWidth turns full-width digits, letters and signs into plain ones; names
// must not pass here, their characters stay as they are.
func halfWidth(text string) string {
	return strings.Map(func(char rune) rune {
		switch {
		case char >= '！' && char <= '～':
			return char - '！' + '!'
		case char == '\u3000', char == '\u00a0', char == '\u2002', char == '\u2003', char == '\u2009', char == '\u202f':
			return ' '
		case hidden(char):
			return -1
		}
		return char
	}, text)
}

// hidden characters travel with copied text and are never meant.
func hidden(char rune) bool {
	switch char {
	case '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2060', '\ufeff', '\u00ad':
		return true
	}
	return unicode.IsControl(char) && char != '\n' && char != '\t' && char != '\r'
}

var scientific = regexp.MustCompile(`^([+-]?)(\d+)(?:\.(\d*))?[eE]\+?(\d{1,3})$`)

// exponent takes a number like 1.3905710001E10 apart: all its digits when the
// mantissa holds them, lost when zeros would have to be made up.
func exponent(text string) (digits string, lost, ok bool) {
	m := scientific.FindStringSubmatch(text)
	if m == nil || m[1] == "-" {
		return "", false, false
	}
	power := 0
	for _, char := range m[4] {
		power = power*10 + int(char-'0')
	}
	fraction := strings.TrimRight(m[3], "0")
	if len(fraction) > power || power > 40 {
		return "", false, false
	}
	return m[2] + fraction + strings.Repeat("0", power-len(fraction)), len(fraction) < power, true
}

// plainNumber writes a stored number without an exponent, with the fifteen
// digits that Excel itself shows; a longer one is written out as it is stored.
func plainNumber(raw string) string {
	value, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(value, 0) || math.Abs(value) > 1e40 {
		return raw
	}
	if math.Abs(value) >= 1e15 {
		if number, ok := new(big.Float).SetPrec(200).SetString(raw); ok {
			return number.Text('f', 0)
		}
		return raw
	}
	shown, err := strconv.ParseFloat(strconv.FormatFloat(value, 'e', 14, 64), 64)
	if err != nil {
		return raw
	}
	return strconv.FormatFloat(shown, 'f', -1, 64)
}

// squeeze takes all white space out.
func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

// squeezeBrackets takes white space and brackets out: (1) is 1.
func squeezeBrackets(text string) string {
	return strings.NewReplacer("(", "", ")", "", "[", "", "]", "").Replace(squeeze(halfWidth(text)))
}
