package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"yayuan/backend/excel"
)

// contact parts a cell that holds a name and a phone. Two phones or two names
// are not parted: who belongs to which would be a guess. What relation knows
// (父亲, 妈妈) is no part of a name.
func contact(cell excel.Cell, relation func(string) bool) (name, number string, code Code) {
	text, lost := digitsOf(cell)
	if lost {
		return "", "", PhoneLost
	}
	if text == "" {
		return "", "", ""
	}
	if number, ok := onePhone(text); ok {
		return "", number, ""
	}
	places := phoneLike.FindAllStringIndex(text, -1)
	if len(places) == 0 {
		if name := nameBeside(cell.Raw, relation); likeName(name) {
			return name, "", ""
		}
		return "", "", ContactUnclear
	}
	number, ok := onePhone(text[places[0][0]:places[0][1]])
	if len(places) > 1 || !ok || digitAt(text, places[0][0]-1) || digitAt(text, places[0][1]) {
		return "", "", ContactUnclear
	}
	name = nameBeside(cell.Raw, relation)
	if name != "" && !likeName(name) {
		return "", "", ContactUnclear
	}
	return name, number, ""
}

var (
	phoneWords = regexp.MustCompile(`联系电话|手机号码|手机号|联系方式|电话号码|手机|电话|姓名|[Tt]el`)
	around     = "、，,;；:：/／|-—()（）[]【】.．+ \t\r\n'"
)

// nameBeside is what is left of the cell without digits and the signs between.
// It works on the text as it stands, so that no character of a name changes.
func nameBeside(raw string, relation func(string) bool) string {
	left, _ := withoutRelation(withoutDigits(raw), relation)
	return strings.Trim(personName(strings.Trim(left, around)), around)
}

func withoutDigits(raw string) string {
	left := strings.Map(func(char rune) rune {
		if char >= '0' && char <= '9' || char >= '０' && char <= '９' {
			return -1
		}
		return char
	}, raw)
	return strings.Trim(phoneWords.ReplaceAllString(left, ""), outside)
}

var (
	bracketed = regexp.MustCompile(`[(（【\[]([^()（）【】\[\]]*)[)）】\]]`)
	outside   = "、，,;；:：/／|-—.+ \t\r\n'\u3000"
	parting   = " :：-—/\t\n\u3000"
)

// withoutRelation takes off who somebody is, and gives it: 李娟（母亲）, 妈妈：李娟,
// 李娟-妈妈.
func withoutRelation(text string, relation func(string) bool) (name, who string) {
	name = bracketed.ReplaceAllStringFunc(text, func(found string) string {
		inside := squeeze(bracketed.FindStringSubmatch(found)[1])
		if !relation(inside) {
			return found
		}
		who = inside
		return ""
	})
	trimmed := strings.Trim(name, outside)
	if at := strings.IndexAny(trimmed, parting); at > 0 && relation(trimmed[:at]) {
		return strings.Trim(trimmed[at:], outside), trimmed[:at]
	}
	if at := strings.LastIndexAny(trimmed, parting); at > 0 {
		_, size := utf8.DecodeRuneInString(trimmed[at:])
		if last := trimmed[at+size:]; relation(last) {
			return strings.Trim(trimmed[:at], outside), last
		}
	}
	return name, who
}

var (
	nameSigns = regexp.MustCompile(`[\d，。；：、！？,;:!?/\\|()（）<>《》"“”#@&%￥$+]`)
	latin     = regexp.MustCompile(`[A-Za-z]`)
)

// likeName tells whether a text can be one person's name: 2 to 15 characters
// without digits and punctuation, only Latin and dotted names longer than 6.
func likeName(text string) bool {
	length := utf8.RuneCountInString(text)
	if length < 2 || nameSigns.MatchString(text) {
		return false
	}
	if latin.MatchString(text) {
		return length <= 60
	}
	if strings.ContainsAny(text, "·•・．‧.") {
		return length <= 30
	}
	return length <= 6 && !strings.ContainsAny(text, " ")
}

// personName trims a name and closes the gap that is typed to make short names
// as wide as long ones (王　芳). Not a character of the name itself changes.
func personName(raw string) string {
	text := strings.Map(func(char rune) rune {
		if hidden(char) {
			return -1
		}
		return char
	}, raw)
	words := strings.Fields(text)
	if !latin.MatchString(text) {
		return strings.Join(words, "")
	}
	return strings.Join(words, " ")
}

// plainText trims a text, keeps its lines and drops what cannot be seen.
func plainText(raw string) string {
	text := strings.ReplaceAll(strings.ReplaceAll(raw, "\r\n", "\n"), "\r", "\n")
	return strings.TrimSpace(strings.Map(func(char rune) rune {
		if hidden(char) {
			return -1
		}
		return char
	}, text))
}
