import type { EventMessage } from '../../shared/contract/events.ts'

/** What a poll is answered: `next` goes into the following one; `reset` says that events may have been missed. */
export type PollAnswer = { next: number; events: EventMessage[] } | { next: number; reset: true }

export interface EventLog {
  add(message: EventMessage): void
  /**
   * The events behind number `after`, at once where there are some, else when one arrives or the time is over.
   * @param after null starts listening now
   * @param signal gives up waiting; the promise then settles with no events
   */
  poll(after: number | null, signal: AbortSignal): Promise<PollAnswer>
  /** Settles every waiting poll. */
  close(): void
}

/** Numbered events of this host for pages that fetch them. */
export function createEventLog(options: { kept: number; waitMilliseconds: number }): EventLog {
  const kept: EventMessage[] = []
  const waiting = new Set<() => void>()
  let last = 0

  const since = (after: number): PollAnswer => {
    if (after > last || after < last - kept.length) return { next: last, reset: true }
    return { next: last, events: kept.slice(kept.length - (last - after)) }
  }

  const wakeAll = () => {
    for (const wake of [...waiting]) wake()
  }

  return {
    add(message) {
      kept.push(message)
      if (kept.length > options.kept) kept.shift()
      last += 1
      wakeAll()
    },
    async poll(after, signal) {
      if (after === null) return { next: last, events: [] }
      if (after === last && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const wake = () => {
            clearTimeout(timer)
            waiting.delete(wake)
            signal.removeEventListener('abort', wake)
            resolve()
          }
          const timer = setTimeout(wake, options.waitMilliseconds)
          waiting.add(wake)
          signal.addEventListener('abort', wake)
        })
      }
      return since(after)
    },
    close: wakeAll,
  }
}
