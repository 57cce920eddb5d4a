package roster_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"yayuan/backend/roster"
)

// expectation is one hand-written file beside a roster.
type expectation struct {
	Header struct {
		Sheet     string `json:"sheet"`
		Rows      []int  `json:"header_rows"`
		FirstData int    `json:"first_data_row"`
		Encoding  string `json:"encoding"`
	} `json:"header"`
	Records  []map[string]string `json:"records"`
	Warnings []map[string]any    `json:"warnings"`
}

func expected(t *testing.T, path string) expectation {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var want expectation
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return want
}

// through sends a dry run through JSON, as a script reads it.
func through(t *testing.T, run roster.DryRun) expectation {
	t.Helper()
	raw, err := json.Marshal(run)
	if err != nil {
		t.Fatal(err)
	}
	var got expectation
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	return got
}

// matches holds a roster against its expectation, record by record.
func matches(t *testing.T, found roster.Recognised, want expectation) {
	t.Helper()
	got := through(t, found.DryRun())
	if len(got.Records) != len(want.Records) {
		t.Fatalf("%d records, want %d", len(got.Records), len(want.Records))
	}
	for i := range want.Records {
		if !reflect.DeepEqual(got.Records[i], want.Records[i]) {
			t.Errorf("record %d:\n got %v\nwant %v", i+1, got.Records[i], want.Records[i])
		}
	}
	if len(got.Warnings) != len(want.Warnings) {
		t.Errorf("warnings:\n got %v\nwant %v", got.Warnings, want.Warnings)
		return
	}
	for i := range want.Warnings {
		if !reflect.DeepEqual(got.Warnings[i], want.Warnings[i]) {
			t.Errorf("warning %d:\n got %v\nwant %v", i+1, got.Warnings[i], want.Warnings[i])
		}
	}
	table := found.Tables[0]
	if want.Header.Rows != nil && (!reflect.DeepEqual(table.HeaderRows, want.Header.Rows) || table.FirstRow != want.Header.FirstData) {
		t.Errorf("heading in rows %v, data from %d; want %v, %d", table.HeaderRows, table.FirstRow, want.Header.Rows, want.Header.FirstData)
	}
	if want.Header.Sheet != "" && table.Sheet != want.Header.Sheet {
		t.Errorf("sheet %q, want %q", table.Sheet, want.Header.Sheet)
	}
}

func TestRostersAsNurseriesHaveThem(t *testing.T) {
	files, err := filepath.Glob("testdata/rosters/*.expected.json")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d expectations: %v", len(files), err)
	}
	for _, file := range files {
		base := strings.TrimSuffix(file, ".expected.json")
		t.Run(filepath.Base(base), func(t *testing.T) {
			path := base + ".xlsx"
			if _, err := os.Stat(path); err != nil {
				path = base + ".csv"
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			found, err := roster.RecogniseChildren(filepath.Base(path), data, nil)
			if err != nil {
				t.Fatal(err)
			}
			matches(t, found, expected(t, file))
		})
	}
}
