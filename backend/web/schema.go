package web

import (
	"path"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// schemaName names a JSON shape in the document by its area and type, so that
// two areas may each have a 'class'.
func schemaName(t reflect.Type, hint string) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	name := strings.TrimSuffix(t.Name(), "JSON")
	if name == "" || strings.ContainsAny(name, "[]") || !strings.HasPrefix(t.PkgPath(), "yayuan/") {
		return huma.DefaultSchemaNamer(t, hint)
	}
	area := path.Base(t.PkgPath())
	if strings.EqualFold(name, area) {
		return title(area)
	}
	return title(area) + title(name)
}

func title(word string) string { return strings.ToUpper(word[:1]) + word[1:] }
