package roster

import (
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/rules"
)

// check measures all classes on a day: sizes, places, ages. Each finding is
// about one class and carries the rule's source and grade.
func check(classes []Class, limits Limits, seats map[string][]Child, on day.Day) []finding.Finding {
	found := []finding.Finding{}
	everyone := 0
	for _, class := range classes {
		children := seats[class.ID]
		everyone += len(children)
		found = append(found, checkSize(class, limits, len(children), on)...)
		found = append(found, checkAges(class, limits, children, on)...)
	}
	if limits.Home != nil && everyone > limits.Home.Children {
		f := about("classes.home_full", finding.Bad, Class{}, on, limits.AtHome)
		f.Args["count"], f.Args["size"] = everyone, limits.Home.Children
		found = append(found, f)
	}
	return found
}

func checkSize(class Class, limits Limits, count int, on day.Day) []finding.Finding {
	var found []finding.Finding
	if limit, known := limits.Kinds[class.Kind]; known && count > limit.Size {
		f := about("classes.over_size", finding.Bad, class, on, limit.Rule)
		f.Args["count"], f.Args["size"] = count, limit.Size
		found = append(found, f)
	}
	if count > class.Places {
		f := about("classes.over_places", finding.Warn, class, on, rules.Rule{})
		f.Args["count"], f.Args["size"] = count, class.Places
		found = append(found, f)
	}
	return found
}

// checkAges looks at each child once: who has outgrown the nursery is not
// named again for the class.
func checkAges(class Class, limits Limits, children []Child, on day.Day) []finding.Finding {
	limit, known := limits.Kinds[class.Kind]
	groups := map[string][]Child{}
	for _, child := range children {
		if child.BirthDate == "" {
			continue
		}
		switch months := day.Months(child.BirthDate, on); {
		case limits.Oldest.BadMonths > 0 && months >= limits.Oldest.BadMonths:
			groups["classes.over_four"] = append(groups["classes.over_four"], child)
		case limits.Oldest.WarnMonths > 0 && months >= limits.Oldest.WarnMonths:
			groups["classes.over_three"] = append(groups["classes.over_three"], child)
		case known && months >= limit.MaxMonths:
			groups["classes.too_old"] = append(groups["classes.too_old"], child)
		case known && months < limit.MinMonths:
			groups["classes.too_young"] = append(groups["classes.too_young"], child)
		}
	}
	var found []finding.Finding
	for _, code := range []string{"classes.over_four", "classes.too_young", "classes.over_three", "classes.too_old"} {
		if len(groups[code]) == 0 {
			continue
		}
		severity, rule := finding.Warn, limit.Rule
		switch {
		case code == "classes.over_four":
			severity, rule = finding.Bad, limits.Old
		case code == "classes.over_three":
			rule = limits.Old
		case code == "classes.too_young" && limit.Strict:
			severity = finding.Bad
		}
		f := withNames(about(code, severity, class, on, rule), groups[code])
		f.Args["min"], f.Args["max"] = limit.MinMonths, limit.MaxMonths
		found = append(found, f)
	}
	return found
}

// checkAhead adds what is to come: who outgrows a class soon, and a class that
// will be above its size or places on a day when somebody comes.
func checkAhead(classes []Class, limits Limits, placements []Placement, children map[string]Child, on day.Day) []finding.Finding {
	var found []finding.Finding
	last := on.Add(limits.Ahead)
	byID := map[string]Class{}
	for _, class := range classes {
		byID[class.ID] = class
	}
	soon, first := map[string][]Child{}, map[string]day.Day{}
	for _, each := range outgrown(byID, limits, placements, children, on, last) {
		if each.Day <= on {
			continue
		}
		soon[each.ClassID] = append(soon[each.ClassID], each.Child)
		if first[each.ClassID] == "" || each.Day < first[each.ClassID] {
			first[each.ClassID] = each.Day
		}
	}
	now := seated(placements, children, on)
	for _, class := range classes {
		if len(soon[class.ID]) > 0 {
			f := withNames(about("classes.too_old_soon", finding.Info, class, first[class.ID], limits.Kinds[class.Kind].Rule), soon[class.ID])
			f.Args["max"] = limits.Kinds[class.Kind].MaxMonths
			found = append(found, f)
		}
		found = append(found, fuller(class, limits, placements, children, now[class.ID], on)...)
	}
	return found
}

// fuller finds the first coming day on which a class grows above its size or
// its places; what holds today already is not told twice.
func fuller(class Class, limits Limits, placements []Placement, children map[string]Child, now []Child, on day.Day) []finding.Finding {
	told := map[string]bool{}
	for _, f := range checkSize(class, limits, len(now), on) {
		told[f.Code] = true
	}
	var found []finding.Finding
	for _, at := range arrivals(class.ID, placements, on, on.Add(limits.Ahead)) {
		for _, f := range checkSize(class, limits, len(seated(placements, children, at)[class.ID]), at) {
			if !told[f.Code] {
				told[f.Code] = true
				f.Code += "_soon"
				f.Severity = finding.Warn
				found = append(found, f)
			}
		}
	}
	return found
}

func about(code string, severity finding.Severity, class Class, on day.Day, rule rules.Rule) finding.Finding {
	f := finding.Finding{Code: code, Severity: severity, ClassID: class.ID, Link: "/classes", Verb: "arrange",
		Args: map[string]any{"class": class.Name, "day": string(on)}}
	if rule.Key != "" {
		f.Args["rule"], f.Args["version"] = rule.Key, rule.Version
		f.Args["source"], f.Args["grade"] = rule.Source, rule.Grade
	}
	return f
}

func withNames(f finding.Finding, children []Child) finding.Finding {
	names := make([]string, 0, namesShown)
	for _, child := range children[:min(len(children), namesShown)] {
		names = append(names, child.Name)
	}
	f.Args["names"], f.Args["count"] = strings.Join(names, "、"), len(children)
	if len(children) == 1 {
		f.ChildID = children[0].ID
	}
	return f
}

// arrivals are the coming days on which somebody begins in a class, in order.
func arrivals(class string, placements []Placement, on, last day.Day) []day.Day {
	days := map[day.Day]bool{}
	for _, p := range placements {
		if p.ClassID == class && p.From > on && p.From <= last {
			days[p.From] = true
		}
	}
	return sortedDays(days)
}
