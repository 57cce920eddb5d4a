// Package web is the kit of the one door: a single http.Handler, described by
// OpenAPI, that serves the window, the phones, the headless server and the
// tests. It knows no area: who asks and how writes are remembered is handed in.
package web

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// Config is what the door needs from the program around it.
type Config struct {
	Version string // shown in the OpenAPI document
	Log     *slog.Logger
	// Authenticate puts the person behind a bearer token into the context; an
	// unknown token leaves the context as it is, the verbs then refuse.
	Authenticate func(ctx context.Context, token, device string) context.Context
	// Actor gives the id under which writes are remembered, "" for nobody.
	Actor func(ctx context.Context) string
	// Once runs a write at most once per (actor, key), in one transaction with
	// its memory.
	Once func(ctx context.Context, actor, key, digest string, run func(context.Context) Reply) (Reply, error)
}

// Reply is a finished answer of the door.
type Reply struct {
	Status      int
	ContentType string
	Body        []byte
}

// Door is the registry of routes and the handler around them.
type Door struct {
	api   huma.API
	mux   *http.ServeMux
	cfg   Config
	plain map[string]bool // patterns of routes whose answers are not remembered
}

// NewDoor makes an empty door.
func NewDoor(cfg Config) *Door {
	mux := http.NewServeMux()
	hc := huma.DefaultConfig("芽园 Yayuan", cfg.Version)
	hc.DocsPath, hc.SchemasPath, hc.OpenAPIPath = "", "", ""
	hc.CreateHooks = nil // no $schema links: bodies hold data only
	hc.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaName)
	hc.RejectUnknownQueryParameters = true
	huma.NewError = newProblem
	return &Door{api: humago.New(mux, hc), mux: mux, cfg: cfg, plain: map[string]bool{}}
}

// OpenAPI is the document of all registered routes as JSON, the source of the
// interface's types.
func (d *Door) OpenAPI() ([]byte, error) { return d.api.OpenAPI().MarshalJSON() }

// Handler is the whole door: recovery outermost, then the request log, who
// asks, writes at most once, and the routes.
func (d *Door) Handler() http.Handler {
	d.mux.HandleFunc("/api/", func(w http.ResponseWriter, _ *http.Request) { writeProblem(w, problemOf(notFound)) })
	return d.recovered(d.logged(d.authenticated(d.once(d.mux))))
}
