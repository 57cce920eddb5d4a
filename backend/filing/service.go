package filing

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"time"

	"yayuan/backend/audit"
	"yayuan/backend/dailylog"
	"yayuan/backend/excel"
	"yayuan/backend/files"
	"yayuan/backend/identity"
	"yayuan/backend/nursery"
	"yayuan/backend/roster"
	"yayuan/backend/storage"
	"yayuan/backend/version"
)

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// Service holds the verbs of filing.
type Service struct {
	store   store
	audit   *audit.Log
	files   *files.Files
	nursery *nursery.Service
	roster  *roster.Service
	log     *dailylog.Service
}

// New makes the service on a store.
func New(s *storage.Store, a *audit.Log, f *files.Files, n *nursery.Service, r *roster.Service, l *dailylog.Service) *Service {
	return &Service{store: store{s}, audit: a, files: f, nursery: n, roster: r, log: l}
}

// Forms lists the returns that the program knows.
func (s *Service) Forms(ctx context.Context) ([]Form, error) {
	if err := identity.Require(ctx, identity.ReadFiling); err != nil {
		return nil, err
	}
	return Forms, nil
}

// Draft collects a form for a month (YYYY-MM) on one snapshot.
func (s *Service) Draft(ctx context.Context, form, period string) (Draft, error) {
	if err := identity.Require(ctx, identity.ReadFiling); err != nil {
		return Draft{}, err
	}
	return s.draft(ctx, form, period)
}

func (s *Service) draft(ctx context.Context, id, period string) (Draft, error) {
	form, err := formOf(id)
	if err != nil {
		return Draft{}, err
	}
	var draft Draft
	err = s.store.Read(ctx, func(ctx context.Context) error {
		m, err := s.material(ctx, form, period)
		if err != nil {
			return err
		}
		draft = collect(m)
		draft.People, err = s.named(ctx, m, draft.Figures)
		return err
	})
	return draft, err
}

// Template is a workbook of the district that the program has understood.
type Template struct {
	ID     string
	Name   string
	Form   string
	Kind   string
	Fields []Field
}

// Field is one place of a template and what will be written there; Name is
// empty when the program does not know it.
type Field struct {
	Cell  string
	Label string
	Name  string
}

// AddTemplate keeps an empty workbook and tells what was recognised in it.
func (s *Service) AddTemplate(ctx context.Context, name string, bytes []byte) (Template, error) {
	if err := identity.Require(ctx, identity.WriteFiling); err != nil {
		return Template{}, err
	}
	known, err := understand(name, bytes)
	if err != nil {
		return Template{}, err
	}
	err = s.store.Do(ctx, func(ctx context.Context) error {
		blob, err := s.files.Put(ctx, files.Template, name, xlsx, bytes)
		if err != nil {
			return err
		}
		row, found, err := s.store.templateOf(ctx, blob.ID)
		if err != nil {
			return err
		}
		if found {
			known.ID = row.ID
			return nil
		}
		known.ID = storage.NewID()
		err = s.store.insert(ctx, &templateRow{NurseryID: s.store.Nursery(), ID: known.ID, Name: blob.Name, Form: known.Form,
			Kind: known.Kind, BlobID: blob.ID, AddedAt: s.store.Now().Format(time.RFC3339Nano)})
		if err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "filing.add_template", Kind: "template", Subject: known.ID})
	})
	return known, err
}

// Templates lists the kept templates, newest first, without their fields.
func (s *Service) Templates(ctx context.Context) ([]Template, error) {
	if err := identity.Require(ctx, identity.ReadFiling); err != nil {
		return nil, err
	}
	rows, err := s.store.templates(ctx)
	all := make([]Template, 0, len(rows))
	for _, row := range rows {
		all = append(all, Template{ID: row.ID, Name: row.Name, Form: row.Form, Kind: row.Kind})
	}
	return all, err
}

// Template is one kept template with the fields that it asks for, understood
// anew: the program may know more words now than when it was kept.
func (s *Service) Template(ctx context.Context, id string) (Template, error) {
	if err := identity.Require(ctx, identity.ReadFiling); err != nil {
		return Template{}, err
	}
	row, found, err := s.store.template(ctx, id)
	if err != nil {
		return Template{}, err
	}
	if !found {
		return Template{}, templateUnknown.At("templateId")
	}
	_, raw, err := s.files.Get(ctx, row.BlobID)
	if err != nil {
		return Template{}, err
	}
	known, err := understand(row.Name, raw)
	known.ID, known.Form = row.ID, row.Form
	return known, err
}

// Done is a filled and frozen return.
type Done struct {
	Filed
	Draft  Draft
	Report excel.Report
	Bytes  []byte
}

// Fill collects a form, fills the template outside of any transaction and
// freezes the result: figures, bytes, digest and version of the program. It
// is refused when the figures changed meanwhile.
func (s *Service) Fill(ctx context.Context, form, period, template string) (Done, error) {
	return s.FillSeen(ctx, form, period, template, "")
}

// FillSeen is Fill for somebody who has looked at a draft: it is refused when
// the figures are no longer those that were seen (see Draft.Digest).
func (s *Service) FillSeen(ctx context.Context, form, period, template, seen string) (Done, error) {
	if err := identity.Require(ctx, identity.WriteFiling); err != nil {
		return Done{}, err
	}
	done, row, err := s.prepare(ctx, form, period, template, seen)
	if err != nil {
		return Done{}, err
	}
	done.Filed, err = s.freeze(ctx, done.Draft, row, done.Bytes)
	return done, err
}

// prepare collects and fills, and keeps nothing yet.
func (s *Service) prepare(ctx context.Context, form, period, template, seen string) (Done, templateRow, error) {
	row, found, err := s.store.template(ctx, template)
	if err != nil {
		return Done{}, row, err
	}
	if !found {
		return Done{}, row, templateUnknown.At("templateId")
	}
	draft, err := s.draft(ctx, form, period)
	if err != nil {
		return Done{}, row, err
	}
	if of, err := formOf(row.Form); row.Form != form {
		return Done{}, row, errors.Join(err, templateOther.At("templateId").With("template", of.Name).With("form", draft.Form.Name))
	}
	if seen != "" && seen != draft.Digest() {
		return Done{}, row, changedSince
	}
	_, raw, err := s.files.Get(ctx, row.BlobID)
	if err != nil {
		return Done{}, row, err
	}
	filled, report, err := fillTemplate(raw, draft)
	return Done{Draft: draft, Report: report, Bytes: filled}, row, err
}

// freeze keeps what was filled, unless anything that is in it has changed
// meanwhile: not only a figure, a child's telephone number too.
func (s *Service) freeze(ctx context.Context, draft Draft, template templateRow, filled []byte) (Filed, error) {
	figures, err := json.Marshal(draft.Figures)
	if err != nil {
		return Filed{}, fmt.Errorf("filing figures: %w", err)
	}
	var frozen Filed
	err = s.store.Do(ctx, func(ctx context.Context) error {
		again, err := s.draft(ctx, draft.Form.ID, draft.Period)
		if err != nil {
			return err
		}
		if !reflect.DeepEqual(again, draft) {
			return changedSince
		}
		name := fmt.Sprintf("%s_%s.xlsx", draft.Form.Name, draft.Period)
		blob, err := s.files.Put(ctx, files.Filing, name, xlsx, filled)
		if err != nil {
			return err
		}
		actor, _ := audit.ActorOf(ctx)
		row := filedRow{NurseryID: s.store.Nursery(), ID: storage.NewID(), Form: draft.Form.ID, Period: draft.Period,
			TemplateID: template.ID, BlobID: blob.ID, FileName: name, SHA256: blob.SHA256, Figures: string(figures),
			Version: version.Text, FiledAt: s.store.Now().Format(time.RFC3339Nano), ActorID: actor.ID, ActorName: actor.Name}
		frozen = row.filed()
		if err := s.store.insert(ctx, &row); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "filing.fill", Kind: "filed", Subject: row.ID,
			Changes: []audit.Change{{Field: "form", New: draft.Form.ID}, {Field: "period", New: draft.Period}, {Field: "sha256", New: blob.SHA256}}})
	})
	return frozen, err
}

// Workbook gives the bytes of a frozen return as they were filed. It holds ID
// numbers and phones, so only who files may have it, and each opening is kept.
func (s *Service) Workbook(ctx context.Context, id string) (Filed, []byte, error) {
	if err := identity.Require(ctx, identity.WriteFiling); err != nil {
		return Filed{}, nil, err
	}
	row, found, err := s.store.filed(ctx, id)
	if err != nil {
		return Filed{}, nil, err
	}
	if !found {
		return Filed{}, nil, filedUnknown
	}
	_, bytes, err := s.files.Get(ctx, row.BlobID)
	if err != nil {
		return Filed{}, nil, err
	}
	err = s.store.Do(ctx, func(ctx context.Context) error {
		return s.audit.Write(ctx, audit.Entry{Verb: "filing.open", Kind: "filed", Subject: row.ID})
	})
	return row.filed(), bytes, err
}

// Filings lists the frozen returns, newest first.
func (s *Service) Filings(ctx context.Context) ([]Filed, error) {
	if err := identity.Require(ctx, identity.ReadFiling); err != nil {
		return nil, err
	}
	return s.store.allFiled(ctx)
}
