package lists

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"yayuan/backend/audit"
	"yayuan/backend/storage"
)

// draftDays is how long a file waits for somebody to finish its import.
const draftDays = 7

// Import is one file that came in or is on its way.
type Import struct {
	ID       string
	List     string
	FileName string
	At       string
	By       string
	State    string // draft, done, undone
	Created  int
	Changed  int
	Same     int
}

// Preview is a draft with what it would do now.
type Preview struct {
	Import
	Plan Plan
}

// Draft reads a file, keeps it and shows what it would do. Nothing of the
// list changes.
func (s *Service) Draft(ctx context.Context, key, fileName string, data []byte) (Preview, error) {
	chosen, err := s.list(ctx, key)
	if err != nil {
		return Preview{}, err
	}
	fileName = filepath.Base(strings.ReplaceAll(fileName, `\`, "/"))
	found, err := chosen.read(ctx, fileName, data, nil)
	if err != nil {
		return Preview{}, err
	}
	actor, _ := audit.ActorOf(ctx)
	row := importRow{NurseryID: s.store.Nursery(), ID: storage.NewID(), List: key, FileName: fileName, Content: data, Columns: "[]",
		State: "draft", At: stamp(s.store.Now()), ActorID: actor.ID, ActorName: actor.Name}
	preview := Preview{Import: row.imported()}
	err = s.store.Do(ctx, func(ctx context.Context) error {
		if err := s.store.dropDrafts(ctx, s.store.Now().Add(-draftDays*24*time.Hour)); err != nil {
			return err
		}
		if preview.Plan, err = s.rehearse(ctx, chosen, found); err != nil {
			return err
		}
		if err := s.store.insert(ctx, &row); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "lists.draft_import", Kind: "list_import", Subject: row.ID,
			Changes: []audit.Change{{Field: "list", New: key}, {Field: "file", New: fileName}}})
	})
	return preview, err
}

// rehearse says what a file would do by doing it and taking it back: nothing
// is promised that a verb would refuse later.
func (s *Service) rehearse(ctx context.Context, chosen List, found Found) (Plan, error) {
	var plan Plan
	err := s.store.Rehearse(ctx, func(ctx context.Context) error {
		var err error
		plan, _, err = chosen.run(ctx, s, found, "试算")
		return err
	})
	return plan, err
}

// Revise keeps a person's word on columns and shows the draft anew.
func (s *Service) Revise(ctx context.Context, id string, columns []Override) (Preview, error) {
	var preview Preview
	err := s.store.Do(ctx, func(ctx context.Context) error {
		row, chosen, err := s.draft(ctx, id)
		if err != nil {
			return err
		}
		kept, err := json.Marshal(columns)
		if err != nil {
			return fmt.Errorf("lists: columns: %w", err)
		}
		row.Columns, preview.Import = string(kept), row.imported()
		found, err := chosen.read(ctx, row.FileName, row.Content, columns)
		if err != nil {
			return err
		}
		if preview.Plan, err = s.rehearse(ctx, chosen, found); err != nil {
			return err
		}
		if err := s.store.changeImport(ctx, id, map[string]any{"columns": row.Columns}); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "lists.revise_import", Kind: "list_import", Subject: id,
			Changes: audit.Diff(nil, "columns", "[]", row.Columns)})
	})
	return preview, err
}

func (s *Service) draft(ctx context.Context, id string) (importRow, List, error) {
	if err := s.requireAny(ctx); err != nil {
		return importRow{}, nil, err
	}
	row, found, err := s.store.importOf(ctx, id)
	switch {
	case err != nil:
		return row, nil, err
	case !found:
		return row, nil, importUnknown
	}
	// A draft shows what its author may see, and is written in that name.
	if actor, _ := audit.ActorOf(ctx); row.State == "draft" && actor.ID != row.ActorID {
		return row, nil, importUnknown
	}
	chosen, err := s.list(ctx, row.List)
	if err == nil && row.State != "draft" {
		err = importDone
	}
	return row, chosen, err
}

// Commit brings a draft in, all of it or nothing. What is corrected needs a
// reason, as it does on the page.
func (s *Service) Commit(ctx context.Context, id, reason string) (Import, error) {
	var done Import
	reason = strings.TrimSpace(reason)
	err := s.store.Do(ctx, func(ctx context.Context) error {
		row, chosen, err := s.draft(ctx, id)
		if err != nil {
			return err
		}
		var columns []Override
		if err := json.Unmarshal([]byte(row.Columns), &columns); err != nil {
			return fmt.Errorf("lists: columns: %w", err)
		}
		found, err := chosen.read(ctx, row.FileName, row.Content, columns)
		if err != nil {
			return err
		}
		plan, kept, err := chosen.run(ctx, s, found, reason)
		if err != nil {
			return err
		}
		if reason == "" && plan.Count(Changed)+plan.Count(Refused) > 0 {
			return reasonMissing.At("reason")
		}
		if refused := plan.Count(Refused); refused > 0 {
			return rowsRefused.With("count", refused)
		}
		done = row.imported()
		done.State, done.Created, done.Changed, done.Same = "done", plan.Count(Added), plan.Count(Changed), plan.Count(Same)
		return s.finish(ctx, done, kept, reason)
	})
	return done, err
}

// finish lets go of the file and keeps what undo goes by.
func (s *Service) finish(ctx context.Context, done Import, kept []keptRow, reason string) error {
	if err := s.store.keepRows(ctx, done.ID, kept); err != nil {
		return err
	}
	err := s.store.changeImport(ctx, done.ID, map[string]any{"state": "done", "content": nil, "created": done.Created,
		"changed": done.Changed, "same": done.Same, "at": stamp(s.store.Now()), "reason": reason})
	if err != nil {
		return err
	}
	changes := []audit.Change{{Field: "list", New: done.List}, {Field: "file", New: done.FileName}, {Field: "created", New: strconv.Itoa(done.Created)},
		{Field: "changed", New: strconv.Itoa(done.Changed)}, {Field: "same", New: strconv.Itoa(done.Same)}}
	return s.audit.Write(ctx, audit.Entry{Verb: "lists.import", Kind: "list_import", Subject: done.ID, Reason: reason, Changes: changes})
}

// NotUndone is a row that undo left as it is.
type NotUndone struct {
	Row  int
	Code string // of the fault that says why
}

// Undo takes an import back, the last row first. What somebody has changed
// since stays, and is named; when all of it stays, the import is as done as before.
func (s *Service) Undo(ctx context.Context, id, reason string) (undone int, refused []NotUndone, err error) {
	if err := s.requireAny(ctx); err != nil {
		return 0, nil, err
	}
	back := Back{Import: id, Reason: strings.TrimSpace(reason)}
	err = s.store.Do(ctx, func(ctx context.Context) error {
		row, found, err := s.store.importOf(ctx, id)
		switch {
		case err != nil:
			return err
		case !found:
			return importUnknown
		}
		chosen, err := s.list(ctx, row.List)
		switch {
		case err != nil:
			return err
		case back.Reason == "":
			return reasonMissing.At("reason")
		case row.State != "done":
			return importNotDone
		}
		rows, err := s.store.keptRows(ctx, id)
		if err != nil {
			return err
		}
		if undone, refused, err = chosen.back(ctx, s, rows, back); err != nil {
			return err
		}
		return s.undid(ctx, id, back, undone, len(refused))
	})
	return undone, refused, err
}

func (s *Service) undid(ctx context.Context, id string, back Back, undone, refused int) error {
	if undone > 0 {
		err := s.store.changeImport(ctx, id, map[string]any{"state": "undone", "undone_at": stamp(s.store.Now()), "undo_reason": back.Reason})
		if err != nil {
			return err
		}
	}
	return s.audit.Write(ctx, audit.Entry{Verb: "lists.undo_import", Kind: "list_import", Subject: id, Reason: back.Reason,
		Changes: []audit.Change{{Field: "undone", New: strconv.Itoa(undone)}, {Field: "refused", New: strconv.Itoa(refused)}}})
}

// Imports lists the files that came in to lists that the asking person may
// bring in, the latest first.
func (s *Service) Imports(ctx context.Context) ([]Import, error) {
	if err := s.requireAny(ctx); err != nil {
		return nil, err
	}
	rows, err := s.store.imports(ctx)
	list := make([]Import, 0, len(rows))
	for _, row := range rows {
		if _, refused := s.list(ctx, row.List); refused == nil {
			list = append(list, row.imported())
		}
	}
	return list, err
}
