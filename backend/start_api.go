package backend

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"yayuan/backend/fault"
	"yayuan/backend/identity"
	"yayuan/backend/web"
)

var elsewhere = fault.Define(fault.Forbidden, "start.elsewhere")

// HereOnly keeps what needs nobody signed in at the computer itself: over the
// network a stranger could put the demo in the place of the open nursery.
func HereOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.RemoteAddr)
		if strings.HasPrefix(r.URL.Path, "/api/start/") && (err != nil || !net.ParseIP(host).IsLoopback()) {
			web.Refuse(w, elsewhere)
			return
		}
		next.ServeHTTP(w, r)
	})
}

type startJSON struct {
	State      string    `json:"state" enum:"new,ready"`
	Open       string    `json:"open" enum:"none,nursery,demo"`
	Name       string    `json:"name"`
	HasNursery bool      `json:"hasNursery"`
	HasDemo    bool      `json:"hasDemo"`
	Version    string    `json:"version"`
	Now        time.Time `json:"now"`

	Several   bool          `json:"several" doc:"this computer may hold several nurseries"`
	Nurseries []shelvedJSON `json:"nurseries" nullable:"false" doc:"of this computer; empty where it holds one"`
}

type shelvedJSON struct {
	ID    string `json:"id"`
	Name  string `json:"name" doc:"empty when it was never open here"`
	Open  bool   `json:"open"`
	There bool   `json:"there" doc:"its folder can be reached"`
}

type whichIn struct {
	Body struct {
		ID string `json:"id" maxLength:"60"`
	}
}

type foundingIn struct {
	Body struct {
		NurseryName  string `json:"nurseryName" maxLength:"500"`
		DirectorName string `json:"directorName" maxLength:"200"`
		UserName     string `json:"userName" maxLength:"100"`
		Password     string `json:"password" maxLength:"200"`
		Another      bool   `json:"another,omitempty" doc:"a further nursery of this computer"`
	}
}

type foundedJSON struct {
	identity.SessionJSON
	RecoveryCode string `json:"recoveryCode"`
	KeyStore     string `json:"keyStore" enum:"keychain,file"`
	KeyPath      string `json:"keyPath" doc:"of the key file where there is no keychain"`
}

func (b *Backend) startState(ctx context.Context) (*web.Body[startJSON], error) {
	s, err := b.Start(ctx)
	out := startJSON{State: "ready", Open: s.Open, Name: s.Name, HasNursery: s.HasNursery, HasDemo: s.HasDemo,
		Version: s.Version, Now: s.Now, Several: s.Several, Nurseries: []shelvedJSON{}}
	for _, each := range s.Nurseries {
		out.Nurseries = append(out.Nurseries, shelvedJSON(each))
	}
	if s.Open == "none" {
		out.State = "new"
	}
	return web.Answer(out, err)
}

// registerStart adds the routes that need nobody signed in: they work only
// while there is nothing to protect, or lead to the sign-in page.
func (b *Backend) registerStart(door *web.Door) {
	op := func(method, path, id, summary string) web.Op {
		return web.Op{Method: method, Path: path, ID: id, Area: "start", Summary: summary}
	}
	web.Handle(door, op(http.MethodGet, "/api/start", "start", "What is open, and what could be"),
		func(ctx context.Context, _ *struct{}) (*web.Body[startJSON], error) { return b.startState(ctx) })
	// What opens another nursery closes this one: it must not run inside its
	// write, nor may the recovery code be remembered there.
	found := op(http.MethodPost, "/api/start/nursery", "foundNursery", "Set up the nursery and its director")
	found.Long = true
	web.Handle(door, found,
		func(ctx context.Context, in *foundingIn) (*web.Body[foundedJSON], error) {
			founded, err := b.Found(ctx, Founding(in.Body))
			if err != nil {
				return nil, err
			}
			session, err := founded.House.Identity.JSON(ctx, founded.Session, founded.House.describe)
			return web.Answer(foundedJSON{SessionJSON: session, RecoveryCode: founded.Made.RecoveryCode,
				KeyStore: string(founded.Made.Holder), KeyPath: founded.Made.Path}, err)
		})
	openDemo := op(http.MethodPost, "/api/start/demo", "openDemo", "Look around in the demo nursery")
	openDemo.Long = true
	web.Handle(door, openDemo,
		func(ctx context.Context, _ *struct{}) (*web.Body[identity.SessionJSON], error) {
			session, house, err := b.Demo(ctx)
			if err != nil {
				return nil, err
			}
			return web.Answer(house.Identity.JSON(ctx, session, house.describe))
		})
	leaveDemo := op(http.MethodPost, "/api/start/switch", "leaveDemo", "Go back from the demo")
	leaveDemo.Long = true
	web.Handle(door, leaveDemo,
		func(ctx context.Context, _ *struct{}) (*web.Body[startJSON], error) {
			if err := b.Switch(ctx); err != nil {
				return nil, err
			}
			return b.startState(ctx)
		})
	open := op(http.MethodPost, "/api/start/open", "openNursery", "Close the open nursery and open another one of this computer")
	open.Long = true
	web.Handle(door, open,
		func(ctx context.Context, in *whichIn) (*web.Body[startJSON], error) {
			if err := b.OpenNursery(ctx, in.Body.ID); err != nil {
				return nil, err
			}
			return b.startState(ctx)
		})
	web.Handle(door, op(http.MethodPost, "/api/start/forget", "forgetNursery", "Take a nursery off the list; its files stay"),
		func(ctx context.Context, in *whichIn) (*web.Body[startJSON], error) {
			if err := b.Forget(in.Body.ID); err != nil {
				return nil, err
			}
			return b.startState(ctx)
		})
}

type restoreIn struct {
	web.Stream
	Another bool   `header:"X-Another" doc:"as a further nursery of this computer"`
	Code    string `header:"X-Recovery-Code" doc:"percent-encoded, for it may be typed in full-width letters"`
}

func (in restoreIn) code() string {
	code, err := url.PathUnescape(in.Code)
	if err != nil {
		return in.Code
	}
	return code
}

// registerRestore takes a backup's bytes; the code is in a header, for URLs
// end up in logs.
func (b *Backend) registerRestore(door *web.Door) {
	web.Handle(door, web.Op{Method: http.MethodPost, Path: "/api/start/restore", ID: "restoreBackup", Area: "start",
		Summary: "Bring a backup back as the nursery of this computer", Long: true},
		func(ctx context.Context, in *restoreIn) (*web.Body[startJSON], error) {
			if _, err := b.Restore(ctx, in.From, in.code(), in.Another); err != nil {
				// A browser that is still sending would not read the refusal.
				_, _ = io.Copy(io.Discard, in.From)
				return nil, err
			}
			return b.startState(ctx)
		})
}
