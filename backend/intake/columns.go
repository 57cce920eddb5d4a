package intake

import (
	"sort"
	"strings"
)

// The ranks of a match: said outright, by the group above, by an attribute
// alone, by a subject alone.
const (
	rankAlone = iota + 1
	rankBare
	rankGroup
	rankWhole
)

// assign finds the field of each column. Two columns never share one: the
// surer match keeps it, else the left one; the other is left to a person.
func (m *matcher) assign(paths map[int][]string) map[int]match {
	columns := make([]int, 0, len(paths))
	for column := range paths {
		columns = append(columns, column)
	}
	sort.Ints(columns)
	found := map[int]match{}
	for _, column := range columns {
		if one, ok := m.resolve(paths[column]); ok {
			found[column] = one
		}
	}
	m.beside(columns, found)
	best := map[string]int{}
	for _, column := range columns {
		one, ok := found[column]
		if !ok {
			continue
		}
		holder, taken := best[one.field]
		if taken && found[holder].rank >= one.rank {
			delete(found, column)
			continue
		}
		if taken {
			delete(found, holder)
		}
		best[one.field] = column
	}
	return found
}

// resolve reads a path. A leaf without subject belongs to the group above; a
// group that is not understood hides its leaves: 姓名 under 紧急联系人 is nobody
// that the register knows.
func (m *matcher) resolve(path []string) (match, bool) {
	leaf := m.read(path[len(path)-1])
	if leaf.barred {
		return match{}, false
	}
	subject, closed := m.context(path[:len(path)-1])
	if !closed {
		if found, ok := m.lookup(leaf, subject); ok {
			return found, true
		}
	}
	if len(path) < 2 {
		return match{}, false
	}
	joined := m.read(path[len(path)-2] + path[len(path)-1])
	if joined.barred || joined.subject == "" && joined.field == "" {
		return match{}, false
	}
	return m.lookup(joined, "")
}

// context gives the subject of the innermost group that has one; closed when
// a group is something else.
func (m *matcher) context(groups []string) (subject string, closed bool) {
	for i := len(groups) - 1; i >= 0; i-- {
		group := m.read(groups[i])
		switch {
		case group.barred:
			return "", true
		case group.alone:
			return group.subject, false
		case group.neutral:
		default:
			return "", true
		}
	}
	return "", false
}

func (m *matcher) lookup(leaf meaning, group string) (match, bool) {
	if leaf.field != "" {
		field, _ := m.reg.Field(leaf.field)
		return match{field: field.Key, rank: rankWhole}, group == "" || field.of(group)
	}
	subject, rank := leaf.subject, rankWhole
	switch {
	case subject == second:
		subject = m.nextOf(leaf.attribute, group)
	case subject == "" && group != "":
		subject, rank = group, rankGroup
	}
	attribute := leaf.attribute
	if leaf.alone {
		attribute, rank = attributeName, rankAlone
	}
	if attribute == "" && !leaf.contact || leaf.group {
		return match{}, false
	}
	for _, field := range m.reg.Fields {
		switch {
		case leaf.contact != (field.Kind == Contact), !leaf.contact && field.Attribute != attribute:
		case subject == "" && field.Bare:
			return match{field: field.Key, rank: rankBare, bare: true}, true
		case subject != "" && field.of(subject):
			return match{field: field.Key, rank: rank}, true
		}
	}
	return match{}, false
}

func (f Field) of(subject string) bool {
	if f.Subject == subject {
		return true
	}
	for _, also := range f.Also {
		if also == subject {
			return true
		}
	}
	return false
}

// nextOf is the subject that a second column of an attribute means.
func (m *matcher) nextOf(attribute, group string) string {
	for _, field := range m.reg.Fields {
		if field.Attribute != attribute || group == "" && !field.Bare || group != "" && !field.of(group) {
			continue
		}
		for _, subject := range m.reg.Subjects {
			if subject.Key == field.Subject {
				return subject.Next
			}
		}
	}
	return ""
}

// beside gives bare attributes to the person whose name stands directly to
// their left (父亲姓名 电话 母亲姓名 电话), when every such person has one and
// none is over.
func (m *matcher) beside(columns []int, found map[int]match) {
	owners, bare := map[int]Field{}, []int{}
	people := 0
	for i, column := range columns {
		one, ok := found[column]
		if !ok {
			continue
		}
		field, _ := m.reg.Field(one.field)
		if field.Attribute == attributePhone && one.bare {
			bare = append(bare, column)
			if i > 0 && columns[i-1] == column-1 {
				if left, ok := m.reg.Field(found[column-1].field); ok && left.Attribute == attributeName {
					owners[column] = left
				}
			}
		}
		if field.Attribute == attributeName && m.phoneOf(field.Subject) != "" && !strings.EqualFold(field.Key, m.reg.Owner) {
			people++
		}
	}
	if len(bare) < 2 || len(owners) != len(bare) || len(bare) != people {
		return
	}
	for column, owner := range owners {
		if key := m.phoneOf(owner.Subject); key != "" {
			found[column] = match{field: key, rank: rankGroup}
		}
	}
}

func (m *matcher) phoneOf(subject string) string {
	for _, field := range m.reg.Fields {
		if field.Attribute == attributePhone && field.Subject == subject && field.Kind == Phone {
			return field.Key
		}
	}
	return ""
}
