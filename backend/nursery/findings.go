package nursery

import (
	"context"

	"yayuan/backend/finding"
	"yayuan/backend/identity"
)

// Basis is where a rule comes from and how well that is proven.
type Basis struct {
	Source string `json:"source"`
	Grade  string `json:"grade"`
}

// The bases of what the profile is checked by.
var (
	FormBasis        = Basis{"《托育机构备案书》（国卫办人口发〔2019〕25 号附件 1）的项目根据记忆整理，未与原表核对", "M"}
	ChangeBasis      = Basis{"《托育机构登记和备案办法（试行）》第十条：登记事项变更应及时备案；迁址应重新备案", "B"}
	RegistrarBasis   = Basis{"《托育机构登记和备案办法（试行）》：营利性在市场监管、非营利性在民政、事业单位在编办登记", "A"}
	ObservationBasis = Basis{"2022 年托育机构卫生评价：保健观察室不小于 6 平方米（据报道，原文未核对）", "B"}
	CapacityBasis    = Basis{"收托人数不超过备案规模（2019 年征求意见稿，未见正式文本）", "B"}
)

// smallestObservation is 6 m² in square decimetres.
const smallestObservation = 600

// Findings tells those who keep the profile what is missing, lapsing or to be
// registered again; others get none.
func (s *Service) Findings(ctx context.Context) ([]finding.Finding, error) {
	if identity.ScopeOf(ctx, identity.WriteNursery) == identity.None {
		return nil, nil
	}
	var found []finding.Finding
	err := s.store.Read(ctx, func(ctx context.Context) error {
		p, _, err := s.store.read(ctx)
		if err != nil {
			return err
		}
		papers, err := s.papers(ctx)
		if err != nil {
			return err
		}
		changes, err := s.store.changes(ctx)
		if err != nil {
			return err
		}
		rooms, err := s.store.rooms(ctx)
		found = append(append(ofPapers(papers), ofChanges(changes)...), append(ofProfile(p), ofRooms(rooms)...)...)
		return err
	})
	return found, err
}

func found(code string, severity finding.Severity, link string, basis Basis, args map[string]any) finding.Finding {
	if args == nil {
		args = map[string]any{}
	}
	args["source"], args["grade"] = basis.Source, basis.Grade
	return finding.Finding{Code: code, Severity: severity, Args: args, Link: link, Verb: "look"}
}

// ofPapers tells each paper that lapses, and in one line how many are not
// there: a new nursery has all of them to enter.
func ofPapers(papers []Paper) []finding.Finding {
	var out []finding.Finding
	missing := 0
	basis := Basis{}
	for _, paper := range papers {
		kind := paper.Kind
		args := map[string]any{"kind": kind.Kind, "title": paper.Name(), "until": string(paper.Until)}
		own := Basis{kind.Source, kind.Grade}
		link := "/settings/papers?field=" + paper.Document.ID
		switch paper.State {
		case PaperMissing:
			missing++
			basis = own
		case PaperExpired:
			out = append(out, found("nursery.paper_expired", kind.Severity, link, own, args))
		case PaperShort:
			args["months"] = kind.LeastMonths
			out = append(out, found("nursery.paper_short", finding.Warn, link, own, args))
		case PaperDue:
			severity := finding.Warn
			if kind.Severity == finding.Info {
				severity = finding.Info
			}
			out = append(out, found("nursery.paper_due", severity, link, own, args))
		}
	}
	if missing > 0 {
		out = append(out, found("nursery.papers_missing", finding.Warn, "/settings/papers", basis, map[string]any{"count": missing}))
	}
	return out
}

func ofChanges(changes []RegistrationChange) []finding.Finding {
	var out []finding.Finding
	for _, change := range changes {
		if change.State != ChangeOpen {
			continue
		}
		code := "nursery.change_open"
		if change.Again() {
			code = "nursery.register_again"
		}
		out = append(out, found(code, finding.Bad, "/settings/changes", ChangeBasis,
			map[string]any{"field": change.Field, "on": string(change.HappenedOn)}))
	}
	return out
}

func ofProfile(p Profile) []finding.Finding {
	var out []finding.Finding
	if p.LegalForm != "" && p.Registrar != "" && registrarOf[p.LegalForm] != p.Registrar {
		out = append(out, found("nursery.registrar_mismatch", finding.Warn, "/settings/nursery?field=registrar", RegistrarBasis, nil))
	}
	if p.ScopeHasCare == "no" {
		out = append(out, found("nursery.scope_without_care", finding.Warn, "/settings/nursery?field=scopeHasCare", RegistrarBasis, nil))
	}
	if p.UsablePlaces != nil && p.RegisteredPlaces != nil && *p.UsablePlaces > *p.RegisteredPlaces {
		out = append(out, found("nursery.usable_above_registered", finding.Warn, "/settings/nursery?field=usablePlaces", CapacityBasis,
			map[string]any{"usable": *p.UsablePlaces, "registered": *p.RegisteredPlaces}))
	}
	return out
}

// ofRooms looks for the observation room once rooms are kept at all.
func ofRooms(rooms []Room) []finding.Finding {
	open, largest, unmeasured := 0, int64(-1), false
	for _, room := range rooms {
		if room.ClosedOn != "" {
			continue
		}
		open++
		if room.Kind != "observation" {
			continue
		}
		if room.AreaDM2 == nil {
			unmeasured = true
			largest = max(largest, 0)
			continue
		}
		largest = max(largest, *room.AreaDM2)
	}
	switch {
	case open == 0 || largest >= smallestObservation:
		return nil
	case largest < 0:
		return []finding.Finding{found("nursery.observation_missing", finding.Warn, "/settings/rooms", ObservationBasis, nil)}
	case unmeasured:
		return []finding.Finding{found("nursery.observation_unmeasured", finding.Info, "/settings/rooms", ObservationBasis, nil)}
	}
	return []finding.Finding{found("nursery.observation_small", finding.Warn, "/settings/rooms", ObservationBasis, nil)}
}

// Name is what the paper is called: the catalogue's title, or its own.
func (p Paper) Name() string {
	if p.Document.Title != "" {
		return p.Document.Title
	}
	return p.Kind.Title
}
