// Command yayuan-desktop is the nursery's window; the program without one is
// backend/cmd/yayuan.
package main

import (
	"os"

	"yayuan/app"
	"yayuan/backend/version"
)

func main() { os.Exit(app.Run(os.Args[1:], version.Text)) }
