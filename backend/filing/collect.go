package filing

import (
	"context"
	"sort"

	"yayuan/backend/audit"
	"yayuan/backend/dailylog"
	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
	"yayuan/backend/nursery"
	"yayuan/backend/roster"
)

// material is everything that the forms are made of, read on one snapshot.
type material struct {
	form      Form
	period    string
	first     day.Day // of the month
	last      day.Day
	reckoning day.Day // last day of the month, or today while it runs
	today     day.Day
	profile   nursery.Profile
	classes   []roster.ClassState
	placed    []roster.Placed // on the reckoning day
	guardians map[string][]roster.Guardian
	entered   map[string]day.Day // when each child's present stay began
	span      roster.Span
	staff     []roster.Staff
	attended  []dailylog.AttendedDay
	filler    string
}

func (s *Service) material(ctx context.Context, form Form, period string) (material, error) {
	m := material{form: form, period: period, today: s.store.Today()}
	last, ok := day.MonthEnd(period)
	if !ok {
		return m, periodBad.At("period")
	}
	m.first, m.last, m.reckoning = day.Day(period+"-01"), last, last
	if m.first > m.today {
		return m, periodFuture.At("period")
	}
	if m.reckoning > m.today {
		m.reckoning = m.today
	}
	// Who runs the program from a script has no name to put under a return.
	if actor, ok := audit.ActorOf(ctx); ok && actor.ID != identity.Operator().ID {
		m.filler = actor.Name
	}
	var err error
	if m.profile, err = s.nursery.Profile(ctx); err != nil {
		return m, err
	}
	if m.classes, err = s.roster.Classes(ctx); err != nil {
		return m, err
	}
	if m.placed, err = s.roster.PlacedOn(ctx, m.reckoning, roster.Who{}); err != nil {
		return m, err
	}
	if m.guardians, err = s.roster.GuardiansOf(ctx, idsOf(m.placed)); err != nil {
		return m, err
	}
	// From the day before the month on, so that who was there at its
	// beginning is told from who came.
	if m.span, err = s.roster.Within(ctx, m.first.Add(-1), m.reckoning); err != nil {
		return m, err
	}
	if m.entered, err = s.roster.StaysSince(ctx, idsOf(m.placed), m.reckoning); err != nil {
		return m, err
	}
	if m.staff, err = s.roster.StaffOn(ctx, m.reckoning); err != nil {
		return m, err
	}
	if m.attended, err = s.log.Attended(ctx, m.first, m.reckoning); err != nil {
		return m, err
	}
	return m, s.unify(ctx, &m)
}

// unify puts what was recorded under a merged registration under the child
// that is kept, as the span of days already is.
func (s *Service) unify(ctx context.Context, m *material) error {
	root, err := s.roster.Canonical(ctx)
	if err != nil {
		return err
	}
	for i := range m.placed {
		if id := m.placed[i].ID; root(id) != id {
			m.placed[i].ID = root(id)
			m.guardians[root(id)], m.entered[root(id)] = m.guardians[id], m.entered[id]
		}
	}
	for i := range m.attended {
		m.attended[i].ChildID = root(m.attended[i].ChildID)
	}
	return nil
}

func idsOf(placed []roster.Placed) []string {
	ids := make([]string, len(placed))
	for i, child := range placed {
		ids[i] = child.ID
	}
	return ids
}

// collect makes the draft of a form.
func collect(m material) Draft {
	draft := Draft{Form: m.form, Period: m.period, ReckoningDay: m.reckoning, Fields: map[string]Value{}, Gaps: []finding.Finding{}}
	head(m, &draft)
	switch m.form.ID {
	case "REG-CHILD":
		children(m, &draft)
	case "MON-1":
		month(m, &draft)
	}
	return draft
}

// head fills what every return begins and ends with.
func head(m material, d *Draft) {
	p := m.profile
	for field, value := range map[string]Value{
		"机构.名称": text(p.Name), "机构.信用代码": text(p.CreditCode), "机构.地址": text(p.Address), "机构.法定代表人": text(p.LegalPerson),
		"机构.负责人": text(p.Principal), "机构.电话": text(p.Phone), "机构.备案编号": text(p.RegistrationNumber),
		"机构.备案日期": date(p.RegisteredOn), "机构.性质": text(natures[p.Nature]), "填报日期": date(m.today), "填表人": text(m.filler),
		"统计月份": date(m.first),
	} {
		d.Fields[field] = value
	}
	if p.AreaDM2 != nil {
		area := float64(*p.AreaDM2) / 100
		d.Fields["机构.建筑面积"] = Value{Number: &area}
	}
	for _, need := range []struct{ field, label, at string }{
		{"机构.信用代码", "统一社会信用代码", "creditCode"}, {"机构.地址", "地址", "address"}, {"机构.法定代表人", "法定代表人", "legalPerson"},
		{"机构.电话", "联系电话", "phone"}, {"机构.备案编号", "备案编号", "registrationNumber"}, {"机构.备案日期", "备案日期", "registeredOn"},
		{"机构.性质", "机构性质", "nature"}, {"机构.建筑面积", "建筑面积", "areaDm2"},
	} {
		if m.form.ID == "MON-1" && !d.Fields[need.field].Recorded() {
			d.gap("filing.profile_missing", finding.Warn, map[string]any{"label": need.label}, "", "/settings/nursery?field="+need.at)
		}
	}
}

var natures = map[string]string{"public": "公办", "private": "民办", "public_private_run": "公办民营", "private_subsidised": "民办公助"}

func (d *Draft) gap(code string, severity finding.Severity, args map[string]any, child, link string) {
	d.Gaps = append(d.Gaps, finding.Finding{Code: code, Severity: severity, Args: args, ChildID: child, Link: link, Verb: "fill"})
}

func (d *Draft) figure(key, label string, people []string) {
	n := len(people)
	sort.Strings(people)
	d.Figures = append(d.Figures, Figure{Key: key, Label: label, Value: &n, People: people})
}

// unrecorded lists a figure that nobody has kept.
func (d *Draft) unrecorded(key, label string) {
	d.Figures = append(d.Figures, Figure{Key: key, Label: label})
}
