import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { compose, openSession } from '../browser.ts'

/** A machine with other work to do. */
const SLOW = { timeout: 10_000 }

const text = (page: Page) => page.locator('.paper.ProseMirror')

async function openSample(page: Page): Promise<void> {
  await page.locator('.card').waitFor()
  await page
    .locator('.card')
    .getByRole('button', { name: /反馈会议$/ })
    .click()
  await page.locator('.point').first().waitFor()
}

/** Double clicks are slow under load; the selection is made as a hand on the keyboard makes it. */
async function select(page: Page, paragraph: number, count: number): Promise<void> {
  await text(page)
    .locator('> p')
    .nth(paragraph)
    .click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('Home')
  for (let step = 0; step < count; step++) await page.keyboard.press('Shift+ArrowRight')
}

async function chooseMore(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name }).click()
}

it('keeps the remarks of a leader with the paper, and out of everything that leaves it', async (test) => {
  const { page, devtools } = await openSession(test)
  await openSample(page)
  await select(page, 3, 3)
  await page.keyboard.press('Control+Alt+m')
  await page.getByRole('textbox', { name: '写批注' }).focus()
  await compose(devtools, 'taikongle', '这句太空了')
  await page.getByRole('button', { name: '记下' }).click()
  await page.locator('.remark', { hasText: '这句太空了' }).waitFor()
  await expect.poll(() => text(page).locator('.remarked').count()).toBeGreaterThan(0)
  await page.getByText(/^已保存/).waitFor()

  // Stored with the paper, and found again.
  await page.reload()
  await page.getByRole('tab', { name: /批注/ }).click()
  const remark = page.locator('.remark', { hasText: '这句太空了' })
  await remark.waitFor()

  // Not in Word.
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /Word 标准稿/ }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '照样导出 Word' }).click()
  const parts = unzipSync(await readFile(await (await download).path()))
  for (const [name, bytes] of Object.entries(parts)) expect(strFromU8(bytes), name).not.toContain('太空了')
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('同志们')

  await remark.getByRole('button', { name: '已处理' }).click()
  await page.getByRole('region', { name: '已处理' }).waitFor()
  await expect.poll(() => text(page).locator('.remarked').count(), SLOW).toBe(0)
})

it('turns blanks into facts, all of one meaning together, and back by one undo', async (test) => {
  const { page } = await openSession(test)
  await openSample(page)
  const before = await text(page).locator('.paper-fact').count()
  await text(page).locator('> p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('××县和××镇要一起抓，××镇要先动起来。')
  await chooseMore(page, /变成要素/)
  const dialog = page.getByRole('dialog', { name: '把空变成会议要素' })
  const unit = dialog.getByRole('region', { name: '××镇' })
  await expect.poll(() => unit.locator('mark').allTextContents()).toEqual(['柳溪镇', '柳溪镇'])
  await dialog.getByRole('button', { name: '换成要素（3 处）' }).click()
  await expect.poll(() => text(page).locator('.paper-fact').count(), SLOW).toBe(before + 3)
  await expect.poll(() => text(page).textContent()).toContain('青垣县和柳溪镇要一起抓，柳溪镇要先动起来。')
  await text(page).locator('> p').last().click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => text(page).textContent(), SLOW).toContain('××县和××镇要一起抓')
})

it('finds and replaces through the whole meeting, and goes to a place in another paper', async (test) => {
  const { page } = await openSession(test)
  await openSample(page)
  await text(page).locator('> p').nth(4).click()
  await page.keyboard.press('Control+Shift+h')
  const dialog = page.getByRole('dialog', { name: '全会议查找和替换' })
  await dialog.getByRole('textbox', { name: '查找' }).fill('整改')
  const found = await dialog.getByText(/篇文稿里共/).textContent()
  const [papers = 0, places = 0] = [...(found ?? '').matchAll(/\d+/g)].map(Number)
  expect(papers).toBeGreaterThan(2)
  await dialog.getByRole('textbox', { name: '替换为' }).fill('整-改')
  await dialog.getByRole('button', { name: `全部替换（${places} 处）` }).click()
  await dialog.getByText(/已替换/).waitFor()
  await dialog.getByRole('textbox', { name: '查找' }).fill('整-改')
  await dialog.getByText(`${papers} 篇文稿里共 ${places} 处`).waitFor()
  await dialog
    .getByRole('region', { name: /主持词/ })
    .getByRole('button')
    .first()
    .click()
  await dialog.waitFor({ state: 'detached' })
  await page.waitForFunction(() => window.getSelection()?.toString() === '整-改')
  await expect.poll(() => text(page).locator('h1').textContent()).toContain('主持词')
  await page.getByRole('tab', { name: /版本/ }).click()
  await page.locator('.revision', { hasText: '替换“整改”之前' }).waitFor()
})

it('tells where a fact is used, and leads there', async (test) => {
  const { page } = await openSession(test)
  await openSample(page)
  await page.getByRole('tab', { name: /要素/ }).click()
  await page.getByRole('button', { name: /^被巡察党组织用到 \d+ 处/ }).click()
  await page
    .getByRole('region', { name: /主持词$/ })
    .locator('.fact-use')
    .first()
    .click()
  await text(page).locator('h1', { hasText: '主持词' }).waitFor()
  await page.waitForFunction(() => window.getSelection()?.toString() === '柳溪镇党委')
})

it('writes with nothing around, reads without changing', async (test) => {
  const { page } = await openSession(test)
  await openSample(page)
  await text(page).locator('> p').nth(4).click()
  await page.keyboard.press('Control+Alt+z')
  await page.locator('.topbar').waitFor({ state: 'hidden' })
  await page.keyboard.type('ok')
  await expect.poll(() => text(page).textContent()).toContain('ok')
  await page.keyboard.press('Escape')
  await page.locator('.topbar').waitFor()

  await chooseMore(page, /只看不改/)
  const before = await text(page).textContent()
  await text(page).locator('> p').nth(4).click()
  await page.keyboard.type('no')
  await expect.poll(() => text(page).textContent()).toBe(before)
  await page.getByRole('button', { name: '开始修改' }).click()
  await text(page).locator('> p').nth(4).click()
  await page.keyboard.type('yes')
  await expect.poll(() => text(page).textContent(), SLOW).toContain('yes')
})

it('takes back after the paper was closed and opened again', async (test) => {
  const { page } = await openSession(test)
  await openSample(page)
  const before = await text(page).textContent()
  await text(page).locator('> p').nth(4).click()
  await page.keyboard.press('End')
  await page.keyboard.type('加一句。')
  await page.keyboard.press('Control+Shift+Enter')
  await page.keyboard.type('新的一部分')
  await page.getByRole('button', { name: '回到会议列表' }).click()
  await openSample(page)
  await expect.poll(() => text(page).textContent()).toContain('新的一部分')
  await text(page).locator('> p').nth(4).click()
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control+z')
  await expect.poll(() => text(page).textContent(), SLOW).toBe(before)
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control+y')
  await expect.poll(() => text(page).textContent(), SLOW).toContain('新的一部分')
})

it('moves a part by dragging it in the outline and by the keyboard, its number with it', async (test) => {
  const { page } = await openSession(test)
  await openSample(page)
  const parts = () =>
    page
      .locator('.outline li[data-level="1"] .outline-text')
      .evaluateAll((lines) => lines.map((line) => line.textContent))
  const [first = '', second = '', ...rest] = (await parts()).map((part) => part?.slice(2))
  const line = (at: number) => page.locator('.outline li[data-level="1"]').nth(at)
  await line(1).dragTo(line(0))
  await expect
    .poll(parts)
    .toEqual([`一、${second}`, `二、${first}`, ...rest.map((part, at) => `${'三四五'[at]}、${part}`)])
  await expect
    .poll(() => text(page).locator('.paper-heading-1').first().textContent())
    .toContain(second.replace('…', ''))
  await line(0).getByRole('button').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(async () => (await parts())[0], SLOW).toBe(`一、${first}`)
  await text(page).locator('> p').nth(4).click()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await parts())[0], SLOW).toBe(`一、${second}`)
})

it('keeps its toolbar on one line at 1366 pixels, with every action in reach', async (test) => {
  const { page } = await openSession(test)
  await openSample(page)
  const bar = page.getByRole('toolbar', { name: '编辑' })
  for (const width of [1366, 1100, 900]) {
    await page.setViewportSize({ width, height: 768 })
    const { height, overflow } = await bar.evaluate((element) => ({
      height: element.getBoundingClientRect().height,
      overflow: element.scrollWidth - element.clientWidth,
    }))
    expect(height, `${width}`).toBeLessThan(48)
    expect(overflow, `${width}`).toBeLessThanOrEqual(0)
  }
  await page.getByRole('button', { name: '更多', exact: true }).click()
  for (const name of [/^四级标题/, /^结尾段/, /^从一重新编号/, /^降一级/, /^标题内换行/])
    expect(await page.getByRole('menuitem', { name }).count(), String(name)).toBe(1)
})
