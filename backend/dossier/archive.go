package dossier

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	"yayuan/backend/excel"
	"yayuan/backend/files"
	"yayuan/backend/roster"
)

// archive is everything on its way out.
type archive struct {
	*Service
	pages []excel.Page
	home  string
	used  map[string]bool
	out   *zip.Writer
	count map[string]int
}

func (a *archive) write(ctx context.Context, w io.Writer) error {
	a.out, a.count = zip.NewWriter(w), map[string]int{}
	for _, part := range []func(context.Context) error{a.putLists, a.children, a.papers, a.filings, a.readme} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	if err := a.out.Close(); err != nil {
		return fmt.Errorf("dossier: archive: %w", err)
	}
	return nil
}

// put writes one file under a name that is not used yet.
func (a *archive) put(folder, name, ending string, content []byte) error {
	full := path.Join(folder, plain(name)+ending)
	for i := 2; a.used[strings.ToLower(full)]; i++ {
		full = path.Join(folder, fmt.Sprintf("%s (%d)%s", plain(name), i, ending))
	}
	a.used[strings.ToLower(full)] = true
	a.count[folder]++
	w, err := a.out.CreateHeader(&zip.FileHeader{Name: full, Method: zip.Deflate, Modified: a.store.Now()})
	if err == nil {
		_, err = w.Write(content)
	}
	if err != nil {
		return fmt.Errorf("dossier: archive: %w", err)
	}
	return nil
}

// plain makes a name that every system takes for a file.
func plain(name string) string {
	out := strings.Map(func(char rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, char) || unicode.IsControl(char) {
			return '_'
		}
		return char
	}, name)
	if out = strings.Trim(out, " ."); out == "" {
		return "未命名"
	}
	return out
}

func (a *archive) putLists(context.Context) error {
	for i, each := range a.pages {
		raw, err := excel.Write(each)
		if err != nil {
			return err
		}
		if err := a.put("名单", fmt.Sprintf("%02d %s", i+1, each.Name), ".xlsx", raw); err != nil {
			return err
		}
	}
	return nil
}

func (a *archive) children(ctx context.Context) error {
	files := byChild(a.pages)
	for _, id := range slices.Sorted(maps.Keys(files)) {
		listed := files[id]
		file, err := a.roster.File(ctx, id)
		if err != nil {
			return err
		}
		doc, err := a.fileOf(ctx, file.Child, listed)
		if err != nil {
			return err
		}
		raw, err := doc.html()
		if err != nil {
			return err
		}
		name := called(file.Child) + " " + string(file.BirthDate)
		if err := a.put("宝宝档案", name, ".html", raw); err != nil {
			return err
		}
		if err := a.pictures(ctx, file.Child, name); err != nil {
			return err
		}
	}
	return nil
}

// pictures are the faces of a child and of who collects it, and what its
// guardians have signed.
func (a *archive) pictures(ctx context.Context, child roster.Child, name string) error {
	if child.Photo != "" {
		jpeg, err := a.roster.Photo(ctx, child.ID)
		if err != nil {
			return err
		}
		if err := a.put("照片", name, ".jpg", jpeg); err != nil {
			return err
		}
	}
	faces, err := a.faces(ctx, child.ID)
	if err != nil {
		return err
	}
	for _, each := range faces {
		if err := a.put("照片", name+" "+each.Who, ".jpg", each.JPEG); err != nil {
			return err
		}
	}
	kinds, err := a.consents.Of(ctx, child.ID)
	if err != nil {
		return err
	}
	for _, kind := range kinds {
		for _, act := range kind.Acts {
			if act.FileID == "" {
				continue
			}
			blob, raw, err := a.consents.File(ctx, act.ID)
			if err != nil {
				return err
			}
			if err := a.put("同意与协议", child.Name+" "+kind.Name+" "+string(act.On), endingOf(blob), raw); err != nil {
				return err
			}
		}
	}
	return nil
}

func endingOf(blob files.Blob) string {
	switch blob.MediaType {
	case "application/pdf":
		return ".pdf"
	case "image/png":
		return ".png"
	case "image/jpeg":
		return ".jpg"
	}
	return path.Ext(blob.Name)
}

// papers are the scans of the nursery's own papers.
func (a *archive) papers(ctx context.Context) error {
	papers, err := a.nursery.Scans(ctx)
	if err != nil {
		return err
	}
	for _, each := range papers {
		blob, raw, err := a.nursery.Scan(ctx, each.ID)
		if err != nil {
			return err
		}
		if err := a.put("证照扫描", each.Title+" "+string(each.IssuedOn), endingOf(blob), raw); err != nil {
			return err
		}
	}
	return nil
}

// filings are the workbooks as they were sent.
func (a *archive) filings(ctx context.Context) error {
	filed, err := a.filing.Filings(ctx)
	if err != nil {
		return err
	}
	for _, each := range filed {
		_, raw, err := a.filing.Workbook(ctx, each.ID)
		if err != nil {
			return err
		}
		if err := a.put("报送", each.Form+" "+each.Period+" "+each.At.Format("20060102"), ".xlsx", raw); err != nil {
			return err
		}
	}
	return nil
}

// readme says what lies where, for who opens the archive years later.
func (a *archive) readme(context.Context) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s 的全部资料，%s 由芽园导出。\r\n\r\n", a.home, a.store.Today())
	for _, each := range []struct{ folder, what string }{
		{"名单", "每份名单一个 .xlsx。最后一列“编号”是程序用的；按文件名前的次序导入另一家空的机构，资料会原样回来。"},
		{"宝宝档案", "每个宝宝一份，用浏览器打开，可以打印或存成 PDF。"},
		{"照片", "宝宝、监护人和接送人的头像。"},
		{"同意与协议", "监护人签过的扫描件和签名。"},
		{"证照扫描", "机构证照的扫描件。"},
		{"报送", "报出去的表，和当时一字不差。"},
	} {
		if n := a.count[each.folder]; n > 0 {
			fmt.Fprintf(&b, "%s（%d 个文件）：%s\r\n", each.folder, n, each.what)
		}
	}
	b.WriteString("\r\n里面有身份证号、电话和健康信息，请加密存放，用完即删，不要用公共网盘或聊天软件传。\r\n")
	return a.put("", "说明", ".txt", []byte("\uFEFF"+b.String()))
}
