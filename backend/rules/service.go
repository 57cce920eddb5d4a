package rules

import (
	"context"
	"encoding/json"
	"fmt"

	"yayuan/backend/identity"
)

// List gives the version of each rule that is in force today, in the order of
// the catalogue.
func (s *Service) List(ctx context.Context) ([]Rule, error) {
	if err := identity.Require(ctx, identity.ReadNursery); err != nil {
		return nil, err
	}
	rows, err := s.all(ctx)
	if err != nil {
		return nil, err
	}
	return current(rows, s.store.Today()), nil
}

func (r Rule) values() (map[string]any, error) {
	value := map[string]any{}
	if err := json.Unmarshal(r.Value, &value); err != nil {
		return nil, fmt.Errorf("rule %s: %w", r.Key, err)
	}
	return value, nil
}
