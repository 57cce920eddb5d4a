package main

import (
	"archive/zip"
	"os"
	"strings"
	"testing"
)

func TestListsAndEverythingByHand(t *testing.T) {
	s := openShop(t)
	do := func(args ...string) (int, string, string) {
		return call(t, append(args, "--data", s.at("data"), "--key-file", s.at("key"), "--clock", "2026-11-23T09:00:00+08:00")...)
	}
	if code, out, text := do("export", "list", "children", "--out", s.at("宝宝.xlsx")); code != 0 || !strings.Contains(out, "已写入") {
		t.Fatalf("%d %q %q", code, out, text)
	}
	if code, out, text := do("import", "list", "children", s.at("宝宝.xlsx"), "--dry-run"); code != 0 || !strings.Contains(out, "新增 0 行，更正 0 行，没有变化 12 行，不能导入 0 行。没有写入任何资料") {
		t.Errorf("%d %q %q", code, out, text)
	}
	if code, out, text := do("import", "list", "children", s.at("宝宝.xlsx"), "--json"); code != 0 || !strings.Contains(out, `"same": 12`) {
		t.Errorf("%d %q %q", code, out, text)
	}
	csv := "姓名,出生日期,性别\n新来的,2024-05-01,不详\n"
	if err := os.WriteFile(s.at("错.csv"), []byte(csv), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, text := do("import", "list", "children", s.at("错.csv"), "--reason", "x"); code != 1 || !strings.Contains(text, "第 2 行 C性别：“不详”认不出来") || !strings.Contains(text, "一行也没有写入") {
		t.Errorf("%d %q", code, text)
	}
	for _, refused := range [][]string{{"export", "list", "children", "--out", s.at("none.xlsx"), "--numbers"}, {"export", "everything", "--out", s.at("none.zip")},
		{"export", "list", "audit", "--out", s.at("none.xlsx")}} {
		if code, _, text := do(refused...); code != 1 || strings.Count(text, "\n") != 1 {
			t.Errorf("%v: %d %q", refused, code, text)
		}
	}
	if code, _, text := do("export", "list", "--out", s.at("none.xlsx")); code != 2 {
		t.Errorf("%d %q", code, text)
	}
	if code, _, text := do("export", "everything", "--out", s.at("全部.zip"), "--reason", "换系统"); code != 0 {
		t.Fatalf("%d %q", code, text)
	}
	archive, err := zip.OpenReader(s.at("全部.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = archive.Close() }()
	if len(archive.File) < 12+17 {
		t.Errorf("%d files", len(archive.File))
	}
}
