package roster

import (
	"strconv"
	"strings"

	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
)

var (
	askedList     = []lists.Option{{Value: string(AskedNone), Label: "无"}, {Value: string(AskedSome), Label: "有"}}
	severityList  = []lists.Option{{Value: string(Mild), Label: "轻"}, {Value: string(Severe), Label: "重"}}
	listTermBad   = fault.Define(fault.Invalid, "roster.list_term_unknown")
	listWeeksBad  = fault.Define(fault.Invalid, "roster.list_gestation_bad")
	severityWords = map[Severity]string{Mild: "轻", Severe: "重"}
)

func healthColumns() []lists.Column[childLine] {
	health := func(key, heading string, kind lists.Kind, field func(*Health) *string) lists.Column[childLine] {
		return column(key, heading, kind, func(c *childLine) *string { return field(&c.Health) })
	}
	asked := func(key, heading string, field func(*Health) *Asked) lists.Column[childLine] {
		return choiceColumn(key, heading, askedList, func(c *childLine) *Asked { return field(&c.Health) })
	}
	terms := func(key, heading string, list []Term, field func(*Health) *[]string) lists.Column[childLine] {
		return lists.Column[childLine]{Key: key, Heading: heading, Kind: lists.Text,
			Get: func(c childLine) string { return words(list, *field(&c.Health), "") },
			Set: func(c *childLine, v string) (err error) { *field(&c.Health), err = termsIn(list, v, key); return err }}
	}
	food := []lists.Column[childLine]{
		asked("allergy", "有无过敏", func(h *Health) *Asked { return &h.Allergy }),
		{Key: "allergens", Heading: "过敏食物类别", Kind: lists.Text, Get: func(c childLine) string { return allergensOut(c.Health.Allergens) },
			Set: func(c *childLine, v string) (err error) { c.Health.Allergens, err = allergensIn(v); return err }},
		column("allergies", "过敏史", lists.Text, func(c *childLine) *string { return &c.Allergies }),
		choiceColumn("textSeverity", "过敏史轻重", severityList, func(c *childLine) *Severity { return &c.Health.TextSeverity }),
		terms("diet", "忌口", Diets, func(h *Health) *[]string { return &h.Diet }),
		health("dietNote", "忌口说明", lists.Text, func(h *Health) *string { return &h.DietNote }),
	}
	ill := []lists.Column[childLine]{
		asked("illness", "有无疾病", func(h *Health) *Asked { return &h.Illness }),
		terms("illnesses", "疾病", Illnesses, func(h *Health) *[]string { return &h.Illnesses }),
		health("illnessNote", "疾病说明", lists.Text, func(h *Health) *string { return &h.IllnessNote }),
		{Key: "gestation", Heading: "出生孕周", Kind: lists.Text, Get: func(c childLine) string { return c.Health.GestationWords() },
			Set: func(c *childLine, v string) (err error) { c.Health.Gestation, err = gestationIn(v); return err }},
	}
	for i := range food {
		food[i].Sees = identity.ReadAllergies
	}
	for i := range ill {
		ill[i].Sees = identity.ReadHealth
	}
	return append(food, ill...)
}

// apart splits what people write one after the other.
func apart(text string) []string {
	parts := strings.FieldsFunc(text, func(char rune) bool { return strings.ContainsRune("、，,；;\n", char) })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// termsIn reads names out of a list; none at all is nil.
func termsIn(list []Term, text, field string) ([]string, error) {
	var keys []string
	for _, part := range apart(text) {
		key := ""
		for _, each := range list {
			if each.Name == part {
				key = each.Key
			}
		}
		if key == "" {
			return nil, listTermBad.At(field).With("raw", part).With("options", namesOf(list))
		}
		keys = append(keys, key)
	}
	return keys, nil
}

func namesOf(list []Term) string {
	names := make([]string, len(list))
	for i, each := range list {
		names[i] = each.Name
	}
	return strings.Join(names, "、")
}

// allergensOut writes 蛋类（重）、乳类（轻）.
func allergensOut(allergens []Allergen) string {
	parts := make([]string, 0, len(allergens))
	for _, each := range allergens {
		if i := placeIn(AllergenClasses, each.Class); i >= 0 {
			parts = append(parts, AllergenClasses[i].Name+"（"+severityWords[each.Severity]+"）")
		}
	}
	return strings.Join(parts, "、")
}

func allergensIn(text string) ([]Allergen, error) {
	var out []Allergen
	for _, part := range apart(strings.NewReplacer("(", "（", ")", "）").Replace(text)) {
		name, rest, _ := strings.Cut(part, "（")
		keys, err := termsIn(AllergenClasses, strings.TrimSpace(name), "allergens")
		if err != nil || len(keys) == 0 {
			return nil, err
		}
		one := Allergen{Class: keys[0]}
		for severity, word := range severityWords {
			if strings.TrimSuffix(rest, "）") == word {
				one.Severity = severity
			}
		}
		out = append(out, one)
	}
	return out, nil
}

// gestationIn reads weeks and days as 35+2.
func gestationIn(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	whole, rest, _ := strings.Cut(strings.TrimSuffix(strings.ReplaceAll(text, "周", "+"), "天"), "+")
	weeks, err := strconv.Atoi(strings.TrimSpace(whole))
	days := 0
	if err == nil && strings.TrimSpace(rest) != "" {
		days, err = strconv.Atoi(strings.TrimSpace(rest))
	}
	if err != nil || days < 0 || days > 6 || weeks < 1 {
		return 0, listWeeksBad.At("gestation").With("raw", text)
	}
	return weeks*7 + days, nil
}
