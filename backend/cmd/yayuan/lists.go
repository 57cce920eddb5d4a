package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"yayuan/backend"
	"yayuan/backend/fault"
	"yayuan/backend/lists"
)

// outgoing is how a list or everything is asked for.
type outgoing struct {
	out     string
	numbers bool
	reason  string
}

// takeOut writes a list as a workbook, or everything as an archive.
func (p *program) takeOut(ctx context.Context, rest []string, o outgoing) error {
	if o.out == "" || len(rest) != map[string]int{"list": 2, "everything": 1}[rest[0]] {
		return wrongUse("请写明：export list 名单 --out 文件，或 export everything --out 文件 --reason 原因")
	}
	cfg, err := p.config()
	if err != nil {
		return err
	}
	target, err := begin(o.out)
	if err != nil {
		return noFile.With("path", o.out).Because(err)
	}
	defer target.giveUp()
	return p.withHouse(ctx, cfg, func(ctx context.Context, house *backend.House) error {
		raw, err := made(ctx, house, rest, o)
		if err != nil {
			return err
		}
		if err := target.finish(raw); err != nil {
			return noFile.With("path", o.out).Because(err)
		}
		return p.print(map[string]any{"file": o.out, "bytes": len(raw)}, fmt.Sprintf("已写入 %s。", o.out))
	})
}

func made(ctx context.Context, house *backend.House, rest []string, o outgoing) ([]byte, error) {
	if rest[0] == "list" {
		book, err := house.Lists.Export(ctx, rest[1], o.numbers, o.reason)
		return book.Bytes, err
	}
	_, write, err := house.Dossier.Everything(ctx, o.reason)
	if err != nil {
		return nil, err
	}
	var all bytes.Buffer
	err = write(&all)
	return all.Bytes(), err
}

// bringIn reads a list's file and writes all of it or nothing.
func (p *program) bringIn(ctx context.Context, key, path, reason string, dry bool) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return noFile.With("path", path).Because(err)
	}
	cfg, err := p.config()
	if err != nil {
		return err
	}
	return p.withHouse(ctx, cfg, func(ctx context.Context, house *backend.House) error {
		preview, err := house.Lists.Draft(ctx, key, filepath.Base(path), raw)
		if err != nil {
			return err
		}
		plan := preview.Plan
		p.tellLines(plan)
		done := lists.Import{ID: preview.ID, Created: plan.Count(lists.Added), Changed: plan.Count(lists.Changed), Same: plan.Count(lists.Same)}
		verb := "没有写入任何资料"
		if !dry {
			if done, err = house.Lists.Commit(ctx, preview.ID, reason); err != nil {
				return err
			}
			verb = "已导入"
		}
		return p.print(map[string]any{"id": done.ID, "new": done.Created, "changed": done.Changed, "same": done.Same, "refused": plan.Count(lists.Refused), "written": !dry},
			fmt.Sprintf("%s：新增 %d 行，更正 %d 行，没有变化 %d 行，不能导入 %d 行。%s。", filepath.Base(path), done.Created, done.Changed, done.Same, plan.Count(lists.Refused), verb))
	})
}

// tellLines writes one line for each cell that is not right: where it is and
// what to do.
func (p *program) tellLines(plan lists.Plan) {
	if p.flags.json {
		return
	}
	for _, line := range plan.Lines {
		for _, problem := range line.Problems {
			said := fault.Sentences("zh")[problem.Code]
			for name, value := range problem.Args {
				said = strings.ReplaceAll(said, "{{"+name+"}}", fmt.Sprint(value))
			}
			_, _ = fmt.Fprintf(p.err, "第 %d 行 %s%s：%s\n", problem.Row, problem.Letter, problem.Heading, said)
		}
	}
}
