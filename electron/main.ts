// Composition root of the desktop app: the services in this process, the renderer in a sandboxed window.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  session,
  shell,
} from 'electron'
import type { EventMessage } from '../shared/contract/events.ts'
import { dataFolder, logFolder, windowFolder } from './launch/data-folder.ts'
import { createLogFile } from './launch/log-file.ts'
import { readOptions } from './launch/options.ts'
import { createServices } from './services/create-services.ts'
import { programVersion } from './services/host.ts'
import type { HostPort } from './services/host-port.ts'
import { createChooseFolder } from './shell/choose-folder.ts'
import { closeWhenSaved, settledSoon } from './shell/closing.ts'
import { handleCrashes } from './shell/crash-report.ts'
import { guardContents, guardSession } from './shell/guard.ts'
import { bindIpc, sendEvent } from './shell/ipc.ts'
import { createMenus } from './shell/menus.ts'
import { createFileOpener, type FileOpener } from './shell/open-files.ts'
import { openServices } from './shell/open-services.ts'
import { createPrintToPdf } from './shell/print-to-pdf.ts'
import { appScheme, serveRenderer } from './shell/protocol.ts'
import { createSaveFile } from './shell/save-file.ts'
import { applySwitches } from './shell/switches.ts'
import { openWindow } from './shell/window.ts'

const out = dirname(import.meta.dirname)

function readPlaces() {
  const options = readOptions(process.argv.slice(app.isPackaged ? 1 : 2), 'skip')
  if (typeof options === 'string') {
    dialog.showErrorBox('会备没有打开', options)
    return null
  }
  const dataDir = dataFolder(options.dataDir, {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    programFolder: dirname(process.execPath),
    exists: existsSync,
  })
  const profile = windowFolder(dataDir, 'electron')
  return {
    dataDir,
    file: options.file,
    profile,
    windowState: join(profile, 'window.json'),
    saveFolder: join(profile, 'save-folder.json'),
    log: createLogFile(join(logFolder(dataDir), 'desktop.log'), () => new Date()),
  }
}
type Places = NonNullable<ReturnType<typeof readPlaces>>

async function showProgram({ dataDir, windowState, saveFolder, log }: Places, files: FileOpener): Promise<void> {
  await app.whenReady()
  guardSession(session.defaultSession)
  serveRenderer(protocol, join(out, 'renderer'))
  const tellPages = (message: EventMessage) => {
    for (const window of BrowserWindow.getAllWindows()) sendEvent(window.webContents, message)
  }
  const menus = createMenus({ menu: Menu, platform: process.platform, send: tellPages })
  app.setAboutPanelOptions({
    applicationName: '会备',
    applicationVersion: programVersion,
    copyright: '会议文稿的离线准备工具，按木兰宽松许可证第 2 版发布',
  })

  const mainWindow = () => BrowserWindow.getAllWindows()[0]
  const savePlaces = { dialog, window: mainWindow, folderFile: saveFolder, documents: app.getPath('documents') }
  const port: HostPort = {
    saveFile: createSaveFile(savePlaces),
    printToPdf: createPrintToPdf(mainWindow),
    chooseFolder: createChooseFolder(savePlaces),
    openFolder: shell.openPath,
    showMenu: menus.showMenu,
  }
  const services = await openServices(() => createServices({ dataDir, hostKind: 'electron', port, log }), {
    dialog,
    openFolder: shell.openPath,
    dataDir,
    log,
  })
  if (!services) {
    app.exit(1)
    return
  }

  const ipc = bindIpc(ipcMain, services.dispatch)
  services.events.listen(tellPages)
  void menus.followMeetings(services.dispatch, services.events.listen)

  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    // The page's last save may still be on its way.
    void settledSoon(ipc.settled)
      .then(() => services.close())
      .catch((error: unknown) => log('library not closed', error))
      .finally(() => app.quit())
  })
  app.on('window-all-closed', () => app.quit())
  files.to(services.offerFile)
  app.on('second-instance', (_event, args, folder) => {
    const window = mainWindow()
    if (window?.isMinimized()) window.restore()
    window?.show()
    window?.focus()
    const options = readOptions(args.slice(1), 'skip', folder)
    if (typeof options !== 'string' && options.file) files.open(options.file)
  })

  const window = openWindow({
    preload: join(out, 'electron', 'preload.cjs'),
    stateFile: windowState,
    dark: nativeTheme.shouldUseDarkColors,
    log,
  })
  closeWhenSaved(window, ipc.settled, dialog)
}

function start(places: Places): void {
  app.setName('会备')
  // One profile, and with it one running instance, for each library.
  app.setPath('userData', places.profile)
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  handleCrashes({ app, crashReporter, dialog, process, log: places.log })
  applySwitches(app.commandLine)
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([appScheme])
  guardContents(app)
  const files = createFileOpener(app, dialog)
  if (places.file) files.open(places.file)
  // A start that fails in an unforeseen way ends in the handler of unhandled rejections.
  void showProgram(places, files)
}

const places = readPlaces()
if (places) start(places)
else app.exit(2)
