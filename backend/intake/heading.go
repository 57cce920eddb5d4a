package intake

import (
	"regexp"
	"sort"
	"strings"
)

// matcher reads headings by a register. A heading says an attribute of a
// subject (父亲 + 姓名); the subject may stand in the heading itself, in brackets
// behind it, or in a group heading above.
type matcher struct {
	reg      Register
	subjects []word // longest first
	attrs    []word
	words    map[string]Field
	neutral  []string
	known    map[string]meaning
}

type word struct{ text, key string }

// meaning is what one heading cell says for itself.
type meaning struct {
	text      string
	subject   string
	attribute string
	field     string // a whole heading that a field knows
	contact   bool   // name and phone together
	barred    bool
	neutral   bool // a group that says nothing
	alone     bool // a subject without attribute
	group     bool // a subject with a word such as 信息: never a value of its own
}

// leaf tells whether the cell names a value, not only somebody.
func (m meaning) leaf() bool { return m.field != "" || m.attribute != "" || m.contact }

func newMatcher(reg Register) *matcher {
	m := &matcher{reg: reg, words: map[string]Field{}, known: map[string]meaning{}}
	for _, subject := range reg.Subjects {
		for _, text := range subject.Words {
			m.subjects = append(m.subjects, word{text, subject.Key})
		}
	}
	for _, attribute := range reg.Attributes {
		for _, text := range attribute.Words {
			m.attrs = append(m.attrs, word{text, attribute.Key})
		}
	}
	longestFirst(m.subjects)
	longestFirst(m.attrs)
	for _, field := range reg.Fields {
		for _, text := range append([]string{field.Label}, field.Words...) {
			m.words[text] = field
		}
	}
	m.neutral = append(m.neutral, reg.Neutral...)
	sort.Slice(m.neutral, func(i, j int) bool { return len(m.neutral[i]) > len(m.neutral[j]) })
	return m
}

func longestFirst(words []word) {
	sort.SliceStable(words, func(i, j int) bool { return len(words[i].text) > len(words[j].text) })
}

var (
	brackets = regexp.MustCompile(`[(\[【{<《][^()\[\]【】{}<>《》]*[)\]】}>》]`)
	ordinal  = regexp.MustCompile(`^(\d{1,2}[.、)]|[①-⑳]|[(（]\d{1,2}[)）])`)
	advice   = regexp.MustCompile(`(必填|选填|必须|格式|例如|例:|如:|请填|填写|注:|单位:).*$`)
	stars    = strings.NewReplacer("*", "", "★", "", "☆", "", "※", "", "#", "", "\"", "", "'", "", "“", "", "”", "", "。", "", "：", "", ":", "")
)

// tidyHeading gives a heading without spaces, marks, advice and brackets, and
// what stood in the brackets.
func tidyHeading(raw string) (text string, inside []string) {
	text = strings.ToLower(squeeze(halfWidth(raw)))
	text = ordinal.ReplaceAllString(text, "")
	for _, found := range brackets.FindAllString(text, -1) {
		runes := []rune(found)
		inside = append(inside, string(runes[1:len(runes)-1]))
	}
	text = brackets.ReplaceAllString(text, "")
	if cut := advice.ReplaceAllString(text, ""); len([]rune(cut)) >= 2 {
		text = cut
	}
	return strings.Trim(stars.Replace(text), "-_—,，、/;；."), inside
}

// read says what a heading cell means.
func (m *matcher) read(raw string) meaning {
	if known, ok := m.known[raw]; ok {
		return known
	}
	found := m.fresh(raw)
	m.known[raw] = found
	return found
}

// headingMax is the longest text that is still a heading.
const headingMax = 60

func (m *matcher) fresh(raw string) meaning {
	text, inside := tidyHeading(raw)
	if text == "" || len([]rune(raw)) > headingMax {
		return meaning{text: text}
	}
	for _, barred := range m.reg.Barred {
		if strings.Contains(squeeze(raw), barred) {
			return meaning{text: text, barred: true}
		}
	}
	found := m.grammar(text)
	for _, aside := range inside {
		if subject, rest := m.subject(strings.Trim(aside, ":： ")); subject != "" && rest == "" {
			found.subject = subject
			if found.attribute != "" {
				found.field = ""
			}
		}
	}
	return found
}

// grammar reads a tidy heading: a whole word of a field, an attribute, or
// subjects with an attribute behind (or before) them.
func (m *matcher) grammar(text string) meaning {
	found := meaning{text: text}
	if field, ok := m.words[text]; ok {
		found.field, found.subject, found.attribute = field.Key, field.Subject, field.Attribute
		found.contact = field.Kind == Contact
		return found
	}
	if m.attribute(&found, text) {
		return found
	}
	subject, rest := m.subject(text)
	if subject == "" {
		return m.attributeFirst(found, text)
	}
	found.subject = subject
	if rest == "" {
		found.alone = true
		return found
	}
	if m.attribute(&found, rest) {
		return found
	}
	if m.isNeutral(rest) {
		found.alone, found.group = true, true
		return found
	}
	return meaning{text: text, neutral: m.isNeutral(text)}
}

// attributeFirst reads 电话父亲, 联系电话2 and neutral groups.
func (m *matcher) attributeFirst(found meaning, text string) meaning {
	for _, attribute := range m.attrs {
		rest, cut := strings.CutPrefix(text, attribute.text)
		if !cut || rest == "" {
			continue
		}
		switch rest = strings.Trim(rest, "-_—:/."); rest {
		case "1", "一":
			found.attribute = attribute.key
			return found
		case "2", "二":
			found.attribute, found.subject = attribute.key, second
			return found
		}
		if subject, left := m.subject(rest); subject != "" && left == "" {
			found.attribute, found.subject = attribute.key, subject
			return found
		}
	}
	found.neutral = m.isNeutral(text)
	return found
}

var contactSigns = regexp.MustCompile(`[及和与、/,;以+&或-]+`)

// attribute sets what a text says when it is an attribute and nothing else;
// 姓名及电话 is a contact.
func (m *matcher) attribute(found *meaning, text string) bool {
	trimmed := strings.TrimSuffix(strings.TrimSuffix(text, "1"), "一")
	for _, attribute := range m.attrs {
		if text == attribute.text || trimmed == attribute.text {
			found.attribute = attribute.key
			return true
		}
	}
	parts := contactSigns.Split(text, -1)
	if len(parts) == 1 {
		if rest, cut := strings.CutPrefix(text, "姓名"); cut && rest != "" {
			parts = []string{"姓名", rest}
		}
	}
	if len(parts) != 2 {
		return false
	}
	kinds := map[string]bool{}
	for _, part := range parts {
		kinds[m.attributeKey(part)] = true
	}
	if kinds[attributePhone] && (kinds[attributeName] || parts[0] == "") {
		found.contact = true
		return true
	}
	return false
}

// The two attributes that this package itself joins and parts.
const (
	attributeName  = "name"
	attributePhone = "phone"
)

func (m *matcher) attributeKey(text string) string {
	for _, attribute := range m.attrs {
		if text == attribute.text {
			return attribute.key
		}
	}
	return ""
}

func (m *matcher) isNeutral(text string) bool {
	for text != "" {
		taken := false
		for _, each := range m.neutral {
			if after, cut := strings.CutPrefix(text, each); cut {
				text, taken = after, true
				break
			}
		}
		if !taken {
			return false
		}
	}
	return true
}
