// Package app is the desktop shell: the window, its menus and dialogs, and the
// one door through which the page in the window reaches the backend. It is the
// only code that knows Wails.
package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"yayuan/backend"
)

// closeLimit bounds the backup that is written at close.
const closeLimit = 2 * time.Minute

// Run opens the window and stays until it is closed; the result is the exit
// code of the program: 0 fine, 1 a failure, 2 wrong arguments.
func Run(args []string, version string) int {
	o, err := parse(args)
	if err != nil {
		return 2
	}
	if o.version {
		fmt.Println(version)
		return 0
	}
	if !hasDisplay(os.Getenv) {
		fmt.Fprintln(os.Stderr, "芽园需要图形界面；没有显示器的机器请用 yayuan serve。")
		return 1
	}
	if o.smoke {
		return runSmoke(o, version)
	}
	return open(o, version, nil)
}

// open runs one window on one data folder; probe is nil but for the smoke test.
func open(o flags, version string, probe *probe) int {
	places, err := placesFor(o)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	logs, err := openLogs(places.logs)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer logs.Close()
	log := logs.logger()
	log.Info("start", "version", version)

	door := newDoor(places, version, log, probe)
	data, err := backend.Open(context.Background(), backend.Config{
		Dir: places.data, KeyFile: o.keyFile, Clock: time.Now, Log: log, Version: version, Shelf: places.shelf,
	})
	if err != nil {
		// The window opens all the same: it says why, or, when another window
		// has the data open, it only brings that one forward.
		log.Error("data not opened", "err", err)
		door.failure = failureOf(err, places)
	} else {
		door.api, door.folder, door.adopt = data.Handler, data.Folder, data.Adopt
	}
	err = show(door, o)
	if data != nil {
		err = errors.Join(err, closeData(data))
	}
	if err != nil {
		log.Error("stop", "err", err)
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	log.Info("stop")
	return 0
}

// closeData writes the backup of the day and lets the folder go.
func closeData(data *backend.Backend) error {
	ctx, cancel := context.WithTimeout(context.Background(), closeLimit)
	defer cancel()
	return data.Close(ctx)
}
