// Package dossier gives what the nursery knows out of the program so that
// people can read it without it: one child's file as a document, and
// everything as an archive of workbooks, documents and pictures.
//
// A child's file is a page of HTML that needs nothing else: it opens on any
// phone or computer, prints on A4 or into a PDF, and cannot carry a formula.
package dossier

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"yayuan/backend/excel"
	"yayuan/backend/fault"
)

var (
	reasonMissing = fault.Define(fault.Invalid, "dossier.reason_missing")
	childUnknown  = fault.Define(fault.NotFound, "dossier.child_unknown")
)

// Section is a part of a document: pairs of label and value, or a table.
type Section struct {
	Title string
	Note  string
	Pairs [][2]string
	Faces []face
	Head  []string
	Rows  [][]string
}

func (s Section) empty() bool { return len(s.Pairs)+len(s.Faces)+len(s.Rows) == 0 }

// document is one child's file.
type document struct {
	Nursery  string
	Name     string
	Nickname string
	On       string
	By       string
	Photo    template.URL
	Sections []Section
}

//go:embed page.html
var pageHTML string

var page = template.Must(template.New("page").Parse(pageHTML))

func (d document) html() ([]byte, error) {
	var b bytes.Buffer
	if err := page.Execute(&b, d); err != nil {
		return nil, fmt.Errorf("dossier: page: %w", err)
	}
	return b.Bytes(), nil
}

// portrait puts a picture into the page itself.
func portrait(jpeg []byte) template.URL {
	if len(jpeg) == 0 {
		return ""
	}
	return template.URL("data:image/jpeg;base64," + base64.StdEncoding.EncodeToString(jpeg)) //nolint:gosec // our own bytes
}

//go:embed words.json
var wordsJSON []byte

// words are what the history's verbs, fields and values are called.
var words = func() (w struct {
	Verbs  map[string]string            `json:"verbs"`
	Fields map[string]string            `json:"fields"`
	Values map[string]map[string]string `json:"values"`
}) {
	if err := json.Unmarshal(wordsJSON, &w); err != nil {
		panic(err)
	}
	return w
}()

// word is what a value is called; an unknown one is shown as it is.
func word(kind, value string) string {
	if known, ok := words.Values[kind][value]; ok {
		return known
	}
	return value
}

// The headings under which lists name a child for the program.
const (
	childNumber = "宝宝编号"
	number      = "编号"
)

// byChild sorts the rows of lists by whom they are about.
func byChild(pages []excel.Page) map[string][]Section {
	sections := map[string][]Section{}
	for _, p := range pages {
		at := -1
		for i, heading := range p.Head {
			if heading == childNumber || heading == number && p.Name == childrenList && at < 0 {
				at = i
			}
		}
		if at < 0 {
			continue
		}
		rows := map[string][][]string{}
		for _, row := range p.Rows {
			rows[row[at]] = append(rows[row[at]], row)
		}
		for child, mine := range rows {
			sections[child] = append(sections[child], section(p, mine))
		}
	}
	return sections
}

// childrenList is the list whose rows are the children themselves.
const childrenList = "宝宝名册"

// section shows the rows of one child without what only the program needs,
// and without columns that say nothing or say the child's name once more.
func section(p excel.Page, rows [][]string) Section {
	out := Section{Title: p.Name}
	var kept []int
	for i, heading := range p.Head {
		said := false
		for _, row := range rows {
			said = said || row[i] != ""
		}
		own := p.Name != childrenList && (heading == "宝宝姓名" || heading == "出生日期")
		if said && !own && !strings.HasSuffix(heading, number) || heading == "出生医学证明编号" && said {
			kept = append(kept, i)
		}
	}
	if p.Name == childrenList {
		out.Title = "基本资料"
		for _, i := range kept {
			if strings.HasPrefix(p.Head[i], "监护人") || strings.HasPrefix(p.Head[i], "第二监护人") {
				continue // all of them stand in a table of their own
			}
			out.Pairs = append(out.Pairs, [2]string{p.Head[i], rows[0][i]})
		}
		return out
	}
	for _, i := range kept {
		out.Head = append(out.Head, p.Head[i])
	}
	for _, row := range rows {
		cells := make([]string, 0, len(kept))
		for _, i := range kept {
			cells = append(cells, row[i])
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}
