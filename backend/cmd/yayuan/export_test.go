package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shop is a small demo nursery and the district's workbooks.
type shop struct {
	t   *testing.T
	dir string
}

func openShop(t *testing.T) shop {
	t.Helper()
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	s := shop{t, t.TempDir()}
	if code, _, text := call(t, "demo", "--data", s.at("data"), "--key-file", s.at("key"), "--children", "12", "--days", "3", "--seed", "5", "--until", "2026-11-20"); code != 0 {
		t.Fatal(text)
	}
	return s
}

func (s shop) at(name string) string { return filepath.Join(s.dir, name) }

func (s shop) export(form, template, out string, more ...string) (code int, stdout, stderr string) {
	s.t.Helper()
	if !filepath.IsAbs(template) {
		template = filepath.Join("..", "..", "filing", "testdata", template)
	}
	return call(s.t, append([]string{"export", form, "--data", s.at("data"), "--key-file", s.at("key"), "--period", "2026-11",
		"--clock", "2026-11-23T09:00:00+08:00", "--template", template, "--out", out}, more...)...)
}

const (
	children = "a_在托婴幼儿花名册.xlsx"
	monthly  = "c_基本情况月报表.xlsx"
)

func TestExport(t *testing.T) {
	s := openShop(t)
	t.Run("tells what is missing", s.tellsWhatIsMissing)
	t.Run("replaces a file whole or not at all", s.replacesWhole)
	t.Run("refuses in one sentence", s.refusesInOneSentence)
}

func (s shop) tellsWhatIsMissing(t *testing.T) {
	code, out, text := s.export("MON-1", monthly, s.at("o.xlsx"))
	if code != 0 || strings.Count(out, "\n") != 1 || !strings.Contains(out, "已写入 "+s.at("o.xlsx")) {
		t.Errorf("code %d, %q", code, out)
	}
	for _, want := range []string{"缺：持证人数\n", "缺：出勤没有记全的日子：11-02、", "I19 是表里自带的合计"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
	if _, _, text := s.export("REG-CHILD", children, s.at("o.xlsx")); !strings.Contains(text, "按 2026-11-30 计算，没有改动") || !strings.Contains(text, "缺：接种证查验") {
		t.Error(text)
	}
	code, out, text = s.export("MON-1", monthly, s.at("o.xlsx"), "--json")
	var answer exportedJSON
	if err := json.Unmarshal([]byte(out), &answer); err != nil || code != 0 || text != "" {
		t.Fatalf("code %d, %v, %q", code, err, text)
	}
	if len(answer.Gaps) == 0 || answer.Written == 0 || len(answer.Hollow) != 1 || len(answer.SHA256) != 64 || answer.ID == "" {
		t.Errorf("%+v", answer)
	}
}

func (s shop) replacesWhole(t *testing.T) {
	out := s.at("月报.xlsx")
	if err := os.WriteFile(out, []byte("last month"), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, text := s.export("MON-1", children, out); code != 1 || strings.Count(text, "\n") != 1 || !strings.Contains(text, "花名册") {
		t.Errorf("a roster's template for the monthly return: %d %q", code, text)
	}
	if kept, err := os.ReadFile(out); err != nil || string(kept) != "last month" {
		t.Errorf("a refused export left %q, %v", kept, err)
	}
	if code, _, text := s.export("MON-1", monthly, out); code != 0 {
		t.Error(text)
	}
	if now, err := os.ReadFile(out); err != nil || !strings.HasPrefix(string(now), "PK") {
		t.Errorf("%v", err)
	}
	if left, err := filepath.Glob(s.at(".yayuan-*")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func (s shop) refusesInOneSentence(t *testing.T) {
	empty := s.at("空白表.xlsx")
	raw, err := os.ReadFile(filepath.Join("..", "..", "filing", "testdata", monthly))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(empty, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	picture := s.at("图.xlsx")
	if err := os.WriteFile(picture, []byte("\x89PNG"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		form, template, out string
		code                int
	}{
		"an unknown form":          {"MON-9", monthly, s.at("none.xlsx"), 1},
		"a picture for a template": {"MON-1", picture, s.at("none.xlsx"), 1},
		"a folder that is not":     {"MON-1", monthly, s.at("none/o.xlsx"), 1},
		"a folder for a file":      {"MON-1", monthly, s.dir, 1},
		"over the template itself": {"MON-1", empty, empty, 2},
	} {
		code, out, text := s.export(c.form, c.template, c.out)
		if code != c.code || out != "" || text == "" || code == 1 && strings.Count(text, "\n") != 1 {
			t.Errorf("%s: code %d, %q, %q", name, code, out, text)
		}
		code, _, text = s.export(c.form, c.template, c.out, "--json")
		var answer struct{ Code, Message string }
		if err := json.Unmarshal([]byte(text), &answer); code == 1 && (err != nil || answer.Code == "" || answer.Code == "fault.internal" || answer.Message == "") {
			t.Errorf("%s: %q", name, text)
		}
	}
	if now, err := os.ReadFile(empty); err != nil || string(now) != string(raw) {
		t.Error("the template was overwritten")
	}
	if _, err := os.Stat(s.at("none.xlsx")); err == nil {
		t.Error("a refused export left a file")
	}
}
