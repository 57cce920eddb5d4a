package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"yayuan/backend"
	"yayuan/backend/excel"
	"yayuan/backend/fault"
	"yayuan/backend/filing"
	"yayuan/backend/finding"
	"yayuan/backend/identity"
)

var noFile = fault.Define(fault.NotFound, "cli.no_file")

// export fills a district's template and freezes the return.
func export(ctx context.Context, p *program, args []string) error {
	set := p.flagSet("export")
	period := set.String("period", "", "month, YYYY-MM")
	template := set.String("template", "", "the district's empty workbook")
	out := set.String("out", "", "file to write")
	rest, err := p.parse(set, args)
	if err != nil {
		return err
	}
	if len(rest) != 1 || *period == "" || *template == "" || *out == "" {
		return wrongUse("请写明报表、--period、--template 和 --out。")
	}
	raw, err := os.ReadFile(*template)
	if err != nil {
		return noFile.With("path", *template).Because(err)
	}
	cfg, err := p.config()
	if err != nil {
		return err
	}
	return p.withHouse(ctx, cfg, func(ctx context.Context, house *backend.House) error {
		known, err := house.Filing.AddTemplate(ctx, filepath.Base(*template), raw)
		if err != nil {
			return err
		}
		done, err := house.Filing.Fill(ctx, rest[0], *period, known.ID)
		if err != nil {
			return err
		}
		if err := os.WriteFile(*out, done.Bytes, 0o600); err != nil {
			return noFile.With("path", *out).Because(err)
		}
		return p.exported(done, *out)
	})
}

// exported tells what was written and lists every gap.
func (p *program) exported(done filing.Done, out string) error {
	if p.flags.json {
		return p.print(struct {
			File   string            `json:"file"`
			SHA256 string            `json:"sha256"`
			Report excel.Report      `json:"report"`
			Gaps   []finding.Finding `json:"gaps"`
		}{out, done.SHA256, done.Report, done.Draft.Gaps}, "")
	}
	_, _ = fmt.Fprintf(p.out, "已写入 %s：填了 %d 格，缺 %d 项，保留公式 %d 处。\n", out, done.Report.Written, len(done.Draft.Gaps), len(done.Report.Kept))
	for _, kept := range done.Report.Kept {
		_, _ = fmt.Fprintf(p.out, "  %s 起 %d 格的公式按 %s 计算，没有改动：%s\n", kept.Cell, kept.Count, kept.Day, kept.Formula)
	}
	for _, cell := range done.Report.Hollow {
		_, _ = fmt.Fprintf(p.out, "  %s 是表里自带的合计，下面没有登记，显示的 0 不是登记的数\n", cell)
	}
	for _, gap := range done.Draft.Gaps {
		_, _ = fmt.Fprintln(p.out, "  缺："+gapLine(gap))
	}
	return nil
}

// gapLine says what is missing in one line: who, and what.
func gapLine(gap finding.Finding) string {
	line := ""
	for _, key := range []string{"name", "label", "days"} {
		if value, ok := gap.Args[key]; ok {
			line += fmt.Sprint(value) + " "
		}
	}
	return strings.TrimSpace(line)
}

// withHouse opens the nursery in the data folder and acts as the operator.
func (p *program) withHouse(ctx context.Context, cfg backend.Config, do func(context.Context, *backend.House) error) error {
	b, err := backend.Open(ctx, cfg)
	if err != nil {
		return err
	}
	house := b.House()
	if house == nil || house.Store == nil {
		return errors.Join(noNursery.With("path", cfg.Dir), b.Close(ctx))
	}
	return errors.Join(do(identity.WithActor(ctx, identity.Operator()), house), b.Close(ctx))
}

var noNursery = fault.Define(fault.NotFound, "cli.no_nursery")
