package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"yayuan/backend"
	"yayuan/frontend"
)

// serve shows the same interface as the window on loopback.
func serve(ctx context.Context, p *program, args []string) error {
	set := p.flagSet("serve")
	listen := set.String("listen", "127.0.0.1:8420", "address to listen on")
	if _, err := p.parse(set, args); err != nil {
		return err
	}
	cfg, err := p.config()
	if err != nil {
		return err
	}
	b, err := backend.Open(ctx, cfg)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", *listen)
	if err != nil {
		return errors.Join(wrongUse("地址 %s 不能使用，请换一个端口：--listen 127.0.0.1:8421", *listen), b.Close(ctx))
	}
	server := &http.Server{Handler: site(b.Handler), ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout: 10 * time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	_, _ = fmt.Fprintf(p.out, "芽园已打开：http://%s\n", listener.Addr())
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	select {
	case err = <-done:
	case <-ctx.Done():
		stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		err = server.Shutdown(stop)
	}
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return errors.Join(err, b.Close(context.WithoutCancel(ctx)))
}

// site is the door under /api and the interface everywhere else.
func site(door http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/api/", backend.HereOnly(door))
	mux.Handle("/", pages(http.FileServerFS(frontend.Assets())))
	return ownPagesOnly(mux)
}

// pages adds what keeps a page from being framed or from loading anything
// from elsewhere.
func pages(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'")
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}

// ownPagesOnly refuses what another website makes a browser send here: calls
// with a foreign Origin, and names that were bent to this address.
func ownPagesOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		origin, err := url.Parse(r.Header.Get("Origin"))
		// "null" and "file://" name no host: they are nobody's own page here.
		foreign := err != nil || (r.Header.Get("Origin") != "" && origin.Host != r.Host) || r.Header.Get("Sec-Fetch-Site") == "cross-site"
		if foreign && strings.HasPrefix(r.URL.Path, "/api/") || !numeric(r.Host) {
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// numeric tells whether a host is an address or localhost, not a name that
// somebody else's DNS answers for.
func numeric(hostPort string) bool {
	host, _, err := net.SplitHostPort(hostPort)
	if err != nil {
		host = hostPort
	}
	return host == "localhost" || net.ParseIP(strings.Trim(host, "[]")) != nil
}
