package web

import (
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"yayuan/backend/fault"
)

// Faults of the door itself.
var (
	internal   = fault.Define(fault.Unavailable, "web.internal")
	badField   = fault.Define(fault.Invalid, "web.bad_field")
	badRequest = fault.Define(fault.Invalid, "web.bad_request")
	tooLarge   = fault.Define(fault.TooLarge, "web.too_large")
	notFound   = fault.Define(fault.NotFound, "web.not_found")
)

// Problem is an error answer (RFC 9457) that carries codes and arguments; the
// interface makes the sentence.
type Problem struct {
	Status int            `json:"status"`
	Code   string         `json:"code"`
	Field  string         `json:"field,omitempty"`
	Args   map[string]any `json:"args"`
	Faults []Part         `json:"faults"`
}

// Part is one of several faults of the same input.
type Part struct {
	Code  string         `json:"code"`
	Field string         `json:"field,omitempty"`
	Args  map[string]any `json:"args"`
}

// Error names the code.
func (p *Problem) Error() string { return p.Code }

// GetStatus is the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is problem+json.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

var statusOf = map[fault.Kind]int{
	fault.Invalid:         http.StatusUnprocessableEntity,
	fault.Unauthenticated: http.StatusUnauthorized,
	fault.Forbidden:       http.StatusForbidden,
	fault.NotFound:        http.StatusNotFound,
	fault.Conflict:        http.StatusConflict,
	fault.TooLarge:        http.StatusRequestEntityTooLarge,
	fault.Locked:          http.StatusLocked,
	fault.Unavailable:     http.StatusInternalServerError,
}

func problemOf(f *fault.Fault) *Problem {
	p := &Problem{Status: statusOf[f.Kind], Code: f.Code, Field: f.Field, Args: args(f), Faults: []Part{}}
	for _, each := range append([]*fault.Fault{f}, f.More...) {
		p.Faults = append(p.Faults, Part{Code: each.Code, Field: each.Field, Args: args(each)})
	}
	return p
}

func args(f *fault.Fault) map[string]any {
	if f.Args == nil {
		return map[string]any{}
	}
	return f.Args
}

// newProblem turns huma's own refusals (schema, size, unknown route) into ours.
func newProblem(status int, _ string, errs ...error) huma.StatusError {
	switch status {
	case http.StatusRequestEntityTooLarge:
		return problemOf(tooLarge)
	case http.StatusNotFound:
		return problemOf(notFound)
	case http.StatusInternalServerError:
		return problemOf(internal)
	}
	for _, err := range errs {
		var problem *Problem
		if errors.As(err, &problem) {
			return problem
		}
	}
	faults := []*fault.Fault{}
	for _, err := range errs {
		if detail, ok := err.(huma.ErrorDetailer); ok {
			faults = append(faults, badField.At(fieldOf(detail.ErrorDetail().Location)))
		}
	}
	if len(faults) == 0 {
		p := problemOf(badRequest)
		p.Status = status
		return p
	}
	joined, _ := fault.As(fault.Join(faults))
	return problemOf(joined)
}

func fieldOf(location string) string {
	field := strings.TrimPrefix(location, "body.")
	return strings.TrimPrefix(field, "path.")
}
