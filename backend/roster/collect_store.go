package roster

import (
	"context"

	"yayuan/backend/day"
)

type pickupRow struct {
	NurseryID    string `gorm:"primaryKey"`
	ID           string `gorm:"primaryKey"`
	ChildID      string
	Kind         CollectorKind
	GuardianID   *string
	Name         string
	Relation     string
	Phone        string
	IDLast4      string `gorm:"column:id_last4"`
	PhotoID      *string
	AuthorisedBy string
	FromDay      day.Day
	UntilDay     day.Day
	ReasonSeal   []byte
	UsedBy       *string
	Void         int
	Revision     int64
}

func (pickupRow) TableName() string { return "pickup" }

func (r pickupRow) collector() Collector {
	c := Collector{ID: r.ID, ChildID: r.ChildID, Kind: r.Kind, Name: r.Name, Relation: r.Relation, Phone: r.Phone,
		IDLast4: r.IDLast4, AuthorisedBy: r.AuthorisedBy, From: r.FromDay, Until: r.UntilDay, Revision: r.Revision}
	if r.GuardianID != nil {
		c.GuardianID = *r.GuardianID
	}
	if r.PhotoID != nil {
		c.Photo = *r.PhotoID
	}
	if r.UsedBy != nil {
		c.UsedBy = *r.UsedBy
	}
	return c
}

// pickups reads the list beside the guardians, of many children in one query;
// reasons stay closed.
func (s store) pickups(ctx context.Context, children []string) (map[string][]Collector, error) {
	ids, asked, err := s.registrations(ctx, children)
	if err != nil {
		return nil, err
	}
	rows, err := all[pickupRow](s.db(ctx).Where("child_id IN ? AND void = 0", ids).Order("child_id, from_day DESC, name"))
	if err != nil {
		return nil, err
	}
	var guardians []string
	for _, row := range rows {
		if row.GuardianID != nil {
			guardians = append(guardians, *row.GuardianID)
		}
	}
	faces, err := s.guardianFaces(ctx, guardians)
	byChild := map[string][]Collector{}
	for _, row := range rows {
		c := row.collector()
		if c.GuardianID != "" { // one person, one face
			c.Photo = faces[c.GuardianID]
		}
		for _, child := range asked[row.ChildID] {
			byChild[child] = append(byChild[child], c)
		}
	}
	return byChild, err
}

// reasons opens why people must not collect a child.
func (s store) reasons(ctx context.Context, child string) (map[string]string, error) {
	rows, err := all[pickupRow](s.ofChild(s.db(ctx).Where("void = 0 AND reason_seal IS NOT NULL"), child))
	reasons := map[string]string{}
	for _, row := range rows {
		if reasons[row.ID], err = s.unseal(ctx, row.ChildID, row.ReasonSeal); err != nil {
			return nil, err
		}
	}
	return reasons, err
}

func (s store) pickup(ctx context.Context, id string) (Collector, bool, error) {
	row, found, err := one[pickupRow](s.db(ctx).Where("id = ? AND void = 0", id))
	if err != nil || !found {
		return Collector{}, found, err
	}
	c := row.collector()
	c.Reason, err = s.unseal(ctx, row.ChildID, row.ReasonSeal)
	return c, true, err
}

// savePickup writes a new or changed row; what used it up is not touched.
func (s store) savePickup(ctx context.Context, c Collector, fresh bool) error {
	row := pickupRow{NurseryID: s.Nursery(), ID: c.ID, ChildID: c.ChildID, Kind: c.Kind, Name: c.Name, Relation: c.Relation,
		Phone: c.Phone, IDLast4: c.IDLast4, AuthorisedBy: c.AuthorisedBy, FromDay: c.From, UntilDay: c.Until, Revision: c.Revision}
	if c.GuardianID != "" {
		row.GuardianID = &c.GuardianID
	}
	var err error
	if row.ReasonSeal, err = s.seal(ctx, c.ChildID, c.Reason); err != nil {
		return err
	}
	if fresh {
		return s.insert(ctx, &row)
	}
	return set[pickupRow](s.db(ctx).Where("id = ?", c.ID), map[string]any{"guardian_id": row.GuardianID, "name": row.Name,
		"relation": row.Relation, "phone": row.Phone, "id_last4": row.IDLast4, "authorised_by": row.AuthorisedBy,
		"from_day": row.FromDay, "until_day": row.UntilDay, "reason_seal": row.ReasonSeal, "revision": row.Revision})
}

func (s store) voidPickup(ctx context.Context, id string) error {
	return set[pickupRow](s.db(ctx).Where("id = ?", id), map[string]any{"void": 1})
}

// usePickup marks whose authorisation for one day a departure used up, and
// frees the child's others of that day.
func (s store) usePickup(ctx context.Context, child string, on day.Day, used, departure string) error {
	of := s.ofChild(s.db(ctx).Where("kind = ? AND from_day = ?", Once, on), child)
	if err := set[pickupRow](of.Where("id <> ?", used), map[string]any{"used_by": nil}); err != nil || used == "" {
		return err
	}
	of = s.ofChild(s.db(ctx).Where("kind = ? AND from_day = ?", Once, on), child)
	return set[pickupRow](of.Where("id = ?", used), map[string]any{"used_by": departure})
}

type contactRow struct {
	NurseryID string `gorm:"primaryKey"`
	ID        string `gorm:"primaryKey"`
	ChildID   string
	PersonID  string
	Name      string
	Relation  string
	At        string
	ActorID   string
	ActorName string
}

func (contactRow) TableName() string { return "contact" }

// contacts lists the latest calls for a child.
func (s store) contacts(ctx context.Context, child string, limit int) ([]contactRow, error) {
	return all[contactRow](s.ofChild(s.db(ctx), child).Order("at DESC, id DESC").Limit(limit))
}
