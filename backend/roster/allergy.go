package roster

import (
	"regexp"
	"slices"
	"strings"
)

var noAllergy = regexp.MustCompile(`^(|[/—-]+|none|no|(无|否|没有|暂无|未见|未发现|不过敏)(食物|药物|明显|、|及|和)*(过敏)?(史|情况|原|源)?[。.]?)$`)

// allergyText is the free text without one that says that there is none.
func allergyText(text string) string {
	if noAllergy.MatchString(text) {
		return ""
	}
	return text
}

// AllergyAlert is what must catch the eye where a child eats, the severe ones
// marked and in front. That there is none (无, 无过敏史) is an answer worth
// keeping, but no alert: a red mark on every child is seen by nobody.
func AllergyAlert(c Child) string {
	var severe, mild []string
	add := func(name string, severity Severity) {
		switch {
		case name == "":
		case severity == Severe:
			severe = append(severe, name+"（严重）")
		default:
			mild = append(mild, name)
		}
	}
	for _, each := range AllergenClasses {
		at := slices.IndexFunc(c.Health.Allergens, func(a Allergen) bool { return a.Class == each.Key })
		if at >= 0 {
			add(each.Name, c.Health.Allergens[at].Severity)
		}
	}
	add(allergyText(c.Allergies), c.Health.TextSeverity)
	return strings.Join(append(severe, mild...), "、")
}

// AllergyWords is what a return writes: 无 where somebody asked and there is
// none, nothing where nobody asked.
func AllergyWords(c Child) string {
	if c.Health.Allergy == AskedNone {
		return "无"
	}
	return AllergyAlert(c)
}
