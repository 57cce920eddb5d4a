package roster

import (
	"time"
	"unicode/utf8"

	"yayuan/backend/day"
	"yayuan/backend/fault"
)

// Card is the action card (急救卡) of a child with a severe allergy or febrile
// convulsions: what anybody in the room does, before anybody is asked.
type Card struct {
	ChildID       string    `json:"-"`
	Allergy       Steps     `json:"allergy"`
	Febrile       Steps     `json:"febrile"`
	Medicine      string    `json:"medicine"`
	Place         string    `json:"place"` // where the medicine is
	Call          string    `json:"call"`  // whom to call beside the guardians
	ConfirmedWith string    `json:"confirmedWith"`
	ConfirmedOn   day.Day   `json:"confirmedOn"`
	ConfirmedBy   string    `json:"confirmedBy"` // of the nursery, the name at that time
	WrittenBy     string    `json:"writtenBy"`
	WrittenAt     time.Time `json:"writtenAt"`
	Revision      int64     `json:"-"`
}

// Steps of one case: what is seen first, and what to do.
type Steps struct {
	Signs string `json:"signs"`
	Do    string `json:"do"`
}

func (s Steps) empty() bool { return s.Signs == "" && s.Do == "" }

// CardState tells a board whether a child's card is there or lacking.
type CardState string

// The states of a card; a child that needs none has none.
const (
	CardNone   CardState = ""
	CardReady  CardState = "ready"
	CardNeeded CardState = "needed"
)

// StateOfCard says whether a child has the card that its health asks for.
func StateOfCard(c Child, card *Card) CardState {
	lacking := func(part func(Card) Steps) bool { return card == nil || part(*card).Do == "" }
	switch {
	case c.Severely() && lacking(func(card Card) Steps { return card.Allergy }),
		c.Convulses() && lacking(func(card Card) Steps { return card.Febrile }):
		return CardNeeded
	case card != nil:
		return CardReady
	}
	return CardNone
}

// same tells whether two cards say the same, whoever confirmed them.
func (c Card) same(other Card) bool {
	return c.Allergy == other.Allergy && c.Febrile == other.Febrile && c.Medicine == other.Medicine && c.Place == other.Place && c.Call == other.Call
}

func (c Card) cleaned() Card {
	for _, text := range []*string{&c.Allergy.Signs, &c.Allergy.Do, &c.Febrile.Signs, &c.Febrile.Do, &c.Medicine, &c.Place, &c.Call, &c.ConfirmedWith} {
		*text = clean(*text)
	}
	return c
}

// Check refuses a card that would leave somebody helpless.
func (c Card) Check(today day.Day) error {
	var faults []*fault.Fault
	refuse := func(bad bool, f *fault.Fault) {
		if bad {
			faults = append(faults, f)
		}
	}
	refuse(c.Allergy.Do == "" && c.Febrile.Do == "", cardEmpty.At("allergy.do"))
	for field, part := range map[string]Steps{"allergy": c.Allergy, "febrile": c.Febrile} {
		refuse(part.Do != "" && part.Signs == "", cardSigns.At(field+".signs"))
		refuse(part.Do == "" && part.Signs != "" && !(c.Allergy.Do == "" && c.Febrile.Do == ""), cardEmpty.At(field+".do"))
	}
	refuse(c.Medicine != "" && c.Place == "", cardPlace.At("place"))
	refuse((c.ConfirmedWith == "") != (c.ConfirmedOn == ""), cardConfirmation.At("confirmedWith"))
	refuse(c.ConfirmedOn != "" && !c.ConfirmedOn.Valid(), dayBad.At("confirmedOn"))
	refuse(c.ConfirmedOn.Valid() && c.ConfirmedOn > today, cardFuture.At("confirmedOn"))
	for field, text := range map[string]string{"allergy.signs": c.Allergy.Signs, "allergy.do": c.Allergy.Do, "febrile.signs": c.Febrile.Signs,
		"febrile.do": c.Febrile.Do, "medicine": c.Medicine, "place": c.Place, "call": c.Call, "confirmedWith": c.ConfirmedWith} {
		refuse(utf8.RuneCountInString(text) > textMax, tooLong.At(field).With("max", textMax))
	}
	return fault.Join(faults)
}
