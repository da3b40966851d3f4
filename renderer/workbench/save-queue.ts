import { Failure, type FailureCode } from '../../shared/contract/failures.ts'

/** What the indicator may say. `saved` is said only of what the host has acknowledged. */
export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'saving' }
  | { kind: 'failed'; code: FailureCode; again: boolean }
  | { kind: 'conflict' }

export interface SaveQueueOptions {
  /** Revision the first save builds on. */
  revision: number
  /** When that revision was written, ISO 8601; null when nothing was yet. */
  savedAt: string | null
  write(body: string, revision: number): Promise<{ revision: number; updated: string }>
  onState(state: SaveState): void
  /** The body could not be written: it should be kept elsewhere. */
  onUnsaved?(body: string): void
}

export interface SaveQueue {
  /** Something was typed. `body` is read only when it is sent. */
  change(body: () => string): void
  /** Sends what is waiting. Resolves to whether everything typed so far is written. */
  flush(): Promise<boolean>
  /** Resolves when the write on its way has been answered; sends nothing. */
  answered(): Promise<void>
  revision(): number
  /** What was typed and is not acknowledged yet; null when everything is. */
  unwritten(): string | null
  /** Goes on after a conflict (or a restored version) from another revision; what was waiting is dropped. */
  restart(revision: number, savedAt: string): void
  /** Stops the timers. What is waiting has to be flushed before. */
  stop(): void
}

/** Milliseconds after the last change, and after the first: whoever types without a pause is saved all the same. */
export const SAVE_DELAY = 400
export const LONGEST_DELAY = 700
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/** Failures that may pass by themselves; after the others only a new change or a person's hand tries again. */
const PASSING: ReadonlySet<FailureCode> = new Set([
  'disconnected',
  'busy',
  'disk-full',
  'read-only',
  'folder-missing',
  'internal',
])

/**
 * Saves one paper: one write at a time, the newest text only, and again after a pause while the host cannot.
 * Between a change and its acknowledgement the state is never `saved`.
 */
export function createSaveQueue(options: SaveQueueOptions): SaveQueue {
  const { write, onState, onUnsaved } = options
  let revision = options.revision
  let savedAt = options.savedAt
  let pending: (() => string) | null = null
  let sending: (() => string) | null = null
  let inFlight: Promise<boolean> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_PAUSE
  /** When the oldest change that is not sent yet was made; null when there is none. */
  let waitingSince: number | null = null
  let state: SaveState = { kind: 'saved', at: savedAt }
  /** Rises with a restart, so that an answer from before it changes nothing. */
  let era = 0

  const tell = (next: SaveState) => {
    state = next
    onState(next)
  }
  /** Said once, and not with every key. */
  const saving = () => {
    if (state.kind !== 'saving' && state.kind !== 'failed') tell({ kind: 'saving' })
  }
  const wait = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), milliseconds)
  }

  async function attempt(body: () => string): Promise<boolean> {
    const startedIn = era
    const text = body()
    try {
      const answer = await write(text, revision)
      if (startedIn !== era) return true
      revision = answer.revision
      savedAt = answer.updated
      pause = FIRST_PAUSE
      if (pending === null) tell({ kind: 'saved', at: savedAt })
      return true
    } catch (error) {
      if (startedIn !== era) return true
      pending ??= body
      onUnsaved?.(pending())
      const code = error instanceof Failure ? error.code : 'internal'
      if (code === 'conflict') tell({ kind: 'conflict' })
      else {
        const again = PASSING.has(code)
        tell({ kind: 'failed', code, again })
        if (again) {
          wait(pause)
          pause = Math.min(pause * 2, LONGEST_PAUSE)
        }
      }
      return false
    }
  }

  async function send(): Promise<boolean> {
    clearTimeout(timer)
    while (inFlight) if (!(await inFlight)) return false
    while (pending !== null) {
      if (state.kind === 'conflict') return false
      sending = pending
      pending = null
      waitingSince = null
      saving()
      inFlight = attempt(sending)
      const written = await inFlight
      inFlight = null
      sending = null
      if (!written) return false
    }
    return true
  }

  return {
    change(body) {
      pending = body
      if (state.kind === 'conflict') return
      saving()
      if (state.kind === 'failed' && state.again) return
      const now = Date.now()
      waitingSince ??= now
      wait(Math.max(0, Math.min(SAVE_DELAY, waitingSince + LONGEST_DELAY - now)))
    },
    flush: send,
    async answered() {
      await inFlight
    },
    revision: () => revision,
    unwritten: () => (pending ?? sending)?.() ?? null,
    restart(from, at) {
      clearTimeout(timer)
      era += 1
      revision = from
      savedAt = at
      pending = null
      waitingSince = null
      pause = FIRST_PAUSE
      tell({ kind: 'saved', at })
    },
    stop: () => clearTimeout(timer),
  }
}
