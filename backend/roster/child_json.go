package roster

import (
	"yayuan/backend/audit"
	"yayuan/backend/day"
)

type guardianJSON struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Relation    string `json:"relation"`
	PhoneMasked string `json:"phoneMasked"`
	Primary     bool   `json:"primary"`
	Photo       string `json:"photo" doc:"changes with the face, empty without one"`

	OthersMasked []string      `json:"othersMasked" nullable:"false" doc:"further numbers"`
	From         day.Day       `json:"from"`
	Until        day.Day       `json:"until"`
	Siblings     []siblingJSON `json:"siblings" nullable:"false" doc:"other children of this guardian, for who keeps the roster"`
}

type siblingJSON struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func guardianOut(g Guardian, first bool) guardianJSON {
	out := guardianJSON{ID: g.ID, Name: g.Name, Relation: g.Relation, PhoneMasked: MaskPhone(g.Phone), Primary: first, Photo: g.Photo,
		OthersMasked: []string{}, From: g.From, Until: g.Until, Siblings: []siblingJSON{}}
	for _, phone := range g.Others {
		out.OthersMasked = append(out.OthersMasked, MaskPhone(phone))
	}
	return out
}

type listedJSON struct {
	ID        string        `json:"id"`
	Name      string        `json:"name"`
	Nickname  string        `json:"nickname"`
	Sex       Sex           `json:"sex" enum:",male,female"`
	BirthDate day.Day       `json:"birthDate" doc:"empty while the child is expected"`
	Expected  day.Day       `json:"expectedDate"`
	AgeMonths int           `json:"ageMonths"`
	Photo     string        `json:"photo" doc:"changes with the photo, empty without one"`
	ClassID   string        `json:"classId"`
	Mode      Mode          `json:"mode" enum:",full,half,hourly,dropin"`
	From      day.Day       `json:"from"`
	Until     day.Day       `json:"until"`
	IDMasked  string        `json:"idMasked"`
	IDState   IDState       `json:"idState" enum:"given,missing,lost"`
	Allergies string        `json:"allergies" doc:"what must catch the eye, severe ones in front"`
	Severe    bool          `json:"severe"`
	Guardian  *guardianJSON `json:"guardian,omitempty"`
}

func listedOut(line Listed, today day.Day) listedJSON {
	out := listedJSON{ID: line.ID, Name: line.Name, Nickname: line.Nickname, Sex: line.Sex, BirthDate: line.BirthDate,
		Expected: line.ExpectedDate, AgeMonths: line.AgeMonths(today), Photo: line.Photo, IDMasked: MaskID(line.IDNumber),
		IDState: line.IDState, Allergies: AllergyAlert(line.Child), Severe: line.Severely()}
	if p := line.Placement; p != nil {
		out.ClassID, out.Mode, out.From, out.Until = p.ClassID, p.Mode, p.From, p.Until
	}
	if line.Guardian != nil {
		g := guardianOut(*line.Guardian, true)
		out.Guardian = &g
	}
	return out
}

type placementJSON struct {
	ID      string  `json:"id" maxLength:"40"`
	ClassID string  `json:"classId" maxLength:"40"`
	Mode    Mode    `json:"mode" enum:"full,half,hourly,dropin"`
	From    day.Day `json:"from"`
	Until   day.Day `json:"until" required:"false"`
	Reason  string  `json:"reason" maxLength:"500"`

	TrialUntil day.Day `json:"trialUntil" maxLength:"10" required:"false" doc:"last day of the trial period"`
	FeePlan    string  `json:"feePlan" maxLength:"200" required:"false"`
	ExamOn     day.Day `json:"examOn" maxLength:"10" required:"false" doc:"of the examination shown when coming back after months away"`
}

type leaveJSON struct {
	ID     string  `json:"id" maxLength:"40"`
	From   day.Day `json:"from"`
	Until  day.Day `json:"until"`
	Kind   string  `json:"kind" enum:"illness,personal,other"`
	ToldBy string  `json:"toldBy" maxLength:"50"`
	Note   string  `json:"note" maxLength:"500"`
	State  string  `json:"state" enum:"live,void" required:"false"`

	ToldTo   string `json:"toldTo" maxLength:"50" required:"false"`
	ToldHow  string `json:"toldHow" maxLength:"10" required:"false"`
	Symptoms string `json:"symptoms" maxLength:"500" required:"false"`
}

type fileJSON struct {
	ID         string          `json:"id"`
	Name       string          `json:"name"`
	Nickname   string          `json:"nickname"`
	Sex        Sex             `json:"sex" enum:",male,female"`
	BirthDate  day.Day         `json:"birthDate"`
	AgeMonths  int             `json:"ageMonths"`
	Expected   day.Day         `json:"expectedDate"`
	Photo      string          `json:"photo" doc:"changes with the photo, empty without one"`
	IDMasked   string          `json:"idMasked"`
	IDState    IDState         `json:"idState" enum:"given,missing,lost"`
	CertMasked string          `json:"certificateMasked"`
	BirthOrder int             `json:"birthOrder" doc:"0 when not known"`
	Household  string          `json:"household"`
	Residence  string          `json:"residence"`
	Address    string          `json:"address"`
	Insurance  insuranceJSON   `json:"insurance"`
	Health     HealthJSON      `json:"health"`
	Alert      string          `json:"alert" doc:"allergies that must catch the eye, severe ones in front"`
	Severe     bool            `json:"severe"`
	Corrected  *int            `json:"correctedMonths" doc:"of a preterm child under two years, else null"`
	Card       CardState       `json:"card" enum:",ready,needed"`
	Merged     []mergedJSON    `json:"merged" nullable:"false"`
	Note       string          `json:"note"`
	Guardians  []guardianJSON  `json:"guardians" nullable:"false"`
	Placements []placementJSON `json:"placements" nullable:"false"`
	Leaves     []leaveJSON     `json:"leaves" nullable:"false"`
	Revision   int64           `json:"revision"`
}

func fileOut(f ChildFile, today day.Day) fileJSON {
	out := fileJSON{ID: f.ID, Name: f.Name, Nickname: f.Nickname, Sex: f.Sex, BirthDate: f.BirthDate,
		AgeMonths: f.AgeMonths(today), Expected: f.ExpectedDate, Photo: f.Photo, IDMasked: MaskID(f.IDNumber), IDState: f.IDState,
		CertMasked: MaskID(f.Certificate), BirthOrder: f.BirthOrder, Household: f.Household, Residence: f.Residence, Address: f.Address,
		Insurance: insuranceJSON{Kind: f.Insurance.Kind, NumberMasked: MaskID(f.Insurance.Number), Until: f.Insurance.Until},
		Health:    healthOut(f.Child), Alert: AllergyAlert(f.Child), Severe: f.Severely(), Card: f.Card, Merged: []mergedJSON{}, Note: f.Note,
		Guardians: []guardianJSON{}, Placements: []placementJSON{}, Leaves: []leaveJSON{}, Revision: f.Revision}
	if months, ok := CorrectedAge(f.BirthDate, f.Child.Health.Gestation, today); ok {
		out.Corrected = &months
	}
	for _, m := range f.Merged {
		out.Merged = append(out.Merged, mergedJSON(m))
	}
	for i, g := range f.Guardians {
		line := guardianOut(g, i == 0)
		for _, sibling := range f.Siblings[g.ID] {
			line.Siblings = append(line.Siblings, siblingJSON{ID: sibling.ID, Name: sibling.Name})
		}
		out.Guardians = append(out.Guardians, line)
	}
	for _, p := range f.Placements {
		out.Placements = append(out.Placements, placementJSON{ID: p.ID, ClassID: p.ClassID, Mode: p.Mode, From: p.From,
			Until: p.Until, Reason: p.Reason, TrialUntil: p.TrialUntil, FeePlan: p.FeePlan, ExamOn: p.ExamOn})
	}
	for _, l := range f.Leaves {
		state := "live"
		if l.Void {
			state = "void"
		}
		out.Leaves = append(out.Leaves, leaveJSON{ID: l.ID, From: l.From, Until: l.Until, Kind: l.Kind, ToldBy: l.ToldBy,
			Note: l.Note, State: state, ToldTo: l.ToldTo, ToldHow: l.ToldHow, Symptoms: l.Symptoms})
	}
	return out
}

// ChildFieldsJSON are the fields of a child as they are entered.
type ChildFieldsJSON struct {
	Name      string  `json:"name" maxLength:"200"`
	Nickname  string  `json:"nickname" maxLength:"200"`
	Sex       Sex     `json:"sex" maxLength:"10"`
	BirthDate day.Day `json:"birthDate" maxLength:"10"`
	Expected  day.Day `json:"expectedDate" maxLength:"10" required:"false"`
	Order     int     `json:"birthOrder" required:"false"`
	Household string  `json:"household" maxLength:"1000"`
	Residence string  `json:"residence" maxLength:"1000" required:"false"`
	Address   string  `json:"address" maxLength:"1000"`
	Insurance string  `json:"insuranceKind" maxLength:"20" required:"false"`
	InsuredTo day.Day `json:"insuranceUntil" maxLength:"10" required:"false"`
	Note      string  `json:"note" maxLength:"1000"`
}

func (j ChildFieldsJSON) child() Child {
	return Child{Name: j.Name, Nickname: j.Nickname, Sex: j.Sex, BirthDate: j.BirthDate, ExpectedDate: j.Expected, BirthOrder: j.Order,
		Household: j.Household, Residence: j.Residence, Address: j.Address, Insurance: Insurance{Kind: j.Insurance, Until: j.InsuredTo},
		Note: j.Note}
}

type newGuardianJSON struct {
	ID       string `json:"id" maxLength:"40"`
	Name     string `json:"name" maxLength:"200"`
	Relation string `json:"relation" maxLength:"50"`
	Phone    string `json:"phone" maxLength:"50"`

	OtherPhones []string `json:"otherPhones" required:"false" nullable:"false" maxItems:"10" doc:"further numbers; a masked one keeps the present one, none at all keeps them all"`
	From        day.Day  `json:"from" required:"false" maxLength:"10"`
	Until       day.Day  `json:"until" required:"false" maxLength:"10"`
}

func (j newGuardianJSON) guardian() Guardian {
	return Guardian{ID: j.ID, Name: j.Name, Relation: j.Relation, Phone: j.Phone, Others: j.OtherPhones, From: j.From, Until: j.Until}
}

type historyJSON struct {
	Entries []historyEntryJSON `json:"entries" nullable:"false"`
}

type historyEntryJSON struct {
	At     string  `json:"at"`
	By     string  `json:"by"`
	Verb   string  `json:"verb"`
	Day    day.Day `json:"day"`
	Field  string  `json:"field"`
	Old    string  `json:"old"`
	New    string  `json:"new"`
	Sealed bool    `json:"sealed" doc:"the values are sealed: only that they changed is shown"`
	Reason string  `json:"reason"`
}

func historyOut(records []audit.Record) historyJSON {
	out := historyJSON{Entries: []historyEntryJSON{}}
	for _, record := range records {
		entry := historyEntryJSON{At: stamp(record.At), By: record.Actor.Name, Verb: record.Verb, Day: record.Day, Reason: record.Reason}
		if len(record.Changes) == 0 {
			out.Entries = append(out.Entries, entry)
		}
		for _, change := range record.Changes {
			entry.Field, entry.Old, entry.New, entry.Sealed = change.Field, change.Old, change.New, change.Person != ""
			out.Entries = append(out.Entries, entry)
		}
	}
	return out
}
