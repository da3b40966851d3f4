import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Place } from './data-folder.ts'

/** Nothing listens there: every attempt of the browser to reach the outside ends at this address. */
const NOWHERE = 'http://127.0.0.1:9'

/**
 * Keeps a browser that is not ours quiet. Measured from its network log on a connected machine: with these nothing is
 * sent and no name is looked up. Switches that raise a warning bar (--host-resolver-rules …) are left out.
 */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-background-mode',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-default-apps',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--disable-quic',
  '--disable-features=Translate,AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,DialMediaRouteProvider',
  `--component-updater=url-source=${NOWHERE}/`,
  `--proxy-server=${NOWHERE}`,
  '--proxy-bypass-list=127.0.0.1',
]

export interface AppWindow {
  /** Executable of the browser. */
  browser: string
  address: string
  /** The browser's own folder for us, apart from the one the user browses with. */
  profile: string
}

/** @param remembered the browser knows where and how large the window was; else it gets a size from us */
export function browserArguments({ address, profile }: AppWindow, asRoot: boolean, remembered: boolean): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--lang=zh-CN',
    '--class=huibei',
    ...(remembered ? [] : ['--window-size=1280,800']),
    ...QUIET,
    // Chromium refuses to run as root with its sandbox; nobody else goes without.
    ...(asRoot ? ['--no-sandbox'] : []),
  ]
}

/**
 * Where the browser may keep its profile: a snap sees no hidden folders of the home directory, only its own.
 * @param wished inside the data folder
 */
export function profileFolder(browser: string, wished: string, { home }: Pick<Place, 'home'>): string {
  const snap = /^\/snap\/bin\/([a-z-]+)$/.exec(browser)?.[1]
  return snap ? posix.join(home, 'snap', snap, 'common', 'huibei') : wished
}

function remembersWindow(profile: string): boolean {
  try {
    return readFileSync(join(profile, 'Default', 'Preferences'), 'utf8').includes('"app_window_placement"')
  } catch {
    return false
  }
}

/**
 * Opens the window.
 * @returns resolves when the browser's process ends: the last window of this profile was closed, or another process
 *   of the same profile took the window over, or it could not start (`failed` says why)
 */
export function openAppWindow(window: AppWindow): { ended: Promise<{ failed?: string }>; close(): void } {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const child = spawn(window.browser, browserArguments(window, asRoot, remembersWindow(window.profile)), {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Ctrl+C in the terminal is for us: the page still saves while the host ends in order.
    detached: process.platform !== 'win32',
  })
  let lastWords = ''
  child.stderr.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString('utf8')).slice(-2000)
  })
  const ended = new Promise<{ failed?: string }>((resolve) => {
    child.on('error', (error) => resolve({ failed: error.message }))
    child.on('exit', (code, signal) => {
      const failed = code === 0 || signal === 'SIGTERM' ? undefined : lastWords.trim() || `exit ${code ?? signal}`
      resolve(failed === undefined ? {} : { failed })
    })
  })
  return { ended, close: () => void child.kill('SIGTERM') }
}
