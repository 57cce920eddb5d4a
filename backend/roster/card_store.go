package roster

import (
	"context"
	"encoding/json"
	"fmt"
)

type cardRow struct {
	NurseryID  string `gorm:"primaryKey"`
	ID         string `gorm:"primaryKey"`
	ChildID    string
	Seal       []byte
	Revision   int64
	Supersedes *string
	Live       int
	EnteredAt  string
	ActorID    string
}

func (cardRow) TableName() string { return "action_card" }

func (s store) cardRow(ctx context.Context, child string) (cardRow, bool, error) {
	return one[cardRow](s.db(ctx).Where("child_id = ? AND live = 1", child))
}

func (s store) openCard(ctx context.Context, row cardRow) (Card, error) {
	text, err := s.unseal(ctx, row.ChildID, row.Seal)
	if err != nil {
		return Card{}, err
	}
	card := Card{ChildID: row.ChildID, Revision: row.Revision}
	if err := json.Unmarshal([]byte(text), &card); err != nil {
		return card, fmt.Errorf("roster card: %w", err)
	}
	return card, nil
}

// cards opens the live cards of many children; few have one.
func (s store) cards(ctx context.Context, children []string) (map[string]*Card, error) {
	rows, err := all[cardRow](s.db(ctx).Where("child_id IN ? AND live = 1", children))
	if err != nil {
		return nil, err
	}
	cards := make(map[string]*Card, len(rows))
	for _, row := range rows {
		card, err := s.openCard(ctx, row)
		if err != nil {
			return nil, err
		}
		cards[row.ChildID] = &card
	}
	return cards, nil
}

// sealCard makes the row of a card.
func (s store) sealCard(ctx context.Context, card Card) (cardRow, error) {
	text, err := json.Marshal(card)
	if err != nil {
		return cardRow{}, fmt.Errorf("roster card: %w", err)
	}
	seal, err := s.seal(ctx, card.ChildID, string(text))
	return cardRow{NurseryID: s.Nursery(), ChildID: card.ChildID, Seal: seal, Revision: card.Revision, Live: 1,
		EnteredAt: stamp(card.WrittenAt)}, err
}

func (s store) retireCard(ctx context.Context, id string) error {
	return set[cardRow](s.db(ctx).Where("id = ?", id), map[string]any{"live": 0})
}
