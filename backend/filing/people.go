package filing

import (
	"context"

	"yayuan/backend/identity"
)

// Person is a name behind a figure.
type Person struct {
	ID   string
	Name string
	Kind string // child, staff
}

// named tells who stands behind the figures, as far as who asks may know
// them: whoever reads returns does not always read the staff.
func (s *Service) named(ctx context.Context, m material, figures []Figure) ([]Person, error) {
	staff := map[string]string{}
	for _, member := range m.staff {
		staff[member.ID] = member.Name
	}
	ids, seen := []string{}, map[string]bool{}
	people := []Person{}
	for _, figure := range figures {
		for _, id := range figure.People {
			name, works := staff[id]
			switch {
			case seen[id]:
			case !works:
				ids = append(ids, id)
			case identity.ScopeOf(ctx, identity.ReadStaff) == identity.All:
				people = append(people, Person{ID: id, Name: name, Kind: "staff"})
			}
			seen[id] = true
		}
	}
	if identity.ScopeOf(ctx, identity.ReadRoster) != identity.All {
		return people, nil
	}
	names, err := s.roster.Names(ctx, ids)
	for _, id := range ids {
		if name := names[id]; name != "" {
			people = append(people, Person{ID: id, Name: name, Kind: "child"})
		}
	}
	return people, err
}
