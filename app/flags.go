package app

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// flags are what the desktop program may be told when it is started.
type flags struct {
	data    string // the data folder, "" for the system's own place
	keyFile string // a key file in place of the keychain, "" for none
	smoke   bool
	version bool
}

func parse(args []string) (flags, error) {
	var o flags
	set := flag.NewFlagSet("yayuan-desktop", flag.ContinueOnError)
	set.StringVar(&o.data, "data", "", "data `folder` (default: the system's place for application data)")
	set.StringVar(&o.keyFile, "key-file", "", "`file` that holds the data key, in place of the keychain")
	set.BoolVar(&o.smoke, "smoke", false, "open the window on an empty folder, write and read one record, exit 0 or 1")
	set.BoolVar(&o.version, "version", false, "print the version and exit")
	if err := set.Parse(args); err != nil {
		return o, err
	}
	if set.NArg() > 0 {
		set.Usage()
		return o, errors.New("unexpected argument " + set.Arg(0))
	}
	return o, nil
}

// places are the folders of one nursery.
type places struct {
	data    string // the encrypted store
	backups string
	logs    string
	state   string // file of the window's size and place, "" to keep none
	shelf   string // file that lists the nurseries of this computer, "" for one alone
}

func placesFor(o flags) (places, error) {
	dir := o.data
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return places{}, err
		}
		dir = dataDir(runtime.GOOS, os.Getenv, home)
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return places{}, err
	}
	p := places{data: dir, backups: filepath.Join(dir, "backups"), logs: filepath.Join(dir, "logs")}
	if config, err := os.UserConfigDir(); err == nil && !o.smoke {
		p.state = filepath.Join(config, appFolder(runtime.GOOS), "window.json")
		p.shelf = filepath.Join(config, appFolder(runtime.GOOS), shelfName(o.data, dir))
	}
	return p, os.MkdirAll(dir, 0o700)
}

// shelfName differs by data folder where one was named: its nurseries are not
// those of the system's own place.
func shelfName(named, dir string) string {
	if named == "" {
		return "nurseries.json"
	}
	return "nurseries-" + instanceID(dir) + ".json"
}

// dataDir is the system's place for data that stays on this machine: on
// Windows the local profile, because the store must never roam over a network.
func dataDir(system string, env func(string) string, home string) string {
	switch system {
	case "windows":
		if local := env("LOCALAPPDATA"); local != "" {
			return filepath.Join(local, appFolder(system))
		}
		return filepath.Join(home, "AppData", "Local", appFolder(system))
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", appFolder(system))
	}
	if xdg := env("XDG_DATA_HOME"); strings.HasPrefix(xdg, "/") {
		return filepath.Join(xdg, appFolder(system))
	}
	return filepath.Join(home, ".local", "share", appFolder(system))
}

// appFolder is Latin: Chinese paths trip other people's backup tools.
func appFolder(system string) string {
	if system == "windows" || system == "darwin" {
		return "Yayuan"
	}
	return "yayuan"
}

// hasDisplay says whether a window can be opened; only Linux runs without one.
func hasDisplay(env func(string) string) bool {
	return runtime.GOOS != "linux" || env("DISPLAY") != "" || env("WAYLAND_DISPLAY") != ""
}
