package roster

import (
	"context"
	"slices"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
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
		if all := known[child]; len(all) > 0 {
			g.Position = all[len(all)-1].Position + 1
		}
		id, err = s.addGuardian(ctx, child, g, "guardian")
		return err
	})
	return id, err
}

func (s *Service) addGuardian(ctx context.Context, child string, g Guardian, field string) (string, error) {
	g.Name, g.Phone, g.Relation, g.Others = clean(g.Name), clean(g.Phone), clean(g.Relation), keptPhones(g.Others, nil)
	if err := fault.Join(g.Check(field)); err != nil {
		return "", err
	}
	shared, found, err := s.store.sharedGuardian(ctx, g.Name, g.Phone)
	if err != nil {
		return "", err
	}
	if found {
		g.ID = shared.ID
		if err := s.moreNumbers(ctx, shared, g.Others); err != nil {
			return "", err
		}
	} else {
		if g.ID, err = fresh[guardianRow](ctx, s.store, g.ID); err != nil {
			return "", err
		}
		if err := s.store.saveGuardian(ctx, guardianRow{ID: g.ID, Name: g.Name, Phone: g.Phone, OtherPhones: packed(g.Others), Revision: 1}); err != nil {
			return "", err
		}
	}
	if err := s.store.linkGuardian(ctx, child, g); err != nil {
		return "", err
	}
	return g.ID, s.record(ctx, audit.Entry{Verb: "roster.add_guardian", Kind: "child", Subject: child,
		Changes: guardianDiff(child, Guardian{}, g)})
}

// moreNumbers adds to a shared guardian the numbers that it did not have.
func (s *Service) moreNumbers(ctx context.Context, row guardianRow, numbers []string) error {
	known := unpacked(row.OtherPhones)
	for _, number := range numbers {
		if number != row.Phone && !slices.Contains(known, number) {
			known = append(known, number)
		}
	}
	if column := packed(known); column != row.OtherPhones {
		row.OtherPhones, row.Revision = column, row.Revision+1
		return s.store.saveGuardian(ctx, row)
	}
	return nil
}

// ChangeGuardian changes a guardian for all the children it belongs to; the
// relation and the days are those to the named child. An empty phone and no
// list of further numbers keep what is there, and so does a masked number.
func (s *Service) ChangeGuardian(ctx context.Context, child string, g Guardian) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	g.Name, g.Phone, g.Relation = clean(g.Name), clean(g.Phone), clean(g.Relation)
	return s.store.Do(ctx, func(ctx context.Context) error {
		_, old, err := s.guardiansWith(ctx, child, g.ID)
		if err != nil {
			return err
		}
		if g.Phone == "" { // shown masked: empty keeps it
			g.Phone = old.Phone
		}
		if g.Others == nil {
			g.Others = old.Others
		}
		g.Others = keptPhones(g.Others, old.Others)
		if err := fault.Join(g.Check("guardian")); err != nil {
			return err
		}
		return s.changeGuardian(ctx, child, old, g)
	})
}

func (s *Service) changeGuardian(ctx context.Context, child string, old, g Guardian) error {
	row, _, err := s.store.guardian(ctx, g.ID)
	if err != nil {
		return err
	}
	row.Name, row.Phone, row.OtherPhones, row.Revision = g.Name, g.Phone, packed(g.Others), row.Revision+1
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
		told := g
		if link.ChildID != child { // what is between guardian and child is not shared
			told.Relation, told.From, told.Until = old.Relation, old.From, old.Until
		}
		err := s.record(ctx, audit.Entry{Verb: "roster.change_guardian", Kind: "child", Subject: link.ChildID,
			Changes: guardianDiff(link.ChildID, old, told)})
		if err != nil {
			return err
		}
	}
	return nil
}

// guardiansWith reads the guardians of a child, and the one that is meant.
func (s *Service) guardiansWith(ctx context.Context, child, guardian string) ([]Guardian, Guardian, error) {
	known, err := s.store.guardians(ctx, []string{child})
	if err != nil {
		return nil, Guardian{}, err
	}
	for _, each := range known[child] {
		if each.ID == guardian {
			return known[child], each, nil
		}
	}
	return nil, Guardian{}, guardianUnknown
}

// RemoveGuardian takes a guardian off a child, with a reason; siblings keep it.
func (s *Service) RemoveGuardian(ctx context.Context, child, guardian, reason string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	if clean(reason) == "" {
		return reasonMissing.At("reason")
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		_, old, err := s.guardiansWith(ctx, child, guardian)
		if err != nil {
			return err
		}
		if err := s.store.unlinkGuardian(ctx, child, guardian); err != nil {
			return err
		}
		if err := s.forgetGuardianFace(ctx, guardian); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.remove_guardian", Kind: "child", Subject: child, Reason: clean(reason),
			Changes: guardianDiff(child, old, Guardian{})})
	})
}

// CallFirst makes a guardian the first to call of a child.
func (s *Service) CallFirst(ctx context.Context, child, guardian string) error {
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		known, chosen, err := s.guardiansWith(ctx, child, guardian)
		if err != nil || known[0].ID == guardian {
			return err
		}
		chosen.Position = known[0].Position - 1
		if err := s.store.linkGuardian(ctx, child, chosen); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.call_first", Kind: "child", Subject: child,
			Changes: audit.Diff(nil, "guardian.first", known[0].Name, chosen.Name)})
	})
}

func guardianDiff(child string, old, g Guardian) []audit.Change {
	changes := audit.Diff(nil, "guardian.name", old.Name, g.Name)
	changes = audit.Diff(changes, "guardian.relation", old.Relation, g.Relation)
	changes = audit.Diff(changes, "guardian.from", string(old.From), string(g.From))
	changes = audit.Diff(changes, "guardian.until", string(old.Until), string(g.Until))
	changes = audit.DiffSealed(changes, child, "guardian.otherPhones", strings.Join(old.Others, "、"), strings.Join(g.Others, "、"))
	return audit.DiffSealed(changes, child, "guardian.phone", old.Phone, g.Phone)
}

// siblings names the other children of a child's guardians. Only who keeps
// the roster changes a guardian, so only they are told whom it concerns.
func (s *Service) siblings(ctx context.Context, child string, guardians []Guardian) (map[string][]Child, error) {
	if identity.ScopeOf(ctx, identity.WriteRoster) == identity.None || len(guardians) == 0 {
		return nil, nil
	}
	ids := make([]string, len(guardians))
	for i, g := range guardians {
		ids[i] = g.ID
	}
	by, err := s.store.sharedBy(ctx, ids)
	for guardian, children := range by {
		by[guardian] = slices.DeleteFunc(children, func(c Child) bool { return c.ID == child })
	}
	return by, err
}
