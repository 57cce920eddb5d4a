package dossier

import (
	"context"
	"io"
	"strconv"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/dailylog"
	"yayuan/backend/excel"
	"yayuan/backend/filing"
	"yayuan/backend/identity"
	"yayuan/backend/lists"
	"yayuan/backend/nursery"
	"yayuan/backend/roster"
	"yayuan/backend/storage"
)

// Service holds the verbs that give things out.
type Service struct {
	store    *storage.Store
	audit    *audit.Log
	lists    *lists.Service
	nursery  *nursery.Service
	roster   *roster.Service
	consents *roster.Consents
	log      *dailylog.Service
	filing   *filing.Service
}

// New makes the service on the areas whose things go out.
func New(store *storage.Store, log *audit.Log, all *lists.Service, home *nursery.Service, children *roster.Service, consents *roster.Consents, daily *dailylog.Service, returns *filing.Service) *Service {
	return &Service{store: store, audit: log, lists: all, nursery: home, roster: children, consents: consents, log: daily, filing: returns}
}

// File is something that goes out.
type File struct {
	Name  string
	Bytes []byte
}

// Child gives everything that the nursery knows of one child as a document.
// The director decides, and says why.
func (s *Service) Child(ctx context.Context, id, reason string) (File, error) {
	if err := identity.Require(ctx, identity.ExportAll); err != nil {
		return File{}, err
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return File{}, reasonMissing.At("reason")
	}
	file, err := s.roster.File(ctx, id)
	if err != nil {
		return File{}, err
	}
	var pages []excel.Page
	err = s.store.Do(ctx, func(ctx context.Context) error {
		if pages, err = s.lists.Pages(ctx); err != nil {
			return err
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "dossier.child", Kind: "child", Subject: file.Child.ID, Reason: reason})
	})
	if err != nil {
		return File{}, err
	}
	listed, known := byChild(pages)[file.Child.ID]
	if !known {
		return File{}, childUnknown
	}
	doc, err := s.fileOf(ctx, file.Child, listed)
	if err != nil {
		return File{}, err
	}
	raw, err := doc.html()
	return File{Name: "档案 " + called(file.Child) + " " + string(s.store.Today()) + ".html", Bytes: raw}, err
}

// called is a child in the name of a file: never by a number.
func called(c roster.Child) string {
	name := c.Name
	if c.Nickname != "" {
		name += "（" + c.Nickname + "）"
	}
	return name
}

// Everything opens the archive of all that the nursery has. What comes back
// writes it piece by piece; nothing of it lies on a disk of ours.
func (s *Service) Everything(ctx context.Context, reason string) (name string, write func(io.Writer) error, err error) {
	if err := identity.Require(ctx, identity.ExportAll); err != nil {
		return "", nil, err
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return "", nil, reasonMissing.At("reason")
	}
	var pages []excel.Page
	err = s.store.Do(ctx, func(ctx context.Context) error {
		if pages, err = s.lists.Pages(ctx); err != nil {
			return err
		}
		rows := 0
		for _, page := range pages {
			rows += len(page.Rows)
		}
		return s.audit.Write(ctx, audit.Entry{Verb: "dossier.everything", Kind: "nursery", Reason: reason,
			Changes: []audit.Change{{Field: "rows", New: strconv.Itoa(rows)}}})
	})
	if err != nil {
		return "", nil, err
	}
	home, err := s.nursery.Name(ctx)
	a := archive{Service: s, pages: pages, home: home, used: map[string]bool{}}
	return plain(home) + " 全部资料 " + string(s.store.Today()) + ".zip", func(w io.Writer) error { return a.write(ctx, w) }, err
}
