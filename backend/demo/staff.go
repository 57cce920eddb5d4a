package demo

import (
	"context"
	"fmt"

	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
)

// fields gives a member of staff what the register asks for, by turns, so
// that it does not depend on what was drawn before.
func (w *writer) fields(position string, joined day.Day) roster.StaffFields {
	w.hired++
	f := roster.StaffFields{Number: fmt.Sprintf("QH-%03d", w.hired), HireType: "contract", ContractFrom: joined, ContractUntil: joined.Add(3*365 - 1)}
	switch position {
	case "caregiver":
		f.Education, f.Major = []string{"college", "bachelor", "college", "senior"}[w.hired%4], []string{"学前教育", "婴幼儿托育服务与管理", "早期教育"}[w.hired%3]
		f.Title, f.WorksSince = []string{"中级育婴员", "初级保育师", ""}[w.hired%3], joined.Add(-400*(w.hired%5))
	case "health":
		f.Education, f.Major, f.Title, f.WorksSince = "college", "护理", "护士", joined.Add(-900)
	case "cook", "guard":
		f.Education, f.HireType = "junior", []string{"contract", "retired"}[w.hired%2]
	default:
		f.Education, f.Major = "bachelor", "行政管理"
	}
	return f
}

// together adds the combined groups of the early and the late hours and a
// deputy who stands in for the director one week.
func (w *writer) together(ctx context.Context) error {
	from := w.days[0]
	groups := []roster.Group{
		{Name: "混龄早托", Room: "共享活动室", Pattern: "open", Starts: "07:30", Ends: "08:00", From: from},
		{Name: "晚托", Room: "向日葵教室", Pattern: "weekly", Weekdays: []int{1, 2, 3, 4, 5}, Starts: "17:00", Ends: "18:00", From: from},
	}
	for i, group := range groups {
		for _, c := range w.classes {
			if c.Kind != roster.Infant {
				group.Classes = append(group.Classes, c.ID)
			}
		}
		if len(group.Classes) < 2 {
			continue
		}
		lead, _ := identity.ActorOf(w.classes[min(i+1, len(w.classes)-1)].lead)
		group.LeadID = lead.ID
		if _, err := w.Roster.SaveGroup(w.in(ctx, w.boss), group, ""); err != nil {
			return err
		}
	}
	office, _ := identity.ActorOf(w.office)
	_, err := w.Identity.GrantRole(w.in(ctx, w.boss), identity.Grant{Person: office.ID, Role: identity.Director,
		From: w.Until.Add(14), Until: w.Until.Add(18), Reason: "园长外出培训"})
	return err
}
