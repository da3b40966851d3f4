import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { compose, openSession } from '../browser.ts'

/** Tabs on until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab')
    const label = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === document.body) return ''
      const labels =
        focused instanceof HTMLInputElement ? [...(focused.labels ?? [])].map((one) => one.textContent) : []
      return `${focused?.getAttribute('aria-label') ?? ''} ${labels.join(' ')} ${focused?.textContent?.trim() ?? ''}`
    })
    if (name.test(label.trim())) return
  }
  throw new Error(`no way by Tab to ${name}`)
}

it('writes a speech from an empty template to the delivery check and Word without a mouse', async (test) => {
  const { page, devtools } = await openSession(test)
  const text = page.locator('.paper.ProseMirror')
  await page.locator('.card').waitFor()

  // A meeting with two facts.
  await tabTo(page, /^新建会议/)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '建好，开始写' }).waitFor()
  await tabTo(page, /^被巡察单位$/)
  await compose(devtools, 'liuxi', '柳溪镇')
  await tabTo(page, /^建好，开始写$/)
  await page.keyboard.press('Enter')
  await text.waitFor()
  await page.locator('.point').first().waitFor()

  // Into the text; everything of the template goes but its frame.
  for (let step = 0; step < 6 && !(await text.evaluate((one) => one === document.activeElement)); step++)
    await page.keyboard.press('F6')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await compose(devtools, 'zai', '在巡察反馈会议上的讲话')
  await page.keyboard.press('Control+End')
  await compose(devtools, 'xiamian', '刚才，巡察组作了反馈。下面，我讲一点意见。')

  // Parts and points, numbered and counted by the program; a fact picked by its initials.
  await page.keyboard.press('Control+Shift+Enter')
  await compose(devtools, 'tigao', '提高政治站位')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('【')
  await page.keyboard.type('bxcdw')
  await page.locator('.fact-picker-option').first().waitFor()
  await page.keyboard.press('Enter')
  await compose(devtools, 'yao', '要把整改作为政治任务。')
  await page.keyboard.press('Control+Shift+Enter')
  await compose(devtools, 'zuoshi', '做实后半篇文章')
  await page.keyboard.press('Control+Enter')
  await compose(devtools, 'qingdan', '清单要具体。逐条列出问题。')
  await page.keyboard.press('Control+Enter')
  await compose(devtools, 'zeren', '责任要到人。')
  await page.locator('.outline-text', { hasText: '（二）责任要到人' }).waitFor()
  const written = await page.locator('.outline-text').allTextContents()
  expect(written).toEqual(['一、提高政治站位', '二、做实后半篇文章', '（一）清单要具体', '（二）责任要到人'])
  await expect.poll(() => text.textContent()).toContain('下面，我讲两点意见。')
  await expect.poll(() => text.textContent()).toContain('柳溪镇要把整改作为政治任务。')

  // Out: the menu, the delivery check, the file.
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('F6')
    if (await page.evaluate(() => document.activeElement?.closest('.topbar') !== null)) break
  }
  await tabTo(page, /^导出/)
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: /Word 标准稿/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '交稿检查' }).waitFor()
  await tabTo(page, /^照样导出 Word$/)
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const parts = unzipSync(await readFile(await (await download).path()))
  const word = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]*>/g, '')
  expect(word).toContain('柳溪镇要把整改作为政治任务。')
  expect(word).toContain('讲两点意见')
})
