package testkit

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Answer is what came back through the door.
type Answer struct {
	Status int
	Header http.Header
	Body   string
}

// Ask sends a request through the door; body is JSON or nil, headers come in
// pairs.
func (n *Nursery) Ask(t testing.TB, token, method, path string, body any, headers ...string) Answer {
	t.Helper()
	var reader io.Reader = http.NoBody
	switch b := body.(type) {
	case nil:
	case []byte:
		reader = bytes.NewReader(b)
	default:
		raw, err := json.Marshal(body)
		Must(t, err)
		reader = bytes.NewReader(raw)
	}
	request := httptest.NewRequest(method, path, reader)
	request.Header.Set("Content-Type", "application/json")
	if _, raw := body.([]byte); raw {
		request.Header.Set("Content-Type", "application/octet-stream")
	}
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	recorder := httptest.NewRecorder()
	n.Backend.Handler.ServeHTTP(recorder, request)
	return Answer{Status: recorder.Code, Header: recorder.Header(), Body: recorder.Body.String()}
}

// Scenario is one question at the door with what must and must not come back.
type Scenario struct {
	Name    string
	Token   string
	Method  string
	Path    string
	Body    any
	Headers []string
	Status  int
	Expect  []string // parts of the body that must be there
	Refuse  []string // parts that must not be there
}

// Run asks and checks.
func (s Scenario) Run(t *testing.T, n *Nursery) {
	t.Helper()
	t.Run(s.Name, func(t *testing.T) {
		answer := n.Ask(t, s.Token, s.Method, s.Path, s.Body, s.Headers...)
		if answer.Status != s.Status {
			t.Fatalf("status %d, want %d: %s", answer.Status, s.Status, answer.Body)
		}
		for _, part := range s.Expect {
			if !strings.Contains(answer.Body, part) {
				t.Errorf("missing %q in %s", part, answer.Body)
			}
		}
		for _, part := range s.Refuse {
			if strings.Contains(answer.Body, part) {
				t.Errorf("%q must not be in %s", part, answer.Body)
			}
		}
	})
}

// Read unmarshals the body.
func (a Answer) Read(t testing.TB, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(a.Body), into); err != nil {
		t.Fatalf("%v: %s", err, a.Body)
	}
}
