package rules

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"gorm.io/gorm/clause"

	"yayuan/backend/day"
	"yayuan/backend/storage"
)

// Service reads the rules of one nursery. They are few and change rarely, so
// they are kept in memory after the first question.
type Service struct {
	store *storage.Store
	mu    sync.Mutex
	rows  []Rule
}

// New makes the service of a store.
func New(store *storage.Store) *Service { return &Service{store: store} }

type ruleRow struct {
	NurseryID    string `gorm:"primaryKey"`
	Key          string `gorm:"primaryKey"`
	Version      int    `gorm:"primaryKey"`
	Jurisdiction string
	ValidFrom    day.Day
	ValidUntil   day.Day
	Value        string
	Source       string
	Grade        string
}

func (ruleRow) TableName() string { return "rule" }

// Seed writes the catalogue's rows that the nursery does not have yet.
func (s *Service) Seed(ctx context.Context) error {
	rows := []ruleRow{}
	for _, rule := range Catalogue() {
		rows = append(rows, ruleRow{NurseryID: s.store.Nursery(), Key: rule.Key, Version: rule.Version,
			Jurisdiction: rule.Jurisdiction, ValidFrom: rule.From, ValidUntil: rule.Until,
			Value: string(rule.Value), Source: rule.Source, Grade: rule.Grade})
	}
	return s.store.Do(ctx, func(ctx context.Context) error {
		err := s.store.With(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(&rows).Error
		if err != nil {
			return fmt.Errorf("rules seed: %w", err)
		}
		return nil
	})
}

// Value reads the rule in force on a day into value and gives its version.
func (s *Service) Value(ctx context.Context, key string, on day.Day, value any) (version int, err error) {
	rule, err := s.Rule(ctx, key, on, value)
	return rule.Version, err
}

// Rule is Value for who also shows where the rule comes from.
func (s *Service) Rule(ctx context.Context, key string, on day.Day, value any) (Rule, error) {
	rows, err := s.all(ctx)
	if err != nil {
		return Rule{}, err
	}
	rule, err := InForce(rows, key, on)
	if err != nil {
		return rule, err
	}
	if err := json.Unmarshal(rule.Value, value); err != nil {
		return rule, fmt.Errorf("rule %s: %w", key, err)
	}
	return rule, nil
}

func (s *Service) all(ctx context.Context) ([]Rule, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.rows != nil {
		return s.rows, nil
	}
	var rows []ruleRow
	if err := s.store.With(ctx).Where("nursery_id = ?", s.store.Nursery()).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	all := make([]Rule, 0, len(rows))
	for _, row := range rows {
		all = append(all, Rule{Key: row.Key, Version: row.Version, Jurisdiction: row.Jurisdiction, From: row.ValidFrom,
			Until: row.ValidUntil, Value: json.RawMessage(row.Value), Source: row.Source, Grade: row.Grade})
	}
	s.rows = all
	return all, nil
}
