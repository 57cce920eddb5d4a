package roster

import (
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// AddGuardian adds a guardian to a child. A sibling's guardian (same name and
// phone) is shared, not written twice.
func (s *Service) AddGuardian(ctx context.Context, child string, g Guardian) (string, error) {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return "", err
	}
	id := ""
	err := s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.live(ctx, child); err != nil {
			return err
		}
		known, err := s.store.guardians(ctx, []string{child})
		if err != nil {
			return err
		}
		g.Position = len(known[child])
		id, err = s.addGuardian(ctx, child, g, "guardian")
		return err
	})
	return id, err
}

func (s *Service) addGuardian(ctx context.Context, child string, g Guardian, field string) (string, error) {
	g.Name, g.Phone, g.Relation = clean(g.Name), clean(g.Phone), clean(g.Relation)
	if err := fault.Join(g.Check(field)); err != nil {
		return "", err
	}
	shared, found, err := s.store.sharedGuardian(ctx, g.Name, g.Phone)
	if err != nil {
		return "", err
	}
	if found {
		g.ID = shared.ID
	} else {
		if g.ID == "" {
			g.ID = storage.NewID()
		}
		if err := s.store.saveGuardian(ctx, guardianRow{ID: g.ID, Name: g.Name, Phone: g.Phone, Revision: 1}); err != nil {
			return "", err
		}
	}
	if err := s.store.linkGuardian(ctx, child, g); err != nil {
		return "", err
	}
	return g.ID, s.record(ctx, audit.Entry{Verb: "roster.add_guardian", Kind: "child", Subject: child,
		Changes: guardianDiff(child, Guardian{}, g)})
}

// ChangeGuardian changes a guardian for all the children it belongs to; the
// relation is the one to the named child.
func (s *Service) ChangeGuardian(ctx context.Context, child string, g Guardian) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	g.Name, g.Phone, g.Relation = clean(g.Name), clean(g.Phone), clean(g.Relation)
	if err := fault.Join(g.Check("guardian")); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		known, err := s.store.guardians(ctx, []string{child})
		if err != nil {
			return err
		}
		for _, old := range known[child] {
			if old.ID == g.ID {
				if g.Phone == "" { // shown masked: empty keeps it
					g.Phone = old.Phone
				}
				return s.changeGuardian(ctx, child, old, g)
			}
		}
		return guardianUnknown
	})
}

func (s *Service) changeGuardian(ctx context.Context, child string, old, g Guardian) error {
	row, _, err := s.store.guardian(ctx, g.ID)
	if err != nil {
		return err
	}
	row.Name, row.Phone, row.Revision = g.Name, g.Phone, row.Revision+1
	if err := s.store.saveGuardian(ctx, row); err != nil {
		return err
	}
	g.Position = old.Position
	if err := s.store.linkGuardian(ctx, child, g); err != nil {
		return err
	}
	siblings, err := s.store.childrenOf(ctx, g.ID)
	if err != nil {
		return err
	}
	for _, link := range siblings {
		err := s.record(ctx, audit.Entry{Verb: "roster.change_guardian", Kind: "child", Subject: link.ChildID,
			Changes: guardianDiff(link.ChildID, old, g)})
		if err != nil {
			return err
		}
	}
	return nil
}

func guardianDiff(child string, old, g Guardian) []audit.Change {
	changes := audit.Diff(nil, "guardian.name", old.Name, g.Name)
	changes = audit.Diff(changes, "guardian.relation", old.Relation, g.Relation)
	return audit.DiffSealed(changes, child, "guardian.phone", old.Phone, g.Phone)
}
