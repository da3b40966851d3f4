import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startLoopbackHost } from '../../../electron/node-host.ts'
import { openForReading } from '../../../electron/store/connection.ts'
import { libraryFiles } from '../../../electron/store/library-files.ts'
import { buildRenderer, launchBrowser, openContext, temporaryFolder } from '../browser.ts'
import { freePort, kill, serve } from '../own-process.ts'

/** Whether what can be undone is kept of a text that is stored just so. */
function isUndoKept(dataDir: string): boolean {
  const library = openForReading(libraryFiles(dataDir).library)
  const bodies = library.prepare<[], string>('SELECT body FROM papers').pluck().all()
  library.close()
  const digests = bodies.map((body) => createHash('sha256').update(body).digest('hex'))
  const kept = readdirSync(join(dataDir, 'undo')).map((name) => readFileSync(join(dataDir, 'undo', name), 'utf8'))
  return kept.some((steps) => digests.includes(steps.split('\n')[0] ?? ''))
}

it('lets one program at a time have a library; when that one dies the other goes on, and can undo what it wrote', async (test) => {
  const dataDir = temporaryFolder(test)
  const rendererDir = await buildRenderer()
  const browser = await launchBrowser(test)
  const first = await serve(test, dataDir, await freePort())
  const { page } = await openContext(browser, first.address)
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  const text = page.locator('.paper.ProseMirror')
  await text.locator('p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.insertText('这一句写完又不要了。')

  // Another host on the same library: refused, and that is what its window says.
  const second = await startLoopbackHost({ dataDir, rendererDir, log: () => undefined, showsEveryFailure: true })
  test.onTestFinished(() => second.close())
  const { page: other } = await openContext(browser, second.address)
  const busy = other.getByRole('heading', { name: '资料库正被另一个窗口或程序使用' })
  await busy.waitFor()
  await other.getByRole('button', { name: '再试一次' }).click()
  await busy.waitFor()

  await page.getByText(/^已保存/).waitFor()
  await expect.poll(() => isUndoKept(dataDir)).toBe(true)
  await kill(first.process)
  await other.getByRole('button', { name: '再试一次' }).click()
  await other.locator('.card-title').click()
  await other.locator('.point').first().waitFor()
  const again = other.locator('.paper.ProseMirror')
  await expect.poll(() => again.innerText()).toContain('这一句写完又不要了。')
  await again.locator('p').last().click()
  await other.keyboard.press('Control+z')
  await expect.poll(() => again.innerText()).not.toContain('这一句写完又不要了。')
  await other.getByText(/^已保存/).waitFor()
})
