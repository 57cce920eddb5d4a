package roster

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// Asked tells an answer from no answer: 'none' was asked for and said, empty
// was never asked.
type Asked string

// The answers.
const (
	NotAsked  Asked = ""
	AskedNone Asked = "none"
	AskedSome Asked = "some"
)

// Severity of an allergy; empty where nobody has said.
type Severity string

// The severities: 轻, 重 (breath or circulation, or once in hospital).
const (
	Mild   Severity = "mild"
	Severe Severity = "severe"
)

// Allergen is one class of food that a child is allergic to.
type Allergen struct {
	Class    string   `json:"class"`
	Severity Severity `json:"severity"`
}

// Term is a code with what returns and prints call it.
type Term struct{ Key, Name string }

// AllergenClasses are the eight classes that a label must name, in the order
// of GB 7718-2025 食品安全国家标准 预包装食品标签通则; grade B: known from a
// published reading of the standard, not compared with its own text.
var AllergenClasses = []Term{
	{"gluten", "麸质谷物"}, {"crustacean", "甲壳类"}, {"fish", "鱼类"}, {"egg", "蛋类"},
	{"peanut", "花生"}, {"soy", "大豆"}, {"milk", "乳类"}, {"nut", "坚果"},
}

// Diets are foods that a family does not want for a reason other than allergy.
var Diets = []Term{{"halal", "清真"}, {"vegetarian", "素食"}, {"no_pork", "不吃猪肉"}, {"no_beef", "不吃牛羊肉"}}

// Illnesses are those that whoever cares for a child has to know by name.
var Illnesses = []Term{
	{FebrileConvulsion, "热性惊厥"}, {"epilepsy", "癫痫"}, {"asthma", "哮喘"}, {"heart", "先天性心脏病"},
	{"g6pd", "蚕豆病（G6PD 缺乏）"}, {"eczema", "湿疹"},
}

// FebrileConvulsion is the illness that asks for an action card.
const FebrileConvulsion = "febrile"

// Health is what the roster knows of a child's health beside the free text on
// allergies; sealed as a whole.
type Health struct {
	Allergy      Asked      `json:"allergy,omitempty"`
	Allergens    []Allergen `json:"allergens,omitempty"`
	TextSeverity Severity   `json:"textSeverity,omitempty"` // of what the free text names
	Diet         []string   `json:"diet,omitempty"`
	DietNote     string     `json:"dietNote,omitempty"`
	Illness      Asked      `json:"illness,omitempty"`
	Illnesses    []string   `json:"illnesses,omitempty"`
	IllnessNote  string     `json:"illnessNote,omitempty"`
	Gestation    int        `json:"gestation,omitempty"` // completed days at birth, 0 when not known
}

// A birth before 37 completed weeks is preterm (ICD-10); the due date is 40.
const (
	termDays        = 37 * 7
	dueDays         = 40 * 7
	gestationLeast  = 22 * 7
	gestationMost   = 45*7 - 1
	correctedMonths = 24
)

// Preterm tells whether a child was born before 37 completed weeks.
func (h Health) Preterm() bool { return h.Gestation > 0 && h.Gestation < termDays }

// CorrectedAge is the age in completed months of a preterm child as if it had
// been born on its due date, for development and feeding until the age of 24
// months, as 早产儿保健工作规范 (国卫办妇幼发〔2017〕11号) reckons; vaccines go
// by the true age. False for all others.
func CorrectedAge(birth day.Day, gestation int, on day.Day) (months int, ok bool) {
	if birth == "" || !(Health{Gestation: gestation}).Preterm() || day.Months(birth, on) >= correctedMonths {
		return 0, false
	}
	return max(0, day.Months(birth.Add(dueDays-gestation), on)), true
}

// settled brings answer and content together: what is named was asked, and a
// text that says 'none' is an answer.
func (c Child) settled() Child {
	h := &c.Health
	h.Diet, h.Illnesses = inOrder(Diets, h.Diet), inOrder(Illnesses, h.Illnesses)
	h.DietNote, h.IllnessNote = clean(h.DietNote), clean(h.IllnessNote)
	named := len(h.Allergens) > 0 || allergyText(c.Allergies) != ""
	switch {
	case h.Allergy == NotAsked && named:
		h.Allergy = AskedSome
	case h.Allergy == NotAsked && c.Allergies != "":
		h.Allergy = AskedNone
	}
	if allergyText(c.Allergies) == "" {
		h.TextSeverity = ""
	}
	if h.Illness == NotAsked && (len(h.Illnesses) > 0 || h.IllnessNote != "") {
		h.Illness = AskedSome
	}
	slices.SortFunc(h.Allergens, func(a, b Allergen) int { return placeIn(AllergenClasses, a.Class) - placeIn(AllergenClasses, b.Class) })
	return c
}

func placeIn(list []Term, key string) int {
	return slices.IndexFunc(list, func(each Term) bool { return each.Key == key })
}

// inOrder sorts known codes as their list has them, each once; unknown ones
// stay behind, where the check finds them.
func inOrder(list []Term, keys []string) []string {
	keys = slices.Clone(keys)
	slices.SortFunc(keys, func(a, b string) int { return placeIn(list, a) - placeIn(list, b) })
	return slices.Compact(keys)
}

// checkHealth refuses what contradicts itself or names what is not known.
func checkHealth(c Child) []*fault.Fault {
	h := c.Health
	var faults []*fault.Fault
	refuse := func(bad bool, f *fault.Fault) {
		if bad {
			faults = append(faults, f)
		}
	}
	named := len(h.Allergens) > 0 || allergyText(c.Allergies) != ""
	refuse(h.Allergy == AskedNone && named, allergyContradicts.At("allergy"))
	refuse(h.Allergy == AskedSome && !named, allergyEmpty.At("allergy"))
	seen := map[string]bool{}
	for _, each := range h.Allergens {
		refuse(placeIn(AllergenClasses, each.Class) < 0 || seen[each.Class], allergenUnknown.At("allergens"))
		refuse(each.Severity != Mild && each.Severity != Severe, severityMissing.At("allergens"))
		seen[each.Class] = true
	}
	refuse(!slices.Contains([]Severity{"", Mild, Severe}, h.TextSeverity), severityMissing.At("textSeverity"))
	ill := len(h.Illnesses) > 0 || h.IllnessNote != ""
	refuse(h.Illness == AskedNone && ill, illnessContradicts.At("illness"))
	refuse(h.Illness == AskedSome && !ill, illnessEmpty.At("illness"))
	refuse(slices.ContainsFunc(h.Diet, func(key string) bool { return placeIn(Diets, key) < 0 }), dietUnknown.At("diet"))
	refuse(slices.ContainsFunc(h.Illnesses, func(key string) bool { return placeIn(Illnesses, key) < 0 }), illnessUnknown.At("illnesses"))
	refuse(utf8.RuneCountInString(h.DietNote) > textMax, tooLong.At("dietNote").With("max", textMax))
	refuse(utf8.RuneCountInString(h.IllnessNote) > textMax, tooLong.At("illnessNote").With("max", textMax))
	refuse(h.Gestation != 0 && (h.Gestation < gestationLeast || h.Gestation > gestationMost), gestationBad.At("gestation"))
	return faults
}

// Severely tells whether one of a child's allergies is severe.
func (c Child) Severely() bool {
	return c.Health.TextSeverity == Severe || slices.ContainsFunc(c.Health.Allergens, func(a Allergen) bool { return a.Severity == Severe })
}

// Convulses tells whether a child has had febrile convulsions.
func (c Child) Convulses() bool { return slices.Contains(c.Health.Illnesses, FebrileConvulsion) }

// DietWords says what a child does not eat although it could.
func (h Health) DietWords() string { return words(Diets, h.Diet, h.DietNote) }

// IllnessWords says which illnesses are known: 无 when asked and none, empty
// when never asked.
func (h Health) IllnessWords() string {
	if h.Illness == AskedNone {
		return "无"
	}
	return words(Illnesses, h.Illnesses, h.IllnessNote)
}

// GestationWords writes weeks and days as a discharge letter does: 35+2.
func (h Health) GestationWords() string {
	if h.Gestation == 0 {
		return ""
	}
	return strconv.Itoa(h.Gestation/7) + "+" + strconv.Itoa(h.Gestation%7)
}

func words(list []Term, keys []string, note string) string {
	var parts []string
	for _, each := range list {
		if slices.Contains(keys, each.Key) {
			parts = append(parts, each.Name)
		}
	}
	if note != "" {
		parts = append(parts, note)
	}
	return strings.Join(parts, "、")
}
