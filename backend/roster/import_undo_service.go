package roster

import (
	"context"
	"strconv"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
)

// NotUndone is a row that undo left as it is, and why: "used" when later
// records hang on the child, "completed" when the child was there before.
type NotUndone struct {
	Row  int
	Name string
	Why  string
}

// Undo voids the children that an import created. A child that carries later
// records, in the roster or above it, stays.
func (s *Imports) Undo(ctx context.Context, id, reason string) (voided int, refused []NotUndone, err error) {
	if err := identity.Require(ctx, identity.ImportRoster); err != nil {
		return 0, nil, err
	}
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return 0, nil, err
	}
	reason = clean(reason)
	if reason == "" {
		return 0, nil, reasonMissing.At("reason")
	}
	err = s.store.Do(ctx, func(ctx context.Context) error {
		imported, found, err := s.store.importOf(ctx, id)
		switch {
		case err != nil:
			return err
		case !found:
			return importUnknown
		case imported.State != "done":
			return importUndone
		}
		if voided, refused, err = s.undoRows(ctx, imported, reason); err != nil {
			return err
		}
		err = s.store.changeImport(ctx, id, map[string]any{"state": "undone", "undone_at": stamp(s.store.Now()), "undo_reason": reason})
		if err != nil {
			return err
		}
		changes := audit.Diff(nil, "voided", "", strconv.Itoa(voided))
		changes = audit.Diff(changes, "refused", "", strconv.Itoa(len(refused)))
		return s.record(ctx, audit.Entry{Verb: "roster.undo_import", Kind: "import", Subject: id, Reason: reason, Changes: changes})
	})
	return voided, refused, err
}

func (s *Imports) undoRows(ctx context.Context, imported importRow, reason string) (voided int, refused []NotUndone, err error) {
	rows, err := s.store.importedRows(ctx, imported.ID)
	if err != nil {
		return 0, nil, err
	}
	used, err := s.used(ctx, rows)
	if err != nil {
		return 0, nil, err
	}
	for _, row := range rows {
		if row.Outcome == "unchanged" {
			continue
		}
		child, live, err := s.store.child(ctx, row.ChildID)
		if err != nil {
			return 0, nil, err
		}
		if !live {
			continue
		}
		touched, err := s.store.touched(ctx, row.ChildID, imported.ID)
		switch {
		case err != nil:
			return 0, nil, err
		case row.Outcome == "updated":
			refused = append(refused, NotUndone{Row: row.Number, Name: child.Name, Why: "completed"})
			continue
		case used[row.ChildID] || touched:
			refused = append(refused, NotUndone{Row: row.Number, Name: child.Name, Why: "used"})
			continue
		}
		if err := s.store.voidChild(ctx, row.ChildID); err != nil {
			return 0, nil, err
		}
		voided++
		err = s.record(ctx, audit.Entry{Verb: "roster.void_child", Kind: "child", Subject: row.ChildID, Reason: reason})
		if err != nil {
			return 0, nil, err
		}
	}
	return voided, refused, nil
}

// used asks the areas above which children they have records of.
func (s *Imports) used(ctx context.Context, rows []importedRow) (map[string]bool, error) {
	children := make([]string, 0, len(rows))
	for _, row := range rows {
		if row.Outcome == "created" {
			children = append(children, row.ChildID)
		}
	}
	used := map[string]bool{}
	if len(children) == 0 {
		return used, nil
	}
	for _, carries := range s.carries {
		found, err := carries(ctx, children)
		if err != nil {
			return nil, err
		}
		for child := range found {
			used[child] = true
		}
	}
	return used, nil
}
