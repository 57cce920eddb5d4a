package filing

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"yayuan/backend/day"
	"yayuan/backend/files"
	"yayuan/backend/finding"
	"yayuan/backend/web"
)

func op(method, path, id, summary string) web.Op {
	return web.Op{Method: method, Path: path, ID: id, Area: "filing", Summary: summary}
}

type formsJSON struct {
	Forms []formJSON `json:"forms" nullable:"false"`
}

type formJSON struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Cadence string `json:"cadence" enum:"monthly,continuous"`
	Proven  bool   `json:"proven"`
	Grade   string `json:"grade"`
	Source  string `json:"source"`
	Note    string `json:"note"`
}

type draftIn struct {
	Form string `path:"form" maxLength:"20"`
	Body struct {
		Period string `json:"period" maxLength:"7" doc:"YYYY-MM"`
	}
}

type draftJSON struct {
	Form         string            `json:"form"`
	Period       string            `json:"period"`
	ReckoningDay day.Day           `json:"reckoningDay"`
	Digest       string            `json:"digest" doc:"of the figures; sent with fill, so that only what was seen is filed"`
	Rows         int               `json:"rows"`
	Figures      []figureJSON      `json:"figures" nullable:"false"`
	Gaps         []finding.Finding `json:"gaps" nullable:"false"`
	Notes        []string          `json:"notes" nullable:"false" doc:"codes of sentences that say how figures were counted"`
	People       []personJSON      `json:"people" nullable:"false" doc:"names behind the figures, as far as who asks may know them"`
}

type personJSON struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Kind string `json:"kind" enum:"child,staff"`
}

type figureJSON struct {
	Key    string   `json:"key"`
	Label  string   `json:"label" doc:"row and column of a table, parted by a space, or one name"`
	Value  *int     `json:"value" doc:"null when not recorded"`
	People []string `json:"people" nullable:"false" doc:"ids of the children or staff behind the number"`
}

func draftOut(d Draft) draftJSON {
	out := draftJSON{Form: d.Form.ID, Period: d.Period, ReckoningDay: d.ReckoningDay, Digest: d.Digest(), Rows: len(d.Rows), Figures: []figureJSON{},
		Gaps: d.Gaps, Notes: d.Notes, People: []personJSON{}}
	for _, person := range d.People {
		out.People = append(out.People, personJSON(person))
	}
	for _, figure := range d.Figures {
		people := figure.People
		if people == nil {
			people = []string{}
		}
		out.Figures = append(out.Figures, figureJSON{Key: figure.Key, Label: figure.Label, Value: figure.Value, People: people})
	}
	if out.Notes == nil {
		out.Notes = []string{}
	}
	return out
}

type templateJSON struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Form   string      `json:"form"`
	Kind   string      `json:"kind" enum:"placeholders,list,labels"`
	Fields []fieldJSON `json:"fields" nullable:"false"`
}

type fieldJSON struct {
	Cell  string `json:"cell"`
	Label string `json:"label"`
	Field string `json:"field" doc:"empty when the program does not know it"`
}

type templatesJSON struct {
	Templates []templateJSON `json:"templates" nullable:"false"`
}

func templateOut(t Template) templateJSON {
	out := templateJSON{ID: t.ID, Name: t.Name, Form: t.Form, Kind: t.Kind, Fields: []fieldJSON{}}
	for _, field := range t.Fields {
		out.Fields = append(out.Fields, fieldJSON{Cell: field.Cell, Label: field.Label, Field: field.Name})
	}
	return out
}

type fillIn struct {
	Form string `path:"form" maxLength:"20"`
	Body struct {
		Period     string `json:"period" maxLength:"7"`
		TemplateID string `json:"templateId" maxLength:"40"`
		Seen       string `json:"seen,omitempty" maxLength:"64" doc:"digest of the draft that was looked at"`
	}
}

type filedJSON struct {
	ID       string    `json:"id"`
	Form     string    `json:"form"`
	Period   string    `json:"period"`
	FileName string    `json:"fileName"`
	SHA256   string    `json:"sha256"`
	Version  string    `json:"version"`
	At       time.Time `json:"at"`
	By       string    `json:"by"`
}

func filedOut(f Filed) filedJSON {
	return filedJSON{ID: f.ID, Form: f.Form, Period: f.Period, FileName: f.FileName, SHA256: f.SHA256, Version: f.Version, At: f.At, By: f.By}
}

type filingsJSON struct {
	Filings []filedJSON `json:"filings" nullable:"false"`
}

type doneJSON struct {
	Filing  filedJSON         `json:"filing"`
	Written int               `json:"written" doc:"cells"`
	Added   int               `json:"added" doc:"rows inserted into the template"`
	Empty   []string          `json:"empty" nullable:"false" doc:"cells that stayed empty"`
	Kept    []keptJSON        `json:"kept" nullable:"false"`
	Hollow  []string          `json:"hollow" nullable:"false" doc:"sums of the template that show 0 because nothing is recorded"`
	Gaps    []finding.Finding `json:"gaps" nullable:"false"`
}

type keptJSON struct {
	Cell    string  `json:"cell"`
	Formula string  `json:"formula"`
	Day     day.Day `json:"day" doc:"the reckoning day that the template's formula names"`
	Count   int     `json:"count" doc:"cells of the column with this formula"`
}

func doneOut(d Done) doneJSON {
	out := doneJSON{Filing: filedOut(d.Filed), Written: d.Report.Written, Added: d.Report.Added, Empty: d.Report.Empty,
		Kept: []keptJSON{}, Hollow: append([]string{}, d.Report.Hollow...), Gaps: d.Draft.Gaps}
	if out.Empty == nil {
		out.Empty = []string{}
	}
	for _, kept := range d.Report.Kept {
		out.Kept = append(out.Kept, keptJSON(kept))
	}
	return out
}

type oneIn struct {
	ID string `path:"id" maxLength:"40"`
}

// Register adds the routes of filing.
func Register(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/forms", "listForms", "The returns that the program knows"),
		func(ctx context.Context, _ *struct{}) (*web.Body[formsJSON], error) {
			forms, err := s.Forms(ctx)
			out := formsJSON{Forms: []formJSON{}}
			for _, form := range forms {
				out.Forms = append(out.Forms, formJSON(form))
			}
			return web.Answer(out, err)
		})
	draft := op(http.MethodPost, "/api/forms/{form}/draft", "draftForm", "A return as it would be filled now, with its gaps")
	draft.Reads = true
	web.Handle(door, draft, func(ctx context.Context, in *draftIn) (*web.Body[draftJSON], error) {
		d, err := s.Draft(ctx, in.Form, in.Body.Period)
		if err != nil {
			return nil, err
		}
		return web.Answer(draftOut(d), nil)
	})
	web.Handle(door, op(http.MethodPost, "/api/forms/{form}/fill", "fillForm", "Fill a template and freeze the result"),
		func(ctx context.Context, in *fillIn) (*web.Body[doneJSON], error) {
			done, err := s.FillSeen(ctx, in.Form, in.Body.Period, in.Body.TemplateID, in.Body.Seen)
			if err != nil {
				return nil, err
			}
			return web.Answer(doneOut(done), nil)
		})
	registerTemplates(door, s)
	web.Handle(door, op(http.MethodGet, "/api/filings", "listFilings", "What was filed, newest first"),
		func(ctx context.Context, _ *struct{}) (*web.Body[filingsJSON], error) {
			all, err := s.Filings(ctx)
			out := filingsJSON{Filings: []filedJSON{}}
			for _, filed := range all {
				out.Filings = append(out.Filings, filedOut(filed))
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodGet, "/api/filings/{id}/workbook", "filedWorkbook", "The bytes as they were filed"),
		func(ctx context.Context, in *oneIn) (*web.File, error) {
			filed, bytes, err := s.Workbook(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			return &web.File{ContentType: xlsx, FileName: url.PathEscape(filed.FileName), Body: bytes}, nil
		})
}

func registerTemplates(door *web.Door, s *Service) {
	add := op(http.MethodPost, "/api/templates", "addTemplate", "Keep the district's empty workbook and tell what it asks for")
	add.MaxBody = int64(files.Limit(files.Template))
	web.Handle(door, add, func(ctx context.Context, in *web.Upload) (*web.Body[templateJSON], error) {
		t, err := s.AddTemplate(ctx, in.Name(), in.RawBody)
		if err != nil {
			return nil, err
		}
		return web.Answer(templateOut(t), nil)
	})
	web.Handle(door, op(http.MethodGet, "/api/templates/{id}", "templateFields", "A kept template and what it asks for"),
		func(ctx context.Context, in *oneIn) (*web.Body[templateJSON], error) {
			t, err := s.Template(ctx, in.ID)
			return web.Answer(templateOut(t), err)
		})
	web.Handle(door, op(http.MethodGet, "/api/templates", "listTemplates", "The kept templates"),
		func(ctx context.Context, _ *struct{}) (*web.Body[templatesJSON], error) {
			all, err := s.Templates(ctx)
			out := templatesJSON{Templates: []templateJSON{}}
			for _, t := range all {
				out.Templates = append(out.Templates, templateOut(t))
			}
			return web.Answer(out, err)
		})
}
