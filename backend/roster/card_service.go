package roster

import (
	"context"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// OpenedCard is a card with whose it is and whom to call.
type OpenedCard struct {
	Child     Child
	Card      *Card // nil where none was written yet
	State     CardState
	ClassID   string
	Guardians []Guardian // with their phones: an emergency waits for no second tap
}

// OpenCard shows a child's action card with the phones of its guardians, to
// those who care for the child; each opening is kept.
func (s *Service) OpenCard(ctx context.Context, id string) (OpenedCard, error) {
	today := s.store.Today()
	if err := s.RequireChild(ctx, identity.ReadHealth, id, today); err != nil {
		return OpenedCard{}, err
	}
	var opened OpenedCard
	err := s.store.Do(ctx, func(ctx context.Context) error {
		child, err := s.kept(ctx, id)
		if err != nil {
			return err
		}
		cards, err := s.store.cards(ctx, []string{child.ID})
		if err != nil {
			return err
		}
		guardians, err := s.GuardiansOf(ctx, []string{child.ID})
		if err != nil {
			return err
		}
		places, err := s.store.placementsOf(ctx, []string{child.ID})
		if err != nil {
			return err
		}
		for _, place := range places[child.ID] {
			if place.On(today) {
				opened.ClassID = place.ClassID
			}
		}
		opened.Child, opened.Card, opened.Guardians = child, cards[child.ID], guardians[child.ID]
		opened.State = StateOfCard(child, opened.Card)
		return s.audit.Write(ctx, audit.Entry{Verb: "roster.open_card", Kind: "child", Subject: child.ID})
	})
	return opened, err
}

// SaveCard writes a child's card anew; the one before stays behind it. What
// changes takes the guardian's confirmation away until it is given again.
func (s *Service) SaveCard(ctx context.Context, card Card) error {
	if err := identity.Require(ctx, identity.WriteHealth); err != nil {
		return err
	}
	card = card.cleaned()
	if err := card.Check(s.store.Today()); err != nil {
		return err
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		if _, err := s.changeable(ctx, card.ChildID); err != nil {
			return err
		}
		row, found, err := s.store.cardRow(ctx, card.ChildID)
		if err != nil {
			return err
		}
		var old Card
		if found {
			if old, err = s.store.openCard(ctx, row); err != nil {
				return err
			}
		}
		if old.Revision != card.Revision {
			return changedSince
		}
		return s.saveCard(ctx, old, card, row.ID)
	})
}

func (s *Service) saveCard(ctx context.Context, old, card Card, before string) error {
	actor, _ := audit.ActorOf(ctx)
	card.WrittenBy, card.WrittenAt, card.Revision = actor.Name, s.store.Now(), old.Revision+1
	switch {
	case card.ConfirmedOn != "":
		card.ConfirmedBy = actor.Name
	case card.same(old):
		card.ConfirmedWith, card.ConfirmedOn, card.ConfirmedBy = old.ConfirmedWith, old.ConfirmedOn, old.ConfirmedBy
	}
	row, err := s.store.sealCard(ctx, card)
	if err != nil {
		return err
	}
	row.ID, row.ActorID = storage.NewID(), actor.ID
	if before != "" {
		row.Supersedes = &before
		if err := s.store.retireCard(ctx, before); err != nil {
			return err
		}
	}
	if err := s.store.insert(ctx, &row); err != nil {
		return err
	}
	return s.record(ctx, audit.Entry{Verb: "roster.save_card", Kind: "child", Subject: card.ChildID, Changes: cardDiff(old, card)})
}

func cardDiff(old, card Card) []audit.Change {
	var changes []audit.Change
	for _, part := range []struct{ field, old, new string }{
		{"card.allergySigns", old.Allergy.Signs, card.Allergy.Signs}, {"card.allergyDo", old.Allergy.Do, card.Allergy.Do},
		{"card.febrileSigns", old.Febrile.Signs, card.Febrile.Signs}, {"card.febrileDo", old.Febrile.Do, card.Febrile.Do},
		{"card.medicine", old.Medicine, card.Medicine}, {"card.place", old.Place, card.Place}, {"card.call", old.Call, card.Call},
		{"card.confirmed", old.ConfirmedWith + " " + string(old.ConfirmedOn), card.ConfirmedWith + " " + string(card.ConfirmedOn)},
	} {
		changes = audit.DiffSealed(changes, card.ChildID, part.field, part.old, part.new)
	}
	return changes
}

// CardOf gives the action card of a child, nil without one. Callers have
// required their right, and keep that it was read.
func (s *Service) CardOf(ctx context.Context, child string) (*Card, error) {
	cards, err := s.store.cards(ctx, []string{child})
	return cards[child], err
}
