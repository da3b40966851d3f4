import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { build, isBuilt, out } from '../../build/build.ts'
import { startLoopbackHost } from '../../electron/node-host.ts'
import { createServices } from '../../electron/services/create-services.ts'
import type { Meeting, Paper } from '../../shared/contract/data.ts'
import { writePaper } from '../../shared/model/paper.ts'
import { recognisePaper, sourceLines } from '../../shared/model/recognise.ts'
import { openBarePages } from './bare-pages.ts'
import { type Typed, traceKeys } from './key-trace.ts'
import type { Measurement } from './measurement.ts'

const LENGTH = 20_000
/** Keys measured on each page. */
const KEYS = 240
/** Keys typed for the memory, which is compared after a fifth of them and after all: HUIBEI_BENCH_KEYS. */
const MANY = Number(process.env.HUIBEI_BENCH_KEYS ?? 10_000)
/** A fast hand: eight keys a second, and a rest in which the checks run. Milliseconds. */
const PAUSE = 125
const REST = 700
const OPENINGS = 9
const papers = join(import.meta.dirname, '../accuracy/dev')

/** A long speech as offices write them, with the slips that the checks light up. */
function longText(): string {
  const body = readdirSync(papers)
    .filter((file) => file.includes('speech') && file.endsWith('.txt'))
    .map((file) => readFileSync(join(papers, file), 'utf8').split('\n').slice(4).join('\n'))
    .join('\n')
  return `在巡察情况反馈会议上的讲话\n${body}`.slice(0, LENGTH)
}

/** Types in the middle of the text, as somebody does who writes and takes back. */
async function typeKeys(page: Page, count: number, pause: () => number): Promise<void> {
  for (let key = 0; key < count; key++) {
    await page.keyboard.press(key % 12 === 11 ? 'Backspace' : 'a')
    await page.waitForTimeout(pause())
  }
}

async function measureTyping(browser: Browser, page: Page): Promise<Typed> {
  let key = 0
  const pause = () => (++key % 20 === 0 ? REST : PAUSE)
  // The first keys warm the page up.
  await typeKeys(page, 40, pause)
  return traceKeys(browser, page, () => typeKeys(page, KEYS, pause))
}

/** A library with a meeting whose speech is the long one. */
async function prepare(dataDir: string, body: string): Promise<void> {
  const services = await createServices({ dataDir, hostKind: 'memory', log: () => undefined })
  const call = async <T>(name: string, input: unknown): Promise<T> => {
    const result = await services.dispatch(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.code}`)
    return result.value as T
  }
  const facts = { county: '青垣县', unit: '柳溪镇', meetingDate: '2026-03-18' }
  const wanted = { title: '长稿会议', facts, people: [], papers: ['speech', 'response'] }
  const meeting = await call<Meeting>('meeting.create', wanted)
  const { id, revision } = await call<Paper>('paper.get', { id: meeting.papers[0]?.id })
  await call('paper.save', { id, revision, body })
  await services.close()
}

/** From the click on the paper in the list to the frame that shows its text. */
async function measureOpenings(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < OPENINGS; turn++) {
    await page.getByRole('navigation').getByText('表态发言', { exact: true }).click()
    await page.locator('.paper h1', { hasText: '表态' }).waitFor()
    await page.locator('.status-count').first().waitFor()
    const time = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const start = performance.now()
          document.querySelector<HTMLElement>('.paper-open')?.click()
          const look = () => {
            const stands = document.querySelectorAll('.paper > *').length > 100
            // A frame has been shown when the next one begins.
            requestAnimationFrame(stands ? () => done(performance.now() - start) : look)
          }
          look()
        }),
    )
    times.push(time)
    await page.locator('.status-count').first().waitFor()
  }
  return times
}

async function heap(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  return (await devtools.send('Runtime.getHeapUsage')).usedSize / 1e6
}

function summary(what: string, values: readonly number[], promise: Partial<Measurement> = {}): Measurement {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { what, median: at(0.5), p95: at(0.95), ...promise }
}

/** The longest task; `by` processor time it says the same on a machine that is busy with other work. */
function longest(what: string, { tasks }: Typed, by: 'wall' | 'processor', budget?: number): Measurement {
  const most = Math.max(...tasks.map((task) => task[by]))
  return { what, median: most, p95: most, ...(budget === undefined ? {} : { budget }) }
}

function work(what: string, { tasks }: Typed): Measurement {
  const each = tasks.reduce((sum, task) => sum + task.processor, 0) / KEYS
  return { what, median: each, p95: each }
}

async function measureIn(browser: Browser, address: string, text: string, body: string): Promise<Measurement[]> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  await context.addInitScript(() => {
    if (window.location.protocol !== 'about:') window.localStorage.setItem('huibei.tour', 'seen')
  })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('.card', { hasText: '长稿会议' }).getByRole('button').first().click()
  await page.locator('.point').first().waitFor()
  const openings = await measureOpenings(page)
  const lit = await page.locator('.paper .lit').count()

  await page.locator('.paper > p').nth(60).click()
  const ours = await measureTyping(browser, page)

  const devtools = await context.newCDPSession(page)
  await typeKeys(page, MANY / 5, () => 0)
  await page.waitForTimeout(5_000)
  const early = await heap(devtools)
  await typeKeys(page, MANY - MANY / 5, () => 0)
  await page.waitForTimeout(5_000)
  const late = await heap(devtools)
  await page.close()

  const bare = await openBarePages()
  try {
    const other = await context.newPage()
    await other.goto(bare.address)
    await other.evaluate((stored) => window.openBare(stored), body)
    await other.locator('.ProseMirror > *').nth(60).click()
    const plain = await measureTyping(browser, other)
    await other.evaluate((all) => window.openTextarea(all), text)
    await other.locator('textarea').click()
    const field = await measureTyping(browser, other)
    const ratio = (what: string, to: Typed): Measurement => {
      const [mine, theirs] = [summary('', ours.shown), summary('', to.shown)]
      return { what, median: mine.median / theirs.median, p95: mine.p95 / theirs.p95 }
    }
    return [
      work('processor time of the page for a key, all its work together', ours),
      work('the same in bare ProseMirror', plain),
      work('the same in a textarea', field),
      summary(`key to the frame that shows it, checks on, ${lit} places lit`, ours.shown, { budget: 16, of: 'p95' }),
      summary('the same in bare ProseMirror', plain.shown),
      summary('the same in a textarea', field.shown),
      ratio('times bare ProseMirror', plain),
      ratio('times a textarea', field),
      longest('longest task while typing, checks and saving among them', ours, 'wall', 50),
      longest('the same, processor time', ours, 'processor', 50),
      longest('the longest in bare ProseMirror, processor time', plain, 'processor'),
      longest('the longest in a textarea, processor time', field, 'processor'),
      summary('opening the paper', openings, { budget: 300 }),
      { what: `MB of heap after ${MANY / 5} keys and (as p95) after ${MANY}`, median: early, p95: late },
    ]
  } finally {
    bare.close()
  }
}

export async function measure(): Promise<Measurement[]> {
  if (!isBuilt() && !build()) throw new Error('not built')
  const text = longText()
  const body = writePaper(recognisePaper(sourceLines(text)).doc)
  const dataDir = mkdtempSync(join(tmpdir(), 'huibei-bench-'))
  try {
    await prepare(dataDir, body)
    const host = await startLoopbackHost({ dataDir, rendererDir: join(out, 'renderer'), log: () => undefined })
    const browser = await chromium.launch({
      executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
      // A frame is drawn when it is due, and not at the next of sixty a second: the wait is the screen's, not ours.
      args: [
        '--disable-gpu',
        '--disable-frame-rate-limit',
        '--disable-gpu-vsync',
        '--no-first-run',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    })
    try {
      return await measureIn(browser, host.address, text, body)
    } finally {
      await browser.close()
      await host.close()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
