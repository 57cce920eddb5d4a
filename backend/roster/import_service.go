package roster

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"yayuan/backend/audit"
	"yayuan/backend/identity"
	"yayuan/backend/intake"
	"yayuan/backend/storage"
)

// Carries tells which of some children have records in an area above the
// roster; undoing an import leaves those children alone.
type Carries func(ctx context.Context, children []string) (map[string]bool, error)

// Imports holds the verbs that bring files into the roster.
type Imports struct {
	*Service
	carries []Carries
}

// NewImports makes the verbs; the areas above say what they keep of a child.
func NewImports(s *Service, carries ...Carries) *Imports {
	return &Imports{Service: s, carries: carries}
}

// draftDays is how long a file waits for somebody to finish its import.
const draftDays = 7

// Import is one file that came in or is on its way.
type Import struct {
	ID        string
	FileName  string
	At        string
	By        string
	State     string // draft, done, undone
	Created   int
	Unchanged int
	Updated   int
	Skipped   int
}

// Preview is a draft with what it would do now.
type Preview struct {
	Import
	Plan ImportPlan
}

// Draft reads a file, keeps it and shows what it would do. Nothing of the
// roster changes.
func (s *Imports) Draft(ctx context.Context, fileName string, data []byte) (Preview, error) {
	if err := identity.Require(ctx, identity.ImportRoster); err != nil {
		return Preview{}, err
	}
	fileName = baseName(fileName)
	found, err := RecogniseChildren(fileName, data, nil)
	if err != nil {
		return Preview{}, err
	}
	if found.exported() {
		return Preview{}, importExported
	}
	actor, _ := audit.ActorOf(ctx)
	row := importRow{NurseryID: s.store.Nursery(), ID: storage.NewID(), FileName: fileName, Content: data, Columns: "[]",
		Classes: "[]", State: "draft", At: stamp(s.store.Now()), ActorID: actor.ID, ActorName: actor.Name}
	preview := Preview{Import: row.imported()}
	err = s.store.Do(ctx, func(ctx context.Context) error {
		if err := s.store.dropDrafts(ctx, s.store.Now().Add(-draftDays*24*time.Hour)); err != nil {
			return err
		}
		if err := s.store.insert(ctx, &row); err != nil {
			return err
		}
		if preview.Plan, err = s.plan(ctx, found, nil); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "roster.draft_import", Kind: "import", Subject: row.ID,
			Changes: audit.Diff(nil, "file", "", fileName)})
	})
	return preview, err
}

func baseName(name string) string {
	return clean(filepath.Base(strings.ReplaceAll(name, `\`, "/")))
}

func (r importRow) imported() Import {
	return Import{ID: r.ID, FileName: r.FileName, At: r.At, By: r.ActorName, State: r.State, Created: r.Created,
		Unchanged: r.Unchanged, Updated: r.Updated, Skipped: r.Skipped}
}

// Revise keeps a person's word on columns and classes and shows the draft anew.
func (s *Imports) Revise(ctx context.Context, id string, columns []intake.Override, classes []ClassProposal) (Preview, error) {
	if err := identity.Require(ctx, identity.ImportRoster); err != nil {
		return Preview{}, err
	}
	var preview Preview
	err := s.store.Do(ctx, func(ctx context.Context) error {
		row, err := s.draft(ctx, id)
		if err != nil {
			return err
		}
		row.Columns, row.Classes = kept(columns), kept(classes)
		if err := s.store.changeImport(ctx, id, map[string]any{"columns": row.Columns, "classes": row.Classes}); err != nil {
			return err
		}
		preview.Import = row.imported()
		if preview.Plan, err = s.again(ctx, row); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "roster.revise_import", Kind: "import", Subject: id,
			Changes: audit.Diff(nil, "columns", "[]", row.Columns)})
	})
	return preview, err
}

func (s *Imports) draft(ctx context.Context, id string) (importRow, error) {
	row, found, err := s.store.importOf(ctx, id)
	switch {
	case err != nil:
		return row, err
	case !found:
		return row, importUnknown
	case row.State != "draft":
		return row, importDone
	}
	return row, nil
}

// again reads a kept draft once more: what it would do depends on what the
// roster holds by now.
func (s *Imports) again(ctx context.Context, row importRow) (ImportPlan, error) {
	columns, err := recall[intake.Override](row.Columns)
	if err != nil {
		return ImportPlan{}, err
	}
	classes, err := recall[ClassProposal](row.Classes)
	if err != nil {
		return ImportPlan{}, err
	}
	found, err := RecogniseChildren(row.FileName, row.Content, columns)
	if err != nil {
		return ImportPlan{}, err
	}
	return s.plan(ctx, found, classes)
}

// plan holds recognised rows against the roster.
func (s *Imports) plan(ctx context.Context, found Recognised, words []ClassProposal) (ImportPlan, error) {
	plan := planChildren(found, s.store.Today())
	known, err := s.store.classes(ctx)
	if err != nil {
		return plan, err
	}
	plan.Classes = confirm(proposeClasses(plan.Rows, known, s.store.Today()), words)
	for i := range plan.Rows {
		row := &plan.Rows[i]
		if row.Status == "problem" {
			continue
		}
		child, same, err := s.same(ctx, *row)
		if err != nil {
			return plan, err
		}
		if !same {
			if err := s.namesake(ctx, &plan, *row); err != nil {
				return plan, err
			}
			continue
		}
		row.Status, row.KnownID = "same", child.ID
		if child.IDNumber != "" && row.Child.IDNumber != "" && child.IDNumber != row.Child.IDNumber {
			planner := rowPlanner{row: row.Row, tables: found.Tables}
			planner.report(keyIDNumber, idDiffers, intake.Warning, nil)
			plan.Problems = append(plan.Problems, planner.problems...)
		}
	}
	return plan, nil
}

// namesake tells of a row whose name and birth date are another child's: two
// families, or one whose phone has changed. A person knows which.
func (s *Imports) namesake(ctx context.Context, plan *ImportPlan, row ImportRow) error {
	others, err := s.store.namesakes(ctx, row.Child.Name, row.Child.BirthDate)
	if err != nil || len(others) == 0 {
		return err
	}
	planner := rowPlanner{row: row.Row, tables: plan.Tables}
	planner.report(keyName, namesake, intake.Warning, nil)
	plan.Problems = append(plan.Problems, planner.problems...)
	return nil
}

// same finds the child that a row is about: by ID number or, without one, by
// name, birth date and a guardian's phone. A row with neither number nor phone
// is the only child of that name and birth date, if there is one.
func (s *Imports) same(ctx context.Context, row ImportRow) (Child, bool, error) {
	var phones []string
	for _, guardian := range row.Guardians {
		if guardian.Phone != "" {
			phones = append(phones, guardian.Phone)
		}
	}
	child, found, err := s.store.sameChild(ctx, row.Child, phones)
	if err != nil || found || len(phones) > 0 {
		return child, found, err
	}
	namesakes, err := s.store.namesakes(ctx, row.Child.Name, row.Child.BirthDate)
	if err != nil || len(namesakes) != 1 {
		return Child{}, false, err
	}
	other := namesakes[0]
	differs := row.Child.IDNumber != "" && other.IDNumber != "" && row.Child.IDNumber != other.IDNumber
	return other, !differs, nil
}

// List gives the imports, the latest first.
func (s *Imports) List(ctx context.Context) ([]Import, error) {
	if err := identity.Require(ctx, identity.ImportRoster); err != nil {
		return nil, err
	}
	rows, err := s.store.imports(ctx)
	list := make([]Import, 0, len(rows))
	for _, row := range rows {
		list = append(list, row.imported())
	}
	return list, err
}
