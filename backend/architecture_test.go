package backend_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// layers is the one direction of imports, lowest first; what stands on one
// line does not import its neighbours. DESIGN section 3, rule 1.
var layers = [][]string{
	{"day", "version"},
	{"fault", "idcard"},
	{"finding", "web", "excel", "printing"},
	{"intake"},
	{"storage"},
	{"files"},
	{"audit"},
	{"identity"},
	{"rules"},
	{"calendar"},
	{"nursery"},
	{"roster"},
	{"dailylog"},
	{"filing"},
	{"backup"},
	{"today", "demo"},
	{"."},
	{"testkit"},
	{"cmd", "../app"},
}

// homes says which files may import a library.
var homes = map[string]func(file string) bool{
	"gorm.io/": func(file string) bool {
		return strings.HasPrefix(file, "backend/storage/") || strings.HasPrefix(file, "backend/files/") ||
			path.Base(file) == "store.go" || strings.HasSuffix(file, "_store.go")
	},
	"github.com/danielgtaylor/huma": func(file string) bool {
		return strings.HasPrefix(file, "backend/web/") || path.Base(file) == "api.go" || strings.HasSuffix(file, "_api.go")
	},
	"github.com/xuri/excelize":  func(file string) bool { return strings.HasPrefix(file, "backend/excel/") },
	"github.com/wailsapp/wails": func(file string) bool { return strings.HasPrefix(file, "app/") },
}

func layerOf(pkg string) int {
	for i, layer := range layers {
		if slices.Contains(layer, pkg) {
			return i
		}
	}
	return -1
}

// area turns "yayuan/backend/storage/keys" into "storage".
func area(importPath string) (string, bool) {
	rest, ok := strings.CutPrefix(importPath, "yayuan/backend")
	if !ok {
		return "", false
	}
	if rest == "" {
		return ".", true
	}
	return strings.Split(strings.TrimPrefix(rest, "/"), "/")[0], true
}

// complaints checks one file's imports; test files may look down from
// anywhere, but keep the libraries' homes.
func complaints(file string, imports []string) []string {
	var found []string
	own, inside := area("yayuan/" + path.Dir(file))
	for _, imported := range imports {
		for library, home := range homes {
			if strings.HasPrefix(imported, library) && !home(file) {
				found = append(found, fmt.Sprintf("%s imports %s, which has its home elsewhere", file, imported))
			}
		}
		used, ok := area(imported)
		if !ok || !inside || used == own || strings.HasSuffix(file, "_test.go") {
			continue
		}
		from, to := layerOf(own), layerOf(used)
		switch {
		case from < 0:
			found = append(found, fmt.Sprintf("%s: package %s has no layer", file, own))
		case to < 0:
			found = append(found, fmt.Sprintf("%s: package %s has no layer", file, used))
		case to >= from:
			found = append(found, fmt.Sprintf("%s: %s must not import %s", file, own, used))
		}
	}
	return found
}

func sourceFiles(t *testing.T) map[string][]string {
	t.Helper()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]string{}
	for _, top := range []string{"backend", "app", "frontend"} {
		err := fs.WalkDir(os.DirFS(root), top, func(name string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "testdata" || entry.Name() == "internal") {
				return fs.SkipDir
			}
			if !strings.HasSuffix(name, ".go") {
				return nil
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			for _, spec := range parsed.Imports {
				files[name] = append(files[name], strings.Trim(spec.Path.Value, `"`))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func TestArchitecture(t *testing.T) {
	for file, imports := range sourceFiles(t) {
		for _, complaint := range complaints(file, imports) {
			t.Error(complaint)
		}
	}
}

// TestArchitectureFindsPlantedImports proves that the test above can fail.
func TestArchitectureFindsPlantedImports(t *testing.T) {
	planted := map[string]string{
		"backend/rules/rules.go":         "yayuan/backend/roster",
		"backend/web/door.go":            "yayuan/backend/storage",
		"backend/audit/audit.go":         "yayuan/backend/identity",
		"backend/roster/service.go":      "gorm.io/gorm",
		"backend/dailylog/service.go":    "github.com/danielgtaylor/huma/v2",
		"backend/filing/filing.go":       "github.com/xuri/excelize/v2",
		"backend/cmd/yayuan/main.go":     "github.com/wailsapp/wails/v2",
		"backend/today/today.go":         "yayuan/backend/demo",
		"backend/unheard/of.go":          "yayuan/backend/fault",
		"backend/dailylog/meals_api.go":  "gorm.io/gorm",
		"backend/roster/child_store.go":  "github.com/danielgtaylor/huma/v2",
		"backend/storage/migrate.go":     "yayuan/backend/audit",
		"backend/finding/finding.go":     "yayuan/backend/web",
		"backend/identity/credential.go": "yayuan/backend",
	}
	for file, imported := range planted {
		if len(complaints(file, []string{imported})) == 0 {
			t.Errorf("%s importing %s was not found", file, imported)
		}
	}
}
