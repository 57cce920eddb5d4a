package nursery

import (
	"context"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/files"
	"yayuan/backend/idcard"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Service holds the verbs of the nursery's profile, rooms and papers.
type Service struct {
	store store
	audit *audit.Log
	files *files.Files
}

// New makes the service on a store.
func New(s *storage.Store, log *audit.Log) *Service {
	return &Service{store: store{s}, audit: log, files: files.New(s)}
}

// Found writes the first profile of a new nursery, inside the transaction
// that also makes its first director.
func (s *Service) Found(ctx context.Context, p Profile) error {
	p = p.tidy()
	if err := p.Check(); err != nil {
		return err
	}
	p.Revision = 1
	return s.store.save(ctx, p, sealedID{})
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

// Edit is a profile as it should be, with what is not part of it.
type Edit struct {
	Profile
	LegalPersonID *string // nil leaves the number as it is
	ChangedOn     day.Day // when what was registered changed; today when empty
}

// Change replaces the profile; the revision that was seen must be the last.
func (s *Service) Change(ctx context.Context, p Profile) (Profile, error) {
	return s.Write(ctx, Edit{Profile: p})
}

// Write replaces the profile and opens what must be registered again; the
// revision that was seen must be the last.
func (s *Service) Write(ctx context.Context, edit Edit) (Profile, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return Profile{}, err
	}
	edit, err := s.checked(edit)
	if err != nil {
		return Profile{}, err
	}
	p := edit.Profile
	err = s.store.Do(ctx, func(ctx context.Context) error {
		row, _, err := s.store.row(ctx)
		if err != nil {
			return err
		}
		old, err := row.profile()
		if err != nil {
			return err
		}
		if old.Revision != p.Revision {
			return changedSince
		}
		legal, sealed, err := s.legalPerson(ctx, row, edit)
		if err != nil {
			return err
		}
		p.HasLegalPersonID = len(legal.Seal) > 0
		p.Revision++
		if err := s.store.save(ctx, p, legal); err != nil {
			return err
		}
		if err := s.noteChanges(ctx, old, p, edit.ChangedOn); err != nil {
			return err
		}
		return s.kept(ctx, "nursery.change", "nursery", s.store.Nursery(), "", append(diff(old, p), sealed...))
	})
	return p, err
}

func (s *Service) checked(edit Edit) (Edit, error) {
	edit.Profile = edit.tidy()
	if err := edit.Check(); err != nil {
		return edit, err
	}
	if edit.ChangedOn == "" {
		edit.ChangedOn = s.store.Today()
	}
	if !edit.ChangedOn.Valid() || edit.ChangedOn > s.store.Today() {
		return edit, changedOnBad.At("changedOn")
	}
	if edit.LegalPersonID != nil && *edit.LegalPersonID != "" {
		number := idcard.Normal(*edit.LegalPersonID)
		if _, problem := idcard.Read(number); problem != idcard.None {
			return edit, idBad.At("legalPersonId")
		}
		edit.LegalPersonID = &number
	}
	return edit, nil
}

// legalPerson seals the number. Another person has a key of their own, and the
// number of the one before does not pass on to them.
func (s *Service) legalPerson(ctx context.Context, row nurseryRow, edit Edit) (sealedID, []audit.Change, error) {
	kept, old, next := sealedID{row.LegalPersonKey, row.LegalPersonSeal}, "", edit.LegalPersonID
	another := row.LegalPerson != edit.LegalPerson && row.LegalPerson != ""
	if next == nil && !another {
		return kept, nil, nil
	}
	if len(kept.Seal) > 0 {
		var err error
		if old, err = s.store.Unseal(ctx, kept.Key, kept.Seal); err != nil && !storage.IsErased(err) {
			return kept, nil, err
		}
	}
	changes := audit.DiffSealed(nil, kept.Key, "legalPersonId", old, "")
	if another || kept.Key == "" {
		kept.Key = storage.NewID()
	}
	kept.Seal = nil
	if next == nil || *next == "" {
		return kept, changes, nil
	}
	seal, err := s.store.Seal(ctx, kept.Key, *next)
	kept.Seal = seal
	return kept, audit.DiffSealed(changes, kept.Key, "legalPersonId", "", *next), err
}

// RevealLegalPersonID opens the number; each opening is kept with its reason.
func (s *Service) RevealLegalPersonID(ctx context.Context, reason string) (string, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return "", err
	}
	if err := identity.Require(ctx, identity.RevealID); err != nil {
		return "", err
	}
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return "", reasonMissing.At("reason")
	}
	value := ""
	err := s.store.Do(ctx, func(ctx context.Context) error {
		row, _, err := s.store.row(ctx)
		if err != nil || len(row.LegalPersonSeal) == 0 {
			return err
		}
		if value, err = s.store.Unseal(ctx, row.LegalPersonKey, row.LegalPersonSeal); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "nursery.reveal_legal_person", Kind: "nursery", Subject: s.store.Nursery(), Reason: reason})
	})
	return value, err
}

// kept writes feed and audit of one act.
func (s *Service) kept(ctx context.Context, verb, kind, subject, reason string, changes []audit.Change) error {
	if err := s.store.Note(ctx, storage.Change{Area: "nursery", ID: subject}); err != nil {
		return err
	}
	return s.audit.Write(ctx, audit.Entry{Verb: verb, Kind: kind, Subject: subject, Reason: reason, Changes: changes})
}
