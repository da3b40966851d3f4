import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { createEventLog } from './loopback/event-log.ts'
import { createPageCodes } from './loopback/page-codes.ts'
import { watchRunningRequests } from './loopback/running-requests.ts'
import { createLoopbackServer, LIMITS, type Limits } from './loopback/server.ts'
import { createToken } from './loopback/token.ts'
import { createUseWatch, type UseWatch } from './loopback/use-watch.ts'
import { listPageFiles } from './page/page-files.ts'
import { createServices, logToStderr, type Services } from './services/create-services.ts'

export interface LoopbackOptions {
  dataDir: string
  /** 0 takes any free one. */
  port?: number
  /** Taken when it is free and `port` names none: what a page keeps for itself belongs to its address, port included. */
  preferredPort?: number | undefined
  /** See createServices. */
  showsEveryFailure?: boolean
  /** The built renderer. */
  rendererDir?: string
  clock?: () => Date
  log?: (message: string, error?: unknown) => void
  /** Ends the host some seconds after its last page was closed, once one has been open. */
  exitWhenUnused?: { seconds: number }
  limits?: Partial<Limits>
}

export interface LoopbackHost {
  /** With the token in the fragment: for the one who opens the window, not for logs. */
  address: string
  token: string
  port: number
  /** Hands a file that the user opened with the program to the page. */
  offerFile: Services['offerFile']
  /** A code that opens one page within the minute, for an address that others may see: `#code=` in the fragment. */
  issueCode(): string
  pageState: UseWatch['state']
  whenOpen: Services['whenOpen']
  /** Resolves when the host has closed, by `close` or because it was no longer used. */
  closed: Promise<void>
  /** Lets running requests finish, makes the backup of the exit, frees the library. May be called twice. */
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const CODE_MILLISECONDS = 60_000
const EVENTS = { kept: 500, waitMilliseconds: 25_000 }
/** A page the browser has frozen in the background keeps its host this long. */
const SILENT_MILLISECONDS = 12 * 3_600_000
/** Milliseconds a running request gets when the host ends. */
const LONGEST_FAREWELL = 5000

// From the sources: out/renderer beside electron/; from the build: out/renderer beside out/electron.
const RENDERER = import.meta.url.endsWith('.ts')
  ? join(import.meta.dirname, '../out/renderer')
  : join(import.meta.dirname, '../renderer')

/**
 * Serves the program to a browser on this machine, over 127.0.0.1 only.
 * @throws Failure when the library cannot be opened and that is not shown in the page; a system error when the port is taken or the renderer is missing
 */
export async function startLoopbackHost(options: LoopbackOptions): Promise<LoopbackHost> {
  const {
    dataDir,
    port = 0,
    rendererDir = RENDERER,
    showsEveryFailure = false,
    clock,
    log = logToStderr,
    exitWhenUnused,
  } = options
  const files = listPageFiles(rendererDir)
  const services = await createServices({
    dataDir,
    hostKind: 'loopback',
    showsEveryFailure,
    log,
    ...(clock ? { clock } : {}),
  })
  const eventLog = createEventLog(EVENTS)
  const stopListening = services.events.listen(eventLog.add)
  const token = createToken()
  const codes = createPageCodes(CODE_MILLISECONDS, Date.now)
  const door = { host: '', token }
  let closing: Promise<void> | undefined
  let settle = () => {}
  const closed = new Promise<void>((resolve) => {
    settle = resolve
  })
  const useWatch = createUseWatch({
    goneMilliseconds: (exitWhenUnused?.seconds ?? 0) * 1000,
    silentMilliseconds: SILENT_MILLISECONDS,
    unused: () => {
      if (exitWhenUnused) void close()
    },
  })
  const server = createLoopbackServer({
    door: () => door,
    files,
    dispatch: services.dispatch,
    eventLog,
    useWatch,
    codes,
    offerFile: services.offerFile,
    log,
    limits: { ...LIMITS, ...options.limits },
  })

  const idle = watchRunningRequests(server)

  async function shut(): Promise<void> {
    const ended = new Promise((resolve) => server.close(resolve))
    stopListening()
    useWatch.close()
    eventLog.close()
    const deadline = setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL)
    await idle()
    clearTimeout(deadline)
    server.closeAllConnections()
    await ended
    await services.close()
    settle()
  }

  function close(): Promise<void> {
    closing ??= shut()
    return closing
  }

  try {
    const preferred = port || options.preferredPort || 0
    await listen(server, preferred).catch((error: unknown) => {
      if (preferred === port) throw error
      return listen(server, 0)
    })
  } catch (error) {
    await services.close()
    throw error
  }
  const actual = (server.address() as AddressInfo).port
  door.host = `${HOST}:${actual}`
  return {
    address: `http://${door.host}/#token=${token}`,
    token,
    port: actual,
    offerFile: services.offerFile,
    issueCode: codes.issue,
    pageState: useWatch.state,
    whenOpen: services.whenOpen,
    closed,
    close,
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, resolve)
  })
}
