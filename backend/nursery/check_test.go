package nursery

import (
	"strings"
	"testing"

	"yayuan/backend/fault"
)

func n(value int64) *int64 { return &value }

func TestAProfileIsRefusedAtItsField(t *testing.T) {
	good := Profile{Name: "小芽", FilingMode: "registration"}
	for name, c := range map[string]struct {
		change func(*Profile)
		field  string
		code   string
	}{
		"no name":                    {func(p *Profile) { p.Name = " " }, "name", "nursery.name_missing"},
		"a long floor":               {func(p *Profile) { p.Floors = strings.Repeat("一", 201) }, "floors", "nursery.too_long"},
		"a bent credit code":         {func(p *Profile) { p.CreditCode = "91330105MA2000000X" }, "creditCode", "nursery.credit_code_bad"},
		"30 February":                {func(p *Profile) { p.OpenedOn = "2026-02-30" }, "openedOn", "nursery.day_bad"},
		"an unknown mode":            {func(p *Profile) { p.ServiceModes = []string{"full", "nightly"} }, "serviceModes", "nursery.choice_bad"},
		"an unknown kind":            {func(p *Profile) { p.ClassKinds = []string{"k"} }, "classKinds", "nursery.choice_bad"},
		"an unknown registrar":       {func(p *Profile) { p.Registrar = "police" }, "registrar", "nursery.choice_bad"},
		"no indoor area":             {func(p *Profile) { p.IndoorDM2 = n(0) }, "indoorDm2", "nursery.area_bad"},
		"negative outdoor":           {func(p *Profile) { p.OutdoorDM2 = n(-1) }, "outdoorDm2", "nursery.area_bad"},
		"0 registered places":        {func(p *Profile) { p.RegisteredPlaces = n(0) }, "registeredPlaces", "nursery.places_bad"},
		"inclusive above registered": {func(p *Profile) { p.RegisteredPlaces, p.InclusivePlaces = n(10), n(11) }, "inclusivePlaces", "nursery.inclusive_above_registered"},
		"closes before it opens":     {func(p *Profile) { p.Hours = []Hours{{1, "18:00", "07:30"}} }, "hours", "nursery.hours_bad"},
		"Monday twice":               {func(p *Profile) { p.Hours = []Hours{{1, "07:30", "12:00"}, {1, "13:00", "18:00"}} }, "hours", "nursery.hours_bad"},
		"no such hour":               {func(p *Profile) { p.Hours = []Hours{{1, "7h", "18:00"}} }, "hours", "nursery.hours_bad"},
	} {
		t.Run(name, func(t *testing.T) {
			p := good
			c.change(&p)
			f, ok := fault.As(p.Check())
			if !ok || f.Field != c.field || f.Code != c.code {
				t.Errorf("%+v", f)
			}
		})
	}
	good.OutdoorDM2, good.InclusivePlaces, good.UsablePlaces = n(0), n(0), n(0)
	if err := good.Check(); err != nil {
		t.Errorf("nothing outdoors, nothing inclusive, nothing usable: %v", err)
	}
}

func TestListsStandInTheOrderOfTheForm(t *testing.T) {
	p := Profile{Name: " 小芽 ", ServiceModes: []string{"dropin", "full", "full"}, Hours: []Hours{{5, "08:00", "17:00"}, {1, "08:00", "17:00"}}}.tidy()
	if p.Name != "小芽" || strings.Join(p.ServiceModes, ",") != "full,dropin" || p.Hours[0].Weekday != 1 || p.ClassKinds == nil {
		t.Errorf("%+v", p)
	}
}
