package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"yayuan/backend"
	"yayuan/backend/day"
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
	out := set.String("out", "", "file to write; one that is there is replaced whole")
	numbers := set.Bool("numbers", false, "a list with ID numbers and phones in full")
	reason := set.String("reason", "", "why a list with its numbers, or everything, goes out")
	rest, err := p.parse(set, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 && (rest[0] == "list" || rest[0] == "everything") {
		return p.takeOut(ctx, rest, outgoing{out: *out, numbers: *numbers, reason: *reason})
	}
	if len(rest) != 1 || *period == "" || *template == "" || *out == "" {
		return wrongUse("请写明报表、--period、--template 和 --out。")
	}
	raw, err := os.ReadFile(*template)
	if err != nil {
		return noFile.With("path", *template).Because(err)
	}
	if sameFile(*template, *out) {
		return wrongUse("--out 和 --template 是同一个文件，这样会盖掉空白表格，请换一个文件名。")
	}
	cfg, err := p.config()
	if err != nil {
		return err
	}
	// The file is begun first: what cannot be written is not frozen either.
	target, err := begin(*out)
	if err != nil {
		return noFile.With("path", *out).Because(err)
	}
	defer target.giveUp()
	return p.withHouse(ctx, cfg, func(ctx context.Context, house *backend.House) error {
		known, err := house.Filing.AddTemplate(ctx, filepath.Base(*template), raw)
		if err != nil {
			return err
		}
		done, err := house.Filing.Fill(ctx, rest[0], *period, known.ID)
		if err != nil {
			return err
		}
		if err := target.finish(done.Bytes); err != nil {
			return noFile.With("path", *out).Because(err)
		}
		return p.exported(done, *out)
	})
}

type exportedJSON struct {
	File    string            `json:"file"`
	ID      string            `json:"id"`
	SHA256  string            `json:"sha256"`
	Written int               `json:"written"`
	Added   int               `json:"added"`
	Empty   []string          `json:"empty"`
	Hollow  []string          `json:"hollow"`
	Kept    []keptJSON        `json:"kept"`
	Gaps    []finding.Finding `json:"gaps"`
}

type keptJSON struct {
	Cell    string  `json:"cell"`
	Formula string  `json:"formula"`
	Day     day.Day `json:"day"`
	Count   int     `json:"count"`
}

// exported tells what was written; what is missing goes to the error output,
// one line each.
func (p *program) exported(done filing.Done, out string) error {
	if p.flags.json {
		answer := exportedJSON{File: out, ID: done.ID, SHA256: done.SHA256, Written: done.Report.Written, Added: done.Report.Added,
			Empty: append([]string{}, done.Report.Empty...), Hollow: append([]string{}, done.Report.Hollow...), Kept: []keptJSON{}, Gaps: done.Draft.Gaps}
		for _, kept := range done.Report.Kept {
			answer.Kept = append(answer.Kept, keptJSON(kept))
		}
		return p.print(answer, "")
	}
	_, _ = fmt.Fprintf(p.out, "已写入 %s：填了 %d 格，缺 %d 项，保留公式 %d 处。\n", out, done.Report.Written, len(done.Draft.Gaps), len(done.Report.Kept))
	for _, kept := range done.Report.Kept {
		_, _ = fmt.Fprintf(p.err, "  %s 起 %d 格的公式按 %s 计算，没有改动：%s\n", kept.Cell, kept.Count, kept.Day, kept.Formula)
	}
	for _, cell := range done.Report.Hollow {
		_, _ = fmt.Fprintf(p.err, "  %s 是表里自带的合计，下面没有登记，显示的 0 不是登记的数\n", cell)
	}
	for _, gap := range done.Draft.Gaps {
		_, _ = fmt.Fprintln(p.err, "  缺："+gapLine(gap))
	}
	return nil
}

// gapLine says what is missing in one line: who, and what.
func gapLine(gap finding.Finding) string {
	words := map[string]string{"filing.attendance_unkept": "出勤没有记全的日子：{days}", "filing.no_classes": "还没有班级", "filing.sex_missing": "{name} 性别",
		"filing.no_staff": "在岗人员 {label}", "filing.child_missing": "{name} {label}"}
	line, known := words[gap.Code]
	if !known {
		line = "{label}"
	}
	for key, value := range gap.Args {
		line = strings.ReplaceAll(line, "{"+key+"}", fmt.Sprint(value))
	}
	return line
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
