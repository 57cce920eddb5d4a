package rules

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"yayuan/backend/day"
	"yayuan/backend/finding"
	"yayuan/backend/storage"
)

type requirementRow struct {
	NurseryID    string
	Key          string
	Own          bool
	Version      int
	Jurisdiction string
	ValidFrom    day.Day
	ValidUntil   day.Day
	State        RowState
	Title        string
	Subject      SubjectKind
	About        string
	Facts        string
	Demand       string
	WarnDays     int
	Severity     finding.Severity
	Source       string
	Grade        string
	Reason       string
}

func (requirementRow) TableName() string { return "requirement" }

type requirementStore struct{ *storage.Store }

func (s requirementStore) row(r Requirement) (requirementRow, error) {
	row := requirementRow{NurseryID: s.Nursery(), Key: r.Key, Own: r.Own, Version: r.Version, Jurisdiction: r.Jurisdiction,
		ValidFrom: r.From, ValidUntil: r.Until, State: r.State, Title: r.Title, Subject: r.Subject, WarnDays: r.WarnDays,
		Severity: r.Severity, Source: r.Source, Grade: r.Grade, Reason: r.Reason}
	for column, value := range map[*string]any{&row.About: r.About, &row.Facts: r.Facts, &row.Demand: r.Demand} {
		text, err := json.Marshal(value)
		if err != nil {
			return row, fmt.Errorf("requirement %s: %w", r.Key, err)
		}
		*column = string(text)
	}
	return row, nil
}

func (row requirementRow) requirement() (Requirement, error) {
	r := Requirement{Key: row.Key, Own: row.Own, Version: row.Version, Jurisdiction: row.Jurisdiction, From: row.ValidFrom,
		Until: row.ValidUntil, State: row.State, Title: row.Title, Subject: row.Subject, WarnDays: row.WarnDays,
		Severity: row.Severity, Source: row.Source, Grade: row.Grade, Reason: row.Reason}
	for text, value := range map[*string]any{&row.About: &r.About, &row.Facts: &r.Facts, &row.Demand: &r.Demand} {
		if err := json.Unmarshal([]byte(*text), value); err != nil {
			return r, fmt.Errorf("requirement %s: %w", r.Key, err)
		}
	}
	return r, nil
}

// all reads every version: the shipped keys in the order of the catalogue, the
// nursery's own after them.
func (s requirementStore) all(ctx context.Context) ([]Requirement, error) {
	var rows []requirementRow
	err := s.With(ctx).Where("nursery_id = ?", s.Nursery()).Order("key, own, version").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("requirements: %w", err)
	}
	list := make([]Requirement, 0, len(rows))
	for _, row := range rows {
		r, err := row.requirement()
		if err != nil {
			return nil, err
		}
		list = append(list, r)
	}
	keys, groups := byKey(shipped())
	for i, r := range list {
		// The English title is the catalogue's, as long as the title is.
		for _, row := range groups[r.Key] {
			if row.Title == r.Title {
				list[i].English = row.English
			}
		}
	}
	place := func(r Requirement) int {
		if i := slices.Index(keys, r.Key); i >= 0 {
			return i
		}
		return len(keys)
	}
	slices.SortStableFunc(list, func(a, b Requirement) int { return place(a) - place(b) })
	return list, nil
}

func (s requirementStore) add(ctx context.Context, list ...Requirement) error {
	rows := make([]requirementRow, 0, len(list))
	for _, r := range list {
		row, err := s.row(r)
		if err != nil {
			return err
		}
		rows = append(rows, row)
	}
	if err := s.With(ctx).Create(&rows).Error; err != nil {
		return fmt.Errorf("requirements: %w", err)
	}
	return nil
}
