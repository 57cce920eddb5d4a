package storage_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"testing"

	"yayuan/backend/fault"
	"yayuan/backend/storage"
)

// holdFolder is the other process: it takes the folder and keeps it until its
// input ends.
func holdFolder() {
	lock, err := storage.Lock(os.Getenv("YAYUAN_TEST_DIR"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("held")
	_, _ = io.Copy(io.Discard, os.Stdin)
	runtime.KeepAlive(lock)
}

func TestASecondProcessIsToldThatTheFolderIsOpen(t *testing.T) {
	dir := t.TempDir()
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), "YAYUAN_TEST_ROLE=holder", "YAYUAN_TEST_DIR="+dir)
	in, err := other.StdinPipe()
	must(t, err)
	out, err := other.StdoutPipe()
	must(t, err)
	must(t, other.Start())
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "held\n" {
		t.Fatalf("the other process said %q: %v", line, err)
	}
	_, err = storage.Lock(dir)
	refused(t, err, "storage.in_use")
	if said := fault.Sentence(err, "zh"); said != "芽园已经在另一个窗口或程序里打开了这份数据，请先关掉它。" {
		t.Errorf("it says %s", said)
	}
	must(t, in.Close())
	must(t, other.Wait())
	lock, err := storage.Lock(dir)
	must(t, err)
	must(t, lock.Release())
	again, err := storage.Lock(dir)
	must(t, err)
	must(t, again.Release())
}
