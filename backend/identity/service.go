package identity

import (
	"context"
	"sync"
	"time"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/storage"
)

// IdleMinutes without a touch lock the page; the server ends a session that
// has not asked anything for four times as long.
const IdleMinutes = 10

// sessionHours is the longest that one sign-in lasts: a working day.
const sessionHours = 14

// Service holds the verbs of identity.
type Service struct {
	store store
	audit *audit.Log
	// proving lets one secret be tried at a time: many tries at once would all
	// be read before the first is counted, and each takes 64 MiB. Who holds it
	// is never inside a transaction.
	proving sync.Mutex
	gone    Gone
}

// GoneBy names who knows whether the last day of a person is over by some day:
// such a person is nobody here, without anybody having to say so on that day.
func (s *Service) GoneBy(gone Gone) { s.gone = gone }

// Gone tells whether somebody has left by a day and is not back on it.
type Gone func(ctx context.Context, person string, by day.Day) (bool, error)

// here finds a person who may sign in and act today.
func (s *Service) here(ctx context.Context, id string) (personRow, bool, error) {
	row, found, err := s.store.person(ctx, id)
	if err != nil || !found || row.Active == 0 || s.gone == nil {
		return row, found && row.Active == 1, err
	}
	gone, err := s.gone(ctx, id, s.store.Today())
	return row, !gone, err
}

// New makes the service on a store.
func New(s *storage.Store, log *audit.Log) *Service { return &Service{store: store{s}, audit: log} }

// Session is a fresh sign-in: the token for every call and the device's own
// token, which a later PIN needs.
type Session struct {
	Token  string
	Device string
	Actor  Actor
}

// SignIn checks name and password. Five wrong passwords in a row make the
// next try wait a minute.
func (s *Service) SignIn(ctx context.Context, userName, password, device string) (Session, error) {
	s.proving.Lock()
	defer s.proving.Unlock()
	login, found, err := s.store.loginByName(ctx, userName)
	if err != nil {
		return Session{}, err
	}
	if !found {
		_, _ = matches(password, nobodyHash())
		return Session{}, wrongPassword
	}
	if wait := login.WaitUntil; wait > stamp(s.store.Now()) {
		return Session{}, waitFirst.With("minutes", 1)
	}
	ok, err := matches(password, login.PasswordHash)
	if err != nil {
		return Session{}, err
	}
	if !ok {
		return Session{}, s.countWrongPassword(ctx, login)
	}
	person, here, err := s.here(ctx, login.PersonID)
	if err != nil {
		return Session{}, err
	}
	if !here {
		return Session{}, wrongPassword
	}
	var session Session
	err = s.store.Do(ctx, func(ctx context.Context) error {
		clear := map[string]any{"wrong": 0, "pin_wrong": 0, "wait_until": ""}
		if err := s.store.updateLogin(ctx, person.ID, clear); err != nil {
			return err
		}
		session, err = s.begin(ctx, person, device)
		return err
	})
	return session, err
}

func (s *Service) countWrongPassword(ctx context.Context, login loginRow) error {
	columns := map[string]any{"wrong": login.Wrong + 1}
	if login.Wrong+1 >= passwordWrongLimit {
		columns = map[string]any{"wrong": 0, "wait_until": stamp(s.store.Now().Add(time.Minute))}
	}
	err := s.store.Do(ctx, func(ctx context.Context) error { return s.store.updateLogin(ctx, login.PersonID, columns) })
	if err != nil {
		return err
	}
	return wrongPassword
}

// SignInByPIN changes the person on a computer where that person has signed
// in with the password before. The fifth wrong PIN locks it until the
// password is used or a director unlocks it.
func (s *Service) SignInByPIN(ctx context.Context, device, person, pin string) (Session, error) {
	s.proving.Lock()
	defer s.proving.Unlock()
	known, found, err := s.store.device(ctx, device)
	if err != nil {
		return Session{}, err
	}
	if !found {
		return Session{}, deviceUnknown
	}
	people, err := s.store.quickPeople(ctx, known.ID)
	if err != nil {
		return Session{}, err
	}
	login, found, err := s.store.login(ctx, person)
	if err != nil {
		return Session{}, err
	}
	if !found || !holds(people, person) {
		return Session{}, wrongPIN.With("left", pinWrongLimit)
	}
	if login.PinWrong >= pinWrongLimit {
		return Session{}, pinLocked
	}
	ok, err := matches(pin, login.PinHash)
	if err != nil {
		return Session{}, err
	}
	if !ok {
		return Session{}, s.countWrongPIN(ctx, login)
	}
	var session Session
	err = s.store.Do(ctx, func(ctx context.Context) error {
		if err := s.store.updateLogin(ctx, person, map[string]any{"pin_wrong": 0}); err != nil {
			return err
		}
		row, here, err := s.here(ctx, person)
		if err != nil {
			return err
		}
		if !here {
			return wrongPIN.With("left", pinWrongLimit)
		}
		session, err = s.begin(ctx, row, device)
		return err
	})
	return session, err
}

func holds(people []quickRow, person string) bool {
	for _, each := range people {
		if each.ID == person {
			return true
		}
	}
	return false
}

func (s *Service) countWrongPIN(ctx context.Context, login loginRow) error {
	wrong := login.PinWrong + 1
	err := s.store.Do(ctx, func(ctx context.Context) error {
		if err := s.store.updateLogin(ctx, login.PersonID, map[string]any{"pin_wrong": wrong}); err != nil {
			return err
		}
		if wrong < pinWrongLimit {
			return nil
		}
		ctx = audit.WithActor(ctx, audit.Actor{ID: login.PersonID, Name: login.UserName})
		return s.audit.Write(ctx, audit.Entry{Verb: "identity.pin_locked", Kind: "person", Subject: login.PersonID})
	})
	if err != nil {
		return err
	}
	if wrong >= pinWrongLimit {
		return pinLocked
	}
	return wrongPIN.With("left", pinWrongLimit-wrong)
}

// begin writes the session and, on a computer not seen before, the device.
func (s *Service) begin(ctx context.Context, person personRow, device string) (Session, error) {
	now := stamp(s.store.Now())
	known, found, err := s.store.device(ctx, device)
	if err != nil {
		return Session{}, err
	}
	if !found {
		token, kept := newToken()
		device = token
		known = deviceRow{NurseryID: s.store.Nursery(), ID: storage.NewID(), TokenHash: kept, CreatedAt: now}
		if err := s.store.insert(ctx, &known); err != nil {
			return Session{}, err
		}
	}
	token, kept := newToken()
	row := sessionRow{NurseryID: s.store.Nursery(), ID: storage.NewID(), PersonID: person.ID, DeviceID: known.ID,
		TokenHash: kept, BeganAt: now, SeenAt: now}
	if err := s.store.insert(ctx, &row); err != nil {
		return Session{}, err
	}
	roles, err := s.store.roles(ctx, []string{person.ID})
	if err != nil {
		return Session{}, err
	}
	actor := NewActor(person.ID, person.Name, roles[person.ID])
	actor.Session, actor.Device = row.ID, known.ID
	ctx = WithActor(ctx, actor)
	err = s.audit.Write(ctx, audit.Entry{Verb: "identity.sign_in", Kind: "person", Subject: person.ID})
	return Session{Token: token, Device: device, Actor: actor}, err
}

// Authenticate puts the person behind a token into the context. An unknown,
// ended or idle session leaves it as it is.
func (s *Service) Authenticate(ctx context.Context, token string) (context.Context, error) {
	if token == "" {
		return ctx, nil
	}
	row, found, err := s.store.session(ctx, token)
	if err != nil || !found {
		return ctx, err
	}
	now := s.store.Now()
	seen, err := time.Parse(time.RFC3339Nano, row.SeenAt)
	if err != nil {
		return ctx, err
	}
	began, err := time.Parse(time.RFC3339Nano, row.BeganAt)
	if err != nil {
		return ctx, err
	}
	if now.Sub(seen) > 4*IdleMinutes*time.Minute || now.Sub(began) > sessionHours*time.Hour {
		return ctx, nil
	}
	person, here, err := s.here(ctx, row.PersonID)
	if err != nil || !here {
		return ctx, err
	}
	if now.Sub(seen) > time.Minute { // one write a minute, not one a call
		columns := map[string]any{"seen_at": stamp(now)}
		err := s.store.Do(ctx, func(ctx context.Context) error { return s.store.updateSessions(ctx, "id", row.ID, columns) })
		if err != nil {
			return ctx, err
		}
	}
	roles, err := s.store.roles(ctx, []string{person.ID})
	if err != nil {
		return ctx, err
	}
	actor := NewActor(person.ID, person.Name, roles[person.ID])
	actor.Session, actor.Device = row.ID, row.DeviceID
	return WithActor(ctx, actor), nil
}

// SignOut ends the session of the asking person.
func (s *Service) SignOut(ctx context.Context) error {
	actor, ok := ActorOf(ctx)
	if !ok {
		return SignInFirst
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		return s.store.updateSessions(ctx, "id", actor.Session, map[string]any{"ended": 1})
	})
}
