package dossier

import (
	"context"
	"net/http"
	"net/url"

	"yayuan/backend/web"
)

type dossierChildIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

type dossierAllIn struct {
	Body struct {
		Reason string `json:"reason" maxLength:"500"`
	}
}

// Register adds the routes by which things go out.
func Register(door *web.Door, s *Service) {
	op := func(path, id, summary string) web.Op {
		return web.Op{Method: http.MethodPost, Path: path, ID: id, Area: "dossier", Summary: summary, Private: true}
	}
	web.Handle(door, op("/api/children/{id}/dossier", "exportChild", "Everything of one child as a document"),
		func(ctx context.Context, in *dossierChildIn) (*web.File, error) {
			file, err := s.Child(ctx, in.ID, in.Body.Reason)
			if err != nil {
				return nil, err
			}
			return &web.File{ContentType: "text/html; charset=utf-8", FileName: url.PathEscape(file.Name), Body: file.Bytes}, nil
		})
	everything := op("/api/everything", "exportEverything", "All that the nursery has as an archive")
	web.Handle(door, everything, func(ctx context.Context, in *dossierAllIn) (*web.Flow, error) {
		name, write, err := s.Everything(ctx, in.Body.Reason)
		if err != nil {
			return nil, err
		}
		return web.Flowing(door, everything.ID, "application/zip", name, write), nil
	})
}
