package intake

import (
	"regexp"
	"strings"

	"yayuan/backend/excel"
)

var (
	mobile    = regexp.MustCompile(`^1[3-9]\d{9}$`)
	landline  = regexp.MustCompile(`^(0\d{2,3})-?([2-9]\d{6,7})(?:-(\d{1,6}))?$`)
	local     = regexp.MustCompile(`^[2-9]\d{6,7}$`)
	service   = regexp.MustCompile(`^400-?\d{3}-?\d{4}$`)
	phoneLike = regexp.MustCompile(`(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}|(?:\+?86[- ]?)?1[3-9]\d{9}|\(?0\d{2,3}\)?[- ]?[2-9]\d{6,7}(?:-\d{1,6})?|[2-9]\d{6,7}`)
)

// phone reads one phone number from a cell: a mobile number as eleven digits,
// a landline with a hyphen after its area code.
func phone(cell excel.Cell) (string, Code) {
	text, lost := digitsOf(cell)
	switch {
	case lost:
		return "", PhoneLost
	case text == "":
		return "", ""
	}
	if number, ok := onePhone(text); ok {
		return number, ""
	}
	found := phonesIn(text)
	switch len(found) {
	case 0:
		return text, PhoneInvalid
	case 1:
		return found[0], PhoneExtraText
	}
	if allSame(found) {
		return found[0], ""
	}
	return found[0], PhoneSeveral
}

// digitsOf writes what a cell shows as plain text: numbers without an
// exponent. Lost tells that a text in scientific notation has dropped digits.
func digitsOf(cell excel.Cell) (text string, lost bool) {
	if cell.Kind == excel.Number {
		return plainNumber(cell.Raw), false
	}
	text = strings.Trim(strings.TrimSpace(halfWidth(cell.Raw)), "'`’‘ \t")
	if digits, lost, ok := exponent(text); ok {
		return digits, lost
	}
	return text, false
}

// extension is how people write the number of a desk behind a landline.
var extension = regexp.MustCompile(`\s*(?:转|分机|[Ee]xt\.?|#)\s*:?(\d{1,6})$`)

// onePhone reads a text that is a phone number and nothing else.
func onePhone(text string) (string, bool) {
	text = extension.ReplaceAllString(text, "-$1")
	text = strings.NewReplacer(" ", "", "\t", "", "\n", "", "\r", "", "—", "-", "–", "-", "－", "-", "(", "", ")", "-").Replace(text)
	text = strings.TrimPrefix(strings.TrimPrefix(text, "+"), "0086")
	text = strings.ReplaceAll(text, "--", "-")
	bare := strings.ReplaceAll(text, "-", "")
	if rest, found := strings.CutPrefix(bare, "86"); found && mobile.MatchString(rest) {
		return rest, true
	}
	switch {
	case mobile.MatchString(bare):
		return bare, true
	case service.MatchString(text), local.MatchString(bare) && strings.Count(text, "-") < 2:
		return bare, true
	}
	if m := landline.FindStringSubmatch(text); m != nil {
		return joined(m), true
	}
	if m := landline.FindStringSubmatch(bare); m != nil {
		return joined(m), true
	}
	return "", false
}

// joined writes a landline as area-number, the extension behind it. Ten
// digits beginning 01 or 02 have a three-digit area code, others four.
func joined(m []string) string {
	digits, tail := m[1]+m[2], ""
	if m[3] != "" {
		tail = "-" + m[3]
	}
	area := 4
	if digits[1] == '1' || digits[1] == '2' {
		area = 3
	}
	return digits[:area] + "-" + digits[area:] + tail
}

// phonesIn lists the phone numbers inside a longer text.
func phonesIn(text string) []string {
	var found []string
	for _, at := range phoneLike.FindAllStringIndex(text, -1) {
		if digitAt(text, at[0]-1) || digitAt(text, at[1]) {
			continue // part of a longer number: no phone
		}
		if number, ok := onePhone(text[at[0]:at[1]]); ok {
			found = append(found, number)
		}
	}
	return found
}

func digitAt(text string, at int) bool {
	return at >= 0 && at < len(text) && text[at] >= '0' && text[at] <= '9'
}

func allSame(values []string) bool {
	for _, value := range values {
		if value != values[0] {
			return false
		}
	}
	return true
}
