package roster

import (
	"context"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
	"yayuan/backend/nursery"
)

// Places counts the nursery's places, each kind apart; what is not recorded
// is nil, never 0.
type Places struct {
	Day        day.Day
	Registered *int64 // 备案托位
	Inclusive  *int64 // 普惠托位
	Usable     *int64 // 可用托位
	Placed     int64  // children with a placement on the day
	Free       *int64 // usable without placed; below 0 when there are more children than places
}

// PlaceCount reckons the nursery's places from its profile and the placements.
type PlaceCount struct {
	*Service
	profile *nursery.Service
}

// NewPlaceCount makes the verbs.
func NewPlaceCount(s *Service, profile *nursery.Service) *PlaceCount {
	return &PlaceCount{Service: s, profile: profile}
}

// On counts the places of a day; today when it is empty.
func (c *PlaceCount) On(ctx context.Context, on day.Day) (Places, error) {
	if err := identity.Require(ctx, identity.ReadNursery); err != nil {
		return Places{}, err
	}
	if on == "" {
		on = c.store.Today()
	}
	if !on.Valid() {
		return Places{}, dayBad.At("day")
	}
	var places Places
	err := c.store.Read(ctx, func(ctx context.Context) error {
		profile, err := c.profile.Profile(ctx)
		if err != nil {
			return err
		}
		byClass, err := c.store.enrolledByClass(ctx, on)
		places = placesOf(profile, byClass, on)
		return err
	})
	return places, err
}

func placesOf(p nursery.Profile, byClass map[string]int, on day.Day) Places {
	places := Places{Day: on, Registered: p.RegisteredPlaces, Inclusive: p.InclusivePlaces, Usable: p.UsablePlaces}
	for _, count := range byClass {
		places.Placed += int64(count)
	}
	if p.UsablePlaces != nil {
		free := *p.UsablePlaces - places.Placed
		places.Free = &free
	}
	return places
}

// Findings tells those who keep the profile when there are more children than
// registered or usable places.
func (c *PlaceCount) Findings(ctx context.Context) ([]finding.Finding, error) {
	if identity.ScopeOf(ctx, identity.WriteNursery) == identity.None {
		return nil, nil
	}
	places, err := c.On(ctx, "")
	if err != nil {
		return nil, err
	}
	above := func(code string, severity finding.Severity, field string, limit *int64) []finding.Finding {
		if limit == nil || places.Placed <= *limit {
			return nil
		}
		return []finding.Finding{{Code: code, Severity: severity, Link: "/settings/nursery?field=" + field, Verb: "look",
			Args: map[string]any{"placed": places.Placed, "limit": *limit, "source": nursery.CapacityBasis.Source, "grade": nursery.CapacityBasis.Grade}}}
	}
	found := above("nursery.above_registered", finding.Bad, "registeredPlaces", places.Registered)
	return append(found, above("nursery.above_usable", finding.Warn, "usablePlaces", places.Usable)...), nil
}
