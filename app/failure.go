package app

import (
	_ "embed"
	"html/template"
	"net/http"
	"strings"

	"yayuan/backend/fault"
)

//go:embed failure.html
var failureHTML string

var failurePage = template.Must(template.New("failure").Parse(failureHTML))

// failure is the page in place of the interface when there is nothing to show
// it on: the data is in use, cannot be decrypted, or comes from a newer program.
type failure struct {
	fault *fault.Fault

	Chinese, English string
	DataDir          string
	Logs             string
}

func failureOf(err error, p places) *failure {
	f, ok := fault.As(err)
	if !ok {
		f = dataClosed.Because(err)
	}
	return &failure{fault: f, Chinese: fault.Sentence(f, "zh"), English: fault.Sentence(f, "en"), DataDir: p.data, Logs: p.logs}
}

// ServeHTTP gives the page, and to a call of the door the fault itself.
func (f *failure) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if strings.HasPrefix(r.URL.Path, "/api") {
		writeFault(w, f.fault)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_ = failurePage.Execute(w, f)
}
