package roster

import (
	"context"
	"slices"

	"yayuan/backend/audit"
	"yayuan/backend/files"
	"yayuan/backend/identity"
)

// pictured is somebody around a child of whom a face may be kept: a guardian,
// who has one face for all its children, or a line of the pick-up list.
type pictured struct {
	ID       string // the guardian's, also where a line names one
	Guardian bool
	Name     string
	Photo    string
}

// SetPersonPhoto keeps the face of a guardian or of somebody on a child's
// pick-up list, small and without what the camera wrote; the one before goes.
func (s *Service) SetPersonPhoto(ctx context.Context, child, person string, raw []byte) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	portrait, err := files.Portrait(raw)
	if err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		whom, err := s.pictured(ctx, child, person)
		if err != nil {
			return err
		}
		// Named after the person: equal bytes of two people stay two photos.
		blob, err := s.files.Put(ctx, files.Photo, whom.ID+".jpg", "image/jpeg", portrait)
		if err != nil || blob.ID == whom.Photo {
			return err
		}
		if err := s.changeFace(ctx, whom, blob.ID); err != nil {
			return err
		}
		return s.recordFace(ctx, audit.Entry{Verb: "roster.set_person_photo"}, child, whom)
	})
}

// RemovePersonPhoto takes that face away, bytes and all.
func (s *Service) RemovePersonPhoto(ctx context.Context, child, person, reason string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	if clean(reason) == "" {
		return reasonMissing.At("reason")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		whom, err := s.pictured(ctx, child, person)
		if err != nil {
			return err
		}
		if whom.Photo == "" {
			return photoNone
		}
		if err := s.changeFace(ctx, whom, ""); err != nil {
			return err
		}
		return s.recordFace(ctx, audit.Entry{Verb: "roster.remove_person_photo", Reason: clean(reason)}, child, whom)
	})
}

// PersonPhoto gives that face as a JPEG, to whoever may know who collects the child.
func (s *Service) PersonPhoto(ctx context.Context, child, person string) ([]byte, error) {
	if err := s.RequireChild(ctx, identity.ReadCollectors, child, s.store.Today()); err != nil {
		return nil, err
	}
	whom, err := s.pictured(ctx, child, person)
	if err != nil {
		return nil, err
	}
	if whom.Photo == "" {
		return nil, photoNone
	}
	_, bytes, err := s.files.Get(ctx, whom.Photo)
	return bytes, err
}

// pictured finds a guardian of a child, or a line of its list, under any of
// its registrations.
func (s *Service) pictured(ctx context.Context, child, person string) (pictured, error) {
	if _, err := s.live(ctx, child); err != nil {
		return pictured{}, err
	}
	guardians, err := s.store.guardians(ctx, []string{child})
	if err != nil {
		return pictured{}, err
	}
	for _, g := range guardians[child] {
		if g.ID == person {
			return pictured{ID: g.ID, Guardian: true, Name: g.Name, Photo: g.Photo}, nil
		}
	}
	lines, err := s.store.pickups(ctx, []string{child})
	if err != nil {
		return pictured{}, err
	}
	for _, c := range lines[child] {
		switch {
		case c.GuardianID != "" && (c.GuardianID == person || c.ID == person):
			return pictured{ID: c.GuardianID, Guardian: true, Name: c.Name, Photo: c.Photo}, nil
		case c.ID == person:
			return pictured{ID: c.ID, Name: c.Name, Photo: c.Photo}, nil
		}
	}
	return pictured{}, collectorUnknown
}

// changeFace puts another face, or none, in place of the present one.
func (s *Service) changeFace(ctx context.Context, whom pictured, photo string) error {
	if err := s.store.setFace(ctx, whom, photo); err != nil || whom.Photo == "" {
		return err
	}
	return s.files.DropPhoto(ctx, whom.Photo)
}

// recordFace tells every child that shares the guardian.
func (s *Service) recordFace(ctx context.Context, entry audit.Entry, child string, whom pictured) error {
	known, err := s.store.family(ctx)
	if err != nil {
		return err
	}
	told := []string{known.root(child)}
	if whom.Guardian {
		links, err := s.store.childrenOf(ctx, whom.ID)
		if err != nil {
			return err
		}
		for _, link := range links {
			told = append(told, known.root(link.ChildID))
		}
	}
	slices.Sort(told)
	entry.Kind, entry.Changes = "child", []audit.Change{{Field: "photoOf", New: whom.Name}}
	for _, each := range slices.Compact(told) {
		entry.Subject = each
		if err := s.record(ctx, entry); err != nil {
			return err
		}
	}
	return nil
}

// forgetGuardianFace drops the face of a guardian whom no child names any
// more: nobody could look at it, or take it away.
func (s *Service) forgetGuardianFace(ctx context.Context, guardian string) error {
	row, found, err := s.store.guardian(ctx, guardian)
	if err != nil || !found || row.PhotoID == nil {
		return err
	}
	named, err := s.store.guardianNamed(ctx, guardian)
	if err != nil || named {
		return err
	}
	return s.changeFace(ctx, pictured{ID: guardian, Guardian: true, Photo: *row.PhotoID}, "")
}

// forgetFaceOf drops the face of a line that was taken off the list.
func (s *Service) forgetFaceOf(ctx context.Context, line Collector) error {
	if line.GuardianID != "" {
		return s.forgetGuardianFace(ctx, line.GuardianID)
	}
	if line.Photo == "" {
		return nil
	}
	return s.changeFace(ctx, pictured{ID: line.ID, Photo: line.Photo}, "")
}
