package backend_test

import (
	"path/filepath"
	"testing"

	"yayuan/backend"
	"yayuan/backend/demo"
)

func BenchmarkWriteDemo(b *testing.B) {
	for b.Loop() {
		dir := b.TempDir()
		_, err := backend.WriteDemo(b.Context(), backend.Config{Dir: dir, KeyFile: filepath.Join(dir, "k")},
			demo.Options{Children: 60, Days: 10, Seed: 7, Until: "2026-11-23"})
		if err != nil {
			b.Fatal(err)
		}
	}
}
