import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { createBuilder } from 'vite'
import { expect, type TestContext, vi } from 'vitest'
import { type LoopbackHost, startLoopbackHost } from '../../electron/node-host.ts'
import { requires } from './requires.ts'

const ROOT = join(import.meta.dirname, '../..')
const OUT = join(ROOT, 'out/renderer')

/** --no-sandbox because root may not use the sandbox. */
const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

async function newestSource(): Promise<number> {
  const times = await Promise.all(
    ['renderer', 'shared'].map(async (folder) => {
      const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile())
      return Math.max(
        ...(await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).mtimeMs))),
      )
    }),
  )
  return Math.max(...times)
}

let built: Promise<string> | undefined

/**
 * Builds out/renderer when a source is newer, and copies it: a build that somebody starts meanwhile must not take the
 * page away from under a test. Once a file of tests.
 * @returns the folder of the copy
 */
export function buildRenderer(): Promise<string> {
  built ??= (async () => {
    const index = statSync(join(OUT, 'index.html'), { throwIfNoEntry: false })
    if (!index || index.mtimeMs < (await newestSource())) {
      // The test runner's word would have React built for developing.
      vi.stubEnv('NODE_ENV', 'production')
      const builder = await createBuilder({ configFile: join(ROOT, 'build/vite.config.ts'), logLevel: 'warn' })
      const client = builder.environments.client
      if (client) await builder.build(client)
      vi.unstubAllEnvs()
    }
    const copy = mkdtempSync(join(tmpdir(), 'huibei-page-'))
    process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
    cpSync(OUT, copy, { recursive: true })
    return copy
  })()
  return built
}

/** What is needed of a test's context. */
export type TestHooks = Pick<TestContext, 'skip' | 'onTestFinished'>

export interface Session {
  host: LoopbackHost
  dataDir: string
  page: Page
  context: BrowserContext
  /** The DevTools protocol of the page: for input methods. */
  devtools: CDPSession
  /** Another window of the same host. */
  newPage(): Promise<Page>
}

export interface SessionOptions {
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  /** Console errors that the test provokes itself. */
  expectedErrors?: RegExp
  /** A first visit shows the offer of a tour; most tests are past that. */
  firstVisit?: boolean
}

/**
 * A host with a library of its own and a Chromium window on it, closed when the test is over. The test fails when the
 * page logged an error: a breach of the content security policy and a missing file show nowhere else.
 */
export async function openSession(test: TestHooks, options: SessionOptions = {}): Promise<Session> {
  requires(test, 'chromium')
  const rendererDir = await buildRenderer()
  const dataDir = temporaryFolder(test)
  const host = await startLoopbackHost({ dataDir, rendererDir, log: () => undefined })
  test.onTestFinished(() => host.close())
  const browser = await launchBrowser(test)
  const { context, page, newPage, errors } = await openContext(browser, host.address, options)
  test.onTestFinished(() => expect(errors).toEqual([]))
  return { host, dataDir, page, context, devtools: await context.newCDPSession(page), newPage }
}

export function temporaryFolder(test: TestHooks): string {
  const folder = mkdtempSync(join(tmpdir(), 'huibei-e2e-'))
  test.onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function launchBrowser(test: TestHooks): Promise<Browser> {
  const { chromium: executablePath } = requires(test, 'chromium')
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  test.onTestFinished(() => browser.close())
  return browser
}

/** A window on a host that is already running. `errors` fills with what the page complains about. */
export async function openContext(browser: Browser, address: string, options: SessionOptions = {}) {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1366, height: 768 },
    colorScheme: options.colorScheme ?? 'light',
    locale: 'zh-CN',
    acceptDownloads: true,
  })
  if (!options.firstVisit) await context.addInitScript(skipTour)
  const errors: string[] = []
  const watch = (page: Page) => {
    const note = (text: string) => {
      if (!options.expectedErrors?.test(text)) errors.push(text)
    }
    page.on('pageerror', (error) => note(error.message))
    page.on('console', (message) => message.type() === 'error' && note(message.text()))
  }
  context.on('page', watch)
  const newPage = async () => {
    const page = await context.newPage()
    await page.goto(address)
    return page
  }
  return { context, page: await newPage(), newPage, errors }
}

/** Runs in every page; about:blank has no storage. */
function skipTour(): void {
  if (window.location.protocol !== 'about:') window.localStorage.setItem('huibei.tour', 'seen')
}

/** Types by an input method: the letters one by one, as a composition, then the chosen characters. */
export async function compose(devtools: CDPSession, letters: string, chosen: string): Promise<void> {
  for (let end = 1; end <= letters.length; end++) {
    const text = letters.slice(0, end)
    await devtools.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end })
  }
  await devtools.send('Input.insertText', { text: chosen })
}
