package nursery

import (
	"context"
	"net/http"

	"yayuan/backend/day"
	"yayuan/backend/web"
)

// ProfileJSON is the profile at the door.
type ProfileJSON struct {
	Name               string   `json:"name"`
	CreditCode         string   `json:"creditCode"`
	Address            string   `json:"address"`
	LegalPerson        string   `json:"legalPerson"`
	HasLegalPersonID   bool     `json:"hasLegalPersonId" doc:"read only: the number is kept, sealed"`
	Principal          string   `json:"principal"`
	Contact            string   `json:"contact"`
	Phone              string   `json:"phone"`
	FilingMode         string   `json:"filingMode" enum:",registration,licence"`
	RegistrationNumber string   `json:"registrationNumber"`
	RegisteredOn       day.Day  `json:"registeredOn"`
	Nature             string   `json:"nature" enum:",public,private,public_private_run,private_subsidised"`
	LegalForm          string   `json:"legalForm" enum:",profit,nonprofit,institution"`
	Registrar          string   `json:"registrar" enum:",market,civil,staffing"`
	RegistrarName      string   `json:"registrarName"`
	ScopeHasCare       string   `json:"scopeHasCare" enum:",yes,no"`
	ServiceModes       []string `json:"serviceModes" nullable:"false" maxItems:"10" doc:"full, half, hourly, dropin"`
	ClassKinds         []string `json:"classKinds" nullable:"false" maxItems:"10" doc:"infant, small, large, mixed"`
	Premises           string   `json:"premises" enum:",owned,rented,lent"`
	AreaDM2            *int64   `json:"areaDm2" doc:"building area in square decimetres, null when not recorded"`
	IndoorDM2          *int64   `json:"indoorDm2"`
	OutdoorDM2         *int64   `json:"outdoorDm2"`
	Floors             string   `json:"floors"`
	OpenedOn           day.Day  `json:"openedOn"`
	Meals              string   `json:"meals" enum:",kitchen,delivered,none"`
	Hours              []Hours  `json:"hours" nullable:"false" maxItems:"7"`
	RegisteredPlaces   *int64   `json:"registeredPlaces" doc:"null when not recorded"`
	InclusivePlaces    *int64   `json:"inclusivePlaces"`
	UsablePlaces       *int64   `json:"usablePlaces"`
	Revision           int64    `json:"revision"`
}

type editJSON struct {
	ProfileJSON
	LegalPersonID *string `json:"legalPersonId,omitempty" maxLength:"40" doc:"left out: as it is; empty: taken away"`
	ChangedOn     day.Day `json:"changedOn,omitempty" doc:"when what was registered changed; today when left out"`
}

type catalogueJSON struct {
	Documents []DocumentKind `json:"documents" nullable:"false"`
	Form      Basis          `json:"form"`
	Change    Basis          `json:"change"`
	Registrar Basis          `json:"registrar"`
	Capacity  Basis          `json:"capacity"`
	Rooms     Basis          `json:"rooms"`
	Watched   []string       `json:"watched" nullable:"false" doc:"fields whose change is registered again"`
}

type legalPersonIn struct {
	Body struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

type legalPersonJSON struct {
	Value string `json:"value"`
}

func op(method, path, id, summary string) web.Op {
	return web.Op{Method: method, Path: path, ID: id, Area: "nursery", Summary: summary}
}

// Register adds the routes of the profile, its rooms, papers and changes.
func Register(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/nursery", "nurseryProfile", "What the nursery says of itself"),
		func(ctx context.Context, _ *struct{}) (*web.Body[ProfileJSON], error) {
			p, err := s.Profile(ctx)
			return web.Answer(ProfileJSON(p.tidy()), err)
		})
	change := op(http.MethodPut, "/api/nursery", "changeNurseryProfile", "Change what the nursery says of itself")
	change.Private = true
	web.Handle(door, change, func(ctx context.Context, in *web.Body[editJSON]) (*web.Body[ProfileJSON], error) {
		p, err := s.Write(ctx, Edit{Profile: Profile(in.Body.ProfileJSON), LegalPersonID: in.Body.LegalPersonID, ChangedOn: in.Body.ChangedOn})
		return web.Answer(ProfileJSON(p.tidy()), err)
	})
	reveal := op(http.MethodPost, "/api/nursery/reveal", "revealLegalPerson", "Open the legal person's ID number, with a reason")
	reveal.Private = true
	web.Handle(door, reveal, func(ctx context.Context, in *legalPersonIn) (*web.Body[legalPersonJSON], error) {
		value, err := s.RevealLegalPersonID(ctx, in.Body.Reason)
		return web.Answer(legalPersonJSON{Value: value}, err)
	})
	web.Handle(door, op(http.MethodGet, "/api/nursery/catalogue", "nurseryCatalogue", "Which papers and fields there are, and how well that is proven"),
		func(ctx context.Context, _ *struct{}) (*web.Body[catalogueJSON], error) {
			_, err := s.Profile(ctx)
			return web.Answer(catalogueJSON{Documents: DocumentKinds, Form: FormBasis, Change: ChangeBasis, Registrar: RegistrarBasis,
				Capacity: CapacityBasis, Rooms: ObservationBasis, Watched: watchedOrder}, err)
		})
	registerRooms(door, s)
	registerDocuments(door, s)
	registerChanges(door, s)
}
