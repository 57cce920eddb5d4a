package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"yayuan/backend"
	"yayuan/backend/fault"
	"yayuan/backend/intake"
	"yayuan/backend/roster"
)

// importFile reads a roster of children. A dry run tells what the file holds
// and touches no data folder.
func importFile(ctx context.Context, p *program, args []string) error {
	set := p.flagSet("import")
	dry := set.Bool("dry-run", false, "show what the file holds, change nothing")
	rows := set.String("rows", roster.AllRows, "all, or good to leave out rows with errors")
	reason := set.String("reason", "", "why a list's rows are corrected")
	rest, err := p.parse(set, args)
	if err != nil {
		return err
	}
	if len(rest) == 3 && rest[0] == "list" {
		return p.bringIn(ctx, rest[1], rest[2], *reason, *dry)
	}
	if len(rest) != 2 || rest[0] != "children" {
		return wrongUse("请写明导入什么和文件：import children 名册.xlsx")
	}
	raw, err := os.ReadFile(rest[1])
	if err != nil {
		return noFile.With("path", rest[1]).Because(err)
	}
	name := filepath.Base(rest[1])
	if *dry {
		return p.dryRun(name, raw)
	}
	cfg, err := p.config()
	if err != nil {
		return err
	}
	return p.withHouse(ctx, cfg, func(ctx context.Context, house *backend.House) error {
		preview, err := house.Imports.Draft(ctx, name, raw)
		if err != nil {
			return err
		}
		done, err := house.Imports.Commit(ctx, preview.ID, *rows, nil)
		if err != nil {
			p.explain(preview.Plan)
			return err
		}
		return p.print(map[string]any{"id": done.ID, "created": done.Created, "unchanged": done.Unchanged, "updated": done.Updated,
			"skipped": done.Skipped},
			fmt.Sprintf("已导入 %s：新登记 %d 名，补全 %d 名，没有变化 %d 名，跳过 %d 行。", name, done.Created, done.Updated, done.Unchanged, done.Skipped))
	})
}

func (p *program) dryRun(name string, raw []byte) error {
	found, err := roster.RecogniseChildren(name, raw, nil)
	if err != nil {
		return err
	}
	run := found.DryRun()
	if p.flags.json {
		return p.print(run, "")
	}
	_, _ = fmt.Fprintf(p.out, "%s：认出 %d 名，%d 处要看一看。没有写入任何资料。\n", name, len(run.Records), len(run.Warnings))
	p.tell(p.out, found, false)
	return nil
}

// explain tells why rows of a plan cannot be imported.
func (p *program) explain(plan roster.ImportPlan) {
	if !p.flags.json {
		p.tell(p.err, plan.Recognised, true)
	}
}

// tell writes one line a problem: where it is and what to do.
func (p *program) tell(out io.Writer, found roster.Recognised, errorsOnly bool) {
	for _, problem := range found.Problems {
		if errorsOnly && problem.Severity != intake.Error {
			continue
		}
		sentence := fault.Sentence(&fault.Fault{Code: "intake." + string(problem.Code), Args: problem.Args}, language())
		_, _ = fmt.Fprintf(out, "  %s 第 %d 行 %s（%s）：%s\n", problem.Sheet, problem.Row, problem.Letter, found.Label(problem.Field), sentence)
	}
}
