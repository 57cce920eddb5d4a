package rules_test

import (
	"slices"
	"testing"

	"yayuan/backend/rules"
)

func TestShippedRequirementsCanBeReckonedAndShowTheirEvidence(t *testing.T) {
	rows := rules.ShippedRequirements()
	seen := map[rules.Version]bool{}
	for _, row := range rows {
		if err := row.Check(); err != nil {
			t.Errorf("%s: %v", row.Key, err)
		}
		id := rules.Version{Key: row.Key, Number: row.Version}
		if seen[id] {
			t.Errorf("%s: version %d twice", row.Key, row.Version)
		}
		seen[id] = true
		if row.English == "" {
			t.Errorf("%s has no English title", row.Key)
		}
		if row.Own || row.State == rules.Shipped {
			t.Errorf("%s is shipped", row.Key)
		}
		if !slices.Contains([]string{"A", "A/B", "B", "B(draft)", "B(draft)+C", "C+B", "C"}, row.Grade) && row.State != rules.Off {
			t.Errorf("%s: grade %s is not proven enough to count before the nursery says so", row.Key, row.Grade)
		}
	}
	if len(rows) < 20 {
		t.Errorf("only %d rows", len(rows))
	}
}

func TestEachShippedGradeIsTheOneOfItsEvidence(t *testing.T) {
	want := map[string]string{
		"child.entry_exam": "B(draft)+C", "child.return_exam": "B", "child.vaccination_check": "B", "child.vaccination_recheck": "B",
		"child.checkup": "B", "child.agreement": "B(draft)", "staff.health_certificate": "B", "staff.food_certificate": "B",
		"child.personal_decision": "B", "child.photo_decision": "I", "child.identity": "I", "child.action_card": "I", "staff.contract": "M",
		"staff.background_check_entry": "B", "staff.background_check": "B", "staff.director_training": "C",
		"staff.director_training_practice": "M", "staff.caregiver_training": "M", "staff.food_safety_hours": "B",
		"staff.health_worker_training": "B", "staff.guard_certificate": "B", "nursery.registration": "A", "nursery.food_licence": "A",
		"nursery.lease": "B", "nursery.fire_check": "C", "nursery.annual_report": "C", "nursery.drill": "C", "nursery.liability_insurance": "C",
	}
	for _, row := range rules.ShippedRequirements() {
		if row.Version == 1 && row.Grade != want[row.Key] {
			t.Errorf("%s: grade %s, want %q", row.Key, row.Grade, want[row.Key])
		}
	}
}
