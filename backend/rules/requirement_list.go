package rules

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
)

var (
	subjectList = []lists.Option{{Value: string(Person), Label: "员工"}, {Value: string(Child), Label: "宝宝"}, {Value: string(Class), Label: "班级"},
		{Value: string(Room), Label: "房间"}, {Value: string(Nursery), Label: "机构"}}
	severityList = []lists.Option{{Value: string(finding.Bad), Label: "必须处理"}, {Value: string(finding.Warn), Label: "需要注意"}, {Value: string(finding.Info), Label: "提示"}}
)

// Lists describes the nursery's own requirements. What is demanded stands in
// the form in which it is reckoned: it has too many kinds for columns.
func (s *Requirements) Lists() []lists.List {
	text := func(key, heading string, field func(*Requirement) *string) lists.Column[Requirement] {
		return lists.Column[Requirement]{Key: key, Heading: heading, Kind: lists.Text, Get: func(r Requirement) string { return *field(&r) },
			Set: func(r *Requirement, v string) error { *field(r) = v; return nil }}
	}
	on := func(key, heading string, field func(*Requirement) *day.Day) lists.Column[Requirement] {
		return lists.Column[Requirement]{Key: key, Heading: heading, Kind: lists.Day, Get: func(r Requirement) string { return string(*field(&r)) },
			Set: func(r *Requirement, v string) error { *field(r) = day.Day(v); return nil }}
	}
	columns := []lists.Column[Requirement]{
		text("title", "要求", func(r *Requirement) *string { return &r.Title }),
		{Key: "subject", Heading: "对象", Kind: lists.Choice, Options: subjectList, Fixed: true, Get: func(r Requirement) string { return string(r.Subject) },
			Set: func(r *Requirement, v string) error { r.Subject = SubjectKind(v); return nil }},
		inJSON("about", "适用范围", func(r *Requirement) any { return &r.About }, func(r Requirement) bool { return len(r.About) == 0 }),
		{Key: "facts", Heading: "由什么满足", Kind: lists.Text, Get: func(r Requirement) string { return strings.Join(r.Facts, "、") },
			Set: func(r *Requirement, v string) error {
				r.Facts = strings.FieldsFunc(v, func(c rune) bool { return strings.ContainsRune("、,，; ", c) })
				return nil
			}},
		inJSON("demand", "怎样算", func(r *Requirement) any { return &r.Demand }, func(Requirement) bool { return false }),
		{Key: "warnDays", Heading: "提前提醒天数", Kind: lists.Text, Get: func(r Requirement) string { return strconv.Itoa(r.WarnDays) },
			Set: func(r *Requirement, v string) (err error) {
				if r.WarnDays, err = strconv.Atoi(v); err != nil {
					return lists.NumberBad.At("warnDays").With("raw", v)
				}
				return nil
			}},
		{Key: "severity", Heading: "轻重", Kind: lists.Choice, Options: severityList, Get: func(r Requirement) string { return string(r.Severity) },
			Set: func(r *Requirement, v string) error { r.Severity = finding.Severity(v); return nil }},
		on("from", "开始日期", func(r *Requirement) *day.Day { return &r.From }), on("until", "结束日期", func(r *Requirement) *day.Day { return &r.Until }),
		text("source", "依据", func(r *Requirement) *string { return &r.Source }),
		text("jurisdiction", "适用地区", func(r *Requirement) *string { return &r.Jurisdiction }),
	}
	return []lists.List{lists.Of(lists.Table[Requirement]{Key: "requirements", Name: "自定要求", Right: identity.ManageRequirements, Columns: columns,
		ID: func(r Requirement) string { return r.Key }, New: func(id string) Requirement { return ownKey(id) },
		Alike: func(a, b Requirement) bool { return a.Title == b.Title && a.Subject == b.Subject }, Rows: s.ownRows,
		Add: func(ctx context.Context, r Requirement, reason string) (string, error) {
			r.Reason = reason
			return s.Add(ctx, r)
		},
		Change: func(ctx context.Context, _, r Requirement, reason string) error {
			r.Reason, r.From = reason, max(r.From, s.store.Today())
			return s.Change(ctx, r)
		},
		TakeBack: func(ctx context.Context, r Requirement, back lists.Back) error {
			return s.SwitchOff(ctx, r.Key, s.store.Today(), back.Reason)
		}})}
}

// ownKey keeps a number that can be one of the nursery's own.
func ownKey(id string) Requirement {
	if strings.HasPrefix(id, "own.") && requirementKey.MatchString(id) {
		return Requirement{Key: id}
	}
	return Requirement{}
}

// inJSON is the column of a value that has parts; none leaves the cell empty.
func inJSON(key, heading string, field func(*Requirement) any, none func(Requirement) bool) lists.Column[Requirement] {
	return lists.Column[Requirement]{Key: key, Heading: heading, Kind: lists.Text,
		Get: func(r Requirement) string {
			if none(r) {
				return ""
			}
			raw, err := json.Marshal(field(&r))
			if err != nil {
				return ""
			}
			return string(raw)
		},
		Set: func(r *Requirement, v string) error {
			fresh := Requirement{}
			if v != "" && json.Unmarshal([]byte(v), field(&fresh)) != nil {
				return requirementDemand.At(key)
			}
			if key == "about" {
				r.About = fresh.About
			} else {
				r.Demand = fresh.Demand
			}
			return nil
		}}
}

// ownRows lists the nursery's own requirements as they stand today.
func (s *Requirements) ownRows(ctx context.Context) ([]Requirement, error) {
	rows, err := s.store.all(ctx)
	if err != nil {
		return nil, err
	}
	keys, groups := byKey(rows)
	var own []Requirement
	for _, key := range keys {
		if now, found := standing(groups[key], s.store.Today()); found && strings.HasPrefix(key, "own.") && now.State == On {
			own = append(own, now)
		}
	}
	return own, nil
}
