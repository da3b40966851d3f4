import { setTimeout as wait } from 'node:timers/promises'

/** What of the host the window's life depends on. */
export interface FollowedHost {
  /** No page so far, one waits for events, one has just got them, or the last one went away. */
  pageState(): 'never' | 'waiting' | 'between' | 'gone'
  /** Resolves when the host ended by itself, its last page being gone for a while. */
  closed: Promise<void>
}

export interface FollowedWindow {
  /** Resolves when the browser's process ended; `failed` says what it complained of. */
  ended: Promise<{ failed?: string }>
  close(): void
}

/** Milliseconds. */
export interface Patience {
  /** For a page to open after the browser was started, on a slow machine. */
  open: number
  /** After the browser ended, for the page to go away or, if it lives on in another process, to ask again. */
  gone: number
  /** Between two looks. */
  step: number
}

export const PATIENCE: Patience = { open: 20_000, gone: 3000, step: 100 }

/**
 * Waits until the window is closed. The browser's process alone does not tell: one that finds another of the same
 * profile running hands its page over and ends at once, and some stay behind without any window.
 * @returns 'closed', or why no window ever opened
 */
export async function followWindow(
  host: FollowedHost,
  window: FollowedWindow,
  { open, gone, step }: Patience = PATIENCE,
): Promise<'closed' | { failed: string }> {
  const hostClosed = host.closed.then(() => 'host' as const)
  const first = await Promise.race([hostClosed, window.ended])
  if (first === 'host') {
    window.close()
    return 'closed'
  }
  const within = async (milliseconds: number, reached: () => boolean) => {
    for (let waited = 0; waited < milliseconds; waited += step) {
      if (reached()) return true
      await wait(step)
    }
    return false
  }
  if (host.pageState() === 'never') {
    // A browser that ended with a complaint has handed nothing over.
    const opened = first.failed === undefined && (await within(open, () => host.pageState() !== 'never'))
    if (!opened) return { failed: first.failed ?? '浏览器没有打开页面' }
  }
  // A page that saves as it closes is told of its own change, and is gone before it can ask again.
  if (!(await within(gone, () => host.pageState() === 'gone')) && host.pageState() === 'waiting') await hostClosed
  return 'closed'
}
