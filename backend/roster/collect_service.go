package roster

import (
	"cmp"
	"context"
	"unicode/utf8"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Collectors lists who may, and who must not, collect a child. Why somebody
// must not is opened only for who keeps the roster.
func (s *Service) Collectors(ctx context.Context, child string, on day.Day) ([]Collector, error) {
	if !on.Valid() {
		return nil, dayBad.At("day")
	}
	if err := s.RequireChild(ctx, identity.ReadCollectors, child, s.store.Today()); err != nil {
		return nil, err
	}
	var list []Collector
	err := s.store.Read(ctx, func(ctx context.Context) error {
		if _, err := s.live(ctx, child); err != nil {
			return err
		}
		lists, err := s.CollectorsOf(ctx, []string{child}, on)
		if err != nil {
			return err
		}
		list = lists[child]
		if identity.ScopeOf(ctx, identity.ReadGuardians) == identity.None {
			for i := range list { // the gate compares faces, it does not call
				list[i].Phone = ""
			}
		}
		if identity.ScopeOf(ctx, identity.WriteRoster) == identity.None {
			return nil
		}
		reasons, err := s.store.reasons(ctx, child)
		for i := range list {
			list[i].Reason = reasons[list[i].ID]
		}
		return err
	})
	return list, err
}

// CollectorsOf lists who may and must not collect many children. Callers have
// required their right; reasons stay closed.
func (s *Service) CollectorsOf(ctx context.Context, children []string, on day.Day) (map[string][]Collector, error) {
	guardians, err := s.store.guardians(ctx, children)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.pickups(ctx, children)
	lists := map[string][]Collector{}
	for _, child := range children {
		lists[child] = collectors(child, guardians[child], rows[child], on)
	}
	return lists, err
}

// check refuses a row that says nothing, or says too much of somebody.
func (c Collector) check() error {
	var faults []*fault.Fault
	if c.Name == "" {
		faults = append(faults, collectorNameMissing.At("name"))
	}
	for field, text := range map[string]string{"name": c.Name, "relation": c.Relation, "authorisedBy": c.AuthorisedBy} {
		if utf8.RuneCountInString(text) > nameMax {
			faults = append(faults, tooLong.At(field).With("max", nameMax))
		}
	}
	if utf8.RuneCountInString(c.Reason) > textMax {
		faults = append(faults, tooLong.At("reason").With("max", textMax))
	}
	if c.Phone != "" && !callable(c.Phone) {
		faults = append(faults, phoneBad.At("phone"))
	}
	if c.IDLast4 != "" && !last4(c.IDLast4) {
		faults = append(faults, last4Bad.At("idLast4"))
	}
	switch {
	case c.Kind != Standing && c.Kind != Once && c.Kind != Never:
		faults = append(faults, collectorKindUnknown.At("kind"))
	case c.Kind == Never && c.Reason == "":
		faults = append(faults, reasonMissing.At("reason"))
	case c.Kind == Once && c.AuthorisedBy == "":
		faults = append(faults, authorMissing.At("authorisedBy"))
	}
	if c.From == "" {
		faults = append(faults, dayBad.At("from"))
	}
	return fault.Join(append(faults, checkSpan("", c.From, c.Until)...))
}

// last4 tells whether a text can be the end of an ID number.
func last4(text string) bool {
	for i, char := range text {
		if (char < '0' || char > '9') && !(char == 'X' && i == 3) {
			return false
		}
	}
	return len(text) == 4
}

// AddCollector puts somebody on the list of a child. An authorisation for one
// day may be taken by the class as well; the rest is the office's.
func (s *Service) AddCollector(ctx context.Context, c Collector) (string, error) {
	if err := s.requireCollector(ctx, c); err != nil {
		return "", err
	}
	c = tidy(c)
	c.Revision = 1
	if c.ID == "" {
		c.ID = storage.NewID()
	}
	return c.ID, s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.live(ctx, c.ChildID); err != nil {
			return err
		}
		c, err := s.asGuardian(ctx, c)
		if err != nil {
			return err
		}
		if err := c.check(); err != nil {
			return err
		}
		if err := s.noGuardian(ctx, c); err != nil {
			return err
		}
		if err := s.store.savePickup(ctx, c, true); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.add_collector", Kind: "child", Subject: c.ChildID,
			Changes: collectorDiff(Collector{}, c)})
	})
}

// noGuardian asks who is meant when somebody who must not collect has the name
// of a guardian: as a stranger the ban would leave the guardian free.
func (s *Service) noGuardian(ctx context.Context, c Collector) error {
	if c.Kind != Never || c.GuardianID != "" {
		return nil
	}
	guardians, err := s.store.guardians(ctx, []string{c.ChildID})
	for _, g := range guardians[c.ChildID] {
		if plainName(g.Name) == plainName(c.Name) {
			return collectorIsGuardian.At("name").With("name", g.Name)
		}
	}
	return err
}

func (s *Service) requireCollector(ctx context.Context, c Collector) error {
	if c.Kind == Once {
		return s.RequireChild(ctx, identity.WriteCollectors, c.ChildID, s.store.Today())
	}
	return identity.Require(ctx, identity.WriteRoster)
}

func tidy(c Collector) Collector {
	for _, text := range []*string{&c.Name, &c.Relation, &c.Phone, &c.IDLast4, &c.AuthorisedBy, &c.Reason} {
		*text = clean(*text)
	}
	c.IDLast4 = NormalID(c.IDLast4)
	if c.Kind == Once {
		c.Until = c.From
	}
	if c.Kind != Once {
		c.AuthorisedBy = ""
	}
	if c.Kind != Never {
		c.Reason, c.GuardianID = "", ""
	}
	return c
}

// asGuardian gives a row that bars a guardian the guardian's name.
func (s *Service) asGuardian(ctx context.Context, c Collector) (Collector, error) {
	if c.GuardianID == "" {
		return c, nil
	}
	_, g, err := s.guardiansWith(ctx, c.ChildID, c.GuardianID)
	c.Name, c.Relation, c.Phone = g.Name, g.Relation, ""
	return c, err
}

// ChangeCollector changes a row of the list; an empty phone keeps the present
// one, and so does an empty reason.
func (s *Service) ChangeCollector(ctx context.Context, c Collector) error {
	return s.store.Do(ctx, func(ctx context.Context) error {
		old, err := s.collectorToChange(ctx, c.ChildID, c.ID)
		if err != nil {
			return err
		}
		if old.Revision != c.Revision {
			return changedSince
		}
		c.Kind, c.GuardianID = old.Kind, old.GuardianID
		c = tidy(c)
		if c.Phone == "" {
			c.Phone = old.Phone
		}
		if c.Reason == "" {
			c.Reason = old.Reason
		}
		if c, err = s.asGuardian(ctx, c); err != nil {
			return err
		}
		if err := c.check(); err != nil {
			return err
		}
		c.Revision++
		subject := c.ChildID
		c.ChildID = old.ChildID
		if err := s.store.savePickup(ctx, c, false); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.change_collector", Kind: "child", Subject: subject,
			Changes: collectorDiff(old, c)})
	})
}

// RemoveCollector takes somebody off the list of a child, with a reason.
func (s *Service) RemoveCollector(ctx context.Context, child, id, reason string) error {
	return s.store.Do(ctx, func(ctx context.Context) error {
		old, err := s.collectorToChange(ctx, child, id)
		if err != nil {
			return err
		}
		if clean(reason) == "" {
			return reasonMissing.At("reason")
		}
		if err := s.store.voidPickup(ctx, id); err != nil {
			return err
		}
		if err := s.forgetFaceOf(ctx, old); err != nil {
			return err
		}
		return s.record(ctx, audit.Entry{Verb: "roster.remove_collector", Kind: "child", Subject: child, Reason: clean(reason),
			Changes: collectorDiff(old, Collector{Reason: old.Reason, Phone: old.Phone})})
	})
}

// collectorToChange reads a row that the asking person may change.
func (s *Service) collectorToChange(ctx context.Context, child, id string) (Collector, error) {
	if err := identity.Require(ctx, identity.WriteCollectors); err != nil {
		return Collector{}, err
	}
	if err := s.RequireChild(ctx, identity.WriteCollectors, child, s.store.Today()); err != nil {
		return Collector{}, err
	}
	old, found, err := s.store.pickup(ctx, id)
	if err == nil && !found {
		err = collectorUnknown
	}
	if err != nil {
		return old, err
	}
	// A row of a second registration is changed on the page of the child that is kept.
	owner, err := s.kept(ctx, old.ChildID)
	if err != nil {
		return old, err
	}
	if old.ChildID != child && owner.ID != child {
		return old, collectorUnknown
	}
	return old, s.requireCollector(ctx, old)
}

func collectorDiff(old, c Collector) []audit.Change {
	child := cmp.Or(c.ChildID, old.ChildID)
	changes := audit.Diff(nil, "collector.name", old.Name, c.Name)
	for _, each := range []struct{ field, old, new string }{
		{"relation", old.Relation, c.Relation}, {"kind", string(old.Kind), string(c.Kind)},
		{"authorisedBy", old.AuthorisedBy, c.AuthorisedBy}, {"from", string(old.From), string(c.From)},
		{"until", string(old.Until), string(c.Until)},
	} {
		changes = audit.Diff(changes, "collector."+each.field, each.old, each.new)
	}
	changes = audit.DiffSealed(changes, child, "collector.idLast4", old.IDLast4, c.IDLast4)
	changes = audit.DiffSealed(changes, child, "collector.phone", old.Phone, c.Phone)
	return audit.DiffSealed(changes, child, "collector.reason", old.Reason, c.Reason)
}

// Judge says what the list of a child says of somebody on a day; what the
// departure that is being corrected used up counts as free. Callers have
// required their right.
func (s *Service) Judge(ctx context.Context, child string, on day.Day, named Named, correcting string) (Verdict, string, error) {
	lists, err := s.CollectorsOf(ctx, []string{child}, on)
	if err != nil {
		return Unknown, "", err
	}
	list := lists[child]
	for i := range list {
		if correcting != "" && list[i].UsedBy == correcting {
			list[i].UsedBy = ""
		}
	}
	verdict, found := Judge(list, named, on)
	if found == nil {
		return verdict, "", nil
	}
	return verdict, found.ID, nil
}

// Collected keeps which authorisation for one day a departure has used up;
// none frees those of the day. Part of the caller's write.
func (s *Service) Collected(ctx context.Context, child string, on day.Day, collector, departure string) error {
	return s.store.usePickup(ctx, child, on, collector, departure)
}
