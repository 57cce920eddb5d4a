package nursery

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"net/http"
	"strings"

	"yayuan/backend/audit"
	"yayuan/backend/day"
	"yayuan/backend/fault"
	"yayuan/backend/finding"
)

// DocumentKind is a row of the catalogue: a paper that nurseries keep, who
// needs it and how well that is proven.
type DocumentKind struct {
	Kind        string           `json:"kind"`
	Title       string           `json:"title"`
	Needs       string           `json:"needs" enum:"always,owned,rented,kitchen,delivered,choice"`
	Strength    string           `json:"strength" enum:"must,recommended,own" doc:"recommended: by a standard that nobody is bound to"`
	Severity    finding.Severity `json:"severity" enum:"bad,warn,info"`
	RemindDays  int              `json:"remindDays"`
	EveryMonths int              `json:"everyMonths" doc:"a paper without an end counts for so long; 0 for ever"`
	LeastMonths int              `json:"leastMonths" doc:"least length of the validity"`
	Ends        bool             `json:"ends" doc:"the paper names its end"`
	Yearly      bool             `json:"yearly" doc:"one for each calendar year"`
	Source      string           `json:"source"`
	Grade       string           `json:"grade" doc:"A official page, B secondary page, C cited by others, I inference, own: the nursery's"`
}

//go:embed documents.json
var documentsJSON []byte

// DocumentKinds is the catalogue in the order of the list.
var DocumentKinds = func() []DocumentKind {
	var kinds []DocumentKind
	decoder := json.NewDecoder(bytes.NewReader(documentsJSON))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&kinds); err != nil {
		panic(err)
	}
	return kinds
}()

func kindOf(kind string) (DocumentKind, bool) {
	for _, each := range DocumentKinds {
		if each.Kind == kind {
			return each, true
		}
	}
	return DocumentKind{}, false
}

// Document is one paper.
type Document struct {
	ID         string  `json:"id" maxLength:"40"`
	Kind       string  `json:"kind" maxLength:"40"`
	Title      string  `json:"title" maxLength:"500" doc:"of kind other"`
	Number     string  `json:"number" maxLength:"500"`
	Issuer     string  `json:"issuer" maxLength:"500"`
	IssuedOn   day.Day `json:"issuedOn" doc:"first day of validity"`
	ValidUntil day.Day `json:"validUntil" doc:"last day of validity, empty when the paper names none"`
	RemindDays int     `json:"remindDays"`
	Note       string  `json:"note" maxLength:"2000"`
	ScanID     string  `json:"scanId" maxLength:"40"`
	Renews     string  `json:"renews" maxLength:"40" doc:"id of the paper that this one renews"`
	VoidReason string  `json:"voidReason" maxLength:"500"`
	Revision   int64   `json:"revision"`
}

var (
	documentUnknown = fault.Define(fault.NotFound, "nursery.document_unknown")
	documentKind    = fault.Define(fault.Invalid, "nursery.document_kind")
	documentTitle   = fault.Define(fault.Invalid, "nursery.document_title")
	documentIssued  = fault.Define(fault.Invalid, "nursery.document_issued")
	documentUntil   = fault.Define(fault.Invalid, "nursery.document_until")
	documentEnds    = fault.Define(fault.Invalid, "nursery.document_ends")
	documentRemind  = fault.Define(fault.Invalid, "nursery.document_remind")
	documentRenewed = fault.Define(fault.Conflict, "nursery.document_renewed")
	documentVoid    = fault.Define(fault.Conflict, "nursery.document_void")
	renewalOlder    = fault.Define(fault.Invalid, "nursery.renewal_older")
	scanKind        = fault.Define(fault.Invalid, "nursery.scan_kind")
	scanMissing     = fault.Define(fault.NotFound, "nursery.scan_missing")
)

func (d Document) tidy() Document {
	for _, text := range []*string{&d.Title, &d.Number, &d.Issuer, &d.Note} {
		*text = strings.TrimSpace(*text)
	}
	return d
}

func (d Document) check(today day.Day) error {
	faults := checkTexts(map[string]string{"title": d.Title, "number": d.Number, "issuer": d.Issuer, "note": d.Note})
	kind, known := kindOf(d.Kind)
	if !known {
		faults = append(faults, documentKind.At("kind"))
	}
	if d.Kind == "other" && d.Title == "" {
		faults = append(faults, documentTitle.At("title"))
	}
	if !d.IssuedOn.Valid() || d.IssuedOn > today.AddMonths(12) {
		faults = append(faults, documentIssued.At("issuedOn"))
	}
	switch {
	case d.ValidUntil == "" && kind.Ends:
		faults = append(faults, documentEnds.At("validUntil"))
	case d.ValidUntil != "" && (!d.ValidUntil.Valid() || d.ValidUntil < d.IssuedOn):
		faults = append(faults, documentUntil.At("validUntil"))
	}
	if d.RemindDays < 0 || d.RemindDays > 366 {
		faults = append(faults, documentRemind.At("remindDays"))
	}
	return fault.Join(faults)
}

// scanType tells what a scan is by its first bytes, whatever it is called:
// PDF, JPEG or PNG.
func scanType(content []byte) (string, bool) {
	switch media := http.DetectContentType(content); media {
	case "application/pdf", "image/jpeg", "image/png":
		return media, true
	}
	return "", false
}

func documentDiff(old, d Document) []audit.Change {
	return differences([]pair{{"kind", old.Kind, d.Kind}, {"title", old.Title, d.Title}, {"number", old.Number, d.Number},
		{"issuer", old.Issuer, d.Issuer}, {"issuedOn", string(old.IssuedOn), string(d.IssuedOn)},
		{"validUntil", string(old.ValidUntil), string(d.ValidUntil)}, {"note", old.Note, d.Note}, {"scan", old.ScanID, d.ScanID}})
}
