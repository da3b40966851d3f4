import { existsSync } from 'node:fs'
import type { EventMessage } from '../../shared/contract/events.ts'
import { type CommandResult, Failure } from '../../shared/contract/failures.ts'
import type { LibraryState } from '../../shared/contract/safety-commands.ts'
import { isOnNetwork } from '../store/file-system.ts'
import { type Library, type Log, openLibrary } from '../store/library.ts'
import { libraryFiles } from '../store/library-files.ts'
import { replaceLibrary } from '../store/replace-library.ts'
import { runJob } from '../store/run-job.ts'
import { storeFailure } from '../store/store-failure.ts'
import type { Dispatch } from './dispatch.ts'

/** The services on an open library. */
export interface Session {
  library: Library
  dispatch: Dispatch
  /** Before the library is closed: what works beside it stops. */
  end(): Promise<void>
}

export interface LibraryKeeper {
  /** Null while the library is not open. */
  session(): Session | null
  state(): LibraryState
  /** For the commands that need the library. */
  dispatch: Dispatch
  /** Tries to open a library that is closed. */
  reopen(): Promise<LibraryState>
  /**
   * Puts another library in the place of this one. What is there now is kept first: as a backup, or set aside whole
   * when it is damaged.
   * @throws Failure; the library is as it was then
   */
  replace(from: string): Promise<LibraryState>
  /** Somebody met a damaged page. */
  noteDamage(): void
  close(): Promise<void>
}

/** With these the program always comes up: its screens hold the ways out. */
const ALWAYS_SHOWN: ReadonlySet<string> = new Set(['damaged', 'too-new'])

/**
 * Holds the library open while it can be, and knows why when it cannot.
 * @throws Failure 'busy', 'read-only', 'disk-full' or 'folder-missing' when it cannot be opened, unless those are shown
 */
export async function createLibraryKeeper(options: {
  dataDir: string
  clock: () => Date
  log: Log
  emit(message: EventMessage): void
  /** Comes up on every failure, for a host that has a window to say it in. */
  showsEveryFailure: boolean
  begin(library: Library): Promise<Pick<Session, 'dispatch' | 'end'>>
}): Promise<LibraryKeeper> {
  const { dataDir, clock, log, emit, showsEveryFailure, begin } = options
  let session: Session | null = null
  let failure: Failure | null = null
  let damaged = false
  const onNetwork = isOnNetwork(dataDir)

  async function open(): Promise<void> {
    damaged = false
    const library = openLibrary({ dataDir, clock, log })
    try {
      session = { library, ...(await begin(library)) }
    } catch (error) {
      await library.close()
      throw storeFailure(error) ?? error
    }
    failure = null
    if (library.unclean) checkBeside(library)
  }

  /** Nine seconds and more for a large file: nobody waits for it. */
  function checkBeside(library: Library): void {
    runJob('check', { path: libraryFiles(dataDir).library }).then(
      ({ fault }) => {
        if (fault === null || session?.library !== library) return
        log(`library damaged: ${fault}`)
        noteDamage()
      },
      (error: unknown) => log('library not checked', error),
    )
  }

  function noteDamage(): void {
    if (damaged || !session) return
    damaged = true
    emit({ name: 'library.changed', data: {} })
  }

  const state = (): LibraryState => ({
    kind: session ? 'open' : 'closed',
    code: session ? null : (failure?.code ?? 'busy'),
    detail: session ? null : (failure?.detail ?? null),
    damaged,
    onNetwork,
  })

  async function openAgain(): Promise<LibraryState> {
    if (session) return state()
    try {
      await open()
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failure = error
    }
    emit({ name: 'library.changed', data: {} })
    return state()
  }

  try {
    await open()
  } catch (error) {
    if (!(error instanceof Failure) || !(showsEveryFailure || ALWAYS_SHOWN.has(error.code))) throw error
    log('library not opened', error)
    failure = error
  }

  return {
    session: () => session,
    state,
    noteDamage,
    reopen: openAgain,
    async dispatch(name, input): Promise<CommandResult<unknown>> {
      if (session) return session.dispatch(name, input)
      const { code, detail } = failure ?? new Failure('busy')
      return { ok: false, code, ...(detail === undefined ? {} : { detail }) }
    },
    async replace(from) {
      const setAside = damaged || !session
      if (session && !damaged) await session.library.backUp('restore')
      const closing = session
      session = null
      failure = null
      try {
        await closing?.end()
        await closing?.library.close()
        replaceLibrary(dataDir, from, setAside && existsSync(libraryFiles(dataDir).library) ? clock() : null)
      } finally {
        await openAgain()
      }
      return state()
    },
    async close() {
      const closing = session
      session = null
      await closing?.end()
      await closing?.library.close()
    },
  }
}
