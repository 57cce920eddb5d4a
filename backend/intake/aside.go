package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	nameAside  = regexp.MustCompile(`^(.+?)\s*[(（【\[]([^()（）【】\[\]]*)[)）】\]]\s*$`)
	namedAside = regexp.MustCompile(`^(小名|乳名|昵称)[:：]?`)
)

// aside parts the name of a record from what stands in brackets behind it: a
// name that everyone uses (陈一诺（糖糖）) goes to its field, anything else is
// told, not kept.
func (t *reading) aside(row *Row, places map[string]Column) {
	owner, _ := t.reg.Field(t.reg.Owner)
	found := nameAside.FindStringSubmatch(row.Values[owner.Key])
	if found == nil || owner.Aside == "" {
		return
	}
	name, inside := personName(found[1]), personName(found[2])
	if !likeName(name) {
		return
	}
	row.Values[owner.Key] = name
	used, isName := t.reg.usedName(inside)
	have := row.Values[owner.Aside]
	switch {
	case inside == "" || isName && have == used:
	case isName && have == "":
		row.Values[owner.Aside] = used
		t.report(row.Number, places[owner.Key], owner.Key, NameNickname, found[0], map[string]any{"aside": used})
	default:
		t.report(row.Number, places[owner.Key], owner.Key, NameAside, found[0], map[string]any{"aside": inside})
	}
}

// usedName tells whether a text in brackets is a name: said to be one, or two
// to four characters that no word of the register's asides is in.
func (r Register) usedName(text string) (string, bool) {
	if said := namedAside.FindString(text); said != "" && said != text {
		return text[len(said):], true
	}
	for _, word := range r.Asides {
		if strings.Contains(text, word) {
			return "", false
		}
	}
	length, letters := utf8.RuneCountInString(text), 0
	for _, char := range text {
		if unicode.IsLetter(char) {
			letters++
		}
	}
	return text, letters == length && (length >= 2 && length <= 4 || latin.MatchString(text) && length <= 12)
}
