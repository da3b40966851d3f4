// Composition root of the desktop program without Electron's own process: finds something to show the program in, and
// is that program where it is a browser's window. Also what the runtime-free package starts.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from '../shared/contract/failures.ts'
import { type AppWindow, openAppWindow, profileFolder } from './launch/app-window.ts'
import { chooseHost, hasDisplay } from './launch/choose-host.ts'
import { dataFolder, logFolder, type Place, windowFolder } from './launch/data-folder.ts'
import { findBrowser } from './launch/find-browser.ts'
import { followWindow } from './launch/follow-window.ts'
import { lastPort, rememberPort } from './launch/last-port.ts'
import { createLogFile, type Log } from './launch/log-file.ts'
import { type OpenedFile, readOpenedFile } from './launch/opened-file.ts'
import { readOptions } from './launch/options.ts'
import {
  addressWithCode,
  announceHost,
  askForCode,
  findRunningHost,
  offerToRunning,
  withdrawHost,
} from './launch/running-host.ts'
import { startFailure } from './launch/start-failure.ts'
import { type LoopbackHost, startLoopbackHost } from './node-host.ts'

/** Seconds without any page after which the program ends: a page being loaded again is back long before. */
const UNUSED_SECONDS = 10
/** Attempts, and milliseconds between them, while another start or end of the program holds the library. */
const BUSY = { attempts: 8, pause: 400 }

export interface ProgramOptions {
  args: readonly string[]
  /** The Electron executable and the folder of the app to run in it, where there is one. */
  electron: { executable: string; app: string } | null
  programFolder: string
  print(line: string): void
}

/** What a start has decided before anything runs. */
interface Start {
  dataDir: string
  port: number
  /** To be opened in the window. */
  file: OpenedFile | null
  /** Null where there is no window to be had: the address is printed. */
  window: Omit<AppWindow, 'address'> | null
  print(line: string): void
  log: Log
}

/**
 * Runs until the window is closed, or until it is told to stop where there is none.
 * @returns the exit status: 0 fine, 1 the library or the window could not be opened, 2 not possible as asked
 */
export async function runProgram({ args, electron, programFolder, print }: ProgramOptions): Promise<number> {
  const options = readOptions(args, 'refuse')
  if (typeof options === 'string') return refuse(print, options)
  const { platform, env } = process
  const place: Place = { platform, env, home: homedir(), programFolder, exists: existsSync }
  const browser = findBrowser(place)
  const choice = chooseHost(options.host, {
    electron: electron?.executable ?? null,
    browser,
    display: hasDisplay(platform, env),
  })
  if (typeof choice === 'string') return refuse(print, choice)
  print(choice.line)
  const dataDir = dataFolder(options.dataDir, place)
  // Electron reads the file by itself.
  if (choice.kind === 'electron' && electron) return runElectron(electron, dataDir, options.file, print)
  const file = options.file === undefined ? null : readOpenedFile(options.file)
  if (typeof file === 'string') return refuse(print, file)
  return runHost({
    dataDir,
    port: options.port,
    file,
    window:
      choice.kind === 'browser' && browser
        ? { browser, profile: profileFolder(browser, windowFolder(dataDir, 'browser'), place) }
        : null,
    print,
    log: createLogFile(join(logFolder(dataDir), 'host.log'), () => new Date()),
  })
}

function refuse(print: (line: string) => void, why: string): number {
  print(why)
  return 2
}

function runElectron(
  { executable, app }: NonNullable<ProgramOptions['electron']>,
  dataDir: string,
  file: string | undefined,
  print: (line: string) => void,
): Promise<number> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const child = spawn(
    executable,
    [...(asRoot ? ['--no-sandbox'] : []), app, '--data-dir', dataDir, ...(file ? [file] : [])],
    {
      stdio: 'inherit',
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill('SIGTERM'))
  return new Promise((resolve) => {
    const fail = (what: string) => {
      print(`Electron 没有能够启动（${what}）。可以改用浏览器窗口：npm start -- --host browser`)
      resolve(1)
    }
    child.on('error', (error) => fail(error.message))
    child.on('exit', (code, signal) => (code === 127 ? fail('缺少系统库') : resolve(code ?? (signal ? 0 : 1))))
  })
}

async function runHost(start: Start): Promise<number> {
  const { dataDir, port, window, print, log } = start
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await serve(await startHost(start, false), start)
    } catch (error) {
      const busy = error instanceof Failure && error.code === 'busy'
      if (busy && (await showRunning(start))) return 0
      // Another start may be about to leave word of itself; an ending one still makes its backup.
      if (busy && attempt < BUSY.attempts) {
        await wait(BUSY.pause)
        continue
      }
      log('host not started', error)
      const { message, detail } = startFailure(error)
      print(taken(error, port) ?? `${message}${detail}\n数据文件夹：${dataDir}`)
      if (!(error instanceof Failure) || !window) return 1
      // Said in the window too: whoever started it by a double click sees no terminal.
      const profile = mkdtempSync(join(tmpdir(), 'huibei-window-'))
      try {
        return await serve(await startHost(start, true), { ...start, window: { ...window, profile } })
      } finally {
        rmSync(profile, { recursive: true, force: true })
      }
    }
  }
}

function startHost({ dataDir, port, window, log }: Start, showsEveryFailure: boolean): Promise<LoopbackHost> {
  return startLoopbackHost({
    dataDir,
    port,
    preferredPort: lastPort(dataDir),
    log,
    showsEveryFailure,
    ...(window ? { exitWhenUnused: { seconds: UNUSED_SECONDS } } : {}),
  })
}

const taken = (error: unknown, port: number): string | null =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? `端口 ${port} 已被别的程序占用。` : null

async function serve(host: LoopbackHost, { dataDir, file, window, print, log }: Start): Promise<number> {
  if (file) host.offerFile(file)
  let announced = false
  // Only whoever has the library may leave word in its folder.
  host.whenOpen(() => {
    announceHost(dataDir, { port: host.port, token: host.token })
    rememberPort(dataDir, host.port)
    announced = true
  })
  const shown = window && openAppWindow({ ...window, address: addressWithCode(host.port, host.issueCode()) })
  const stopped = new Promise<'stopped'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('stopped'))
  })
  try {
    if (shown) {
      const end = await Promise.race([followWindow(host, shown), stopped])
      if (end === 'stopped') {
        // The page saves as it goes, while the host still listens.
        shown.close()
        await Promise.race([shown.ended, wait(3000, undefined, { ref: false })])
      }
      if (typeof end === 'string') return 0
      log('no window', end.failed)
      print(`浏览器窗口没有打开（${end.failed.split('\n').at(-1)}）。`)
    }
    print(`请在这台机器的浏览器里打开（按 Ctrl+C 结束）：\n${host.address}`)
    await Promise.race([stopped, host.closed])
    return 0
  } finally {
    if (announced) withdrawHost(dataDir)
    await host.close()
  }
}

/** Started a second time: brings up the program that is running, if it answers. */
async function showRunning({ dataDir, file, window, print }: Start): Promise<boolean> {
  const running = findRunningHost(dataDir)
  const code = running && (await askForCode(running))
  if (!running || !code) return false
  if (file && !(await offerToRunning(running, file)))
    print(`“${file.fileName}”没有能够交给已经打开的会备，请在它的窗口里导入。`)
  if (window) {
    print('会备已经打开，另开了一个窗口。')
    await openAppWindow({ ...window, address: addressWithCode(running.port, code) }).ended
  } else {
    print(`会备已经打开，网址（一分钟内有效，只能用一次）：\n${addressWithCode(running.port, code)}`)
  }
  return true
}

if (import.meta.main) {
  process.exitCode = await runProgram({
    args: process.argv.slice(2),
    electron: null,
    // The packed folder's start script says where it lies.
    programFolder: process.env.HUIBEI_HOME ?? dirname(dirname(import.meta.dirname)),
    print: console.log,
  })
}
