// Package filing collects what the district asks for, says what is missing
// before it is sent, fills the district's own workbook and keeps what was
// filed, byte for byte.
package filing

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"yayuan/backend/day"
	"yayuan/backend/excel"
	"yayuan/backend/finding"
)

// Form is a return that the program knows. None of them is shown as official
// while its template is unproven.
type Form struct {
	ID      string
	Name    string
	Cadence string // monthly, continuous
	Proven  bool   // columns were seen on an official page
	Grade   string // of evidence, as in rules
	Source  string
	Note    string
}

// Forms are the known returns.
var Forms = []Form{
	{ID: "REG-CHILD", Name: "在托婴幼儿花名册", Cadence: "continuous", Grade: "I", Source: "备案和管理规范（推断）",
		Note: "没有找到官方的统一样表。各区县样表不同，请用区里发的表格填写，并核对每一栏。"},
	{ID: "MON-1", Name: "托育机构运行情况月报", Cadence: "monthly", Grade: "I", Source: "《托育机构管理规范（试行）》第十二条（定期报送，未规定周期）和备案书项目（推断）",
		Note: "没有找到官方的统一样表。各区县样表不同，请用区里发的表格填写，并核对每一栏。"},
}

func formOf(id string) (Form, error) {
	for _, form := range Forms {
		if form.ID == id {
			return form, nil
		}
	}
	return Form{}, formUnknown.At("form")
}

// Value is one cell's content. The zero value is 'not recorded' and stays
// empty in a workbook; it is never 0.
type Value = excel.Value

func text(s string) Value  { return Value{Text: s} }
func date(d day.Day) Value { return Value{Day: d} }

func count(n int) Value {
	number := float64(n)
	return Value{Number: &number}
}

// Figure is one number of a return with the names behind it.
type Figure struct {
	Key    string
	Label  string
	Value  *int // nil is 'not recorded'
	People []string
}

// Draft is a return as it would be filled now.
type Draft struct {
	Form         Form
	Period       string  // YYYY-MM
	ReckoningDay day.Day // the day on which 'in care' is counted
	Figures      []Figure
	Fields       map[string]Value   // single fields by name
	Rows         []map[string]Value // the children of a list
	Gaps         []finding.Finding
	Notes        []string // how figures were counted
	People       []Person // those behind the figures whom the asking person may know
}

// Digest names the state of the figures and of the people behind them.
func (d Draft) Digest() string {
	figures, err := json.Marshal(d.Figures)
	if err != nil {
		panic(err) // numbers and texts only
	}
	sum := sha256.Sum256(figures)
	return hex.EncodeToString(sum[:])
}

// Filed is a frozen return.
type Filed struct {
	ID       string
	Form     string
	Period   string
	FileName string
	SHA256   string
	Version  string // of the program
	At       time.Time
	By       string
	blob     string
}
