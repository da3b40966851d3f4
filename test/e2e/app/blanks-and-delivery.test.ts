import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openSession } from '../browser.ts'

const text = (page: Page) => page.locator('.paper.ProseMirror')

async function openSample(page: Page): Promise<void> {
  await page
    .locator('.card')
    .getByRole('button', { name: /反馈会议$/ })
    .click()
  await page.locator('.point').first().waitFor()
}

/** As another program would have put it on the clipboard. */
async function paste(page: Page, plain: string): Promise<void> {
  await page.evaluate((value) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', value)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('.ProseMirror')?.dispatchEvent(event)
  }, plain)
}

it('offers facts by itself for what a pasted text left open, and takes them by keyboard', async (test) => {
  const { page } = await openSession(test)
  await openSample(page)
  await text(page).locator('> p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await paste(page, '这里什么也没有空着。')
  const bar = page.getByRole('region', { name: '留的空' })
  await paste(page, '××县和××镇要一起抓，××镇要先动起来。')
  await bar.waitFor()
  // It waits: no dialog, and the cursor stays in the text.
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('ProseMirror')
  await expect.poll(() => bar.locator('mark').allTextContents()).toEqual(['青垣县', '柳溪镇'])
  await page.keyboard.press('F6')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('换成要素（3 处）')
  await page.keyboard.press('Enter')
  await expect.poll(() => text(page).textContent()).toContain('青垣县和柳溪镇要一起抓，柳溪镇要先动起来。')
  await bar.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await expect.poll(() => text(page).textContent()).toContain('××县和××镇要一起抓')

  // Brought in from a file it is offered too, and looked at one by one in the sheet.
  await page.getByRole('button', { name: '添一份文稿' }).click()
  await page.getByRole('menuitem', { name: /从文件导入/ }).click()
  const draft = '讲　话\n同志们：\n××镇党委要高度重视，××镇的干部要马上整改。'
  await page
    .getByLabel('要导入的文件')
    .setInputFiles({ name: '旧稿.txt', mimeType: 'text/plain', buffer: Buffer.from(draft) })
  await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click()
  // Whether there was something to say about the file or not.
  const shown = bar.or(page.getByRole('button', { name: '打开看看' }))
  await shown.first().waitFor()
  const question = page.getByRole('button', { name: '打开看看' })
  if (await question.isVisible()) await question.click()
  await bar.getByRole('button', { name: '逐项看…' }).click()
  const dialog = page.getByRole('dialog', { name: '把空变成会议要素' })
  await dialog.getByRole('region', { name: '××镇', exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await bar.getByRole('button', { name: '不用' }).click()
  await bar.waitFor({ state: 'detached' })
})

it('draws the sheet larger and smaller by itself, and remembers it', async (test) => {
  const { page } = await openSession(test)
  await openSample(page)
  const width = () =>
    page.locator('.editor-sheet').evaluate((sheet) => Math.round((sheet.getBoundingClientRect().width / 793.7) * 100))
  const shown = page.getByRole('button', { name: /%，换成合适大小/ })
  const fitting = await width()
  await text(page).locator('> p').nth(4).click()
  for (let step = 0; step < 12; step++) await page.keyboard.press('Control+=')
  await expect.poll(width).toBe(200)
  await page.keyboard.press('Control+-')
  await expect.poll(width).toBe(175)
  await page.reload()
  await expect.poll(() => shown.textContent()).toBe('175%')
  await expect.poll(width).toBe(175)
  await page.getByRole('button', { name: '缩小', exact: true }).click()
  await expect.poll(width).toBe(150)
  await text(page).locator('> p').nth(4).click()
  await page.keyboard.press('Control+0')
  await expect.poll(width).toBe(fitting)
})

it('names open remarks before delivery, and gives the list on paper and as a file', async (test) => {
  const { page } = await openSession(test)
  await openSample(page)
  await text(page)
    .locator('> p')
    .nth(3)
    .click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('Control+Alt+m')
  await page.getByRole('textbox', { name: '写批注' }).fill('这句太空了')
  await page.getByRole('button', { name: '记下' }).click()
  await page.locator('.remark', { hasText: '这句太空了' }).waitFor()
  const openSheet = async () => {
    await page.getByRole('button', { name: '打印', exact: true }).click()
    await page.getByRole('menuitem', { name: '交稿检查' }).click()
    const sheet = page.getByRole('dialog', { name: '交稿检查' })
    await sheet.getByText(/批注没有处理.*这句太空了/).waitFor()
    return sheet
  }
  const download = page.waitForEvent('download')
  await (await openSheet()).getByRole('button', { name: '存成文本' }).click()
  const kept = await readFile(await (await download).path(), 'utf8')
  expect(kept).toContain('这句太空了')
  await page.getByRole('dialog').getByRole('button', { name: '打印检查单' }).click()
  const sheet = page.locator('.print-pages > *').first()
  await sheet.waitFor()
  await expect.poll(() => sheet.textContent()).toContain('交稿检查单')
  await expect.poll(() => page.locator('.print-pages').textContent()).toContain('这句太空了')
})
