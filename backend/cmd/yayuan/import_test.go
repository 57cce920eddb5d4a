package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"yayuan/backend/testkit"
)

const rosters = "../../roster/testdata/rosters/"

func TestADryRunPrintsRecordsAndWarningsAndTouchesNothing(t *testing.T) {
	missing, empty := filepath.Join(t.TempDir(), "not", "there"), t.TempDir()
	for _, dir := range []string{missing, empty} {
		code, out, text := call(t, "import", "children", rosters+"m2_身份证科学计数_序列日期.xlsx", "--data", dir, "--dry-run", "--json")
		if code != 0 || text != "" {
			t.Fatalf("code %d, %q", code, text)
		}
		var got, want map[string]any
		if err := json.Unmarshal([]byte(out), &got); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(rosters + "m2_身份证科学计数_序列日期.expected.json")
		testkit.Must(t, err)
		testkit.Must(t, json.Unmarshal(raw, &want))
		if len(got) != 2 || !reflect.DeepEqual(got["records"], want["records"]) || !reflect.DeepEqual(got["warnings"], want["warnings"]) {
			t.Errorf("%s", out)
		}
	}
	if _, err := os.Stat(missing); !os.IsNotExist(err) {
		t.Errorf("a dry run made the folder: %v", err)
	}
	if left, err := os.ReadDir(empty); err != nil || len(left) != 0 {
		t.Errorf("a dry run left %v, %v", left, err)
	}
}

// written makes a small nursery and closes it again.
func written(t *testing.T) (dir, key string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "data")
	key = dir + ".key"
	code, _, text := call(t, "demo", "--data", dir, "--key-file", key, "--children", "8", "--days", "1", "--seed", "5", "--until", "2026-11-20")
	if code != 0 {
		t.Fatal(text)
	}
	return dir, key
}

func TestADryRunLeavesANurseryByteForByte(t *testing.T) {
	dir, key := written(t)
	before := contents(t, dir)
	code, _, text := call(t, "import", "children", rosters+"n1_两级表头_父亲母亲.xlsx", "--data", dir, "--key-file", key, "--dry-run")
	if after := contents(t, dir); code != 0 || !reflect.DeepEqual(before, after) {
		t.Errorf("code %d %q: a dry run changed the data folder", code, text)
	}
}

func contents(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	testkit.Must(t, filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[path], err = os.ReadFile(path)
		return err
	}))
	return files
}

func TestAFileComesInFromAScript(t *testing.T) {
	dir, key := written(t)
	in := func(file string, more ...string) (map[string]any, int, string) {
		code, out, text := call(t, append([]string{"import", "children", rosters + file, "--json", "--data", dir, "--key-file", key,
			"--clock", "2026-11-23T09:00:00+08:00"}, more...)...)
		var answer map[string]any
		if err := json.Unmarshal([]byte(out), &answer); code == 0 && err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return answer, code, text
	}
	if answer, code, text := in("n2_三张表_重复表头.xlsx"); code != 0 || answer["created"] != 7.0 {
		t.Fatalf("code %d, %v, %s", code, answer, text)
	}
	if answer, _, _ := in("n2_三张表_重复表头.xlsx"); answer["created"] != 0.0 || answer["unchanged"] != 7.0 {
		t.Errorf("the same file again: %v", answer)
	}
	if _, code, text := in("n3_1904日期.xlsx"); code != 1 || !strings.Contains(text, "roster.import_bad_rows") {
		t.Errorf("a row without a birth date: code %d, %s", code, text)
	}
	if answer, _, _ := in("n3_1904日期.xlsx", "--rows", "good"); answer["created"] != 4.0 || answer["skipped"] != 1.0 {
		t.Errorf("the good rows: %v", answer)
	}
}

func TestAFileThatIsNoRosterIsOneSentence(t *testing.T) {
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	folder := t.TempDir()
	for name, each := range map[string]struct{ content, says string }{
		"a.xls":  {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 512), "另存为 .xlsx"},
		"b.xlsx": {"PK\x03\x04 and no more", "已损坏"},
		"c.csv":  {"品名,数量\n大米,20\n", "姓名"},
		"d.pdf":  {"%PDF-1.7\n\x00\x01\x02", "读不了"},
	} {
		path := filepath.Join(folder, name)
		testkit.Must(t, os.WriteFile(path, []byte(each.content), 0o600))
		code, out, text := call(t, "import", "children", path, "--dry-run", "--data", folder)
		if code != 1 || out != "" || !strings.Contains(text, each.says) || bytes.Count([]byte(text), []byte("\n")) != 1 {
			t.Errorf("%s: code %d, %q, %q", name, code, out, text)
		}
	}
	if code, _, text := call(t, "import", "children", filepath.Join(folder, "none.xlsx"), "--dry-run"); code != 1 || !strings.Contains(text, "none.xlsx") {
		t.Errorf("a missing file: code %d, %q", code, text)
	}
	if code, _, text := call(t, "import", "staff", filepath.Join(folder, "c.csv"), "--dry-run"); code != 2 || text == "" {
		t.Errorf("a register that cannot be imported: code %d, %q", code, text)
	}
}
