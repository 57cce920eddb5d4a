package excel

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// readFormat is how a style shows a number.
type readFormat struct {
	code  string
	dated bool
}

// builtIn holds the numbered formats that show a date; 27 to 36 and 50 to 58
// are the Chinese ones. Those that show a time alone are left out.
var builtIn = map[int]string{14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "yyyy/m/d h:mm",
	27: `yyyy"年"m"月"`, 28: `m"月"d"日"`, 29: `m"月"d"日"`, 30: "m-d-yy", 31: `yyyy"年"m"月"d"日"`, 36: `yyyy"年"m"月"`,
	50: `yyyy"年"m"月"`, 51: `m"月"d"日"`, 52: `yyyy"年"m"月"`, 53: `m"月"d"日"`, 54: `m"月"d"日"`, 57: `yyyy"年"m"月"`, 58: `m"月"d"日"`}

// formats reads which style shows its numbers how.
func (p *readPack) formats(name string) ([]readFormat, error) {
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := p.decode(name, &styles); err != nil {
		return nil, err
	}
	codes := map[int]string{}
	for id, code := range builtIn {
		codes[id] = code
	}
	for _, format := range styles.Formats {
		codes[format.ID] = format.Code
	}
	formats := make([]readFormat, len(styles.Cells))
	for i, cell := range styles.Cells {
		code := codes[cell.Format]
		formats[i] = readFormat{code: code, dated: readDated(code)}
	}
	return formats, nil
}

// readLiteral is what a format code shows as it stands: quoted text, escaped
// characters, colours, locales and conditions in brackets.
var readLiteral = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]`)

// readDated tells whether a format code shows a year or a day; h:mm alone is a time.
func readDated(code string) bool {
	positive, _, _ := strings.Cut(code, ";")
	return strings.ContainsAny(strings.ToLower(readLiteral.ReplaceAllString(positive, "")), "yd") &&
		!strings.EqualFold(positive, "standard")
}

// sharedTexts reads the texts that cells refer to by number.
func (p *readPack) sharedTexts(name string) ([]string, error) {
	stream, found, err := p.open(name)
	if err != nil || !found {
		return nil, err
	}
	defer func() { _ = stream.Close() }()
	var texts []string
	decoder := xml.NewDecoder(stream)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return texts, nil
		}
		if err != nil {
			return nil, p.failure(err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			value, err := richText(decoder)
			if err != nil {
				return nil, p.failure(err)
			}
			texts = append(texts, value)
		}
	}
}

// richText joins the runs of a text up to its end; how it is pronounced (rPh)
// is no part of it.
func richText(decoder *xml.Decoder) (string, error) {
	var b strings.Builder
	for depth, inText := 1, false; depth > 0; {
		token, err := decoder.Token()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPh" || t.Name.Local == "phoneticPr" {
				if err := decoder.Skip(); err != nil {
					return "", err
				}
				continue
			}
			depth++
			inText = t.Name.Local == "t"
		case xml.EndElement:
			depth--
			inText = false
		case xml.CharData:
			if inText {
				b.Write(t)
			}
		}
	}
	return readUnescaped(b.String()), nil
}

var readEscape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// readUnescaped turns _x000D_ into the character that it stands for; a pair of
// surrogates becomes one.
func readUnescaped(value string) string {
	if !strings.Contains(value, "_x") {
		return value
	}
	var units []uint16
	var b strings.Builder
	flush := func() {
		b.WriteString(string(utf16.Decode(units)))
		units = nil
	}
	last := 0
	for _, at := range readEscape.FindAllStringIndex(value, -1) {
		if at[0] > last {
			flush()
			b.WriteString(value[last:at[0]])
		}
		unit, _ := strconv.ParseUint(value[at[0]+2:at[0]+6], 16, 16)
		units = append(units, uint16(unit))
		last = at[1]
	}
	flush()
	b.WriteString(value[last:])
	return b.String()
}
