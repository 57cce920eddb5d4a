package roster

import (
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/files"
	"yayuan/backend/identity"
)

// SetPhoto keeps a face for a child, small and without what the camera wrote;
// the one before goes.
func (s *Service) SetPhoto(ctx context.Context, child string, raw []byte) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	portrait, err := files.Portrait(raw)
	if err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		old, err := s.changeable(ctx, child)
		if err != nil {
			return err
		}
		// Named after the child: equal bytes of two children stay two photos.
		blob, err := s.files.Put(ctx, files.Photo, child+".jpg", "image/jpeg", portrait)
		if err != nil || blob.ID == old.Photo {
			return err
		}
		if err := s.dropPhoto(ctx, old); err != nil {
			return err
		}
		if err := s.store.insert(ctx, &photoRow{NurseryID: s.store.Nursery(), ChildID: child, BlobID: blob.ID}); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.set_photo", Kind: "child", Subject: child})
	})
}

// RemovePhoto takes a child's face away, bytes and all.
func (s *Service) RemovePhoto(ctx context.Context, child, reason string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	if clean(reason) == "" {
		return reasonMissing.At("reason")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		old, err := s.changeable(ctx, child)
		if err != nil {
			return err
		}
		if old.Photo == "" {
			return photoNone
		}
		if err := s.dropPhoto(ctx, old); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.remove_photo", Kind: "child", Subject: child, Reason: clean(reason)})
	})
}

func (s *Service) dropPhoto(ctx context.Context, child Child) error {
	if child.Photo == "" {
		return nil
	}
	if err := s.store.removePhoto(ctx, child.ID); err != nil {
		return err
	}
	return s.files.DropPhoto(ctx, child.Photo)
}

// Photo gives a child's face as a JPEG.
func (s *Service) Photo(ctx context.Context, id string) ([]byte, error) {
	if err := s.requireFace(ctx, id); err != nil {
		return nil, err
	}
	child, err := s.kept(ctx, id)
	if err != nil {
		return nil, err
	}
	if child.Photo == "" {
		return nil, photoNone
	}
	_, bytes, err := s.files.Get(ctx, child.Photo)
	return bytes, err
}
