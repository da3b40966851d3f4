import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { CommandResult } from '../../../shared/contract/failures.ts'
import { createHttpClient } from '../../contract/http-client.ts'
import { buildRenderer, launchBrowser, openContext, openSession, temporaryFolder } from '../browser.ts'
import { freePort, kill, serve } from '../own-process.ts'

const LONG_POLL = { timeout: 15_000, interval: 200 }

const value = async (result: Promise<CommandResult<unknown>>): Promise<unknown> => {
  const answer = await result
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

it('loses at most the last second when the host is killed in mid-typing, and says honestly what is saved', async (test) => {
  const dataDir = temporaryFolder(test)
  const port = await freePort()
  const browser = await launchBrowser(test)
  await buildRenderer()
  let host = await serve(test, dataDir, port)
  const { page } = await openContext(browser, host.address)
  const text = page.locator('.paper.ProseMirror')

  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  await text.locator('p').last().click()
  await page.keyboard.press('End')
  const typed: { character: string; at: number }[] = []
  for (const character of '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸') {
    await page.keyboard.insertText(character)
    typed.push({ character, at: Date.now() })
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 120)))
  }
  const killed = Date.now()
  await kill(host.process)
  await page.keyboard.insertText('后')
  await page.getByText('未能保存（与程序失去联系）').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '另存一份文本文件' }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toContain('壬癸后')

  // What the library holds: everything but the last second.
  host = await serve(test, dataDir, port)
  const fresh = await browser.newContext()
  const other = await fresh.newPage()
  await other.goto(host.address)
  await other.locator('.card-title').click()
  const stored = await other.locator('.paper.ProseMirror').textContent()
  const mustBeThere = typed.filter(({ at }) => at < killed - 1000).map(({ character }) => character)
  expect(mustBeThere.length).toBeGreaterThan(5)
  expect(stored).toContain(mustBeThere.join(''))
  await fresh.close()

  // The window that typed it kept its text; opened anew it offers what could not be saved.
  await page.goto('about:blank')
  await page.goto(host.address)
  await page.locator('.card-title').click()
  const rescue = page.getByRole('dialog', { name: '上次有一份没存上的文稿' })
  await rescue.waitFor()
  await page.getByRole('button', { name: '用没存上的这一份' }).click()
  await rescue.waitFor({ state: 'detached' })
  await page.getByText(/^已保存/).waitFor()
  const all = `${typed.map(({ character }) => character).join('')}后`
  await expect.poll(() => text.textContent()).toContain(all)
  await page.reload()
  await page.locator('.point').first().waitFor()
  await expect.poll(() => text.textContent()).toContain(all)
})

it('writes what was typed just before the window is closed', async (test) => {
  const session = await openSession(test)
  const { page } = session
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  await page.locator('.paper.ProseMirror p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.insertText('最后一句')
  await page.close({ runBeforeUnload: true })
  await expect
    .poll(async () => {
      const again = await session.newPage()
      await again.locator('.card-title').click()
      const text = await again.locator('.paper.ProseMirror').textContent()
      await again.close()
      return text
    }, LONG_POLL)
    .toContain('最后一句')
})

it('shows both texts when two windows wrote the same paper, and keeps the one not chosen', async (test) => {
  const session = await openSession(test, { expectedErrors: /ERR_INTERNET_DISCONNECTED|Failed to load resource/ })
  const { page, context } = session
  const write = async (target: typeof page, words: string) => {
    await target.locator('.paper.ProseMirror p').last().click()
    await target.keyboard.press('End')
    await target.keyboard.insertText(words)
  }
  await page.locator('.card-paper', { hasText: '讲话稿' }).click()
  await page.locator('.point').first().waitFor()

  // The first window hears nothing for a while, and so does not know that another one has written.
  const paperId = page.url().split('/').at(-1) ?? ''
  await context.setOffline(true)
  await write(page, '这边写的')
  await page.getByText('未能保存（与程序失去联系）').waitFor()
  const other = createHttpClient(session.host)
  const paper = (await value(other.call('paper.get', { id: paperId }))) as { revision: number; body: string }
  const body = paper.body.replace('同志们', '同志们好')
  await value(other.call('paper.save', { id: paperId, revision: paper.revision, body }))
  other.close()
  await context.setOffline(false)

  const dialog = page.getByRole('alertdialog', { name: '两个窗口都改了这份文稿' })
  await dialog.waitFor()
  await expect.poll(() => dialog.locator('ins').allTextContents()).toContain('这边写的')
  await page.getByRole('button', { name: '用这个窗口的' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/^已保存/).waitFor()
  await expect.poll(() => page.locator('.paper.ProseMirror').textContent()).toContain('这边写的')
  await page.getByRole('tab', { name: /版本/ }).click()
  await page.locator('.revision', { hasText: '另一个窗口的文稿' }).click()
  await page.locator('.difference del', { hasText: '好' }).waitFor()
})

it('saves at most twice a second while somebody types, and does not read its own saves back', async (test) => {
  const { page } = await openSession(test)
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  const asked: string[] = []
  page.on('request', (request) => {
    const { name } = (request.postDataJSON() ?? {}) as { name?: string }
    if (name?.startsWith('paper.')) asked.push(name)
  })
  const started = Date.now()
  await page.locator('.paper.ProseMirror > p').nth(4).click()
  for (let key = 0; key < 40; key++) await page.keyboard.press('a', { delay: 50 })
  await page.getByText(/^已保存/).waitFor()
  await expect.poll(() => asked.filter((name) => name === 'paper.save').length).toBeGreaterThan(0)
  const seconds = (Date.now() - started) / 1000
  expect(asked.filter((name) => name === 'paper.save').length).toBeLessThanOrEqual(Math.ceil(seconds * 2) + 1)
  expect(asked).not.toContain('paper.get')
})
