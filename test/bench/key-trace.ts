import type { Browser, Page } from 'playwright-core'

/** What Chromium itself wrote down while somebody typed. Milliseconds. */
export interface Typed {
  /** From the key to the frame that shows what it did (Chromium's EventLatency), key by key. */
  shown: number[]
  /** Every task of the page's own thread: how long it held the thread, and what of that was processor time. */
  tasks: { wall: number; processor: number }[]
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  dur?: number
  tdur?: number
  id2?: { local?: string }
  args: { event_latency?: { event_type?: string }; data?: { type?: string } }
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'cc', 'benchmark', 'input']

/** Begins and ends of the presses, put together by their id. */
function latencies(events: readonly TraceEvent[]): number[] {
  const begun = new Map<string, number>()
  const found: number[] = []
  for (const { ph, pid, ts, id2, args } of events.filter((event) => event.name === 'EventLatency')) {
    const id = `${pid} ${id2?.local}`
    const start = begun.get(id)
    if (ph === 'b' && args.event_latency?.event_type === 'KEY_PRESSED') begun.set(id, ts)
    else if (ph === 'e' && start !== undefined) {
      found.push((ts - start) / 1000)
      begun.delete(id)
    }
  }
  return found
}

/** Writes down what the browser does meanwhile. One at a time. */
export async function traceKeys(browser: Browser, page: Page, type: () => Promise<void>): Promise<Typed> {
  await browser.startTracing(page, { categories: CATEGORIES })
  await type()
  const text = (await browser.stopTracing()).toString('utf8')
  const events = (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents
  const key = events.find(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown')
  if (!key) throw new Error('no key arrived')
  return {
    shown: latencies(events),
    tasks: events
      .filter(({ name, pid, tid }) => name === 'RunTask' && pid === key.pid && tid === key.tid)
      .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, processor: tdur / 1000 })),
  }
}
