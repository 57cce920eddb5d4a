package app

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/mac"
	"github.com/wailsapp/wails/v2/pkg/options/windows"
	wailsruntime "github.com/wailsapp/wails/v2/pkg/runtime"

	"yayuan/frontend"
)

const title = "芽园"

//go:embed icon.png
var icon []byte

// show opens the window and returns when it is closed. A display that is named
// but does not answer makes Wails panic: that is a sentence, not a crash.
func show(d *door, o flags) (err error) {
	defer func() {
		if p := recover(); p != nil {
			d.log.Error("panic", "panic", p, "stack", string(debug.Stack()))
			err = fmt.Errorf("the window could not be opened: %v", p)
		}
	}()
	assets := frontend.Assets()
	if _, err := fs.Stat(assets, "index.html"); err != nil {
		assets = nil
		if d.failure == nil {
			d.failure = failureOf(noInterface.Because(err), d.places)
		}
	}
	w := &window{door: d, state: readState(d.places.state)}
	return wails.Run(w.options(o, assets))
}

type window struct {
	door  *door
	state windowState
}

func (w *window) options(o flags, assets fs.FS) *options.App {
	app := &options.App{
		Title: title, Width: w.state.Width, Height: w.state.Height,
		MinWidth: minWidth, MinHeight: minHeight,
		BackgroundColour:         options.NewRGB(0xF7, 0xF4, 0xEE), // the page's own ground: no flash of white
		EnableDefaultContextMenu: true,
		AssetServer:              &assetserver.Options{Assets: assets, Middleware: w.door.middleware},
		Menu:                     appMenu(w.door),
		OnStartup:                w.started,
		OnDomReady:               w.painted,
		OnBeforeClose:            w.closing,
		Linux: &linux.Options{
			Icon: icon, ProgramName: "yayuan-desktop", WebviewGpuPolicy: linux.WebviewGpuPolicyNever,
		},
		Windows: &windows.Options{WebviewUserDataPath: webviewDir(), Messages: windowsMessages()},
		Mac:     &mac.Options{About: &mac.AboutInfo{Title: title, Message: aboutText(w.door), Icon: icon}},
	}
	if !o.smoke {
		app.SingleInstanceLock = &options.SingleInstanceLock{
			UniqueId: instanceID(w.door.places.data), OnSecondInstanceLaunch: w.again,
		}
	}
	return app
}

// instanceID differs by folder: two nurseries may be open side by side.
func instanceID(dir string) string {
	sum := sha256.Sum256([]byte(dir))
	return "yayuan-" + hex.EncodeToString(sum[:8])
}

func (w *window) started(ctx context.Context) {
	w.place(ctx)
	w.door.attach(desktop{ctx})
}

// place puts the window where it was, if a person can still reach it there.
func (w *window) place(ctx context.Context) {
	screens, err := wailsruntime.ScreenGetAll(ctx)
	if err != nil {
		w.door.log.Warn("screens", "err", err)
		return
	}
	for _, s := range screens {
		if !s.IsCurrent {
			continue
		}
		width, height := s.Size.Width, s.Size.Height
		if w.state.onScreen(width, height) {
			wailsruntime.WindowSetPosition(ctx, w.state.X, w.state.Y)
		}
		if w.state.Width > width || w.state.Height > height-taskbar {
			wide, high := min(w.state.Width, width), min(w.state.Height, height-taskbar)
			wailsruntime.WindowSetSize(ctx, wide, high)
			wailsruntime.WindowSetPosition(ctx, (width-wide)/2, 0)
			wailsruntime.WindowMaximise(ctx)
		} else if w.state.Maximised {
			wailsruntime.WindowMaximise(ctx)
		}
	}
}

func (w *window) painted(context.Context) {
	if w.door.probe != nil {
		w.door.probe.start(w.door)
	}
}

// again brings the window forward when the program is started a second time.
func (w *window) again(options.SecondInstanceData) {
	desk, err := w.door.desk()
	real, ok := desk.(desktop)
	if err != nil || !ok {
		return
	}
	wailsruntime.WindowShow(real.ctx)
	// GTK presents a window by "restoring" it; elsewhere that would undo its maximising.
	if runtime.GOOS == "linux" || wailsruntime.WindowIsMinimised(real.ctx) {
		wailsruntime.WindowUnminimise(real.ctx)
	}
}

// closing keeps the window's place; it never holds the window open.
func (w *window) closing(ctx context.Context) bool {
	s := w.state
	s.Maximised = wailsruntime.WindowIsMaximised(ctx)
	if wailsruntime.WindowIsNormal(ctx) {
		s.Width, s.Height = wailsruntime.WindowGetSize(ctx)
		s.X, s.Y = wailsruntime.WindowGetPosition(ctx)
		s.Placed = true
	}
	if err := writeState(w.door.places.state, s); err != nil {
		w.door.log.Warn("window state", "err", withoutPaths(err))
	}
	return false
}

// webviewDir keeps WebView2's own files out of the data folder and its backups.
func webviewDir() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(cache, "YayuanWebView")
}

func windowsMessages() *windows.Messages {
	m := windows.DefaultMessages()
	m.InstallationRequired = "芽园需要 Microsoft Edge WebView2。按“确定”下载并安装（需要联网）。"
	m.UpdateRequired = "Microsoft Edge WebView2 需要更新。按“确定”下载并安装（需要联网）。"
	m.MissingRequirements = "缺少 WebView2"
	m.Webview2NotInstalled = "没有找到 WebView2。不能联网的电脑，请先用独立安装包安装 WebView2。"
	m.Error = "出错了"
	m.FailedToInstall = "WebView2 没有安装成功，请稍后再试。"
	m.DownloadPage = "芽园需要 WebView2。按“确定”打开下载页面。"
	m.PressOKToInstall = "按“确定”安装。"
	m.ContactAdmin = "请联系管理这台电脑的人安装 WebView2。"
	m.InvalidFixedWebview2 = "随程序带来的 WebView2 无法使用。"
	return m
}
