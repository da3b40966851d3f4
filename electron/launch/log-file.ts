import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export type Log = (message: string, error?: unknown) => void

/** Size in bytes at which a log file makes room, and how many older ones stay. */
export const LOG_POLICY = { bytes: 1_000_000, older: 3 }

/**
 * One line for the log. Errors of the runtime quote what they stumbled over (a JSON error shows the text around it),
 * and papers are Chinese while our own messages are English: so whatever is not ASCII is left out.
 */
export function logLine(time: Date, message: string, error?: unknown): string {
  const what = error instanceof Error ? (error.stack ?? String(error)) : error === undefined ? '' : String(error)
  const text = [message, what]
    .filter(Boolean)
    .join(': ')
    .replaceAll(/\s*\n\s*/g, ' | ')
  return `${time.toISOString()} ${text.replaceAll(/[^\x20-\x7e]+/g, '~').slice(0, 4000)}\n`
}

/**
 * Writes lines to a file that never grows without end: huibei.log, huibei.log.1 (older) and so on. A log that cannot
 * be written must not stop the work, so failing is silent.
 */
export function createLogFile(path: string, now: () => Date, policy = LOG_POLICY): Log {
  let size = -1
  return (message, error) => {
    const line = logLine(now(), message, error)
    try {
      if (size < 0) {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
        size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
      }
      if (size > 0 && size + line.length > policy.bytes) {
        makeRoom(path, policy.older)
        size = 0
      }
      appendFileSync(path, line, { mode: 0o600 })
      size += line.length
    } catch {
      size = -1
    }
  }
}

function makeRoom(path: string, older: number): void {
  rmSync(`${path}.${older}`, { force: true })
  for (let number = older - 1; number >= 0; number -= 1) {
    const from = number === 0 ? path : `${path}.${number}`
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${path}.${number + 1}`)
  }
}
