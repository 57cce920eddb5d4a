package web

import (
	"context"
	"io"
	"net/http"
	"net/url"

	"github.com/danielgtaylor/huma/v2"

	"yayuan/backend/fault"
)

// Op describes one route.
type Op struct {
	Method  string // http.MethodGet …
	Path    string // under /api, never ending in "/"
	ID      string // unique name, the key of the access test
	Area    string // the backend area, the tag in the document
	Summary string // one sentence
	Reads   bool   // a POST that changes nothing (searches, drafts)
	Private bool   // the answer holds what is sealed elsewhere: it is not remembered
	Long    bool   // takes its time: it runs outside the one write transaction and is not remembered
	MaxBody int64  // bytes; 1 MiB when 0
}

// Body is an answer or a request with nothing but a JSON body.
type Body[T any] struct{ Body T }

// Answer wraps a value as a JSON answer.
func Answer[T any](value T, err error) (*Body[T], error) {
	if err != nil {
		return nil, err
	}
	return &Body[T]{Body: value}, nil
}

// File is an answer of raw bytes.
type File struct {
	ContentType string `header:"Content-Type"`
	FileName    string `header:"X-File-Name" doc:"percent-encoded"`
	Body        []byte
}

// Flow is an answer of any size, written while it is made. What fails on the
// way leaves it unfinished, which who reads it notices.
type Flow struct {
	ContentType string `header:"Content-Type"`
	FileName    string `header:"X-File-Name" doc:"percent-encoded"`
	Body        func(huma.Context)
}

// Flowing makes an answer that write writes; its error goes to the log.
func Flowing(d *Door, op, contentType, name string, write func(io.Writer) error) *Flow {
	return &Flow{ContentType: contentType, FileName: url.PathEscape(name), Body: func(ctx huma.Context) {
		if err := write(ctx.BodyWriter()); err != nil {
			d.cfg.Log.Error("unfinished", "op", op, "err", err)
		}
	}}
}

// Upload is raw bytes with their name in a header: the windows' webviews
// break on multipart bodies.
type Upload struct {
	FileName string `header:"X-File-Name" doc:"percent-encoded name of the file"`
	RawBody  []byte `contentType:"application/octet-stream"`
}

// Name is the file's name as its owner wrote it.
func (u Upload) Name() string {
	name, err := url.PathUnescape(u.FileName)
	if err != nil {
		return u.FileName
	}
	return name
}

// Stream is raw bytes of any size, read while they come.
type Stream struct {
	From io.Reader `json:"-"`
}

// Resolve takes the body as it is instead of reading it into memory.
func (s *Stream) Resolve(ctx huma.Context) []error {
	s.From = ctx.BodyReader()
	return nil
}

// Handle registers a route. Errors of the handler become problem+json: faults
// as they are, anything else as 'internal' with its cause in the log only.
func Handle[I, O any](d *Door, op Op, handler func(context.Context, *I) (*O, error)) {
	if op.Reads || op.Private || op.Long {
		d.plain[op.Method+" "+op.Path] = true
	}
	if op.MaxBody == 0 {
		op.MaxBody = 1 << 20
	}
	status := http.StatusOK
	huma.Register(d.api, huma.Operation{
		OperationID: op.ID, Method: op.Method, Path: op.Path,
		Summary: op.Summary, Tags: []string{op.Area},
		DefaultStatus: status, MaxBodyBytes: op.MaxBody,
	}, func(ctx context.Context, in *I) (*O, error) {
		out, err := handler(ctx, in)
		if err != nil {
			if f, ok := fault.As(err); ok {
				if cause := f.Unwrap(); cause != nil {
					d.cfg.Log.Warn("refused", "op", op.ID, "code", f.Code, "cause", cause)
				}
				return nil, problemOf(f)
			}
			d.cfg.Log.Error("internal", "op", op.ID, "err", err)
			return nil, problemOf(internal)
		}
		return out, nil
	})
}

// Done is the answer of a verb that has nothing to tell but that it is done.
type Done struct {
	Done bool `json:"done"`
}

// Finished wraps the outcome of a verb without an answer.
func Finished(err error) (*Body[Done], error) { return Answer(Done{Done: true}, err) }
