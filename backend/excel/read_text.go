package excel

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// readText reads a table of separated values.
func readText(book Book, data []byte, limits ReadLimits) (Book, error) {
	content, encoding, ok := decodeText(data)
	if !ok || readMarkup(content) {
		return book, readNoBook
	}
	book.Encoding = encoding
	content, delimiter := delimiterOf(content)
	book.Delimiter = string(delimiter)
	sheet, count := Sheet{}, readBudget{limits: limits}
	parser := separated{rest: content, delimiter: delimiter, max: limits.Columns}
	for number := 1; parser.more(); number++ {
		values, ok := parser.record()
		if !ok {
			return book, readColumns.With("max", limits.Columns)
		}
		row := Row{Number: number}
		for _, value := range values {
			row.Cells = append(row.Cells, readCell(unguard(value)))
		}
		if err := count.keep(&sheet, row); err != nil {
			return book, err
		}
	}
	book.Sheets = []Sheet{sheet}
	return book, nil
}

// decodeText finds the encoding by byte order mark, else by what the bytes can
// be: UTF-8 if valid, GB18030 (and with it GBK and GB2312) if not.
func decodeText(data []byte) (content, encoding string, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		content, encoding = string(bytes.ToValidUTF8(data[3:], []byte("\uFFFD"))), "utf-8-sig"
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		wide, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", "", false
		}
		content, encoding = string(wide), "utf-16"
	case utf8.Valid(data):
		content, encoding = string(data), "utf-8"
	default:
		decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
		if err != nil {
			return "", "", false
		}
		content, encoding = string(decoded), "gb18030"
	}
	return content, encoding, readable(content)
}

// readable refuses what only looks like text: control characters, or more than
// a stray character that could not be decoded.
func readable(content string) bool {
	broken := 0
	for _, char := range content {
		switch {
		case char == '\uFFFD':
			broken++
		case char < ' ' && char != '\t' && char != '\n' && char != '\r' && char != '\f' && char != '\v' && char != 0x1a:
			return false
		}
	}
	return broken*50 <= utf8.RuneCountInString(content)
}

// readMarkup recognises a page saved under a workbook's name.
func readMarkup(content string) bool {
	head := strings.ToLower(strings.TrimSpace(content[:min(len(content), 400)]))
	return strings.HasPrefix(head, "<") && (strings.Contains(head, "<html") || strings.Contains(head, "<!doctype") ||
		strings.Contains(head, "<table") || strings.Contains(head, "<?xml") || strings.Contains(head, "<meta"))
}

// delimiterOf finds the character that parts the most lines evenly; a first
// line "sep=;" says it outright and is taken off, as Excel does.
func delimiterOf(content string) (string, byte) {
	if head, rest, found := strings.Cut(content, "\n"); found {
		head = strings.TrimRight(head, "\r")
		if len(head) == len("sep=;") && strings.EqualFold(head[:4], "sep=") {
			return rest, head[4]
		}
	}
	best, most := byte(','), 0
	for _, candidate := range []byte{',', '\t', ';', '|'} {
		if n := evenness(content, candidate); n > most {
			best, most = candidate, n
		}
	}
	return content, best
}

// evenness sums, over the first lines, the columns a delimiter gives when the
// line has as many as the widest one; a title line has none and does not count.
func evenness(content string, delimiter byte) int {
	parser := separated{rest: content, delimiter: delimiter, max: 1 << 14}
	counts, widest := map[int]int{}, 0
	for lines := 0; lines < 50 && parser.more(); lines++ {
		values, _ := parser.record()
		if n := len(values); n > 1 {
			counts[n]++
			widest = max(widest, n)
		}
	}
	total := 0
	for columns, lines := range counts {
		total = max(total, columns*lines)
	}
	return total + widest
}

// separated parses quoted, separated values one record at a time. Blank lines
// are records too: row numbers must be the ones that a spreadsheet shows.
type separated struct {
	rest      string
	delimiter byte
	max       int
}

func (p *separated) more() bool { return strings.Trim(p.rest, "\x1a") != "" }

// record gives the next record; false when it has too many fields.
func (p *separated) record() ([]string, bool) {
	var fields []string
	for {
		value, ended := p.field()
		if len(fields) < p.max {
			fields = append(fields, value)
		} else if strings.TrimSpace(value) != "" { // blank ones behind the last column are nobody's
			return fields, false
		}
		if ended {
			return fields, true
		}
	}
}

// field takes one field off and tells whether the record ends with it.
func (p *separated) field() (string, bool) {
	if strings.HasPrefix(p.rest, `"`) {
		if value, length, ok := readQuoted(p.rest); ok {
			tail, ended := p.unquoted(p.rest[length:])
			return value + tail, ended
		}
	}
	return p.unquoted(p.rest)
}

// quotedMax is the longest field that quotes may hold; Excel's own is 32,767
// characters. Without it a stray quote would swallow the rest of the file.
const quotedMax = 128 << 10

// readQuoted reads a field in quotes, doubled quotes inside; false when it never
// closes: then the quote is part of the text.
func readQuoted(in string) (value string, length int, ok bool) {
	in = in[:min(len(in), quotedMax)]
	var b strings.Builder
	for at := 1; at < len(in); {
		end := strings.IndexByte(in[at:], '"')
		if end < 0 {
			return "", 0, false
		}
		b.WriteString(in[at : at+end])
		at += end + 1
		if at >= len(in) || in[at] != '"' {
			return b.String(), at, true
		}
		b.WriteByte('"')
		at++
	}
	return "", 0, false
}

func (p *separated) unquoted(in string) (string, bool) {
	for at := 0; at < len(in); at++ {
		switch in[at] {
		case p.delimiter:
			p.rest = in[at+1:]
			return in[:at], false
		case '\n':
			p.rest = in[at+1:]
			return strings.TrimRight(in[:at], "\r"), true
		}
	}
	p.rest = ""
	return strings.TrimRight(in, "\r"), true
}

// unguard takes off what programs put around digits so that Excel leaves them
// alone: ="…", a leading apostrophe, tabs.
func unguard(value string) string {
	value = strings.Trim(value, "\t")
	if inner, found := strings.CutPrefix(value, `="`); found && strings.HasSuffix(inner, `"`) {
		value = strings.ReplaceAll(strings.TrimSuffix(inner, `"`), `""`, `"`)
	}
	value = strings.TrimLeft(value, "\t")
	return strings.TrimPrefix(value, "'")
}
