package app

import (
	"fmt"
	"runtime"

	"github.com/wailsapp/wails/v2/pkg/menu"
	"github.com/wailsapp/wails/v2/pkg/menu/keys"
	wailsruntime "github.com/wailsapp/wails/v2/pkg/runtime"
)

// appMenu is short: everything a nursery does is in the page. macOS needs its
// own first menu, and copy and paste work there only through an edit menu.
func appMenu(d *door) *menu.Menu {
	bar := menu.NewMenu()
	if runtime.GOOS == "darwin" {
		bar.Append(menu.AppMenu())
		bar.Append(menu.EditMenu())
	}
	file := bar.AddSubmenu("文件")
	file.AddText("打开数据文件夹", nil, func(*menu.CallbackData) { d.show(d.home()) })
	file.AddText("打开备份文件夹", nil, func(*menu.CallbackData) { d.show(d.backups()) })
	file.AddSeparator()
	file.AddText("打印…", keys.CmdOrCtrl("p"), func(*menu.CallbackData) { d.withDesk(native.print) })
	if runtime.GOOS != "darwin" {
		file.AddSeparator()
		file.AddText("退出", keys.CmdOrCtrl("q"), func(*menu.CallbackData) { d.withDesk(native.quit) })
	}
	if runtime.GOOS == "darwin" {
		bar.Append(menu.WindowMenu())
	}
	help := bar.AddSubmenu("帮助")
	help.AddText("打开日志文件夹", nil, func(*menu.CallbackData) { d.show(d.places.logs) })
	help.AddText("关于芽园", nil, func(*menu.CallbackData) { d.about() })
	return bar
}

func (d *door) withDesk(act func(native)) {
	if desk, err := d.desk(); err == nil {
		act(desk)
	}
}

// show opens one of the program's own folders.
func (d *door) show(dir string) {
	d.withDesk(func(desk native) {
		if err := desk.reveal(dir, false); err != nil {
			d.log.Warn("folder not shown", "err", withoutPaths(err))
		}
	})
}

func (d *door) about() {
	desk, err := d.desk()
	real, ok := desk.(desktop)
	if err != nil || !ok {
		return
	}
	_, err = wailsruntime.MessageDialog(real.ctx, wailsruntime.MessageDialogOptions{
		Type: wailsruntime.InfoDialog, Title: "关于芽园", Message: aboutText(d), Icon: icon,
	})
	if err != nil {
		d.log.Warn("about", "err", err)
	}
}

func aboutText(d *door) string {
	return fmt.Sprintf("芽园 %s\n托育机构的日常记录与报送。\n\n数据文件夹：%s\n数据加密保存在这台电脑上，不需要联网。", d.version, d.home())
}
