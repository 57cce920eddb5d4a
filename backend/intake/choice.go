package intake

import (
	"regexp"
	"strings"

	"yayuan/backend/excel"
)

// choice finds the option that a cell stands for. The heading's own code
// ("1男2女", "0女1男") goes before the usual one.
func choice(cell excel.Cell, field Field, swap map[string]string) (string, Code) {
	text := shownText(cell)
	word := strings.ToLower(squeeze(halfWidth(text)))
	if word == "" {
		return "", ""
	}
	if cell.Kind == excel.Number || swap[word] != "" {
		word = strings.TrimSuffix(word, ".0")
		if value := swap[word]; value != "" {
			return value, ""
		}
		if len(swap) > 0 {
			return "", field.Unknown
		}
	}
	word = strings.Trim(word, "*。.()[]【】性")
	for _, option := range field.Options {
		if word == strings.ToLower(option.Value) {
			return option.Value, ""
		}
		for _, each := range option.Words {
			if word == each {
				return option.Value, ""
			}
		}
	}
	return "", field.Unknown
}

var codeFirst = regexp.MustCompile(`(\d)[是为:=、.\-]?(\p{Han}+)`)
var wordFirst = regexp.MustCompile(`(\p{Han}+)[是为:=\-]?(\d)`)

// codesIn reads the code that a heading defines for a choice: 性别(1男2女).
func codesIn(heading string, field Field) map[string]string {
	text := squeeze(halfWidth(heading))
	at := strings.IndexAny(text, "0123456789")
	if field.Kind != Choice || at < 0 {
		return nil
	}
	digits := strings.Map(func(char rune) rune {
		if char >= '0' && char <= '9' {
			return char
		}
		return -1
	}, text)
	if len(digits) < 2 {
		return nil
	}
	codes := map[string]string{}
	put := func(code, word string) {
		for _, option := range field.Options {
			if strings.HasPrefix(word, option.Value) || strings.HasSuffix(word, option.Value) {
				codes[code] = option.Value
			}
		}
	}
	before := []rune(text[:at])
	if len(before) > 0 && isOption(field, string(before[len(before)-1])) || strings.ContainsAny(text[max(0, at-1):at], ":=") {
		for _, m := range wordFirst.FindAllStringSubmatch(text, -1) {
			put(m[2], m[1])
		}
	} else {
		for _, m := range codeFirst.FindAllStringSubmatch(text, -1) {
			put(m[1], m[2])
		}
	}
	if len(codes) < 2 {
		return nil
	}
	return codes
}

func isOption(field Field, word string) bool {
	for _, option := range field.Options {
		if word == option.Value {
			return true
		}
	}
	return false
}

// shownText is a cell as text, a number without exponent, a dated one as a day.
func shownText(cell excel.Cell) string {
	switch cell.Kind {
	case excel.Number:
		if cell.Dated {
			if found, problem := numberDate(cell, false); problem == "" {
				return string(found)
			}
		}
		return plainNumber(cell.Raw)
	case excel.Bool:
		if cell.Raw == "1" {
			return "是"
		}
		return "否"
	case excel.Failed, excel.Blank:
		return ""
	}
	return plainText(cell.Raw)
}
