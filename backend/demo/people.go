package demo

import (
	"context"
	"fmt"

	"yayuan/backend/day"
	"yayuan/backend/idcard"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
)

// plan is the order in which classes open, with their places and how many
// children come before the next one opens.
var plan = []struct {
	kind   roster.Kind
	name   string
	places int
	fill   int
	room   string // of the profile's rooms; the later classes share theirs
}{
	{roster.Infant, "乳儿班", 10, 8, "小豆苗教室"},
	{roster.Small, "托小一班", 15, 14, "蒲公英教室"},
	{roster.Large, "托大一班", 20, 18, "向日葵教室"},
	{roster.Mixed, "混合班", 18, 14, "共享活动室"},
	{roster.Small, "托小二班", 15, 14, ""},
	{roster.Large, "托大二班", 20, 18, ""},
	{roster.Infant, "乳儿二班", 10, 8, ""},
	{roster.Mixed, "混合二班", 18, 16, ""},
	{roster.Large, "托大三班", 20, 20, ""},
	{roster.Small, "托小三班", 15, 15, ""},
}

var ages = map[roster.Kind][2]int{ // months at the first day of log
	roster.Infant: {7, 11}, roster.Small: {13, 22}, roster.Large: {25, 34}, roster.Mixed: {19, 34},
}

func (w *writer) people(ctx context.Context) error {
	health, err := w.staff(ctx, "沈慧", "health", identity.Health, true)
	if err != nil {
		return err
	}
	w.health = health
	for _, extra := range []struct {
		name, position string
		role           identity.Role
	}{{"吴建平", "cook", identity.Kitchen}, {"周国强", "guard", identity.Gate}, {"许婷", "other", identity.Office}} {
		person, err := w.staff(ctx, extra.name, extra.position, extra.role, true)
		if err != nil {
			return err
		}
		if extra.role == identity.Office {
			w.office = person
		}
	}
	left := w.Children
	for i := 0; i < len(plan) && (left > 0 || i < 4); i++ {
		if err := w.class(ctx, i); err != nil {
			return err
		}
		left -= plan[i].fill
	}
	return nil
}

func (w *writer) class(ctx context.Context, i int) error {
	made, err := w.Roster.AddClass(w.in(ctx, w.boss), roster.Class{Name: plan[i].name, Kind: plan[i].kind, Places: plan[i].places,
		Room: plan[i].room})
	if err != nil {
		return err
	}
	c := &class{Class: made}
	for n := range 3 {
		name := caregivers[(i*3+n)%len(caregivers)]
		duty := "assist"
		if n == 0 {
			duty = "lead"
		}
		person, err := w.staff(ctx, name, "caregiver", identity.Caregiver, n == 0)
		if err != nil {
			return err
		}
		actor, _ := identity.ActorOf(person)
		err = w.Roster.Assign(w.in(ctx, w.boss), roster.Assignment{StaffID: actor.ID, ClassID: made.ID, Duty: duty, From: w.days[0].Add(-45)})
		if err != nil {
			return err
		}
		if n == 0 {
			c.lead = person
		}
	}
	w.classes = append(w.classes, c)
	return nil
}

// staff adds somebody and gives a context in which that person acts.
func (w *writer) staff(ctx context.Context, name, position string, role identity.Role, account bool) (context.Context, error) {
	phone, joined := w.phone(), w.days[0].Add(-45-w.rand.IntN(900))
	id, err := w.Roster.AddStaff(w.in(ctx, w.boss), roster.Staff{Name: name, Sex: roster.Female, Position: position,
		Phone: phone, JoinedOn: joined, StaffFields: w.fields(position, joined)})
	if err != nil {
		return nil, err
	}
	if account {
		err = w.Identity.SetAccount(w.in(ctx, w.boss), identity.Account{Person: id, UserName: name, Password: Password, Roles: []identity.Role{role}})
		if err != nil {
			return nil, err
		}
	}
	return identity.WithActor(context.Background(), identity.NewActor(id, name, []identity.Role{role})), nil
}

// in puts a person into the running transaction's context.
func (w *writer) in(ctx, person context.Context) context.Context {
	actor, _ := identity.ActorOf(person)
	return identity.WithActor(ctx, actor)
}

// phone makes a number of a range that is not given to subscribers.
func (w *writer) phone() string { return fmt.Sprintf("1990000%04d", w.rand.IntN(10000)) }

func (w *writer) children(ctx context.Context) error {
	used := map[string]bool{}
	made := 0
	for i, c := range w.classes {
		fill := plan[i].fill
		if i == len(w.classes)-1 {
			fill = w.Children - made
		}
		for n := 0; n < fill && made < w.Children; n++ {
			if err := w.child(ctx, c, used); err != nil {
				return err
			}
			made++
		}
	}
	return nil
}

func (w *writer) child(ctx context.Context, c *class, used map[string]bool) error {
	family, given := "", ""
	for {
		family, given = pick(w, surnames), pick(w, givenNames)
		if !used[family+given] {
			used[family+given] = true
			break
		}
	}
	sex := roster.Female
	if w.chance(51) {
		sex = roster.Male
	}
	band := ages[c.Kind]
	birth := w.days[0].Time().AddDate(0, -band[0]-w.rand.IntN(band[1]-band[0]+1), -w.rand.IntN(27))
	child := roster.Child{Name: family + given, Sex: sex, BirthDate: day.Of(birth),
		Household: pick(w, []string{"浙江杭州", "浙江杭州", "浙江绍兴", "安徽黄山", "江西上饶"})}
	if w.chance(75) {
		child.Nickname = pick(w, nicknames)
	}
	if w.chance(88) {
		child.IDNumber = w.idNumber(child)
	}
	if w.chance(9) {
		child.Allergies = pick(w, []string{"鸡蛋", "牛奶", "花生", "虾", "芒果"})
	} else if len(used)%13 != 5 { // of a few nobody has asked yet
		child.Health.Allergy = roster.AskedNone
	}
	from := w.days[0].Add(-30)
	if w.chance(12) { // some come while the log runs
		from = w.days[w.rand.IntN(len(w.days))]
	}
	mode := roster.FullDay
	if w.chance(10) {
		mode = roster.HalfDay
	}
	placement := roster.Placement{ClassID: c.ID, Mode: mode, From: from, Reason: "入托", ExamOn: w.examined(from)}
	if last := from.Add(13); from >= w.days[0] && last >= w.Until {
		placement.TrialUntil = last
	}
	in := roster.NewChild{Child: child, Guardians: w.guardians(family), Placement: placement}
	_, err := w.Roster.AddChild(w.in(ctx, w.boss), in)
	return err
}

func (w *writer) guardians(family string) []roster.Guardian {
	mother := roster.Guardian{Name: pick(w, surnames) + pick(w, motherNames), Relation: "母亲", Phone: w.phone()}
	father := roster.Guardian{Name: family + pick(w, fatherNames), Relation: "父亲", Phone: w.phone()}
	if w.chance(30) {
		return []roster.Guardian{mother}
	}
	return []roster.Guardian{mother, father}
}

// idNumber makes a number with a fitting check character under a code of
// place that is given to nobody.
func (w *writer) idNumber(c roster.Child) string {
	order := w.rand.IntN(499)*2 + 1
	if c.Sex == roster.Female {
		order++
	}
	birth := c.BirthDate.Time().Format("20060102")
	head := fmt.Sprintf("330100%s%03d", birth, order)
	return head + string(idcard.CheckCharacter(head))
}
