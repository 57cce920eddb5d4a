package web

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"yayuan/backend/fault"
)

// recovered keeps a panic of one request from ending the program, which it
// would inside the desktop window.
func (d *Door) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				d.cfg.Log.Error("panic", "route", d.route(r), "panic", p, "stack", string(debug.Stack()))
				writeProblem(w, problemOf(internal))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// logged writes the route's pattern, never the path itself: ids are personal.
func (d *Door) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		seen := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(seen, r)
		d.cfg.Log.LogAttrs(r.Context(), slog.LevelInfo, "request", slog.String("route", d.route(r)),
			slog.Int("status", seen.status), slog.Int64("ms", time.Since(start).Milliseconds()))
	})
}

func (d *Door) route(r *http.Request) string {
	_, pattern := d.mux.Handler(r)
	if pattern == "" {
		return r.Method + " (unknown)"
	}
	return pattern
}

func (d *Door) authenticated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		device := r.Header.Get("X-Device")
		w.Header().Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r.WithContext(d.cfg.Authenticate(r.Context(), token, device)))
	})
}

// keyMax bounds what a client can make the memory of writes hold; ids have 36.
const keyMax = 100

// once makes a repeated write harmless: with an Idempotency-Key the whole
// request runs inside one transaction with the memory of its answer.
func (d *Door) once(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key, actor := r.Header.Get("Idempotency-Key"), d.cfg.Actor(r.Context())
		if key == "" || actor == "" || r.Method == http.MethodGet || d.plain[d.route(r)] {
			next.ServeHTTP(w, r)
			return
		}
		if len(key) > keyMax {
			writeProblem(w, problemOf(badRequest))
			return
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 64<<20))
		if err != nil {
			writeProblem(w, problemOf(tooLarge))
			return
		}
		digest := sha256.New()
		digest.Write([]byte(r.Method + " " + r.URL.Path + "\n"))
		digest.Write(body)
		reply, err := d.cfg.Once(r.Context(), actor, key, hex.EncodeToString(digest.Sum(nil)), func(ctx context.Context) Reply {
			inner := r.Clone(ctx)
			inner.Body, inner.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
			kept := &buffer{header: http.Header{}, status: http.StatusOK}
			next.ServeHTTP(kept, inner)
			return Reply{Status: kept.status, ContentType: kept.header.Get("Content-Type"), Body: kept.body.Bytes()}
		})
		if err != nil {
			f, ok := fault.As(err)
			if !ok {
				d.cfg.Log.Error("internal", "route", d.route(r), "err", err)
				f = internal
			}
			writeProblem(w, problemOf(f))
			return
		}
		w.Header().Set("Content-Type", reply.ContentType)
		w.WriteHeader(reply.Status)
		_, _ = w.Write(reply.Body)
	})
}

// Refuse answers with a refusal before any route is asked.
func Refuse(w http.ResponseWriter, f *fault.Fault) { writeProblem(w, problemOf(f)) }

func writeProblem(w http.ResponseWriter, p *Problem) {
	w.Header().Set("Content-Type", p.ContentType(""))
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p)
}

type statusWriter struct {
	http.ResponseWriter
	status int
}

func (s *statusWriter) WriteHeader(status int) {
	s.status = status
	s.ResponseWriter.WriteHeader(status)
}

type buffer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (b *buffer) Header() http.Header             { return b.header }
func (b *buffer) WriteHeader(status int)          { b.status = status }
func (b *buffer) Write(chunk []byte) (int, error) { return b.body.Write(chunk) }
