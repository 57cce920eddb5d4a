package roster_test

import (
	"testing"

	"yayuan/backend/roster"
)

func TestOnlyAnAllergyIsAnAlert(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "无": "", "无。": "", "没有": "", "无过敏史": "", "无食物药物过敏史": "", "未发现过敏": "", "/": "",
		"鸡蛋": "鸡蛋", "花生、芒果": "花生、芒果", "无花果": "无花果", "牛奶过敏": "牛奶过敏", "食物过敏：虾": "食物过敏：虾", "不明": "不明",
	} {
		if got := roster.AllergyAlert(roster.Child{Allergies: text}); got != want {
			t.Errorf("%q alerts %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"过敏", "有", "食物过敏"} {
		if roster.AllergyAlert(roster.Child{Allergies: text}) == "" {
			t.Errorf("%q says that there is one", text)
		}
	}
}
