package roster

import (
	"context"
	"net/http"
	"net/url"

	"yayuan/backend/excel"
	"yayuan/backend/intake"
	"yayuan/backend/web"
)

// previewRows and previewProblems bound an answer: the window's door must not
// carry megabytes. The counts are of the whole file.
const (
	previewRows     = 500
	previewProblems = 1000
)

type importColumnJSON struct {
	Column  int      `json:"column"`
	Letter  string   `json:"letter"`
	Heading string   `json:"heading"`
	Field   string   `json:"field"`
	Samples []string `json:"samples" nullable:"false"`
}

type importSheetJSON struct {
	Name       string             `json:"name"`
	HeaderRows []int              `json:"headerRows" nullable:"false"`
	FirstRow   int                `json:"firstRow"`
	Columns    []importColumnJSON `json:"columns" nullable:"false"`
}

type importFieldJSON struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

type importRowJSON struct {
	Row    int               `json:"row"`
	Sheet  string            `json:"sheet"`
	Status string            `json:"status" enum:"new,same,problem"`
	Values map[string]string `json:"values"`
}

type importClassJSON struct {
	Name    string `json:"name" maxLength:"200"`
	Rows    int    `json:"rows" required:"false"`
	ClassID string `json:"classId" maxLength:"40"`
	Kind    Kind   `json:"kind" enum:"infant,small,large,mixed"`
	Places  int    `json:"places"`
}

type importCountsJSON struct {
	Rows    int `json:"rows"`
	New     int `json:"new"`
	Same    int `json:"same"`
	Problem int `json:"problem"`
}

type previewJSON struct {
	ID       string            `json:"id"`
	FileName string            `json:"fileName"`
	Sheets   []importSheetJSON `json:"sheets" nullable:"false"`
	Fields   []importFieldJSON `json:"fields" nullable:"false"`
	Rows     []importRowJSON   `json:"rows" nullable:"false" doc:"at most 500, those with problems first"`
	Problems []intake.Problem  `json:"problems" nullable:"false" doc:"at most 1000"`
	Classes  []importClassJSON `json:"classes" nullable:"false"`
	Counts   importCountsJSON  `json:"counts"`
}

func previewOut(p Preview) previewJSON {
	counts := p.Plan.Counts()
	out := previewJSON{ID: p.ID, FileName: p.FileName, Sheets: []importSheetJSON{}, Fields: []importFieldJSON{}, Rows: []importRowJSON{},
		Problems: p.Plan.Problems[:min(len(p.Plan.Problems), previewProblems)], Classes: []importClassJSON{},
		Counts: importCountsJSON{Rows: counts.Rows, New: counts.New, Same: counts.Same, Problem: counts.Problem}}
	if out.Problems == nil {
		out.Problems = []intake.Problem{}
	}
	for _, table := range p.Plan.Tables {
		sheet := importSheetJSON{Name: table.Sheet, HeaderRows: table.HeaderRows, FirstRow: table.FirstRow, Columns: []importColumnJSON{}}
		for _, column := range table.Columns {
			sheet.Columns = append(sheet.Columns, importColumnJSON{Column: column.Index, Letter: column.Letter, Heading: column.Heading,
				Field: column.Field, Samples: column.Samples})
		}
		out.Sheets = append(out.Sheets, sheet)
	}
	for _, field := range p.Plan.fields {
		out.Fields = append(out.Fields, importFieldJSON{Key: field.Key, Label: field.Label})
	}
	for _, class := range p.Plan.Classes {
		out.Classes = append(out.Classes, importClassJSON(class))
	}
	out.Rows = rowsOut(p.Plan.Rows)
	return out
}

// rowsOut gives the rows that a person looks at: all of them in order, of a
// long file those with problems first.
func rowsOut(rows []ImportRow) []importRowJSON {
	out := []importRowJSON{}
	for _, problems := range []bool{true, false} {
		for _, row := range rows {
			short := len(rows) <= previewRows
			if len(out) < previewRows && (short && problems || !short && (row.Status == "problem") == problems) {
				out = append(out, importRowJSON{Row: row.Number, Sheet: row.Sheet, Status: row.Status, Values: row.Values})
			}
		}
	}
	return out
}

type reviseIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Columns []intake.Override `json:"columns" nullable:"false" maxItems:"2000"`
		Classes []importClassJSON `json:"classes" nullable:"false" maxItems:"200"`
	}
}

type commitIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Rows    string            `json:"rows" enum:"all,good"`
		Classes []importClassJSON `json:"classes" nullable:"false" maxItems:"200"`
	}
}

func classWordsIn(classes []importClassJSON) []ClassProposal {
	words := make([]ClassProposal, 0, len(classes))
	for _, class := range classes {
		words = append(words, ClassProposal(class))
	}
	return words
}

type committedJSON struct {
	ID        string `json:"id"`
	Created   int    `json:"created"`
	Unchanged int    `json:"unchanged"`
	Updated   int    `json:"updated"`
	Skipped   int    `json:"skipped"`
}

type importJSON struct {
	ID        string `json:"id"`
	FileName  string `json:"fileName"`
	At        string `json:"at"`
	By        string `json:"by"`
	Created   int    `json:"created"`
	Unchanged int    `json:"unchanged"`
	State     string `json:"state" enum:"draft,done,undone"`
}

type importsJSON struct {
	Imports []importJSON `json:"imports" nullable:"false"`
}

type notUndoneJSON struct {
	Row  int    `json:"row"`
	Name string `json:"name"`
	Why  string `json:"why" enum:"used,completed"`
}

type undoneJSON struct {
	Voided  int             `json:"voided"`
	Refused []notUndoneJSON `json:"refused" nullable:"false"`
}

type undoImportIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

// RegisterImports adds the routes that bring files in.
func RegisterImports(door *web.Door, s *Imports) {
	upload := op(http.MethodPost, "/api/imports/children", "draftImport", "Read a roster file and show what it would do")
	upload.MaxBody = excel.DefaultReadLimits().Bytes + 1
	upload.Private = true // a preview shows the file's ID numbers
	web.Handle(door, upload, func(ctx context.Context, in *web.Upload) (*web.Body[previewJSON], error) {
		name, err := url.PathUnescape(in.FileName)
		if err != nil {
			name = in.FileName
		}
		preview, err := s.Draft(ctx, name, in.RawBody)
		return web.Answer(previewOut(preview), err)
	})
	revise := op(http.MethodPost, "/api/imports/{id}/preview", "reviseImport", "Change columns or classes of a draft")
	revise.Private = true
	web.Handle(door, revise,
		func(ctx context.Context, in *reviseIn) (*web.Body[previewJSON], error) {
			preview, err := s.Revise(ctx, in.ID, in.Body.Columns, classWordsIn(in.Body.Classes))
			return web.Answer(previewOut(preview), err)
		})
	web.Handle(door, op(http.MethodPost, "/api/imports/{id}/commit", "commitImport", "Bring a draft into the roster"),
		func(ctx context.Context, in *commitIn) (*web.Body[committedJSON], error) {
			done, err := s.Commit(ctx, in.ID, in.Body.Rows, classWordsIn(in.Body.Classes))
			return web.Answer(committedJSON{ID: done.ID, Created: done.Created, Unchanged: done.Unchanged, Updated: done.Updated,
				Skipped: done.Skipped}, err)
		})
	web.Handle(door, op(http.MethodGet, "/api/imports", "listImports", "The files that came in"),
		func(ctx context.Context, _ *struct{}) (*web.Body[importsJSON], error) {
			list, err := s.List(ctx)
			out := importsJSON{Imports: []importJSON{}}
			for _, each := range list {
				out.Imports = append(out.Imports, importJSON{ID: each.ID, FileName: each.FileName, At: each.At, By: each.By,
					Created: each.Created, Unchanged: each.Unchanged, State: each.State})
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/imports/{id}/undo", "undoImport", "Void the children that an import made"),
		func(ctx context.Context, in *undoImportIn) (*web.Body[undoneJSON], error) {
			voided, refused, err := s.Undo(ctx, in.ID, in.Body.Reason)
			out := undoneJSON{Voided: voided, Refused: []notUndoneJSON{}}
			for _, each := range refused {
				out.Refused = append(out.Refused, notUndoneJSON(each))
			}
			return web.Answer(out, err)
		})
}
