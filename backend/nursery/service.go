package nursery

import (
	"context"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Service holds the verbs of the nursery's profile.
type Service struct {
	store store
	audit *audit.Log
}

// New makes the service on a store.
func New(s *storage.Store, log *audit.Log) *Service { return &Service{store: store{s}, audit: log} }

// Found writes the first profile of a new nursery, inside the transaction
// that also makes its first director.
func (s *Service) Found(ctx context.Context, p Profile) error {
	if err := p.Check(); err != nil {
		return err
	}
	p.Revision = 1
	return s.store.save(ctx, p)
}

// Name of the nursery, for the head of pages; empty before it is founded.
func (s *Service) Name(ctx context.Context) (string, error) {
	p, _, err := s.store.read(ctx)
	return p.Name, err
}

// Place is the GB/T 2260 code of the authority that registered the nursery,
// the third to eighth digit of its credit code; empty when not recorded.
func (s *Service) Place(ctx context.Context) (string, error) {
	p, _, err := s.store.read(ctx)
	if err != nil || len(p.CreditCode) < 8 || strings.Trim(p.CreditCode[2:8], "0123456789") != "" {
		return "", err
	}
	return p.CreditCode[2:8], nil
}

// Profile reads the whole profile.
func (s *Service) Profile(ctx context.Context) (Profile, error) {
	if err := identity.Require(ctx, identity.ReadNursery); err != nil {
		return Profile{}, err
	}
	p, _, err := s.store.read(ctx)
	return p, err
}

// Change replaces the profile; the revision that was seen must be the last.
func (s *Service) Change(ctx context.Context, p Profile) (Profile, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return Profile{}, err
	}
	if err := p.Check(); err != nil {
		return Profile{}, err
	}
	err := s.store.Do(ctx, func(ctx context.Context) error {
		old, _, err := s.store.read(ctx)
		if err != nil {
			return err
		}
		if old.Revision != p.Revision {
			return changedSince
		}
		p.Revision++
		if err := s.store.save(ctx, p); err != nil {
			return err
		}
		if err := s.store.Note(ctx, storage.Change{Area: "nursery", ID: s.store.Nursery()}); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "nursery.change", Kind: "nursery", Subject: s.store.Nursery(),
			Changes: diff(old, p)})
	})
	return p, err
}

func diff(old, p Profile) []audit.Change {
	changes := audit.Diff(nil, "name", old.Name, p.Name)
	changes = audit.Diff(changes, "creditCode", old.CreditCode, p.CreditCode)
	changes = audit.Diff(changes, "address", old.Address, p.Address)
	changes = audit.Diff(changes, "legalPerson", old.LegalPerson, p.LegalPerson)
	changes = audit.Diff(changes, "principal", old.Principal, p.Principal)
	changes = audit.Diff(changes, "phone", old.Phone, p.Phone)
	changes = audit.Diff(changes, "registrationNumber", old.RegistrationNumber, p.RegistrationNumber)
	changes = audit.Diff(changes, "registeredOn", string(old.RegisteredOn), string(p.RegisteredOn))
	changes = audit.Diff(changes, "nature", old.Nature, p.Nature)
	return audit.Diff(changes, "areaDm2", areaText(old.AreaDM2), areaText(p.AreaDM2))
}
