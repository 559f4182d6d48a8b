; Earmark's installer for Windows: for one user, without an administrator.
;   makensis -WX -DVERSION=0.1.0 -DDIST=folder -DOUT=earmark-setup.exe installer.nsi
; DIST is the frozen folder. It compiles on Linux, too (Debian's nsis).
; /S installs in silence; /D=C:\folder, as the last argument, tells where to.
Unicode true
Target amd64-unicode
!ifndef VERSION
  !error "say -DVERSION=x.y.z"
!endif
!ifndef DIST
  !error "say -DDIST=the frozen folder"
!endif
!ifndef OUT
  !define OUT "earmark-setup.exe"
!endif
!define APP "Earmark"
!define EXE "earmark.exe"
!define TRANSCRIPT "Earmark.Transcript"
!define RECORDING "Earmark.Recording"
!define CLASSES "Software\Classes"
!define CAPABILITIES "Software\Earmark\Capabilities"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Earmark"
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "x64.nsh"
!include "WinVer.nsh"

Name "${APP}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Earmark"
InstallDirRegKey HKCU "Software\Earmark" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS all
!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${APP}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${APP} installer"
VIAddVersionKey "LegalCopyright" "Earmark contributors"

!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "${APP} needs 64-bit Windows." /SD IDOK
    Abort
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "${APP} needs Windows 10 or newer." /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

; Offers Earmark under "Open with"; whatever opens these files now still does.
!macro Offer SUFFIX CLASS
  WriteRegNone HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${CLASS}"
  WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" "${SUFFIX}" "${CLASS}"
!macroend
!macro Withdraw SUFFIX CLASS
  DeleteRegValue HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${CLASS}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}"
!macroend
!macro ForEachSuffix DO
  !insertmacro ${DO} ".vtt" "${TRANSCRIPT}"
  !insertmacro ${DO} ".srt" "${TRANSCRIPT}"
  !insertmacro ${DO} ".ttml" "${TRANSCRIPT}"
  !insertmacro ${DO} ".ass" "${TRANSCRIPT}"
  !insertmacro ${DO} ".lrc" "${TRANSCRIPT}"
  !insertmacro ${DO} ".mp3" "${RECORDING}"
  !insertmacro ${DO} ".m4a" "${RECORDING}"
  !insertmacro ${DO} ".opus" "${RECORDING}"
  !insertmacro ${DO} ".ogg" "${RECORDING}"
  !insertmacro ${DO} ".flac" "${RECORDING}"
  !insertmacro ${DO} ".wav" "${RECORDING}"
!macroend
!macro Class NAME SAID
  WriteRegStr HKCU "${CLASSES}\${NAME}" "" "${SAID}"
  WriteRegStr HKCU "${CLASSES}\${NAME}\DefaultIcon" "" "$INSTDIR\${EXE},0"
  WriteRegStr HKCU "${CLASSES}\${NAME}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
!macroend
!define TellShell "System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'"

Section "install"
  ; An update must not leave modules of the version before behind.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${DIST}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "Software\Earmark" "InstallDir" "$INSTDIR"
  !insertmacro Class "${TRANSCRIPT}" "Transcript"
  !insertmacro Class "${RECORDING}" "Recording"
  WriteRegStr HKCU "${CLASSES}\Applications\${EXE}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationName" "${APP}"
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationDescription" "Listen and read at once"
  WriteRegStr HKCU "${CAPABILITIES}\URLAssociations" "earmark" "Earmark.Link"
  WriteRegStr HKCU "Software\RegisteredApplications" "${APP}" "${CAPABILITIES}"
  !insertmacro Class "Earmark.Link" "Place in an episode"
  WriteRegStr HKCU "${CLASSES}\earmark" "" "URL:Earmark"
  WriteRegStr HKCU "${CLASSES}\earmark" "URL Protocol" ""
  WriteRegStr HKCU "${CLASSES}\earmark\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
  !insertmacro ForEachSuffix Offer
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${EXE},0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Earmark contributors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  ${TellShell}
SectionEnd

Section "un.install"
  ; Only what was installed: the folder may be one that holds other files as well.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${APP}.lnk"
  !insertmacro ForEachSuffix Withdraw
  DeleteRegKey HKCU "${CLASSES}\${TRANSCRIPT}"
  DeleteRegKey HKCU "${CLASSES}\${RECORDING}"
  DeleteRegKey HKCU "${CLASSES}\Earmark.Link"
  DeleteRegKey HKCU "${CLASSES}\earmark"
  DeleteRegKey HKCU "${CLASSES}\Applications\${EXE}"
  DeleteRegValue HKCU "Software\RegisteredApplications" "${APP}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Earmark"
  ${TellShell}
SectionEnd
