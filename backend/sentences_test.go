package backend_test

import (
	"regexp"
	"strings"
	"testing"

	"yayuan/backend/fault"
)

var argument = regexp.MustCompile(`\{\{\w+\}\}`)

// outside are the codes of the two programs, which stand above this package.
var outside = regexp.MustCompile(`^(shell|cli)\.`)

// TestEverySentenceInEveryLanguage walks every code × language: each code has
// one sentence in Chinese and in English that names the same arguments, and
// no sentence is left over.
func TestEverySentenceInEveryLanguage(t *testing.T) {
	zh, en := fault.Sentences("zh"), fault.Sentences("en")
	known := map[string]bool{}
	for _, code := range fault.Codes() {
		known[code] = true
		for language, sentences := range map[string]map[string]string{"zh": zh, "en": en} {
			if sentences[code] == "" {
				t.Errorf("%s has no sentence in %s", code, language)
			}
		}
		a, b := argument.FindAllString(zh[code], -1), argument.FindAllString(en[code], -1)
		if len(a) != len(b) {
			t.Errorf("%s names %v in zh and %v in en", code, a, b)
		}
		if strings.ContainsAny(zh[code], ",?!;") && !strings.Contains(zh[code], "{{") {
			t.Errorf("%s: half-width punctuation in %q", code, zh[code])
		}
	}
	for code := range zh {
		if !known[code] && !outside.MatchString(code) {
			t.Errorf("zh has a sentence for %s, which nobody defines", code)
		}
	}
}
