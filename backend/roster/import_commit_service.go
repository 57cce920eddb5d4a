package roster

import (
	"context"
	"strconv"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
	"yayuan/backend/storage"
)

// Which rows of a file are brought in.
const (
	AllRows  = "all"  // every row, or none when one has an error
	GoodRows = "good" // the rows without an error
)

// Commit brings a draft into the roster in one transaction. Children that are
// there already are not written again; what the roster lacks of them and the
// file has is added, nothing that it has is changed.
func (s *Imports) Commit(ctx context.Context, id, rows string, classes []ClassProposal) (Import, error) {
	if err := identity.Require(ctx, identity.ImportRoster); err != nil {
		return Import{}, err
	}
	if err := identity.Require(ctx, identity.WriteRoster); err != nil {
		return Import{}, err
	}
	if rows != AllRows && rows != GoodRows {
		return Import{}, importRows.At("rows")
	}
	var done Import
	err := s.store.Do(ctx, func(ctx context.Context) error {
		row, err := s.draft(ctx, id)
		if err != nil {
			return err
		}
		plan, err := s.again(ctx, row)
		if err != nil {
			return err
		}
		if bad := plan.Counts().Problem; rows == AllRows && bad > 0 {
			return importBadRows.With("count", bad)
		}
		plan.Classes = confirm(plan.Classes, classes)
		c := committing{Imports: s, imported: row.imported(), classes: map[string]string{}, plan: plan}
		if err := c.run(ctx); err != nil {
			return err
		}
		done = c.imported
		return s.finish(ctx, done)
	})
	return done, err
}

// finish marks a draft as done and lets go of the file: its values lie sealed
// with the children now.
func (s *Imports) finish(ctx context.Context, done Import) error {
	err := s.store.changeImport(ctx, done.ID, map[string]any{"state": "done", "content": nil, "created": done.Created,
		"unchanged": done.Unchanged, "updated": done.Updated, "skipped": done.Skipped, "at": stamp(s.store.Now())})
	if err != nil {
		return err
	}
	changes := audit.Diff(nil, "file", "", done.FileName)
	changes = audit.Diff(changes, "created", "0", strconv.Itoa(done.Created))
	changes = audit.Diff(changes, "updated", "0", strconv.Itoa(done.Updated))
	changes = audit.Diff(changes, "unchanged", "0", strconv.Itoa(done.Unchanged))
	changes = audit.Diff(changes, "skipped", "0", strconv.Itoa(done.Skipped))
	return s.record(ctx, audit.Entry{Verb: "roster.import_children", Kind: "import", Subject: done.ID, Changes: changes})
}

// committing is one commit on its way.
type committing struct {
	*Imports
	imported Import
	plan     ImportPlan
	classes  map[string]string // name in the file → class
	rows     []importedRow
}

func (c *committing) run(ctx context.Context) error {
	for i, row := range c.plan.Rows {
		if row.Status == "problem" {
			c.imported.Skipped++
			continue
		}
		child, outcome, err := c.bring(ctx, row)
		if err != nil {
			return err
		}
		switch outcome {
		case "created":
			c.imported.Created++
		case "updated":
			c.imported.Updated++
		default:
			c.imported.Unchanged++
		}
		c.rows = append(c.rows, importedRow{NurseryID: c.store.Nursery(), ImportID: c.imported.ID, Position: i,
			Sheet: row.Sheet, Number: row.Number, ChildID: child, Outcome: outcome})
	}
	return c.store.insertImported(ctx, c.rows)
}

// bring writes one row. A child is looked for again, because an earlier row of
// the same file may have been the same.
func (c *committing) bring(ctx context.Context, row ImportRow) (child, outcome string, err error) {
	known, same, err := c.same(ctx, row)
	if err != nil {
		return "", "", err
	}
	if same {
		outcome, err := c.complete(ctx, known, row)
		return known.ID, outcome, err
	}
	entered, err := c.addChild(ctx, row.Child)
	if err != nil {
		return "", "", err
	}
	if err := c.addGuardians(ctx, entered.ID, row.Guardians); err != nil {
		return "", "", err
	}
	class, err := c.class(ctx, row.Class)
	if err != nil || class == "" {
		return entered.ID, "created", err
	}
	return entered.ID, "created", c.place(ctx, Placement{ChildID: entered.ID, ClassID: class, Mode: row.Mode, From: row.From,
		Reason: "导入名册"})
}

func (c *committing) addGuardians(ctx context.Context, child string, guardians []Guardian) error {
	for i, guardian := range guardians {
		guardian.Position = i
		if _, err := c.addGuardian(ctx, child, guardian, "guardians."+strconv.Itoa(i)); err != nil {
			return err
		}
	}
	return nil
}

// class gives the class of a name, opened on its first use.
func (c *committing) class(ctx context.Context, name string) (string, error) {
	if id, ready := c.classes[name]; ready || name == "" {
		return id, nil
	}
	for _, proposal := range c.plan.Classes {
		if proposal.Name != name {
			continue
		}
		id := proposal.ClassID
		if id == "" {
			class, err := c.AddClass(ctx, Class{ID: storage.NewID(), Name: name, Kind: proposal.Kind, Places: proposal.Places})
			if err != nil {
				return "", err
			}
			id = class.ID
		}
		c.classes[name] = id
		return id, nil
	}
	return "", classUnknown.At("classes")
}

// complete adds to a known child what the roster does not have; what it has
// goes before the file.
func (c *committing) complete(ctx context.Context, known Child, row ImportRow) (string, error) {
	child, file := known, row.Child
	for _, each := range []struct{ have, give *string }{
		{&child.IDNumber, &file.IDNumber}, {&child.Nickname, &file.Nickname}, {&child.Household, &file.Household},
		{&child.Address, &file.Address}, {&child.Allergies, &file.Allergies}, {&child.Note, &file.Note}} {
		if *each.have == "" {
			*each.have = clean(*each.give)
		}
	}
	if child.Sex == "" {
		child.Sex = file.Sex
	}
	if cleaned(child).Check(c.store.Today()) != nil {
		child = known // the file contradicts what is known: a person decides
	}
	added := len(childDiff(known, cleaned(child))) > 0
	if added {
		if err := c.changeChild(ctx, known, child, "roster.change_child", ""); err != nil {
			return "", err
		}
	}
	guardians, err := c.store.guardians(ctx, []string{known.ID})
	if err != nil {
		return "", err
	}
	if len(guardians[known.ID]) == 0 && len(row.Guardians) > 0 {
		added = true
		if err := c.addGuardians(ctx, known.ID, row.Guardians); err != nil {
			return "", err
		}
	}
	if added {
		return "updated", nil
	}
	return "unchanged", nil
}
