package identity

import (
	"cmp"
	"context"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/storage"
)

// NewPerson adds a person without a login, inside the caller's transaction;
// the caller has required its own right and writes the audit entry.
func (s *Service) NewPerson(ctx context.Context, id, name string) error {
	if f := checkName(name); f != nil {
		return f
	}
	if id == "" {
		id = storage.NewID()
	}
	return s.store.insert(ctx, &personRow{NurseryID: s.store.Nursery(), ID: id, Name: strings.TrimSpace(name),
		Active: 1, CreatedAt: stamp(s.store.Now())})
}

// ChangePerson renames a person or takes the right to sign in away, inside
// the caller's transaction.
func (s *Service) ChangePerson(ctx context.Context, id, name string, active bool) error {
	if f := checkName(name); f != nil {
		return f
	}
	flag := 0
	if active {
		flag = 1
	} else if err := s.RefuseLastDirector(ctx, id); err != nil {
		return err
	}
	return s.store.updatePerson(ctx, id, map[string]any{"name": strings.TrimSpace(name), "active": flag})
}

// RefuseLastDirector refuses, inside the caller's transaction, what would one
// day leave the nursery without anybody who manages accounts.
func (s *Service) RefuseLastDirector(ctx context.Context, person string) error {
	roles, err := s.store.standing(ctx, []string{person})
	if err != nil {
		return err
	}
	for _, role := range roles[person] {
		if role != Director {
			continue
		}
		others, err := s.store.otherDirectors(ctx, person)
		if err != nil {
			return err
		}
		stays, err := s.anyStays(ctx, others)
		if err != nil {
			return err
		}
		if !stays {
			return lastDirector
		}
	}
	return nil
}

// RequireOver refuses who may not decide on a director: that somebody who is
// one leaves or comes is for another director to say.
func (s *Service) RequireOver(ctx context.Context, person string) error {
	roles, err := s.store.standing(ctx, []string{person})
	if err != nil || !holdsDirector(roles[person]) {
		return err
	}
	return Require(ctx, ManageAccounts)
}

// requireStanding refuses a deputy what outlasts the days of standing in: who
// is director, and how a director signs in.
func (s *Service) requireStanding(ctx context.Context, account Account) error {
	roles, err := s.store.standing(ctx, []string{account.Person})
	if err != nil || !holdsDirector(account.Roles) && !holdsDirector(roles[account.Person]) {
		return err
	}
	if last, err := s.ownDeputy(ctx); err != nil || last != "" {
		return cmp.Or(err, error(deputyOnly))
	}
	return nil
}

// anyStays tells whether one of some people has no last day, near or far.
func (s *Service) anyStays(ctx context.Context, people []string) (bool, error) {
	for _, person := range people {
		if s.gone == nil {
			return true, nil
		}
		if gone, err := s.gone(ctx, person, day.Ever); err != nil || !gone {
			return !gone, err
		}
	}
	return false, nil
}

// Found sets up the first director of a new nursery. It needs no right: the
// nursery has nobody yet, which the caller has made sure of.
func (s *Service) Found(ctx context.Context, person, name, userName, password string) error {
	return s.store.Do(ctx, func(ctx context.Context) error {
		if err := s.NewPerson(ctx, person, name); err != nil {
			return err
		}
		return s.setAccount(ctx, Account{Person: person, UserName: userName, Password: password, Roles: []Role{Director}})
	})
}

// CheckFounding tells everything that is wrong with a first start at once,
// before anything is made.
func CheckFounding(nursery, director, userName, password string) error {
	var faults []*fault.Fault
	if strings.TrimSpace(nursery) == "" {
		faults = append(faults, nameMissing.At("nurseryName"))
	}
	if f := checkName(director); f != nil {
		faults = append(faults, f.At("directorName"))
	}
	if f := checkUserName(userName); f != nil {
		faults = append(faults, f)
	}
	if f := checkPassword("password", password); f != nil {
		faults = append(faults, f)
	}
	return fault.Join(faults)
}

// Account is what a person signs in with.
type Account struct {
	Person   string
	UserName string
	Password string // empty keeps the present one
	Roles    []Role
}

// SetAccount gives a person a login and roles, or changes them. Who changes
// the password of another must be a director; the old sessions end, and the
// PIN is locked until the new password was used.
func (s *Service) SetAccount(ctx context.Context, account Account) error {
	if err := Require(ctx, ManageAccounts); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		if _, found, err := s.store.person(ctx, account.Person); err != nil {
			return err
		} else if !found {
			return personUnknown
		}
		if err := s.requireStanding(ctx, account); err != nil {
			return err
		}
		if !holdsDirector(account.Roles) {
			if err := s.RefuseLastDirector(ctx, account.Person); err != nil {
				return err
			}
		}
		if err := s.setAccount(ctx, account); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "identity.set_account", Kind: "person", Subject: account.Person,
			Changes: []audit.Change{{Field: "userName", New: account.UserName}, {Field: "roles", New: joinRoles(account.Roles)}}})
	})
}

func holdsDirector(roles []Role) bool {
	for _, role := range roles {
		if role == Director {
			return true
		}
	}
	return false
}

func joinRoles(roles []Role) string {
	texts := make([]string, len(roles))
	for i, role := range roles {
		texts[i] = string(role)
	}
	return strings.Join(texts, ",")
}

func (s *Service) setAccount(ctx context.Context, account Account) error {
	old, exists, err := s.store.login(ctx, account.Person)
	if err != nil {
		return err
	}
	if err := checkAccount(account, exists); err != nil {
		return err
	}
	taken, found, err := s.store.loginByName(ctx, account.UserName)
	if err != nil {
		return err
	}
	if found && taken.PersonID != account.Person {
		return userNameTaken.At("userName").With("name", account.UserName)
	}
	row := loginRow{NurseryID: s.store.Nursery(), PersonID: account.Person, UserName: account.UserName,
		PasswordHash: old.PasswordHash, PinHash: old.PinHash, PinWrong: old.PinWrong, Wrong: old.Wrong, WaitUntil: old.WaitUntil}
	if account.Password != "" {
		if row.PasswordHash, err = hash(account.Password); err != nil {
			return err
		}
		row.Wrong, row.WaitUntil = 0, ""
		if row.PinHash != "" {
			row.PinWrong = pinWrongLimit // the old PIN waits for the new password
		}
	}
	if err := s.store.saveLogin(ctx, &row); err != nil {
		return err
	}
	if account.Password != "" && exists {
		if err := s.store.updateSessions(ctx, "person_id", account.Person, map[string]any{"ended": 1}); err != nil {
			return err
		}
	}
	return s.store.replaceRoles(ctx, account.Person, account.Roles)
}

func checkAccount(account Account, exists bool) error {
	var faults []*fault.Fault
	if f := checkUserName(account.UserName); f != nil {
		faults = append(faults, f)
	}
	if account.Password != "" || !exists {
		if f := checkPassword("password", account.Password); f != nil {
			faults = append(faults, f)
		}
	}
	if f := checkRoles(account.Roles); f != nil {
		faults = append(faults, f)
	}
	return fault.Join(faults)
}

// Unlock opens a PIN that was locked after five wrong ones.
func (s *Service) Unlock(ctx context.Context, person string) error {
	if err := Require(ctx, ManageAccounts); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		columns := map[string]any{"pin_wrong": 0, "wrong": 0, "wait_until": ""}
		if err := s.store.updateLogin(ctx, person, columns); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "identity.unlock", Kind: "person", Subject: person})
	})
}

// QuickPerson is somebody who can take over this computer by PIN.
type QuickPerson struct {
	ID    string
	Name  string
	Roles []Role
}

// QuickPeople lists who can take over a known computer by PIN.
func (s *Service) QuickPeople(ctx context.Context, device string) ([]QuickPerson, error) {
	known, found, err := s.store.device(ctx, device)
	if err != nil || !found {
		return []QuickPerson{}, err
	}
	rows, err := s.store.quickPeople(ctx, known.ID)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	roles, err := s.store.roles(ctx, ids)
	if err != nil {
		return nil, err
	}
	people := make([]QuickPerson, 0, len(rows))
	for _, row := range rows {
		if _, here, err := s.here(ctx, row.ID); err != nil {
			return nil, err
		} else if !here {
			continue
		}
		people = append(people, QuickPerson{ID: row.ID, Name: row.Name, Roles: roles[row.ID]})
	}
	return people, nil
}

// AccountState is what others may know of a person's login.
type AccountState struct {
	UserName  string
	HasPIN    bool
	PINLocked bool
	Roles     []Role // in force today
	Standing  []Role // without an end
	Grants    []Grant
}

// Accounts gives the login states of many people; who has none is missing.
func (s *Service) Accounts(ctx context.Context, people []string) (map[string]AccountState, error) {
	rows, err := s.store.accounts(ctx, people)
	if err != nil {
		return nil, err
	}
	standing, err := s.store.standing(ctx, people)
	if err != nil {
		return nil, err
	}
	grants, err := s.store.grants(ctx, people)
	if err != nil {
		return nil, err
	}
	states := map[string]AccountState{}
	for _, row := range rows {
		states[row.PersonID] = AccountState{UserName: row.UserName, HasPIN: row.PinHash != "",
			PINLocked: row.PinWrong >= pinWrongLimit, Standing: standing[row.PersonID],
			Roles: inForce(standing[row.PersonID], grants[row.PersonID], s.store.Today()), Grants: grants[row.PersonID]}
	}
	return states, nil
}
