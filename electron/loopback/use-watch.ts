/** When a host that lives for its window may end. */
export interface UseWatchOptions {
  /** After the last page went away: time enough for a page that is being loaded again. */
  goneMilliseconds: number
  /** After a page stopped asking without going away: the browser froze it in the background, or the computer slept. */
  silentMilliseconds: number
  unused(): void
}

/**
 * No page so far; one waits for events; one has got them and should ask again, unless it was closed at that moment;
 * the last one went away.
 */
export type PageState = 'never' | 'waiting' | 'between' | 'gone'

export interface UseWatch {
  /** A page has begun to wait for events. */
  began(): void
  /** Its wait is over: answered (it will ask again), or the page went away in the middle of it. */
  ended(how: 'answered' | 'gone'): void
  state(): PageState
  close(): void
}

/**
 * Sees from the polls for events whether a page is still open. A page between two polls, or frozen by the browser,
 * counts as open; the next poll takes its place, whichever page sends it.
 */
export function createUseWatch({ goneMilliseconds, silentMilliseconds, unused }: UseWatchOptions): UseWatch {
  let waiting = 0
  let between = 0
  let everUsed = false
  let timer: NodeJS.Timeout | undefined

  return {
    began() {
      clearTimeout(timer)
      everUsed = true
      waiting += 1
      between = Math.max(0, between - 1)
    },
    ended(how) {
      waiting -= 1
      if (how === 'answered') between += 1
      if (waiting > 0) return
      clearTimeout(timer)
      timer = setTimeout(unused, between > 0 ? silentMilliseconds : goneMilliseconds)
    },
    state() {
      if (waiting > 0) return 'waiting'
      if (between > 0) return 'between'
      return everUsed ? 'gone' : 'never'
    },
    close: () => clearTimeout(timer),
  }
}
