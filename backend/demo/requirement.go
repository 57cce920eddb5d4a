package demo

import (
	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/rules"
)

// requirements has the nursery ask for written contracts, which are shipped
// switched off, and for something of its own.
func (w *writer) requirements() error {
	today := day.Of(w.clock.now)
	for _, row := range rules.ShippedRequirements() {
		if row.Key != "staff.contract" {
			continue
		}
		row.From, row.Reason = today, "与用工合同的台账一起核对"
		if err := w.Requirements.Change(w.boss, row); err != nil {
			return err
		}
	}
	_, err := w.Requirements.Add(w.boss, rules.Requirement{Key: "own.consent_yearly", Title: "个人信息同意每年确认一次", Subject: rules.Child,
		Facts: []string{"child.personal_consent"}, Demand: rules.Demand{Kind: rules.Every, Months: 12, Days: 7}, WarnDays: 30,
		Severity: finding.Info, From: today, Source: "本园规定：每年家长会时与监护人再确认"})
	return err
}

// examined is the day of a child's entry examination; a few of a
// nursery still owe theirs.
func (w *writer) examined(entering day.Day) day.Day {
	w.enrolled++
	if w.enrolled%13 == 9 {
		return ""
	}
	return entering.Add(-5 - w.enrolled%20)
}
