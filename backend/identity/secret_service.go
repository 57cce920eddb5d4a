package identity

import (
	"context"
	"errors"

	"yayuan/backend/audit"
)

// SetPIN gives the asking person a PIN; the password proves who it is.
func (s *Service) SetPIN(ctx context.Context, password, pin string) error {
	if !pinPattern.MatchString(pin) {
		return pinBad.At("pin")
	}
	return s.changeSecret(ctx, password, "identity.set_pin", func() (map[string]any, error) {
		hashed, err := hash(pin)
		return map[string]any{"pin_hash": hashed, "pin_wrong": 0}, err
	})
}

// SetPassword changes the asking person's own password.
func (s *Service) SetPassword(ctx context.Context, old, password string) error {
	if f := checkPassword("new", password); f != nil {
		return f
	}
	return s.changeSecret(ctx, old, "identity.set_password", func() (map[string]any, error) {
		hashed, err := hash(password)
		return map[string]any{"password_hash": hashed}, err
	})
}

func (s *Service) changeSecret(ctx context.Context, password, verb string, columns func() (map[string]any, error)) error {
	actor, ok := ActorOf(ctx)
	if !ok {
		return SignInFirst
	}
	s.proving.Lock()
	defer s.proving.Unlock()
	if err := s.proveOwn(ctx, actor.ID, password); err != nil {
		return err
	}
	set, err := columns()
	if err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		if err := s.store.updateLogin(ctx, actor.ID, set); err != nil {
			return err
		}
		if _, password := set["password_hash"]; password {
			// Whoever else holds a session of this person must know the new one.
			if err := s.store.endOtherSessions(ctx, actor.ID, actor.Session); err != nil {
				return err
			}
		}
		return s.audit.Write(ctx, audit.Entry{Verb: verb, Kind: "person", Subject: actor.ID})
	})
}

// proveOwn compares the asking person's own password; wrong ones count as
// they do at sign-in, so that an open page does not serve for guessing.
func (s *Service) proveOwn(ctx context.Context, person, password string) error {
	login, found, err := s.store.login(ctx, person)
	if err != nil {
		return err
	}
	if !found {
		return NotAllowed
	}
	if login.WaitUntil > stamp(s.store.Now()) {
		return waitFirst.With("minutes", 1)
	}
	right, err := matches(password, login.PasswordHash)
	if err != nil {
		return err
	}
	if !right {
		if err := s.countWrongPassword(ctx, login); !errors.Is(err, wrongPassword) {
			return err
		}
		return wrongOwn.At("password")
	}
	return nil
}
