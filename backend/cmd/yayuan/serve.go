package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
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
	server := &http.Server{Handler: site(b.Handler), ReadHeaderTimeout: 10 * time.Second}
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
	mux.Handle("/api/", door)
	mux.Handle("/", http.FileServerFS(frontend.Assets()))
	return mux
}
