package excel

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// readPack is the opened container. Parts are streamed and counted while they
// unpack, because the sizes in the container's directory can lie; nothing is
// spilled into a temporary folder. The library that fills templates does
// neither, which is why reading is done here.
type readPack struct {
	parts  map[string]*zip.File
	left   int64
	limits ReadLimits
}

func readWorkbook(book Book, data []byte, limits ReadLimits) (Book, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return book, readBroken.Because(err)
	}
	p := &readPack{parts: map[string]*zip.File{}, left: limits.Unpacked, limits: limits}
	declared := uint64(0)
	for _, file := range archive.File {
		name := readPartName(file.Name)
		p.parts[name] = file
		if strings.HasSuffix(name, ".xml") { // an honest giant need not be unpacked to be refused
			declared += min(file.UncompressedSize64, uint64(limits.Unpacked)+1)
		}
	}
	if declared > uint64(limits.Unpacked) {
		return book, readUnpacked.With("max", limits.Unpacked>>20)
	}
	main, err := p.mainPart()
	if err != nil {
		return book, err
	}
	return p.book(book, main)
}

func readPartName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// mainPart finds the workbook by the container's relations. Other documents
// are containers too, and .xlsb keeps its workbook in a binary part.
func (p *readPack) mainPart() (string, error) {
	links, err := p.relations("_rels/.rels")
	if err != nil {
		return "", err
	}
	for _, link := range links {
		if strings.HasSuffix(link.Type, "/officeDocument") {
			name := readPartName(link.Target)
			if !strings.HasSuffix(name, ".xml") || !strings.HasPrefix(name, "xl/") {
				return "", readNoBook
			}
			return name, nil
		}
	}
	return "", readNoBook
}

type readRelation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

func (p *readPack) relations(name string) ([]readRelation, error) {
	var document struct {
		Relationship []readRelation `xml:"Relationship"`
	}
	if err := p.decode(name, &document); err != nil {
		return nil, err
	}
	return document.Relationship, nil
}

type workbookPart struct {
	Properties struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string `xml:"name,attr"`
		State string `xml:"state,attr"`
		Link  string `xml:"id,attr"`
	} `xml:"sheets>sheet"`
}

func (p *readPack) book(book Book, main string) (Book, error) {
	var workbook workbookPart
	if err := p.decode(main, &workbook); err != nil {
		return book, err
	}
	if len(workbook.Sheets) > p.limits.Sheets {
		return book, readSheets.With("max", p.limits.Sheets)
	}
	folder := path.Dir(main)
	links, err := p.relations(folder + "/_rels/" + path.Base(main) + ".rels")
	if err != nil {
		return book, err
	}
	reader := sheetReader{count: readBudget{limits: p.limits}}
	targets := map[string]readRelation{}
	for _, link := range links {
		targets[link.ID] = link
		switch {
		case strings.HasSuffix(link.Type, "/styles"):
			reader.formats, err = p.formats(readTarget(folder, link.Target))
		case strings.HasSuffix(link.Type, "/sharedStrings"):
			reader.shared, err = p.sharedTexts(readTarget(folder, link.Target))
		}
		if err != nil {
			return book, err
		}
	}
	book.Date1904 = readTruth(workbook.Properties.Date1904)
	for _, listed := range workbook.Sheets {
		link := targets[listed.Link]
		if !strings.HasSuffix(link.Type, "/worksheet") {
			continue // charts and macro sheets hold no table
		}
		sheet, err := p.sheet(readTarget(folder, link.Target), &reader)
		if err != nil {
			return book, err
		}
		sheet.Name, sheet.Hidden = listed.Name, listed.State == "hidden" || listed.State == "veryHidden"
		book.Sheets = append(book.Sheets, sheet)
	}
	return book, nil
}

func readTarget(folder, target string) string {
	if strings.HasPrefix(target, "/") {
		return readPartName(target)
	}
	return readPartName(path.Join(folder, target))
}

func readTruth(value string) bool { return value == "1" || value == "true" || value == "on" }

// open streams a part; false when the container does not hold it.
func (p *readPack) open(name string) (io.ReadCloser, bool, error) {
	file, found := p.parts[readPartName(name)]
	if !found {
		return nil, false, nil
	}
	stream, err := file.Open()
	if err != nil {
		return nil, true, readBroken.Because(err)
	}
	return &readMetered{ReadCloser: stream, pack: p}, true, nil
}

var errUnpacked = errors.New("excel: unpacked size over the limit")

// readMetered counts what is unpacked against the limit of the whole file.
type readMetered struct {
	io.ReadCloser
	pack *readPack
}

func (m *readMetered) Read(into []byte) (int, error) {
	n, err := m.ReadCloser.Read(into)
	if m.pack.left -= int64(n); m.pack.left < 0 {
		return 0, errUnpacked
	}
	return n, err
}

// failure turns what a part's reading ended with into a fault.
func (p *readPack) failure(err error) error {
	if errors.Is(err, errUnpacked) || p.left < 0 {
		return readUnpacked.With("max", p.limits.Unpacked>>20)
	}
	return readBroken.Because(err)
}

// decodeText reads a small part whole; a part that is not there leaves the value
// as it is.
func (p *readPack) decode(name string, into any) error {
	stream, found, err := p.open(name)
	if err != nil || !found {
		return err
	}
	defer func() { _ = stream.Close() }()
	if err := xml.NewDecoder(stream).Decode(into); err != nil {
		return p.failure(err)
	}
	return nil
}
