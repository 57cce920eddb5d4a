package demo

import (
	"context"

	"yayuan/backend/day"
	"yayuan/backend/roster"
)

// care adds what kitchen and rooms must mind of some children: a severe
// allergy with its action card, a second allergy, food that a family does not
// want. It goes by turns, so that nothing depends on what was drawn before.
func (w *writer) care(ctx context.Context, i int, child roster.Listed) error {
	if child.Allergies != "" {
		return nil
	}
	in := roster.HealthChange{ChildID: child.ID, Revision: child.Revision, Reason: "家长补充告知"}
	in.Health.Allergy = child.Health.Allergy
	switch i % 19 {
	case 2:
		in.Health.Allergy = roster.AskedSome
		in.Health.Allergens = []roster.Allergen{{Class: "peanut", Severity: roster.Severe}, {Class: "nut", Severity: roster.Mild}}
	case 6:
		in.Health.Diet = []string{"halal"}
	case 11:
		in.Health.Allergy = roster.AskedSome
		in.Health.Allergens, in.Health.DietNote = []roster.Allergen{{Class: "milk", Severity: roster.Mild}}, "自带无乳糖奶粉"
	case 15:
		in.Health.Allergy = roster.AskedSome
		in.Health.Allergens = []roster.Allergen{{Class: "egg", Severity: roster.Severe}}
	default:
		return nil
	}
	ctx = w.in(ctx, w.health)
	if err := w.Roster.ChangeHealth(ctx, in); err != nil || i%19 != 2 {
		return err // the card of the one with eggs is still to be written
	}
	return w.Roster.SaveCard(ctx, roster.Card{ChildID: child.ID,
		Allergy:  roster.Steps{Signs: "口周红疹、反复揉眼、咳嗽或声音变哑", Do: "停食，马上用肾上腺素笔，打 120，平卧抬腿，再通知家长"},
		Medicine: "肾上腺素笔 0.15 mg", Place: "保健室药柜第一层，钥匙在门后", Call: "保健人员 沈慧",
		ConfirmedWith: "妈妈", ConfirmedOn: day.Of(w.clock.now)})
}
