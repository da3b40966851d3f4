import { setTimeout as wait } from 'node:timers/promises'

/** What of the host the window's life depends on. */
export interface FollowedHost {
  /** Whether a page of it has been open, is open, or was closed again. */
  pageState(): 'never' | 'open' | 'gone'
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
  /** For the closing of the page to arrive after the browser ended. */
  gone: number
  /** Between two looks. */
  step: number
}

export const PATIENCE: Patience = { open: 20_000, gone: 1000, step: 100 }

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
  const until = async (state: 'open' | 'gone', milliseconds: number) => {
    for (let waited = 0; waited < milliseconds; waited += step) {
      if (state === 'open' ? host.pageState() !== 'never' : host.pageState() === 'gone') return true
      await wait(step)
    }
    return false
  }
  if (host.pageState() === 'never') {
    // A browser that ended with a complaint has handed nothing over.
    const opened = first.failed === undefined && (await until('open', open))
    if (!opened) return { failed: first.failed ?? '浏览器没有打开页面' }
  }
  if (!(await until('gone', gone))) await hostClosed
  return 'closed'
}
