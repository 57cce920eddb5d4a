package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"yayuan/backend"
	"yayuan/backend/day"
	"yayuan/backend/demo"
	"yayuan/backend/version"
)

// writeDemo makes a believable nursery in an empty folder.
func writeDemo(ctx context.Context, p *program, args []string) error {
	set := p.flagSet("demo")
	children := set.Int("children", 60, "number of children")
	days := set.Int("days", 40, "working days of log")
	seed := set.Uint64("seed", 7, "the same seed gives the same nursery")
	until := set.String("until", string(day.Of(time.Now())), "last day of log")
	if _, err := p.parse(set, args); err != nil {
		return err
	}
	last, err := parseDay("until", *until)
	if err != nil {
		return err
	}
	if *children < 1 || *children > 150 || *days < 1 || *days > 400 {
		return wrongUse("--children 请填 1 至 150，--days 请填 1 至 400。")
	}
	cfg, err := p.config()
	if err != nil {
		return err
	}
	made, err := backend.WriteDemo(ctx, cfg, demo.Options{Children: *children, Days: *days, Seed: *seed, Until: last})
	if err != nil {
		return err
	}
	answer := map[string]any{"data": cfg.Dir, "userName": demo.UserName, "password": demo.Password,
		"recoveryCode": made.RecoveryCode, "keyStore": made.Holder, "keyFile": made.Path}
	return p.print(answer, fmt.Sprintf("演示机构已写入 %s：%d 名婴幼儿，%d 个工作日。\n用户名 %s，密码 %s。恢复码 %s",
		cfg.Dir, *children, *days, demo.UserName, demo.Password, made.RecoveryCode))
}

func printVersion(_ context.Context, p *program, args []string) error {
	if _, err := p.parse(p.flagSet("version"), args); err != nil {
		return err
	}
	return p.print(map[string]string{"version": version.Text}, "芽园 "+version.Text)
}

func printDocument(_ context.Context, p *program, args []string) error {
	if _, err := p.parse(p.flagSet("openapi"), args); err != nil {
		return err
	}
	document, err := backend.Document()
	if err != nil {
		return err
	}
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, document, "", "  "); err != nil {
		return err
	}
	pretty.WriteByte('\n')
	_, err = pretty.WriteTo(p.out)
	return err
}
