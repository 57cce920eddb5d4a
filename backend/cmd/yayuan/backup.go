package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yayuan/backend"
	"yayuan/backend/backup"
	"yayuan/backend/day"
	"yayuan/backend/storage/keys"
)

// makeBackup writes a checked backup into the data folder, or where --out says.
func makeBackup(ctx context.Context, p *program, args []string) error {
	set := p.flagSet("backup")
	out := set.String("out", "", "file to write instead of one in the data folder")
	rest, err := p.parse(set, args)
	if err != nil {
		return err
	}
	if len(rest) != 0 {
		return wrongUse("备份写到哪里请用 --out 指定。")
	}
	cfg, err := p.config()
	if err != nil {
		return err
	}
	return p.withHouse(ctx, cfg, func(ctx context.Context, house *backend.House) error {
		made, path := backup.Backup{}, *out
		if path == "" {
			made, err = house.Backups.Make(ctx)
			path = filepath.Join(house.Store.Dir(), "backups", made.Name)
		} else {
			made, err = house.Backups.MakeFile(ctx, path)
		}
		if err != nil {
			return err
		}
		answer := map[string]any{"file": path, "at": made.At.UTC(), "size": made.Size, "checked": made.Good()}
		return p.print(answer, fmt.Sprintf("已备份到 %s（%d KB），并已打开检查。", path, (made.Size+1023)/1024))
	})
}

// verify opens a whole backup with the data folder's key or the recovery code
// and changes nothing.
func verify(ctx context.Context, p *program, args []string) error {
	set := p.flagSet("verify")
	codeFile := set.String("recovery-code-file", "", "file with the recovery code")
	rest, err := p.parse(set, args)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		return wrongUse("请写明要检查的备份文件。")
	}
	var unlock backup.Unlock
	if p.flags.data != "" && *codeFile == "" {
		opened, err := keys.Open(p.flags.data, keys.Options{KeyFile: p.flags.keyFile})
		if err != nil {
			return err
		}
		unlock = backup.WithKey(opened.Key)
	} else {
		code, err := p.recoveryCode(*codeFile)
		if err != nil {
			return err
		}
		unlock = backup.WithCode(code)
	}
	content, err := backup.CheckFile(ctx, rest[0], unlock)
	if err != nil {
		return err
	}
	answer := map[string]any{"file": rest[0], "at": content.At.UTC(), "program": content.Program, "whole": true}
	return p.print(answer, fmt.Sprintf("%s 完好，是 %s 的备份。", rest[0], when(content.At)))
}

// restore brings a backup back into a folder without a nursery.
func restore(ctx context.Context, p *program, args []string) error {
	set := p.flagSet("restore")
	codeFile := set.String("recovery-code-file", "", "file with the recovery code")
	rest, err := p.parse(set, args)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		return wrongUse("请写明要恢复的备份文件。")
	}
	cfg, err := p.config()
	if err != nil {
		return err
	}
	// Asked before the folder is opened: what is there is not even touched.
	if err := backup.Vacant(cfg.Dir); err != nil {
		return err
	}
	file, err := os.Open(rest[0])
	if err != nil {
		return noFile.With("path", rest[0]).Because(err)
	}
	defer func() { _ = file.Close() }()
	code, err := p.recoveryCode(*codeFile)
	if err != nil {
		return err
	}
	b, err := backend.Open(ctx, cfg)
	if err != nil {
		return err
	}
	content, err := b.Restore(ctx, file, code, false)
	if err := errors.Join(err, b.Close(ctx)); err != nil {
		return err
	}
	answer := map[string]any{"data": cfg.Dir, "at": content.At.UTC()}
	return p.print(answer, fmt.Sprintf("已把 %s 的备份恢复到 %s，原来的恢复码和密码照旧可用。", when(content.At), cfg.Dir))
}

func when(at time.Time) string { return at.In(day.Zone).Format("2006-01-02 15:04") }

// recoveryCode reads the code from a file or, asking for it, from the standard
// input; never from the arguments, which other users of the computer can see.
func (p *program) recoveryCode(path string) (string, error) {
	if path != "" {
		raw, err := os.ReadFile(path)
		if err != nil {
			return "", noFile.With("path", path).Because(err)
		}
		return strings.TrimSpace(string(raw)), nil
	}
	_, _ = fmt.Fprint(p.err, "请输入恢复码：")
	line, err := bufio.NewReader(io.LimitReader(p.in, 1000)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return strings.TrimSpace(line), nil
}
