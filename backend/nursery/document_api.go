package nursery

import (
	"context"
	"net/http"
	"net/url"

	"yayuan/backend/day"
	"yayuan/backend/files"
	"yayuan/backend/web"
)

type paperJSON struct {
	Kind     string   `json:"kind"`
	Name     string   `json:"name"`
	State    string   `json:"state" enum:"missing,expired,short,due,unknown,ok,ahead,renewed"`
	Until    day.Day  `json:"until" doc:"when it lapses, by its own end or by the interval"`
	Document Document `json:"document" doc:"without an id when there is none"`
}

type papersJSON struct {
	Papers []paperJSON `json:"papers" nullable:"false"`
}

type documentIn struct {
	ID string `path:"id" maxLength:"40"`
}

type takeOffIn struct {
	ID   string `path:"id" maxLength:"40"`
	Body struct {
		Reason   string `json:"reason" maxLength:"500"`
		Revision int64  `json:"revision"`
	}
}

type scanIn struct {
	ID string `path:"id" maxLength:"40"`
	web.Upload
}

func registerDocuments(door *web.Door, s *Service) {
	web.Handle(door, op(http.MethodGet, "/api/nursery/papers", "listPapers", "All papers with their expiry, and those that are missing"),
		func(ctx context.Context, _ *struct{}) (*web.Body[papersJSON], error) {
			papers, err := s.Papers(ctx)
			out := papersJSON{Papers: []paperJSON{}}
			for _, paper := range papers {
				out.Papers = append(out.Papers, paperJSON{Kind: paper.Kind.Kind, Name: paper.Name(), State: string(paper.State),
					Until: paper.Until, Document: paper.Document})
			}
			return web.Answer(out, err)
		})
	web.Handle(door, op(http.MethodPut, "/api/nursery/papers", "savePaper", "Write a new paper (revision 0), a renewal, or mend a known one"),
		func(ctx context.Context, in *web.Body[Document]) (*web.Body[Document], error) {
			return web.Answer(s.SaveDocument(ctx, in.Body))
		})
	web.Handle(door, op(http.MethodPost, "/api/nursery/papers/{id}/void", "voidPaper", "Take a paper off the list, with a reason"),
		func(ctx context.Context, in *takeOffIn) (*web.Body[web.Done], error) {
			return web.Finished(s.VoidDocument(ctx, in.ID, in.Body.Reason, in.Body.Revision))
		})
	scan := op(http.MethodPost, "/api/nursery/papers/{id}/scan", "attachScan", "Keep the picture of a paper: PDF, JPEG or PNG")
	scan.MaxBody = int64(files.Limit(files.Scan))
	web.Handle(door, scan, func(ctx context.Context, in *scanIn) (*web.Body[Document], error) {
		return web.Answer(s.AttachScan(ctx, in.ID, in.Name(), in.RawBody))
	})
	web.Handle(door, op(http.MethodGet, "/api/nursery/papers/{id}/scan", "paperScan", "The picture of a paper"),
		func(ctx context.Context, in *documentIn) (*web.File, error) {
			blob, content, err := s.Scan(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			return &web.File{ContentType: blob.MediaType, FileName: url.PathEscape(blob.Name), Body: content}, nil
		})
}
