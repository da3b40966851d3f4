import { BrowserWindow, dialog, screen } from 'electron'
import { START_PAGE } from './address.ts'
import { readWindowState, writeWindowState } from './window-state.ts'

export interface WindowOptions {
  preload: string
  stateFile: string
  log(line: string): void
}

/** Opens the one window of the program. */
export function openWindow({ preload, stateFile, log }: WindowOptions): BrowserWindow {
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  )
  const { maximized, ...bounds } = state
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 900,
    minHeight: 600,
    title: '会备',
    show: false,
    backgroundColor: '#f4f2ee',
    webPreferences: {
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
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    writeWindowState(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  )
  window.webContents.on('render-process-gone', (_event, details) => {
    log(`renderer gone: ${details.reason}`)
    if (details.reason === 'clean-exit') return
    void askToReload(window, '窗口出错，已经停下来。', '文稿在停下之前都已自动保存，最多缺最后一秒输入的字。')
  })
  window.on('unresponsive', () => {
    log('renderer unresponsive')
    void askToReload(window, '窗口一时没有反应。', '可以再等一等。重新打开窗口时，已保存的内容都在。')
  })
  void window.loadURL(START_PAGE)
  return window
}

async function askToReload(window: BrowserWindow, message: string, detail: string): Promise<void> {
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
  if (response === 0 && !window.isDestroyed()) window.webContents.reload()
}
