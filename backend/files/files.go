// Package files keeps whole files inside the encrypted store: templates, filed
// workbooks, imported rosters and scans in the main database, photos in one of
// their own. What was kept is never changed, and comes back byte for byte.
package files

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"yayuan/backend/fault"
)

// Kind is what a kept file is for; it decides where its bytes lie and how
// many there may be.
type Kind string

// The kinds of kept files.
const (
	Template Kind = "template" // a regulator's empty workbook
	Filing   Kind = "filing"   // a filled workbook, frozen
	Import   Kind = "import"   // a roster as it was handed in
	Scan     Kind = "scan"
	Photo    Kind = "photo"
)

const mega = 1 << 20

// limits in bytes. The engine holds a whole file in memory several times over
// and has 256 MiB for each connection.
var limits = map[Kind]int{
	Template: 10 * mega,
	Filing:   30 * mega,
	Import:   20 * mega,
	Scan:     20 * mega,
	Photo:    15 * mega,
}

// longestName in characters; longer ones are cut, their ending kept.
const longestName = 120

// Blob is what is known of a kept file without its bytes.
type Blob struct {
	ID        string
	Kind      Kind
	Name      string
	MediaType string
	Size      int64  // bytes
	SHA256    string // of the bytes, hexadecimal
	CreatedAt time.Time
}

var (
	notFound = fault.Define(fault.NotFound, "files.not_found")
	empty    = fault.Define(fault.Invalid, "files.empty")
	tooLarge = fault.Define(fault.TooLarge, "files.too_large")
	damaged  = fault.Define(fault.Unavailable, "files.damaged")
)

// Limit is how many bytes a file of a kind may have.
func Limit(kind Kind) int { return limits[kind] }

func check(kind Kind, bytes []byte) error {
	switch {
	case len(bytes) == 0:
		return empty.At("file")
	case len(bytes) > limits[kind]:
		return tooLarge.At("file").With("max", limits[kind]/mega)
	}
	return nil
}

// cleanName keeps the last part of a name that came from a browser or another
// system, without what no file system takes.
func cleanName(name string) string {
	if cut := strings.LastIndexAny(name, `/\`); cut >= 0 {
		name = name[cut+1:]
	}
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError || strings.ContainsRune(`<>:"|?*`, r) {
			return -1
		}
		return r
	}, name)
	name = strings.Trim(name, " .")
	if runes := []rune(name); len(runes) > longestName {
		ending := ""
		if dot := strings.LastIndexByte(name, '.'); dot >= 0 && utf8.RuneCountInString(name[dot:]) <= 10 {
			ending = name[dot:]
		}
		name = string(runes[:longestName-utf8.RuneCountInString(ending)]) + ending
	}
	if name == "" {
		return "file"
	}
	return name
}
