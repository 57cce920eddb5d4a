package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"time"

	"yayuan/backend"
	"yayuan/backend/day"
	"yayuan/backend/version"
)

// globals are the options that every command understands.
type globals struct {
	data    string
	keyFile string
	clock   string
	json    bool
}

// usageError is a wrong call of the program.
type usageError struct{ error }

func wrongUse(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// flagSet makes a flag set with the options that every command has.
func (p *program) flagSet(name string) *flag.FlagSet {
	set := flag.NewFlagSet(name, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.StringVar(&p.flags.data, "data", "", "the data folder")
	set.StringVar(&p.flags.keyFile, "key-file", "", "file with the data key; made when a nursery is made")
	set.StringVar(&p.flags.clock, "clock", "", "fixed start of the clock, RFC 3339 (tests)")
	set.BoolVar(&p.flags.json, "json", false, "answer in JSON")
	return set
}

// parse reads options that may stand before and after the arguments.
func (p *program) parse(set *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for {
		if err := set.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, wrongUse("选项：--data DIR --key-file FILE --clock TIME --json")
			}
			return nil, wrongUse("选项有误：%v", err)
		}
		if set.NArg() == 0 {
			return rest, nil
		}
		rest = append(rest, set.Arg(0))
		args = set.Args()[1:]
	}
}

// needData refuses a command without a data folder.
func (p *program) needData() error {
	if p.flags.data == "" {
		return wrongUse("请用 --data 指定数据文件夹。")
	}
	return nil
}

// clockFunc is the program's clock: the real one, or one that starts at a
// given instant and runs on.
func (p *program) clockFunc() (func() time.Time, error) {
	if p.flags.clock == "" {
		return time.Now, nil
	}
	start, err := time.Parse(time.RFC3339, p.flags.clock)
	if err != nil {
		return nil, wrongUse("--clock 请写成 2026-11-24T08:00:00+08:00 这样的形式。")
	}
	began := time.Now()
	return func() time.Time { return start.Add(time.Since(began)) }, nil
}

func (p *program) config() (backend.Config, error) {
	if err := p.needData(); err != nil {
		return backend.Config{}, err
	}
	clock, err := p.clockFunc()
	if err != nil {
		return backend.Config{}, err
	}
	log := slog.New(slog.NewTextHandler(p.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
	return backend.Config{Dir: p.flags.data, KeyFile: p.flags.keyFile, Clock: clock, Log: log, Version: version.Text}, nil
}

func parseDay(name, text string) (day.Day, error) {
	d, err := day.Parse(text)
	if err != nil {
		return "", wrongUse("--%s 请写成 2026-11-23 这样的日期。", name)
	}
	return d, nil
}
