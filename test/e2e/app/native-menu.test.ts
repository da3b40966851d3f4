import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { EventMessage, Events } from '../../../shared/contract/events.ts'
import { type ActionId, programActions } from '../../../shared/contract/program-actions.ts'
import { openSession, type TestHooks } from '../browser.ts'

interface Desktop extends Window {
  shown: ActionId[]
  tell(message: EventMessage): void
}

/** The page behind a door as Electron's preload gives it, on a host that says it has menus. */
async function openWithMenus(test: TestHooks): Promise<Page> {
  const { context, host } = await openSession(test)
  const page = await context.newPage()
  await page.addInitScript((token) => {
    const listeners: ((message: EventMessage) => void)[] = []
    const call = async (name: string, input: unknown) => {
      if (name === 'menu.show') {
        Object.assign(window, { shown: (input as { enabled: string[] }).enabled })
        return { ok: true, value: {} }
      }
      const response = await fetch('/api/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ name, input }),
      })
      const answer = await response.json()
      if (name === 'host.info') answer.value.hasMenu = true
      return answer
    }
    const on = (listener: (message: EventMessage) => void) => {
      listeners.push(listener)
      return () => undefined
    }
    const tell = (message: EventMessage) => {
      for (const listener of listeners) listener(message)
    }
    Object.assign(window, { huibei: { call, on }, shown: [], tell })
  }, host.token)
  await page.goto(`http://127.0.0.1:${host.port}/`)
  await page.locator('.card').first().waitFor()
  return page
}

const shown = (page: Page) => page.evaluate(() => (window as unknown as Desktop).shown)
const choose = (page: Page, data: Events['menu.chosen']) =>
  page.evaluate((message) => (window as unknown as Desktop).tell(message), { name: 'menu.chosen' as const, data })

it('has the menus follow what can be done, and does what is chosen in them', async (test) => {
  const page = await openWithMenus(test)
  await expect.poll(() => shown(page)).toEqual(['new-meeting', 'import-meeting', 'backups', 'settings', 'help'])

  await page.locator('.card-paper', { hasText: '讲话稿' }).click()
  await page.locator('.point').first().waitFor()
  const text = page.locator('.paper.ProseMirror')
  await text.locator('p').nth(6).click()
  await expect.poll(() => shown(page)).toContain('heading-2')
  // Nothing has been done yet that could be undone.
  await expect.poll(() => shown(page)).not.toContain('undo')

  await page.keyboard.insertText('菜单')
  await expect.poll(() => shown(page)).toContain('undo')
  await choose(page, { action: 'undo' })
  await expect.poll(() => text.textContent()).not.toContain('菜单')
  await expect.poll(() => shown(page)).not.toContain('undo')

  await choose(page, { action: 'delivery-check' })
  await page.getByRole('dialog', { name: '交稿检查' }).waitFor()
  await expect.poll(() => shown(page)).toEqual(['help'])
  // What is greyed is not done, should the menu be behind.
  await choose(page, { action: 'meetings' })
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '交稿检查' }).waitFor({ state: 'detached' })
  await expect.poll(() => shown(page)).toContain('print')
  await text.waitFor()

  await choose(page, { action: 'export-meeting' })
  await page.getByRole('dialog', { name: '导出会议' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '导出会议' }).waitFor({ state: 'detached' })

  const meetingId = /#\/meeting\/([\w-]+)/.exec(page.url())?.[1] ?? ''
  await choose(page, { action: 'meetings' })
  await page.locator('.card').first().waitFor()
  await choose(page, { action: 'import-meeting' })
  await page.getByRole('dialog', { name: '导入会议' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '导入会议' }).waitFor({ state: 'detached' })
  await choose(page, { meetingId })
  await page.locator('.point').first().waitFor()
})

it('offers every action with a key somewhere on the page', async (test) => {
  const page = await openWithMenus(test)
  const seen = new Set(await shown(page))
  const look = async (needed: ActionId) => {
    await expect.poll(() => shown(page)).toContain(needed)
    for (const id of await shown(page)) seen.add(id)
  }
  await page.locator('.card-paper', { hasText: '讲话稿' }).click()
  await page.locator('.point').first().waitFor()
  const text = page.locator('.paper.ProseMirror')
  await text.locator('h2, h3, [data-level]').nth(2).click()
  await page.keyboard.press('End')
  await look('print')
  await page.keyboard.insertText('改')
  await look('undo')
  await choose(page, { action: 'undo' })
  await look('redo')
  await choose(page, { action: 'find' })
  await page.keyboard.insertText('巡察')
  await look('find-next')
  await text.locator('p').nth(6).click()
  await look('heading-2')
  const missing = programActions.filter(({ id, keys }) => keys.length > 0 && !seen.has(id)).map(({ id }) => id)
  expect(missing).toEqual([])
})
