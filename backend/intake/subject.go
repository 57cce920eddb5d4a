package intake

import (
	"regexp"
	"strings"
)

// second marks a bare attribute with "2" behind it, whose subject is the next
// of the one that the bare attribute belongs to.
const second = "\x00second"

var (
	joints       = regexp.MustCompile(`^(基本|的|之|本人|[-_—.:])+`)
	alternatives = regexp.MustCompile(`^[/、或,]`)
)

// subject takes the subjects off the front of a heading; the last one is who
// is meant (宝宝妈妈电话 is the mother's), one that follows by number (监护人2) is
// its next.
func (m *matcher) subject(text string) (key, rest string) {
	key, rest = m.firstSubject(text)
	for key != "" {
		next, after := m.firstSubject(joints.ReplaceAllString(rest, ""))
		if next == "" {
			either, _ := m.firstSubject(alternatives.ReplaceAllString(rest, ""))
			if alternatives.MatchString(rest) && either != "" {
				if either != key {
					return "", text // one or the other: whose it is cannot be told
				}
				rest = alternatives.ReplaceAllString(rest, "")
				continue
			}
			return key, joints.ReplaceAllString(rest, "")
		}
		key, rest = next, after
	}
	return "", text
}

func (m *matcher) firstSubject(text string) (key, rest string) {
	for _, candidate := range m.subjects {
		if after, cut := strings.CutPrefix(text, candidate.text); cut {
			return m.numbered(candidate.key, after)
		}
	}
	return "", text
}

func (m *matcher) numbered(key, rest string) (string, string) {
	for _, mark := range []string{"1", "一", "①"} {
		if after, cut := strings.CutPrefix(rest, mark); cut {
			return key, after
		}
	}
	for _, mark := range []string{"2", "二", "②"} {
		after, cut := strings.CutPrefix(rest, mark)
		if !cut {
			continue
		}
		for _, subject := range m.reg.Subjects {
			if subject.Key == key && subject.Next != "" {
				return subject.Next, after
			}
		}
	}
	return key, rest
}
