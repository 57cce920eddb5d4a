package roster

import "regexp"

var noAllergy = regexp.MustCompile(`^(|[/—-]+|none|no|(无|否|没有|暂无|未见|未发现|不过敏)(食物|药物|明显|、|及|和)*(过敏)?(史|情况|原|源)?[。.]?)$`)

// AllergyAlert is what must catch the eye where a child eats. That there is
// none (无, 无过敏史) is an answer worth keeping, but no alert: a red mark on
// every child is seen by nobody.
func AllergyAlert(allergies string) string {
	if noAllergy.MatchString(allergies) {
		return ""
	}
	return allergies
}
