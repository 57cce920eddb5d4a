package lists

import (
	"context"
	"net/http"
	"net/url"

	"yayuan/backend/excel"
	"yayuan/backend/web"
)

// previewRows and previewProblems bound an answer: the window's door must not
// carry megabytes. The counts are of the whole file.
const (
	previewRows     = 500
	previewProblems = 1000
)

type aboutJSON struct {
	Key  string `json:"key"`
	Name string `json:"name"`
}

type aboutsJSON struct {
	Lists []aboutJSON `json:"lists" nullable:"false"`
}

type exportListIn struct {
	Key  string `path:"list" maxLength:"40"`
	Body struct {
		Numbers bool   `json:"numbers" doc:"ID numbers and phones in full; asks for a reason"`
		Reason  string `json:"reason" maxLength:"500"`
	}
}

type columnJSON struct {
	Column  int      `json:"column"`
	Letter  string   `json:"letter"`
	Heading string   `json:"heading"`
	Field   string   `json:"field"`
	Samples []string `json:"samples" nullable:"false"`
}

type fieldJSON struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

type changeJSON struct {
	Heading string `json:"heading"`
	Old     string `json:"old"`
	New     string `json:"new"`
}

type problemJSON struct {
	Row     int            `json:"row"`
	Title   string         `json:"title" doc:"whom or what the row is about"`
	Letter  string         `json:"letter"`
	Heading string         `json:"heading"`
	Code    string         `json:"code"`
	Args    map[string]any `json:"args"`
	Refused bool           `json:"refused" doc:"the row cannot come in; else only this value stays out"`
}

type lineJSON struct {
	Row     int          `json:"row"`
	Title   string       `json:"title"`
	Outcome Outcome      `json:"outcome" enum:"new,changed,same,refused"`
	Changes []changeJSON `json:"changes" nullable:"false"`
}

type countsJSON struct {
	New     int `json:"new"`
	Changed int `json:"changed"`
	Same    int `json:"same"`
	Refused int `json:"refused"`
}

type previewJSON struct {
	ID       string        `json:"id"`
	List     string        `json:"list"`
	FileName string        `json:"fileName"`
	Sheet    string        `json:"sheet"`
	Columns  []columnJSON  `json:"columns" nullable:"false"`
	Fields   []fieldJSON   `json:"fields" nullable:"false"`
	Counts   countsJSON    `json:"counts"`
	Rows     []lineJSON    `json:"rows" nullable:"false" doc:"at most 500, those that change nothing last"`
	Problems []problemJSON `json:"problems" nullable:"false" doc:"at most 1000"`
}

func previewOut(p Preview) previewJSON {
	out := previewJSON{ID: p.ID, List: p.List, FileName: p.FileName, Sheet: p.Plan.Sheet, Columns: []columnJSON{}, Fields: []fieldJSON{},
		Rows: []lineJSON{}, Problems: []problemJSON{}, Counts: countsJSON{New: p.Plan.Count(Added), Changed: p.Plan.Count(Changed),
			Same: p.Plan.Count(Same), Refused: p.Plan.Count(Refused)}}
	for _, c := range p.Plan.Columns {
		out.Columns = append(out.Columns, columnJSON{Column: c.Index, Letter: c.Letter, Heading: c.Heading, Field: c.Field, Samples: append([]string{}, c.Samples...)})
	}
	for _, f := range p.Plan.Fields {
		out.Fields = append(out.Fields, fieldJSON(f))
	}
	for _, of := range []Outcome{Refused, Changed, Added, Same} {
		for _, line := range p.Plan.Lines {
			if line.Outcome == of && len(out.Rows) < previewRows {
				out.Rows = append(out.Rows, lineOut(line))
			}
		}
	}
	for _, line := range p.Plan.Lines {
		for _, each := range line.Problems {
			if len(out.Problems) == previewProblems {
				return out
			}
			problem := problemJSON{Row: each.Row, Title: line.Title, Letter: each.Letter, Heading: each.Heading, Code: each.Code, Args: each.Args, Refused: each.Refused}
			if problem.Args == nil {
				problem.Args = map[string]any{}
			}
			out.Problems = append(out.Problems, problem)
		}
	}
	return out
}

func lineOut(line Line) lineJSON {
	out := lineJSON{Row: line.Number, Title: line.Title, Outcome: line.Outcome, Changes: []changeJSON{}}
	for _, c := range line.Changes {
		out.Changes = append(out.Changes, changeJSON(c))
	}
	return out
}

type importListIn struct {
	Key string `path:"list" maxLength:"40"`
	web.Upload
}

type reviseListIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Columns []Override `json:"columns" nullable:"false" maxItems:"300"`
	}
}

type listReasonIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

type importJSON struct {
	ID       string `json:"id"`
	List     string `json:"list"`
	FileName string `json:"fileName"`
	At       string `json:"at"`
	By       string `json:"by"`
	State    string `json:"state" enum:"draft,done,undone"`
	New      int    `json:"new"`
	Changed  int    `json:"changed"`
	Same     int    `json:"same"`
}

func importOut(i Import) importJSON {
	return importJSON{ID: i.ID, List: i.List, FileName: i.FileName, At: i.At, By: i.By, State: i.State, New: i.Created, Changed: i.Changed, Same: i.Same}
}

type importsJSON struct {
	Imports []importJSON `json:"imports" nullable:"false"`
}

type notUndoneJSON struct {
	Row  int    `json:"row"`
	Code string `json:"code" doc:"of the fault that says why"`
}

type undoneJSON struct {
	Undone  int             `json:"undone"`
	Refused []notUndoneJSON `json:"refused" nullable:"false"`
}

func op(method, path, id, summary string) web.Op {
	return web.Op{Method: method, Path: path, ID: id, Area: "lists", Summary: summary}
}

// Register adds the routes of the lists.
func Register(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/lists", "lists", "The lists that go out and come in"),
		func(ctx context.Context, _ *struct{}) (*web.Body[aboutsJSON], error) {
			found, err := s.Lists(ctx)
			out := aboutsJSON{Lists: []aboutJSON{}}
			for _, each := range found {
				out.Lists = append(out.Lists, aboutJSON{Key: each.Key, Name: each.Name})
			}
			return web.Answer(out, err)
		})
	export := op(http.MethodPost, "/api/lists/{list}/export", "exportList", "A list as a workbook")
	export.Private = true
	web.Handle(door, export, func(ctx context.Context, in *exportListIn) (*web.File, error) {
		book, err := s.Export(ctx, in.Key, in.Body.Numbers, in.Body.Reason)
		if err != nil {
			return nil, err
		}
		return &web.File{ContentType: excel.MediaType, FileName: url.PathEscape(book.Name), Body: book.Bytes}, nil
	})
	registerImports(door, s)
}

func registerImports(door *web.Door, s *Service) {
	upload := op(http.MethodPost, "/api/lists/{list}/import", "draftListImport", "Read a list's file and show what it would do")
	upload.MaxBody, upload.Private = excel.DefaultReadLimits().Bytes+1, true
	web.Handle(door, upload, func(ctx context.Context, in *importListIn) (*web.Body[previewJSON], error) {
		preview, err := s.Draft(ctx, in.Key, in.Name(), in.RawBody)
		return web.Answer(previewOut(preview), err)
	})
	revise := op(http.MethodPost, "/api/list-imports/{id}/preview", "reviseListImport", "Change what the columns of a draft are")
	revise.Private = true
	web.Handle(door, revise, func(ctx context.Context, in *reviseListIn) (*web.Body[previewJSON], error) {
		preview, err := s.Revise(ctx, in.ID, in.Body.Columns)
		return web.Answer(previewOut(preview), err)
	})
	web.Handle(door, op(http.MethodPost, "/api/list-imports/{id}/commit", "commitListImport", "Bring a draft in, all or nothing"),
		func(ctx context.Context, in *listReasonIn) (*web.Body[importJSON], error) {
			done, err := s.Commit(ctx, in.ID, in.Body.Reason)
			return web.Answer(importOut(done), err)
		})
	web.Handle(door, op(http.MethodGet, "/api/list-imports", "listListImports", "The lists that came in"),
		func(ctx context.Context, _ *struct{}) (*web.Body[importsJSON], error) {
			list, err := s.Imports(ctx)
			out := importsJSON{Imports: []importJSON{}}
			for _, each := range list {
				out.Imports = append(out.Imports, importOut(each))
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPost, "/api/list-imports/{id}/undo", "undoListImport", "Take an import back"),
		func(ctx context.Context, in *listReasonIn) (*web.Body[undoneJSON], error) {
			undone, refused, err := s.Undo(ctx, in.ID, in.Body.Reason)
			out := undoneJSON{Undone: undone, Refused: []notUndoneJSON{}}
			for _, each := range refused {
				out.Refused = append(out.Refused, notUndoneJSON(each))
			}
			return web.Answer(out, err)
		})
}
