package roster

import (
	"context"

	"yayuan/backend/identity"
)

// foundAtGate is how many children one look-up shows; who sees more types on.
const foundAtGate = 12

// AtGate is a child as the gate needs to know it.
type AtGate struct{ ID, Name, Nickname, Photo, ClassID string }

// FindAtGate looks up children placed today by name, 小名, pinyin or initials,
// for who may know who collects them. Nothing typed finds nobody: the gate has
// no list of all children.
func (s *Service) FindAtGate(ctx context.Context, text string) ([]AtGate, int64, error) {
	if err := identity.Require(ctx, identity.ReadCollectors); err != nil {
		return nil, 0, err
	}
	q := Search{Text: text, State: "enrolled", Day: s.store.Today(), Limit: foundAtGate}
	var err error
	if q.within, err = s.within(ctx, identity.ReadCollectors); err != nil || clean(text) == "" {
		return nil, 0, err
	}
	var children []AtGate
	var total int64
	err = s.store.Read(ctx, func(ctx context.Context) error {
		rows, n, err := s.store.search(ctx, q)
		if err != nil {
			return err
		}
		total = n
		ids := make([]string, len(rows))
		for i, row := range rows {
			ids[i] = row.ID
		}
		photos, err := s.store.photos(ctx, ids)
		if err != nil {
			return err
		}
		places, err := s.store.placementsOf(ctx, ids)
		for _, row := range rows {
			child := AtGate{ID: row.ID, Name: row.Name, Nickname: row.Nickname, Photo: photos[row.ID]}
			for _, place := range places[row.ID] {
				if place.On(q.Day) {
					child.ClassID = place.ClassID
				}
			}
			children = append(children, child)
		}
		return err
	})
	return children, total, err
}
