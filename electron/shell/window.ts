import { app, BrowserWindow, dialog, screen, type WebPreferences } from 'electron'
import { START_PAGE } from './address.ts'
import { readWindowState, SMALLEST, writeWindowState } from './window-state.ts'

export interface WindowOptions {
  /** Path of the compiled preload. */
  preload: string
  stateFile: string
  /** Colour before the page has painted. */
  dark: boolean
  log(line: string): void
}

/** What a page is given: nothing but the preload's two functions (Electron's security list, items 2–4, 6, 8–11). */
export const webPreferences = (preload: string, developing: boolean): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Chromium's spelling checker downloads dictionaries.
  spellcheck: false,
  devTools: developing,
})

/** Opens the one window of the program. */
export function openWindow({ preload, stateFile, dark, log }: WindowOptions): BrowserWindow {
  const { maximized, ...bounds } = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  )
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: '会备',
    show: false,
    // The page carries its own commands; the menu is one Alt away.
    autoHideMenuBar: true,
    backgroundColor: dark ? '#1f1e1c' : '#f4f2ee',
    webPreferences: webPreferences(preload, !app.isPackaged),
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    writeWindowState(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  )
  offerToReload(window, log)
  void window.loadURL(START_PAGE)
  return window
}

/** A page that crashed or hangs takes nothing along: what it had saved is in the library. */
function offerToReload(window: BrowserWindow, log: (line: string) => void): void {
  let busy = false
  const ask = async (message: string, detail: string, hangs: boolean) => {
    if (busy || window.isDestroyed()) return
    busy = true
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: '会备',
      message,
      detail,
      buttons: ['重新打开窗口', '等一等'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    if (response === 0 && !window.isDestroyed()) {
      const { webContents } = window
      // A hanging page would hang its own unloading, too.
      if (hangs) webContents.forcefullyCrashRenderer()
      webContents.reload()
    }
    busy = false
  }
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`renderer gone: ${reason}`)
    if (reason !== 'clean-exit')
      void ask('窗口出错，已经停下来。', '文稿在停下之前都已自动保存，最多缺最后一秒输入的字。', false)
  })
  window.on('unresponsive', () => {
    log('renderer unresponsive')
    void ask('窗口一时没有反应。', '可以再等一等。重新打开窗口时，已保存的内容都在。', true)
  })
}
