import type * as Electron from 'electron'

// A stand-in for the parts of Electron that the shell uses. Every part is checked against electron.d.ts, so that an
// Electron update that changes one of them fails to compile here.

type Listener = (...args: never[]) => void

/** Records listeners, and lets a test play Electron. Nothing chains `on`, so it returns nothing of use. */
function createEmitter<T>() {
  const listeners = new Map<string, Listener[]>()
  const on = (event: string, listener: Listener): T => {
    listeners.set(event, [...(listeners.get(event) ?? []), listener])
    return undefined as T
  }
  return {
    on,
    once: on,
    emit(event: string, ...args: unknown[]): void {
      for (const listener of listeners.get(event) ?? []) (listener as (...args: unknown[]) => void)(...args)
    },
  }
}

export type Emit = (event: string, ...args: unknown[]) => void

export interface FakeContents {
  contents: Electron.WebContents
  emit: Emit
  sent: { channel: string; message: unknown }[]
  windowOpen?: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]
  reloads: number
  crashes: number
}

export function createFakeContents(url = 'app://huibei/index.html'): FakeContents {
  const emitter = createEmitter<Electron.WebContents>()
  const parts = {
    on: emitter.on,
    once: emitter.once,
    getURL: () => url,
    isDestroyed: () => false,
    setWindowOpenHandler: (handler) => {
      fake.windowOpen = handler
    },
    send: (channel, message) => {
      fake.sent.push({ channel, message })
    },
    printToPDF: async () => Buffer.from('%PDF-'),
    reload: () => {
      fake.reloads += 1
    },
    forcefullyCrashRenderer: () => {
      fake.crashes += 1
    },
  } satisfies Partial<Electron.WebContents>
  const fake: FakeContents = {
    contents: parts as unknown as Electron.WebContents,
    emit: emitter.emit,
    sent: [],
    reloads: 0,
    crashes: 0,
  }
  return fake
}

export interface FakeWindow {
  window: Electron.BrowserWindow
  options: Electron.BrowserWindowConstructorOptions
  contents: FakeContents
  emit: Emit
  loaded: string[]
  closes: number
  shown: number
}

export interface FakeSession {
  session: Electron.Session
  permissionRequest?: Parameters<Electron.Session['setPermissionRequestHandler']>[0]
  permissionCheck?: Parameters<Electron.Session['setPermissionCheckHandler']>[0]
  device?: Parameters<Electron.Session['setDevicePermissionHandler']>[0]
  beforeRequest?: (
    details: Electron.OnBeforeRequestListenerDetails,
    answer: (response: Electron.CallbackResponse) => void,
  ) => void
}

export function createFakeSession(): FakeSession {
  const parts = {
    setPermissionRequestHandler: (handler) => {
      fake.permissionRequest = handler
    },
    setPermissionCheckHandler: (handler) => {
      fake.permissionCheck = handler
    },
    setDevicePermissionHandler: (handler) => {
      fake.device = handler
    },
  } satisfies Partial<Electron.Session>
  const webRequest = {
    onBeforeRequest: (...args: unknown[]) => {
      fake.beforeRequest = args.at(-1) as NonNullable<FakeSession['beforeRequest']>
    },
  } satisfies Partial<Electron.WebRequest>
  const fake: FakeSession = { session: { ...parts, webRequest } as unknown as Electron.Session }
  return fake
}

/** What a test can look at and set. */
export interface FakeElectron {
  /** Stands for the module `electron`. */
  module: object
  emitApp: Emit
  windows: FakeWindow[]
  session: FakeSession
  call(name: string, input: unknown, event?: unknown): Promise<unknown>
  switches: Map<string, string>
  schemes: Electron.CustomScheme[]
  handled: Map<string, (request: Request) => Response | Promise<Response>>
  paths: Map<string, string>
  menu: Electron.MenuItemConstructorOptions[]
  boxes: Electron.MessageBoxOptions[]
  errorBoxes: string[]
  /** Folders shown in the system's own window. */
  opened: string[]
  sandboxed: boolean
  crashReporter: Electron.CrashReporterStartOptions[]
  /** Resolves with the exit status when the program has ended. */
  ended: Promise<number>
  /** Order of what mattered before `ready`. */
  log: string[]
}

export interface FakeSettings {
  /** Answers of the message boxes, in order; the last button once they are used up. */
  answers?: number[]
  secondInstance?: boolean
  packaged?: boolean
  saveTo?: string
  /** What the dialog for folders answers. */
  folder?: string
}

export function createFakeElectron({
  answers = [],
  secondInstance,
  packaged,
  saveTo,
  folder,
}: FakeSettings = {}): FakeElectron {
  let end: (code: number) => void = () => undefined
  const app = createEmitter<Electron.App>()
  let handler: ((event: never, ...args: unknown[]) => unknown) | undefined

  const appParts = {
    isPackaged: packaged ?? false,
    on: app.on,
    whenReady: async () => {
      fake.log.push('ready')
    },
    setName: () => undefined,
    setPath: (name, path) => {
      fake.paths.set(name, path)
    },
    getPath: (name) => fake.paths.get(name) ?? '/nowhere',
    requestSingleInstanceLock: () => {
      fake.log.push('single-instance')
      return !secondInstance
    },
    enableSandbox: () => {
      fake.log.push('sandbox')
      fake.sandboxed = true
    },
    setAboutPanelOptions: () => undefined,
    quit: () => {
      let prevented = false
      app.emit('will-quit', { preventDefault: () => (prevented = true) })
      if (!prevented) end(0)
    },
    exit: (code) => end(code ?? 0),
    commandLine: {
      appendSwitch: (name: string, value?: string) => {
        fake.log.push('switch')
        fake.switches.set(name, value ?? '')
      },
    } as Electron.CommandLine,
  } satisfies Partial<Electron.App>

  class BrowserWindow {
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      const emitter = createEmitter<Electron.BrowserWindow>()
      const contents = createFakeContents()
      const parts = {
        on: emitter.on,
        once: emitter.once,
        webContents: contents.contents,
        loadURL: async (url) => {
          record.loaded.push(url)
        },
        maximize: () => undefined,
        isMaximized: () => false,
        isMinimized: () => false,
        isDestroyed: () => false,
        restore: () => undefined,
        focus: () => undefined,
        show: () => {
          record.shown += 1
        },
        close: () => {
          record.closes += 1
        },
        getNormalBounds: () => ({ x: 10, y: 20, width: 1000, height: 700 }),
      } satisfies Partial<Electron.BrowserWindow>
      const record: FakeWindow = {
        window: parts as unknown as Electron.BrowserWindow,
        options,
        contents,
        emit: emitter.emit,
        loaded: [],
        closes: 0,
        shown: 0,
      }
      fake.windows.push(record)
      app.emit('web-contents-created', {}, contents.contents)
      // A constructor that returns an object makes that the new window.
      // biome-ignore lint/correctness/noConstructorReturn: the fake is a plain object checked against electron.d.ts
      return record.window as never
    }
    static getAllWindows = (): Electron.BrowserWindow[] => fake.windows.map(({ window }) => window)
  }

  const dialog = {
    showMessageBox: async (...args: unknown[]) => {
      const options = args.at(-1) as Electron.MessageBoxOptions
      fake.boxes.push(options)
      return { response: answers.shift() ?? (options.buttons?.length ?? 1) - 1, checkboxChecked: false }
    },
    showMessageBoxSync: (...args: unknown[]) => {
      fake.boxes.push(args.at(-1) as Electron.MessageBoxOptions)
      return answers.shift() ?? 0
    },
    showErrorBox: (title, content) => {
      fake.errorBoxes.push(`${title}\n${content}`)
    },
    showOpenDialog: async () => ({ canceled: !folder, filePaths: folder ? [folder] : [] }),
    showSaveDialog: async () => ({ canceled: !saveTo, filePath: saveTo ?? '' }),
  } satisfies Partial<Electron.Dialog>

  const ipcMain = {
    handle: (channel, listener) => {
      if (channel === 'call') handler = listener as never
    },
  } satisfies Partial<Electron.IpcMain>

  const protocol = {
    registerSchemesAsPrivileged: (schemes) => {
      fake.log.push('schemes')
      fake.schemes.push(...schemes)
    },
    handle: (scheme, answer) => {
      fake.handled.set(scheme, answer as never)
    },
  } satisfies Partial<Electron.Protocol>

  const session = createFakeSession()
  const fake: FakeElectron = {
    module: {
      app: appParts,
      BrowserWindow,
      dialog,
      ipcMain,
      protocol,
      session: { defaultSession: session.session },
      Menu: {
        buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template as unknown as Electron.Menu,
        setApplicationMenu: (menu: Electron.Menu | null) => {
          fake.menu = menu as unknown as Electron.MenuItemConstructorOptions[]
        },
      } satisfies Partial<typeof Electron.Menu>,
      crashReporter: {
        start: (options) => {
          fake.crashReporter.push(options)
        },
      } satisfies Partial<Electron.CrashReporter>,
      nativeTheme: { shouldUseDarkColors: false } satisfies Partial<Electron.NativeTheme>,
      screen: {
        getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } } as Electron.Display],
      } satisfies Partial<Electron.Screen>,
      shell: {
        openPath: async (path: string) => {
          fake.opened.push(path)
          return ''
        },
      } satisfies Partial<Electron.Shell>,
    } satisfies Partial<Record<keyof typeof Electron, unknown>>,
    emitApp: app.emit,
    windows: [],
    session,
    async call(name, input, event) {
      const frame = { url: 'app://huibei/index.html' }
      return handler?.((event ?? { senderFrame: frame, sender: { mainFrame: frame } }) as never, name, input)
    },
    switches: new Map(),
    schemes: [],
    handled: new Map(),
    paths: new Map(),
    menu: [],
    boxes: [],
    errorBoxes: [],
    opened: [],
    sandboxed: false,
    crashReporter: [],
    ended: new Promise((resolve) => {
      end = resolve
    }),
    log: [],
  }
  return fake
}
