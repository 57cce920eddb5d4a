package backend_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
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
	{"lists"},
	{"rules"},
	{"calendar"},
	{"nursery"},
	{"roster"},
	{"dailylog"},
	{"filing"},
	{"backup"},
	{"dossier"},
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
	"yayuan/app":                func(file string) bool { return file == "main.go" },
	"yayuan/frontend": func(file string) bool {
		return strings.HasPrefix(file, "app/") || strings.HasPrefix(file, "backend/cmd/")
	},
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

// importsOf parses every Go file of a tree and gives what each imports.
func importsOf(tree fs.FS) (map[string][]string, error) {
	files := map[string][]string{}
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if name != "." && (slices.Contains([]string{"node_modules", "testdata", "internal"}, entry.Name()) || strings.HasPrefix(entry.Name(), ".")) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		source, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
		if err != nil {
			return err
		}
		files[name] = nil
		for _, spec := range parsed.Imports {
			files[name] = append(files[name], strings.Trim(spec.Path.Value, `"`))
		}
		return nil
	})
	return files, err
}

// check is the whole test: what a tree of sources imports that it must not.
func check(t *testing.T, tree fs.FS) []string {
	t.Helper()
	files, err := importsOf(tree)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for file, imports := range files {
		found = append(found, complaints(file, imports)...)
	}
	return found
}

func TestArchitecture(t *testing.T) {
	files, err := importsOf(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, known := range []string{"main.go", "app/window.go", "backend/backend.go", "backend/storage/store.go", "frontend/embed.go"} {
		if _, ok := files[known]; !ok {
			t.Errorf("%s was not looked at", known)
		}
	}
	for _, complaint := range check(t, os.DirFS("..")) {
		t.Error(complaint)
	}
}

// planted is a tree with one Go file in it, which imports one package.
func planted(file, imported string) fs.FS {
	source := fmt.Sprintf("package planted\n\nimport (\n\t\"context\"\n\n\tother %q\n)\n\nvar _ = other.X(context.Background())\n", imported)
	return fstest.MapFS{file: &fstest.MapFile{Data: []byte(source)}}
}

// TestArchitectureFindsPlantedImports proves that the test above can fail.
func TestArchitectureFindsPlantedImports(t *testing.T) {
	for _, plant := range [][2]string{
		{"backend/dailylog/meal_service.go", "yayuan/backend/filing"},
		{"backend/rules/rules.go", "yayuan/backend/roster"},
		{"backend/web/door.go", "yayuan/backend/storage"},
		{"backend/audit/audit.go", "yayuan/backend/identity"},
		{"backend/storage/migrate.go", "yayuan/backend/audit"},
		{"backend/storage/keys/ring.go", "yayuan/backend/roster"},
		{"backend/finding/finding.go", "yayuan/backend/web"},
		{"backend/today/today.go", "yayuan/backend/demo"},
		{"backend/identity/credential.go", "yayuan/backend"},
		{"backend/backend.go", "yayuan/backend/testkit"},
		{"backend/unheard/of.go", "yayuan/backend/fault"},
		{"backend/cmd/yayuan/main.go", "yayuan/backend/unheard"},
		{"backend/house.go", "yayuan/app"},
		{"backend/backend.go", "yayuan/frontend"},
		{"backend/roster/service.go", "gorm.io/gorm"},
		{"backend/roster/restore.go", "gorm.io/gorm"},
		{"backend/dailylog/meals_api.go", "gorm.io/gorm"},
		{"app/window.go", "gorm.io/driver/sqlite"},
		{"backend/roster/service_test.go", "gorm.io/gorm"},
		{"backend/dailylog/service.go", "github.com/danielgtaylor/huma/v2"},
		{"backend/roster/child_store.go", "github.com/danielgtaylor/huma/v2"},
		{"backend/filing/filing.go", "github.com/xuri/excelize/v2"},
		{"backend/intake/heading.go", "github.com/xuri/excelize/v2"},
		{"backend/cmd/yayuan/main.go", "github.com/wailsapp/wails/v2"},
		{"main.go", "github.com/wailsapp/wails/v2/pkg/runtime"},
		{"frontend/embed.go", "github.com/wailsapp/wails/v2"},
	} {
		if len(check(t, planted(plant[0], plant[1]))) != 1 {
			t.Errorf("%s importing %s was not found", plant[0], plant[1])
		}
	}
}

func TestArchitectureLetsTheRightImportsBe(t *testing.T) {
	for _, plant := range [][2]string{
		{"backend/filing/mon_1.go", "yayuan/backend/dailylog"},
		{"backend/dailylog/entry_store.go", "gorm.io/gorm"},
		{"backend/dailylog/api.go", "github.com/danielgtaylor/huma/v2"},
		{"backend/excel/fill.go", "github.com/xuri/excelize/v2"},
		{"backend/audit/audit_test.go", "yayuan/backend/testkit"},
		{"app/window.go", "github.com/wailsapp/wails/v2"},
		{"backend/cmd/yayuan/serve.go", "yayuan/frontend"},
		{"main.go", "yayuan/app"},
	} {
		for _, complaint := range check(t, planted(plant[0], plant[1])) {
			t.Error(complaint)
		}
	}
}
