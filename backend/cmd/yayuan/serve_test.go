package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestOtherWebsitesCannotAsk(t *testing.T) {
	door := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	cases := []struct {
		name, host, origin, site string
		want                     int
	}{
		{"its own page", "127.0.0.1:8420", "http://127.0.0.1:8420", "same-origin", http.StatusNoContent},
		{"a script without an origin", "127.0.0.1:8420", "", "", http.StatusNoContent},
		{"localhost", "localhost:8420", "http://localhost:8420", "same-origin", http.StatusNoContent},
		{"another website", "127.0.0.1:8420", "https://example.com", "cross-site", http.StatusForbidden},
		{"another port of this computer", "127.0.0.1:8420", "http://127.0.0.1:9999", "same-site", http.StatusForbidden},
		{"a page without an origin of its own", "127.0.0.1:8420", "null", "cross-site", http.StatusForbidden},
		{"the same in an old browser", "127.0.0.1:8420", "null", "", http.StatusForbidden},
		{"a file of this computer", "127.0.0.1:8420", "file://", "", http.StatusForbidden},
		{"a name bent to this address", "evil.example:8420", "http://evil.example:8420", "same-origin", http.StatusForbidden},
	}
	for _, c := range cases {
		request := httptest.NewRequest(http.MethodPost, "/api/start/demo", nil)
		request.Host, request.RemoteAddr = c.host, "127.0.0.1:50000"
		if c.origin != "" {
			request.Header.Set("Origin", c.origin)
		}
		if c.site != "" {
			request.Header.Set("Sec-Fetch-Site", c.site)
		}
		recorder := httptest.NewRecorder()
		site(door).ServeHTTP(recorder, request)
		if recorder.Code != c.want {
			t.Errorf("%s: %d, want %d", c.name, recorder.Code, c.want)
		}
	}
}

func TestOnlyThisComputerChangesWhichNurseryIsOpen(t *testing.T) {
	door := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	for _, c := range []struct {
		from, path string
		want       int
	}{
		{"127.0.0.1:50000", "/api/start/demo", http.StatusNoContent},
		{"[::1]:50000", "/api/start/restore", http.StatusNoContent},
		{"192.168.1.20:50000", "/api/start/demo", http.StatusForbidden},
		{"192.168.1.20:50000", "/api/start/nursery", http.StatusForbidden},
		{"[fe80::1%eth0]:50000", "/api/start/switch", http.StatusForbidden},
		{"somewhere", "/api/start/open", http.StatusForbidden},
		{"192.168.1.20:50000", "/api/start", http.StatusNoContent}, // what is open is told to the sign-in page
		{"192.168.1.20:50000", "/api/session", http.StatusNoContent},
	} {
		request := httptest.NewRequest(http.MethodPost, c.path, nil)
		request.Host, request.RemoteAddr = "192.168.1.5:8420", c.from
		recorder := httptest.NewRecorder()
		site(door).ServeHTTP(recorder, request)
		if recorder.Code != c.want {
			t.Errorf("%s from %s: %d, want %d", c.path, c.from, recorder.Code, c.want)
		}
	}
}
