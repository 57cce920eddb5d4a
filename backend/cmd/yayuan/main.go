// Command yayuan is 芽园 without a window: it serves the interface on
// loopback, writes demo nurseries, and imports, exports, backs up, verifies
// and restores from scripts. It acts as the named actor 'operator', audited.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"yayuan/backend/fault"
)

// command is one verb of the program.
type command struct {
	usage string
	run   func(ctx context.Context, p *program, args []string) error
}

var commands = map[string]command{
	"serve":   {"serve --data DIR [--listen 127.0.0.1:8420]", serve},
	"demo":    {"demo --data DIR --children 60 --days 40 --seed 7 --until 2026-11-23", writeDemo},
	"import":  {"import children FILE --data DIR [--dry-run] [--rows all|good] | import list KEY FILE --data DIR [--dry-run] [--reason TEXT]", importFile},
	"export":  {"export REG-CHILD|MON-1 --data DIR --period 2026-10 --template FILE --out FILE | export list KEY --data DIR --out FILE [--numbers --reason TEXT] | export everything --data DIR --out FILE --reason TEXT", export},
	"backup":  {"backup --data DIR [--out FILE]", makeBackup},
	"verify":  {"verify FILE --data DIR | --recovery-code-file FILE", verify},
	"restore": {"restore FILE --data EMPTYDIR [--recovery-code-file FILE]", restore},
	"openapi": {"openapi", printDocument},
	"version": {"version", printVersion},
}

// program is where input comes from, where output goes and how faults are worded.
type program struct {
	in       io.Reader
	out, err io.Writer
	flags    globals
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

func run(ctx context.Context, args []string, out, errOut io.Writer) int {
	p := &program{in: os.Stdin, out: out, err: errOut}
	if len(args) == 0 {
		p.usage()
		return 2
	}
	cmd, ok := commands[args[0]]
	if !ok {
		p.usage()
		return 2
	}
	err := cmd.run(ctx, p, args[1:])
	var wrong usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &wrong):
		_, _ = fmt.Fprintln(errOut, wrong.Error())
		_, _ = fmt.Fprintln(errOut, "用法：yayuan "+cmd.usage)
		return 2
	}
	p.complain(err)
	return 1
}

// complain prints one sentence; what is not a fault shows its cause too, for
// whoever runs scripts is not a user of the interface.
func (p *program) complain(err error) {
	sentence := fault.Sentence(err, language())
	f, known := fault.As(err)
	if p.flags.json {
		code, field := "fault.internal", ""
		if known {
			code, field = f.Code, f.Field
		}
		_ = json.NewEncoder(p.err).Encode(map[string]string{"code": code, "field": field, "message": sentence})
		return
	}
	_, _ = fmt.Fprintln(p.err, sentence)
	if !known {
		_, _ = fmt.Fprintln(p.err, "  ", err)
	}
}

func (p *program) usage() {
	_, _ = fmt.Fprintln(p.err, "用法：yayuan 命令 [选项]")
	for _, name := range []string{"serve", "demo", "import", "export", "backup", "verify", "restore", "openapi", "version"} {
		if cmd, ok := commands[name]; ok {
			_, _ = fmt.Fprintln(p.err, "  yayuan "+cmd.usage)
		}
	}
}

// language of the sentences: Chinese unless the environment asks for English.
func language() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if strings.HasPrefix(value, "en") {
				return "en"
			}
			return "zh"
		}
	}
	return "zh"
}

// print writes an answer: as JSON for scripts, else as the line given.
func (p *program) print(value any, line string) error {
	if !p.flags.json {
		_, err := fmt.Fprintln(p.out, line)
		return err
	}
	encoder := json.NewEncoder(p.out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(value)
}
