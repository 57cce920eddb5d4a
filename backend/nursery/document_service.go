package nursery

import (
	"context"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/files"
	"yayuan/backend/identity"
)

// Papers is the one list of papers with their expiry, as it stands today.
func (s *Service) Papers(ctx context.Context) ([]Paper, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return nil, err
	}
	return s.papers(ctx)
}

func (s *Service) papers(ctx context.Context) ([]Paper, error) {
	var papers []Paper
	err := s.store.Read(ctx, func(ctx context.Context) error {
		p, _, err := s.store.read(ctx)
		if err != nil {
			return err
		}
		documents, err := s.store.documents(ctx)
		papers = Papers(p, documents, s.store.Today())
		return err
	})
	return papers, err
}

// SaveDocument writes a new paper (revision 0) or mends what was written of a
// known one. A new paper that renews another begins later than it.
func (s *Service) SaveDocument(ctx context.Context, d Document) (Document, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return d, err
	}
	d = d.tidy()
	if err := d.check(s.store.Today()); err != nil {
		return d, err
	}
	err := s.store.Do(ctx, func(ctx context.Context) error {
		old, verb := Document{}, "nursery.add_document"
		if d.Revision > 0 {
			verb = "nursery.change_document"
			var err error
			if old, err = s.alterable(ctx, d.ID, d.Revision); err != nil {
				return err
			}
			d.Renews, d.ScanID = old.Renews, old.ScanID
		} else if d.ID, d.ScanID = newIDIfNone(d.ID), ""; s.store.taken(ctx, "nursery_document", d.ID) {
			return changedSince
		}
		d.VoidReason = ""
		if d.Renews != "" {
			if err := s.renewable(ctx, d); err != nil {
				return err
			}
		}
		d.Revision++
		if err := s.store.saveDocument(ctx, d); err != nil {
			return err
		}
		return s.kept(ctx, verb, "nursery_document", d.ID, "", documentDiff(old, d))
	})
	return d, err
}

func (s *Service) alterable(ctx context.Context, id string, revision int64) (Document, error) {
	old, err := s.store.document(ctx, id)
	switch {
	case err != nil:
		return old, err
	case old.VoidReason != "":
		return old, documentVoid
	case old.Revision != revision:
		return old, changedSince
	}
	return old, nil
}

func (s *Service) renewable(ctx context.Context, d Document) error {
	before, err := s.store.document(ctx, d.Renews)
	switch {
	case err != nil:
		return err
	case before.Kind != d.Kind:
		return documentKind.At("kind")
	case before.VoidReason != "":
		return documentVoid
	case d.IssuedOn <= before.IssuedOn:
		return renewalOlder.At("issuedOn").With("before", string(before.IssuedOn))
	}
	all, err := s.store.documents(ctx)
	for _, other := range all {
		if other.Renews == d.Renews && other.ID != d.ID && other.VoidReason == "" {
			return documentRenewed
		}
	}
	return err
}

// VoidDocument takes a paper off the list that should not be on it; the row
// stays, and what it renewed counts again.
func (s *Service) VoidDocument(ctx context.Context, id, reason string, revision int64) error {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return err
	}
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return reasonMissing.At("reason")
	}
	if faults := checkTexts(map[string]string{"reason": reason}); len(faults) > 0 {
		return faults[0]
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		d, err := s.alterable(ctx, id, revision)
		if err != nil {
			return err
		}
		d.VoidReason = reason
		d.Revision++
		if err := s.store.saveDocument(ctx, d); err != nil {
			return err
		}
		return s.kept(ctx, "nursery.void_document", "nursery_document", id, reason, nil)
	})
}

// AttachScan keeps the picture of a paper; an earlier one stays among the
// kept files.
func (s *Service) AttachScan(ctx context.Context, id, name string, content []byte) (Document, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return Document{}, err
	}
	media, ok := scanType(content)
	if len(content) > 0 && !ok {
		return Document{}, scanKind.At("file")
	}
	var d Document
	err := s.store.Do(ctx, func(ctx context.Context) error {
		var err error
		if d, err = s.store.document(ctx, id); err != nil {
			return err
		}
		if d.VoidReason != "" {
			return documentVoid
		}
		blob, err := s.files.Put(ctx, files.Scan, name, media, content)
		if err != nil {
			return err
		}
		before := d.ScanID
		d.ScanID = blob.ID
		d.Revision++
		if err := s.store.saveDocument(ctx, d); err != nil {
			return err
		}
		return s.kept(ctx, "nursery.attach_scan", "nursery_document", id, "", audit.Diff(nil, "scan", before, blob.ID))
	})
	return d, err
}

// Scan gives the picture of a paper.
func (s *Service) Scan(ctx context.Context, id string) (files.Blob, []byte, error) {
	if err := identity.Require(ctx, identity.WriteNursery); err != nil {
		return files.Blob{}, nil, err
	}
	d, err := s.store.document(ctx, id)
	if err == nil && d.ScanID == "" {
		err = scanMissing
	}
	if err != nil {
		return files.Blob{}, nil, err
	}
	return s.files.Get(ctx, d.ScanID)
}
