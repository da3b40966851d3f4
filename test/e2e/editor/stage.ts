import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import type { TestContext } from 'vitest'
import { CONTENT_SECURITY_POLICY, listPageFiles } from '../../../electron/page/page-files.ts'
import { writePaper } from '../../../shared/model/paper.ts'
import { paper } from '../../unit/renderer/editor/papers.ts'
import { requires } from '../requires.ts'

/** A page with nothing but the editor, served as the program serves its own. */
export interface Stages {
  open(context: TestContext, lines: readonly string[]): Promise<StagePage>
  close(): Promise<void>
}

export interface StagePage {
  page: Page
  cdp: CDPSession
  /** Text of the paper as the user reads it, paragraph by paragraph. */
  lines(): Promise<string[]>
  /** The paper as it would be stored. */
  stored(): Promise<string>
  /** Puts the cursor into a paragraph, behind so many characters. */
  cursor(block: number, offset: number): Promise<void>
  /** What an input method does: shows each step under its line, then writes the last. */
  compose(steps: readonly string[], written: string): Promise<void>
  /** Waits until `look` says so; looks again with every picture. */
  until(look: () => boolean): Promise<void>
}

export async function startStages(): Promise<Stages> {
  const folder = mkdtempSync(join(tmpdir(), 'huibei-stage-'))
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'stage'),
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'chrome120', minify: false },
  })
  const files = listPageFiles(folder)
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://stage').pathname
    const file = files.get(path === '/' ? '/index.html' : path)
    response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY)
    if (file) response.setHeader('content-type', file.type).end(readFileSync(file.path))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  let browser: Browser | null = null

  const open: Stages['open'] = async (context, lines) => {
    const program = requires(context, 'chromium').chromium
    browser ??= await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
    // A context of its own may open other windows too: for the clipboard.
    const own = await browser.newContext({ viewport: { width: 1200, height: 900 } })
    const page = await own.newPage()
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(String(error)))
    context.onTestFinished(async () => {
      await own.close()
      if (faults.length > 0) throw new Error(`the page complained: ${faults.join('\n')}`)
    })
    await page.goto(address)
    await page.evaluate((stored) => window.openStage(stored), writePaper(paper(lines)))
    await page.waitForSelector('.ProseMirror')
    const cdp = await page.context().newCDPSession(page)
    const drawn = () =>
      page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))
    return {
      page,
      cdp,
      lines: () => page.evaluate(() => window.stage.handle.view().text.split('\n')),
      stored: () => page.evaluate(() => window.stage.paper()),
      async cursor(block, offset) {
        await page.evaluate(
          ([index, place]) => {
            const { handle } = window.stage
            const at = handle.view().blocks[index]
            if (!at) throw new Error(`no block ${index}`)
            const start = at.start + at.marker.length + place
            handle.scrollToRange({ start, end: start }, { select: true })
          },
          [block, offset] as const,
        )
        await drawn()
      },
      async compose(steps, written) {
        for (const step of steps)
          await cdp.send('Input.imeSetComposition', {
            text: step,
            selectionStart: step.length,
            selectionEnd: step.length,
          })
        await cdp.send('Input.insertText', { text: written })
        await page.waitForFunction(() => !window.stage.handle.isComposing())
        await drawn()
      },
      async until(look) {
        await page.waitForFunction(look)
      },
    }
  }
  return {
    open,
    async close() {
      await browser?.close()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
