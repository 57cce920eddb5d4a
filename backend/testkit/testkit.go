// Package testkit opens real nurseries for tests: real files, encrypted, with
// a fixed clock and a named cast, and asks them through the door.
package testkit

import (
	"context"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"yayuan/backend"
	"yayuan/backend/day"
	"yayuan/backend/identity"
	"yayuan/backend/roster"
	"yayuan/backend/storage"
)

// Noon is the clock of the cast: Monday 23 November 2026, 12:05 in Hangzhou.
var Noon = day.Day("2026-11-23").At(12, 5)

// Today is the cast's day.
const Today day.Day = "2026-11-23"

// Password of everybody in the cast.
const Password = "yayuan-test"

// Clock stands still until a test moves it.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// Now is the clock's time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Set moves the clock.
func (c *Clock) Set(now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = now
}

// Nursery is an open nursery with the cast in it.
type Nursery struct {
	*backend.House
	Backend *backend.Backend
	Clock   *Clock
	Dir     string
	KeyFile string
	Code    string // the recovery code

	Director context.Context // 林静, who founded it
	Tokens   map[identity.Role]string
	Devices  map[identity.Role]string

	Sprouts roster.Class // 托大一班, class of the caregiver 王芳
	Buds    roster.Class // 托小一班, nobody of the cast is assigned
	Kids    map[string]string
	Staff   map[string]string
}

// Open founds a nursery with the director 林静 and nobody else.
func Open(t testing.TB) *Nursery {
	t.Helper()
	dir := t.TempDir()
	n := &Nursery{Clock: &Clock{now: Noon}, Dir: filepath.Join(dir, "data"), KeyFile: filepath.Join(dir, "data.key"),
		Tokens: map[identity.Role]string{}, Devices: map[identity.Role]string{}, Kids: map[string]string{}, Staff: map[string]string{}}
	var err error
	n.Backend, err = backend.Open(t.Context(), backend.Config{Dir: n.Dir, KeyFile: n.KeyFile, Clock: n.Clock.Now})
	Must(t, err)
	t.Cleanup(func() { Must(t, n.Backend.Close(context.Background())) })
	founded, err := n.Backend.Found(t.Context(), backend.Founding{NurseryName: "小芽托育园", DirectorName: "林静", UserName: "linjing", Password: Password})
	Must(t, err)
	n.House, n.Code = founded.House, founded.Made.RecoveryCode
	n.Tokens[identity.Director], n.Devices[identity.Director] = founded.Session.Token, founded.Session.Device
	n.Director = identity.WithActor(t.Context(), founded.Session.Actor)
	return n
}

// OpenWithCast adds two classes, five children and one caregiver.
func OpenWithCast(t testing.TB) *Nursery {
	t.Helper()
	n := Open(t)
	var err error
	n.Sprouts, err = n.Roster.AddClass(n.Director, roster.Class{Name: "托大一班", Kind: roster.Large, Places: 20})
	Must(t, err)
	n.Buds, err = n.Roster.AddClass(n.Director, roster.Class{Name: "托小一班", Kind: roster.Small, Places: 15})
	Must(t, err)
	for _, kid := range []struct {
		name, nickname, id, allergies string
		birth                         day.Day
		sex                           roster.Sex
		class                         roster.Class
	}{
		{"陈一诺", "糖糖", "330102202403120286", "", "2024-03-12", roster.Female, n.Sprouts},
		{"欧阳子墨", "墨墨", "330106202311050159", "鸡蛋", "2023-11-05", roster.Male, n.Sprouts},
		{"赵㛃", "", "", "", "2024-06-01", roster.Female, n.Sprouts},
		{"刘=欢", "欢欢", "", "", "2023-12-09", roster.Male, n.Sprouts},
		{"买买提·艾力", "艾力", "650102202401200332", "", "2025-01-20", roster.Male, n.Buds},
	} {
		if kid.class == n.Buds {
			kid.id = ""
		}
		id, err := n.Roster.AddChild(n.Director, roster.NewChild{
			Child:     roster.Child{Name: kid.name, Nickname: kid.nickname, Sex: kid.sex, BirthDate: kid.birth, IDNumber: kid.id, Allergies: kid.allergies},
			Guardians: []roster.Guardian{{Name: "家长" + kid.nickname, Relation: "母亲", Phone: "13905710001"}},
			Placement: roster.Placement{ClassID: kid.class.ID, Mode: roster.FullDay, From: "2026-09-01", Reason: "入托"},
		})
		Must(t, err)
		n.Kids[kid.name] = id
	}
	n.Staff["王芳"], err = n.Roster.AddStaff(n.Director, roster.Staff{Name: "王芳", Position: "caregiver", JoinedOn: "2025-03-01"})
	Must(t, err)
	Must(t, n.Roster.Assign(n.Director, roster.Assignment{StaffID: n.Staff["王芳"], ClassID: n.Sprouts.ID, Duty: "lead", From: "2026-09-01"}))
	return n
}

// As gives a context in which somebody with a role acts; the caregiver is 王芳.
func (n *Nursery) As(role identity.Role) context.Context {
	if role == identity.Caregiver {
		return identity.WithActor(context.Background(), identity.NewActor(n.Staff["王芳"], "王芳", []identity.Role{role}))
	}
	return identity.WithActor(context.Background(), identity.NewActor(storage.NewID(), string(role), []identity.Role{role}))
}

// SignIn makes a login for a role once and gives its token.
func (n *Nursery) SignIn(t testing.TB, role identity.Role) string {
	t.Helper()
	if token := n.Tokens[role]; token != "" {
		return token
	}
	person := n.Staff["王芳"]
	if role != identity.Caregiver || person == "" {
		var err error
		person, err = n.Roster.AddStaff(n.Director, roster.Staff{Name: "员工" + string(role), Position: "other"})
		Must(t, err)
	}
	account := identity.Account{Person: person, UserName: string(role), Password: Password, Roles: []identity.Role{role}}
	Must(t, n.Identity.SetAccount(n.Director, account))
	session, err := n.Identity.SignIn(t.Context(), string(role), Password, "")
	Must(t, err)
	n.Tokens[role], n.Devices[role] = session.Token, session.Device
	return session.Token
}

// Must ends the test on an error.
func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
