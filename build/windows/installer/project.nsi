Unicode true

# The installer of 芽园, in Chinese, for the signed-in person alone: a nursery's
# computer seldom has an administrator at hand. wails_tools.nsh is written by
# `wails build -nsis` and fills in names and versions from wails.json.
!ifndef REQUEST_EXECUTION_LEVEL
  !define REQUEST_EXECUTION_LEVEL "user"
!endif
!ifndef WAILS_INSTALL_SCOPE
  !define WAILS_INSTALL_SCOPE "user"
!endif
!define UNINST_KEY_NAME "Yayuan"
!define WAILS_WIN10_REQUIRED "芽园需要 Windows 10 或更新的系统。"
!define WAILS_ARCHITECTURE_NOT_SUPPORTED "这个安装包不适用于这台电脑的处理器。"
!define WAILS_INSTALL_WEBVIEW_DETAILPRINT "正在安装 WebView2（需要联网）"

!include "wails_tools.nsh"

VIProductVersion "${INFO_PRODUCTVERSION}.0"
VIFileVersion    "${INFO_PRODUCTVERSION}.0"
VIAddVersionKey /LANG=2052 "CompanyName"     "${INFO_COMPANYNAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${INFO_PRODUCTNAME}安装程序"
VIAddVersionKey /LANG=2052 "ProductVersion"  "${INFO_PRODUCTVERSION}"
VIAddVersionKey /LANG=2052 "FileVersion"     "${INFO_PRODUCTVERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright"  "${INFO_COPYRIGHT}"
VIAddVersionKey /LANG=2052 "ProductName"     "${INFO_PRODUCTNAME}"

ManifestDPIAware true

!include "MUI2.nsh"

!define MUI_ICON "..\icon.ico"
!define MUI_UNICON "..\icon.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PRODUCT_EXECUTABLE}"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

Name "${INFO_PRODUCTNAME}"
OutFile "..\..\bin\${INFO_PROJECTNAME}-${ARCH}-installer.exe"
InstallDir "$LOCALAPPDATA\Programs\Yayuan"
ShowInstDetails show

Function .onInit
  !insertmacro wails.checkArchitecture
FunctionEnd

Section
  !insertmacro wails.setShellContext
  !insertmacro wails.webview2runtime

  SetOutPath $INSTDIR
  !insertmacro wails.files
  # The window's program has no console: scripts and scheduled backups use this one.
  File "/oname=yayuan.exe" "..\..\bin\yayuan-windows-amd64.exe"

  CreateShortcut "$SMPROGRAMS\${INFO_PRODUCTNAME}.lnk" "$INSTDIR\${PRODUCT_EXECUTABLE}"
  CreateShortcut "$DESKTOP\${INFO_PRODUCTNAME}.lnk" "$INSTDIR\${PRODUCT_EXECUTABLE}"
  !insertmacro wails.writeUninstaller
SectionEnd

# Removing the program never touches the nursery's records in
# %LOCALAPPDATA%\Yayuan; only the web view's own cache goes.
Section "uninstall"
  !insertmacro wails.setShellContext

  RMDir /r "$LOCALAPPDATA\YayuanWebView"
  Delete "$INSTDIR\${PRODUCT_EXECUTABLE}"
  Delete "$INSTDIR\yayuan.exe"
  Delete "$SMPROGRAMS\${INFO_PRODUCTNAME}.lnk"
  Delete "$DESKTOP\${INFO_PRODUCTNAME}.lnk"
  !insertmacro wails.deleteUninstaller
  RMDir "$INSTDIR"
SectionEnd
