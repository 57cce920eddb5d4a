package rules

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/finding"
)

var (
	requirementUnknown  = fault.Define(fault.NotFound, "rules.requirement_unknown")
	requirementTaken    = fault.Define(fault.Conflict, "rules.requirement_taken")
	requirementKeyBad   = fault.Define(fault.Invalid, "rules.requirement_key_bad")
	requirementSubject  = fault.Define(fault.Invalid, "rules.requirement_subject")
	requirementTitle    = fault.Define(fault.Invalid, "rules.requirement_title")
	requirementFacts    = fault.Define(fault.Invalid, "rules.requirement_facts")
	requirementDemand   = fault.Define(fault.Invalid, "rules.requirement_demand")
	requirementPlace    = fault.Define(fault.Invalid, "rules.requirement_place")
	requirementDay      = fault.Define(fault.Invalid, "rules.requirement_day")
	requirementUntil    = fault.Define(fault.Invalid, "rules.requirement_until")
	requirementPast     = fault.Define(fault.Invalid, "rules.requirement_past")
	requirementReason   = fault.Define(fault.Invalid, "rules.requirement_reason")
	requirementSource   = fault.Define(fault.Invalid, "rules.requirement_source")
	requirementWarn     = fault.Define(fault.Invalid, "rules.requirement_warn")
	requirementSeverity = fault.Define(fault.Invalid, "rules.requirement_severity")
	requirementLong     = fault.Define(fault.Invalid, "rules.requirement_long")
	requirementNotOwn   = fault.Define(fault.Conflict, "rules.requirement_not_own")
)

var (
	requirementKey = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_-]+)+$`)
	gbCode         = regexp.MustCompile(`^([1-9]\d{5}|[1-9]\d{8})$`)
	attribute      = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9_]{0,39}$`)
)

const textMax = 500

// Check refuses a row that cannot be reckoned with.
func (r Requirement) Check() error {
	faults := append(r.checkWords(), r.checkDays()...)
	if !slices.Contains(SubjectKinds, r.Subject) {
		faults = append(faults, requirementSubject.At("subject"))
	}
	if r.Jurisdiction != "*" && r.Jurisdiction != "CN" && !gbCode.MatchString(r.Jurisdiction) {
		faults = append(faults, requirementPlace.At("jurisdiction"))
	}
	if !slices.Contains([]finding.Severity{finding.Bad, finding.Warn, finding.Info}, r.Severity) {
		faults = append(faults, requirementSeverity.At("severity"))
	}
	if r.WarnDays < 0 || r.WarnDays > 366 {
		faults = append(faults, requirementWarn.At("warnDays").With("max", 366))
	}
	if len(r.Facts) == 0 || slices.ContainsFunc(r.Facts, func(kind string) bool { return !requirementKey.MatchString(kind) }) {
		faults = append(faults, requirementFacts.At("facts"))
	}
	if field := r.Demand.wrong(r.Subject); field != "" {
		faults = append(faults, requirementDemand.At("demand."+field))
	}
	return fault.Join(faults)
}

func (r Requirement) checkWords() (faults []*fault.Fault) {
	if !requirementKey.MatchString(r.Key) || len(r.Key) > 80 {
		faults = append(faults, requirementKeyBad.At("key"))
	}
	if strings.TrimSpace(r.Title) == "" {
		faults = append(faults, requirementTitle.At("title"))
	}
	if strings.TrimSpace(r.Source) == "" {
		faults = append(faults, requirementSource.At("source"))
	}
	for field, text := range map[string]string{"title": r.Title, "source": r.Source, "reason": r.Reason} {
		if utf8.RuneCountInString(text) > textMax {
			faults = append(faults, requirementLong.At(field).With("max", textMax))
		}
	}
	for name, values := range r.About {
		if !attribute.MatchString(name) || len(values) == 0 {
			faults = append(faults, requirementSubject.At("about"))
		}
	}
	return faults
}

func (r Requirement) checkDays() (faults []*fault.Fault) {
	if !r.From.Valid() {
		faults = append(faults, requirementDay.At("from"))
	}
	switch {
	case r.Until == "":
	case !r.Until.Valid():
		faults = append(faults, requirementDay.At("until"))
	case r.Until < r.From:
		faults = append(faults, requirementUntil.At("until"))
	}
	return faults
}

// wrong names the field without which the demand cannot be reckoned, or that
// its kind would silently pass over.
func (d Demand) wrong(subject SubjectKind) string {
	for _, each := range []struct {
		field string
		value int
		max   int
	}{{"months", d.Months, 600}, {"days", d.Days, 3660}, {"grace", d.Grace, 366}, {"away", d.Away, 120}, {"amount", d.Amount, 1_000_000},
		{"practice", d.Practice, d.Amount}, {"times", d.Times, 1000}, {"makeUp", d.MakeUp, 366}, {"early", d.Early, 366}} {
		if each.value < 0 || each.value > each.max {
			return each.field
		}
	}
	stays := d.Kind == Within || d.Kind == Before
	switch {
	case d.Pauses && d.Kind != Every && d.Kind != Once && d.Kind != Within:
		return "pauses"
	case (d.Event != "" || d.Which != Each || d.Away > 0) && !stays:
		return "event"
	case d.Event != "" && (d.Which != Each || d.Away > 0 || !requirementKey.MatchString(d.Event)):
		return "event"
	case d.Which != Each && d.Which != First && d.Which != Again:
		return "which"
	}
	return d.incomplete(subject)
}

func (d Demand) incomplete(subject SubjectKind) string {
	switch d.Kind {
	case Every:
		return unless(d.Months > 0, "months")
	case Within:
		return unless(d.YearEnd || d.Days > 0 || d.Months > 0, "days")
	case Sum:
		return d.incompleteSum()
	case Ages:
		rising := slices.IsSorted(d.At) && len(slices.Compact(slices.Clone(d.At))) == len(d.At)
		return unless(subject == Child && len(d.At) > 0 && d.At[0] >= 0 && d.At[len(d.At)-1] <= 84 && rising, "at")
	case Once, Valid, Before:
		return ""
	}
	return "kind"
}

func (d Demand) incompleteSum() string {
	switch {
	case (d.Amount > 0) == (d.Times > 0):
		return "amount"
	case d.Period != Altogether && d.Period != Calendar && d.Period != Rolling:
		return "period"
	case d.MakeUp > 0 && d.Period != Calendar:
		return "makeUp"
	case d.Grace > 0:
		return "grace"
	}
	return ""
}

func unless(fine bool, field string) string {
	if fine {
		return ""
	}
	return field
}

// checkFrom refuses a change that would rewrite what was reckoned before today.
func checkFrom(from, today day.Day) error {
	switch {
	case !from.Valid():
		return requirementDay.At("from")
	case from < today:
		return requirementPast.At("from").With("today", string(today))
	}
	return nil
}

func checkReason(reason string) error {
	switch {
	case strings.TrimSpace(reason) == "":
		return requirementReason.At("reason")
	case utf8.RuneCountInString(reason) > textMax:
		return requirementLong.At("reason").With("max", textMax)
	}
	return nil
}
